"""Findings written into the user's own workbook."""
