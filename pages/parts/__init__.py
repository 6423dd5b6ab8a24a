"""What the pages are made of: rooms that several pages share, and the parts of each page."""
