"""Letters of invented people, to try words with."""
