"""Letters on their way: the tray, runs of the post, e-mail, and printing."""
