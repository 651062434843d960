"""The demonstration's letterhead, drawn by code: a logo, signatures, an appeal form, a signed copy."""

import datetime as dt
import io
import math
from random import Random

from PIL import Image, ImageDraw, ImageFont

from demo.people import STAFF
from models import Letter, User
from policy.core import numbers
from policy.core.uploads import PDF, PNG, Upload
from policy.correspondence import enclosures, letterhead
from policy.correspondence import scans as letter_scans

PETROL, GOLD, INK = "#0b5058", "#f2b632", "#1b2a5c"
FOOT = (
    "Karbon Homes is an invented landlord for this demonstration, society number 99999R.\n"
    "Registered office: Number Five, Gosforth Park Avenue, Newcastle upon Tyne NE12 8EG."
)
FORM = (
    "Your appeal",
    "You may ask us to look at our decision again. A senior officer who had no part in it will.",
    "",
    "Your name:  ............................................................................",
    "The reference on our letter:  ..........................................................",
    "",
    "What do you not agree with, and why?",
    *["........................................................................................"] * 8,
    "",
    "What would put it right?",
    *["........................................................................................"] * 4,
    "",
    "How may we reach you?  ..................................................................",
    "Would you like somebody to help you or to speak for you?  ................................",
    "",
    "You need not use this form: tell us in any way, by telephone too, and we will write it down.",
)
LETTERS_WITH_FORM = ("restrictions/imposed", "declarations/notice", "reviews/continued", "reviews/changed")


def add(staff: dict[str, User], now: dt.datetime) -> None:
    """Set the paper before the first letter is written."""
    administrator = staff["administrator"]
    details = numbers.organisation(now)
    paper: letterhead.Entry = {
        "name": details["name"],
        "address": details["address"],
        "telephone": details["telephone"],
        "email": details["email"],
        "website": details["website"],
        "logo_words": "Karbon Homes",
        "logo_place": "left",
        "colour": "petrol",
        "footer": FOOT,
    }
    letterhead.change(administrator, paper, Upload(_logo(), PNG), now)
    for number, one in enumerate(STAFF):
        if {"manager", "senior_officer"} & set(one.roles):
            letterhead.set_signature(staff[one.key], staff[one.key], Upload(_signature(number), PNG), now)
    entry: enclosures.Entry = {"title": "Appeal form", "letters": list(LETTERS_WITH_FORM)}
    enclosures.set_enclosure(administrator, "appeal_form", entry, Upload(_page(FORM), PDF), now)


def scan_one(staff: dict[str, User], now: dt.datetime) -> None:
    """A signed copy of the oldest letter, read in again."""
    oldest = Letter.select().order_by(Letter.id).first()
    where = "In the paper file at the Gosforth office."
    page = ("A signed copy", "", f"of letter {oldest.reference}, read in again.")
    letter_scans.attach(staff["officer"], oldest, where, Upload(_page(page), PDF), now)


def _logo() -> bytes:
    picture = Image.new("RGBA", (1000, 360), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    draw.rounded_rectangle((0, 0, 359, 359), 78, fill=PETROL)
    draw.line((72, 236, 180, 118, 288, 236), fill=GOLD, width=34, joint="curve")
    draw.line((92, 282, 268, 282), fill="white", width=24)
    font = ImageFont.load_default(size=168)  # one that Pillow carries in itself
    draw.text((412, 174), "karbon", PETROL, font, anchor="ls", stroke_width=3)
    draw.text((412, 326), "homes", PETROL, font, anchor="ls", stroke_width=3)
    return _png(picture)


def _signature(seed: int) -> bytes:
    """A curve as a hand would draw it: a big first loop, then waves that grow smaller."""
    chance = Random(seed)
    picture = Image.new("RGBA", (900, 260), (0, 0, 0, 0))
    draw = ImageDraw.Draw(picture)
    turns, lean = chance.uniform(5, 8), chance.uniform(0.2, 0.6)
    points = []
    for step in range(400):
        part = step / 400
        fades = (1 - part) ** 1.4 + 0.12
        swing = math.sin(part * turns * 2 * math.pi + seed) * 95 * fades
        back = math.cos(part * turns * 2 * math.pi + seed) * 70 * fades * lean
        points.append((50 + part * 700 + back, 125 + swing + 20 * math.sin(part * 9 + seed)))
    draw.line(points, fill=INK, width=8, joint="curve")
    draw.line([(150, 215), (420, 205), (800, 190 + 10 * lean)], fill=INK, width=6, joint="curve")
    return _png(picture.resize((600, 173), Image.Resampling.LANCZOS))


def _png(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _page(lines: tuple[str, ...]) -> bytes:
    """One A4 page of lines as a PDF, the first of them large."""
    words = [line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)") for line in lines]
    text = f"BT /F1 20 Tf 68 760 Td 22 TL ({words[0]}) Tj /F1 12 Tf " + "".join(f"T* ({one}) Tj " for one in words[1:])
    stream = (text + "ET").encode("latin-1")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table + end
