"""Looking after colleagues after an incident (G66-G70), apart from the customer's file."""
