"""How dear a page is, as a ratio to the least program that could show it: `make bench`, or `python -m bench`."""
