"""Letters beside the decisions."""
