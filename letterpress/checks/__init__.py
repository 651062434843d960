"""What the words of letters say and fail to say."""
