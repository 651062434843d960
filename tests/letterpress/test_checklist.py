"""The checklists of the letters: each line is asked for, and its absence from the printed words is noticed.

Each test takes the words of one line out of a finished letter and expects the content check to name that line.
"""

import re
from dataclasses import replace
from functools import cache
from html import escape
from typing import Any

import pytest

from letterpress.make import kinds
from letterpress.make.render import Rendered, missing, render
from letterpress.make.templates import checklist_words, load
from letterpress.make.text import one_line
from tests.letterpress import appeal_samples, cover_samples, marker_samples, review_lines, side_samples
from tests.letterpress.samples import LETTERS, TERMS, sample

EVERY = [
    ("3.0", "Ms Rukhsana Ahmed-Dale", "the customer's own name"),
    ("3.0", "Dear Ms Ahmed-Dale", "the customer's own name"),
    ("G33", "another language", "another form or language"),
    ("3.0", "Our reference:", "our reference, the date"),
    ("3.0", "helen.oduya@karbon.example", "direct contact"),
    ("3.0", "Neighbourhood Manager, Karbon", "role and direct contact"),
    ("G25", "What is always open to you", "the subjects that are always open"),
    ("G25", "0808 157 0001", "the subjects that are always open"),
    ("G25", "gas leaks, 0800 111 999", "how to use it"),
    ("3.0", "advocate", "an advocate, a support worker"),
    ("3.0", "support worker", "an advocate, a support worker"),
    ("3.0", "is enclosed with this letter", "the policy and where it is"),
    ("3.0", "our notes of what happened", "what is recorded"),
    ("P 4.6", "ead the file before contact|ead it before contact", "what is recorded"),
    ("3.0", "years after the", "what is recorded"),
    ("3.0", "a copy of what we hold about you", "what is recorded"),
    ("3.0", "complain to us first", "a complaint about information"),
    ("3.0", "Information Commissioner", "a complaint about information"),
    ("G34", "Housing Ombudsman Service", "the Ombudsman"),
    ("G34", "www.housing-ombudsman.org.uk", "the Ombudsman"),
    ("G34", "PO Box 1484", "the Ombudsman"),
]
WARNING = [
    ("P box", "3 November 2026", "the day of an incident (INC-311)"),
    ("P box", "28 October 2026", "the day of an incident (INC-315)"),
    ("P box", "10.30 am", "the time of an incident, or why it is not known (INC-311)"),
    ("3.1", ", by telephone</strong>", "how an incident came to us (INC-311)"),
    ("3.1", "I know where you lot park", "what was said or done in an incident (INC-311)"),
    ("3.1", "She asked you twice to stop", "what was said or done in an incident (INC-311)"),
    ("3.1", "31 telephone calls", "the contacts counted in an incident (INC-315)"),
    ("3.1", "unacceptable persistence", "the policy's heading for an incident (INC-315)"),
    ("3.1", "threats", "the policy's heading for an incident (INC-311)"),
    ("3.1", "Why this matters", "why it matters"),
    ("3.1", "What we could have done better", "our own failings"),
    ("3.1", "What we are doing about the matter behind this", "the matter behind this"),
    ("3.1", "What we ask of you from now on", "what we expect"),
    ("P box", "one named officer, or the officer’s deputy", "the sanction proposed"),
    ("P box", "up to 6 months", "the sanction proposed"),
    ("P 4.3", "a manager may decide to", "the sanction proposed"),
    ("3.1", "6 months from the day", "how long the warning lasts"),
    ("3.1", "If nothing more happens", "how long the warning lasts"),
    ("3.1", "how you see this", "the invitation to give their side"),
    ("3.1", "a disability", "the invitation to give their side"),
    ("3.1", "25 November 2026", "how to dispute the facts"),
    ("G38", "16 November 2026", "the answer to what the customer asked for"),
]
ABUSIVE = [
    ("P 3.2.6", "Ceiling STILL leaking", "which message it is about (INC-320)"),
    ("P 3.2.6", "somebody should slap you", "what was said or done in an incident (INC-320)"),
    ("P 3.2.6", "offensive or abusive", "offensive or abusive"),
    ("P 3.2.6", "We will not accept", "will not be accepted again"),
    ("P 3.2.6", "accept contact from you only by letter", "the action that will follow"),
    ("P 3.2.6", "hen will the plasterer come", "the information asked for"),
    ("P 3.2.6", "We answered this on", "the information asked for"),
    ("P 3.2.7", "may come from a manager", "that a manager may send the reply"),
    ("3.2", "6 months from the day", "how long the warning lasts"),
    ("3.1", "anything in this letter is wrong", "how to dispute the facts"),
]
RESTRICTION = [
    ("P box", "9 November 2026", "the date of the warning"),
    ("P box", "1 December 2026", "the day of an incident (INC-340)"),
    ("P box", "midday, by", "the time of an incident, or why it is not known (INC-340)"),
    ("P 4.2", "Why we have decided this", "the date of the warning and what has happened since"),
    ("P 4.3", "4 December 2026", "who decided, by role, and when"),
    ("P 4.4", "Jean Whitfield", "each detail of the arrangement"),
    ("P 4.4", "0191 496 0123", "each detail of the arrangement"),
    ("P 4.4", "2.30 pm to 4 pm", "each detail of the arrangement"),
    ("G26", "We do not block", "contact outside the arrangement"),
    ("G27", "on its merits", "contact outside the arrangement"),
    ("3.3", "your contact with all of Karbon Homes", "what the arrangement applies to"),
    ("G22", "Starts:", "the start, the end and the review"),
    ("G22", "14 June 2027", "the start, the end and the review"),
    ("G34", "15 March 2027", "the start, the end and the review"),
    ("3.3", "Head of Neighbourhoods", "the start, the end and the review"),
    ("3.3", "What we promise", "what we commit to"),
    ("3.3", "difficult for you", "the adjustments made"),
    ("G34", "you can appeal: by", "how to appeal"),
    ("G34", "11 January 2027", "how to appeal"),
    ("G34", "senior officer who was not involved", "how to appeal"),
    ("G34", "within 10 working days", "how to appeal"),
    ("P 4.7", "stays in place while", "what the appeal does"),
    ("3.3", "What would end this sooner", "what would end it sooner"),
    ("3.3", "If the arrangement is not kept", "what may follow"),
    ("3.3", "our repairs team", "who sees it"),
]
NOTICE = [
    ("P 4.5", "the safety of our colleagues was threatened", "why immediate safety was threatened"),
    ("P 4.5", "Why people were not safe", "why immediate safety was threatened"),
    ("P 4.5", "Why we did not warn you first", "why no warning was given"),
    ("3.8", "NP-20261201-0415", "the police and their reference"),
    ("3.8", "asked for legal advice", "the police and their reference"),
    ("3.8", "Repairs and emergencies", "repairs and emergencies are dealt with safely"),
    ("3.8", "Your right to appeal is the same", "the right to appeal is the same"),
]
NOT_IN_A_NOTICE = ("9 November 2026", "Why we have decided this")
CORRECTED = [
    ("7.1", "KH-2041-W1", "which letter is corrected"),
    ("G63", "What our letter said", "what our letter said, and what is right"),
    ("G63", "What is right", "what our letter said, and what is right"),
    ("G63", "We are sorry", "that we are sorry"),
    ("G63", "What it means for our decision", "the decision was looked at again"),
    ("G63", "20 November 2026", "the decision was looked at again"),
    ("P 4.7", "takes nothing away from your", "the right to appeal is not affected"),
    ("P 4.7", "9 December 2026", "the right to appeal is not affected"),
    ("G63", "We are telling them of this correction", "told are told of the correction"),
    ("P box", "3 November 2026", "the day of an incident (INC-311)"),
    ("P box", "10.30 am", "the time of an incident, or why it is not known (INC-311)"),
    ("3.1", ", by telephone</strong>", "how an incident came to us (INC-311)"),
    ("3.1", "I know where you lot park", "what was said or done in an incident (INC-311)"),
    ("3.1", "threats", "the policy's heading for an incident (INC-311)"),
]
MISTAKEN = [
    ("7.1", "KH-2041-W1", "which letter was sent to the wrong person"),
    ("G63", "it was not you", "that it was not this customer"),
    ("G63", "You did nothing wrong", "an apology without conditions"),
    ("G63", "no longer counts", "that it no longer counts"),
    ("G63", "We are telling them", "told are told of the mistake"),
]
ENDED = [
    ("3.10", "Monday 14 June 2027", "the day and the time of the end"),
    ("3.10", "14 December 2026", "what has ended"),
    ("3.10", "every way of contact is open to you", "every way of contact is open again"),
    ("3.10", "he desk at our Stanley office", "every way of contact is open again"),
    ("G48", "Your account no longer shows it", "the note on the account is gone"),
    ("3.10", "no longer have to go through", "the named officer is no longer needed"),
    ("3.10", "until 14 June 2030", "until when a record is kept"),
    ("G40", "We did not, and we are sorry", "the review we had promised"),
]
TO_CUSTOMERS = [name for name in LETTERS if load(name).audience == "customer"]
LINES = [(name, *line) for name in TO_CUSTOMERS for line in EVERY]
LINES += [("warnings/issued", *line) for line in WARNING]
LINES += [("warnings/abusive_correspondence", *line) for line in ABUSIVE]
LINES += [("restrictions/imposed", *line) for line in RESTRICTION]
LINES += [("restrictions/ended", *line) for line in ENDED]
LINES += [("incidents/corrected", *line) for line in CORRECTED]
LINES += [("incidents/mistaken_identity", *line) for line in MISTAKEN]
LINES += [("declarations/notice", *line) for line in NOTICE + RESTRICTION if line[1] not in NOT_IN_A_NOTICE]
LINES += [(name, *line) for name, lines in marker_samples.LINES.items() for line in lines]
LINES += [(name, *line) for name, lines in appeal_samples.LINES.items() for line in lines]
LINES += [(name, *line) for name, lines in cover_samples.LINES.items() for line in lines]
LINES += [(name, *line) for name, lines in review_lines.LINES.items() for line in lines]
LINES += [(name, *line) for name, lines in side_samples.LINES.items() for line in lines]


@cache
def whole(name: str) -> Rendered:
    """The letter of its sample, made once."""
    return render(name, *sample(name))


def without(html: str, words: str) -> str:
    """The letter's HTML with these words gone (alternatives parted by |), spaces breaking or not."""
    html = html.replace("&nbsp;", " ").replace("\u00a0", " ")
    for one in words.split("|"):
        html = re.sub(re.escape(one if "<" in one else escape(one, quote=False)), "", html)
    return html


@pytest.mark.parametrize(("name", "clause", "words", "line"), LINES)
def test_the_checklist_notices_what_is_not_said(name, clause, words, line):
    letter = whole(name)
    shorter = without(letter.html, words)
    assert shorter != without(letter.html, "\0"), f"{clause}: the letter does not say {words!r} at all"
    found = missing(replace(letter, html=shorter))
    assert any(line in sentence for sentence in found), found


ALSO = {
    "warnings/issued": ["at least one incident"],
    "warnings/abusive_correspondence": [
        "at least one incident", "the day of", "the time of", "how an incident", "the contacts counted", "the policy's",
        "what we ask", "our own failings",
    ],
    "restrictions/imposed": [
        "at least one", "how an incident", "what was said", "the contacts counted", "the policy's",
        "the details without",
    ],
    "declarations/notice": [
        "at least one", "how an incident", "what was said", "the contacts counted", "the policy's",
        "the details without",
    ],
    "incidents/corrected": ["at least one incident", "the contacts counted"],
    **marker_samples.ALSO,
    **appeal_samples.ALSO,
    **cover_samples.ALSO,
    **review_lines.ALSO,
    **side_samples.ALSO,
}  # fmt: skip
"""Lines proved by the tests below, or above for another letter."""


@pytest.mark.parametrize("name", sorted(LETTERS))
def test_every_line_of_a_checklist_is_proved_by_a_test(name):
    proved = [re.sub(r" \(INC-\d+\)$", "", line) for letter, _, _, line in LINES if letter == name]
    for must in load(name).must_say:
        assert any(line in must.what for line in proved + ALSO.get(name, [])), must.what


def lacks(name: str, **changes: Any) -> list[str]:
    facts, passages = sample(name)
    facts.update(changes)
    return missing(render(name, facts, passages))


WITH_INCIDENTS = [name for name in sorted(LETTERS) if any(must.each == "incidents" for must in load(name).must_say)]


@pytest.mark.parametrize("name", WITH_INCIDENTS)
def test_g2_a_letter_needs_an_incident(name):
    assert "The letter does not give at least one incident." in lacks(name, incidents=[])


@pytest.mark.parametrize("name", WITH_INCIDENTS)
def test_g2_an_incident_needs_a_time_or_why_it_is_not_known(name):
    incident = {**sample(name)[0]["incidents"][0], "start_time": None, "end_time": None}
    complaint = f"The letter does not give the time of an incident, or why it is not known ({incident['reference']})."
    assert complaint in lacks(name, incidents=[incident])
    incident["time_unknown_because"] = "the letter came by post and bears no time"
    assert lacks(name, incidents=[incident]) == []


@pytest.mark.parametrize("name", ["warnings/issued", "warnings/abusive_correspondence"])
def test_g3_a_warning_without_a_sanction_is_not_complete(name):
    assert any("sanction" in line or "action that will follow" in line for line in lacks(name, sanctions=[]))


def test_a_warning_about_words_needs_the_words():
    incident = {**sample("warnings/abusive_correspondence")[0]["incidents"][0], "exact_words": None}
    assert any("which message" in line for line in lacks("warnings/abusive_correspondence", incidents=[incident]))


def test_g38_a_request_needs_an_owner_and_a_date_or_the_answer():
    for name in ("warnings/issued", "warnings/abusive_correspondence"):
        request = {"words": "for a new lock", "answered_on": None, "due_on": None, "owner_role": "Repairs Team Leader"}
        found = lacks(name, requests=[request])
        assert any("asked for" in line for line in found)


def test_p_4_4_a_restriction_needs_an_arrangement():
    assert "The letter does not give at least one arrangement." in lacks("restrictions/imposed", terms=[])


def test_g21_significant_only_needs_examples():
    term = {**next(t for t in TERMS if t["kind"] == "significant_only"), "examples": []}
    assert any("a definition with examples" in line for line in lacks("restrictions/imposed", terms=[term]))


BY_KIND = [(name, term) for name in ("restrictions/imposed", "appeals/outcome") for term in TERMS]


@pytest.mark.parametrize(("name", "term"), BY_KIND, ids=[f"{name} {term['kind']}" for name, term in BY_KIND])
def test_p_4_2_each_detail_of_each_kind_is_looked_for(name, term):
    """Each line that a kind's paragraph asks for is taken out of the measure's own section, and is missed there."""
    facts, passages = sample(name)
    facts["terms"] = [term]
    letter = render(name, facts, passages)
    assert missing(letter) == []
    section = re.search(r'<section class="term">.*?</section>', letter.html, re.S)[0]
    printed = one_line(letter.words.sections["term"][0])
    asked = checklist_words().from_string(kinds.must_say()).render(it=term)
    details = [one_line(line) for line in asked.split("\n") if line.strip()]
    assert len(details) >= 2
    for detail in details:
        assert detail in printed
        shorter = f'<section class="term"><p>{escape(printed.replace(detail, ""))}</p></section>'
        found = missing(replace(letter, html=letter.html.replace(section, shorter)))
        assert any("each detail" in line for line in found), detail


def test_g21_what_a_kind_cannot_do_without_is_asked_for():
    for kind in kinds.names():
        term = kinds.sample(kind)
        bare = {key: None if key in kinds.front(kind)["needs"] else value for key, value in term.items()}
        holds = checklist_words().compile_expression(kinds.needs())
        assert holds(it=term) and not holds(it=bare), kind


def test_g37_a_fact_of_one_incident_does_not_pass_for_another():
    facts, passages = sample("warnings/issued")
    letter = render("warnings/issued", facts, passages)
    facts["incidents"][0]["start_time"], facts["incidents"][0]["end_time"] = None, None
    facts["incidents"].reverse()
    assert missing(replace(letter, facts=facts))
