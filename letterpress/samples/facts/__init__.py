"""Complete invented facts and passages of every letter, by noun; samples.py gathers them."""
