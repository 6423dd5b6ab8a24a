"""What a file is, and what lies inside it: zips, compound files, protection."""
