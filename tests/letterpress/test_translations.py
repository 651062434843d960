"""The letters in other languages: everything English has is there, with the same fields and checklist, and complete."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
from jinja2 import nodes

from letterpress.languages.phrases import Speaker
from letterpress.make import kinds, render, sources
from letterpress.make.sources import ENGLISH
from letterpress.make.templates import markdown_words
from letterpress.samples import samples
from models import Restriction, RestrictionTerm
from policy import measures
from policy.appeals import letters as appeal_letters
from policy.contacts import compliance
from policy.correspondence import facts as letter_facts
from policy.measures import significant_only
from policy.restrictions import ending as restriction_ending
from policy.restrictions import letter as restriction_letter
from policy.reviews import letters as review_letters
from policy.rulebook import clauses

ENGLISH_ONLY = ("side_letters/staff_notice.md", "enclosures/")
"""Letters for our own people, and forms."""
OTHERS = [code for code in sources.languages() if code != ENGLISH]
CHECKLISTS = ("parts/must_say.toml", "parts/must_say_others.toml")
PATHS = [path for path in sources.paths() if not path.startswith(ENGLISH_ONLY)]
ASKED = ("what", "clause", "needs", "each", "within", "of_its_kind")
NO_LATIN_MARKS = re.compile(r"[,;?]")


def _parts(path: str, code: str) -> tuple[dict[str, Any], str]:
    """The front matter and the body of a file."""
    text = sources.text(path, code)
    if not text.startswith("+++\n"):
        return {}, text
    _, front, body = text.split("+++\n", 2)
    return tomllib.loads(front), body


def _words(body: str) -> str:
    return re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "", body)


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "?"


@cache
def _tree(words: str) -> nodes.Template:
    return markdown_words().parse(words)


@cache
def _fields(words: str) -> frozenset[str]:
    """Every field the words ask for: "officer.name"."""
    if "{" not in words:
        return frozenset()
    return frozenset(_dotted(node) for node in _tree(words).find_all((nodes.Getattr, nodes.Name)))


def _built(body: str) -> tuple[list[str], list[str], list[str]]:
    """What holds the words together: includes, blocks, and headings and list items by their marks, in order."""
    includes = [str(node.template) for node in _tree(body).find_all(nodes.Include)]
    lines = [line for line in body.split("\n") if not line.startswith("{")]
    return (
        includes,
        re.findall(r"^:::.*$", body, re.M),
        [found[0] for one in lines if (found := re.match(r"#+|- ", one))],
    )


def _asked(lines: list[dict[str, str]]) -> list[tuple[str, ...]]:
    return [tuple(line.get(key, "") for key in ASKED) for line in lines]


@pytest.mark.parametrize("code", OTHERS)
def test_every_part_is_there_and_no_letter_that_is_not_in_english(code: str) -> None:
    """A letter that is new may lag in a language: until it is there it is not offered in it."""
    there = set(sources.paths(code))
    assert there <= set(PATHS)
    assert {one for one in PATHS if one.startswith("parts/")} <= there


@pytest.mark.parametrize("code", OTHERS)
def test_a_translation_is_built_as_the_english_letter(code: str) -> None:
    for path in sources.paths(code):
        (english, body), (front, said) = _parts(path, ENGLISH), _parts(path, code)
        assert _built(said) == _built(body), path
        assert _fields(said) == _fields(body), path
        if path.startswith(kinds.PARTS):
            assert set(front) == {"must_say", "phrase"}, path
        else:
            assert set(front) <= {"title", "revised", "must_say"}, path
            assert _asked(front.get("must_say", [])) == _asked(english.get("must_say", [])), path


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("path", CHECKLISTS)
def test_the_shared_checklists_ask_for_the_same(code: str, path: str) -> None:
    lists = [tomllib.loads(sources.text(path, each))["must_say"] for each in (ENGLISH, code)]
    assert _asked(lists[1]) == _asked(lists[0])


@pytest.mark.parametrize("code", OTHERS)
def test_checklists_look_for_the_same_fields(code: str) -> None:
    for path in [*(one for one in sources.paths(code) if not one.startswith("parts/")), *CHECKLISTS]:
        read = [_must_say(path, each) for each in (ENGLISH, code)]
        for english, other in zip(*read, strict=True):
            assert len(english.get("words", ())) == len(other.get("words", ())), (path, english["what"])
            for words in zip(english.get("words", ()), other.get("words", ()), strict=True):
                assert _fields(words[1]) >= _fields(words[0]), (path, words[1])


@pytest.mark.parametrize("code", OTHERS)
def test_the_paragraph_of_a_kind_looks_for_the_same_fields(code: str) -> None:
    for kind in kinds.names():
        english, other = (_fields("\n".join(kinds.front(kind, each)["must_say"])) for each in (ENGLISH, code))
        assert other >= english, kind


def _must_say(path: str, code: str) -> list[dict[str, Any]]:
    front = tomllib.loads(sources.text(path, code)) if path.endswith(".toml") else _parts(path, code)[0]
    return list(front["must_say"])


@pytest.mark.parametrize("code", OTHERS)
def test_no_english_sentence_is_left(code: str) -> None:
    for path in sources.paths(code):
        english = {line for line in _words(_parts(path, ENGLISH)[1]).split("\n") if re.search(r"[a-z]{3} [a-z]", line)}
        assert not english & set(_words(_parts(path, code)[1]).split("\n")), path


def test_arabic_has_its_own_marks() -> None:
    found = Counter({path: len(NO_LATIN_MARKS.findall(_words(_parts(path, "ar")[1]))) for path in sources.paths("ar")})
    assert not +found


@pytest.mark.parametrize("code", OTHERS)
def test_every_letter_is_complete(code: str) -> None:
    for name in sources.names(code):
        facts, passages = samples.sample(name)
        made = render.render(name, facts, passages, language=code)
        assert render.missing(made) == [], name
        assert f'lang="{code}" dir="{"rtl" if code == "ar" else "ltr"}"' in made.html, name


@pytest.mark.parametrize("code", OTHERS)
def test_a_field_is_said_though_another_letter_asks_about_its_name(code: str) -> None:
    """What a marker is `about` is said in the language, though another letter asks what it is `about`."""
    facts, passages = samples.sample("markers/notice")
    facts["about"] = "you, and nobody else who lives with you"
    assert "nobody" not in render.render("markers/notice", facts, passages, language=code).text


@pytest.mark.parametrize("code", OTHERS)
@pytest.mark.parametrize("count", [0, 1, 2, 5, 22])
def test_any_number_can_be_said(code: str, count: int) -> None:
    facts, passages = samples.sample("reviews/lifted")
    facts |= {"contacts": count, "outside": count, "incidents_count": count, "appeal_days": count}
    made = render.render("reviews/lifted", facts, passages, language=code)
    assert render.missing(made) == []
    assert made.text.count(str(count)) >= (3 if count else 2)


def _fixed() -> Iterator[str]:
    """Fixed English words that the policy's code puts into facts."""
    for words in (clauses.CHANNELS, clauses.COUNTED_WORDS, clauses.PERMITTED_CHANNELS, clauses.HEADINGS):
        yield from words.values()
    for more in (clauses.ALWAYS_OPEN, clauses.MARKER_CATEGORIES, clauses.ROLES):
        yield from more.values()
    yield from (one.words for one in clauses.BEHAVIOURS.values())
    detail: dict[str, Any] = {"channels": ["letter"], "place": "all our services and offices"}
    for kind in measures.KINDS.values():
        yield from (kind.label, kind.as_warned(detail), kind.when_over(RestrictionTerm(kind=kind.key, **detail)))
    yield from (one.label for one in clauses.TEAMS.values())
    yield from (significant_only.DEFINITION, *significant_only.EXAMPLES)
    yield from letter_facts.OTHER_FORMATS
    for words in (restriction_letter.THREATENED, restriction_letter.LEGAL, review_letters.WHO):
        yield from words.values()
    yield from (
        *appeal_letters.WHAT.values(),
        *appeal_letters.FOUND.values(),
        *letter_facts.told_of(Restriction(told="")),
    )
    yield from (appeal_letters.ARRANGED, restriction_ending.ICON, "Unacceptable Customer Behaviour Policy")
    for _, after in appeal_letters.KEPT.values():
        yield from (f"for 2 years {after}", f"for 6 years {after}")
    landlord = dict.fromkeys(
        ("telephone", "emergency_telephone", "complaints_email", "email", "data_email"), "0191 496 01"
    )
    for details in (landlord, dict.fromkeys(landlord, "")):
        yield from (one["how"] for one in letter_facts.always_open(details))
    for broken in compliance.BREACHES.values():
        yield f"On 3 May 2027: {broken[0].lower()}{broken[1:]}"
    yield "Our reply to the contact of 3 May 2027 was due by 7 May 2027 and was given on 9 May 2027"
    yield "Our reply to the contact of 3 May 2027 was due by 7 May 2027 and is still owed"
    yield "On 3 May 2027: in the contact of 3 May 2027 we did not keep to it ourselves"
    yield "ask you to contact us only by letters, e-mails and telephone calls"
    yield "Contact only letters or e-mails"
    yield from (*clauses.CONTACT_SUBJECTS.values(), "Appeal form", "is enclosed, and is at www.karbon.example/policy")
    yield from ("is sent to you if you ask us", "for 6 years after the warning ended, until 10 May 2033")
    yield "we take your calls on Monday and Friday from 10 am to midday and on Tuesday from 2 pm to 4.30 pm"
    yield "you deal with Priya Nair, or Tom Sadler"
    yield "until 14 June 2030, 3 years after the end"
    yield "for 2 years after the precaution ended, until 10 May 2029"
    yield "A staff-safety precaution is in place: a threat"
    yield "our record of what happened (1 entry)"
    yield "our record of what happened (4 entries), with what was added to it since"


@pytest.mark.parametrize("code", OTHERS)
def test_fixed_words_of_facts_are_known(code: str) -> None:
    speaker = Speaker(code, {})
    unknown = {words: pieces for words in _fixed() if (pieces := speaker.say(words)[1])}
    assert unknown == {}
