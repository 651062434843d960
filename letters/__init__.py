"""The words we send to people: Markdown letters, the parts they share, and what turns them into HTML and PDF.

A leaf: nothing here imports the rest of the application, the database or the web framework.
"""
