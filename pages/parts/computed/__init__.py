"""What cx makes of what is loaded, kept for this person's session."""
