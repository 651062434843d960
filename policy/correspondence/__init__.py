"""Letters as deeds: their facts, what stops them, freezing them as sent, how they arrive, and the words they use."""
