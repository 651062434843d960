"""Every page, and every form that was refused: axe-core finds nothing, nothing sticks out, nothing is asked elsewhere.

Each page is loaded once and looked at on a wide screen and a telephone, in light and in dark, with every part unfolded;
and as narrow as 320 px, which is a wide screen at 400 %.
"""

from dataclasses import dataclass, field

import pytest
from flask import url_for

from tests.accessible import NARROW, WIDE, faults, overflow, part_faults
from tests.house.addresses import ADDRESSES, Address, get
from tests.house.scene import things

pytestmark = pytest.mark.browser

FEWEST_RIGHTS_LAST = (
    "manager", "officer", "senior_officer", "colleague", "data_protection_officer", "safety_lead", "administrator",
)  # fmt: skip
UNFOLD = """() => {
    for (const part of document.querySelectorAll("main details")) part.open = true;
    for (const box of document.querySelectorAll(".choice:has(+ .reveal) input")) box.checked = true;
}"""
ON_PAPER = (  # files, not pages
    "letters.pdf", "letterhead.picture", "enclosures.pdf", "scans.save", "letters.copy", "post.pdf",
    "translations.send_all", "translations.send", "letter_formats.plain_text", "letter_formats.read_aloud",
    "letter_formats.in_braille", "letter_formats.large_print", "letter_formats.easy_read",
)  # fmt: skip
SMALLEST = {"width": 320, "height": 600}
MANAGER, OFFICER, COLLEAGUE = (frozenset({role}) for role in ("manager", "officer", "colleague"))
MORE = (
    get("today.today", OFFICER),
    get("today.today", COLLEAGUE),
    get("today.today", frozenset({"administrator"})),
    get("customers.show", COLLEAGUE, customer_id="customer"),
    get("customers.show", frozenset({"data_protection_officer"}), customer_id="customer"),
    get("incidents.show", COLLEAGUE, incident_id="own_incident"),
    get("warnings.show", MANAGER, warning_id="draft_warning"),
    get("warnings.show", frozenset({"senior_officer"}), warning_id="draft_warning"),
    get("restrictions.show", OFFICER, restriction_id="proposed_restriction"),
    get("restrictions.authorising", OFFICER, restriction_id="proposed_restriction"),
)
MEASURES = ("telephone_times", "named_officer", "significant_only", "access")


@pytest.fixture(scope="module")
def numbers(demonstration):
    """What the variable parts of the addresses stand for in the demonstration."""
    found = things()
    return found | {f"measure {kind}": kind for kind in MEASURES}


def rows():
    """Each page as the person with the most rights it opens to, and some as others see them."""
    shown = [row for row in ADDRESSES if row.method == "GET" and row.endpoint not in ON_PAPER]
    others = [
        get("measures.edit", OFFICER, restriction_id="proposed_restriction", kind=f"measure {one}") for one in MEASURES
    ]
    return [(_reader(row), row) for row in (*shown, *MORE, *others)]


def _reader(row):
    return next(role for role in FEWEST_RIGHTS_LAST if role in row.opens_to)


def _name(value):
    return value if isinstance(value, str) else " ".join((value.endpoint, *value.parts.values()))


def address_of(demonstration, row: Address, numbers) -> str:
    with demonstration.app.test_request_context():
        parts = {part: numbers[name] for part, name in row.parts.items()}
        return demonstration.url + url_for(row.endpoint, **parts)


@pytest.mark.parametrize(("role", "row"), rows(), ids=_name)
def test_a_page_is_sound(demonstration, windows, numbers, role, row):
    page = windows(role)
    page.heard.clear()
    page.goto(address_of(demonstration, row, numbers))
    look_everywhere(page)


def test_the_sign_in_page_is_sound(demonstration, windows):
    page = windows("")
    page.goto(f"{demonstration.url}/sign-in")
    look_everywhere(page)


@pytest.mark.parametrize(("path", "status"), [("/settings", 403), ("/not-there", 404)])
def test_a_page_that_is_not_open_is_sound(demonstration, windows, path, status):
    page = windows("colleague")
    assert page.goto(demonstration.url + path).status == status
    look_everywhere(page, heard=False)


def look_everywhere(page, heard=True):
    """Fail with everything that is wrong with the page as it is loaded now, on every screen in every scheme.

    `heard`: also with what the browser noted; it notes every answer of 400 and more.
    """
    found = [] if page.locator("h1").count() == 1 else [f"{page.locator('h1').count()} h1"]
    page.evaluate(UNFOLD)
    for size in (WIDE, NARROW):
        page.set_viewport_size(size)
        shown = f"{size['width']} px"
        found += [f"{shown}: {fault}" for fault in part_faults(page, shown)]
        found += [f"{shown}: sticks out: {part}" for part in overflow(page)]
    found += [f"{shown}: {fault}" for fault in faults(page, parts=False)]
    page.emulate_media(color_scheme="dark")
    found += [f"{shown}, dark: {fault}" for fault in part_faults(page, f"{shown}, dark")]
    page.emulate_media(color_scheme="light")
    page.set_viewport_size(SMALLEST)
    found += [f"320 px: sticks out: {part}" for part in overflow(page)]
    found += page.heard if heard else []
    assert found == [], "\n".join(found)


# --- Forms that were refused ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Refused:
    """A form sent as it must not be: where it is, its button, and what to fill in first."""

    row: Address
    button: str
    typed: dict[str, str] = field(default_factory=dict)
    within: str = "main"
    asks: str = "[data-summary]"

    def __str__(self):
        return f"{self.row.endpoint} {self.within}"


REFUSED = (
    Refused(get("account.show", OFFICER), "Change"),
    Refused(get("settings.new_person", frozenset({"administrator"})), "Add"),
    Refused(get("settings.number", frozenset({"administrator"}), key="number"), "Change", {"value": "999"}),
    Refused(get("customers.new", OFFICER), "Add this customer", {"name": "Robin"}),
    Refused(get("customers.edit", OFFICER, customer_id="customer"), "Save the details", {"name": ""}),
    Refused(get("customers.show", OFFICER, customer_id="customer"), "Save this incident", within="#log"),
    Refused(get("incidents.new", OFFICER, customer_id="customer"), "Save this incident", {"minutes_spent": "many"}),
    Refused(get("incidents.show", OFFICER, incident_id="incident"), "Add this", within="#notes"),
    Refused(get("considerations.new", MANAGER, customer_id="customer", purpose="purpose"), "Record what you"),
    Refused(get("warnings.new", OFFICER, customer_id="customer"), "Begin the draft"),
    Refused(get("warnings.show", OFFICER, warning_id="draft_warning"), "Save the draft", {"sanction_months": "99"}),
    Refused(get("warnings.withdrawing", MANAGER, warning_id="warning"), "Withdraw this warning"),
    Refused(
        get("restrictions.show", OFFICER, restriction_id="proposed_restriction"),
        "Save the proposal",
        {"ends_on": "2020-01-01"},
        within="#proposal",
    ),
    Refused(get("restrictions.declining", MANAGER, restriction_id="proposed_restriction"), "Decline this proposal"),
    Refused(get("restrictions.lifting", MANAGER, restriction_id="restriction"), "Lift this restriction"),
    Refused(
        get("measures.edit", OFFICER, restriction_id="proposed_restriction", kind="measure access"), "Save this measure"
    ),
    Refused(
        get("measures.edit", OFFICER, restriction_id="proposed_restriction", kind="measure telephone_times"),
        "Save this measure",
    ),
    Refused(get("letters.show", OFFICER, letter_id="letter"), "Record this", {"on": "2020-01-01"}, within="#letter"),
)


def _answers_the_form(answer):
    """The answer to the form itself, not to the look at a letter that typing asks for beside it."""
    return answer.request.method == "POST" and not answer.url.endswith(("/preview", "/check"))


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_a_refused_form_is_sound(demonstration, windows, numbers, case):
    page = windows(_reader(case.row))
    page.goto(address_of(demonstration, case.row, numbers))
    page.evaluate(UNFOLD)
    for name, words in case.typed.items():
        page.locator(f"{case.within} [name='{name}']").first.fill(words)
    with page.expect_response(_answers_the_form) as sent:
        page.locator(case.within).get_by_role("button", name=case.button, exact=False).first.click()
    assert sent.value.status == 422
    page.wait_for_selector(f"{case.asks}:focus")
    look_everywhere(page, heard=False)
    page.evaluate("sessionStorage.clear()")
