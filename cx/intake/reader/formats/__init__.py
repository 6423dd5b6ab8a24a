"""Sheets of cells out of each kind of file."""
