"""The landlord's paper: logo, colour, footer, and the signatures of those who sign."""

import datetime as dt
from typing import Any

from models import User


def of(sender: User, now: dt.datetime) -> dict[str, Any]:
    """The letterhead as a letter signed by `sender` prints it at `now`."""
    return {
        "logo": None, "logo_words": None, "logo_place": None, "colour": None, "footer": [], "signature": None,
    }  # fmt: skip
