"""The deck: the matrix as a native chart, strategies, priorities, method and sources."""

from __future__ import annotations

import datetime as dt
import io

from cx.deliver import content, matrix_slide, method_slides, priority_slides, slide, strategy_slides
from cx.matrix import footnote, headline
from cx.picture.record import Picture
from cx.records import Matrix
from cx.text import Language


def deck(matrix: Matrix, picture: Picture, *, lang: Language, day: dt.date) -> bytes:
    """Return the deck as a .pptx file.

    Parameters
    ----------
    matrix
        What is told.
    picture
        What is drawn: computed in the deck's language and for its font (Arial), 960 x 540.
    lang
        The deck's language.
    day
        The date in the footnotes.
    """
    made = slide.new_deck(headline(matrix, lang), lang)
    below = footnote(matrix, lang, day)
    matrix_slide.add(made, matrix, picture, lang, content.notes(matrix, lang))
    strategy_slides.add(made, matrix, lang, below)
    priority_slides.add(made, matrix, lang, below)
    method_slides.add(made, matrix, lang, below)
    buffer = io.BytesIO()
    made.save(buffer)
    return buffer.getvalue()
