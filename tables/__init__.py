"""The tables by area, each importing only those before it. Only models.py imports from here."""
