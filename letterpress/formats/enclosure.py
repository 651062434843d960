"""What can be printed and put beside a letter. It is no letter: nobody's name is in it, and it is not kept."""

from collections.abc import Mapping

from markupsafe import Markup

from letterpress.make.making import to_html
from letterpress.make.templates import markdown_words

APPEAL_FORM = "enclosures/appeal_form.md"


def appeal_form(organisation: Mapping[str, str], reference: str = "") -> str:
    """The appeal form as HTML of the allowed tags, with lines to write on; blank without a reference."""
    address = ", ".join(line.strip() for line in organisation["address"].splitlines() if line.strip())
    words = markdown_words().get_template(APPEAL_FORM)
    return to_html(
        words.render(
            reference=reference,
            telephone=organisation["telephone"] or "our office",
            complaints_email=organisation["complaints_email"] or organisation["email"] or "our office",
            address=address or "our office",
            lines=_lines,
        )
    )


def _lines(count: int) -> Markup:
    return Markup("\n\n").join([Markup("&nbsp;")] * count)
