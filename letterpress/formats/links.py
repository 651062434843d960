"""Addresses and numbers that a PDF's reader can follow: e-mail, web and telephone, as printed, nothing hidden behind.

What a link opens is always what its words say. Exact words that a letter quotes, and gaps, are left alone. The frozen
letter holds no link: they are put in as it is printed, and look like the words around them.
"""

import re

_TOKEN = re.compile(r"<[^>]*>|[^<]+")
_NOT_IN = frozenset({"blockquote", "mark", "a"})
_NAME = re.compile(r"</?([a-z0-9]+)")
_GAP = r"(?:[ \u00a0]|&nbsp;)"
_FOUND = re.compile(
    r"(?P<email>(?<![\w.+-])\w[\w.+-]*@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>(?<![\w@./-])(?:https://|www\.)[\w-]+(?:\.[\w-]+)+(?:/[\w./~%-]*[\w/])?)"
    rf"|(?P<tel>(?<![\w/.+-])0\d{{2,4}}{_GAP}\d{{3,4}}(?:{_GAP}\d{{3,4}})?(?!\w))"
)


def linked(html: str) -> str:
    """The letter's HTML with a link over each e-mail address, web address and telephone number."""
    out: list[str] = []
    around: list[str] = []
    for piece in _TOKEN.findall(html):
        name = _NAME.match(piece)
        if name and name[1] in _NOT_IN:
            around.pop() if piece.startswith("</") else around.append(name[1])
        out.append(piece if around or piece.startswith("<") else _FOUND.sub(_link, piece))
    return "".join(out)


def _link(found: re.Match[str]) -> str:
    if found["email"]:
        return f'<a href="mailto:{found[0]}">{found[0]}</a>'
    if found["tel"]:
        return f'<a href="tel:{re.sub(r"[^0-9]", "", found[0].replace("&nbsp;", ""))}">{found[0]}</a>'
    return f'<a href="{found[0] if found[0].startswith("https") else f"https://{found[0]}"}">{found[0]}</a>'
