"""A letter in other formats: braille, aloud, easy read, plain."""
