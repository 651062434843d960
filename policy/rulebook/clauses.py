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
class Behaviour:
    """One example of behaviour the policy names, under its heading and clause; `caution` is what to ask first."""

    key: str
    heading: str
    clause: str
    words: str
    caution: str = ""


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
    _by("1.1", "Most contact with customers is civil. This policy is for the few occasions when it is not."),
    _by(
        "1.2",
        "It is not there to stop anyone raising a proper concern, complaint or repair, however often they need to.",
    ),
    _by("1.3", "It covers every way of contact: in person, by telephone, letter, e-mail, text, and on social media."),
    _by(
        "box",
        "Before any action, the customer has received a written warning. It says what the behaviour was, with dates "
        "and times wherever possible, and what sanction is proposed if it goes on.",
    ),
    _by("2.0", "The policy applies to all services and places of ours, and to everyone who works in them."),
    _by("3.1", "We group unacceptable behaviour under three headings. Everyone may hold and voice an opinion of us."),
    _by(
        "3.2.1",
        "Anger is not unacceptable in itself. It becomes aggression when it is turned on the people who work here.",
    ),
    _by(
        "3.2.2",
        "Aggression is not only physical: words, spoken or written, that make somebody afraid, threatened or abused "
        "count too.",
    ),
    _by("3.2.3", "Examples of aggressive or abusive behaviour towards staff."),
    _by("3.2.4", "The same standards hold for what is written about our staff online."),
    _by("3.2.5", "A colleague may ask a customer to stop and, if it goes on, end the call or the visit."),
    _by(
        "3.2.6",
        "Abusive letters and e-mails: what was properly asked for is still answered. The writer is told in writing "
        "that it was offensive, that it is not accepted, and what will follow.",
    ),
    _by("3.2.7", "Nobody has to answer abuse addressed to them: the reply may be passed to a line manager."),
    _by("3.2.8", "Violence and threats may be reported to the police."),
    _by("3.3.1", "A request becomes unreasonable when it takes up so much time that other customers' service suffers."),
    _by("3.3.2", "Examples of unreasonable requests."),
    _by("3.3.3", "What makes contact excessive is its number, its length and its frequency, so it is counted."),
    _by("3.4.1", "Examples of unacceptable persistence."),
    _by("3.4.2", "Persistence becomes unacceptable when the answer has been given and nothing new is added."),
    _by("3.4.3", "As with requests, the amount of contact and the time it takes are counted and shown."),
    _by(
        "4.1",
        "During a call or a visit the customer is told that the behaviour is not acceptable and asked to stop. If it "
        "goes on, the contact may be ended.",
    ),
    _by(
        "4.2",
        "Any restriction is based on evidence, appropriate and in proportion. The customer is told in writing why, "
        "what "
        "it is and how long it is planned to last, and it is reviewed from time to time.",
    ),
    _by("4.3", "Only a manager decides to restrict contact."),
    _by(
        "4.4",
        "The options: contact in a particular form, one named officer, calls only on set days and times, or replies to "
        "significant and serious matters only.",
    ),
    _by(
        "4.5",
        "Where the immediate safety of staff or customers is threatened, police or legal action may come without a "
        "warning.",
    ),
    _by("4.6", "An icon on the customer's account tells staff that an arrangement is in place."),
    _by("4.7", "The customer may appeal to a senior officer who was not involved in the decision."),
    _by("4.9", "Health, disability and other needs are looked at before any decision."),
    _by("4.10", "Known support workers and providers are spoken to before any action."),
    _by("4.11", "Letters are given in another format or language when the customer needs it."),
    _by("6.1", "Decisions have regard to equality law and to what each customer needs."),
    _by("6.2", "Information is offered in other languages and formats."),
    _by("7.1", "Records are kept and shared under the data protection policy."),
)
CLAUSES = {clause.number: clause for clause in _CLAUSES}

HEADINGS = {
    "abuse": "Aggressive or abusive behaviour",
    "requests": "Unreasonable requests",
    "persistence": "Unacceptable persistence",
}

_OPINION = (
    "An opinion about us is not unacceptable. Record threats, a named colleague targeted, or private details shown."
)
_INQUIRY = "Only once the matter itself has been looked into."

_BEHAVIOURS = (
    Behaviour("violence", "abuse", "3.2.3", "Used physical violence"),
    Behaviour("threat", "abuse", "3.2.3", "Threatened somebody"),
    Behaviour("intimidation", "abuse", "3.2.3", "Acted in a way that frightened or intimidated somebody"),
    Behaviour("verbal_abuse", "abuse", "3.2.3", "Swore at or insulted somebody"),
    Behaviour("derogatory", "abuse", "3.2.3", "Made belittling remarks about somebody"),
    Behaviour("discriminatory", "abuse", "3.2.3", "Used racist, sexist or other discriminatory words"),
    Behaviour("rudeness", "abuse", "3.2.3", "Was persistently rude"),
    Behaviour("inflammatory", "abuse", "3.2.3", "Made statements meant to provoke"),
    Behaviour("allegations", "abuse", "3.2.3", "Made serious allegations without grounds", _INQUIRY),
    Behaviour("damage", "abuse", "3.2.3", "Damaged or threw things"),
    Behaviour("online_abuse", "abuse", "3.2.4", "Wrote abuse or threats about a colleague online", _OPINION),
    Behaviour("online_private", "abuse", "3.2.4", "Showed a colleague's private details or pictures online", _OPINION),
    Behaviour("unreasonable_time", "requests", "3.3.2", "Demanded answers within an unreasonable time"),
    Behaviour(
        "particular_staff",
        "requests",
        "3.3.2",
        "Insisted on one particular member of staff, or refused to deal with one",
    ),
    Behaviour(
        "staff_replaced",
        "requests",
        "3.3.2",
        "Sought to have a colleague replaced",
        "A complaint about a colleague is a complaint, and is looked into.",
    ),
    Behaviour("continual_contact", "requests", "3.3.2", "Rang, wrote or called continually"),
    Behaviour("many_addressees", "requests", "3.3.2", "Sent the same matter to many people or teams at once"),
    Behaviour("changing_matter", "requests", "3.3.2", "Kept changing the matter, or added unrelated matters"),
    Behaviour(
        "covert_recording",
        "requests",
        "3.3.2",
        "Recorded colleagues without telling them",
        "A recording for one's own use is lawful and may be an aid to memory: ask why first.",
    ),
    Behaviour("more_than_offered", "requests", "3.3.2", "Demanded services we do not provide"),
    Behaviour(
        "refuses_decision",
        "persistence",
        "3.4.1",
        "Kept refusing to accept a decision that was explained",
        "Going to the Ombudsman, an MP or a lawyer is never persistence.",
    ),
    Behaviour(
        "refuses_explanation", "persistence", "3.4.1", "Kept refusing an explanation of what we can and cannot do"
    ),
    Behaviour("nothing_new", "persistence", "3.4.1", "Went on with a closed matter without anything new"),
    Behaviour("refuses_process", "persistence", "3.4.1", "Would not use the proper way to take the matter further"),
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
