"""The rules of what letters say and what stays open (P 1.2, 4.2, 4.7, 4.11, 7.1): each refusal, and what clears it."""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from letterpress.make.text import one_line, text_of
from models import Customer, CustomerRequest, Incident, Letter
from policy.core import audit
from policy.core.answers import Refused, answer
from policy.correspondence import delivery as letter_delivery
from policy.correspondence import fairness
from policy.customers import customers
from policy.incidents import notes
from policy.restrictions import decision as restriction_decision
from policy.restrictions import letter as restriction_letter
from policy.rulebook import clauses
from policy.warnings import warnings
from tests import make
from tests.policy.stage import (
    MONDAY,
    WEDNESDAY,
    altered,
    changed,
    clear,
    measured,
    ready_restriction,
    ready_warning,
    stands,
    warned,
)


def drafted(cast: Any, whose: Customer | None = None, **told: Any) -> Any:
    """A warning ready to issue but for what is `told` of its passages."""
    whose = whose or make.customer(cast.omar)
    return ready_warning(cast, whose, [make.incident(cast.carla, whose)], **told)


def issuing(cast: Any, draft: Any) -> Any:
    return warnings.may_issue(cast.mark, draft.fresh(), MONDAY)


def issued_restriction(cast: Any, **told: Any) -> Letter:
    row = restriction_decision.authorise(
        cast.mark, ready_restriction(cast, make.customer(cast.omar), **told), WEDNESDAY
    )
    return restriction_decision.issue(cast.mark, row, WEDNESDAY)


def printed(letter: Letter) -> str:
    return one_line(text_of(letter.html).whole)


MEASURES: dict[str, dict[str, Any]] = {
    "telephone_times": {"slots": [{"days": [1], "from": "10:00", "until": "12:00"}]},
    "channels": {"channels": ["letter", "email"]},
    "significant_only": {"definition": "Anything that puts health or the home at risk", "examples": "A leak"},
    "access": {"place": "the office in Wallsend", "instead": "Ring us, or write to us"},
}


# --- G24 to G27: what no restriction touches ---


@pytest.mark.parametrize("kind", MEASURES)
def test_g25_every_restriction_letter_says_what_is_always_open(sqlite_db: Any, cast: Any, kind: str) -> None:
    whose = make.customer(cast.omar)
    warning = warned(cast, whose, sanctions={"access": {"place": "the office in Wallsend"}})
    row = ready_restriction(cast, whose, warning=warning, terms={kind: MEASURES[kind]})
    shown = one_line(text_of(restriction_letter.rendered(row, cast.mark, WEDNESDAY).html).whole)
    assert all(one_line(subject) in shown for subject in clauses.ALWAYS_OPEN.values())


def without_item(html: str, subject: str) -> str:
    """The letter with the item of a list that speaks of `subject` cut out."""
    items = re.findall(r"<li>.*?</li>", html, re.DOTALL)
    return html.replace(next(one for one in items if one_line(text_of(one).whole).startswith(one_line(subject))), "")


def test_g25_a_letter_without_one_of_them_is_refused(sqlite_db: Any, cast: Any) -> None:
    row = ready_restriction(cast, make.customer(cast.omar))
    whole = restriction_letter.rendered(row, cast.mark, WEDNESDAY)
    clear(answer(fairness.complete(whole, "G25")))
    for subject in clauses.ALWAYS_OPEN.values():
        cut = replace(whole, html=without_item(whole.html, subject))
        assert cut.html != whole.html, subject
        stands(answer(fairness.complete(cut, "G25")), "G25", "always open")


def test_g25_nothing_typed_in_a_proposal_takes_one_away(sqlite_db: Any, cast: Any) -> None:
    row = ready_restriction(cast, make.customer(cast.omar), scope="everything", told="nobody", always_open=[])
    shown = one_line(text_of(restriction_letter.rendered(row, cast.mark, WEDNESDAY).html).whole)
    assert all(one_line(subject) in shown for subject in clauses.ALWAYS_OPEN.values())


def test_g24_the_letter_says_that_representatives_are_not_touched(sqlite_db: Any, cast: Any) -> None:
    shown = printed(issued_restriction(cast))
    assert "to nobody who lives with you or speaks for you" in shown
    assert one_line(clauses.ALWAYS_OPEN["advisers"]) in shown


def test_g26_contact_outside_the_arrangement_reaches_a_person(sqlite_db: Any, cast: Any) -> None:
    shown = printed(issued_restriction(cast))
    assert "a person reads it" in shown and "do not block" in shown


def test_g27_new_matters_are_always_read_and_answered(db: Any, cast: Any) -> None:
    letter = issued_restriction(cast)
    assert "if it is about something new, we look at it on its merits" in printed(letter)
    later = make.later(WEDNESDAY, 20)
    assert letter_delivery.subject_of(letter).in_force_on(later.date())
    new = make.incident(cast.carla, letter.customer, later, channel="telephone", request="to have the boiler seen to")
    request = CustomerRequest.get(CustomerRequest.incident == new)
    assert request.owner == cast.carla and request.due_on > later.date()


# --- G33: format and language ---


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ({}, ""),
        ({"letter_format": "large_print"}, ""),
        ({"letter_format": "easy_read"}, ""),
        ({"letter_format": "plain_text"}, ""),
        ({"letter_format": "email", "email": "robin@example.com"}, ""),
        ({"language": "english"}, ""),
        ({"letter_format": "braille"}, "Braille. The file for the embosser is made here"),
        ({"letter_format": "audio"}, "Audio. The text to read aloud is made here"),
        ({"language": "Polish"}, "Polish"),
    ],
)
def test_g33_letters_go_out_in_the_form_the_customer_asked_for(
    sqlite_db: Any, cast: Any, told: dict[str, str], missing: str
) -> None:
    draft = drafted(cast, make.customer(cast.omar, **told))
    if not missing:
        clear(issuing(cast, draft))
        return
    stands(issuing(cast, draft), "G33", f"has asked for letters in: {missing}", alone=True)
    draft = changed(cast, draft, arranged="Read to them by the interpreter, booked by Omar.")
    clear(issuing(cast, draft))
    warnings.issue(cast.mark, draft, MONDAY)
    assert Letter.get().arranged.startswith("Read to them")


@pytest.mark.parametrize(
    ("asked", "layout"),
    [("large_print", "large_print"), ("easy_read", "easy_read"), ("email", "standard"), ("braille", "standard")],
)
def test_g33_a_standing_format_is_applied_without_being_asked(
    sqlite_db: Any, cast: Any, asked: str, layout: str
) -> None:
    draft = drafted(cast, make.customer(cast.omar, letter_format=asked, email="robin@example.com"))
    draft = changed(cast, draft, arranged="Leeds Braille embosses it on Tuesday." if asked == "braille" else "")
    warnings.issue(cast.mark, draft, MONDAY)
    letter = Letter.get()
    assert (letter.format, letter.asked_format) == (layout, asked)
    assert f"letter-{layout.replace('_', '-')}" in letter.html


def test_g33_of_a_format_begun_here_only_the_rest_is_asked(sqlite_db: Any, cast: Any) -> None:
    draft = drafted(cast, make.customer(cast.omar, letter_format="braille", language="Polish"))
    asked = [reason for reason in issuing(cast, draft).reasons if reason.rule == "G33"]
    assert asked[0].remedy == "Write down who embosses it, and when." and len(asked) == 2


def test_g33_holds_for_restriction_letters(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = ready_restriction(cast, whose)
    told = {name: getattr(whose, name) for name in ("name", "reference", "kind", "address", "postcode")}
    customers.edit(cast.omar, whose, {**told, "letter_format": "braille"}, WEDNESDAY, 0)
    stands(restriction_decision.may_authorise(cast.mark, row.fresh(), WEDNESDAY), "G33", "Braille", alone=True)
    row = altered(cast, row.fresh(), arranged="The printer in Leeds, by Friday's post.")
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))


# --- G34: the appeal, and all that a restriction letter must say ---


def test_g34_the_letter_says_how_to_appeal_by_when_to_whom_and_when_it_is_reviewed(db: Any, cast: Any) -> None:
    shown = printed(issued_restriction(cast))
    for words in (
        "you can appeal",
        "by tuesday 14 april 2026",
        "20 working days",
        "a senior officer who was not involved in this decision",
        "review: tuesday 16 june 2026",
        "ends: wednesday 16 september 2026",
        "housing ombudsman service",
    ):
        assert words in shown, words


@pytest.mark.parametrize(
    "edited_out", ["you can appeal", "14 April 2026", "senior officer", "16 June 2026", "16 September 2026"]
)
def test_g34_a_letter_with_the_appeal_edited_out_is_refused(sqlite_db: Any, cast: Any, edited_out: str) -> None:
    row = ready_restriction(cast, make.customer(cast.omar))
    whole = restriction_letter.rendered(row, cast.mark, WEDNESDAY)
    spaces = r"(?:\s|&nbsp;)"
    cut = replace(whole, html=re.sub(edited_out.replace(" ", spaces), "", whole.html, flags=re.IGNORECASE))
    assert cut.html != whole.html
    stands(answer(fairness.complete(cut, "G34")), "G34", "The letter does not give")


@pytest.mark.parametrize("passage", ["reasons", "improvement"])
def test_g34_a_letter_with_a_gap_is_refused(sqlite_db: Any, cast: Any, passage: str) -> None:
    row = ready_restriction(cast, make.customer(cast.omar), **{passage: "  "})
    answered = restriction_decision.may_authorise(cast.mark, row, WEDNESDAY)
    stands(answered, "G34", "", alone=True)
    row = altered(cast, row, **{passage: "The calls went on after we had spoken."})
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))


@pytest.mark.parametrize(
    "missing", [{"postcode": ""}, {"address": "", "postcode": "NE28 6AA"}, {"letter_format": "email"}], ids=str
)
def test_g33_a_letter_has_somewhere_to_go(sqlite_db: Any, cast: Any, missing: dict[str, str]) -> None:
    whose = make.customer(cast.omar)
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose)])
    for name, value in missing.items():
        setattr(whose, name, value)
    whose.save()
    stands(issuing(cast, draft), "G33", "no address", alone=True)
    clear(issuing(cast, changed(cast, draft, arranged="Handed to her by Omar at the office on Monday.")))


# --- G35, G36: names and labels ---


def test_g35_no_colleague_neighbour_or_other_customer_is_named(sqlite_db: Any, cast: Any) -> None:
    neighbour = make.customer(cast.omar, name="Nadia Neighbour")
    whose = make.customer(cast.omar)
    cited = [make.incident(cast.carla, whose, staff=[(cast.carla, "target")])]
    for name in (
        "Carla Contact",
        "CARLA  CONTACT",
        "Car\u00adla",
        "Carla",
        "Contact",
        "Nadia Neighbour",
        "Omar Officer",
    ):
        draft = ready_warning(cast, whose, cited, effect=f"Afterwards {name} had to stop work for the day.")
        stands(issuing(cast, draft), "G35", "names somebody it should not name", alone=True)
        clear(issuing(cast, changed(cast, draft, effect="Afterwards our adviser had to stop work for the day.")))
    assert neighbour.id != whose.id


def test_g35_an_incident_is_printed_without_its_colleagues_names(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    words = "She swore at Carla and rang off when asked to make contact by letter."
    cited = [make.incident(cast.carla, whose, staff=[(cast.carla, "target")], what_happened=words,
                           exact_words="Carla Contact, you are useless")]  # fmt: skip
    draft = ready_warning(cast, whose, cited)
    stands(issuing(cast, draft), "G35", "as the letter prints it, names somebody it should not name: Carla Contact")
    assert [one.incident for one in issuing(cast, draft).reasons] == [cited[0].id]
    put = "You swore at our adviser and rang off when asked to make contact by letter."
    notes.add_note(cast.omar, cited[0], "letter", put, MONDAY, make.key())
    draft = draft.fresh()
    warnings.read(cast.olive, draft, "", MONDAY, draft.version)
    clear(issuing(cast, draft))
    letter = printed(warnings.issue(cast.mark, draft.fresh(), MONDAY, draft.fresh().version))
    assert put.casefold() in letter and "[a colleague], you are useless" in letter
    assert words.casefold() not in letter
    assert Incident.get_by_id(cited[0].id).what_happened == words


def test_g14_words_put_anew_for_the_letter_are_read_anew(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    cited = [make.incident(cast.carla, whose)]
    draft = ready_warning(cast, whose, cited)
    notes.add_note(cast.omar, cited[0], "letter", "You shouted at our adviser.", MONDAY, make.key())
    stands(issuing(cast, draft), "G14", "No second person has read this version")
    row = ready_restriction(cast, make.customer(cast.omar))
    row = restriction_decision.authorise(cast.mark, row, WEDNESDAY)
    notes.add_note(cast.omar, row.cited.get().incident, "letter", "You shouted again.", WEDNESDAY, make.key())
    with pytest.raises(Refused):
        restriction_decision.issue(cast.mark, row, WEDNESDAY, row.version)
    restriction_decision.issue(cast.mark, row, WEDNESDAY, row.fresh().version)


def test_g35_the_customer_and_the_people_the_letter_names_may_be_named(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    row = ready_restriction(cast, whose, improvement=f"If {whose.name} writes to us calmly, we will look at it again.")
    row = measured(cast, row, "named_officer", {"officer": cast.omar, "deputy": cast.olive})
    row = altered(cast, row, adjustments="Omar Officer will ring back. Mark Manager is told of it.")
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))
    row = altered(cast, row, adjustments="Mina Manager will ring back.")
    stands(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY), "G35", "Mina Manager", alone=True)


@pytest.mark.parametrize("word", clauses.LABEL_WORDS)
def test_g36_a_word_that_labels_a_person_needs_a_reason(sqlite_db: Any, cast: Any, word: str) -> None:
    whose = make.customer(cast.omar)
    found = fairness.fair_passages(whose, {"effect": f"This was a {word.upper()}, we felt."}, [], {})
    stands(answer(found), "G36", "labels the person", alone=True)


def test_g36_words_that_only_hold_such_a_word_are_free(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    words = "The drunken song was made in Madrid; the nuisances were reported."
    clear(answer(fairness.fair_passages(whose, {"effect": words}, [], {})))
    draft = drafted(cast, whose, effect="The customer is vexatious.")
    stands(issuing(cast, draft), "G36", "“vexatious”", alone=True)
    clear(issuing(cast, changed(cast, draft, effect="The customer rang forty times that day.")))


# --- G37: facts come from the record ---


@pytest.mark.parametrize(("key", "is_bound"), [("effect", True), ("our_part", False), ("underlying", False)])
def test_g37_what_we_did_and_promise_has_days_of_its_own(sqlite_db: Any, cast: Any, key: str, is_bound: bool) -> None:
    draft = drafted(cast, make.customer(cast.omar), **{key: "The plumber comes by 14 December 2026, at 9.30 am."})
    if is_bound:
        stands(issuing(cast, draft), "G37", "14 December 2026")
    else:
        clear(issuing(cast, draft))


@pytest.mark.parametrize(
    ("words", "bound"),
    [
        ("on 2 March 2026", True),  # the day of the incident
        ("on 2 March", True),
        ("on 02/03/2026", True),
        ("on 2/3/26", True),
        ("at 9 am", True),
        ("at 09:00", True),
        ("on 3 March 2026", False),
        ("on 2 March 2025", False),
        ("on the 4th April", False),
        ("on 03/02/2026", False),
        ("on 3.3.26", False),
        ("at 9.30 am", False),
        ("at 21:00", False),
        ("at 9pm", False),
    ],
)
def test_g37_a_date_or_time_that_is_not_in_the_record_is_refused(
    sqlite_db: Any, cast: Any, words: str, bound: bool
) -> None:
    draft = drafted(cast, effect=f"Our adviser was frightened {words} and went home.")
    if bound:
        clear(issuing(cast, draft))
        return
    stands(issuing(cast, draft), "G37", "is not a date or time of an incident", alone=True)
    clear(issuing(cast, changed(cast, draft, effect="Our adviser was frightened and went home.")))


def test_g37_what_happened_is_printed_from_the_incident_itself(db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    told = {
        "what_happened": "1. <b>Rang</b> *four* times & shouted\n# Not a heading",
        "exact_words": "_Shut up_ [now](x)",
    }
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose, **told)])
    warnings.issue(cast.mark, draft, MONDAY)
    letter = Letter.get()
    shown = text_of(letter.html).whole
    assert "1. <b>Rang</b> *four* times & shouted" in shown and "# Not a heading" in shown
    assert "_Shut up_ [now](x)" in shown
    assert "Monday 2\u00a0March\u00a02026" in shown and "I-00001" in shown
    assert letter.facts["incidents"][0]["what_happened"] == Incident.get().what_happened


def test_g37_a_letter_stays_as_it_was_sent_whatever_changes_later(db: Any, cast: Any) -> None:
    draft = drafted(cast)
    warnings.issue(cast.mark, draft, MONDAY)
    letter = Letter.get()
    sent = (letter.html, letter.source, letter.sha256)
    told = {"name": "Somebody Else", "reference": "OT9", "kind": "tenant", "address": "1 New Road"}
    customers.edit(cast.omar, letter.customer, told, MONDAY, 0)
    again = letter.fresh()
    assert (again.html, again.source, again.sha256) == sent
    assert again.sha256 == audit.letter_digest(again.html, again.source)
    assert "Somebody Else" not in again.html


def test_g37_times_of_the_decision_itself_may_be_written(sqlite_db: Any, cast: Any) -> None:
    row = ready_restriction(cast, make.customer(cast.omar), reasons="It went on from 11 March 2026 until today.")
    clear(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY))
    row = altered(cast, row, reasons="It went on from 10 March 2026 until today.")
    stands(restriction_decision.may_authorise(cast.mark, row, WEDNESDAY), "G37", "10 March 2026", alone=True)
    assert row.starts_on > dt.date(2026, 3, 10)
