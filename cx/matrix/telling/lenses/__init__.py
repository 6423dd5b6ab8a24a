"""Lenses in words: the conclusion as a title, further sentences, one reading for a card, all of them."""

from cx.matrix.telling.lenses.about_one import LensChange, LensLine, cells, changes, lines
from cx.matrix.telling.lenses.months import month_in_words, month_name, months_title
from cx.matrix.telling.lenses.reading import cell, gap_said, in_words, lens_name, signed
from cx.matrix.telling.lenses.sentences import how, more, next_words
from cx.matrix.telling.lenses.table import LensTable, table
from cx.matrix.telling.lenses.titles import title

__all__ = [
    "LensChange",
    "LensLine",
    "LensTable",
    "cell",
    "cells",
    "changes",
    "gap_said",
    "how",
    "in_words",
    "lens_name",
    "lines",
    "month_in_words",
    "month_name",
    "months_title",
    "more",
    "next_words",
    "signed",
    "table",
    "title",
]
