"""Files that belong to a sent letter: a signed copy on paper, read in again. Only ever added."""

import datetime as dt

from models import Letter, LetterFile, StoredFile, User, holding
from policy.core import audit, files
from policy.core.answers import Answer, answer, unless
from policy.core.register import WORKS, deed, only_for
from policy.core.uploads import Upload, document
from policy.core.validation import SHORT, Check

SCAN = "scan"
MOST = 10
"""So many scans of one letter are kept at most."""


def scans_of(letter: Letter) -> list[LetterFile]:
    """The signed copies of a letter, oldest first, with who attached them and their SHA-256: one read, no content."""
    query = LetterFile.select(LetterFile, User, StoredFile.id, StoredFile.sha256, StoredFile.media_type)
    query = query.join(User, on=LetterFile.by).switch(LetterFile).join(StoredFile)
    return list(query.where(LetterFile.letter == letter, LetterFile.kind == SCAN).order_by(LetterFile.id))


def scan_of(letter: Letter, number: int) -> LetterFile | None:
    """One of the signed copies of a letter, by its id."""
    return LetterFile.get_or_none(LetterFile.id == number, LetterFile.letter == letter, LetterFile.kind == SCAN)


@only_for(*WORKS, says="Only officers and managers attach a signed copy.", remedy="Ask an officer.")
def may_attach(actor: User, letter: Letter, now: dt.datetime) -> Answer:
    """P box: an officer or manager keeps a signed copy beside the letter as it was sent."""
    count = LetterFile.select().where(LetterFile.letter == letter, LetterFile.kind == SCAN).count()
    return answer(unless(count < MOST, "state", f"There are {MOST} copies already.", "One of them will do."))


@deed(
    "attach_scan",
    label="Attach a signed copy to a letter that was sent",
    clause="box",
    asks=may_attach,
    event="letter_scan_attached",
)
def attach(actor: User, letter: Letter, original: str, sent: Upload | None, now: dt.datetime) -> LetterFile:
    """Keep a signed copy read in again, a PDF or a picture; `original`: where it is. Raises Refused or Invalid."""
    may_attach(actor, letter, now).or_refuse()
    check = Check({"original": original})
    words = check.text("original", "Where the original is", SHORT, required=True)
    made = check.made(lambda: document(sent, "scan"))
    check.or_refuse()
    assert made is not None
    with holding(letter) as letter:
        may_attach(actor, letter, now).or_refuse()
        kept = files.keep(made.content, made.media_type, now)
        again = LetterFile.select().where(LetterFile.letter == letter, LetterFile.file == kept)
        answer(unless(not again.exists(), "state", "This very file is attached to the letter already.")).or_refuse()
        row = LetterFile.create(
            letter=letter,
            customer=letter.customer_id,
            kind=SCAN,
            file=kept,
            name=sent.name if sent else "",
            words=words,
            by=actor,
            at=now,
        )
        audit.event(
            "letter_scan_attached", letter.customer_id, actor, now, letter=letter.id, file=row.id, sha256=kept.sha256
        )
    return row
