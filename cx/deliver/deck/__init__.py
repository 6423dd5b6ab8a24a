"""The deck: slides, shapes, and the user's own template."""

from cx.deliver.deck.journeys import paths_deck
from cx.deliver.deck.presentation import deck, deck_mark, deck_picture
from cx.deliver.deck.template import DeckTemplate, deck_template

__all__ = ["DeckTemplate", "deck", "deck_mark", "deck_picture", "deck_template", "paths_deck"]
