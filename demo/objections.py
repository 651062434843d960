"""What customers of the demonstration said against decisions: one appeal being heard, and one that was decided."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary
from demo.diary import Story
from demo.stories import Staff, post, restriction_of
from models import Appeal, Customer
from policy.appeals import hearing as appeal_hearing
from policy.appeals import intake as appeal_intake
from policy.appeals import subject as appeal_subject
from policy.considerations import considerations
from policy.core import clock
from policy.restrictions import notifications

OPEN = 25  # a customer with an arrangement that began a few days ago
DECIDED = 36  # one whose arrangement should not have been made

WEIGHED: considerations.Weighing = {
    "needs": "Read the file and rang the customer: she hears badly on one side and turns away from the telephone.",
    "linked_to_disability": "yes",
    "linked_words": "What sounded like talking over us was not hearing us. It was never asked about.",
    "equality": "Fixed times for calls weigh harder on somebody who cannot always follow a call.",
    "adjustments": "None had been offered. Letters after each call and a text service would have met it.",
    "complaint_dealt_with": "The repair that was asked about is done; it took six weeks.",
    "communication_adequate": "No: three calls back were promised and not made.",
    "unanswered": "Nothing is open today.",
    "new_information": "What she told me about her hearing is new.",
    "customers_account": "She says she was asking to be heard, and was sorry to have raised her voice.",
    "proportionate": "An arrangement for calls was no answer to somebody who could not follow them.",
}
ANSWERS = {
    "facts": ("partly", "You did raise your voice on both days. You were not told that we would ring back, and I have "
              "had that added to our record."),
    "impact": ("upheld", "You told me that you hear badly on one side. Nobody had asked. Set times for calls made it "
               "harder for you, not easier."),
}  # fmt: skip


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """Every story about objections, as it will have happened by `now`."""
    yield _being_heard(staff, customers[OPEN], now)
    yield _overturned(staff, customers[DECIDED], now)


def _given(staff: Staff, appeal: Appeal, now: dt.datetime) -> None:
    """Heard by whoever of the two had no part in it, and the customer told."""
    free = next(one.user for one in appeal_subject.hearers(appeal) if not one.why_not)
    appeal_intake.assign(staff["manager"], appeal, free, now)
    passages = {"more": "She will ring you before she decides." if free == staff["senior"] else ""}
    letter = appeal_intake.acknowledge(staff["officer"], appeal, passages, now)
    post(staff, letter, now)


def _being_heard(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 5, 15, 40)
    entry: appeal_intake.Entry = {
        "received_on": clock.today(moment),
        "channel": "telephone",
        "from_whom": "customer",
        "words": "You only let me write now. I cannot write well, my hand shakes. And it was one bad week, six months "
        "is a long time.",
        "grounds": {"impact": "My hand shakes, I cannot write well.", "disproportionate": "It was one bad week."},
        "discrimination": True,
    }
    appeal = appeal_intake.take(
        staff["officer_two"], restriction_of(customer), entry, moment, "demonstration-appeal-open"
    )
    _given(staff, appeal, (yield diary.days_before(now, 4, 10, 15)))


def _overturned(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 40, 11, 20)
    entry: appeal_intake.Entry = {
        "received_on": clock.today(moment),
        "channel": "letter",
        "from_whom": "customer",
        "words": "I hear badly on one side. I was not shouting at anybody, I was trying to be heard.",
        "grounds": {"facts": "I was not shouting at anybody.", "impact": "I hear badly on one side."},
    }
    appeal = appeal_intake.take(
        staff["officer"], restriction_of(customer), entry, moment, "demonstration-appeal-decided"
    )
    _given(staff, appeal, (yield diary.days_before(now, 38, 14, 5)))
    moment = yield diary.days_before(now, 31, 10, 30)
    appeal = appeal.fresh()
    decider = appeal.decider
    assert decider is not None, "somebody hears it"
    answer: appeal_hearing.Entry = {
        "outcome": "overturned",
        "reasons": "The arrangement answered a way of speaking that came from not hearing us. A milder step, asking "
        "what you need, was never taken.",
        "remedy": "I am sorry that nobody asked you. We will write to you after each call, and you can text us.",
        "lessons": "Before we limit anybody's calls we will ask whether they can hear us.",
        "answers": {one.id: ANSWERS[one.kind] for one in appeal_subject.grounds_of(appeal)},
    }
    appeal = appeal_hearing.change(decider, appeal, answer, moment, appeal.version)
    moment = yield diary.days_before(now, 31, 11, 50)
    weighed: considerations.Weighing = {**WEIGHED, "purpose": "appeal"}
    considerations.consider(decider, customer, weighed, moment, "demonstration-appeal-weighing")
    letter = appeal_hearing.decide(decider, appeal, moment)
    moment = yield diary.days_before(now, 31, 15)
    post(staff, letter, moment)
    ended = appeal.fresh().restriction
    assert ended is not None, "it was against a restriction"
    notifications.tell(staff["officer"], ended, "ends", notifications.owed(ended, "ends", moment), "By e-mail", moment)
