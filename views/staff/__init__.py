"""The people who work here: settings, signatures, absences, conflicts of interest."""
