"""How hard a letter is to read: what is a sentence, what is counted, and what its author does not answer for."""

import pytest

from letterpress.checks import reading
from letterpress.make.render import render
from letterpress.make.text import text_of
from tests.letterpress.samples import LETTERS, sample

SPLIT = [
    ("We rang at 10.30 am. You were out.", ["We rang at 10.30 am.", "You were out."]),
    ("Mr. Ali came. Dr. Brown did not.", ["Mr. Ali came.", "Dr. Brown did not."]),
    ("Tell us, e.g. On paper, what you need. Thank you.", ["Tell us, e.g. On paper, what you need.", "Thank you."]),
    ("You said “Stop. Go away.” and left. We went.", ["You said “Stop. Go away.” and left.", "We went."]),
    ("Send an e-mail to a.b@karbon.example. We read it.", ["Send an e-mail to a.b@karbon.example.", "We read it."]),
    ("Is it mended? Yes! It is.", ["Is it mended?", "Yes!", "It is."]),
    ("It ended in 2026. 12 days later it began.", ["It ended in 2026.", "12 days later it began."]),
    ("J. Smith of St. Mary’s wrote (p. 4). We did.", ["J. Smith of St. Mary’s wrote (p. 4).", "We did."]),
    ("letters and e-mails only", ["letters and e-mails only"]),
]


@pytest.mark.parametrize(("text", "sentences"), SPLIT, ids=[text[:20] for text, _ in SPLIT])
def test_a_full_stop_ends_a_sentence_only_where_one_ends(text, sentences):
    assert reading.sentences(text) == sentences


def read(html: str, *leave_out: str) -> reading.Reading:
    return reading.read(text_of(f'<div class="letter-body">{html}</div>'), leave_out)


def test_the_index_is_the_published_one():
    found = read("<p>We will mend it. You can ring us today.</p>")
    letters, words, sentences = 31, 9, 2
    grade = 4.71 * letters / words + 0.5 * words / sentences - 21.43
    assert (found.words, len(found.sentences)) == (words, sentences)
    assert found.age == max(5, round(grade + 5))
    harder = read("<p>Notwithstanding the aforementioned considerations, correspondence is unacceptable.</p>")
    assert harder.age is not None and harder.age > 20


@pytest.mark.parametrize(
    "html",
    [
        "<h3>A heading of unacceptable correspondence</h3>",
        "<blockquote><p>“An extraordinarily incomprehensible utterance.”</p></blockquote>",
        '<section class="incident"><p>An incomprehensible telecommunication.</p></section>',
        '<section class="letter-signature"><p>Neighbourhood Administration Coordinator</p></section>',
        '<p class="letter-greeting">Dear Incomprehensibility</p>',
        "<p>“Telecommunication incomprehensibility”</p>",
        "<p>0191 496 0123 complaints@karbon.example www.karbon.example/pay PO Box 1484 PR2 0ET</p>",
        "<p>PO Box 1484, Unit D, Preston PR2 0ET</p>",
    ],
)
def test_what_is_not_the_authors_own_is_not_counted(html):
    assert read(html, "PO Box 1484, Unit D, Preston PR2 0ET").words == 0


def test_each_item_of_a_list_is_a_sentence_and_so_is_what_stands_before_it():
    found = read("<p>You may write to:</p><ul><li>us</li><li>the Ombudsman</li></ul>")
    assert [one.text for one in found.sentences] == ["You may write to:", "us", "the Ombudsman"]


def test_the_hardest_sentences_come_first_with_their_place():
    found = read(
        "<h3>First</h3><p>We will do what we can to help you with it.</p>"
        "<h3>Second</h3><p>Unacceptable correspondence always necessitates a very proportionate consideration.</p>"
    )
    hardest = found.hardest()
    assert [one.heading for one in hardest] == ["Second", "First"] and hardest[0].age > hardest[1].age
    assert "Incomprehensibility" not in {one.text for one in read("<p>Incomprehensibility.</p>").hardest()}


def test_every_letter_of_ours_reads_at_eleven_at_most():
    ages = {}
    for name in sorted(LETTERS):
        letter = render(name, *sample(name))
        ages[name] = reading.read(letter.words, reading.addresses(letter.facts)).age
    assert {name: age for name, age in ages.items() if age is None or age > 11} == {}
