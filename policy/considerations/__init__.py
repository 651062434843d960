"""The weighing before a decision, comparable cases, who is impartial, and rules set aside (P 4.9, 4.10, 6.1)."""
