"""The policy as data: its clauses, headings, behaviours and rules. Imports nothing of ours but itself."""
