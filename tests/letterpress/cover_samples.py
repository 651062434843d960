"""What the checklists about who deals with customers are tried with: clause, words taken out, the line that notices."""

from letterpress.samples.facts.absences import LETTERS as LETTERS

_BOTH = [
    ("G28", "0191 496 0120", "how to reach them"),
    ("G28", "Priya Nair", "how to reach them"),
    ("G28", "tom.sadler@karbon.example", "away"),
    ("G28", "Monday 7 December 2026", "from when"),
    ("4.4", "Nothing else changes", "nothing else changes"),
    ("4.4", "30 April 2027", "nothing else changes"),
    ("P 4.7", "senior officer who was not involved", "how to challenge it"),
]
LINES: dict[str, list[tuple[str, str, str]]] = {
    "absences/cover": [*_BOTH, ("G28", "Friday 18 December 2026", "from when until when")],
    "absences/changed": _BOTH,
}
ALSO = {
    "absences/cover": ["who covers, and", "who answers when the person covering is away too"],
    "absences/changed": ["who answers now", "who answers when they are away", "from when, and until when"],
}
