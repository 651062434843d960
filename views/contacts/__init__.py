"""Contacts and the contact check."""
