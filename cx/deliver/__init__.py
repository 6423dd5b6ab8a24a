"""What people take away: deck, workbook, report, priorities and the template, as bytes."""

from cx.deliver.deck import deck

__all__ = ["deck"]
