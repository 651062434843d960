"""A form sent twice does its deed once; a key that is empty, or was made for another page, is no key at all."""

import importlib
import pkgutil
from collections.abc import Iterator
from typing import Any

import pytest

import views
from models import (
    Appeal,
    BehaviourWarning,
    BreachByUs,
    Consideration,
    Contact,
    Declaration,
    Incident,
    IncidentNote,
    LifeEvent,
    Marker,
    PostRun,
    Restriction,
    Review,
    SideLetter,
    User,
)
from policy.considerations import considerations
from policy.contacts import contacts
from policy.core import clock
from policy.customers import customers
from tests import make
from tests.views.desk import NOW, ago, warned
from views.frame.forms import Form, FormKey

TODAY = clock.today(NOW).isoformat()
HAPPENED = {"what_happened": "Shouted.", "channel": "office", "happened_on": TODAY}
WEIGHED = {"purpose": "warning", "linked_to_disability": "no"}
Sent = tuple[User, str, dict[str, Any], Any]


def _file(cast: Any) -> Any:
    return make.customer(cast.omar, ago(2))


def _limit(cast: Any) -> Any:
    return make.restriction_in_force(cast, now=ago(5))


def _marker(cast: Any) -> Any:
    return make.live_marker(cast.mina, cast.sol, _file(cast), now=NOW)


def short(cast: Any) -> Sent:
    told = HAPPENED | {"short": "1", "different": "1"}
    return cast.carla, f"/customers/{_file(cast).id}/incidents/new", told, Incident


def whole(cast: Any) -> Sent:
    return cast.carla, f"/customers/{_file(cast).id}/incidents/new", HAPPENED | {"different": "1"}, Incident


def note(cast: Any) -> Sent:
    row = make.incident(cast.carla, _file(cast), NOW)
    return cast.carla, f"/incidents/{row.id}/notes", {"kind": "correction", "words": "Tuesday."}, IncidentNote


def completing(cast: Any) -> Sent:
    row = make.incident(cast.carla, _file(cast), NOW, started_at=None, time_unknown_because="", exact_words="")
    return cast.carla, f"/incidents/{row.id}/completing", {"exact_words": "Go away."}, IncidentNote


def contact(cast: Any) -> Sent:
    return cast.carla, f"/customers/{_file(cast).id}/contacts/new", {"channel": "telephone"}, Contact


def tap(cast: Any) -> Sent:
    told = {"channel": "telephone", "subject": "other", "arrangement": "broken_by_customer"}
    return cast.carla, f"/customers/{_limit(cast).customer_id}/contact-check", told, Contact


def breach(cast: Any) -> Sent:
    told = {"kind": "missed_slot", "on": TODAY, "words": "Nobody rang.", "put_right": "We rang the day after."}
    return cast.omar, f"/restrictions/{_limit(cast).id}/breaks/new", told, BreachByUs


def appeal(cast: Any) -> Sent:
    told = {"received_on": TODAY, "channel": "telephone", "from_whom": "customer", "words": "I was not shouting.",
            "grounds": ["facts"], "words_facts": "I was not shouting."}  # fmt: skip
    return cast.carla, f"/restrictions/{_limit(cast).id}/appeals", told, Appeal


def warning(cast: Any) -> Sent:
    row = make.incident(cast.carla, _file(cast), ago(1))
    told = {"kind": "behaviour", "incidents": [row.id]}
    return cast.omar, f"/customers/{row.customer_id}/warnings", told, BehaviourWarning


def restriction(cast: Any) -> Sent:
    whose, rests_on = warned(cast)
    told = {"warning": rests_on.id, "incidents": [make.incident(cast.carla, whose, ago(3)).id]}
    return cast.omar, f"/customers/{whose.id}/restrictions", told, Restriction


def resting(cast: Any) -> Sent:
    return cast.omar, f"/declarations/{make.declared(cast, now=NOW).id}/restrictions", {}, Restriction


def review(cast: Any) -> Sent:
    return cast.omar, f"/restrictions/{_limit(cast).id}/reviews", {}, Review


def lifting(cast: Any) -> Sent:
    told = {"asked_on": TODAY, "asked_by": "customer", "asked_channel": "telephone", "asked_words": "End it."}
    return cast.omar, f"/restrictions/{_limit(cast).id}/reviews/asked", told, Review


def marker(cast: Any) -> Sent:
    return cast.carla, f"/customers/{_file(cast).id}/markers", {"asked_words": "A dog ran at our fitter."}, Marker


def marker_review(cast: Any) -> Sent:
    return cast.mina, f"/markers/{_marker(cast).id}/reviewing", {"kind": "early"}, Review


def declaration(cast: Any) -> Sent:
    whose = _file(cast)
    row = make.incident(cast.omar, whose, NOW, severity=4, police="reported", staff=[(cast.carla, "target")])
    return cast.mina, f"/customers/{whose.id}/declarations", make.DECLARED | {"incident": str(row.id)}, Declaration


def death(cast: Any) -> Sent:
    told = {"kind": "name", "on": TODAY, "words": "They rang."}
    return cast.omar, f"/customers/{_file(cast).id}/life-events", told, LifeEvent


def notice(cast: Any) -> Sent:
    told = {"to_whom": "other", "other": "The repairs team"}
    return cast.omar, f"/restrictions/{_limit(cast).id}/letters/staff-notice", told, SideLetter


def reminder(cast: Any) -> Sent:
    row = _limit(cast)
    broken = {"channel": "telephone", "subject": "tenancy", "arrangement": "broken_by_customer"}
    cited = [contacts.log(cast.carla, row.customer, broken, ago(days), make.key()).id for days in (1, 2)]
    return cast.omar, f"/restrictions/{row.id}/letters/reminder", {"cited": cited[:1]}, SideLetter


def to_supporter(cast: Any) -> Sent:
    row = _limit(cast)
    told = {"name": "Jo Field", "organisation": "Harbour Advice", "email": "jo@harbour.example", "basis": "Form signed"}
    worker = customers.add_support_worker(cast.omar, row.customer, told, NOW)
    return cast.omar, f"/restrictions/{row.id}/letters/support-worker", {"worker": str(worker.id)}, SideLetter


def warning_over(cast: Any) -> Sent:
    whose = make.customer(cast.omar, ago(400))
    cited = [make.incident(cast.carla, whose, ago(399))]
    row = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, cited, ago(398))
    make.served(cast.omar, row.letter, ago(398))
    return cast.omar, f"/warnings/{row.id}/letters/warning-ended", {"thanks": "Calm calls."}, SideLetter


def printing(cast: Any) -> Sent:
    whose = _file(cast)
    row = make.issued_warning(cast.omar, cast.olive, cast.mark, whose, [make.incident(cast.carla, whose, ago(1))], NOW)
    return cast.omar, "/post/runs", {"letters": [row.letter_id]}, PostRun


def weighing(cast: Any) -> Sent:
    told = {name: f"Looked at for this: {name}, {make.key()}" for name in considerations.QUESTIONS}
    return cast.mark, f"/customers/{_file(cast).id}/considerations", WEIGHED | told, Consideration


CASES = {
    "incidents.form.ShortForm": [short],
    "incidents.form.IncidentForm": [whole],
    "incidents.pages.NoteForm": [note],
    "incidents.pages.CompleteForm": [completing],
    "contacts.pages.ContactForm": [contact],
    "contacts.pages.BreachForm": [breach],
    "appeals.forms.Taking": [appeal],
    "warnings.pages.Begin": [warning],
    "restrictions.form.Begin": [restriction],
    "reviews.forms.AskForm": [lifting],
    "markers.forms.AskForm": [marker],
    "markers.forms.ReviewForm": [marker_review],
    "extreme_route.declaration.DeclareForm": [declaration],
    "customers.life_events.LifeForm": [death],
    "other_letters.side_letters.SideForm": [warning_over],
    "other_letters.side_letters.ReminderForm": [reminder],
    "other_letters.side_letters.SupportForm": [to_supporter],
    "other_letters.side_letters.NoticeForm": [notice],
    "post.pages.TrayForm": [printing],
    "considerations.pages.ConsiderationForm": [weighing],
    "frame.forms.Once": [tap, resting, review],
}
ALL = [one for made in CASES.values() for one in made]


def _below(kind: type[Form]) -> Iterator[type[Form]]:
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)


def test_every_form_with_a_key_is_tried_here() -> None:
    for one in pkgutil.walk_packages(views.__path__, "views."):
        importlib.import_module(one.name)
    found = [one for one in _below(Form) if hasattr(one, "form_key")]
    assert {one.form_key.field_class for one in found} == {FormKey}
    assert {f"{one.__module__}.{one.__name__}".removeprefix("views.") for one in found} == set(CASES)


@pytest.mark.parametrize("build", ALL, ids=lambda one: one.__name__)
def test_a_form_sent_twice_gives_one(signed_in: Any, cast: Any, app: Any, build: Any) -> None:
    user, address, told, table = build(cast)
    one, before = signed_in(user), table.select().count()
    first, again = (one.post(address, data=told | {"form_key": "k"}) for _ in range(2))
    assert (first.status_code, again.status_code) == (303, 303), first.text
    assert table.select().count() == before + 1


@pytest.mark.parametrize("build", [one for one in ALL if one is not printing], ids=lambda one: one.__name__)
def test_a_key_borrowed_from_another_file_swallows_nothing(signed_in: Any, cast: Any, app: Any, build: Any) -> None:
    sent = [build(cast), build(cast)]
    one, table = signed_in(sent[0][0]), sent[0][3]
    before = table.select().count()
    first, second = (one.post(address, data=told | {"form_key": "k"}) for _, address, told, _ in sent)
    assert (first.status_code, second.status_code) == (303, 303), second.text
    assert table.select().count() == before + 2


OTHER_WORDS = ("words", "what_happened", "asked_words", "put_right", "other", *considerations.QUESTIONS)
ONCE_IN_ANY_CASE = (completing, appeal, resting, review, lifting, marker_review, declaration, printing, reminder,
                    to_supporter, warning_over)  # fmt: skip


@pytest.mark.parametrize("build", ALL, ids=lambda one: one.__name__)
def test_an_empty_key_swallows_no_second_form(signed_in: Any, cast: Any, app: Any, build: Any) -> None:
    """Sent again with other words: kept, or refused by a rule, and never answered as if it were the first."""
    user, address, told, table = build(cast)
    one, before = signed_in(user), table.select().count()
    assert one.post(address, data=told | {"form_key": ""}).status_code == 303
    told |= {name: f"{told[name]} And more." for name in OTHER_WORDS if name in told}
    again = one.post(address, data=told | {"form_key": ""})
    if build in ONCE_IN_ANY_CASE:
        assert table.select().count() == before + 1
    else:
        assert again.status_code == 303 and table.select().count() == before + 2, again.text


@pytest.mark.parametrize("build", [short, note, breach, marker, death, notice], ids=lambda one: one.__name__)
def test_the_same_key_with_other_words_is_another(signed_in: Any, cast: Any, app: Any, build: Any) -> None:
    user, address, told, table = build(cast)
    one, before = signed_in(user), table.select().count()
    other = told | {name: f"{told[name]} And more." for name in OTHER_WORDS if name in told}
    for words in (told, other, told, other):
        assert one.post(address, data=words | {"form_key": "k"}).status_code == 303
    assert table.select().count() == before + 2


def test_the_same_key_with_another_contact_is_another_reminder(signed_in: Any, cast: Any, app: Any) -> None:
    user, address, told, table = reminder(cast)
    (first,) = told["cited"]
    for cited in (first, first + 1, first, first + 1):
        assert signed_in(user).post(address, data={"cited": [cited], "form_key": "k"}).status_code == 303
    assert [one.cited for one in table.select().order_by(table.id)] == [[first], [first + 1]]
