"""Letters, their paper, their words and languages."""
