"""Reviews of restrictions."""
