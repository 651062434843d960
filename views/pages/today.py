"""Today: the search, and what needs this person, overdue first; narrowed down by kind where they wish."""

from collections import Counter

from flask import Blueprint, request, url_for
from werkzeug.wrappers import Response

from policy.core import clock, work_item
from policy.today import GROUPS, KINDS, by_day, needs, pressed
from views.frame import access, respond
from views.frame.sections import TODAY, section

blueprint = Blueprint("today", __name__)
section(blueprint, TODAY)

AT_MOST = 200
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


@blueprint.get("/")
def today() -> Response:
    """What needs me, and where to look somebody up."""
    now, user = clock.now(), access.actor()
    day, items = clock.today(now), needs(user, now)
    kinds, chosen = _kinds(items), request.args.get("kind", "")
    chosen = chosen if chosen in {key for key, *_ in kinds} else ""
    wanted = [one for one in items if not chosen or one.kind == chosen]
    groups = [
        (key, GROUPS[key], [(one, pressed(one, day)) for one in group]) for key, group in by_day(wanted[:AT_MOST], day)
    ]
    return respond.page(
        "pages/today.html",
        fragment="pages/_needs.html",
        groups=groups,
        said=said(wanted),
        more=len(wanted) > AT_MOST,
        kinds=kinds if len(kinds) > 1 else [],
        chosen=chosen,
        everything=len(items),
        finds=url_for("customers.search") if user.sees_files or user.logs_incidents else None,
    )


def _kinds(items: list[work_item.Item]) -> list[tuple[str, str, int]]:
    """Each kind that is among the items, in its words, with how many there are of it."""
    counted = Counter(one.kind for one in items)
    order = [*KINDS, *sorted(set(counted) - set(KINDS))]
    return [(key, KINDS.get(key, key.replace("_", " ").capitalize()), counted[key]) for key in order if counted[key]]


def said(items: list[work_item.Item]) -> str:
    """How many things there are, in words: "Seven things need you. Two of them are overdue."."""
    count, late = len(items), sum(one.overdue for one in items)
    if not count:
        return "Nothing needs you today."
    if count == 1:
        return f"One thing needs you. It is {'' if late else 'not '}overdue."
    begun = f"{in_words(count)} things need you."
    if late in (0, count):
        return f"{begun} {'All of them are' if late else 'None is'} overdue."
    return f"{begun} {in_words(late)} of them {'is' if late == 1 else 'are'} overdue."


def in_words(count: int) -> str:
    """A number as a sentence begins with it: in words up to twelve."""
    return (WORDS[count] if count < len(WORDS) else str(count)).capitalize()
