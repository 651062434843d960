"""What the checklists of the letters about an appeal are tried with: clause, words taken out, the line that notices."""

from letterpress.samples.facts.appeals import LETTERS as LETTERS

ANSWERED = [
    ("3.7", "What we looked at", "what was read"),
    ("3.7", "with what was added to it since", "what was read"),
    ("G47", "Four months are enough", "the answer to a ground (number 2)"),
    ("G47", "We do not agree", "the answer to a ground (number 3)"),
    ("3.7", "Why this is our answer", "the reasons"),
    ("G44", "had no part in", "who decided, by role, and that they had no part in it"),
    ("3.7", "our final answer", "that it is the final step with us"),
    ("3.7", "no further step inside", "that it is the final step with us"),
]
LINES = {
    "appeals/acknowledged": [
        ("3.6", "18 December 2026", "the day the appeal came in, and how"),
        ("3.6", "Yusuf Ahmed-Dale", "the day the appeal came in, and how"),
        ("3.6", "I said I would wait in", "the grounds as we understood them"),
        ("G44", "Priya Raman", "the name and role of the person who decides"),
        ("G44", "had no part in", "the name and role of the person who decides"),
        ("G46", "6 January 2027", "the day by which it is answered"),
        ("3.6", "stays in place", "whether it stays in place meanwhile"),
        ("G45", "tell us more in any way", "how to add to it"),
        ("2.9", "complaint about how we use your information", "that the complaint about information was received"),
        ("P 6.1", "treated unfairly because of who you are", "that what was said about unfair treatment"),
    ],
    "appeals/extended": [
        ("G46", "Why we need more time", "why more time is needed"),
        ("G46", "6 January 2027", "the new day"),
        ("G46", "20 January 2027", "the new day"),
        ("G46", "can do this once", "that this happens once only"),
        ("3.6", "5 January 2027", "whether it stays in place meanwhile"),
    ],
    "appeals/outcome": [
        *ANSWERED,
        ("3.7", "part of your appeal is right", "the outcome"),
        ("G22", "14 April 2027", "the new dates"),
        ("G22", "22 February 2027", "the new dates"),
        ("P 4.2", "Jean Whitfield", "each detail of the arrangement"),
        ("3.7", "for the safety of our staff", "what this means for a note for the safety of staff"),
    ],
    "appeals/dispute_outcome": [*ANSWERED, ("3.7", "the warning is withdrawn", "the outcome")],
}
ALSO: dict[str, list[str]] = {
    "appeals/acknowledged": [],
    "appeals/extended": ["who decides, by role"],
    "appeals/outcome": ["the day it ends", "the answer to a ground"],
    "appeals/dispute_outcome": ["the answer to a ground"],
}
