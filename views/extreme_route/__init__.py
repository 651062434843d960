"""The extreme route."""
