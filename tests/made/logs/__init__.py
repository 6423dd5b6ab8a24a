"""Logs as lists of paths."""
