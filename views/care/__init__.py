"""Looking after colleagues."""
