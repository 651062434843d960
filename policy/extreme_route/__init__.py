"""Action without a warning where immediate safety is threatened (P 4.5, 3.2.8)."""
