"""The deck: slides, shapes, and the user's own template."""

from cx.deliver.deck.journeys import AskedOfPaths, paths_deck, paths_deck_mark
from cx.deliver.deck.presentation import deck, deck_mark, deck_picture
from cx.deliver.deck.template import DeckTemplate, deck_template

__all__ = [
    "AskedOfPaths",
    "DeckTemplate",
    "deck",
    "deck_mark",
    "deck_picture",
    "deck_template",
    "paths_deck",
    "paths_deck_mark",
]
