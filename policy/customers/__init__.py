"""Customers: who they are, what happens in their lives, and what stands on their file."""
