"""The least program: raw sqlite3 rows put into a Jinja template. No sign-in, no permission, no rule, no history."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from typing import Any

import jinja2
import markdown

from letterpress.make.words import FILTERS

PAGE = jinja2.Environment(autoescape=True).from_string(
    """<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>{{ customer.name }}</title></head><body>
<main><h1>{{ customer.name }}</h1><p>{{ customer.reference }}, {{ customer.address }}, {{ customer.postcode }}</p>
<h2>How to reach them</h2><ul>{% for way in ways %}<li>{{ way.kind }}: {{ way.value }}</li>{% endfor %}</ul>
<h2>Needs</h2><ul>{% for need in needs %}<li>{{ need.kind }}: {{ need.words }}</li>{% endfor %}</ul>
<h2>What happened</h2><ol>{% for one in incidents %}<li><a href="/incidents/{{ one.id }}">{{ one.happened_on }}</a>
{{ one.channel }} ({{ one.severity }}): {{ one.what_happened }}<br>{{ one.exact_words }}</li>{% endfor %}</ol>
</main></body></html>"""
)
FOUND = jinja2.Environment(autoescape=True).from_string(
    """<ul>{% for one in found %}<li><a href="/customers/{{ one.id }}">{{ one.name }}</a> {{ one.reference }}
{{ one.address }} {{ one.postcode }}</li>{% endfor %}</ul>"""
)


def _rows(database: sqlite3.Connection, query: str, *values: Any) -> list[sqlite3.Row]:
    return database.execute(query, values).fetchall()


def _opened(path: str) -> sqlite3.Connection:
    database = sqlite3.connect(path)
    database.row_factory = sqlite3.Row
    return database


def customer(path: str, number: int) -> str:
    """A customer's page."""
    with closing(_opened(path)) as database:
        return PAGE.render(
            customer=_rows(database, "SELECT * FROM customer WHERE id = ?", number)[0],
            ways=_rows(database, "SELECT * FROM contact_way WHERE customer_id = ?", number),
            needs=_rows(database, "SELECT * FROM need WHERE customer_id = ?", number),
            incidents=_rows(
                database,
                "SELECT * FROM incident WHERE customer_id = ? ORDER BY happened_on DESC, id DESC LIMIT 20",
                number,
            ),
        )


def find(path: str, typed: str) -> str:
    """The customers found by the beginnings of words."""
    query = (
        "SELECT * FROM customer WHERE id IN (SELECT rowid FROM customer_search WHERE customer_search MATCH ?)"
        " ORDER BY id DESC LIMIT 20"
    )
    with closing(_opened(path)) as database:
        return FOUND.render(found=_rows(database, query, f'"{typed}"*'))


# --- A letter ---

WORDS = jinja2.Environment(trim_blocks=True, lstrip_blocks=True)
MARKDOWN = markdown.Markdown(extensions=["sane_lists"])


def letter(files: dict[str, str], name: str, facts: Mapping[str, Any]) -> str:
    """A letter of the same words: Jinja, Markdown and the sheet. Nothing escaped, held together, cleaned or checked."""
    if WORDS.loader is None:
        WORDS.loader = jinja2.DictLoader(files)
        WORDS.filters.update(FILTERS, paragraphs=str, quotation=str)
        WORDS.globals.update(gap=str, say=lambda key, **values: key)
    body = MARKDOWN.reset().convert(WORDS.get_template(name).render(facts))
    return WORDS.get_template("sheet.html").render({**facts, "title": name, "body": body})
