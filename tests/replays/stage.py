"""Drives a case by the deeds a person does, each on its step's day; what the case leaves out is supplied and marked."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Any

from letterpress.make.text import one_line, text_of
from models import Appeal, BehaviourWarning, Customer, Declaration, Incident, Letter, Marker, Restriction
from policy import measures
from policy.core import clock, numbers
from policy.customers import customers
from policy.restrictions import decision as restriction_decision
from tests import make
from tests.cast import LANDLORD
from tests.replays import words
from tests.replays.case import Case, Step

MARK = "(supplied for the replay)"
DAY = dt.timedelta(days=1)


@dataclass
class Replay:
    """A case on its way: who is in it, what was done so far, and what had to be supplied."""

    case: Case
    cast: Any
    customer: Customer
    happened: list[Incident] = field(default_factory=list)
    since: list[Incident] = field(default_factory=list)
    warning: BehaviourWarning | None = None
    restriction: Restriction | None = None
    letter: Letter | None = None
    marker: Marker | None = None
    appeal: Appeal | None = None
    declaration: Declaration | None = None
    supplied: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)

    def supply(self, what: str) -> None:
        """Note something that the case does not tell."""
        self.supplied.append(what)


def moment(day: dt.date, hour: int = 15) -> dt.datetime:
    """A time of that day, in office hours."""
    return dt.datetime.combine(day, dt.time(hour), dt.UTC)


def begin(case: Case, cast: Any) -> Replay:
    """A landlord with an address, and the customer with the need the case speaks of, before its first step."""
    now = moment(case.steps[0].day - 60 * DAY)
    for name, value in LANDLORD.items():
        numbers.set_value(cast.ada, f"organisation_{name}", value, now)
    whose = make.customer(cast.omar, now)
    if case.needs:
        customers.add_need(cast.omar, whose, words.need_of(case.needs), case.needs, now)
    return Replay(case, cast, whose)


def shown(html: str) -> str:
    """The words of a page or a letter on one line."""
    return one_line(text_of(html).whole)


def printed(letter: Letter | None) -> str:
    """The words of a letter as sent."""
    assert letter is not None
    return shown(letter.html)


# --- What happened ---


def happening(replay: Replay, step: Step | None, day: dt.date, **told: Any) -> Incident:
    """An incident or a contact of the case, logged on its day; one without a step is supplied."""
    ours = dict(step.told) if step else {}
    channel = words.channel_of(ours, replay.case.channels)
    facts = step.facts if step else f"The same again. {MARK}"
    if not step:
        replay.supply("incident")
    usual: dict[str, Any] = {"happened_on": day, "channel": channel, "what_happened": facts, "exact_words": ""}
    if step and step.action == "contact":
        usual |= counted(replay, facts, day, channel, ["continual_contact"])
    elif step and words.counted_in(facts):
        usual |= counted(replay, facts, day, channel, ["continual_contact", "many_addressees"])
    elif channel == "social_public":
        usual["behaviours"] = ["online_abuse"]
    elif step and (danger := words.danger_in(facts)):
        usual |= {"behaviours": [danger], "severity": 3, "police": "not_reported", "police_words": f"Not said. {MARK}"}
    elif not step and replay.happened:
        usual["behaviours"] = replay.happened[-1].behaviours
    return make.incident(replay.cast.carla, replay.customer, moment(day), **usual | told)


def counted(replay: Replay, facts: str, day: dt.date, channel: str, behaviours: list[str]) -> dict[str, Any]:
    """A pattern over a period with its contacts counted (3.3.3); a number the case does not give is supplied."""
    number = words.counted_in(facts)
    if number is None:
        replay.supply("count of contacts")
    first = clock.months_after(day, -words.period_in(facts))
    if replay.warning and replay.warning.issued_at:
        first = max(first, clock.today(replay.warning.issued_at) + DAY)
    return {
        "happened_on": first,
        "until_on": day,
        "started_at": None,
        "contacts_counted": [{"channel": channel, "count": number or 30}],
        "behaviours": behaviours,
        "severity": 1,
    }


# --- The warning ---


def warn(replay: Replay, day: dt.date) -> BehaviourWarning:
    """A written warning on a day, handed over at once; it names what the case's restriction will be, or the like."""
    if not replay.happened:
        replay.happened.append(happening(replay, None, day))
    kinds = planned(replay)
    cast = replay.cast
    replay.supply("second reader, weighing and delivery of the warning")
    replay.warning = make.issued_warning(
        cast.omar,
        cast.olive,
        cast.mark,
        replay.customer,
        replay.happened,
        moment(day),
        sanctions={kind: SANCTIONS[kind] for kind in kinds},
        months=months(replay),
    )
    make.served(cast.omar, replay.warning.letter, moment(day))
    return replay.warning


SANCTIONS: dict[str, dict[str, Any]] = {
    "named_officer": {},
    "channels": {"channels": ["letter", "email"]},
    "access": {"place": "the public counters of our offices"},
}


def terms(replay: Replay) -> dict[str, dict[str, Any]]:
    """The measures as a proposal holds them."""
    ours = {
        "named_officer": {"officer": replay.cast.omar, "deputy": replay.cast.olive},
        "channels": {"channels": ["letter", "email"]},
        "access": {"place": "the public counters of our offices", "instead": "Ring us, or write to us"},
    }
    return {kind: ours[kind] for kind in planned(replay)}


def told_restriction(replay: Replay) -> dict[str, Any]:
    """What the case tells of its first restriction."""
    return next((dict(step.told["restriction"]) for step in replay.case.steps if "restriction" in step.told), {})


def planned(replay: Replay) -> list[str]:
    """The measures of the case's restriction; letters and e-mails only where it names none of the policy's list."""
    restriction = told_restriction(replay)
    found = words.measures_of(restriction)
    if any(words.COUNTED in form for form in words.forms_of(restriction)):
        replay.supply("no weekly number of e-mails: the policy's list has none")
    if not found:
        replay.supply("form of the restriction")
    return found or ["channels"]


def months(replay: Replay) -> int:
    """How many months the restriction lasts; the usual number where the case does not say."""
    found = words.months_of(told_restriction(replay))
    if found is None:
        replay.supply("length of the restriction")
    return found or 6


# --- The restriction ---


def proposal(replay: Replay, step: Step, weighed: bool = True) -> Restriction:
    """A whole proposal at the step's day, after a warning received and contact since: a manager may authorise it."""
    bring_to_the_brink(replay, step)
    now = moment(step.day)
    row = make.proposal(
        replay.cast.omar, replay.customer, replay.warning, replay.since, now, terms(replay), **lengths(replay, step)
    )
    if weighed:
        replay.supply("weighing of the restriction")
        make.weighing(replay.cast.mark, replay.customer, "restriction", now)
    return row.fresh()


def bring_to_the_brink(replay: Replay, step: Step) -> None:
    """A warning and contact after it, supplied where the case has none."""
    if replay.warning is None:
        last = max((one.last_on for one in replay.happened), default=step.day - 20 * DAY)
        replay.supply("written warning")
        warn(replay, min(last, step.day - 2 * DAY))
    if not replay.since:
        assert replay.warning and replay.warning.issued_at
        received = clock.today(replay.warning.issued_at)
        replay.since.append(happening(replay, None, received + max(DAY, (step.day - received) / 2)))


def lengths(replay: Replay, step: Step) -> dict[str, dt.date]:
    """Start, end and review, as long as the case says."""
    starts = clock.working_days_after(step.day, 3)
    ends = clock.months_after(starts, months(replay))
    return {"starts_on": starts, "ends_on": ends, "review_on": measures.latest_review(starts, ends, 3)}


def restrict(replay: Replay, step: Step) -> None:
    """The case's restriction, lawfully: its letter issued too, unless a later step sends it."""
    row = restriction_decision.authorise(replay.cast.mark, proposal(replay, step), moment(step.day))
    replay.restriction = row
    if not any(later.action == "letter_sent" for later in replay.case.steps if later.number > step.number):
        replay.supply("letter of the restriction")
        replay.letter = restriction_decision.issue(replay.cast.mark, row, moment(step.day))
