"""3.11: a reminder, a warning that ended, what support workers and staff are sent. None of them decides anything."""

import datetime as dt
from typing import Any

import pytest

from letterpress.make.text import text_of
from models import Letter, SideLetter
from policy.contacts import contacts
from policy.core import clock
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.customers import customers
from policy.other_letters import side_letter_facts, side_letters
from policy.other_letters.side_letter_facts import Entry
from policy.other_letters.side_letters import REMINDER, STAFF_NOTICE, SUPPORT_WORKER, WARNING_ENDED
from tests import make
from tests.policy.stage import WEDNESDAY, warned

LATER = make.later(WEDNESDAY, 2)
ARRANGED = {"channels": {"channels": ["letter", "email"]}}


def call(actor: Any, whose: Any, now: dt.datetime, **told: Any) -> Any:
    """A telephone call outside the arrangement, about the rent."""
    usual = {"channel": "telephone", "subject": "tenancy", "arrangement": "broken_by_customer"}
    return contacts.log(actor, whose, usual | told, now, make.key())


def support_worker(actor: Any, whose: Any, basis: str = "") -> Any:
    told = {"name": "Jo Field", "organisation": "Harbour Advice", "email": "jo@harbour.example", "basis": "Not known"}
    row = customers.add_support_worker(actor, whose, told, WEDNESDAY)
    row.basis = basis  # from before a basis was asked for
    row.save()
    return row


def words_of(letter: Letter) -> str:
    """The letter's printed words."""
    return text_of(letter.html).whole.replace("\u00a0", " ")


@pytest.fixture
def restriction(sqlite_db: Any, cast: Any) -> Any:
    return make.restriction_in_force(cast, now=WEDNESDAY, terms=ARRANGED)


def send(actor: Any, side: Any, thing: Any, now: dt.datetime = LATER, **entry: Any) -> SideLetter:
    return side_letters.send(actor, side, thing, Entry(**entry), now, make.key())


def remind(cast: Any, restriction: Any, cited: Any, **passages: str) -> SideLetter:
    return send(cast.omar, REMINDER, restriction, cited=[one.id for one in cited], passages=passages)


# --- A reminder -----------------------------------------------------------------------------------------------------


def test_3_11_a_reminder_names_each_contact_and_changes_nothing(restriction: Any, cast: Any) -> None:
    first = call(cast.carla, restriction.customer, make.later(WEDNESDAY, 1))
    row = remind(cast, restriction, [first])
    assert row.letter.kind == "side_letters/reminder" and row.cited == [first.id]
    said = words_of(row.letter)
    for part in (
        "by telephone",
        "the tenancy or the home",
        "a reminder and not a new decision",
        "Nothing else changes",
    ):
        assert part in said, part
    assert restriction.fresh().ends_on == restriction.ends_on
    assert side_letter_facts.outside(restriction) == []
    with pytest.raises(Refused) as again:
        remind(cast, restriction, [first])
    assert any("not reminded of before" in one.sentence for one in again.value.reasons)


def test_g12_what_is_protected_and_what_kept_to_it_is_never_named(restriction: Any, cast: Any) -> None:
    whose, at = restriction.customer, make.later(WEDNESDAY, 1)
    call(cast.carla, whose, at, subject="complaint", protected="complaint", arrangement="")
    call(cast.carla, whose, at, channel="letter", arrangement="kept")
    ours = contacts.log(cast.carla, whose, {"channel": "telephone", "direction": "out"}, at, make.key())
    assert side_letter_facts.outside(restriction) == []
    assert not side_letters.may_remind(cast.omar, restriction, LATER)
    with pytest.raises(Refused):
        remind(cast, restriction, [ours])


def test_p_4_2_a_reminder_only_while_the_restriction_is_in_force(restriction: Any, cast: Any) -> None:
    first = call(cast.carla, restriction.customer, make.later(WEDNESDAY, 1))
    assert side_letters.may_remind(cast.omar, restriction, LATER)
    after = make.later(LATER, 400)
    told = side_letters.may_remind(cast.omar, restriction, after)
    assert not told and "not in force" in told.reasons[0].sentence
    assert not side_letters.may_remind(cast.carla, restriction, LATER)
    with pytest.raises(Invalid) as nothing:
        remind(cast, restriction, [])
    assert "cited" in nothing.value.errors
    with pytest.raises(Refused) as unfair:
        remind(cast, restriction, [first], answer="You are a nuisance.")
    assert any(one.rule == "G36" for one in unfair.value.reasons)


# --- A support worker -----------------------------------------------------------------------------------------------


def test_p_4_10_a_support_worker_is_written_to_only_with_agreement_or_a_basis(restriction: Any, cast: Any) -> None:
    worker = support_worker(cast.omar, restriction.customer)
    told = {"worker": worker, "to_whom": "2 Quay Street\nWallsend"}
    with pytest.raises(Refused) as refusal:
        send(cast.omar, SUPPORT_WORKER, restriction, **told)
    assert any("not recorded that the customer agreed" in one.sentence for one in refusal.value.reasons)
    agreed = told | {"agreed": "On the telephone, this morning"}
    row = send(cast.omar, SUPPORT_WORKER, restriction, **agreed)
    assert row.agreed and row.customer == restriction.customer and row.letter.facts["recipient"]["name"] == "Jo Field"
    said = words_of(row.letter)
    assert "agreed that we write to you" in said and "This morning" not in said and "Contact is by" in said
    with pytest.raises(Refused):
        send(cast.omar, SUPPORT_WORKER, restriction, **agreed)


def test_p_4_10_a_basis_on_the_file_will_do_and_a_stranger_will_not(restriction: Any, cast: Any) -> None:
    other = make.customer(cast.omar)
    stranger = support_worker(cast.omar, other, "Customer signed a form")
    told = Entry(worker=stranger, agreed="Yes")
    assert not side_letters.may_write_to_supporter(cast.omar, restriction, LATER, told)
    worker = support_worker(cast.omar, restriction.customer, "Customer signed a form")
    row = send(cast.omar, SUPPORT_WORKER, restriction, worker=worker)
    assert "we may speak to you" in words_of(row.letter) and "signed a form" not in row.letter.html


def test_3_11_what_others_are_sent_holds_nothing_of_what_led_to_it(restriction: Any, cast: Any) -> None:
    worker = support_worker(cast.omar, restriction.customer, "Customer signed a form")
    sent = [
        send(cast.omar, SUPPORT_WORKER, restriction, worker=worker),
        send(cast.omar, STAFF_NOTICE, restriction, to_whom="Repairs team"),
    ]
    customer = restriction.customer
    hidden = [customer.postcode, customer.address.splitlines()[0], "idiot", "shouted", "You can contact the"]
    for row in sent:
        assert [one for one in hidden if one in row.letter.html] == []
        assert row.letter.language == "English" and row.letter.asked_format == "standard"


# --- A notice to staff ----------------------------------------------------------------------------------------------


def test_2_6_a_notice_says_what_the_card_says_and_when_to_destroy_it(restriction: Any, cast: Any) -> None:
    row = send(cast.omar, STAFF_NOTICE, restriction, to_whom="Repairs team")
    said = words_of(row.letter)
    for part in (
        "Contact is by letters and e-mails",
        "Always open",
        "Destroy this notice after",
        restriction.customer.name,
    ):
        assert part in said, part
    assert row.to_whom == "Repairs team" and "What happened" not in said
    with pytest.raises(Invalid):
        send(cast.omar, STAFF_NOTICE, restriction, to_whom=" ")
    assert not side_letters.may_give_notice(cast.omar, restriction, make.later(LATER, 400))


def test_g56_a_markers_notice_goes_only_to_its_recipients(sqlite_db: Any, cast: Any) -> None:
    marker = make.live_marker(cast.mark, cast.sol, make.customer(cast.omar), now=WEDNESDAY)
    (team, *_) = side_letter_facts.recipients(marker)
    with pytest.raises(Refused) as refusal:
        send(cast.omar, STAFF_NOTICE, marker, to_whom="Everybody")
    assert refusal.value.reasons[0].rule == "G56"
    row = send(cast.omar, STAFF_NOTICE, marker, to_whom=team)
    assert row.letter.facts["fact"] == marker.fact and row.letter.facts["action"] == marker.action


# --- A warning that has ended ---------------------------------------------------------------------------------------


def test_3_11_the_end_of_a_warning_is_told_once_and_only_if_nothing_more_happened(sqlite_db: Any, cast: Any) -> None:
    warning = warned(cast, make.customer(cast.omar))
    assert not side_letters.may_tell_of_end(cast.omar, warning, LATER)
    over = side_letter_facts.over_on(warning, clock.today(LATER))
    assert over is not None
    after = make.later(LATER, (over - clock.today(LATER)).days + 1)
    row = send(cast.omar, WARNING_ENDED, warning, after, passages={"thanks": "Your calls were calm."})
    assert "Nothing more has happened" in words_of(row.letter) and "Your calls were calm" in words_of(row.letter)
    with pytest.raises(Refused):
        send(cast.omar, WARNING_ENDED, warning, after)


def test_3_11_no_kind_letter_where_something_more_has_happened(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning = warned(cast, whose)
    make.incident(cast.carla, whose, LATER)
    told = side_letters.may_tell_of_end(cast.omar, warning, make.later(LATER, 400))
    assert [one.sentence for one in told.reasons] == [
        "Something more has happened since the warning: the letter would not be true."
    ]
