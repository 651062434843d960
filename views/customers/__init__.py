"""Customers and their files."""
