"""Reviews of restrictions (P 4.2): opening one, the period looked at, its letters and its decision."""
