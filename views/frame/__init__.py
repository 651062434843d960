"""What every page stands in: access, sessions, forms, how a view answers, errors, headers, static files."""
