"""Letters as PDF, one or a run of them."""
