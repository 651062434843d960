"""What the checklists of the letters about a marker are tried with: clause, words taken out, the line that notices."""

from letterpress.samples.facts.markers import LETTERS as LETTERS

NOTICE_LINES = [
    ("3.9", "Tuesday 3 November 2026", "what happened in the incident it rests on, and when (INC-350)"),
    ("3.9", "hit him with a spanner if he", "what happened in the incident it rests on, and when (INC-350)"),
    ("G57", "Ring the duty manager on arriving", "what is recorded, in the exact words"),
    ("G57", "Nobody was hurt", "what is recorded, in the exact words"),
    ("G58", "nobody else in your household is marked", "whom or what it is about"),
    ("G56", "its joiners work in this home", "who can see it, contractors included"),
    ("G56", "a firm or body that works for us", "who can see it, contractors included"),
    ("G54", "12 April 2027", "since when, how long and when it is reviewed"),
    ("G54", "9 May 2027", "since when, how long and when it is reviewed"),
    ("G57", "health and safety lead", "who decided, by role"),
    ("G53", "does not limit how you contact us", "that it does not limit"),
    ("G57", "you can appeal: by", "how to challenge it"),
    ("G57", "9 December 2026", "how to challenge it"),
    ("G57", "If anything in it is wrong", "how to challenge it"),
]
REMOVED_LINES = [
    ("3.10", "10 May 2027", "when it ended"),
    ("3.10", "A threat", "what was removed"),
    ("3.10", "9 November 2026", "what was removed"),
    ("G48", "Your account no longer shows it", "that the account no longer shows it"),
    ("3.10", "until 10 May 2029", "how long a record of it is kept"),
    ("3.11", "We are sorry.", "an apology for an entry that was wrong"),
    ("3.10", "make a complaint to us", "what the customer can do"),
]
LINES = {"markers/notice": NOTICE_LINES, "markers/removed": REMOVED_LINES}
ALSO = {"markers/notice": ["the day of the incident or concern", "anybody who can see it"], "markers/removed": []}
