"""The people who work here: their roles, absences and cover, conflicts of interest, and who is notified."""
