"""Last quarter's deck with the figures of this one: looked into, planned, and renewed in place."""

from cx.deliver.refresh.old_deck import OldDeck, old_deck
from cx.deliver.refresh.plan import HEADINGS, Entry, Plan
from cx.deliver.refresh.renewal import Refreshed, refreshed
from cx.deliver.refresh.settings import settings_of_deck

__all__ = ["HEADINGS", "Entry", "OldDeck", "Plan", "Refreshed", "old_deck", "refreshed", "settings_of_deck"]
