"""The reader of pages finds each fault that it promises to find, and none in a sound page."""

import pytest

from tests.browse import faults, words

SOUND = """<!doctype html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Find a customer – Evenhand</title>
<link rel="stylesheet" href="/static/app-0123456789.css"><script src="/static/app.js" defer></script></head>
<body><a href="#main">Skip to the page</a><main id="main"><h1>Find a customer</h1>
<form method="get" action="/customers"><label for="q">Name</label><input id="q" name="q"><button>Find</button></form>
<form method="post" action="/sign-out"><input type="hidden" name="csrf_token" value="x"><button>Sign out</button></form>
<h2>Found</h2><table><caption>Customers</caption><tr><th scope="col">Name</th></tr><tr><td>Ada</td></tr></table>
<p>A &amp; B<br>and an <img src="/static/mark.svg" alt=""></p></main></body></html>"""

PLANTED = {
    "no lang": ('<html lang="en-GB">', "<html>"),
    "h1 instead": ("<h1>Find a customer</h1>", "<h1>Find a customer</h1><h1>Again</h1>"),
    "does not begin with": ("<title>Find", "<title>Evenhand: find"),
    "not unique": ("<h2>Found", '<h2 id="q">Found'),
    "has no label": ('<label for="q">Name</label>', "Name"),
    "without method and action": ('method="get" action="/customers"', 'action="/customers"'),
    "has no token": ('<input type="hidden" name="csrf_token" value="x">', ""),
    "inline style": ("<h2>", '<h2 style="color:red">'),
    "inline script": ("<h2>", "<script>1</script><h2>"),
    "onclick": ("<button>Find", '<button onclick="x()">Find'),
    "skips a level": ("<h2>Found</h2>", "<h4>Found</h4>"),
    "from elsewhere": ('src="/static/app.js"', 'src="//elsewhere.example/app.js"'),
    "without alt": (' alt=""', ""),
    "leads nowhere": ('href="#main"', 'href="#nothing"'),
    "points at nothing": ('name="q"', 'name="q" aria-describedby="q-hint"'),
    "without words": ("<button>Find</button>", "<button></button>"),
    "no scope": (' scope="col"', ""),
    "without a caption": ("<caption>Customers</caption>", ""),
    "mark-up": ("<h2>Found</h2>", "<h2>Found</h3>"),
    "no <!doctype": ("<!doctype html>", ""),
    "one <main>": ('<main id="main">', '<main></main><main id="main">'),
    "more than one autofocus": ('name="q"', 'name="q" autofocus><input aria-label="b" autofocus'),
}


def test_a_sound_page_has_no_faults():
    assert faults(SOUND) == []


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault):
    page = SOUND.replace(*PLANTED[fault], 1)
    assert page != SOUND
    assert any(fault in said for said in faults(page)), faults(page)


def test_an_error_page_may_say_so_first():
    assert faults(SOUND.replace("<title>", "<title>Error: ")) == []


def test_a_fragment_need_not_be_a_page():
    assert faults('<ul id="results"><li>Ada</li></ul>', fragment=True) == []


def test_words_are_those_of_the_main_part():
    assert words(SOUND).startswith("Find a customer Name Find")
