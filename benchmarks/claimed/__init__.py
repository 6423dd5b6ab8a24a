"""Populations in which it is known what is so, and what is said of them: the parts of claims.py."""
