"""Lenses that tests look at."""
