"""Complete invented facts and passages of every letter, by noun; letters/samples.py gathers them."""
