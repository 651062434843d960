"""Staff-safety markers (P 4.6): asking, deciding, reviewing, and who may see them."""
