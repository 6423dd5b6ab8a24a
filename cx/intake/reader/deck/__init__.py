"""A deck written into the user's own template."""
