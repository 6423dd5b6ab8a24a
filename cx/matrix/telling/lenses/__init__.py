"""Lenses in words: the conclusion as a title, further sentences, one reading for a card, all of them."""

from cx.matrix.telling.lenses.reading import cell, in_words, lens_name, signed
from cx.matrix.telling.lenses.sentences import how, more, next_words
from cx.matrix.telling.lenses.table import LensTable, table
from cx.matrix.telling.lenses.titles import title

__all__ = [
    "LensTable",
    "cell",
    "how",
    "in_words",
    "lens_name",
    "more",
    "next_words",
    "signed",
    "table",
    "title",
]
