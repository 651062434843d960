"""A real case the whole way in a real browser, with JavaScript and without: from the first call to the second letter.

Nobody is signed in behind the browser's back and nothing is written behind the pages; only the clock is moved.
"""

import datetime as dt
import io
import re

import pypdf
import pytest
import time_machine

from tests.browser.desk import Desk
from tests.make import MONDAY

pytestmark = pytest.mark.browser

NAME = "Robin Sampleton"
FOLLOWED = "Our colleague had to stop taking calls for the rest of that day."
WARNING_WORDS = {
    "Why this matters": FOLLOWED,
    "What we could have done better": "We did not ring back on the day we had promised. We are sorry for that.",
    "What we are doing about the matter behind this": "A plumber is booked, and we will write to you with the day.",
    "What we ask of you from now on": "Please tell us what is wrong without insults, so that we can put it right.",
}
RESTRICTION_WORDS = {
    "Why we have decided this": "The calls went on after our warning, and a word in person did not help.",
    "What we have done to make this fair": "You would rather write. We answer every letter and e-mail.",
    "What would end this sooner": "If you write to us without insults until the review, we will look at ending this.",
}
WEIGHED = {
    "What do we know of": "We know of no illness or disability. We asked on the telephone and in writing.",
    "Could this decision put them at a disadvantage": "No: they write well and have said that they would rather write.",
    "What have we offered or changed": "We offered a call at a set time and a second adviser.",
    "Has their complaint or request been dealt with": "The leak was looked at and is to be mended.",
    "Have we told them clearly": "Yes, in two letters with dates.",
    "Are any repairs, complaints or contacts": "The leak only, and it has a day.",
    "Have they given us anything new": "Nothing that was not known.",
    "What do they say happened": "They say they had rung many times and nobody rang back.",
    "Why is this step in proportion": "A word on the telephone was tried twice.",
}
ORDER = [
    "The customer was added.",
    "Incident on 2 March 2026 at 9.05 am, in person at an office.",
    "Incident on 2 March 2026 at 9.30 am, by telephone",
    "Incident on 26 February 2026 at 2.15 pm, by e-mail",
    "Warning W-00001 was drafted.",
    "A second person read warning W-00001.",
    "weighed before a written warning.",
    "Warning W-00001 was issued.",
    "Letter L-00001 was handed over on 2 March 2026.",
    "Restriction R-00001 was proposed.",
    "Incident on 11 March 2026 at 9.50 am, by telephone",
    "weighed before a restriction.",
    "Restriction R-00001 was authorised",
    "The letter of restriction R-00001 was issued; it is in force from 16 March 2026",
]


@pytest.fixture(params=[True, False], ids=["scripts", "no scripts"])
def desk(request, browser, live, cast):
    context = browser.new_context(java_script_enabled=request.param, locale="en-GB", timezone_id="Europe/London")
    yield Desk(context.new_page(), live.url, scripts=request.param)
    context.close()


def test_a_case_goes_the_whole_way(desk, cast):
    with time_machine.travel(MONDAY, tick=True) as clock:
        add_the_customer_and_log_a_call(desk, cast)
        log_an_email_in_the_long_form(desk, cast)
        draft_the_warning(desk, cast)
        read_it_as_the_second_person(desk, cast)
        issue_the_warning(desk, cast)
        hand_it_over(desk, cast)
        propose_too_early(desk, cast)
        clock.move_to(MONDAY + dt.timedelta(days=9))
        log_a_later_call(desk, cast)
        propose_the_restriction(desk, cast)
        ask_for_it_as_an_officer(desk, cast)
        authorise_the_restriction(desk, cast)
        issue_its_letter(desk, cast)
        clock.move_to(MONDAY + dt.timedelta(days=14))
        read_the_file(desk, cast)
        print_both_letters(desk)


def add_the_customer_and_log_a_call(desk, cast):
    desk.sign_in(cast.carla)
    desk.page.goto(f"{desk.url}/customers")
    desk.fill(**{"Find a customer": NAME})
    if not desk.scripts:
        desk.press("Find")
    desk.sees("Nobody was found")
    desk.follow("Add a customer")
    desk.fill(Name=NAME, Reference="OT00417", Address="14 Sample Street\nWallsend", Postcode="NE28 6AA")
    desk.press("Add this customer")
    desk.sees("The customer is added.")
    desk.fill("#log", What_happened="They came to the office about a leak and were loud, not abusive.")
    desk.choose("Office", within="#log")
    desk.fill("#log", What_time="09:05")
    desk.press("Save this incident")
    desk.sees("Logged as I-00001")
    desk.sees("Incident on 2 March 2026 at 9.05 am, in person at an office.", within="#timeline")
    log_abuse_on_the_telephone(desk, "They rang about a leak, shouted, and called me a useless idiot.", "09:30")
    assert "Logged as I-00002" in desk.words()


def log_abuse_on_the_telephone(desk, told, at):
    """In the short form first, which then brings the other questions with what was typed."""
    desk.fill("#log", What_happened=told)
    desk.choose("Telephone", within="#log")
    desk.fill("#log", What_time=at)
    desk.press("More questions first")
    desk.unfold("What kind of behaviour")
    assert desk.page.get_by_label("What happened").input_value() == told
    desk.page.locator('[name="aimed_at_a_person"][value="yes"]').check()
    desk.page.locator('[name="behaviours_abuse"][value="verbal_abuse"]').check()
    desk.press("Save this incident")
    desk.sees("It stays as it was told")


def log_an_email_in_the_long_form(desk, cast):
    desk.sign_in(cast.omar)
    desk.find(NAME)
    desk.page.goto(f"{desk.page.url.partition('#')[0]}/incidents/new")
    assert desk.heading() == "Log an incident"
    desk.fill(What_happened="An e-mail about the leak insulted the plumber and the adviser.")
    desk.fill(The_exact_words="You are all useless parasites")
    desk.choose("E-mail")
    desk.fill(On_which_day="2026-02-26")
    desk.choose("I know when it started")
    desk.fill(What_time_did_it_start="14:15")
    desk.unfold("What kind of behaviour")
    desk.page.locator('[name="aimed_at_a_person"][value="yes"]').check()
    desk.page.locator('[name="behaviours_abuse"][value="verbal_abuse"]').check()
    desk.unfold("Who did it")
    desk.fill(How_do_you_know="It came from the address on the file")
    desk.press("Save this incident")
    desk.sees("Logged as I-00003.")
    assert "You are all useless parasites" in desk.words()


def draft_the_warning(desk, cast):
    desk.find(NAME)
    desk.follow("Draft a warning")
    desk.choose("2 March 2026, 9.30 am", "26 February 2026, 2.15 pm")
    desk.press("Begin the draft")
    assert desk.heading() == "Draft of a warning"
    desk.page.locator('[name="sanctions"][value="channels"]').check()
    desk.choose("letters", "e-mails")
    desk.fill(For_how_many_months="6")
    desk.fill(**WARNING_WORDS)
    if desk.scripts:
        assert not desk.page.get_by_role("button", name="Show the letter").count()
    else:
        desk.press("Show the letter")
    desk.sees(FOLLOWED, within="#preview")
    letter = desk.words("#preview")
    assert "It is not saved yet" in letter
    assert "ask you to contact us only by letters and e-mails" in letter
    assert "2 March 2026" in letter
    assert "You are all useless parasites" in letter
    desk.press("Save the draft")
    desk.sees("The draft is saved.")
    assert FOLLOWED in desk.words("#preview")
    assert "As it is saved." in desk.words("#preview")


def read_it_as_the_second_person(desk, cast):
    assert "You drafted this warning yourself" in desk.page.locator("main").text_content()
    desk.sign_in(cast.olive)
    desk.find(NAME)
    desk.follow("W-00001")
    desk.follow("Read it as the second reader")
    assert FOLLOWED in desk.words()
    desk.fill(What_you_noticed="Clear and fair.")
    desk.press("I have read this version")
    desk.sees("It is recorded that you have read this version.")


def issue_the_warning(desk, cast):
    desk.sign_in(cast.mina)
    desk.find(NAME)
    desk.follow("W-00001")
    desk.follow("Check before you issue")
    assert not desk.offers("Issue this warning")
    refused = desk.words("#way")
    assert "You have not yet recorded today what you considered" in refused
    assert "What would clear them: Record the considerations for this decision now." in refused
    assert "Rule G7" in refused
    assert "Policy 4.9" in refused
    desk.follow("Record what you considered", within="#way")
    weigh(desk, " That is how it stands before a warning.")
    desk.follow("Check before you issue")
    desk.press("Issue this warning")
    desk.sees("The warning is issued.")


def weigh(desk, more):
    desk.fill(**{question: answer + more for question, answer in WEIGHED.items()})
    desk.page.locator('[name="linked_to_disability"][value="no"]').check()
    desk.press("Record what you considered")
    desk.sees("What you considered is recorded.")


def hand_it_over(desk, cast):
    desk.choose("Handed over", within="#letter")
    desk.fill("#letter", How_you_know="Omar gave it to them at the door.")
    desk.press("Record this")
    desk.sees("It is recorded.")
    assert "Handed over on 2 March 2026" in desk.words("#letter")
    desk.follow("The letter as it was sent")
    assert FOLLOWED in desk.words(".sheet")
    assert "have not changed since the letter was issued" in desk.words()


def propose_too_early(desk, cast):
    """The proposal can be begun, but it rests on nothing yet: what the manager would read says so."""
    desk.sign_in(cast.omar)
    desk.find(NAME)
    desk.follow("Propose a restriction")
    desk.sees("No incident that counts has been logged since the warning was received.")
    desk.press("Begin the proposal")
    assert desk.heading() == "Proposal of a restriction"
    refused = desk.words("#way")
    assert "No incident comes after 2 March 2026, when the warning was received" in refused
    assert "Log what has happened since. If nothing has, no restriction is needed." in refused
    assert "Policy on what comes first · Rule G5" in refused
    desk.sign_in(cast.mina)
    desk.find(NAME)
    desk.follow("R-00001")
    desk.follow("Check before you authorise")
    assert "No incident comes after 2 March 2026" in desk.words("#way")
    assert not desk.offers("Authorise this restriction")


def log_a_later_call(desk, cast):
    desk.sign_in(cast.carla)
    desk.find(NAME)
    log_abuse_on_the_telephone(desk, "They rang again about the leak and called me a parasite.", "09:50")
    assert "Logged as I-00004" in desk.words()


def propose_the_restriction(desk, cast):
    desk.sign_in(cast.omar)
    desk.find(NAME)
    desk.follow("R-00001")
    desk.fill(**{"What would end this sooner": RESTRICTION_WORDS["What would end this sooner"]})
    edit_the_measure(desk)
    typed = desk.page.get_by_label("What would end this sooner").input_value()
    assert typed == RESTRICTION_WORDS["What would end this sooner"], "What was typed beside a measure is lost"
    desk.choose("11 March 2026")
    desk.fill(Start="2026-03-16", End="2026-08-31", First_review="2026-05-29")
    desk.fill(Who_is_told="the customer contact team")
    for reason in desk.page.locator("#ladder textarea").all():
        reason.fill("The insults came at every hour of the day, and each colleague in turn was insulted.")
    desk.fill(**RESTRICTION_WORDS)
    if not desk.scripts:
        desk.press("Show the letter")
    desk.sees("If you write to us without insults until the review", within="#preview")
    desk.press("Save the proposal")
    desk.sees("saved")
    letter = desk.words("#preview")
    assert "14 Sample Street Wallsend NE28 6AA" in letter
    assert "Please contact us in one of these ways: Letters:" in letter
    assert "E-mails: customers@" in letter
    assert "For the manager who decides" in desk.words("#way")
    assert "Nothing in the draft itself stands in the way." in desk.words("#way")


def edit_the_measure(desk):
    card = "#term-channels"
    desk.press("Add", within=card)
    desk.choose("letters", within=card)
    desk.press("Save this measure", within=card)
    desk.sees("letters", within=f"{card} strong")
    desk.sees("Fewer ways of contact are left than the warning said.", within="#way")
    desk.press("Change", within=card)
    desk.choose("e-mails", within=card)
    desk.press("Save this measure", within=card)
    desk.sees("e-mails", within=f"{card} strong")
    desk.page.locator("#way", has_text="Fewer ways of contact").wait_for(state="detached")


def ask_for_it_as_an_officer(desk, cast):
    desk.follow("Check before you authorise")
    assert not desk.offers("Authorise this restriction")
    refused = desk.words("#way")
    assert "Only a manager can authorise a restriction." in refused
    assert "Ask a manager to decide." in refused
    assert "Policy 4.3 · Rule G15" in refused
    address = desk.page.url
    desk.sign_in(cast.carla)
    desk.page.goto(address)
    assert NAME not in desk.words("body")


def authorise_the_restriction(desk, cast):
    desk.sign_in(cast.mina)
    desk.find(NAME)
    desk.follow("R-00001")
    desk.follow("Check before you authorise")
    assert not desk.offers("Authorise this restriction")
    desk.follow("Record what you considered")
    weigh(desk, " We looked again on 11 March, before a restriction.")
    desk.follow("Check before you authorise")
    desk.press("Authorise this restriction")
    desk.sees("It is authorised. It is not in force until its letter is issued.")
    assert "but not in force until its letter is issued" in desk.words(".standing")
    desk.find(NAME)
    assert "In force" not in desk.words(".standing")
    assert "only by letters" not in desk.words(".standing")


def issue_its_letter(desk, cast):
    desk.follow("R-00001")
    desk.follow("Check its letter before you issue it")
    desk.press("Issue this letter")
    desk.sees("The letter is issued.")
    assert "in force from 16 March 2026 until 31 August 2026" in desk.words(".standing")


def read_the_file(desk, cast):
    desk.sign_in(cast.omar)
    desk.find(NAME)
    standing = desk.words(".standing")
    assert "In force since 16 March 2026, until 31 August 2026." in standing
    assert "letters and e-mails" in standing
    lines = desk.page.locator("#timeline .timeline__item > p:first-child").all_inner_texts()
    told = [" ".join(line.split()) for line in reversed(lines)]
    places = [next((at for at, line in enumerate(told) if words in line), words) for words in ORDER]
    assert all(isinstance(place, int) for place in places), places
    assert places == sorted(places)
    assert all(line.endswith(".") and not re.search(r"[_{}]|None", line) for line in told), told


def print_both_letters(desk):
    desk.page.goto(f"{desk.url}/letters/1")
    for number, expected in ((1, "A written warning"), (2, "Our decision to limit how you contact us")):
        answer = desk.fetch(f"/letters/{number}.pdf")
        assert answer.status == 200
        assert answer.headers["content-type"] == "application/pdf"
        pages = _pages(answer.body())
        assert 1 <= len(pages) <= 4
        assert expected in " ".join(pages)
        assert "Sampleton" in pages[0]
        assert f"of {len(pages)}" in pages[-1]
        desk.page.goto(f"{desk.url}/letters/{number}/print")
        printed = _pages(desk.page.pdf(prefer_css_page_size=True))
        assert expected in " ".join(printed)
        assert abs(len(printed) - len(pages)) <= 1


def _pages(made):
    return [" ".join(page.extract_text().split()) for page in pypdf.PdfReader(io.BytesIO(made)).pages]
