"""Complete invented facts and passages of every letter, by noun; letterpress/samples/samples.py gathers them."""
