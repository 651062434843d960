"""What every deed needs: answers, time, the audit chain, validation, numbers, stored files. Knows no noun."""
