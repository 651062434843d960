"""Restrictions (P 4.2-4.4): proposing, deciding, their letters, how long they last, their end, and who is told."""
