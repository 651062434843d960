"""Letters beside the decisions: reminders, what support workers and staff are sent, corrections."""
