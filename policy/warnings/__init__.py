"""The written warning (P box, 3.2.6)."""
