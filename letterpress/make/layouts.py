"""A frozen letter in another layout: large print or easy read of the very words that were sent."""

import re

from letterpress.formats import easy_read
from letterpress.make.making import FORMATS
from letterpress.make.sources import ENGLISH

_LAYOUT = re.compile(r'(<article class="letter) letter-(?:[a-z]+(?:-print|-read)?)\b')
_FOOTED = re.compile(r" letter-footed(?:-\d+)?\b")
_CONTACT = re.compile(r'<p class="letter-contact">.*?</p>\n*', re.DOTALL)
_HEAD_ENDS = "</header>\n"


def relaid(html: str, format: str, language: str = ENGLISH) -> str:
    """The letter's HTML laid out anew in `large_print` or `easy_read`; every word of it stays.

    On large sheets there is no room beside the window for our telephone number and addresses: they stand below.
    """
    if format not in FORMATS[1:]:
        raise ValueError(f"Letters are not laid out again in the format {format!r}.")
    head, ends, rest = html.partition(_HEAD_ENDS)
    contact = _CONTACT.search(head)
    if contact:
        head = head.replace(contact[0], "", 1)
        rest = f"{contact[0].rstrip()}\n{rest}"
    head = _FOOTED.sub("", _LAYOUT.sub(rf"\1 letter-{format.replace('_', '-')}", head, count=1))
    made = head + ends + rest
    return easy_read.easy(made, language) if format == "easy_read" else made
