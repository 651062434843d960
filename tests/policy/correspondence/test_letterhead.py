"""The landlord's paper, signatures, what is enclosed, and signed copies read in again."""

import io
from typing import Any

import pytest
from PIL import Image

from models import Enclosure, Event, LetterFile, Setting, StoredFile
from models import db as database
from policy.core import numbers, uploads
from policy.core.answers import Refused
from policy.core.uploads import PDF, PNG, Upload
from policy.core.validation import Invalid
from policy.correspondence import enclosures, letterhead
from policy.correspondence import facts as letter_facts
from policy.correspondence import issue as letter_issue
from policy.correspondence import scans as letter_scans
from policy.warnings import letter as warning_letter
from tests import make
from tests.policy.stage import MONDAY, ready_warning

LATER = make.later(MONDAY, 1)
A_PDF = b"%PDF-1.4\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n"
PAPER = {
    "logo_words": "Karbon Homes", "logo_place": "right", "colour": "plum", "footer": "Society number 1.\n\nOffice.",
    "name": "Karbon Homes", "address": "Number Five\nGosforth", "telephone": "0191 498 0100",
    "email": "customers@karbon.example", "website": "www.karbon.example",
}  # fmt: skip


def drawn(kind: str = "PNG", size: tuple[int, int] = (60, 20), **more: Any) -> Upload:
    out = io.BytesIO()
    Image.new("RGB", size, "navy").save(out, kind, **more)
    return Upload(out.getvalue(), "", "a name that decides nothing.exe")


def scanned(content: bytes = A_PDF) -> Upload:
    return Upload(content, "", "scan.pdf")


# --- What may be uploaded -------------------------------------------------------------------------------------------


def test_a_picture_is_made_anew_without_what_was_hidden_in_it():
    hidden = Image.Exif()
    hidden[0x010E] = "taken at 14 Lark Rise"
    sent = drawn("JPEG", exif=hidden)
    made = uploads.picture(sent, "logo", 40)
    assert b"Lark Rise" in sent.content and b"Lark Rise" not in made.content
    assert made.media_type == "image/jpeg" and Image.open(io.BytesIO(made.content)).size == (40, 13)


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        (None, "Choose a file."),
        (Upload(b"", ""), "empty"),
        (Upload(b"x" * (uploads.MOST_BYTES + 1), ""), "too large: it may have 10 MB"),
        (Upload(b"<svg onload='alert(1)'/>", "image/png", "logo.png"), "not a picture"),
        (Upload(A_PDF, "", "logo.png"), "not a picture"),
        (Upload(drawn().content[:40], ""), "cannot be read"),
        (drawn("PNG", (8000, 6000)), "8,000 by 6,000 points"),
        (drawn("GIF"), "not a picture"),
    ],
)
def test_what_is_no_picture_is_refused_whatever_its_name(sent, sentence):
    with pytest.raises(Invalid) as refused:
        uploads.picture(sent, "logo", 1600)
    assert sentence in refused.value.errors["logo"]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"MZ" + A_PDF, "neither a PDF nor a picture"),
        (A_PDF.replace(b"%%EOF", b""), "not whole"),
        (A_PDF.replace(b"<< >>\n%%", b"<< /Encrypt 5 0 R >>\n%%"), "locked with a password"),
        (b"PK\x03\x04 a letter.docx", "neither a PDF nor a picture"),
    ],
)
def test_a_scan_is_a_whole_pdf_or_a_picture(content, sentence):
    with pytest.raises(Invalid) as refused:
        uploads.document(scanned(content), "scan")
    assert sentence in refused.value.errors["scan"]
    assert uploads.document(scanned(), "scan").content == A_PDF


# --- The paper ------------------------------------------------------------------------------------------------------


def test_the_paper_counts_from_now_on_and_an_earlier_one_is_put_back(db: Any, cast: Any) -> None:
    assert letterhead.of(cast.mark, numbers.in_force(MONDAY)) == letterhead.on_paper(letterhead.NOTHING)
    changed = letterhead.change(cast.ada, PAPER, drawn(), MONDAY)
    assert set(changed) == {"logo", "logo_words", "logo_place", "colour", "footer", "address"}
    shown = letterhead.of(cast.mark, numbers.in_force(LATER))
    assert (shown["logo_place"], shown["colour"]) == ("right", "plum")
    assert shown["footer"] == ["Society number 1.", "Office."] and letterhead.is_shown(shown["logo"])
    letterhead.change(cast.ada, PAPER | {"no_logo": "y", "colour": "", "name": "Another"}, None, LATER)
    assert (
        letterhead.of(cast.mark, numbers.in_force(LATER))["logo"] is None
        and letterhead.of(cast.mark, numbers.in_force(MONDAY))["logo"]
    )
    newest, before, *_ = letterhead.history()
    assert newest.keys == ("logo", "colour", "name") and before.at == MONDAY and before.by == cast.ada
    letterhead.put_back(cast.ada, before.row, make.later(LATER, 1))
    assert letterhead.of(cast.mark, numbers.in_force(make.later(LATER, 1))) == shown
    assert numbers.organisation(make.later(LATER, 1))["name"] == "Karbon Homes"
    written = [one.name for one in Event.select().where(Event.name == "letterhead_changed")]
    assert len(written) == 3 and Setting.select().where(Setting.key == "letterhead_colour").count() == 3


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"logo_words": ""}, "logo_words", "people who cannot see it"),
        ({"colour": "yellow"}, "colour", "choose one from the list"),
        ({"footer": "a\nb\nc\nd"}, "footer", "room for 3 lines at the foot; these come to 4"),
        ({"footer": "Registered office " * 20}, "footer", "room for 3 lines"),
        ({"name": ""}, "name", "fill this in"),
    ],
)
def test_a_paper_that_cannot_be_printed_is_refused(sqlite_db, cast, typed, field, sentence):
    with pytest.raises(Invalid) as refused:
        letterhead.change(cast.ada, PAPER | typed, drawn(), MONDAY)
    assert sentence in refused.value.errors[field]
    assert letterhead.values(MONDAY) == letterhead.NOTHING and not StoredFile.select().exists()


def test_only_an_administrator_changes_the_paper(sqlite_db: Any, cast: Any) -> None:
    for deed in (
        lambda: letterhead.change(cast.mina, PAPER, None, MONDAY),
        lambda: letterhead.put_back(cast.mina, 1, MONDAY),
        lambda: enclosures.set_enclosure(cast.mina, "policy", {"title": "x", "with_all": "y"}, None, MONDAY),
    ):
        with pytest.raises(Refused):
            deed()


# --- Signatures -----------------------------------------------------------------------------------------------------


def test_a_signature_stands_on_letters_its_owner_issues_and_on_no_others(sqlite_db: Any, cast: Any) -> None:
    letterhead.set_signature(cast.mark, cast.mark, drawn(), MONDAY)
    whose = make.customer(cast.omar)
    signed = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose)]).letter
    digest = letterhead.signature_of(cast.mark)
    assert f'<img src="/letters/pictures/{digest}" alt="Mark Manager">' in signed.html
    draft = ready_warning(cast, whose, [make.incident(cast.carla, whose, LATER)], LATER)
    assert digest not in warning_letter.rendered(draft, cast.mina, LATER).html
    facts = warning_letter.facts(draft, cast.mark, LATER)
    with pytest.raises(Refused) as refused:
        shown = letter_facts.made(whose, "warnings/issued", facts, draft.passages)
        letter_issue.freeze(whose, shown, "", cast.mina, LATER)
    assert refused.value.reasons[0].rule == "signature"
    letterhead.withdraw_signature(cast.ada, cast.mark, LATER)
    assert letterhead.signature_of(cast.mark) is None
    assert digest in signed.fresh().html and letterhead.is_shown(digest)


def test_nobody_puts_in_the_signature_of_somebody_else(sqlite_db: Any, cast: Any) -> None:
    for actor, person in ((cast.mina, cast.mark), (cast.carla, cast.carla), (cast.ada, cast.dora)):
        with pytest.raises(Refused):
            letterhead.set_signature(actor, person, drawn(), MONDAY)
    assert not letterhead.may_withdraw_signature(cast.mark, cast.mark, MONDAY)


# --- Enclosures -----------------------------------------------------------------------------------------------------


def enclosed_with(cast: Any, now: Any) -> tuple[list[str], str]:
    whose = make.customer(cast.omar, now)
    draft = make.draft_warning(cast.omar, whose, [make.incident(cast.carla, whose, now)], now)
    facts = warning_letter.facts(draft, cast.mark, now)
    return facts["enclosures"], facts["policy"]["where"]


def test_a_letter_says_what_goes_with_it_and_keeps_it(sqlite_db: Any, cast: Any) -> None:
    titles, where = enclosed_with(cast, MONDAY)
    assert titles == ["Unacceptable Customer Behaviour Policy"] and where.startswith("is enclosed, and is at ")
    told = {"title": "How to appeal", "letters": ["warnings/issued"]}
    row = enclosures.set_enclosure(cast.ada, "", told, scanned(), LATER)
    enclosures.set_enclosure(cast.ada, "policy", {"title": "The policy", "ended": "y"}, None, LATER)
    assert enclosed_with(cast, LATER) == (["How to appeal"], "is at www.karbon.example/unacceptable-behaviour")
    assert enclosed_with(cast, MONDAY)[0] == titles
    whose = make.customer(cast.omar, LATER)
    cited = [make.incident(cast.carla, whose, LATER)]
    letter = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, LATER).letter
    enclosures.set_enclosure(cast.ada, row.key, told | {"ended": "y", "no_file": "y"}, None, make.later(LATER, 1))
    assert enclosures.enclosures_of(letter) == ["How to appeal"] and "Enclosed: How to appeal" in letter.html
    assert [bytes(one.content) for one in enclosures.files_of(letter)] == [A_PDF]


@pytest.mark.parametrize(
    ("told", "sent", "field"),
    [
        ({"title": "", "with_all": "y"}, None, "title"),
        ({"title": "Appeal form"}, None, "letters"),
        ({"title": "unacceptable customer behaviour POLICY", "with_all": "y"}, None, "title"),
        ({"title": "A form", "letters": ["warnings/unknown"]}, None, "letters"),
        ({"title": "A form", "with_all": "y"}, drawn(), "file"),
    ],
)
def test_an_enclosure_that_will_not_do_is_refused(sqlite_db, cast, told, sent, field):
    with pytest.raises(Invalid) as refused:
        enclosures.set_enclosure(cast.ada, "", told, sent, MONDAY)
    assert field in refused.value.errors and not Enclosure.select().exists()


# --- Signed copies --------------------------------------------------------------------------------------------------


def test_a_signed_copy_is_kept_beside_the_letter_for_good(sqlite_db: Any, cast: Any) -> None:
    whose = make.customer(cast.omar)
    letter = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose)]).letter
    where = "In the paper file"
    row = letter_scans.attach(cast.omar, letter, where, scanned(), LATER)
    (shown,) = letter_scans.scans_of(letter)
    assert (shown.words, shown.by, shown.file.media_type) == ("In the paper file", cast.omar, PDF)
    event = Event.select().where(Event.name == "letter_scan_attached").get()
    assert event.facts == {"letter": letter.id, "file": row.id, "sha256": shown.file.sha256}
    with pytest.raises(Refused):
        letter_scans.attach(cast.olive, letter, where, scanned(), LATER)
    with pytest.raises(Invalid) as refused:
        letter_scans.attach(cast.omar, letter, "", Upload(b"MZ", PNG), LATER)
    assert set(refused.value.errors) == {"original", "scan"}
    for who in (cast.carla, cast.ada, cast.dora, cast.sol):
        assert not letter_scans.may_attach(who, letter, LATER)
    with pytest.raises(Exception, match=r"append|never|change|allowed"), database.atomic():
        LetterFile.update(words="elsewhere").execute()
