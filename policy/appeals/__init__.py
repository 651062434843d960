"""Appeals and disputes (P 4.7): taking one in, the file as it was, who hears it, its letters and its outcome."""
