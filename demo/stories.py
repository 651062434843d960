"""What happened to the customers of the demonstration: one case after another, each up to a stage of the policy."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import cast

from demo import diary, words
from demo.diary import Story
from demo.words import Theme
from models import BehaviourWarning, Customer, CustomerRequest, Incident, Letter, Restriction, SupportWorker, User
from policy.considerations import considerations
from policy.core import clock
from policy.correspondence import delivery as letter_delivery
from policy.incidents import entries as incident_entries
from policy.incidents import notes as incident_notes
from policy.incidents import requests as incident_requests
from policy.measures.kind import Measure
from policy.restrictions import decision as restriction_decision
from policy.restrictions import ending as restriction_ending
from policy.restrictions import notifications
from policy.restrictions import proposal as restriction_proposal
from policy.warnings import warnings

Staff = dict[str, User]
# How far a case has gone; each stage includes the ones before it, but for the ways a path can end.
STAGES = (
    "logged", "again", "triaged", "drafted", "complete", "read", "issued", "posted",
    "later", "proposed", "authorised", "in_force", "lifted",
)  # fmt: skip
DEFINITION: Measure = {
    "definition": "A matter that affects your safety, your health, your tenancy or your rent, or that costs you money",
    "examples": "a repair that makes your home unsafe\na notice about your tenancy\na change to your rent",
}


@dataclass(frozen=True)
class Case:
    """One customer's case: when it began (days ago), how far it went, and what was chosen on the way."""

    customer: int
    theme: Theme
    began: int
    stage: str
    terms: dict[str, Measure] = field(default_factory=dict)
    kind: str = "behaviour"
    returned: bool = False
    declined: str = ""
    informal: str = ""
    manager: str = "manager"
    months: int = 6
    settled: bool = True

    def reaches(self, stage: str) -> bool:
        """True where the case went as far as `stage`."""
        return STAGES.index(self.stage) >= STAGES.index(stage)


CASES = (
    # Only logged, or dealt with by a word.
    Case(0, words.LEAK, 1, "logged"),
    Case(1, words.ONLINE, 3, "logged"),
    Case(2, words.HURRY, 9, "again"),
    Case(3, words.OFFICE, 12, "triaged", informal="Spoke to the customer on the telephone; they were sorry about it."),
    Case(5, words.COUNTED, 25, "triaged", informal="Agreed one call a week with the adviser; looked at in a month."),
    # On the way to a warning.
    Case(6, words.DOORSTEP, 11, "drafted"),
    Case(7, words.LEAK, 12, "complete"),
    Case(13, words.MESSAGES, 13, "complete", kind="abusive_correspondence", manager="manager_south"),
    Case(8, words.HURRY, 14, "read"),
    # Warned.
    Case(10, words.OFFICE, 13, "issued"),
    Case(11, words.MESSAGES, 14, "issued", kind="abusive_correspondence", manager="manager_south"),
    Case(12, words.DOORSTEP, 20, "posted"),
    Case(14, words.LEAK, 24, "posted", returned=True),
    Case(15, words.HURRY, 75, "posted", manager="contact_manager"),
    Case(28, words.MESSAGES, 110, "posted", kind="abusive_correspondence", manager="manager_south"),
    Case(16, words.ONLINE, 330, "posted"),
    Case(17, words.COUNTED, 290, "posted", manager="manager_south"),
    # A later incident, and a restriction on the way.
    Case(19, words.DOORSTEP, 34, "later"),
    Case(31, words.LEAK, 37, "later"),
    Case(20, words.LEAK, 40, "proposed", {"channels": {"channels": ["letter", "email"]}}),
    Case(21, words.COUNTED, 55, "proposed", {"telephone_times": {}}, manager="manager_south"),
    Case(22, words.OFFICE, 60, "proposed", {"access": {}}, declined="A written apology came on the day; the warning "
         "stays, and nothing more is needed now."),
    Case(24, words.MESSAGES, 41, "authorised", {"named_officer": {}}, manager="manager_south"),
    # In force: each kind, and two together.
    Case(25, words.LEAK, 44, "in_force", {"channels": {"channels": ["letter", "email"]}}),
    Case(26, words.HURRY, 62, "in_force", {"telephone_times": {}}, manager="contact_manager"),
    Case(27, words.DOORSTEP, 80, "in_force", {"telephone_times": {}, "named_officer": {}}),
    Case(29, words.COUNTED, 120, "in_force", {"significant_only": {}}, manager="manager_south"),
    Case(30, words.OFFICE, 100, "in_force", {"access": {}}),
    Case(4, words.ONLINE, 128, "in_force", {"channels": {"channels": ["letter", "email", "text"]}}),
    Case(18, words.DOORSTEP, 66, "in_force", {"named_officer": {}}),
    Case(32, words.MESSAGES, 215, "in_force", {"named_officer": {}}, manager="manager_south"),
    # Overturned on appeal (demo/objections.py).
    Case(36, words.HURRY, 100, "in_force", {"telephone_times": {}}, manager="contact_manager"),
    # Ended.
    Case(33, words.LEAK, 200, "lifted", {"channels": {"channels": ["letter", "email"]}}),
    Case(34, words.OFFICE, 300, "in_force", {"access": {}}, months=6),
    Case(23, words.OFFICE, 132, "lifted", {"access": {}}, settled=False),
)  # fmt: skip


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """Every story of the demonstration, as it will have happened by `now`."""
    for case in CASES:
        yield Telling(case, staff, customers[case.customer], now).tell()


class Telling:
    """Plays one case with the policy's deeds; each method goes on from where the one before left off."""

    def __init__(self, case: Case, staff: Staff, customer: Customer, now: dt.datetime) -> None:
        self.case, self.staff, self.customer, self.now = case, staff, customer, now
        self.manager = staff[case.manager]
        self.author = staff["officer_south" if case.manager == "manager_south" else "officer"]
        self.reader = staff["officer_two"]
        self.happened: list[Incident] = []
        self.last: dt.datetime | None = None

    def day(self, after: int, hour: int, minute: int = 0) -> dt.datetime:
        """A time on a working day so many days after the case began, or just after the last step if that is later."""
        planned = diary.days_before(self.now, self.case.began - after, hour, minute)
        self.last = max(planned, self.last + dt.timedelta(minutes=10)) if self.last else planned
        return self.last

    def key(self, step: str) -> str:
        """What a page's form would have carried, so that nothing happens twice."""
        return f"demonstration-{self.case.customer}-{step}"

    def tell(self) -> Story:
        """The whole case, up to its stage."""
        case = self.case
        self.log(0, (yield self.day(0, 17, 5)))
        if case.reaches("again"):
            self.log(1, (yield self.day(6, 17, 5)))
        if case.reaches("triaged"):
            self.triage((yield self.day(7, 10)))
            self.answer_requests((yield self.day(7, 14)))
        if case.reaches("drafted"):
            yield from self.warn()
        if case.reaches("later"):
            self.log(2, (yield self.day(30, 17, 5)))
        if case.reaches("proposed"):
            yield from self.restrict()

    # --- What happened ---

    def log(self, number: int, now: dt.datetime) -> None:
        """Log the theme's incident of that number as it is told on the day of `now`."""
        theme = self.case.theme
        told = dict(theme.incidents[number])
        told["happened_on"] = clock.today(now)
        if "days" in told:
            told["until_on"] = told["happened_on"]
            told["happened_on"] -= dt.timedelta(days=told.pop("days"))
        if told.get("started_at", dt.time()) > dt.time(17):
            told["happened_on"] -= dt.timedelta(days=1)
        if told.get("request"):
            told["request_owner"] = self.staff[theme.by]
        targets = [(self.staff[key], "target") for key in theme.targets]
        logged = incident_entries.log(
            self.staff[theme.by],
            self.customer,
            cast(incident_entries.Entry, told),
            now,
            self.key(f"incident-{number}"),
            staff=targets,
        )
        self.happened.append(logged)

    def triage(self, now: dt.datetime) -> None:
        """A manager decides what to do about each incident."""
        outcome = "informal" if self.case.informal else "warning"
        said = self.case.informal or "A word was tried; it goes on. A written warning should be drafted."
        for number, incident in enumerate(self.happened):
            incident_notes.add_note(self.manager, incident, "triage", said, now, self.key(f"triage-{number}"), outcome)
        for request in self.requests():
            incident_requests.pass_request(request.owner, request, now)
        account = "The customer says that they had rung many times before and were at the end of their patience."
        incident_notes.add_note(self.author, self.happened[0], "account", account, now, self.key("account"))

    def requests(self) -> list[CustomerRequest]:
        """What was asked for in the same contacts."""
        cited = [incident.id for incident in self.happened]
        return list(CustomerRequest.select().where(CustomerRequest.incident.in_(cited)))

    def answer_requests(self, now: dt.datetime) -> None:
        """The line manager to whom a reply was passed gives it (P 3.2.6, 3.2.7)."""
        for request in self.requests() if self.case.reaches("posted") else ():
            incident_requests.answer_request(request.owner, request, "Sent by letter, with a covering note.", now)

    # --- The warning ---

    def warn(self) -> Story:
        """Draft, read, weigh, issue and post the warning, as far as the case goes."""
        case = self.case
        self.draft((yield self.day(9, 11)))
        if case.reaches("read"):
            now = yield self.day(10, 12)
            warnings.read(self.reader, self.warning, "Clear, and fair to the customer.", now, self.warning.version)
        if case.reaches("issued"):
            now = yield self.day(11, 13)
            self.weigh("warning", now)
            self.posted(warnings.issue(self.manager, self.warning, now), (yield self.day(11, 15)), "posted")

    def draft(self, now: dt.datetime) -> None:
        """Write the draft; where the case stops at the draft its passages are not all written yet."""
        theme, case = self.case.theme, self.case
        draft = warnings.draft(self.author, self.customer, case.kind, self.happened, now, self.key("warning"))
        whole = case.reaches("complete")
        page: warnings.Draft = {
            "incidents": self.happened,
            "sanctions": theme.sanctions if whole else {},
            "sanction_months": 6 if whole else None,
            "passages": theme.warning if whole else {"effect": theme.warning["effect"]},
        }
        self.warning: BehaviourWarning = warnings.change(self.author, draft, page, now, draft.version)

    def posted(self, letter: Letter, now: dt.datetime, way: str) -> None:
        """Record that a letter was posted, and where the case says so that it came back."""
        if not self.case.reaches("posted"):
            return
        address = ", ".join(self.customer.address_lines)
        entry: letter_delivery.Entry = {"outcome": way, "on": clock.today(now), "address": address}
        letter_delivery.record_delivery(self.author, letter, entry, now)
        if self.case.returned:
            entry = {"outcome": "returned", "on": clock.today(now), "words": "Marked “gone away”"}
            letter_delivery.record_delivery(self.author, letter, entry, now + dt.timedelta(minutes=30))

    # --- The restriction ---

    def restrict(self) -> Story:
        """Propose, authorise, issue and end the restriction, as far as the case goes."""
        case = self.case
        self.propose((yield self.day(31, 11)))
        if case.declined:
            restriction_decision.decline(self.manager, self.restriction, case.declined, (yield self.day(33, 12)))
            return
        if case.reaches("authorised"):
            now = yield self.day(33, 12)
            self.weigh("restriction", now)
            restriction_decision.authorise(self.manager, self.restriction, now)
        if case.reaches("in_force"):
            letter = restriction_decision.issue(self.manager, self.restriction, (yield self.day(34, 13)))
            now = yield self.day(34, 15)
            self.posted(letter, now, "posted")
            self.tell_everybody("begins", now)
        if case.reaches("lifted"):
            because = "Three months of civil letters: the arrangement is no longer needed."
            restriction_decision.lift(self.manager, self.restriction, because, (yield self.day(130, 11)))
        over = notifications.over_on(self.restriction.fresh()) if case.settled else None
        if over is not None:
            yield from self.settle(over)

    def tell_everybody(self, occasion: str, now: dt.datetime) -> None:
        """Those who work with the customer are told that it begins or has ended, and the systems are set (P 4.6)."""
        row = self.restriction.fresh()
        owed = notifications.owed(row, occasion, now)
        if owed:
            notifications.tell(self.author, row, occasion, owed, "By e-mail", now)

    def settle(self, over: dt.date) -> Story:
        """On the day of its end the customer is written to, and everybody is told (G48)."""
        now = yield diary.at(over, 16)
        row = self.restriction.fresh()
        if (
            notifications.is_followed(row)
            or notifications.settled(row) is not None
            or not restriction_ending.may_settle(self.author, row, now)
        ):
            return
        thanks = {"thanks": "Thank you for the way in which you have written to us."}
        letter = restriction_ending.settle(self.author, row, thanks, now)
        if letter is not None:
            self.posted(letter, now + dt.timedelta(minutes=20), "posted")
        self.tell_everybody("ends", now + dt.timedelta(minutes=30))

    def propose(self, now: dt.datetime) -> None:
        """Write the proposal with its measures."""
        theme, later = self.case.theme, self.happened[2:]
        row = restriction_proposal.propose(
            self.author, self.customer, self.warning, later, now, self.key("restriction")
        )
        page: restriction_proposal.Proposal = {
            "warning": self.warning,
            "incidents": later,
            "starts_on": row.starts_on,
            "ends_on": row.ends_on,
            "review_on": row.review_on,
            "scope": "all our services and offices",
            "told": "the customer contact team\nthe repairs team\nyour housing officer",
            "why_not_milder": theme.milder,
            "passages": theme.restriction,
        }
        row = restriction_proposal.change(self.author, row, page, now, row.version)
        for kind, detail in self.case.terms.items():
            restriction_proposal.set_term(self.author, row, kind, {**self.measure(kind), **detail}, now, row.version)
            row = row.fresh()
        self.restriction: Restriction = row

    def measure(self, kind: str) -> Measure:
        """What a measure of this kind says at the demonstration's landlord."""
        slots = [{"days": [1, 3], "from": "10:00", "until": "12:00"}]
        targets = [self.staff[key] for key in self.case.theme.targets]
        there = [one for one in (self.author, self.reader, self.staff["officer_south"]) if one not in targets]
        measures: dict[str, Measure] = {
            "telephone_times": {"slots": slots},
            "named_officer": {"officer": there[0], "deputy": there[1]},
            "significant_only": DEFINITION,
            "access": {"place": "our Blyth office", "instead": "meet us by appointment at a library near you"},
            "channels": {},
        }
        return measures[kind]

    def weigh(self, purpose: str, now: dt.datetime) -> None:
        """The manager's own weighing on the day, after the support workers have been spoken to."""
        workers = list(SupportWorker.select().where(SupportWorker.customer == self.customer))
        for worker in workers:
            attempt: considerations.SupportTry = {"on": clock.today(now), "method": "telephone", "reached": True}
            considerations.record_support(self.author, worker, {**attempt, "words": words.SUPPORT[purpose]}, now)
        weighed: considerations.Weighing = {**words.WEIGHING[purpose], "purpose": purpose, "linked_to_disability": "no"}
        considerations.consider(self.manager, self.customer, weighed, now, self.key(f"weighing-{purpose}"))


def restriction_of(customer: Customer) -> Restriction:
    """The customer's restriction whose letter was issued."""
    return Restriction.get(Restriction.customer == customer, Restriction.issued_at.is_null(False))


def post(staff: Staff, letter: Letter, now: dt.datetime) -> None:
    """The letter goes to the customer's address by first-class post."""
    address = ", ".join(letter.customer.address_lines)
    entry: letter_delivery.Entry = {"outcome": "posted", "on": clock.today(now), "address": address}
    letter_delivery.record_delivery(staff["officer"], letter, entry, now)
