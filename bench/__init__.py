"""How dear a page is, and a letter on paper, as a ratio to the least program that could show it: `make bench`, or `python -m bench`."""
