"""The manners of templates, style sheets and scripts: nothing inline, foreign or unescaped."""

import re

import pytest

from tests.house.trees import files, named

# Templates that print ready-made mark-up, each with its reason.
MAY_BE_SAFE: dict[str, str] = {}

INLINE = re.compile(r"<style\b|\sstyle=|<script(?![^>]*\ssrc=)[^>]*>|\son[a-z]+=|\shx-on\b|javascript:", re.IGNORECASE)
FOREIGN = re.compile(r"""(?:src|action|srcset|poster)=["']?(?:https?:)?//|<link[^>]*href=["']?(?:https?:)?//""")
LOADS = re.compile(r"""url\(\s*["']?(?:https?:)?//|@import\s+(?:url\()?["']?(?:https?:)?//""")
FETCHES = re.compile(r"""(?:fetch|import|open|importScripts)\(\s*["'`](?:https?:)?//""")
UNSAFE = re.compile(r"\|\s*safe\b|autoescape\s+false|Markup\(", re.IGNORECASE)
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


def lines(patterns: tuple[str, ...], fault: re.Pattern[str]) -> list[str]:
    """Where `fault` stands, as file:line, template comments left out."""
    found = []
    for path in files(*patterns):
        text = COMMENT.sub(lambda words: "\n" * words.group().count("\n"), path.read_text())
        for number, line in enumerate(text.splitlines(), 1):
            if fault.search(line):
                found.append(f"{named(path)}:{number}: {line.strip()[:80]}")
    return found


@pytest.mark.parametrize(
    ("patterns", "fault"),
    [
        (("templates/**/*.html",), INLINE),
        (("templates/**/*.html",), FOREIGN),
        (("static/**/*.css",), LOADS),
        (("static/**/*.js",), FETCHES),
    ],
    ids=["inline-in-templates", "foreign-in-templates", "foreign-in-styles", "foreign-in-scripts"],
)
def test_nothing_inline_and_nothing_foreign(patterns, fault):
    assert lines(patterns, fault) == []


def test_words_people_typed_are_always_escaped():
    used = [line for line in lines(("templates/**/*.html",), UNSAFE) if line.split(":")[0] not in MAY_BE_SAFE]
    assert used == []


def test_every_exception_to_escaping_is_still_needed():
    needed = {line.split(":")[0] for line in lines(("templates/**/*.html",), UNSAFE)}
    assert set(MAY_BE_SAFE) - needed == set()


def test_what_others_wrote_comes_from_packages():
    held = files(*(f"static/**/{name}" for name in ("*.min.*", "*.woff*", "*.ttf", "htmx*", "vendor/**/*")))
    assert [named(path) for path in held] == []


def test_htmx_is_never_told_what_pages_must_decide():
    banned = re.compile(r"\shx-(?:boost|confirm|prompt|vars|put|patch|delete)\b")
    assert lines(("templates/**/*.html",), banned) == []


def test_every_control_that_htmx_enhances_works_without_it():
    enhanced = re.compile(r"<(\w+)\b[^>]*?\shx-(?:get|post)=[^>]*>", re.DOTALL)
    alone = []
    for path in files("templates/**/*.html"):
        links = (found for found in enhanced.finditer(COMMENT.sub("", path.read_text())) if found[1] == "a")
        alone += [f"{named(path)}: {link[0][:80]}" for link in links if "href=" not in link[0]]
    assert alone == []


def test_style_sheets_name_no_colour_outside_the_tokens():
    colour = re.compile(r"(?<![\w-])(?:#[0-9a-f]{3,8}\b|rgba?\(|hsla?\()", re.IGNORECASE)
    apart = ("static/css/tokens.css", "static/css/letter", "static/css/print.css")  # a letter is paper: no scheme
    stray = [line for line in lines(("static/css/*.css",), colour) if not line.startswith(apart)]
    assert stray == []
