"""Contacts with a customer: logging them, lists of them, the contact check, and what they come to (P 3.3.3, 3.4.3)."""
