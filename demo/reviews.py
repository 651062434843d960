"""What was looked at again in the demonstration: a review that was held, and one that the customer asked for."""

import datetime as dt
from collections.abc import Iterator, Sequence

from demo import diary
from demo.diary import Story
from demo.stories import Staff, post, restriction_of
from models import Customer, Review
from policy import measures
from policy.considerations import considerations
from policy.core import clock, numbers
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import decision as review_decision
from policy.reviews import letters as review_letters
from policy.reviews import opening as review_opening

HELD = 30  # may not come to one office; the review went on with it
ASKED = 26  # may ring at set times, and asked for that to end

WEIGHED: considerations.Weighing = {
    "needs": "Spoke with the customer for half an hour. They told me of nothing that they need from us in another way.",
    "linked_to_disability": "no",
    "equality": "Meeting at the library puts nobody at a disadvantage whom meeting at the office did not.",
    "adjustments": "The library has step-free access, and I offered to come to the home instead.",
    "complaint_dealt_with": "The complaint about the waiting time was answered in the spring.",
    "communication_adequate": "They knew from our letter how long it lasts and when we look again.",
    "unanswered": "Nothing is open today.",
    "new_information": "They have a new job and cannot come on weekday mornings; the letter offers evenings.",
    "customers_account": "They say that they were ashamed of that day, and that the library suits them.",
    "proportionate": "The colleague who was threatened still works at that desk. Every other way stays open.",
}
PREPARED: review_opening.Preparation = {
    "outcome": "continued",
    "reasons": "What was said at the counter frightened a colleague who still works there. Meeting elsewhere has gone "
    "well, and it costs you little.",
    "evidence": "not_needed",
    "evidence_because": "What led to it was a threat, and it is because we meet elsewhere that it has not come again",
    "answer": "You told us that mornings are difficult since you have a new job. We can meet you in the evening.",
    "adjustments": "We know of nothing that you need from us in another way. The library can be reached without steps.",
    "improvement": "Three more months of meetings like the last ones: then we expect to end it.",
}
EASED: review_opening.Preparation = {
    "outcome": "varied",
    "reasons": "Your calls have been calm. We can take them on more days.",
    "evidence": "not_needed",
    "evidence_because": "Some of the calls at night were made only two months ago",
    "answer": "You asked for all of it to end. We would like to try more days first.",
}


def begin(staff: Staff, customers: Sequence[Customer], now: dt.datetime) -> Iterator[Story]:
    """Every story about reviews, as it will have happened by `now`."""
    yield _held(staff, customers[HELD], now)
    yield _asked(staff, customers[ASKED], now)


def _dates(now: dt.datetime, months: int) -> review_opening.Preparation:
    today = clock.today(now)
    ends = clock.months_after(today, months)
    return {"ends_on": ends, "next_review_on": measures.latest_review(today, ends, numbers.value("review_months", now))}


def _held(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 24, 10, 20)
    review = review_opening.open_review(staff["officer"], restriction_of(customer), moment, "demonstration-review-held")
    passages = {"help": "If you would rather talk than write, Tom Bell will ring you. Tell him when."}
    letter = review_opening.invite(staff["officer"], review, passages, moment)
    post(staff, letter, (yield diary.days_before(now, 24, 15)))
    moment = yield diary.days_before(now, 16, 11, 10)
    comment: review_opening.Comment = {
        "from_whom": "customer",
        "channel": "telephone",
        "on": clock.today(moment),
        "words": "The library is fine, but not in the morning, I work now. I was ashamed of that day.",
    }
    review_opening.add_comment(staff["officer"], review, comment, moment)
    moment = yield diary.days_before(now, 9, 14)
    review = Review.get_by_id(review.id)
    review_opening.change(staff["officer"], review, PREPARED | _dates(moment, 3), moment, review.version)
    moment = yield diary.days_before(now, 8, 11, 30)
    weighed: considerations.Weighing = {**WEIGHED, "purpose": "review"}
    considerations.consider(staff["contact_manager"], customer, weighed, moment, "demonstration-review-weighing")
    held = review_decision.hold(staff["contact_manager"], review, moment)
    assert held.letter is not None, "a review is held with its letter"
    post(staff, held.letter, (yield diary.days_before(now, 8, 15, 30)))


def _asked(staff: Staff, customer: Customer, now: dt.datetime) -> Story:
    moment = yield diary.days_before(now, 4, 9, 50)
    request: review_opening.Request = {
        "asked_on": clock.today(moment),
        "asked_by": "customer",
        "asked_channel": "letter",
        "asked_words": "I keep to your times and nobody has had a cross word from me. Let me ring when I need to.",
    }
    restriction = restriction_of(customer)
    review = review_opening.ask_to_lift(staff["officer"], restriction, request, moment, "demonstration-review-asked")
    moment = yield diary.days_before(now, 2, 16, 20)
    review_opening.change(staff["officer"], review, EASED | _dates(moment, 3), moment, review.version)
    draft = review_letters.draft_of(restriction)
    assert draft is not None, "what is to be eased has a draft"
    slots = [{"days": [0, 1, 2, 3, 4], "from": "10:00", "until": "12:00"}]
    restriction_proposal.set_term(staff["officer"], draft, "telephone_times", {"slots": slots}, moment, draft.version)
