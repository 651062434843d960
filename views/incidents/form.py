"""The form that logs an incident, in the order a tired person tells it, and what it makes of the answers."""

from collections.abc import Sequence
from typing import Any

from markupsafe import Markup
from wtforms import BooleanField, RadioField, SelectField, StringField, TextAreaField

from models import Incident, User
from policy.incidents.entries import Entry
from policy.incidents.police import POLICE
from policy.rulebook import clauses
from views.frame.forms import CheckboxesField, DateField, Form, FormKey, IntegerField, TimeField, optional, required

CHANNELS = {
    "telephone": "Telephone",
    "email": "E-mail",
    "visit": "Home visit",
    "office": "Office",
    "site": "Estate or site",
    "letter": "Letter",
    "text": "Text message",
    "portal": "Website or chat",
    "social_message": "Social media message",
    "social_public": "Public post",
    "third_party": "Through somebody else",
}
TIMING = {
    "known": "I know when it started",
    "unknown": "I do not know the time",
    "period": "It went on over days or weeks",
}
TIMES = {
    "known": ("started_at", "ended_at"),
    "unknown": ("time_unknown_because",),
    "period": ("until_on", "contacts_counted", "minutes_spent"),
}
PARTS = {"": "I was not part of it", "target": "It was aimed at me", "witness": "I saw or heard it"}
YES_NO = {"yes": "Yes", "no": "No"}
COLLEAGUES = (1, 2, 3)
CAUTIONS = {key: one.caution for key, one in clauses.BEHAVIOURS.items() if one.caution}  # what to ask first
NOBODY = "This is not the name of one person who works here. Choose a name from the list."
SEVERITIES = {str(key): words for key, words in clauses.SEVERITIES.items()}
SECTIONS: dict[str, tuple[str, ...]] = {
    "kind": (
        "behaviours_abuse", "aimed_at_a_person", "caused_fear", "hate_element", "behaviours_requests",
        "behaviours_persistence", "severity",
    ),
    "who": ("who_acted", "identity", "identified_by"),
    "stop": ("told_to_stop", "told_to_stop_at", "told_to_stop_words", "contact_ended", "contact_ended_at"),
    "request": ("contact_about", "request", "request_owner", "request_due", "nothing_asked", "protected"),
    "staff": ("own_part", *(f"colleague_{n}" for n in COLLEAGUES), "allegation"),
    "around": ("came_before", "observed", "place", "witnesses", "evidence_held", "late_reason"),
    "police": ("police", "police_words"),
}  # fmt: skip


class ShortForm(Form):
    """What must be said at once: what happened, how, and when. The short form on a customer's page asks no more."""

    form_key = FormKey()
    what_happened = TextAreaField("What happened?", [required("Say what happened, in a sentence or two.")])
    channel = RadioField("How?", [required("Choose how it happened.")], choices=CHANNELS)
    happened_on = DateField("On which day?", [required("Give the day it happened.")])
    started_at = TimeField("What time did it start?", [optional()])
    alike: Sequence[Incident] = ()  # what is logged already and may be this


def _with_clause(one: clauses.Behaviour) -> Markup:
    return Markup('{} <span class="choice__clause">{}</span>').format(one.words, one.clause)


class Behaviours(Form):
    """The behaviours to tick, under the policy's three headings."""

    own_names = {"behaviours": "behaviours_abuse"}


class IncidentForm(ShortForm, Behaviours):
    """Everything that may be said about an incident. Only what `ShortForm` asks is needed to save."""

    own_names = {"contacts_counted": "count_telephone", **Behaviours.own_names}
    exact_words = TextAreaField("The exact words used", [optional()])
    date_is_about = BooleanField("I am not sure of the day; it is about then")
    timing = RadioField("What time?", [optional()], choices=TIMING)
    ended_at = TimeField("What time did it end?", [optional()])
    time_unknown_because = StringField("Because", [optional()])
    until_on = DateField("The last day", [optional()])
    minutes_spent = IntegerField("Minutes it took us altogether", [optional()])

    aimed_at_a_person = RadioField("Was it aimed at a person?", [optional()], choices=YES_NO)
    caused_fear = RadioField("Did it make somebody feel afraid, threatened or abused?", [optional()], choices=YES_NO)
    hate_element = BooleanField("It was about race, religion, disability, sexuality or gender identity")
    severity = RadioField("How serious was it?", [optional()], choices=SEVERITIES)

    who_acted = RadioField("Who did it?", [optional()], choices=clauses.WHO_ACTED, default="customer")
    identity = RadioField("How sure are you who it was?", [optional()], choices=clauses.IDENTITIES, default="certain")
    identified_by = StringField("How do you know?", [optional()])

    told_to_stop = BooleanField("I told them it was not acceptable and asked them to stop")
    told_to_stop_at = TimeField("At what time?", [optional()])
    told_to_stop_words = TextAreaField("What did you say, and what did they answer?", [optional()])
    contact_ended = BooleanField("I ended the call or the visit")
    contact_ended_at = TimeField("At what time did you end it?", [optional()])

    contact_about = StringField("What was the contact about?", [optional()])
    request = TextAreaField("Did they ask for something we should answer?", [optional()])
    request_owner = StringField("Who answers it?", [optional()])
    request_due = DateField("By when?", [optional()])
    nothing_asked = BooleanField("They asked for nothing that needs an answer")
    protected = SelectField(
        "Was any of it one of these?", [optional()], choices={"": "No, or I do not know"} | clauses.PROTECTED
    )

    own_part = RadioField("Were you part of it?", [optional()], choices=PARTS, default="")
    allegation = TextAreaField("Did they complain about a colleague? What did they say?", [optional()])

    came_before = TextAreaField(
        "What came before it?", [optional()], description="Our delays, missed visits, calls not returned"
    )
    observed = TextAreaField(
        "Did you notice anything about how they were?",
        [optional()],
        description="What you saw or were told, such as “said she had not slept”. No diagnosis.",
    )
    place = StringField("Where did it happen?", [optional()])
    witnesses = TextAreaField("Did anybody else see or hear it?", [optional()])
    evidence_held = TextAreaField("Is there a recording, message or picture? Where is it kept?", [optional()])
    late_reason = StringField("If you are writing this down late, why?", [optional()])
    police = RadioField("The police", [optional()], choices=POLICE)
    police_words = TextAreaField("Reference number, or why they were not told", [optional()])

    def opens(self, section: str) -> bool:
        """True where something in this part was answered or is at fault, so that nothing answered is folded away."""
        return any(
            self[name].errors or (self[name].data not in (None, "", [], False) and not self._usual(name))
            for name in SECTIONS[section]
        )

    def _usual(self, name: str) -> bool:
        return self[name].data == {"who_acted": "customer", "identity": "certain"}.get(name)

    @property
    def around(self) -> list[Any]:
        """What else there is to know, in its order on the page."""
        return [self[name] for name in SECTIONS["around"]]

    @property
    def counts(self) -> list[Any]:
        """The fields that count contacts, one for each way."""
        return [self[f"count_{channel}"] for channel in CHANNELS]

    @property
    def colleagues(self) -> list[tuple[Any, Any]]:
        """The rows that name colleagues: their name, and what part they had."""
        return [(self[f"colleague_{n}"], self[f"colleague_{n}_part"]) for n in COLLEAGUES]


for _heading, _words in clauses.HEADINGS.items():
    _under = {key: _with_clause(one) for key, one in clauses.BEHAVIOURS.items() if one.heading == _heading}
    setattr(Behaviours, f"behaviours_{_heading}", CheckboxesField(_words, choices=_under))
for _channel, _words in CHANNELS.items():
    setattr(IncidentForm, f"count_{_channel}", IntegerField(_words, [optional()]))
for _n in COLLEAGUES:
    setattr(IncidentForm, f"colleague_{_n}", StringField("Colleague's name", [optional()]))
    setattr(
        IncidentForm,
        f"colleague_{_n}_part",
        SelectField("What part they had", [optional()], choices=clauses.STAFF_PARTS),
    )


# --- What the answers come to ---


def answers(form: IncidentForm, owner: User) -> Entry:
    """The answers as `incidents.log` takes them; those under another way of giving the time are left out."""
    chosen = form.timing.data
    unasked = [name for way, names in TIMES.items() if chosen in TIMES and way != chosen for name in names]
    counted = [
        {"channel": field.short_name.removeprefix("count_"), "count": field.data} for field in form.counts if field.data
    ]
    known = {
        "contacts_counted": counted,
        "aimed_at_a_person": _yes(form.aimed_at_a_person.data),
        "caused_fear": _yes(form.caused_fear.data),
        "severity": int(form.severity.data) if form.severity.data in SEVERITIES else None,
        "behaviours": ticked(form),
        "request_owner": owner,
    }
    return form.typed(Entry, **known | dict.fromkeys(unasked))


def _yes(answer: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(answer or "")


def ticked(form: Behaviours) -> list[str]:
    """The behaviours ticked under all three headings."""
    return [key for heading in clauses.HEADINGS for key in form[f"behaviours_{heading}"].data or []]


def named(form: IncidentForm, actor: User, staff: Sequence[User]) -> tuple[User, list[tuple[User, str]]]:
    """Who answers the request, and which colleagues had what part; a name that is nobody's is noted on its field."""
    owner = colleague(form.request_owner, staff) or actor
    parts = [(actor, form.own_part.data)] if form.own_part.data in ("target", "witness") else []
    for name, part in form.colleagues:
        person = colleague(name, staff)
        if person is not None and person.id not in {one.id for one, _ in parts}:
            parts.append((person, part.data))
    return owner, parts


def colleague(field: Any, staff: Sequence[User]) -> User | None:
    """The one person whom a field names; None where it is empty, or where it is noted that it names nobody."""
    typed = " ".join((field.data or "").casefold().split())
    if not typed:
        return None
    matches = [one for one in staff if typed in (label(one).casefold(), one.name.casefold(), one.email)]
    if len(matches) != 1:
        field.errors = [*field.errors, NOBODY]
        return None
    return matches[0]


def label(person: User) -> str:
    """A colleague as the list of names shows them."""
    return f"{person.name}, {person.job_title}" if person.job_title else person.name
