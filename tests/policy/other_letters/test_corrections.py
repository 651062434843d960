"""G63: when a fact is corrected, each letter that rests on it is answered, and those told are told."""

from typing import Any

import pytest

from models import CorrectionAnswer, Letter, Telling
from policy.core.answers import Refused
from policy.core.validation import Invalid
from policy.incidents import notes as incident_notes
from policy.other_letters import corrections
from policy.restrictions import decision as restriction_decision
from policy.restrictions import letter as restriction_letter
from policy.warnings import letter as warning_letter
from policy.warnings import warnings
from tests import make
from tests.policy.stage import MONDAY, WEDNESDAY, ready_restriction, stands, warned

RIGHT = {"right": "She heard shouting, and no insult.", "decision": "The warning stands, because of the shouting."}
LATER = make.later(WEDNESDAY, 1)


def corrected(cast: Any, kind: str = "correction", outcome: str = "") -> tuple[Any, Any, Any]:
    """A warning handed over on Monday; its incident corrected on Wednesday."""
    whose = make.customer(cast.omar)
    warning = warned(cast, whose)
    (incident,) = warning_letter.incidents_of(warning)
    note = incident_notes.add_note(
        cast.omar, incident, kind, "The recording says 10.15 am on 3 March 2026.", WEDNESDAY, make.key(), outcome
    )
    return warning, incident, note


def waits(person: Any, now: Any) -> list[Any]:
    return list(corrections.needs(person, now))


def test_g63_a_corrected_fact_makes_each_letter_that_rests_on_it_wait(db: Any, cast: Any) -> None:
    warning, incident, note = corrected(cast)
    (one,) = waits(cast.mark, WEDNESDAY)
    assert one.values == {"note_id": note.id, "letter_id": warning.letter_id}
    assert warning.customer.name in one.sentence and warning.customer.name not in one.plain
    assert waits(cast.omar, WEDNESDAY) == [] and len(waits(cast.sena, make.later(WEDNESDAY, 40))) == 1
    row = corrections.settle(cast.mark, note, warning.letter, {"kind": "corrected", **RIGHT}, LATER)
    assert waits(cast.mark, LATER) == [] and row.correcting.kind == "incidents/corrected"
    html = row.correcting.html
    for part in ("She heard shouting", incident.what_happened[:20], "2\u00a0March\u00a02026", "We are sorry"):
        assert part in html.replace(" March ", "\u00a0March\u00a0").replace("&nbsp;", "\u00a0"), part
    with pytest.raises(Refused):
        corrections.settle(cast.mark, note, warning.letter, {"kind": "corrected", **RIGHT}, LATER)


def test_g63_a_note_before_the_letter_or_of_another_kind_asks_nothing(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    incident = make.incident(cast.carla, whose)
    incident_notes.add_note(cast.omar, incident, "correction", "It was 9.05 am", MONDAY, make.key())
    make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [incident], make.later(MONDAY, 0.01))
    incident_notes.add_note(cast.omar, incident, "account", "He says otherwise", WEDNESDAY, make.key())
    incident_notes.add_note(cast.omar, incident, "identity", "Voice known", WEDNESDAY, make.key(), "certain")
    assert waits(cast.mark, WEDNESDAY) == []


def test_g63_no_letter_needs_a_reason(sqlite_db: Any, cast: Any) -> None:
    warning, _, note = corrected(cast)
    with pytest.raises(Invalid) as told:
        corrections.settle(cast.mark, note, warning.letter, {"kind": "not_needed", "because": " "}, LATER)
    assert "because" in told.value.errors
    typed = {"kind": "not_needed", "because": "Only our own spelling was wrong"}
    with pytest.raises(Refused):
        corrections.settle(cast.omar, note, warning.letter, typed, LATER)
    row = corrections.settle(cast.mark, note, warning.letter, typed, LATER)
    assert row.correcting is None and waits(cast.mark, LATER) == [] and Letter.select().count() == 1


def test_g63_the_letter_is_fair_and_complete(sqlite_db: Any, cast: Any) -> None:
    warning, _, note = corrected(cast)

    def asked(**typed: str) -> Any:
        return corrections.may_answer(cast.mark, note, warning.letter, "corrected", LATER, {**RIGHT, **typed})

    assert asked() and asked(right="It was at 10.15 am on 3 March 2026.")
    assert not asked(right="") and not asked(decision="")
    assert asked(right="It was on 9 April 2026.").names("G37")
    assert asked(right="A nuisance caller said it.").names("G36")
    assert asked(right="Olive Officer took the call.").names("G35")


def test_g63_the_wrong_person_has_an_apology_once_the_decision_is_taken_back(sqlite_db: Any, cast: Any) -> None:
    warning, _, note = corrected(cast, "identity", "low")
    typed = {"kind": "mistaken_identity", "put_right": "The warning was taken back."}
    asked = corrections.may_answer(cast.mark, note, warning.letter, "mistaken_identity", LATER, {"put_right": "Done."})
    stands(asked, "G63", "still stands")
    with pytest.raises(Refused):
        corrections.settle(cast.mark, note, warning.letter, typed, LATER)
    warnings.withdraw(cast.mark, warning.fresh(), "It was not her", LATER)
    row = corrections.settle(cast.mark, note, warning.letter, typed, LATER)
    assert "it was not you" in row.correcting.source and "have been taken away" in row.correcting.source


def test_g63_those_who_were_told_of_a_restriction_are_told_what_is_right(sqlite_db: Any, cast: Any) -> None:
    row = ready_restriction(cast, make.customer(cast.omar))
    restriction_decision.authorise(cast.mark, row, WEDNESDAY)
    restriction_decision.issue(cast.mark, row.fresh(), WEDNESDAY)
    (incident,) = restriction_letter.incidents_of(row)
    note = incident_notes.add_note(cast.omar, incident, "correction", "It was a letter", LATER, make.key())
    letter = row.fresh().letter
    answered = corrections.settle(cast.mark, note, letter, {"kind": "corrected", **RIGHT}, LATER)
    owed = corrections.to_tell(answered)
    assert "the customer contact team" in owed and len(waits(cast.omar, LATER)) == 1
    with pytest.raises(Invalid):
        corrections.tell(cast.omar, answered, [], LATER)
    with pytest.raises(Refused):
        corrections.tell(cast.carla, answered, owed, LATER)
    corrections.tell(cast.omar, answered, owed, LATER)
    assert corrections.to_tell(answered) == [] and waits(cast.omar, LATER) == []
    assert {one.occasion for one in Telling.select()} == {"corrected"} and CorrectionAnswer.select().count() == 1
