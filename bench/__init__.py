"""How dear a page, and a letter on paper, is beside the least program that could do it: `make bench`."""
