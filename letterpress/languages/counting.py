"""How a letter in another language says dates, times, lists and counts: by Babel, and by its own language.toml.

Babel is loaded only when such a letter is made. The filters have the names and habits of make/words.py: a Gap
passes through, and the spaces inside a date, a time or a count do not break.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from letterpress.make.escape import Gap
from letterpress.make.words import SPACE, inside, opening

if TYPE_CHECKING:
    from babel import Locale

FIGURE = "{count}"


def filters(code: str, read: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """The filters of a language: `read` is its language.toml."""
    from babel import Locale, dates

    locale = Locale.parse(code)
    counted = read["counted"]

    def whole(words: str) -> str:
        return words.replace(" ", SPACE)

    found: dict[str, Callable[[Any], str]] = {
        "date": lambda day: whole(dates.format_date(day, "long", locale)),
        "weekday_date": lambda day: _weekday_date(dates.format_date(day, read.get("weekday_date", "full"), locale)),
        "time": lambda moment: whole(dates.format_time(moment, "short", locale=locale)),
        "number": str,
        **{key: partial(_counted, locale, forms) for key, forms in counted.items()},
    }
    return {key: _passing_gaps(say) for key, say in found.items()} | {
        "inside": inside,
        "opening": opening,
        "and_list": partial(_list, locale, read),
        "plural": partial(_plural, locale),
    }


def _passing_gaps(say: Callable[[Any], str]) -> Callable[[Any], str]:
    return lambda value: value if isinstance(value, Gap) else say(value)


def weekdays(code: str) -> dict[str, str]:
    """The English names of the days and those of this language: {"Monday": "poniedziałek"}."""
    from babel import Locale

    english, other = Locale.parse("en").days, Locale.parse(code).days
    wide = ("stand-alone", "wide")
    return {english[wide[0]][wide[1]][n]: other[wide[0]][wide[1]][n] for n in range(7)}


def _weekday_date(words: str) -> str:
    """Only the space beside the weekday, which stands first or in brackets at the end, may be where a line turns."""
    if words.endswith(")"):
        day, _, weekday = words.rpartition(" ")
        return f"{day.replace(' ', SPACE)} {weekday}"
    weekday, _, day = words.partition(" ")
    return f"{weekday} {day.replace(' ', SPACE)}"


def _counted(locale: "Locale", forms: Mapping[str, str], count: int) -> str:
    """6 miesięcy, 2 miesiące: the count in the form that its plural category asks for."""
    return _plural(locale, count, **forms).replace(FIGURE, str(count)).replace(" ", SPACE)


def _plural(locale: "Locale", count: int, **forms: str) -> str:
    """The form of a word for this count, by CLDR category: {{ n|plural(one="dzień", few="dni", other="dni") }}."""
    return forms.get(locale.plural_form(count)) or forms.get("many") or forms["other"]


def _list(locale: "Locale", read: Mapping[str, Any], items: Sequence[str], word: str = "and") -> str:
    """a, b i c; with "or", or this language's word for it, a, b lub c."""
    from babel import lists

    said = [str(item) for item in items]
    return lists.format_list(said, "or" if word in ("or", read["or"]) else "standard", locale) if said else ""
