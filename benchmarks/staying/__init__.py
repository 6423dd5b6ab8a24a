"""What stays in a server: of visitors who left, and after a day of use."""
