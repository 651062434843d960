"""The style sheets, scripts and pictures: bundled and compressed once at the start, named by their content.

A name holds the digest of what it names, so a browser may keep it for a year and a changed file is a new address.
"""

import gzip
import hashlib
import importlib.util
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import brotli
from flask import Blueprint, Response, abort, request

from letterpress.print.pdf import style
from views.frame.sections import NONE, section

blueprint = Blueprint("assets", __name__)
section(blueprint, NONE)

STATIC = Path(__file__).resolve().parents[2] / "static"
TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
}
OFFICE = ("paper.css", "post.css", "wordings.css")  # for the letterhead, the post and the words of letters alone
LETTER = "css/letter.css"  # asked for by the pages that show a letter, and by nothing else
A_YEAR = "public, max-age=31536000, immutable"


@dataclass(frozen=True)
class Asset:
    """One file as it is served: its hashed name, type, and bytes plain and compressed."""

    name: str
    mimetype: str
    plain: bytes
    brotli: bytes
    gzip: bytes


def htmx() -> Path:
    """The pinned htmx 2 as its package carries it; the package around it is never imported."""
    spec = importlib.util.find_spec("django_htmx")
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError("htmx is missing. Install what requirements.txt names, then start again.")
    return Path(spec.submodule_search_locations[0]) / "static" / "django_htmx" / "htmx-2.min.js"


def _lean_css(text: str) -> str:
    """The style sheet without comments and spare white space."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)
    text = re.sub(r"\s+", " ", text)
    return re.sub(r"\s*([{};,>])\s*", r"\1", text).replace(";}", "}").strip()


def _sources() -> dict[str, bytes]:
    """Logical name to content: one style sheet, one script, and those that few pages ask for beside them."""
    everywhere = [path for path in STATIC.glob("css/*.css") if path.name not in OFFICE and path.name[:6] != "letter"]
    everywhere.sort(key=lambda path: (path.name != "layers.css", path))
    pictures = [path for path in sorted(STATIC.glob("img/*")) if path.suffix in TYPES and path.is_file()]
    return {
        "app.css": _sheet(everywhere),
        "app.js": b"\n".join(path.read_bytes() for path in (htmx(), *sorted(STATIC.glob("js/*.js")))),
        "office.css": _sheet([STATIC / "css" / name for name in OFFICE]),
        LETTER: style().encode(),
        **{path.relative_to(STATIC).as_posix(): path.read_bytes() for path in pictures},
    }


def _sheet(paths: list[Path]) -> bytes:
    return _lean_css("\n".join(path.read_text() for path in paths)).encode()


def _asset(logical: str, content: bytes) -> Asset:
    stem, dot, ending = logical.rpartition(".")
    name = f"{stem}-{hashlib.sha256(content).hexdigest()[:10]}{dot}{ending}"
    return Asset(
        name, TYPES[dot + ending], content, brotli.compress(content, quality=9), gzip.compress(content, 9, mtime=0)
    )


@cache
def _shelf() -> tuple[dict[str, str], dict[str, Asset]]:
    made = {logical: _asset(logical, content) for logical, content in _sources().items()}
    return {logical: asset.name for logical, asset in made.items()}, {asset.name: asset for asset in made.values()}


def static_url(logical: str) -> str:
    """The address of a static file ("app.css", "img/mark.svg"); KeyError for one that is not there."""
    return f"/static/{_shelf()[0][logical]}"


@blueprint.get("/static/<path:name>")
def show(name: str) -> Response:
    """A static file by its hashed name."""
    asset = _shelf()[1].get(name)
    if asset is None:
        abort(404)
    wanted = request.accept_encodings.quality
    if wanted("br") > 0:
        response = Response(asset.brotli, headers={"Content-Encoding": "br"})
    elif wanted("gzip") > 0:
        response = Response(asset.gzip, headers={"Content-Encoding": "gzip"})
    else:
        response = Response(asset.plain)
    response.headers["Content-Type"] = asset.mimetype
    response.headers["Cache-Control"] = A_YEAR
    response.headers["Vary"] = "Accept-Encoding"
    return response
