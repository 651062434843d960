"""A letter with invented people, to see the landlord's paper on."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from letterpress.make import render
from letterpress.samples.samples import sample
from models import Signature, User
from policy.core import numbers
from policy.correspondence import facts as letter_facts
from policy.correspondence import letterhead

LETTER = "warnings/issued"


def made(paper: Mapping[str, str], now: dt.datetime) -> render.Rendered:
    """The sample letter on this paper (the keys of letterhead.values and DETAILS), with the newest signature."""
    facts, passages = sample(LETTER)
    details = numbers.organisation(now)
    lines = [line.strip() for line in paper["address"].splitlines() if line.strip()]
    typed = {key: paper[key] or details[key] for key in letterhead.DETAILS if key != "address"}
    shown = {key: value for key, value in typed.items() if value}
    facts["organisation"] |= shown | ({"address_lines": lines} if lines else {})
    facts["letterhead"] = letterhead.on_paper(paper) | _signed(facts, details)
    return render.render(LETTER, facts, passages)


def _signed(facts: dict[str, Any], details: Mapping[str, str]) -> dict[str, str | None]:
    """Whoever last put a signature in is the sender of the sample."""
    newest = Signature.select(Signature, User).join(User, on=Signature.user).order_by(Signature.id.desc()).first()
    digest = letterhead.signature_of(newest.user) if newest else None
    if newest and digest:
        facts["sender"] = letter_facts.person(newest.user, details)
    return {"signature": digest}
