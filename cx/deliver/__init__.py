"""What people take away: deck, workbook, report, priorities and the template, as bytes."""

from cx.deliver.deck import deck, deck_picture
from cx.deliver.workbook import workbook

__all__ = ["deck", "deck_picture", "workbook"]
