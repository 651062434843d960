"""Pages of no noun: Today, the policy, one's calendar."""
