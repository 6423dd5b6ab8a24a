"""Drafts of this browser: kept beside what one does, offered when it comes back, and taken up again."""
