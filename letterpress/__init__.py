"""The engine of letters: facts and words in, HTML, PDF and other formats out. The words themselves lie in letters/.

A leaf: nothing here imports the rest of the application, the database or the web framework.
"""
