"""Staff-safety markers."""
