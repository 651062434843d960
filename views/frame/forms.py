"""The base of every form: what was taken out of typed text is noted, and faults are said in plain words."""

import inspect
import secrets
from collections.abc import Iterator, Mapping, Sequence
from gettext import NullTranslations
from typing import Any, TypeVar, cast

from flask import request
from flask_wtf import FlaskForm
from markupsafe import escape
from werkzeug.datastructures import MultiDict
from wtforms import DateField as WtDateField
from wtforms import Field, FormField, HiddenField, PasswordField, SelectMultipleField, StringField, widgets
from wtforms import Form as WtForm
from wtforms import IntegerField as WtIntegerField
from wtforms import TimeField as WtTimeField
from wtforms.form import FormMeta
from wtforms.validators import InputRequired, Length, Optional

from policy.core.validation import shows

LONG_TEXT = 10_000
Typed = TypeVar("Typed")
MOST_NUMBER = 2**31 - 1  # of a column of whole numbers
_SENT: Any = object()
UNSEEN = (HiddenField, PasswordField)
TAKEN = frozenset(
    [*inspect.signature(WtForm.__init__).parameters, *inspect.signature(WtForm.process).parameters, "form_errors"]
)


class _Checked(FormMeta):
    """A form's class, which refuses a field whose name means something else to every form."""

    def __init__(cls, name: str, bases: tuple[type, ...], attributes: dict[str, Any]):
        super().__init__(name, bases, attributes)
        for one in attributes:
            cls._check(one)

    def __setattr__(cls, name: str, value: Any) -> None:
        super().__setattr__(name, value)
        cls._check(name)

    def _check(cls, name: str) -> None:
        if not _is_field(cls.__dict__.get(name)):
            return
        known = [getattr(base, name) for base in cls.__bases__ if hasattr(base, name)]
        if name in TAKEN or name.startswith(("_", "filter_", "validate_")) or not all(map(_is_field, known)):
            raise TypeError(f"{cls.__name__} cannot have a field called {name}: that name is taken.")


def _is_field(value: Any) -> bool:
    return hasattr(value, "_formfield")


class Form(FlaskForm, metaclass=_Checked):
    """A form of ours. What was typed is cleaned and stripped at both ends before anything looks at it.

    A character that nobody can see is taken out and said, so that nothing is changed behind the reader's back. Files
    are no business of a form: whoever takes one asks `uploading.sent`; anywhere else a file is as nothing.
    """

    own_names: Mapping[str, str] = {}  # what a deed calls a field -> what it is called here
    _unseen: dict[str, str]

    def __init__(self, formdata: Any = _SENT, **kwargs: Any):
        super().__init__(formdata=_sent() if formdata is _SENT else formdata, **kwargs)

    class Meta(FlaskForm.Meta):
        def get_translations(self, form: Any) -> Any:
            return _OurWords()

        def wrap_formdata(self, form: Any, formdata: Any) -> Any:
            if formdata is None:
                return None
            form._unseen = formdata.unseen
            texts = [(name, value) for name, value in formdata.items(multi=True) if isinstance(value, str)]
            return MultiDict(
                (name, value if "password" in name else value.strip() if shows(value) else "") for name, value in texts
            )

    def validate(self, extra_validators: Any = None) -> bool:
        """True where every field will do and none held a character that nobody can see."""
        sound = super().validate(extra_validators)
        names = {field.name: short for short, field in self._fields.items()}
        for full, near in getattr(self, "_unseen", {}).items():
            if name := names.get(full):
                where = f"after “{near}”" if near else "at its start"
                self.blame({name: f"A character that cannot be seen was taken out {where}. Check this, then send it."})
                sound = False
        return sound

    def blame(self, errors: Mapping[str, str]) -> None:
        """Put the sentences of a deed's `typed.Invalid` beside their fields; those of no field at the top."""
        for said_of, sentence in errors.items():
            name = self.own_names.get(said_of, said_of)
            if name in self:
                self[name].errors = [*self[name].errors, sentence]
            else:
                self.form_errors.append(sentence)

    def typed(self, kind: type[Typed], **known: Any) -> Typed:
        """What was typed for a deed that takes a `kind`, a TypedDict: `known`, and of each other field what is in it.

        Raises KeyError for a field that this form does not have, so that none is left out without a word.
        """
        return cast(Typed, {name: self[name].data for name in kind.__annotations__ if name not in known} | known)

    def not_in(self, html: str) -> list[tuple[str, str]]:
        """What was typed into this form and does not stand on the page `html`: label and words."""
        texts = [
            one for one in _fields(self) if isinstance(one, StringField) and not isinstance(one, UNSEEN) and one.data
        ]
        lost = [one for one in texts if not all(str(escape(line)) in html for line in one.data.split())]
        return [(one.label.text, one.data) for one in lost]

    @property
    def faults(self) -> list[tuple[str, str]]:
        """Each fault with the id of the control it belongs to, in the order of the form."""
        beside = [(first_control(field), sentence) for field in self for sentence in _sentences(field.errors)]
        return beside + [("", sentence) for sentence in _sentences(self.form_errors)]


def _fields(form: Any) -> Iterator[Any]:
    """The fields of a form and of the forms within it."""
    for one in form:
        inner = getattr(one, "form", None) if isinstance(one, FormField) else getattr(one, "entries", None)
        yield from _fields(inner) if inner else (one,)


class _OurWords(NullTranslations):
    """What the form library says by itself, in words of ours."""

    SAID = {
        "Not a valid choice.": "Choose one from the list.",
        "'%(value)s' is not a valid choice for this field.": "Choose from the list.",
        "'%(value)s' are not valid choices for this field.": "Choose from the list.",
        "Invalid Choice: could not coerce.": "Choose one from the list.",
    }

    def gettext(self, message: str) -> str:
        return self.SAID.get(message, message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.SAID.get(msgid1 if n == 1 else msgid2, msgid1 if n == 1 else msgid2)


def _sent() -> Any:
    """The fields of this request; None where it sent none."""
    return request.form if request.method == "POST" and (request.form or request.files) else None


def _sentences(errors: Any) -> list[str]:
    if isinstance(errors, dict):
        return [sentence for part in errors.values() for sentence in _sentences(part)]
    if isinstance(errors, str):
        return [errors]
    return [sentence for part in errors for sentence in _sentences(part)]


def first_control(field: Any) -> str:
    """The id that a link to `field` leads to: of its first choice where it is a group of them."""
    grouped = isinstance(field.widget, widgets.ListWidget) or field.type in ("RadioField", "CheckboxesField")
    return f"{field.id}-0" if grouped else str(field.id)


def required(sentence: str) -> InputRequired:
    """Something must be given; `sentence` says what: "Enter the customer's name."."""
    return InputRequired(sentence)


def optional() -> Optional:
    """May be left empty."""
    return Optional()


def whole(text: str) -> int:
    """The whole number that `text` is, where a column can hold it. Raises ValueError."""
    number = int(text)
    if abs(number) > MOST_NUMBER:
        raise ValueError("A number too large for us.")
    return number


def at_most(characters: int = LONG_TEXT) -> Length:
    """No longer than `characters`."""
    return Length(max=characters, message=f"Use {characters:,} characters at most.")


class FormKey(HiddenField):
    """The key with which a form may be sent twice and does its deed once; none, or an empty one, is a fresh one."""

    data: str

    def __init__(self, **kwargs: Any):
        super().__init__(default=fresh_key, **kwargs)

    def process_formdata(self, valuelist: list[str]) -> None:
        self.data = (valuelist[0][:64] if valuelist else "") or fresh_key()


def fresh_key() -> str:
    """A key that no form has had."""
    return secrets.token_urlsafe(16)


class Once(Form):
    """A form of one button, that does its deed once."""

    form_key = FormKey()


class CheckboxesField(SelectMultipleField):
    """Several of some choices, as checkboxes."""

    widget = widgets.ListWidget(prefix_label=False)
    option_widget = widgets.CheckboxInput()

    def __init__(self, *args: Any, coerce: Any = str, **kwargs: Any):
        super().__init__(*args, coerce=whole if coerce is int else coerce, **kwargs)


class _Plainly(Field):
    """A field that says in plain words that it cannot read what was typed."""

    unread: str
    data: Any

    def process_formdata(self, valuelist: list[str]) -> None:
        if valuelist and not any(valuelist):
            self.data = None
            return
        try:
            super().process_formdata(valuelist)
        except ValueError:
            raise ValueError(self.unread) from None


class DateField(_Plainly, WtDateField):
    """A day; typed or picked. A fault keeps what was typed."""

    unread = "Enter a day that exists, such as 3/11/2026."

    def __init__(self, label: str | None = None, validators: Sequence[Any] | None = None, **kwargs: Any):
        super().__init__(label, validators, format=["%Y-%m-%d", "%d/%m/%Y", "%d %B %Y"], **kwargs)

    def _value(self) -> str:
        return " ".join(self.raw_data) if self.raw_data else (self.data.isoformat() if self.data else "")


class TimeField(_Plainly, WtTimeField):
    """A time of day on London's clock."""

    unread = "Enter a time of day, such as 14:30."

    def __init__(self, label: str | None = None, validators: Sequence[Any] | None = None, **kwargs: Any):
        super().__init__(label, validators, format=["%H:%M", "%H:%M:%S", "%H.%M", "%I.%M %p"], **kwargs)

    def _value(self) -> str:
        return " ".join(self.raw_data) if self.raw_data else (self.data.strftime("%H:%M") if self.data else "")


class IntegerField(_Plainly, WtIntegerField):
    """A whole number."""

    unread = "Enter a whole number, such as 6."
    data: int | None

    def process_formdata(self, valuelist: list[str]) -> None:
        super().process_formdata(valuelist)
        if self.data is not None and abs(self.data) > 1_000_000_000:
            self.data = None
            raise ValueError("Enter a smaller number.")


class Mark(HiddenField):
    """The mark of what the page showed, by which a deed knows that it has changed since.

    A form that comes back as not as typed keeps the mark it was sent with: its reader has not seen what is newer.
    """

    held = False

    def __setattr__(self, name: str, value: Any) -> None:
        if name != "data" or not self.held:
            super().__setattr__(name, value)
