"""What the author of a letter wrote, told apart from its template; and its wording beside today's."""

import json

from letterpress.make import own
from letterpress.make.render import render
from models import Letter
from policy.correspondence import changes as letter_changes
from tests.letterpress.samples import LETTERS, sample


def kinds(letter: Letter, kind: str) -> str:
    pieces = [piece for one in letter_changes.written(letter) for piece in one.pieces]
    return "".join("".join(piece.words.split()) for piece in pieces if piece.kind == kind)


def test_exactly_the_authors_words_are_told_apart_in_every_letter():
    for name in sorted(LETTERS):
        facts, passages = sample(name)
        made = render(name, facts, passages)
        letter = Letter(source=made.source, unwritten=made.unwritten)
        written = sorted("".join("".join(words.split()) for words in passages.values()))
        assert sorted(kinds(letter, letter_changes.AUTHOR)) == written, name
        assert kinds(letter, letter_changes.GONE) == "", name


def test_words_of_the_template_beside_the_authors_stay_the_templates():
    letter = Letter(
        unwritten="We ask: <mark>\\[Still to be filled in: what\\]</mark>. Thanks.", source="We ask: a *lot*. Thanks."
    )
    (only,) = letter_changes.written(letter)
    assert [(piece.kind, piece.words) for piece in only.pieces] == [
        ("template", "We ask: "),
        ("author", "a lot"),
        ("template", ". Thanks."),
    ]


def test_a_letter_from_before_its_template_was_kept_says_so():
    assert letter_changes.written(Letter(unwritten="", source="Words.")) == []
    assert letter_changes.wording(Letter(wording="")) is None


def test_a_wording_that_has_changed_shows_both(sqlite_db, monkeypatch):
    now = dict(own.choose("warnings/issued", "en").files)
    path = "warnings/issued.md"
    then = now | {path: now[path].replace("Why this matters", "Why it counts")}
    monkeypatch.setattr(letter_changes.files, "text", lambda digest: json.dumps(then))
    kept = letter_changes.wording(
        Letter(template="warnings/issued", template_version="x", written_in="en", wording="y")
    )
    assert kept is not None and [one.path for one in kept.changed] == [path] and not kept.shipped
    lines = [(line.kind, line.words) for line in kept.changed[0].lines if line.kind != "template"]
    assert ("gone", "## Why it counts") in lines and ("author", "## Why this matters") in lines
