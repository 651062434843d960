"""What happened: logging it, adding to it, its requests, its severity, and what counts as evidence (P 3.2-3.4, 4.1)."""
