"""What counts as something typed."""

import pytest

from policy.core.validation import Check, Invalid, clean, is_email, is_telephone

NOTHING = ["", " \t\n", "\u200b", "\u2060 \ufeff", "\u3164\u3164", "\u2800", "\u00ad", "\ufe0f\u200d", "\u0301"]
SOMETHING = ["-", "é", "e\u0301", "ነ", "🏴\U000e0067\U000e0062\U000e007f", "می\u200cخواهم"]


@pytest.mark.parametrize("text", NOTHING, ids=ascii)
def test_what_shows_nothing_is_not_filled_in(text):
    check = Check({"reason": text})
    check.text("reason", "Why", required=True)
    with pytest.raises(Invalid, match="reason"):
        check.or_refuse()


@pytest.mark.parametrize("text", SOMETHING, ids=ascii)
def test_every_script_is_kept_as_it_is(text):
    assert clean(f" {text}\r\n") == text


@pytest.mark.parametrize(
    ("words", "rings"), [("0191 496 0123 ext 4", True), ("101", True), ("abc", False), ("12", False)]
)
def test_a_telephone_number_can_be_rung(words, rings):
    assert is_telephone(words) is rings


@pytest.mark.parametrize(
    ("words", "fits"), [("a.b@c.example", True), ("abc", False), ("a b@c.d", False), ("@c.d", False)]
)
def test_an_e_mail_address_has_its_shape(words, fits):
    assert is_email(words) is fits
