"""The rules of the written warning and of weighing it (P box, 4.9, 4.10): each refusal, and what clears it."""

import datetime as dt
from typing import Any

import pytest

from policy.considerations import considerations
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.correspondence import deemed_receipt
from policy.correspondence import delivery as letter_delivery
from policy.customers import customers
from policy.restrictions import decision as restriction_decision
from policy.restrictions import proposal as restriction_proposal
from policy.warnings import warnings
from tests import make
from tests.policy.stage import (
    MONDAY,
    WEDNESDAY,
    changed,
    clear,
    read_warning,
    ready_restriction,
    ready_warning,
    stands,
    warned,
)

DAY = dt.timedelta(days=1)


# --- G1, G3, G4: no restriction before a warning that was received ---


def test_g01_no_restriction_is_proposed_without_a_written_warning(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    stands(
        restriction_proposal.may_propose(cast.omar, whose, MONDAY),
        "G1",
        "No written warning has been issued",
        alone=True,
    )
    warned(cast, whose)
    clear(restriction_proposal.may_propose(cast.omar, whose, MONDAY))


def test_g01_a_draft_and_a_withdrawn_warning_are_no_warnings(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    first = make.incident(cast.carla, whose)
    ready_warning(cast, whose, [first])
    stands(restriction_proposal.may_propose(cast.omar, whose, MONDAY), "G1", "No written warning")
    warning = warned(cast, whose)
    row = ready_restriction(cast, whose, warning=warning)
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))
    warnings.withdraw(cast.mark, warning, "It was somebody else.", WEDNESDAY)
    answer = restriction_decision.may_authorise(cast.mark, row.fresh(), WEDNESDAY)
    stands(answer, "G1", "does not rest on a written warning", alone=True)


@pytest.mark.parametrize(
    ("named", "wanted", "allowed"),
    [
        ("telephone_times", "telephone_times", True),
        ("telephone_times", "named_officer", False),
        ("telephone_times", "access", False),
        ("channels", "named_officer", True),
        ("significant_only", "channels", True),
        ("significant_only", "access", False),
        ("access", "significant_only", True),
        ("access", "access", True),
    ],
)
def test_g01_the_warning_named_this_sanction_or_a_stricter_one(
    sqlite_db: Any, cast: Any, named: str, wanted: str, allowed: bool
) -> None:
    whose = make.customer(cast.omar)
    terms = every_measure(cast)
    warning = warned(cast, whose, sanctions={named: SANCTIONS[named]})
    row = ready_restriction(cast, whose, warning=warning, terms={wanted: terms[wanted]})
    answer = restriction_decision.may_authorise(cast.mark, row, WEDNESDAY)
    if allowed:
        clear(answer)
    else:
        stands(answer, "G1", "The warning named nothing as strict", alone=True)


SANCTIONS: dict[str, dict[str, Any]] = {
    "telephone_times": {},
    "named_officer": {},
    "channels": {"channels": ["letter", "email"]},
    "significant_only": {},
    "access": {"place": "the office in Wallsend"},
}


def every_measure(cast: Any) -> dict[str, dict[str, Any]]:
    """One sound measure of every kind."""
    return {
        "telephone_times": {"slots": [{"days": [1, 3], "from": "10:00", "until": "12:00"}]},
        "named_officer": {"officer": cast.omar, "deputy": cast.olive},
        "channels": {"channels": ["letter", "email"]},
        "significant_only": {"definition": "Anything that puts health or the home at risk", "examples": "A leak\nGas"},
        "access": {"place": "the office in Wallsend", "instead": "Ring us, or write to us"},
    }


def test_g03_a_warning_names_a_proposed_sanction_and_for_how_long(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose)], sanctions={}, months=None)
    answer = warnings.may_issue(cast.mark, draft, MONDAY)
    stands(answer, "G3", "does not say what may follow")
    stands(answer, "G3", "does not say for how long")
    vague = changed(cast, draft, sanctions={"channels": {}}, sanction_months=6)
    stands(warnings.may_issue(cast.mark, vague, MONDAY), "G3", "not concrete yet")
    placeless = changed(cast, vague, sanctions={"access": {}})
    stands(warnings.may_issue(cast.mark, placeless, MONDAY), "G3", "not concrete yet")
    sound = changed(cast, placeless, sanctions={"channels": {"channels": ["letter"]}})
    clear(warnings.may_issue(cast.mark, sound, MONDAY))


def test_g03_only_the_policys_own_sanctions_can_be_named(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    with pytest.raises(Invalid) as told:
        make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)], sanctions={"no_contact_at_all": {}})
    assert "policy's list" in told.value.errors["sanctions"]


def test_g04_a_warning_nobody_received_opens_nothing(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose)])
    stands(
        restriction_proposal.may_propose(cast.omar, whose, MONDAY), "G4", "No warning counts as received", alone=True
    )
    make.served(cast.omar, warning.letter, MONDAY)
    clear(restriction_proposal.may_propose(cast.omar, whose, MONDAY))


@pytest.mark.parametrize(
    ("posted", "received"),
    [
        (dt.date(2026, 3, 2), dt.date(2026, 3, 4)),  # Monday, so Wednesday
        (dt.date(2026, 3, 6), dt.date(2026, 3, 10)),  # Friday, so Tuesday
        (dt.date(2026, 4, 2), dt.date(2026, 4, 8)),  # the Thursday before Easter
    ],
)
def test_g04_posted_letters_count_as_received_two_working_days_later(
    sqlite_db: Any, cast: Any, posted: dt.date, received: dt.date
) -> None:
    now = dt.datetime.combine(posted, dt.time(10), dt.UTC)
    whose = make.customer(cast.omar, now)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose, now)], now)
    make.served(cast.omar, warning.letter, now, "posted")
    for day, yes in ((received - DAY, False), (received, True), (received + DAY, True)):
        moment = dt.datetime.combine(day, dt.time(10), dt.UTC)
        assert bool(restriction_proposal.may_propose(cast.omar, whose, moment)) is yes, day


def test_g04_returned_post_opens_the_step_again(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose)])
    make.served(cast.omar, warning.letter, MONDAY, "posted")
    row = ready_restriction(cast, whose, warning=warning)
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))
    make.served(cast.omar, warning.letter, WEDNESDAY, "returned")
    stands(
        restriction_decision.may_authorise(cast.mark, row, WEDNESDAY), "G4", "does not count as received", alone=True
    )
    assert not deemed_receipt.is_live(warning, deemed_receipt.standing(warning.letter), WEDNESDAY.date())


def test_g04_only_a_letter_that_was_posted_can_come_back(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose)])
    with pytest.raises(Refused) as told:
        make.served(cast.omar, warning.letter, MONDAY, "returned")
    assert [one.rule for one in told.value.reasons] == ["G4"]
    make.served(cast.omar, warning.letter, MONDAY, "posted")
    make.served(cast.omar, warning.letter, MONDAY, "returned")
    assert letter_delivery.subject_of(warning.letter) == warning


# --- G7 to G9, G31: weighing ---


def test_g07_whoever_decides_weighs_it_on_the_day(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = read_warning(cast, whose, [make.incident(cast.carla, whose)])
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G7", "You have not yet recorded today")
    make.weighing(cast.mina, whose, "warning")
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G7", "You have not yet recorded today")
    make.weighing(cast.mark, whose, "restriction")
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G7", "You have not yet recorded today")
    make.weighing(cast.mark, whose, "warning")
    clear(warnings.may_issue(cast.mark, draft, MONDAY))


def test_g07_a_weighing_lasts_until_midnight_in_london(sqlite_db: Any, cast: Any) -> None:
    summer = dt.datetime(2026, 7, 6, 10, tzinfo=dt.UTC)
    whose = make.customer(cast.omar, summer)
    draft = read_warning(cast, whose, [make.incident(cast.carla, whose, summer)], summer)
    make.weighing(cast.mark, whose, "warning", summer)
    clear(warnings.may_issue(cast.mark, draft, dt.datetime(2026, 7, 6, 22, 59, tzinfo=dt.UTC)))
    after = dt.datetime(2026, 7, 6, 23, 0, tzinfo=dt.UTC)  # midnight on a London clock
    stands(warnings.may_issue(cast.mark, draft, after), "G7", "today")


def test_g07_words_copied_from_an_earlier_weighing_are_refused(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    earlier = make.weighing(cast.mark, whose, "warning")
    words = {name: getattr(earlier, name) for name in considerations.QUESTIONS}
    with pytest.raises(Invalid) as told:
        make.weighing(cast.mina, whose, "warning", WEDNESDAY, **words)
    assert set(told.value.errors) == set(considerations.QUESTIONS)
    assert "2 March 2026" in told.value.errors["needs"]
    barely = words["needs"].upper().replace(" ", "  ") + "!"
    with pytest.raises(Invalid) as told:
        make.weighing(cast.mina, whose, "warning", WEDNESDAY, needs=barely)
    assert set(told.value.errors) == {"needs"}
    make.weighing(cast.mina, whose, "warning", WEDNESDAY, needs="None known.", equality="None known.")
    make.weighing(cast.mark, whose, "warning", WEDNESDAY, needs="None known.")


def test_g08_a_known_support_worker_is_spoken_to_before_any_action(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    worker = supported(cast, whose)
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose)])
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G8", "has not been spoken to", alone=True)
    tried(cast, worker, MONDAY, reached=True)
    clear(warnings.may_issue(cast.mark, draft, MONDAY))


def test_g08_two_tries_and_a_reason_will_do(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    worker = supported(cast, whose)
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose)])
    tried(cast, worker, MONDAY)
    make.weighing(cast.mark, whose, "warning", support_words="Nobody rang back.")
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G8", "has not been spoken to", alone=True)
    tried(cast, worker, MONDAY)
    clear(warnings.may_issue(cast.mark, draft, MONDAY))
    make.weighing(cast.mark, whose, "warning")
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G8", "has not been spoken to", alone=True)


def test_g08_a_talk_before_the_incident_was_about_something_else(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    worker = supported(cast, whose)
    tried(cast, worker, MONDAY - DAY, reached=True)
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose)])
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G8", "has not been spoken to", alone=True)
    customers.end(cast.omar, worker, MONDAY)
    clear(warnings.may_issue(cast.mark, draft, MONDAY))


def test_g08_holds_again_before_the_restriction(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = ready_restriction(cast, whose)
    worker = supported(cast, whose)
    stands(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY), "G8", "has not been spoken to", alone=True)
    tried(cast, worker, WEDNESDAY, reached=True)
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))


def supported(cast: Any, whose: Any) -> Any:
    told = {"name": "Sam Support", "organisation": "A floating support team", "basis": "The customer agreed"}
    return customers.add_support_worker(cast.omar, whose, told, MONDAY)


def tried(cast: Any, worker: Any, now: dt.datetime, reached: bool = False) -> None:
    told = {"on": now.date(), "method": "telephone", "reached": reached, "words": "Will speak to them" * reached}
    considerations.record_support(cast.omar, worker, told, now)


@pytest.mark.parametrize("field", ["complaint_dealt_with", "communication_adequate", "unanswered", "new_information"])
def test_g09_our_own_part_is_looked_at_before_any_action(sqlite_db: Any, cast: Any, field: str) -> None:
    whose = make.customer(cast.omar)
    draft = read_warning(cast, whose, [make.incident(cast.carla, whose)])
    with pytest.raises(Invalid) as told:
        make.weighing(cast.mark, whose, "warning", **{field: "  "})
    assert set(told.value.errors) == {field}
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G9", "Our own part has not been looked at today")
    make.weighing(cast.mark, whose, "warning")
    clear(warnings.may_issue(cast.mark, draft, MONDAY))


def test_g31_nobody_under_eighteen_without_safeguarding(sqlite_db: Any, cast: Any) -> None:
    for born, young in ((MONDAY.date().replace(year=2008) + DAY, True), (MONDAY.date().replace(year=2008), False)):
        whose = make.customer(cast.omar, date_of_birth=born)
        draft = read_warning(cast, whose, [make.incident(cast.carla, whose)])
        answer = warnings.may_issue(cast.mark, draft, MONDAY)
        assert answer.names("G31") is young
        if not young:
            make.weighing(cast.mark, whose, "warning")
            clear(warnings.may_issue(cast.mark, draft, MONDAY))
            continue
        stands(answer, "G31", "under 18")
        with pytest.raises(Invalid) as told:
            make.weighing(cast.mark, whose, "warning")
        assert set(told.value.errors) == {"safeguarding_signed_off"}
        make.weighing(cast.mark, whose, "warning", safeguarding_signed_off="The duty lead, today.")
        clear(warnings.may_issue(cast.mark, draft, MONDAY))


def test_g31_holds_for_a_restriction_too(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = ready_restriction(cast, whose)
    told = {name: getattr(whose, name) for name in ("name", "reference", "kind", "address", "postcode")}
    customers.edit(cast.omar, whose, {**told, "date_of_birth": dt.date(2010, 1, 1)}, WEDNESDAY, 0)
    stands(restriction_decision.may_authorise(cast.mark, row.fresh(), WEDNESDAY), "G31", "under 18", alone=True)
    make.weighing(cast.mark, whose, "restriction", WEDNESDAY, safeguarding_signed_off="The duty lead, today.")
    clear(restriction_decision.may_authorise(cast.mark, row.fresh(), WEDNESDAY))


# --- G14: the second reader ---


def test_g14_a_second_person_reads_every_warning(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose)])
    make.weighing(cast.mark, whose, "warning")
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G14", "No second person", alone=True)
    stands(warnings.may_read(cast.omar, draft, MONDAY), "G14", "You drafted this warning yourself", alone=True)
    warnings.read(cast.olive, draft, "", MONDAY, draft.version)
    clear(warnings.may_issue(cast.mark, draft.fresh(), MONDAY))


def test_g14_a_changed_draft_is_read_again(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    cited = [make.incident(cast.carla, whose)]
    draft = ready_warning(cast, whose, cited)
    clear(warnings.may_issue(cast.mark, draft, MONDAY))
    page = {"incidents": cited, "sanctions": {"named_officer": {}}, "sanction_months": 3, **draft.passages}
    draft = warnings.change(cast.omar, draft, page, MONDAY, draft.version)
    stands(warnings.may_issue(cast.mark, draft, MONDAY), "G14", "this version", alone=True)
    warnings.read(cast.olive, draft, "", MONDAY, draft.version)
    clear(warnings.may_issue(cast.mark, draft.fresh(), MONDAY))
