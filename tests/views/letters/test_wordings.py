"""The words of letters on their pages: read, checked, saved, gone back from, and every version kept."""

import pytest

from letterpress.checks import copies
from letterpress.make import own, sources
from letterpress.samples.samples import sample
from models import Event, Wording
from policy.correspondence import wording_files
from tests.browse import words as words_of

ADDRESS = "/settings/letters/parts/validity"
PATH = "parts/validity.md"


@pytest.fixture
def folder(tmp_path):
    before = sources.own_folder()
    sources.use(tmp_path / "letters")
    yield tmp_path / "letters"
    sources.use(before)


def shipped(path=PATH):
    return copies.taken_apart(path, sources.text(path)).words


def typed(words, version="", **more):
    return {"words": words, "version": version, **more}


def test_words_are_checked_saved_put_back_and_none_is_lost(signed_in, cast, folder):
    ada = signed_in(cast.ada)
    assert "As it came with Evenhand" in words_of(ada.get(ADDRESS).text)
    changed = shipped().replace("This warning lasts", "Our warning lasts")

    checked = ada.post(f"{ADDRESS}/check", data=typed(changed))
    assert checked.status_code == 200
    assert "Nothing is wrong with these words" in words_of(checked.text)
    assert "Our warning lasts 6" in words_of(checked.text)
    assert not folder.exists()

    assert ada.post(ADDRESS, data=typed(changed)).status_code == 303
    assert own.choose("warnings/issued").own
    assert "Our own words" in words_of(ada.get("/settings/letters").text)
    assert "Our warning" in words_of(ada.get(f"{ADDRESS}/differences").text)
    row = Wording.get()
    assert (row.name, row.own, row.by.name) == (PATH, True, "Ada Administrator")

    stale = ada.post(ADDRESS, data=typed(changed + "\nMine."))
    assert stale.status_code == 409
    assert "Mine." in stale.text
    assert "Somebody else has changed these words" in words_of(stale.text)

    now = wording_files.version_now(PATH)
    assert ada.post(f"{ADDRESS}/shipped", data={"version": "old"}).status_code == 409
    assert ada.post(f"{ADDRESS}/shipped", data={"version": now}).status_code == 303
    assert not own.choose("warnings/issued").own
    assert [line.name for line in Event.select()] == ["wording_saved", "wording_withdrawn"]
    assert "by Ada Administrator" in words_of(ada.get(f"{ADDRESS}/versions").text)
    assert "Our warning lasts" in ada.get(f"{ADDRESS}/versions/{row.id}").text
    assert "Our warning lasts" in ada.get(f"{ADDRESS}?version={row.id}").text
    assert ada.get(f"/settings/letters/parts/help/versions/{row.id}").status_code == 404


def test_words_with_faults_are_not_saved_and_stay_as_typed(signed_in, cast, folder):
    ada = signed_in(cast.ada)
    wrong = shipped() + "\nYou have until {{ dispute_bi|date }}.\n"
    for address in (ADDRESS, f"{ADDRESS}/check"):
        answer = ada.post(address, data=typed(wrong))
        assert answer.status_code == (422 if address == ADDRESS else 200)
        assert "“dispute_bi” is not a field of this letter" in words_of(answer.text)
        assert "Did you mean “dispute_by”?" in words_of(answer.text)
        assert "{{ dispute_bi|date }}" in answer.text
    assert not folder.exists()
    assert not Wording.select().exists()


def test_a_manager_reads_and_changes_nothing(signed_in, cast, folder):
    mina = signed_in(cast.mina)
    page = mina.get("/settings/letters/warnings/issued")
    assert "Only an administrator changes them" in words_of(page.text)
    assert "{{ dispute_by|" in page.text
    assert "working_days" in page.text
    assert mina.post(ADDRESS, data=typed("Anything.")).status_code == 403
    assert signed_in(cast.omar).get("/settings/letters").status_code == 403


@pytest.mark.parametrize(
    "name", ["../secret", "parts/../../../etc/passwd", "warnings/nothing", "sheet", "README", "parts/must_say"]
)
def test_only_what_is_shipped_has_words_of_our_own(signed_in, cast, folder, name):
    ada = signed_in(cast.ada)
    assert ada.get(f"/settings/letters/{name}").status_code == 404
    assert ada.post(f"/settings/letters/{name}", data=typed("x")).status_code == 404
    assert not folder.exists()


def test_nothing_is_written_through_a_link_out_of_the_folder(signed_in, cast, folder, tmp_path):
    outside = tmp_path / "outside"
    outside.mkdir()
    folder.mkdir()
    (folder / "parts").symlink_to(outside)
    answer = signed_in(cast.ada).post(ADDRESS, data=typed(shipped() + "\nMore.\n"))
    assert answer.status_code == 409
    assert list(outside.iterdir()) == []
    assert not Wording.select().exists()


def test_a_draft_says_that_own_words_are_not_used(signed_in, cast, folder, app):
    from letterpress.make.render import render
    from views.letters.pages import print_out

    (folder / "parts").mkdir(parents=True)
    (folder / PATH).write_text("{{ nothing }}")
    made = render("warnings/issued", *sample("warnings/issued"))
    assert "This warning lasts" in made.text
    with app.test_request_context():
        from flask import render_template_string
        from flask_login import login_user

        login_user(cast.omar)
        source = '{% from "components/letter_check.html" import letter_check %}{{ letter_check(letter) }}'
        page = render_template_string(source, letter=print_out(made))
    assert "Your own copy of this letter has faults and is not used" in page


def test_a_letter_that_is_sent_keeps_its_words_as_a_version(signed_in, cast, folder):
    from tests.views.desk import warned

    _, warning = warned(cast)
    row = Wording.get(Wording.name == "warnings/issued")
    assert (row.version, row.own, row.by) == (warning.letter.template_version, False, None)
    page = words_of(signed_in(cast.ada).get("/settings/letters/warnings/issued/versions").text)
    assert "Sent with a letter" in page
    assert "parts/help.md" in signed_in(cast.ada).get(f"/settings/letters/warnings/issued/versions/{row.id}").text
