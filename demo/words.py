"""What was said and done in the demonstration's stories: seven kinds of case, each with its incidents and passages.

The passages are those of the letters; they describe, never label.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from policy.considerations.considerations import Weighing
from policy.incidents.severity import SEVERITY

Told = dict[str, Any]


@dataclass(frozen=True)
class Theme:
    """One kind of case: at least four incidents in the order they happened, and the words of its two letters."""

    incidents: tuple[Told, ...]
    warning: dict[str, str]
    restriction: dict[str, str]
    sanctions: dict[str, dict[str, Any]]
    milder: dict[str, str] = field(default_factory=dict)
    by: str = "colleague"
    targets: tuple[str, ...] = ("colleague",)


def call(time: tuple[int, int], what: str, said: str = "", about: str = "", behaviours: tuple[str, ...] = (),
         severity: int = 2, **more: Any) -> Told:  # fmt: skip
    """A telephone call in which the customer was asked to stop and the call was ended."""
    start = dt.time(*time)
    return {
        "channel": "telephone",
        "started_at": start,
        "told_to_stop": True,
        "told_to_stop_at": _after(start, 4),
        "told_to_stop_words": "Asked to speak without insults; warned that the call would be ended.",
        "contact_ended": True,
        "contact_ended_at": _after(start, 7),
        "ended_at": _after(start, 7),
        "what_happened": what,
        "exact_words": said,
        "contact_about": about,
        "behaviours": list(behaviours),
        "severity": severity,
        "identified_by": "Passed the security questions",
        "aimed_at_a_person": True,
        **_police(severity),
        **more,
    }


def seen(time: tuple[int, int], channel: str, place: str, what: str, said: str = "",
         behaviours: tuple[str, ...] = (), severity: int = 3, **more: Any) -> Told:  # fmt: skip
    """Something that happened in person."""
    return {
        "channel": channel,
        "started_at": dt.time(*time),
        "place": place,
        "what_happened": what,
        "exact_words": said,
        "behaviours": list(behaviours),
        "severity": severity,
        "identified_by": "Known to the colleague",
        "aimed_at_a_person": True,
        "caused_fear": True,
        **_police(severity),
        **more,
    }


def written(time: tuple[int, int], channel: str, what: str, said: str = "", about: str = "",
            behaviours: tuple[str, ...] = (), severity: int = 2, **more: Any) -> Told:  # fmt: skip
    """An e-mail, letter, text or post."""
    return {
        "channel": channel,
        "started_at": dt.time(*time),
        "what_happened": what,
        "exact_words": said,
        "contact_about": about,
        "behaviours": list(behaviours),
        "severity": severity,
        "identified_by": "From the address we hold",
        **_police(severity),
        **more,
    }


def counted(days: int, calls: int, emails: int, what: str, about: str, behaviours: tuple[str, ...]) -> Told:
    """A period with its counted contacts; `days` is its length."""
    return {
        "channel": "telephone",
        "days": days,
        "contacts_counted": [{"channel": "telephone", "count": calls}, {"channel": "email", "count": emails}],
        "minutes_spent": calls * 9 + emails * 12,
        "what_happened": what,
        "contact_about": about,
        "behaviours": list(behaviours),
        "severity": 1,
        "identified_by": "Known number and address",
    }


def _police(severity: int) -> Told:
    """What is always recorded of something serious (G69)."""
    why = "Talked over with the colleague the same day, who did not want it reported."
    return {"police": "not_reported", "police_words": why} if severity >= SEVERITY else {}


def _after(start: dt.time, minutes: int) -> dt.time:
    total = start.hour * 60 + start.minute + minutes
    return dt.time(total // 60, total % 60)


LEAK = Theme(
    incidents=(
        call((9, 40), "The customer rang about a leak under the kitchen sink and shouted insults at the adviser.",
             "You are useless, the lot of you", "a leak under the kitchen sink", ("verbal_abuse",),
             request="When will the leak under the sink be repaired?"),
        call((10, 5), "The customer rang about the missed plumber's visit and swore at the adviser throughout.",
             "Get off your backside and do your job", "a missed visit", ("verbal_abuse", "derogatory"),
             came_before="The plumber did not come on the day we had given."),
        call((9, 15), "The customer rang about the ceiling and told the adviser that they would find out where they live.",
             "I will find out where you live", "a stained ceiling", ("threat", "verbal_abuse"), 3, caused_fear=True,
             police="not_needed"),
        call((10, 20), "The customer rang about the same ceiling and called the adviser belittling names.",
             "A child could do your job", "a stained ceiling", ("derogatory",)),
    ),
    warning={
        "effect": "The adviser had to stop taking calls for the rest of the morning, and other customers waited longer.",
        "our_part": "Our plumber did not come on the day we had given you, and nobody rang to tell you. We are sorry.",
        "underlying": "A plumber will look at the sink and the ceiling. Our repairs team will write to you with the day.",
        "expectation": "Please tell us what is wrong in your home without insults, so that we can put it right quickly.",
    },
    restriction={
        "reasons": "The calls went on in the same manner after our warning. A talk with the housing manager and the "
        "promise of one contact in the repairs team did not change them.",
        "underlying": "The ceiling will be made good. The repairs team will write to you with the day.",
        "commitments": "Every repair you report goes on as before.",
        "adjustments": "You told us that you would rather write than ring. We will answer every letter and e-mail.",
        "improvement": "If your letters and e-mails stay free of insults until the review, we will look at ending this.",
    },
    sanctions={"channels": {"channels": ["letter", "email"]}},
    milder={
        "telephone_times": "The insults came at every time of day, so set times would not have stopped them.",
        "named_officer": "Three colleagues were insulted in turn, so one more name would not have helped.",
    },
)  # fmt: skip

DOORSTEP = Theme(
    incidents=(
        seen((11, 10), "visit", "At the front door", "During a tenancy visit the customer stood in the doorway, "
             "shouted, and would not let the officer past for about five minutes.", "You are going nowhere",
             ("intimidation",), 3, told_to_stop=True, told_to_stop_at=dt.time(11, 14),
             told_to_stop_words="Asked to step aside so that the visit could end.",
             came_before="The visit had been put off twice by us."),
        seen((10, 30), "site", "By the bin store", "The customer followed the officer across the estate to the car "
             "and struck its roof with an open hand.", "Come back here", ("intimidation", "damage"), 3,
             police="reported", police_words="Reported by telephone; reference given to the safety adviser."),
        seen((10, 45), "visit", "In the stairwell", "The customer shouted at the officer from the stairs and threw a "
             "cup that broke on the floor.", "I have had enough of you", ("damage", "intimidation"), 3),
        seen((9, 50), "office", "At the reception desk", "The customer leaned over the desk and shouted at the "
             "receptionist until a manager came.", "Fetch me somebody who counts", ("intimidation",), 2),
    ),
    warning={
        "effect": "The officer was frightened and could not finish the visit. Other visits that day were put off.",
        "our_part": "We put your visit off twice at short notice. That was not good enough, and we are sorry.",
        "underlying": "The estate manager will answer your questions about the bin store in writing.",
        "expectation": "Please let our colleagues come and go safely. If a visit does not suit you, say so and we will "
        "find another time.",
    },
    restriction={
        "reasons": "After our warning a cup was thrown during a visit. Visits by two colleagues together were tried and "
        "did not prevent it.",
        "underlying": "",
        "commitments": "Gas and electrical safety visits go on, by two people, at a time agreed with you.",
        "adjustments": "You told us that unannounced visits worry you. Every visit will be agreed beforehand.",
        "improvement": "If contact with your named officer goes well until the review, we will look at ending this.",
    },
    sanctions={"named_officer": {}, "telephone_times": {}},
    milder={"telephone_times": "What happened was in person; times for calls alone would not have answered it."},
    by="officer",
    targets=("officer",),
)  # fmt: skip

MESSAGES = Theme(
    incidents=(
        written((8, 20), "email", "In an e-mail about a service charge the customer called the income officer insulting "
                "names and asked for the accounts.", "You are all thieves and you are the worst", "a service charge",
                ("verbal_abuse", "inflammatory"), request="A copy of the service charge accounts for this year."),
        written((7, 55), "email", "In a second e-mail the customer mocked the officer's accent.",
                "Learn to talk properly", "a service charge", ("discriminatory", "derogatory"), 3, hate_element=True,
                nothing_asked=True),
        written((8, 10), "email", "The customer sent the same insults to six colleagues and two councillors.",
                "Every one of you should be ashamed", "a service charge", ("inflammatory", "many_addressees"),
                nothing_asked=True),
        written((8, 45), "email", "The customer wrote again with insults about the officer's family.",
                "Your family must be proud", "a service charge", ("derogatory",), nothing_asked=True),
    ),
    warning={
        "effect": "The words mocked where a colleague comes from. They caused hurt and had nothing to do with the charge.",
        "answer": "The accounts for this year are being copied. They will be sent by the date shown above.",
        "our_part": "We took too long over your first question about the charge, and we are sorry.",
        "expectation": "Please put your questions about the charge to us without remarks about anybody's person, so that "
        "we can answer each of them.",
        "underlying": "The income team will explain each line of the charge in writing.",
    },
    restriction={
        "reasons": "After our warning the same insults were sent to colleagues and to others outside. Answering each "
        "message by itself did not help.",
        "underlying": "The income team will answer the open question about the charge.",
        "commitments": "Your payments and your right to dispute the charge stay as they are.",
        "adjustments": "We asked whether anything makes writing hard for you, and you said nothing does.",
        "improvement": "If your messages keep to the matter until the review, we will look at ending this.",
    },
    sanctions={"named_officer": {}},
    milder={"telephone_times": "The insults were written, not spoken; times for calls would not have answered them."},
    by="officer_rents",
    targets=("officer_rents",),
)  # fmt: skip

COUNTED = Theme(
    incidents=(
        counted(20, 64, 31, "The customer rang and wrote several times each day about a fence that had been looked at "
                "and answered.", "a fence", ("continual_contact", "nothing_new")),
        counted(10, 41, 22, "The customer went on in the same way after the answer had been given again in a meeting.",
                "a fence", ("nothing_new", "refuses_decision")),
        counted(8, 38, 19, "The calls and e-mails went on, with nothing new in them.", "a fence", ("nothing_new",)),
        counted(6, 30, 12, "The customer asked four teams for the same answer each day.", "a fence",
                ("many_addressees", "nothing_new")),
    ),
    warning={
        "effect": "Answering took our advisers more than a working day each week, and other customers waited longer.",
        "our_part": "Our first answer about the fence was short and did not say why. The second one does. We are sorry.",
        "underlying": "The answer about the fence stands. If anything changes at the fence, tell us and we will look.",
        "expectation": "Please write once about each new matter. We will answer within the time we promise.",
    },
    restriction={
        "reasons": "After our warning the same question came many times a day to several teams. A meeting and a full "
        "answer in writing did not change that.",
        "underlying": "",
        "commitments": "New matters, repairs and complaints are read and answered on their merits, as always.",
        "adjustments": "We asked whether reminders or a summary in writing would help, and we send one each month.",
        "improvement": "If contact about the answered matter stays low until the review, we will look at ending this.",
    },
    sanctions={
        "telephone_times": {}, "named_officer": {}, "channels": {"channels": ["letter", "email", "telephone"]},
        "significant_only": {},
    },
    milder={
        "telephone_times": "Most contacts were e-mails, so times for calls would have changed little.",
        "named_officer": "One officer was named last year, and the contacts then went to other teams.",
        "channels": "The number of contacts is the difficulty, not their form.",
    },
)  # fmt: skip

ONLINE = Theme(
    incidents=(
        written((19, 30), "social_public", "The customer put a colleague's picture and private telephone number into a "
                "public post.", "Everyone ring this one", "", ("online_private",), 3, caused_fear=True,
                aimed_at_a_person=True, evidence_held="Picture of the post, kept in the evidence folder."),
        written((20, 10), "social_public", "The customer wrote in a public post what car the same colleague drives.",
                "Look out for this car", "", ("online_private", "intimidation"), 3, caused_fear=True,
                aimed_at_a_person=True),
        written((18, 40), "social_message", "The customer sent the colleague a message on a private account.",
                "I can always find you", "", ("online_abuse", "threat"), 3, caused_fear=True, aimed_at_a_person=True),
        written((18, 50), "social_message", "The customer wrote to the colleague's sister about the colleague.",
                "Tell your sister to watch out", "", ("online_abuse",), 3, caused_fear=True, aimed_at_a_person=True),
    ),
    warning={
        "effect": "The colleague had calls from strangers at home and had to change their number.",
        "our_part": "We looked at how your complaint about the estate was handled and found it was answered in time.",
        "underlying": "Your complaint about parking goes on, with a named complaints officer.",
        "expectation": "You may write what you think of us. Please leave out private details and pictures of people "
        "who work here, and do not write to their private accounts.",
    },
    restriction={
        "reasons": "After our warning messages went to a colleague's private account. Asking for them to be taken down "
        "did not help.",
        "underlying": "",
        "commitments": "Your complaint about parking goes on as before.",
        "adjustments": "You told us that you prefer messages to calls. E-mail stays open to you at any time.",
        "improvement": "If no private account is written to until the review, we will look at ending this.",
    },
    sanctions={"named_officer": {}, "channels": {"channels": ["letter", "email"]}},
    milder={
        "telephone_times": "Nothing happened by telephone.",
        "named_officer": "One name would have drawn the posts to one more person.",
    },
    by="officer_two",
    targets=("colleague_two",),
)  # fmt: skip

OFFICE = Theme(
    incidents=(
        seen((14, 20), "office", "At the reception of the Blyth office", "The customer struck the desk, shouted at the "
             "receptionist and pushed a display over.", "I am not leaving until I get keys", ("intimidation", "damage"),
             3, came_before="The customer had waited fifty minutes for an appointment."),
        seen((15, 5), "office", "In the waiting room of the Blyth office", "The customer shouted at another customer "
             "and at the adviser who came between them.", "Keep out of this", ("intimidation", "verbal_abuse"), 3),
        seen((14, 40), "office", "At the door of the Blyth office", "The customer kicked the door after closing time "
             "and shouted at colleagues as they left.", "Open up", ("intimidation", "damage"), 3, police="reported",
             police_words="Reported by the manager on the day."),
        seen((15, 25), "office", "Outside the Blyth office", "The customer waited by the staff entrance and shouted at "
             "colleagues.", "I know all of you", ("intimidation",), 3),
    ),
    warning={
        "effect": "Two colleagues were frightened, the office closed early, and other customers were turned away.",
        "our_part": "You had waited fifty minutes for an appointment we had given you. We are sorry for that.",
        "underlying": "The lettings team will write to you about the keys.",
        "expectation": "Please ring before you come, and tell us if something is urgent, so that you are seen in time.",
    },
    restriction={
        "reasons": "After our warning the office door was kicked after closing time. Appointments by telephone and a "
        "word with the housing manager were tried first.",
        "underlying": "",
        "commitments": "You can still meet us at a library near you, by appointment.",
        "adjustments": "You told us that travel is hard for you. We will meet you near your home.",
        "improvement": "If meetings by appointment go well until the review, we will look at ending this.",
    },
    sanctions={"access": {"place": "our Blyth office"}, "telephone_times": {}},
    milder={
        "telephone_times": "What happened was at the office, not on the telephone.",
        "named_officer": "Colleagues the customer had never met were shouted at too.",
        "channels": "Letters and calls were civil; the office was the difficulty.",
        "significant_only": "The matters raised were proper ones.",
    },
    by="colleague_two",
    targets=("colleague_two",),
)  # fmt: skip

HURRY = Theme(
    incidents=(
        call((16, 10), "The customer demanded an answer within the hour to a transfer request made that morning, and "
             "insisted on speaking to nobody but the assistant director.", "", "a transfer request",
             ("unreasonable_time", "particular_staff"), 1, told_to_stop_words="Told when the answer would come."),
        call((15, 30), "The customer demanded a decision the same day and was rude to the adviser.", "Do you even work?",
             "a transfer request", ("unreasonable_time", "derogatory"), 1),
        call((16, 25), "The customer refused to speak to the adviser because of the adviser's background.",
             "Put me on to one of our own", "a transfer request", ("discriminatory", "particular_staff"), 3,
             hate_element=True),
        call((15, 45), "The customer rang again with the same words.", "One of our own, I said", "a transfer request",
             ("discriminatory",), 3, hate_element=True),
    ),
    warning={
        "effect": "A colleague was refused because of who they are. That hurts, and we do not accept it.",
        "our_part": "We looked at the transfer request and found that it was answered in the time we promise.",
        "underlying": "The transfer request stays in its place, and we will write when there is an offer.",
        "expectation": "Please speak to whoever answers. If somebody cannot help you, they will find the person who can.",
    },
    restriction={
        "reasons": "After our warning colleagues were again refused because of who they are. A talk with the contact "
        "manager did not change that.",
        "underlying": "",
        "commitments": "The transfer request is not affected.",
        "adjustments": "We asked whether anything makes calls hard for you, and you said nothing does.",
        "improvement": "If calls at the agreed times are civil until the review, we will look at ending this.",
    },
    sanctions={"telephone_times": {}},
)  # fmt: skip

WEIGHING: dict[str, Weighing] = {
    "warning": {
        "needs": "We asked on the telephone and looked at the file: what is known is listed there, nothing else was told.",
        "equality": "We looked at age, disability and the other characteristics; nothing suggests a disadvantage.",
        "adjustments": "Offered a call at a quieter time and a summary in writing after each contact.",
        "complaint_dealt_with": "The matter behind it has been looked at and is being put right.",
        "communication_adequate": "We were slow to say what would happen next; the letter says so.",
        "unanswered": "One repair was open and has been given a day; nothing else is unanswered.",
        "new_information": "Nothing new was said that changes what happened.",
        "customers_account": "The customer says that nobody listened, and regrets the tone of some of it.",
        "proportionate": "A word in person was tried first; a written warning is the mildest step left.",
    },
    "restriction": {
        "needs": "Looked again today at the needs on the file and asked the customer; the arrangement fits them.",
        "equality": "Considered again whether this weighs harder on the customer than on others: it does not.",
        "adjustments": "The adjustments promised in the warning were made and go on under the arrangement.",
        "complaint_dealt_with": "What was asked for before the warning has been done; we checked with the team.",
        "communication_adequate": "Since the warning every contact was answered in time and in plain words.",
        "unanswered": "Checked repairs, complaints and e-mails this morning: none is waiting for us.",
        "new_information": "The customer's reply to the warning was read and does not change the facts.",
        "customers_account": "Asked by telephone: the customer says the tone was a mistake and the matter is urgent.",
        "proportionate": "Milder steps were looked at one by one, and the reasons against each are in the proposal.",
    },
}
SUPPORT = {
    "warning": "Spoken to before the warning: asks for a call from us after the letter arrives, which we promised.",
    "restriction": "Spoken to again: agrees that fixed arrangements help, and will explain the letter in person.",
}
