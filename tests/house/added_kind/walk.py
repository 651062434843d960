"""A kind of restriction that was only just added, from the warning to its end: its own words, and no other kind's.

Run by tests/house/test_kinds.py in a copy of the project that has the kind.
"""

import datetime as dt
import re
from dataclasses import replace
from typing import Any

import pytest

from letterpress.checks.copies import body_of
from letterpress.make import kinds
from letterpress.make.render import missing, render
from letterpress.samples.samples import sample
from models import Customer, Letter, Restriction
from policy import measures
from policy.core import clock
from policy.restrictions import decision as restriction_decision
from policy.restrictions import notifications
from policy.restrictions import proposal as restriction_proposal
from policy.reviews import letters as review_letters
from tests import make
from tests.browse import words
from tests.views.desk import NOW, ago

KIND, HOW = "two_colleagues", "We agree a day by letter."
WHY_NOT = dict.fromkeys([key for key in measures.KINDS if key != KIND], "It would not keep anybody safe.")
OTHERS = [
    *(re.match(r"\*\*(.+?)\*\*", body_of(kinds.paragraph(key), "en", False))[1] for key in WHY_NOT),
    "one named officer", "One named officer", "May not use", "you may not use", "Not using", "Not at", "which place",
    "Contact only", "Contact is by", "Telephone calls", "significant and serious", "Deals with", "only by",
]  # fmt: skip


def own(html: str, *said: str) -> str:
    """The words of a page or letter: all of `said` are there, and nothing that another kind says."""
    text = words(html)
    assert [one for one in said if one.casefold() not in text.casefold()] == [], text
    assert [one for one in OTHERS if one in text] == []
    return text


def article(html: str) -> str:
    """The letter of a page that shows one."""
    return re.search(r"<article.*?</article>", html, re.S)[0]


def warned(cast: Any, days: float) -> tuple[Customer, Any]:
    whose = make.customer(cast.omar, ago(days + 2))
    cited = [make.incident(cast.carla, whose, ago(days + 1))]
    warning = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, ago(days), sanctions={KIND: {}})
    make.served(cast.omar, warning.letter, ago(days))
    return whose, warning


@pytest.fixture
def row(app: Any, cast: Any) -> Restriction:
    """In force for sixty days."""
    whose, warning = warned(cast, 70)
    cited = [make.incident(cast.carla, whose, ago(60))]
    starts = clock.today(ago(60))
    ends = clock.months_after(starts, 6)
    days = {"starts_on": starts, "ends_on": ends, "review_on": measures.latest_review(starts, ends, 3)}
    terms = {KIND: {"instead": HOW}}
    made = make.proposal(cast.omar, whose, warning, cited, ago(60), terms, why_not_milder=WHY_NOT, **days)
    made = make.authorised(cast.mark, made, ago(60))
    make.served(cast.omar, restriction_decision.issue(cast.mark, made, ago(60)), ago(60))
    return made.fresh()


def test_a_warning_names_it(app, signed_in, cast):
    whose = make.customer(cast.omar, ago(30))
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose, ago(3))], ago(2))
    omar = signed_in(cast.omar)
    page = omar.get(f"/warnings/{draft.id}")
    assert "Visits by two colleagues" in words(page.text) and "Nobody goes alone." in words(page.text)
    cited = re.findall(r'name="incidents" value="(\d+)" checked', page.text)
    told = {"version": draft.version, "incidents": cited, "sanctions": [KIND], "sanction_months": "6"}
    saved = omar.post(f"/warnings/{draft.id}", data=told | make.WARNING_PASSAGES)
    assert saved.status_code == 303
    own(article(omar.get(f"/warnings/{draft.id}").text), "send two colleagues to every visit")


def test_it_is_proposed_authorised_and_issued(app, signed_in, cast):
    whose, warning = warned(cast, 20)
    own(warning.letter.html, "send two colleagues to every visit")
    cited = [make.incident(cast.carla, whose, ago(3))]
    row = make.proposal(cast.omar, whose, warning, cited, NOW, {}, why_not_milder=WHY_NOT)
    omar, address = signed_in(cast.omar), f"/restrictions/{row.id}/terms/{KIND}"
    assert "How a visit is arranged" in words(omar.get(f"{address}/editing").text)
    empty = omar.post(address, data={"version": row.version, "instead": ""})
    assert empty.status_code == 422 and "How a visit is arranged: please fill this in." in words(empty.text)
    assert omar.post(address, data={"version": row.version, "instead": HOW}).status_code == 303
    page = omar.get(f"/restrictions/{row.id}").text
    assert "Visited by two colleagues together. We agree a day by letter." in words(page) and "Step 6 of 6" in page
    own(article(page), "Who visits you.", "Two colleagues will come to every visit: We agree a day by letter.")
    mark = signed_in(cast.mark)
    make.weighing(cast.mark, whose, "restriction", NOW)
    assert "Visited by two colleagues" in words(mark.get(f"/restrictions/{row.id}/authorising").text)
    done = mark.post(f"/restrictions/{row.id}/authorising", data={"version": row.fresh().version})
    assert done.status_code == 303
    assert mark.post(f"/restrictions/{row.id}/issuing").status_code == 303
    letter = row.fresh().letter
    own(letter.html, "Who visits you.", "We agree a day by letter", "limit how you contact us")
    own(article(mark.get(f"/letters/{letter.id}").text), "Who visits you.")
    shown = words(mark.get(f"/restrictions/{row.id}").text)
    assert "Visited by two colleagues together." in shown


def test_the_contact_check_and_the_file_say_it(signed_in, cast, row):
    carla = signed_in(cast.carla)
    check = f"/customers/{row.customer_id}/contact-check"
    visit = own(carla.get(check, query_string={"channel": "visit"}).text, "Go ahead", "Go in twos.")
    assert "Two colleagues go to every visit." in visit and "leaves contact" not in visit
    rung = own(carla.get(check, query_string={"channel": "telephone"}).text, "Go ahead", "by telephone as it was")
    assert "Go in twos." not in rung
    own(carla.get(f"/customers/{row.customer_id}").text, "Visited by two colleagues together.")
    assert notifications.PORTAL in notifications.owed(row, "begins", NOW)


def test_a_review_changes_it(signed_in, cast, row):
    review = make.ready_review(cast, row, NOW, outcome="varied")
    draft = review_letters.draft_of(row)
    restriction_proposal.set_term(cast.omar, draft, KIND, {"instead": "We ring you first."}, NOW, draft.version)
    mina = signed_in(cast.mina)
    assert "After the review: Visited by two colleagues together. We ring you first." in words(
        signed_in(cast.omar).get(f"/reviews/{review.id}/measures").text
    )
    own(
        article(mina.get(f"/reviews/{review.id}/holding").text),
        "two colleagues visit you: We agree a day by letter",
        "two colleagues visit you: We ring you first",
        "Two colleagues will come to every visit: We ring you first.",
    )
    held = mina.post(f"/reviews/{review.id}/holding", data={"version": review.fresh().version})
    assert held.status_code == 303, words(held.text)
    letter = Letter.get(Letter.kind == "reviews/changed")
    own(letter.html, "Two colleagues will come to every visit: We ring you first.")


def test_a_review_lets_it_go_on(signed_in, cast, row):
    review = make.ready_review(cast, row, NOW)
    assert (
        signed_in(cast.mina).post(f"/reviews/{review.id}/holding", data={"version": review.fresh().version}).status_code
        == 303
    )
    own(Letter.get(Letter.kind == "reviews/continued").html, "Two colleagues will come to every visit")


def test_an_appeal_shortens_it(signed_in, cast, row):
    appeal = make.heard(cast, make.appeal(cast.carla, row, NOW), NOW)
    ends = row.ends_on - dt.timedelta(days=30)
    days = {"ends_on": ends, "next_review_on": clock.today(NOW) + dt.timedelta(days=20)}
    appeal = make.answered(appeal, NOW, outcome="varied", found="partly", **days)
    sena = signed_in(cast.sena)
    page = sena.get(f"/appeals/{appeal.id}/answer").text
    assert "Visited by two colleagues together." in words(page)
    own(article(page), "Visits by two colleagues", "Two colleagues will come to every visit")
    assert "Visits by two colleagues: We agree a day by letter." in words(sena.get(f"/appeals/{appeal.id}/bundle").text)
    done = sena.post(f"/appeals/{appeal.id}/deciding", data={"version": appeal.version})
    assert done.status_code == 303, words(done.text)
    own(Letter.get(Letter.kind == "appeals/outcome").html, "Two colleagues will come to every visit")


def test_it_ends(signed_in, cast, row):
    mina = signed_in(cast.mina)
    assert mina.post(f"/restrictions/{row.id}/lifting", data={"because": "No longer needed"}).status_code == 303
    page = mina.get(f"/restrictions/{row.id}/ending").text
    own(article(page), "Visits by two colleagues together", "every way of contact is open to you")
    assert mina.post(f"/restrictions/{row.id}/ending", data={}).status_code == 303
    own(Letter.get(Letter.kind == "restrictions/ended").html, "Visits by two colleagues together")


@pytest.mark.parametrize("language", ["en", "pl", "ar"])
@pytest.mark.parametrize("name", ["restrictions/imposed", "declarations/notice", "side_letters/reminder"])
def test_its_letters_are_complete_in_each_language(name, language):
    facts, passages = sample(name)
    made = render(name, facts | {"terms": [kinds.sample(KIND)]}, passages, language=language)
    assert missing(made) == []
    gone = re.sub(r'<section class="term">.*?</section>', '<section class="term"></section>', made.html, flags=re.S)
    assert any("each detail" in line for line in missing(replace(made, html=gone)))
