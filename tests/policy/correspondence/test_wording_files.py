"""Own copies as files and versions, on both engines: written once, kept for good, refused where they are stale."""

import pytest

from letterpress.checks import copies
from letterpress.make import sources
from models import Event, Wording
from policy.core import audit
from policy.core.answers import Refused
from policy.correspondence import wording_files
from tests.make import MONDAY

PATH = "parts/validity.md"


@pytest.fixture
def folder(tmp_path):
    before = sources.own_folder()
    sources.use(tmp_path / "letters")
    yield tmp_path / "letters"
    sources.use(before)


def test_a_version_is_kept_once_and_a_stale_save_is_refused(db, cast, folder):
    first = copies.from_shipped(PATH, "en", MONDAY.date())
    second = first.replace("This warning", "Our warning")
    kept = wording_files.put(PATH, "en", first, cast.ada, MONDAY, expected="")
    wording_files.put(PATH, "en", second, cast.ada, MONDAY, expected=copies.version_of(first))
    with pytest.raises(Refused):
        wording_files.put(PATH, "en", first, cast.ada, MONDAY, expected=copies.version_of(first))
    assert (folder / PATH).read_text() == second
    assert wording_files.put(PATH, "en", first, cast.mina, MONDAY).id == kept.id
    wording_files.withdraw(PATH, "en", cast.ada, MONDAY)
    assert list(folder.rglob("*.*")) == []
    assert [(row.version, row.by_id) for row in Wording.select().order_by(Wording.id)] == [
        (copies.version_of(first), cast.ada.id),
        (copies.version_of(second), cast.ada.id),
    ]
    assert [line.name for line in Event.select()] == ["wording_saved"] * 3 + ["wording_withdrawn"]
    assert list(audit.verify()) == []


def test_words_with_faults_are_written_nowhere(db, cast, folder):
    with pytest.raises(wording_files.Unsound) as fault:
        wording_files.put(PATH, "en", "{{ nothing }}\n", cast.ada, MONDAY)
    assert "“nothing” is not a field of this letter." in fault.value.errors["words"]
    assert not folder.exists()
    assert not Wording.select().exists()
