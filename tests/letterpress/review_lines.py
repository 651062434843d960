"""What the checklists of the letters about a review are tried with: clause, words taken out, the line that notices."""

RESULT = [
    ("3.5", "15 December 2026", "the time that was looked at"),
    ("3.5", "What we looked at", "the time that was looked at"),
    ("3.5", "contacted us 14 times", "the contacts and events counted, on both sides"),
    ("3.5", "We recorded three", "the contacts and events counted, on both sides"),
    ("3.5", "18 January 2027", "the contacts and events counted, on both sides"),
    ("G42", "22 February 2027", "what they told us, and that they were asked"),
    ("G42", "Your support worker told us", "what they told us, and that they were asked"),
    ("G49", "19 February 2027", "what they told us, and that they were asked"),
    ("P 4.3", "11 March 2027", "who decided, by role, and when"),
    ("P 4.3", "KH-2041-R1", "the arrangement it is about"),
]
GOES_ON = [
    *RESULT,
    ("G41", "3 February 2027", "the evidence since the last decision"),
    ("G41", "She asked you twice to stop", "the evidence since the last decision"),
    ("G22", "13 September 2027", "the next review with who holds it, and the end"),
    ("G22", "Head of Neighbourhoods", "the next review with who holds it, and the end"),
    ("G22", "your contact with all of Karbon Homes", "the next review with who holds it, and the end"),
    ("P 4.4", "Jean Whitfield", "each detail of the arrangement"),
    ("G26", "We do not block", "contact outside the arrangement"),
    ("3.3", "What we promise", "what we commit to"),
    ("3.3", "What would end this sooner", "what would end it sooner"),
    ("G34", "13 April 2027", "how to appeal"),
    ("G34", "senior officer who was not involved", "how to appeal"),
]
LINES = {
    "reviews/invitation": [
        ("3.4", "15 March 2027", "when it is reviewed, by whom"),
        ("3.4", "KH-2041-R1", "of which arrangement"),
        ("3.4", "What we will look at", "what the review looks at"),
        ("3.4", "8 March 2027", "three ways to comment, and by when"),
        ("3.4", "in person", "three ways to comment, and by when"),
        ("G42", "whatever the arrangement says", "three ways to comment, and by when"),
        ("3.4", "write down for you", "the offer of support"),
        ("3.4", "Nothing changes meanwhile", "that nothing changes meanwhile"),
        ("G49", "19 February 2027", "that the customer asked for it"),
    ],
    "reviews/lifted": [
        *RESULT,
        ("3.5", "Why it ends", "the reasons"),
        ("3.5", "contact us in any way", "from when everything is as usual again"),
        ("3.10", "10 March 2027", "from when everything is as usual again"),
        ("3.10", "Martin Okafor", "from when everything is as usual again"),
        ("3.10", "no longer shows", "that the icon is gone"),
        ("3.5", "begin again from the beginning", "what would start it again"),
        ("3.5", "13 April 2027", "if they disagree with the letter"),
    ],
    "reviews/continued": [*GOES_ON, ("3.5", "Why it goes on", "the reasons")],
    "reviews/changed": [
        *GOES_ON,
        ("3.5", "Why it changes, and does not end", "the reasons"),
        ("3.5", "Letters only", "as it was and as it is, side by side"),
        ("3.5", "Calls on Tuesdays, Thursdays and Fridays", "as it was and as it is, side by side"),
    ],
}
ALSO = {name: ["at least one arrangement"] for name in ("reviews/continued", "reviews/changed")}
