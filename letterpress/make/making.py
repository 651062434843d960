"""From facts and passages to a letter: Jinja first, then a narrow Markdown, then a list of the tags allowed.

Made from exactly the template given: whether the landlord's own words are used is chosen before (render.py).

Typed text enters escaped for both, so it is printed as it was typed. Nothing here imports the application.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from threading import local
from typing import Any

import markdown
import nh3
from jinja2 import Template, UndefinedError
from markupsafe import Markup

from letterpress.checks import content
from letterpress.formats import easy_read
from letterpress.languages import languages
from letterpress.make import facts as shapes
from letterpress.make.address import window
from letterpress.make.errors import FactsWrong, UnknownFormat
from letterpress.make.escape import Gap, clean
from letterpress.make.templates import SHEET, LetterTemplate, markdown_words, sheet_words
from letterpress.make.text import Words, text_of

FORMATS = ("standard", "large_print", "easy_read")
TAGS = {"p", "br", "h2", "ul", "ol", "li", "em", "strong", "blockquote", "mark"}
_E_MAIL = re.compile(r"(?<![\w@.-])[Ee]-mails?(?![\w@-])")
_BLOCK = re.compile(r"^::: *([a-z]*) *$", re.MULTILINE)
_HEADING = re.compile(r"^(?=## )", re.MULTILINE)


@dataclass(frozen=True)
class Rendered:
    """A letter as it would be sent. `html` is the whole article, `source` its words in Markdown.

    `made_from`, `facts` and `passages` are what it was made from, in its language; `own`: from the landlord's words.
    `given` are the facts, with the passages among them, as they were given in English. `lacks` are sentences on what
    it lacks to be in its reader's own language, where somebody who knows its reader has said so.
    """

    html: str
    source: str
    template: str
    version: str
    title: str
    format: str
    language: str
    own: bool
    made_from: LetterTemplate = field(repr=False, compare=False)
    facts: Mapping[str, Any] = field(repr=False, compare=False)
    passages: Mapping[str, str] = field(repr=False, compare=False)
    given: Mapping[str, Any] = field(default_factory=dict, repr=False, compare=False)
    lacks: Sequence[str] | None = field(default=None, compare=False)

    @cached_property
    def words(self) -> Words:
        """What its reader reads, without the tags and without what explains the words of an easy read letter."""
        return text_of(easy_read.without_list(self.html) if self.format == "easy_read" else self.html)

    @cached_property
    def checklist(self) -> list[content.Line]:
        """What it must say, each line held against what its reader reads."""
        return content.lines(self.words, self.facts, self.made_from)

    @property
    def text(self) -> str:
        """The same as plain text, a line for each block."""
        return self.words.whole

    @property
    def given_facts(self) -> dict[str, Any]:
        """The facts as they were given in English, without the passages."""
        return {key: value for key, value in self.given.items() if key != "passages"}

    @property
    def unwritten(self) -> str:
        """The source before its author wrote anything: each passage a gap with the passage's key."""
        body = markdown_words(self.language, self.own).get_template(f"{self.template}.md")
        bare = {key: Gap(key) if words else "" for key, words in self.passages.items()}
        return _said(body, {**self.facts, "passages": bare})


def made(
    template: LetterTemplate,
    facts: Mapping[str, Any],
    passages: Mapping[str, str],
    format: str,
    translated: Mapping[str, str],
) -> Rendered:
    """The letter from exactly this template; see letterpress.make.render.render. Raises UnknownFormat or FactsWrong."""
    if format not in FORMATS:
        raise UnknownFormat(f"Letters are not made in the format {format!r}; they are made in {', '.join(FORMATS)}.")
    facts = shapes.spread(facts)
    shapes.check(facts, template.facts)
    typed = _passages(template, passages)
    english = {**facts, "passages": typed}
    facts = languages.facts_in(template.language, facts, translated)
    written = {key: translated.get(words, words) for key, words in typed.items()}
    given = {**facts, "passages": written}
    words = markdown_words(template.language, template.own)
    title = _said(_titled(template.title, template.language, template.own), given)
    source = _said(words.get_template(f"{template.name}.md"), given)
    around = {**given, "audience": template.audience}
    html = _sheet(around, Markup(_inline(title)), Markup(to_html(source)), format, template.language)
    html = easy_read.easy(html, template.language) if format == "easy_read" else html
    return Rendered(
        html=html,
        source=source,
        template=template.name,
        version=template.version,
        title=text_of(title).whole,
        format=format,
        language=template.language,
        own=template.own,
        made_from=template,
        facts=facts,
        passages=written,
        given=english,
    )


def standalone(html: str) -> str:
    """The letter as a page of its own: its title becomes the first-level heading, its headings the second."""
    return re.sub(r"(</?)h([23])\b", lambda tag: f"{tag[1]}h{int(tag[2]) - 1}", html)


def _passages(template: LetterTemplate, given: Mapping[str, str]) -> dict[str, str]:
    known = {passage.key for passage in template.passages}
    if unknown := sorted(given.keys() - known):
        raise FactsWrong(f"This letter has no passage called {', '.join(unknown)}.")
    written = {passage: clean(given.get(passage) or "").strip() for passage in known}
    return {p.key: written[p.key] or (Gap(p.label) if p.required else "") for p in template.passages}


def _said(words: Any, facts: Mapping[str, Any]) -> str:
    try:
        return str(words.render(facts))
    except UndefinedError as error:
        raise FactsWrong(f"The letter asks for something that is not among the facts: {error.message}.") from error


def to_html(source: str) -> str:
    """A letter's Markdown as HTML of the allowed tags. `::: name` … `:::` wraps what must stay on one page."""
    pieces = _BLOCK.split(source)
    out: list[str] = []
    for text, opens in zip(pieces[::2], [*pieces[1::2], None], strict=True):
        out += map(_markdown, _HEADING.split(text))
        if opens is not None:
            out.append(f'<section class="{opens}">' if opens else "</section>")
    return "\n".join(piece for piece in out if piece)


@lru_cache(maxsize=256)
def _titled(title: str, language: str, own: bool) -> Template:
    return markdown_words(language, own).from_string(title)


class _Converters(local):
    """One converter a thread, used again and again: making one is as dear as a letter's page."""

    def __init__(self) -> None:
        self.markdown = markdown.Markdown(extensions=["sane_lists"], output_format="html")
        self.clean = nh3.Cleaner(tags=TAGS, attributes={}, link_rel=None).clean


_converters = _Converters()


@lru_cache(maxsize=512)
def _markdown(text: str) -> str:
    """A part of a letter. While somebody types only one part changes; the others are known."""
    cleaned = _converters.clean(_converters.markdown.reset().convert(text))
    return _whole(cleaned.replace("<h2>", "<h3>").replace("</h2>", "</h3>").strip())


def _inline(text: str) -> str:
    return _markdown(text).removeprefix("<p>").removesuffix("</p>")


def _whole(html: str) -> str:
    """The hyphen of "e-mail" is no place to turn a line."""
    return _E_MAIL.sub(r'<span class="whole">\g<0></span>', html)


def _sheet(facts: Mapping[str, Any], title: Markup, body: Markup, format: str, language: str) -> str:
    lines = window([facts["recipient"]["name"], *facts["recipient"]["address_lines"]])
    around = {**facts, "title": title, "body": body, "format": format.replace("_", "-"), "window": lines}
    around["language"] = languages.load(language)
    return around["language"].isolated(_said(sheet_words(language).get_template(SHEET), around))
