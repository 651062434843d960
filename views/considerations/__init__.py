"""Considerations."""
