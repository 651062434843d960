"""Languages, plurals, and files for translators."""
