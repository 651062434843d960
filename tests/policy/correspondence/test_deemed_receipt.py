"""When a letter counts as received, by its way, over weekends and the bank holidays of England."""

import datetime as dt

import pytest

from policy.core import clock, numbers
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import deemed_receipt
from policy.customers import customers
from policy.rulebook import clauses
from tests import make

VALUES = {key: number.default for key, number in numbers.REGISTER.items()}
AFTERNOON, EVENING = dt.time(16, 30), dt.time(16, 31)


def day(words: str) -> dt.date:
    return dt.datetime.strptime(words, "%a %d %b %Y").date()


@pytest.mark.parametrize(
    ("way", "posted", "received"),
    [
        ("first_class", "Mon 02 Mar 2026", "Wed 04 Mar 2026"),
        ("signed_for", "Mon 02 Mar 2026", "Wed 04 Mar 2026"),
        ("second_class", "Mon 02 Mar 2026", "Fri 06 Mar 2026"),
        ("first_class", "Fri 06 Mar 2026", "Tue 10 Mar 2026"),
        ("first_class", "Sat 07 Mar 2026", "Tue 10 Mar 2026"),
        # Christmas 2026: Christmas Day is a Friday, Boxing Day's holiday is on Monday, New Year's Day is a Friday.
        ("first_class", "Wed 23 Dec 2026", "Tue 29 Dec 2026"),
        ("first_class", "Thu 24 Dec 2026", "Wed 30 Dec 2026"),
        ("second_class", "Wed 23 Dec 2026", "Thu 31 Dec 2026"),
        ("second_class", "Thu 24 Dec 2026", "Mon 04 Jan 2027"),
        # Easter 2026: Good Friday is 3 April, Easter Monday 6 April; early May Bank Holiday is 4 May.
        ("first_class", "Thu 02 Apr 2026", "Wed 08 Apr 2026"),
        ("second_class", "Wed 01 Apr 2026", "Thu 09 Apr 2026"),
        ("signed_for", "Fri 01 May 2026", "Wed 06 May 2026"),
    ],
)
def test_g4_post_counts_as_received_by_working_days(way, posted, received):
    assert deemed_receipt.deemed_on("posted", way, day(posted), VALUES) == day(received)


@pytest.mark.parametrize(
    ("sent", "at", "received"),
    [
        ("Mon 02 Mar 2026", AFTERNOON, "Tue 03 Mar 2026"),
        ("Mon 02 Mar 2026", EVENING, "Wed 04 Mar 2026"),
        ("Mon 02 Mar 2026", None, "Tue 03 Mar 2026"),
        ("Fri 06 Mar 2026", EVENING, "Tue 10 Mar 2026"),
        ("Sat 07 Mar 2026", EVENING, "Mon 09 Mar 2026"),
        ("Thu 24 Dec 2026", AFTERNOON, "Tue 29 Dec 2026"),
        ("Thu 24 Dec 2026", EVENING, "Wed 30 Dec 2026"),
        ("Thu 02 Apr 2026", AFTERNOON, "Tue 07 Apr 2026"),
        ("Fri 03 Apr 2026", EVENING, "Tue 07 Apr 2026"),
    ],
)
def test_g4_an_email_counts_as_received_on_the_next_working_day(sent, at, received):
    assert deemed_receipt.deemed_on("emailed", "email", day(sent), VALUES, at) == day(received)


@pytest.mark.parametrize(
    ("sent", "at", "received"),
    [
        ("Mon 02 Mar 2026", AFTERNOON, "Mon 02 Mar 2026"),
        ("Mon 02 Mar 2026", EVENING, "Tue 03 Mar 2026"),
        ("Sat 07 Mar 2026", AFTERNOON, "Mon 09 Mar 2026"),
    ],
)
def test_g4_where_the_number_is_none_an_email_counts_that_working_day(sent, at, received):
    assert deemed_receipt.deemed_on("emailed", "email", day(sent), {**VALUES, "email_days": 0}, at) == day(received)


def test_g4_handed_over_or_read_counts_that_day_and_what_came_back_never():
    sunday = day("Sun 08 Mar 2026")
    assert [deemed_receipt.deemed_on(outcome, "", sunday, VALUES) for outcome in ("handed", "read")] == [sunday, sunday]
    assert deemed_receipt.deemed_on("returned", "", sunday, VALUES) is None


def test_every_delivery_has_a_way_and_every_way_has_words():
    from policy.correspondence import delivery as letter_delivery

    assert set(letter_delivery.WAY_OF) == set(clauses.DELIVERIES)
    assert {way for way in letter_delivery.WAY_OF.values() if way} <= set(clauses.WAYS)


def test_g4_a_letter_posted_second_class_says_so_and_is_received_later(cast):
    from policy.correspondence import delivery as letter_delivery

    whose = make.customer(cast.omar)
    cited = [make.incident(cast.carla, whose)]
    letter = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited).letter
    told = {"outcome": "posted", "way": "second_class", "on": clock.today(make.MONDAY)}
    row = letter_delivery.record_delivery(cast.omar, letter, told, make.MONDAY)
    assert (row.way, row.deemed_on) == ("second_class", dt.date(2026, 3, 6))
    back = letter_delivery.record_delivery(
        cast.omar,
        letter,
        {"outcome": "returned", "on": dt.date(2026, 3, 6), "words": "Gone away"},
        make.later(make.MONDAY, 4),
    )
    again = {"outcome": "emailed", "on": dt.date(2026, 3, 6), "address": "robin@example.com"}
    row = letter_delivery.record_delivery(cast.omar, letter, again, make.later(make.MONDAY, 4.3), back.id)
    assert (row.way, row.deemed_on) == ("email", dt.date(2026, 3, 10))  # Friday evening counts as Monday


def test_g4_nothing_is_read_or_e_mailed_that_was_not_sent_anywhere(sqlite_db, cast):
    letter = make.issued_warning(
        cast.omar, cast.olive, cast.mark, whose := make.customer(cast.omar), [make.incident(cast.carla, whose)]
    ).letter
    with pytest.raises(Refused):
        make.served(cast.omar, letter, make.MONDAY, "read")
    with pytest.raises(Invalid):
        make.served(cast.omar, letter, make.MONDAY, "emailed")
    customers.add_way(cast.omar, whose, "email", "robin@example.com", "", make.MONDAY)
    make.served(cast.omar, letter, make.MONDAY, "emailed")
    make.served(cast.omar, letter, make.MONDAY, "read")
