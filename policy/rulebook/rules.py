"""The register of rules: id, kind, clause and the sentence a colleague reads. The checks themselves are in the nouns.

Kinds: H hard stop; S stop unless a higher grade overrides it with a reason; A happens by itself; W warning on screen.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One rule: `clause` is the policy's number, or "good practice" where the policy is silent.

    `about` is what the rule is about, one of ABOUT: a page knows from it where the rule is cleared.
    """

    id: str
    kind: str
    clause: str
    sentence: str
    about: str


KINDS = {
    "H": "Always stops the step",
    "S": "Stops the step unless somebody of a higher grade overrides it with a written reason",
    "A": "Happens by itself",
    "W": "Is shown as a warning",
}

PRACTICE = "good practice"

ABOUT = {
    "incidents": "what happened, and whether it may be relied on",
    "measures": "which measures are chosen",
    "ladder": "why nothing milder would do",
    "sanctions": "what the warning says may follow",
    "received": "whether the warning was received",
    "declaration": "acting without a warning",
    "dates": "from when and until when",
    "ended": "that it has ended by itself",
    "basis": "what the decision rests on, and its reasons",
    "weighing": "what whoever decides considered",
    "support": "who supports the customer, and whether they were asked",
    "said": "what the customer was asked and said",
    "grounds": "what an appeal says, and the answer to it",
    "time to appeal": "by when one appeals and is answered",
    "reading": "the second reader",
    "people": "who decides",
    "precedent": "what was decided before",
    "words": "the words of the letter",
    "format": "the format and language of the letter",
    "issuing": "that the letter is sent",
    "source": "the incident or concern that a marker rests on",
    "marker": "what is written in a marker",
    "readers": "who sees a marker",
    "telling": "whether the customer is told of a marker",
    "contact": "contacts under an arrangement",
    "life": "what has happened in the customer's life",
    "correction": "what was put right",
    "colleagues": "how colleagues are looked after",
}

_ALL = (
    Rule(
        "G1",
        "H",
        "box",
        "A restriction needs a written warning that named this sanction, or a stricter one.",
        "measures",
    ),
    Rule(
        "G2",
        "H",
        "box",
        "A warning lists at least one incident: with behaviour, date, and time or why it is not known.",
        "incidents",
    ),
    Rule("G3", "H", "box", "A warning names at least one proposed sanction from the policy's list.", "sanctions"),
    Rule(
        "G4", "H", "box", "The customer must have received the warning; returned post opens the step again.", "received"
    ),
    Rule(
        "G5",
        "S",
        "box",
        "At least one incident comes after the warning was received and while it is live.",
        "incidents",
    ),
    Rule("G6", "S", "box", "A restriction is not harsher than the sanction the customer was warned of.", "measures"),
    Rule("G7", "H", "4.9", "Whoever decides weighs needs and equality on the day, in words of their own.", "weighing"),
    Rule("G8", "S", "4.10", "Known support workers are contacted, or tried twice, before any action.", "support"),
    Rule(
        "G9",
        "H",
        PRACTICE,
        "Our own part is looked at before any action: repairs, complaints, unanswered contacts.",
        "weighing",
    ),
    Rule("G10", "H", "4.2", "Nobody is warned for an incident where we are not sure it was them.", "incidents"),
    Rule(
        "G11", "S", PRACTICE, "A complaint about our staff in the same event is answered before a warning.", "incidents"
    ),
    Rule(
        "G12",
        "S",
        "1.2",
        "Complaints, data requests and other protected contacts are never evidence of persistence.",
        "incidents",
    ),
    Rule("G13", "S", PRACTICE, "Incidents older than the look-back period are background only.", "incidents"),
    Rule("G14", "S", PRACTICE, "A second person reads every warning before it is issued.", "reading"),
    Rule("G15", "H", "4.3", "Only a manager authorises a restriction.", "people"),
    Rule(
        "G16",
        "S",
        PRACTICE,
        "Whoever authorises was not the target of the behaviour, nor reports to someone who was.",
        "people",
    ),
    Rule(
        "G17",
        "H",
        "4.5",
        "Two people decide on the extreme route; somebody else looks back on it within days.",
        "declaration",
    ),
    Rule(
        "G18",
        "H",
        "4.5",
        "The extreme route needs a reason tied to immediate safety, and a decision about the police.",
        "declaration",
    ),
    Rule("G19", "H", "4.2", "A stricter measure needs the reason why each milder one would not do.", "ladder"),
    Rule("G20", "H", "4.9", "A restriction may not clash with what we know the customer needs.", "measures"),
    Rule(
        "G21",
        "H",
        "4.4",
        "“Significant and serious matters only” needs a definition and examples in the letter.",
        "measures",
    ),
    Rule("G22", "H", "4.2", "A restriction has a start, an end and a review date, within their limits.", "dates"),
    Rule("G23", "H", PRACTICE, "A decision is about one named person, on that person's own behaviour.", "incidents"),
    Rule("G24", "H", PRACTICE, "A representative is never cut off by the customer's restriction.", "incidents"),
    Rule(
        "G25",
        "H",
        "1.2",
        "Emergencies, repairs, safeguarding, complaints and the other essentials are always open.",
        "measures",
    ),
    Rule(
        "G26",
        "H",
        "4.4",
        "Nobody is blocked: contact outside the arrangement still reaches a person who reads it.",
        "measures",
    ),
    Rule("G27", "A", "1.2", "New matters are always read and judged on their merits.", "contact"),
    Rule(
        "G28",
        "H",
        "4.4",
        "A named officer has a deputy, both work here, and together they cover the working week.",
        "measures",
    ),
    Rule(
        "G29",
        "W",
        PRACTICE,
        "Whoever decides sees what was decided in the last comparable cases, without names.",
        "precedent",
    ),
    Rule("G30", "S", "4.2", "A change of a number alters nothing that is already decided.", "dates"),
    Rule("G31", "H", PRACTICE, "Nobody under 18 is warned or restricted without safeguarding sign-off.", "weighing"),
    Rule("G32", "H", "4.2", "A restriction is in force only once its letter has been issued.", "issuing"),
    Rule("G33", "H", "4.11", "Letters go out in the format and language the customer has asked for.", "format"),
    Rule(
        "G34",
        "H",
        "4.7",
        "A restriction letter says how to appeal, by when, to whom, and when it is reviewed.",
        "words",
    ),
    Rule("G35", "H", "7.1", "Letters name no colleague who was a target, no neighbour and no other customer.", "words"),
    Rule("G36", "S", "4.2", "Words that label a person need a reason.", "words"),
    Rule("G37", "H", "4.2", "Every fact in a letter comes from the record and cannot differ from it.", "words"),
    Rule(
        "G38",
        "H",
        "3.2.6",
        "Of abusive letters and e-mails it is recorded what was asked for, with an owner and a date.",
        "incidents",
    ),
    Rule(
        "G39",
        "A",
        "4.2",
        "A review cannot be deleted or moved past its limit; an overdue one goes to a senior officer.",
        "dates",
    ),
    Rule("G40", "A", "4.2", "Without a review a restriction ends on its date, and the customer is told.", "ended"),
    Rule(
        "G41",
        "H",
        "4.2",
        "Going on needs new evidence since the last decision, or the reason why none is needed.",
        "basis",
    ),
    Rule("G42", "S", PRACTICE, "The customer is invited to comment before each review.", "said"),
    Rule("G43", "S", PRACTICE, "At least every second review is held by somebody who did not decide before.", "people"),
    Rule("G44", "H", "4.7", "A senior officer who had no part in the decision hears the appeal.", "people"),
    Rule("G45", "H", "4.7", "An appeal is taken by any way of contact, and from a representative too.", "grounds"),
    Rule(
        "G46",
        "A",
        "4.7",
        "The time to appeal runs from receipt; late appeals are possible; more time needs a letter.",
        "time to appeal",
    ),
    Rule("G47", "H", "4.7", "What the decision rested on is kept as it was, and each ground is answered.", "grounds"),
    Rule(
        "G48",
        "H",
        "4.2",
        "On its last day everything ends; it is not closed until the customer and the teams are told.",
        "dates",
    ),
    Rule(
        "G49",
        "A",
        PRACTICE,
        "A request to lift a restriction or marker is an early review, answered in the time of an appeal.",
        "said",
    ),
    Rule(
        "G50",
        "A",
        "4.4",
        "Our own side of the arrangement is timed: replies, calls and visits that we missed.",
        "contact",
    ),
    Rule(
        "G51",
        "A",
        "7.1",
        "Death, the end of a tenancy, a move or a new name ends or moves what stands on the file.",
        "life",
    ),
    Rule(
        "G52",
        "H",
        "4.6",
        "A marker rests on a specific incident, or on a named person's clearly stated concern.",
        "source",
    ),
    Rule(
        "G53",
        "H",
        "4.6",
        "A marker and a contact restriction are separate decisions; neither makes the other.",
        "source",
    ),
    Rule(
        "G54",
        "H",
        "4.6",
        "A marker has a category, a fact, what to do, an end within its limit and a review by then.",
        "marker",
    ),
    Rule(
        "G55",
        "A",
        "4.6",
        "An ended marker is gone at once; one about violence is first brought to a senior officer.",
        "dates",
    ),
    Rule("G56", "S", "7.1", "Who sees a marker is chosen by need; “everybody” is not a choice.", "readers"),
    Rule(
        "G57",
        "S",
        "7.1",
        "The person is told what is recorded, or the reason for not telling is written down.",
        "telling",
    ),
    Rule(
        "G58",
        "H",
        "4.6",
        "A marker is about exactly one: the person, the property, an animal or somebody else there.",
        "marker",
    ),
    Rule("G59", "H", "4.6", "What a contractor asks for is a request until it is approved here.", "marker"),
    Rule(
        "G60",
        "A",
        "7.1",
        "Whoever opens a marker is recorded with the reason, and unusual looking is shown.",
        "readers",
    ),
    Rule(
        "G63",
        "A",
        "7.1",
        "When a fact is corrected, the letters that rest on it are sent again and those told are told.",
        "correction",
    ),
    Rule("E1", "W", "4.2", "A measure has to do with the behaviour it answers.", "measures"),
    Rule("E2", "W", "3.2.4", "What others post on the same page is not this customer's behaviour.", "incidents"),
    Rule(
        "E3",
        "W",
        "4.9",
        "Abuse survived and mental health are thought of before any action, and support is asked.",
        "weighing",
    ),
    Rule("E4", "W", "3.4.1", "Insisting once is not yet persistence.", "incidents"),
    Rule("G64", "H", PRACTICE, "An incident stays as first told; corrections are added.", "incidents"),
    Rule("G65", "S", PRACTICE, "Nobody works on the file of a relative, neighbour or friend.", "people"),
    Rule(
        "G66",
        "A",
        PRACTICE,
        "After violence or a threat somebody asks the colleague how they are, that day and again.",
        "colleagues",
    ),
    Rule(
        "G67",
        "A",
        PRACTICE,
        "After an injury the days off are counted, and it is shown what must be reported and by when.",
        "colleagues",
    ),
    Rule(
        "G68",
        "A",
        PRACTICE,
        "After abuse that targets who a colleague is, the steps taken to protect staff are recorded.",
        "colleagues",
    ),
    Rule(
        "G69",
        "H",
        "3.2.8",
        "After a threat or violence it is recorded whether the police were told, and why not.",
        "incidents",
    ),
    Rule(
        "G71", "S", PRACTICE, "What a warning or a restriction has answered is not the ground of another.", "incidents"
    ),
    Rule(
        "G72",
        "H",
        "4.4",
        "Measures that stand together do not contradict each other, and each leaves something out and something open.",
        "measures",
    ),
    Rule("G70", "A", PRACTICE, "Whoever logged an incident is told what was done about it.", "colleagues"),
)

RULES = {rule.id: rule for rule in _ALL}
