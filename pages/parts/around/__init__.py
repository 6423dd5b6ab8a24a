"""What stands around every page: frame and menu, the session's mark, and what is said instead of a result."""
