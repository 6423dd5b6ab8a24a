"""Pages of words, laid out once for deck and report."""

from cx.deliver.pages.tables import Measured, Story, Tabled

__all__ = ["Measured", "Story", "Tabled"]
