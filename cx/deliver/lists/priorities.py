"""The touchpoints in order of priority as a CSV file that a spreadsheet opens with a double click."""

from __future__ import annotations

from cx.deliver.lists.delimited import written
from cx.deliver.told import measures, touchpoints
from cx.picture import anonymised
from cx.records import Companions, Matrix, PictureOptions
from cx.text import Language


def priorities_csv(
    matrix: Matrix,
    lang: Language,
    *,
    options: PictureOptions | None = None,
    companions: Companions | None = None,
) -> bytes:
    """Return the touchpoints in order of priority with all their numbers, as a CSV file.

    Parameters
    ----------
    options, companions
        As in :func:`~cx.deliver.deck`; with numbers for names no name stands in the file.

    Notes
    -----
    UTF-8 with a byte order mark; Dutch with semicolons and decimal commas, English with commas and points, as
    spreadsheets in those languages expect. Text that could be taken for a formula gets an apostrophe.
    """
    if options and options.anonymous:
        matrix = anonymised(matrix, lang, companions.roster if companions else ())
    shown = measures.columns(matrix, lang)
    return written(
        measures.heads(shown, matrix, lang), measures.rows(touchpoints.ordered(matrix), shown), lang
    )
