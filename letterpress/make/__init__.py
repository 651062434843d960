"""From facts and words to one letter."""
