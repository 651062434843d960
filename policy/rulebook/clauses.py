"""The policy as data, in our own short words: clauses, headings, behaviours, ways of contact.

The policy document itself is the authority; what stands here is what the system acts on and shows. The kinds of
restriction are in policy/measures.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Clause:
    """One clause of the policy: its number and what it says, in our words."""

    number: str
    words: str


@dataclass(frozen=True)
class Example:
    """One example or option that the policy lists under a clause: its number there, and its sense in our words."""

    number: str
    words: str


@dataclass(frozen=True)
class Behaviour:
    """What an incident may be logged as: under a heading, by a clause or example of the policy, or by practice.

    `source` is the policy's number, or PRACTICE; `because` is then where it comes from. `caution` is what to ask first.
    """

    key: str
    heading: str
    source: str
    words: str
    caution: str = ""
    because: str = ""

    @property
    def clause(self) -> str:
        """The clause it stands under, "3.3.2" of "3.3.2 (4)"; PRACTICE where the policy does not name it."""
        return self.source.partition(" ")[0] if self.source != PRACTICE else PRACTICE


@dataclass(frozen=True)
class Team:
    """Who may be given a staff-safety marker: a team of ours, known by words of a team's name or a job title, or a
    firm that works for us (`outside`), whose people do not sign in here."""

    key: str
    label: str
    words: tuple[str, ...] = ()
    outside: bool = False


def _by(number: str, words: str) -> Clause:
    return Clause(number, words)


_CLAUSES = (
    _by(
        "1.1",
        "How we deal with contact from the relatively few customers whose actions or behaviour are not acceptable. "
        "Staff read the policy together with its procedure and appendices.",
    ),
    _by(
        "1.2",
        "What customers are concerned about helps us to improve. The policy is not meant to keep anybody from "
        "raising concerns, enquiries or requests that are proper and important, or from pursuing them.",
    ),
    _by(
        "1.3",
        "It covers contact of every form, such as telephone, text, letter, e-mail, messages on social media and "
        "face to face.",
    ),
    _by(
        "box",
        "No action until the customer has received a written warning. It says what we propose to do, and with what "
        "sanction, if the behaviour goes on, so that the customer can change first. It makes clear what the "
        "behaviour was, with dates and times wherever possible.",
    ),
    _by(
        "2.0",
        "To protect and support staff. Where a customer's actions are not acceptable we may restrict or change "
        "access to any service of ours.",
    ),
    _by(
        "3.1",
        "Freedom of speech and of opinion are respected. Being angry, demanding or persistent may lead to "
        "unreasonable demands on us or unacceptable behaviour towards staff: it is these actions that the policy is "
        "about, under three headings.",
    ),
    _by(
        "3.2.1",
        "Staff are to be treated with courtesy and respect; violence and abuse are not acceptable. Staff bear in "
        "mind that anger is not aggression: it is not acceptable when anger turns into aggression directed at them.",
    ),
    _by(
        "3.2.2",
        "Colleagues need not put up with offensive or abusive remarks, by e-mail, letter or any other correspondence.",
    ),
    _by(
        "3.2.3", "Behaviour or language, spoken or written, that may make colleagues feel afraid, threatened or abused."
    ),
    _by("3.2.4", "Inflammatory statements and allegations without substance can be abusive too."),
    _by(
        "3.2.5",
        "Staff do their best to help. If a customer is rude, offensive, abusive, aggressive, threatening or "
        "intimidating, they have the right to end a conversation, meeting, visit or telephone call.",
    ),
    _by(
        "3.2.6",
        "What is asked for in abusive correspondence is still given where that is appropriate. Its author is warned "
        "in writing that it is offensive or abusive, that it will not be tolerated further, and what will be done "
        "if it goes on.",
    ),
    _by(
        "3.2.7",
        "Whoever does not wish to answer personally abusive or offensive correspondence may refer it to their line "
        "manager to answer.",
    ),
    _by(
        "3.2.8",
        "Any threat, intimidation or harassment of our staff, or of those who work with us, is taken very "
        "seriously. Where it is deemed necessary it is reported to the appropriate authority, which may include the "
        "police.",
    ),
    _by(
        "3.3.1",
        "Customers have a right to express their views reasonably. Demands may be unreasonable by how much "
        "information is sought, the nature and scale of service expected, or the number of approaches.",
    ),
    _by(
        "3.3.2",
        "What is unreasonable always depends on the circumstances around the behaviour and on how serious the "
        "customer's issues are.",
    ),
    _by(
        "3.3.3", "Demands are unacceptable once they take so much staff time that other customers or functions suffer."
    ),
    _by(
        "3.4.1",
        "Some customers will not or cannot accept that we can do no more than we have. They may go on disagreeing "
        "with a decision, or contact somebody persistently about the same issue.",
    ),
    _by(
        "3.4.2", "How these customers approach us may be entirely reasonable: it is that they go on and on that is not."
    ),
    _by(
        "3.4.3",
        "Persistence is unacceptable when it takes what we consider a disproportionate amount of time and resources.",
    ),
    _by(
        "4.1",
        "Staff who meet unreasonable behaviour on a call, a visit or in an interview tell the customer that it is "
        "not acceptable and that, if it goes on, the call, visit or interview will be ended.",
    ),
    _by(
        "4.2",
        "We may then restrict contact, on evidence, appropriately and in proportion. In most circumstances the "
        "customer is told in writing why the behaviour is not acceptable, what we are doing and for how long, and "
        "that it is reviewed from time to time.",
    ),
    _by("4.3", "Only a manager can authorise action to restrict contact."),
    _by(
        "4.4",
        "Restrictions are appropriate and in proportion. The options listed are those most likely to be considered, "
        "not all there are.",
    ),
    _by(
        "4.5",
        "Behaviour so extreme that it threatens the immediate safety and welfare of staff or customers is reported "
        "to the police, or legal action is considered. We may then not warn the customer of it beforehand.",
    ),
    _by("4.6", "A warning icon on the customer's account makes staff aware of the behaviour."),
    _by(
        "4.7",
        "A customer can appeal against a decision to restrict contact: a senior officer who was not involved in it "
        "reviews it.",
    ),
    _by("4.8", "Customers are treated fairly and without discrimination, by the Equality and Diversity Policy."),
    _by("4.9", "Some behaviour may be due to a vulnerability, of which we may or may not be aware."),
    _by(
        "4.10",
        "Services are flexible and fit each customer's needs. Before any action we speak with known support workers "
        "and providers, and may work with other agencies.",
    ),
    _by("4.11", "All our correspondence is available in another format or language on request."),
    _by(
        "5.1",
        "The policy is reviewed every three years, and sooner if best practice, regulation or law changes "
        "significantly.",
    ),
    _by(
        "6.1",
        "The Equality and Diversity Policy and the law apply: every protected characteristic is considered, to "
        "eliminate discrimination, advance equality of opportunity and foster good relations.",
    ),
    _by("6.2", "The policy and what belongs to it come in other languages and formats where necessary."),
    _by(
        "7.1",
        "The data protection policy and procedures are followed throughout, also when data is shared with partners "
        "and third parties.",
    ),
)
CLAUSES = {clause.number: clause for clause in _CLAUSES}

_EXAMPLES = {
    "3.2.3": ("Threats.", "Physical violence.", "Verbal abuse of a person.", "Derogatory remarks and rudeness."),
    "3.2.4": (
        "Publishing unreasonable or derogatory views or opinions on social media or the internet about the "
        "landlord, a linked company or a member of staff.",
    ),
    "3.3.2": (
        "Unreasonable demands of staff, for information or documents, or for an answer within an unreasonable time.",
        "Insisting on seeing or speaking to a particular member of staff.",
        "An excessive number of calls, letters, e-mails or contacts on social media.",
        "Repeatedly changing the substance of an enquiry or complaint, or raising unrelated concerns.",
        "Refusing to say or discuss what a complaint or enquiry rests on, though staff offered to help with it.",
        "Refusing to co-operate with an investigation while still wanting the concerns resolved.",
        "Refusing to accept that an issue is not within our remit.",
        "Insisting that a complaint is dealt with in a way that does not fit the complaints procedure or good "
        "practice.",
        "Seeking to have staff replaced who deal with a complaint.",
        "Changing the basis of a complaint while it is investigated, or denying what was said earlier.",
        "Giving trivial or irrelevant information and expecting comment on it, or asking many detailed but "
        "unimportant questions and insisting on a full answer to each.",
        "Recording meetings and conversations covertly.",
        "Pursuing a concern or complaint with several members of staff at the same time.",
    ),
    "3.4.1": (
        "Unnecessarily excessive demands on the time and resources of staff while a complaint is looked into.",
        "Such as: excessive calls, e-mails, letters and messages on social media, expecting an immediate answer.",
        "Such as: repeating a complaint after its process is complete, essentially about the same issues, with "
        "additions or variations that are said to make it new.",
        "Persistently refusing to accept a decision of ours.",
        "Persistently refusing to accept explanations of what we can and cannot do.",
        "Going on with a complaint without any new information.",
    ),
    "4.4": (
        "Asking for contact in a particular form, for example by letters or e-mails only.",
        "Requiring contact to be with a named officer.",
        "Restricting telephone calls to set days and times.",
        "Telling the customer that only significant and serious queries will be dealt with.",
    ),
}
EXAMPLES = {
    number: tuple(Example(f"{number} ({at})", words) for at, words in enumerate(listed, 1))
    for number, listed in _EXAMPLES.items()
}

HEADINGS = {
    "abuse": "Aggressive or abusive behaviour",
    "requests": "Unreasonable requests",
    "persistence": "Unacceptable persistence",
}

PRACTICE = "good practice"
_OPINION = "Everybody may hold and voice an opinion (3.1). Say what was unreasonable or derogatory, and about whom."
_INQUIRY = "Only once the matter itself has been looked into."
_COMPLAINT = "A complaint about a colleague is a complaint, and is looked into."
_ALWAYS_OPEN = "Going to the Ombudsman, an MP or a lawyer is never persistence."
_CANNOT = "Ask first whether they cannot, rather than will not: they may need help with it (4.9)."

_BEHAVIOURS = (
    Behaviour("violence", "abuse", "3.2.3 (2)", "Used physical violence"),
    Behaviour("threat", "abuse", "3.2.3 (1)", "Threatened somebody"),
    Behaviour("intimidation", "abuse", "3.2.5", "Behaved in a threatening or intimidating manner"),
    Behaviour("harassment", "abuse", "3.2.8", "Harassed somebody who works here or with us"),
    Behaviour("verbal_abuse", "abuse", "3.2.3 (3)", "Swore at or insulted somebody"),
    Behaviour("derogatory", "abuse", "3.2.3 (4)", "Made derogatory remarks or was rude"),
    Behaviour("inflammatory", "abuse", "3.2.4", "Made inflammatory statements"),
    Behaviour("allegations", "abuse", "3.2.4", "Made allegations without substance", _INQUIRY),
    Behaviour(
        "online_abuse",
        "abuse",
        "3.2.4 (1)",
        "Published unreasonable or derogatory views or opinions online about us, a linked company or a colleague",
        _OPINION,
    ),
    Behaviour(
        "discriminatory",
        "abuse",
        PRACTICE,
        "Used racist, sexist or other discriminatory words",
        because="Equality Act 2010; Worker Protection Act 2023",
    ),
    Behaviour("damage", "abuse", PRACTICE, "Damaged or threw things", because="Criminal Damage Act 1971"),
    Behaviour(
        "online_private",
        "abuse",
        PRACTICE,
        "Showed a colleague's private details or pictures online",
        because="Protection from Harassment Act 1997",
    ),
    Behaviour(
        "unreasonable_time",
        "requests",
        "3.3.2 (1)",
        "Made unreasonable demands for information or documents, or for an answer in an unreasonable time",
    ),
    Behaviour("particular_staff", "requests", "3.3.2 (2)", "Insisted on seeing or speaking to a particular colleague"),
    Behaviour("continual_contact", "requests", "3.3.2 (3)", "Made contact an excessive number of times"),
    Behaviour(
        "changing_matter",
        "requests",
        "3.3.2 (4)",
        "Kept changing the substance of the matter, or raised unrelated concerns",
    ),
    Behaviour(
        "refuses_grounds",
        "requests",
        "3.3.2 (5)",
        "Refused to say or discuss what the matter rests on, though help was offered",
        _CANNOT,
    ),
    Behaviour(
        "refuses_investigation",
        "requests",
        "3.3.2 (6)",
        "Refused to co-operate with an investigation and still wanted the concerns resolved",
        _CANNOT,
    ),
    Behaviour("refuses_remit", "requests", "3.3.2 (7)", "Refused to accept that a matter is not within our remit"),
    Behaviour(
        "incompatible_ways",
        "requests",
        "3.3.2 (8)",
        "Insisted on ways to deal with a complaint that do not fit the procedure or good practice",
    ),
    Behaviour("staff_replaced", "requests", "3.3.2 (9)", "Sought to have a colleague replaced", _COMPLAINT),
    Behaviour(
        "changing_basis",
        "requests",
        "3.3.2 (10)",
        "Changed the basis of a complaint while it was investigated, or denied earlier statements",
    ),
    Behaviour(
        "trivial_detail",
        "requests",
        "3.3.2 (11)",
        "Gave trivial or irrelevant information, or asked many unimportant questions, and insisted on full answers",
    ),
    Behaviour(
        "covert_recording",
        "requests",
        "3.3.2 (12)",
        "Recorded a meeting or conversation covertly",
        "A recording for one's own use is lawful and may be an aid to memory: ask why first.",
    ),
    Behaviour(
        "many_addressees", "requests", "3.3.2 (13)", "Pursued the same matter with several colleagues at the same time"
    ),
    Behaviour("more_than_offered", "requests", "3.3.1", "Expected a nature or scale of service that is unreasonable"),
    Behaviour(
        "excessive_demands",
        "persistence",
        "3.4.1 (1)",
        "Made excessive demands on staff's time while a complaint was looked into",
    ),
    Behaviour(
        "expects_at_once",
        "persistence",
        "3.4.1 (2)",
        "Rang or wrote to excess while a complaint was looked into, and expected an answer at once",
    ),
    Behaviour(
        "repeat_complaints",
        "persistence",
        "3.4.1 (3)",
        "Made the same complaint again as a new one after its process was complete",
        "Ask first what is new in it.",
    ),
    Behaviour(
        "refuses_decision",
        "persistence",
        "3.4.1 (4)",
        "Kept refusing to accept a decision that was explained",
        _ALWAYS_OPEN,
    ),
    Behaviour(
        "refuses_explanation", "persistence", "3.4.1 (5)", "Kept refusing an explanation of what we can and cannot do"
    ),
    Behaviour("nothing_new", "persistence", "3.4.1 (6)", "Went on with a complaint without any new information"),
)
BEHAVIOURS = {behaviour.key: behaviour for behaviour in _BEHAVIOURS}
ADULT = 18
COUNTED_HEADINGS = ("requests", "persistence")

CHANNELS = {
    "telephone": "by telephone",
    "text": "by text message",
    "letter": "by letter",
    "email": "by e-mail",
    "portal": "through the website or online chat",
    "social_public": "in a public post on social media",
    "social_message": "in a message on social media",
    "office": "in person at an office",
    "visit": "in person during a visit to the home",
    "site": "in person at a site or on an estate",
    "third_party": "through somebody else",
}
COUNTED_WORDS = {
    "telephone": "telephone calls",
    "text": "text messages",
    "letter": "letters",
    "email": "e-mails",
    "portal": "online messages",
    "social_public": "public posts",
    "social_message": "social media messages",
    "office": "visits to an office",
    "visit": "visits",
    "site": "visits to a site",
    "third_party": "contacts through others",
}
WRITTEN_CHANNELS = ("text", "letter", "email", "portal", "social_public", "social_message")
PERMITTED_CHANNELS = {
    "letter": "letters",
    "email": "e-mails",
    "telephone": "telephone calls",
    "text": "text messages",
    "portal": "messages through our website",
    "office": "meetings at our office",
    "visit": "visits we have agreed",
}

ALWAYS_OPEN = {
    "emergency": "emergencies",
    "repairs": "repairs, damp and mould, and other hazards in your home",
    "gas_electric": "gas and electrical safety",
    "safeguarding": "safeguarding and domestic abuse",
    "complaints": "complaints, and appeals against our decisions",
    "ombudsman": "the Housing Ombudsman",
    "politicians": "your MP and your councillors",
    "advisers": "an adviser, a solicitor or somebody you have chosen to speak for you",
    "rent": "rent and other payments",
    "data": "requests for your data or for information",
}

PROTECTED = {
    "complaint": "a complaint",
    "ombudsman": "contact with the Ombudsman",
    "politician": "contact through an MP or councillor",
    "data_request": "a request for data or information",
    "whistleblowing": "whistleblowing",
    "safeguarding": "a safeguarding concern",
    "hazard": "a report of a hazard or an emergency repair",
}
# What contacts are counted under (3.3.3, 3.4.3); some subjects make a contact protected by themselves.
CONTACT_SUBJECTS = {
    "repair": "A repair",
    "rent": "Rent or money",
    "tenancy": "The tenancy or the home",
    "neighbours": "Neighbours or the estate",
    "moving": "Moving or applying",
    "complaint": "A complaint",
    "other": "Something else",
}
PROTECTED_SUBJECTS = {"complaint": "complaint"}
OPEN_SUBJECTS = {"repair": "repairs", "rent": "rent", "complaint": "complaints"}  # each a key of ALWAYS_OPEN

SEVERITIES = {
    1: "Rude or unreasonable",
    2: "Abusive or personal",
    3: "A threat, intimidation or discriminatory abuse",
    4: "Violence, a weapon or a believable threat to life",
}
IDENTITIES = {
    "certain": "Certain: known to the colleague, or passed the security questions",
    "likely": "Likely: voice, number or address fits",
    "low": "Not sure it was this person",
}
WHO_ACTED = {
    "customer": "The customer",
    "household": "Somebody else in the household",
    "visitor": "A visitor to the home",
    "representative": "Somebody who speaks for the customer",
    "unknown": "Not known",
}
CUSTOMER_KINDS = {
    "tenant": "Tenant",
    "leaseholder": "Leaseholder",
    "shared_owner": "Shared owner",
    "household_member": "Household member",
    "representative": "Representative",
    "applicant": "Applicant",
    "visitor": "Visitor",
}
LETTER_FORMATS = {
    "standard": "Standard print",
    "large_print": "Large print (18 point)",
    "easy_read": "Easy read",
    "plain_text": "Plain text, for a screen reader",
    "email": "E-mail",
    "audio": "Audio",
    "braille": "Braille",
}
# Those that lay out the letter itself; every other one is made from standard print and goes beside it.
FORMAT_LAYOUTS = {"large_print": "large_print", "easy_read": "easy_read"}
FORMATS_MADE_HERE = ("standard", "large_print", "easy_read", "plain_text", "email")
# Those made here by half: what is still missing, and what has to be written down about it (G33).
FORMATS_BEGUN_HERE = {
    "audio": (
        "The text to read aloud is made here, and somebody still has to read it.",
        "Write down who records it or reads it to them, and when.",
    ),
    "braille": (
        "The file for the embosser is made here, and somebody still has to emboss it.",
        "Write down who embosses it, and when.",
    ),
}
NEEDS = {
    "cannot_write": "Finds it hard or impossible to write or type",
    "cannot_read_print": "Cannot read ordinary print",
    "deaf": "Deaf or hard of hearing: cannot use the telephone",
    "no_speech": "Finds speaking on the telephone hard or impossible",
    "no_internet": "Has no internet or e-mail",
    "no_telephone": "Has no telephone",
    "cannot_travel": "Cannot come to an office",
    "language": "Needs an interpreter or a translation",
    "understanding": "Needs information in simple steps",
    "memory": "Forgets: needs reminding, or things in writing",
    "support_days": "Has help only on certain days",
    "domestic_abuse": "Has survived domestic abuse",
    "mental_health": "Has told us of a mental health difficulty",
    "other": "Something else",
}
# What a known need rules out (G20): the ways of contact that this person cannot use.
CANNOT_USE = {
    "cannot_write": frozenset({"letter", "email", "text", "portal"}),
    "cannot_read_print": frozenset({"letter"}),
    "deaf": frozenset({"telephone"}),
    "no_speech": frozenset({"telephone"}),
    "no_internet": frozenset({"email", "portal"}),
    "no_telephone": frozenset({"telephone", "text"}),
    "cannot_travel": frozenset({"office"}),
}
NOTE_KINDS = {
    "letter": "How our letters put it, as “you” and without names",
    "correction": "A correction",
    "account": "The customer's account",
    "finding": "What was found when it was looked into",
    "identity": "How we know who it was",
    "no_request": "Nothing was asked for in the same contact",
    "police": "Whether the police were told",
    "triage": "A manager's decision on what to do",
}
STAFF_PARTS = {
    "target": "It was aimed at them",
    "witness": "They saw or heard it",
    "complained_about": "The customer has complained about them",
    "rang_police": "They rang the police",
}
TRIAGE_OUTCOMES = {
    "no_action": "No action",
    "informal": "An informal word first",
    "warning": "Consider a written warning",
}
DELIVERIES = {
    "posted": "Posted",
    "handed": "Handed over",
    "emailed": "Sent by e-mail",
    "read": "E-mail read",
    "returned": "Came back undelivered",
}
# How a letter goes; the first three are ways of posting it.
WAYS = {
    "first_class": "First class",
    "second_class": "Second class",
    "signed_for": "Signed for",
    "by_hand": "By hand",
    "email": "E-mail",
}
POST_WAYS = ("first_class", "second_class", "signed_for")
SUPPORT_METHODS = {"telephone": "Telephone", "email": "E-mail", "letter": "Letter", "in_person": "In person"}
WARNING_KINDS = {
    "behaviour": "Warning about behaviour",
    "abusive_correspondence": "Warning about abusive letters or e-mails",
}
APPEAL_GROUNDS = {
    "not_me": "It was not them, or we have the wrong person",
    "facts": "The facts are not right",
    "disproportionate": "It goes too far, or lasts too long",
    "impact": "What it does to them: health, home, family, work",
    "process": "How we decided: not told, not heard, not by our policy",
    "other": "Something else",
}
APPEAL_FOUND = {"upheld": "Upheld: they are right", "partly": "Right in part", "not_upheld": "Not upheld"}
APPEAL_OUTCOMES = {
    "stands": "It stands",
    "varied": "It is changed: milder or shorter",
    "overturned": "It is overturned",
}
ROLES = {
    "colleague": "Colleague",
    "officer": "Officer",
    "manager": "Manager",
    "safety_lead": "Safety lead",
    "senior_officer": "Senior officer",
    "data_protection_officer": "Data protection officer",
    "administrator": "Administrator",
}
# Staff-safety markers (4.6, G52-G60). "Everybody" is no team, so it cannot be chosen (G56).
_TEAMS = (
    Team("housing", "The housing officers", ("housing",)),
    Team("contact_centre", "The customer contact team", ("customer contact", "contact centre", "customer adviser")),
    Team("repairs", "Our own repairs team", ("repairs", "plumber", "electrician", "joiner")),
    Team("surveyors", "The surveyors", ("survey", "assets")),
    Team("estates", "The estate and caretaking team", ("estate", "caretak", "neighbourhood")),
    Team("income", "The rents and income team", ("income", "rents")),
    Team("support", "The support and sheltered housing team", ("support", "sheltered")),
    Team("repairs_contractor", "The repairs contractor", outside=True),
    Team("gas_contractor", "The gas and heating contractor", outside=True),
    Team("cleaning_contractor", "The cleaning and grounds contractor", outside=True),
    Team("partner", "A partner body that visits for us", outside=True),
)
TEAMS = {team.key: team for team in _TEAMS}
MARKER_ABOUT = {
    "person": "This customer",
    "property": "The property: a hazard of the building or the place",
    "animal": "An animal kept there",
    "associated": "Somebody else who is often there",
}
MARKER_CATEGORIES = {
    "verbal": "Abusive words face to face",
    "threat": "A threat",
    "violence": "Violence",
    "weapon": "A weapon, or something used as one",
    "animal": "An animal",
    "property": "A hazard of the property",
    "other": "Something else",
}
# What may be marked under which choice (G58), the number that bounds its time (G54), and what may not lapse unseen.
MARKER_FITS = {
    "person": ("verbal", "threat", "violence", "weapon", "other"),
    "associated": ("verbal", "threat", "violence", "weapon", "other"),
    "animal": ("animal",),
    "property": ("property",),
}
MARKER_MONTHS = {
    "verbal": "marker_verbal_months",
    "threat": "marker_threat_months",
    "violence": "marker_violence_months",
    "weapon": "marker_violence_months",
    "animal": "marker_animal_months",
    "property": "marker_animal_months",
    "other": "marker_verbal_months",
}
MARKER_GRAVE = ("violence", "weapon")
MARKER_TELLING = {"tell": "Tell the customer", "withhold": "Do not tell them for now: it would be dangerous"}
# Behaviours that can make a visit unsafe; being rude or writing too often never does (G53).
UNSAFE = ("violence", "threat", "intimidation", "damage")
LOOKING = {
    "visit": "I am going there, or sending somebody",
    "telephone": "They are on the telephone or at the counter",
    "arranging": "I am arranging a repair or an appointment",
    "deciding": "I am deciding about it",
    "checking": "I am checking that it is right, or answering for it",
    "other": "Something else",
}
# A source that is nobody, and words that are only passed on (G52).
NOBODY = (
    "anonymous", "a neighbour", "neighbours", "somebody", "someone", "people", "everybody", "everyone", "staff",
    "colleagues", "unknown", "not known", "rumour", "hearsay", "n/a", "none", "various", "others", "they",
    "word of mouth",
)  # fmt: skip
HEARSAY = (
    "i heard", "i have heard", "we heard", "apparently", "rumour", "it is said", "they say", "people say", "word is",
)  # fmt: skip
VAGUE_ACTIONS = ("take care", "be careful", "caution", "beware", "be aware", "use caution", "see file", "do not visit")

LABEL_WORDS = (
    "vexatious",
    "nuisance",
    "abuser",
    "malicious",
    "aggressor",
    "unstable",
    "mad",
    "lunatic",
    "nutter",
    "troublemaker",
    "liar",
    "paranoid",
    "dangerous person",
    "persistent offender",
    "time waster",
    "scrounger",
    "hysterical",
    "obsessed",
    "delusional",
    "drunk",
    "junkie",
    "violent person",
)


def headings_of(behaviours: list[str]) -> list[str]:
    """The policy's headings, in its order, that these behaviours fall under."""
    found = {BEHAVIOURS[key].heading for key in behaviours if key in BEHAVIOURS}
    return [heading for heading in HEADINGS if heading in found]


def paragraphs_of(behaviours: list[str]) -> list[str]:
    """The numbers of the clauses that name these behaviours, in the policy's order; what is ours alone has none."""
    named = {BEHAVIOURS[key].clause for key in behaviours if key in BEHAVIOURS}
    return [number for number in CLAUSES if number in named]
