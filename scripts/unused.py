"""Names that nothing uses, as vulture finds them: `python scripts/unused.py`.

A word in a template or a letter is a use. So is a column of a table, kept for the record though nobody reads it.
What else is let pass stands in pyproject.toml with its reason.
"""

import re
import sys
from pathlib import Path

from vulture import Vulture
from vulture.config import make_config

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

import models  # noqa: E402

WORD = re.compile(r"[A-Za-z_]\w*")
IN_JINJA = re.compile(r"\{[{%](.*?)[%}]\}", re.DOTALL)


def main() -> int:
    """Print what is unused, and answer how much that is."""
    settings = make_config([])
    finder = Vulture(ignore_names=settings["ignore_names"], ignore_decorators=settings["ignore_decorators"])
    finder.scavenge(settings["paths"], settings["exclude"])
    for path in [*ROOT.glob("templates/**/*.html"), *ROOT.glob("letters/**/*.html"), *ROOT.glob("letters/**/*.md")]:
        finder.used_names.update(word for part in IN_JINJA.findall(path.read_text()) for word in WORD.findall(part))
    for table in models.TABLES:
        finder.used_names.update(table._meta.combined)
    unused = finder.get_unused_code(min_confidence=settings["min_confidence"])
    for item in unused:
        print(item.get_report())
    return len(unused)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
