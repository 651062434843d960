"""The people who work here: their roles, absences and cover, conflicts of interest, and files they stay out of."""
