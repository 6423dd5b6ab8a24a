"""How the sheet behind a native bubble chart is laid out: for who writes it, and for who reads it back.

At the top stands what holds for the whole chart: the two lines, how far the axes reach, how large bubbles are
drawn, and the names of the four quadrants. Below is one table with a row a touchpoint and spare rows. Below
that stand what is no touchpoint: the scale, the lines, and the words on the chart, over as many rows.

Rows and columns count from 0. Every series of the chart reads as many rows as the table has.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from cx.records import Quadrant

SPARE: Final = 30
"""Rows below the last touchpoint whose formulas give nothing until somebody fills them."""

# --- the top of the sheet ---
HEADS: Final = 3
"""The row that says what stands in the rows below it."""
LINES, FROM, TO = 4, 5, 6
"""Rows of both axes: satisfaction and impact where the lines stand, and where the axes begin and end."""
LEAST, MOST, UNKNOWN = 7, 8, 9
"""Rows of drawn sizes: the smallest, the largest, and that of a touchpoint without a volume."""
QUADRANT_NAMES: Final[dict[Quadrant, tuple[int, int]]] = {
    "fix_first": (LINES, 4),
    "expand_reach": (LINES, 5),
    "simplify": (FROM, 4),
    "minimise_cost": (FROM, 5),
}
"""Row and column of each quadrant's name, standing to one another as on the chart."""

# --- the table ---
HEADER, FIRST = 11, 12
"""The rows of the table's header and of its first touchpoint."""
NAME, X, Y, VOLUME = 0, 1, 2, 3
"""What people type: name, satisfaction, impact, volume."""
QUADRANT, SIZE, LABEL = 4, 5, 6
"""Formulas: the quadrant by the lines, the drawn size, the words beside the bubble."""
COLOUR: Final = 7
"""The series that a touchpoint belongs to: its quadrant, or its journey, channel or segment."""
ACROSS, UP = 8, 9
"""Formulas: the place on the chart."""
ASIDE, ABOVE = 10, 11
"""By how much one is moved that coincides with another, so that both can be seen."""
GIVEN_NAME, GIVEN_LABEL = 12, 13
"""The name as it was handed over, and the words that then stand beside the bubble."""
SERIES: Final = 14
"""The first of the columns of the series; each has its name as header, and its touchpoints' heights."""

# --- below the table: the same rows again, for what is no touchpoint ---
BELOW: Final = 3
"""Rows between the table's last row and the first row of what stands below it; the last has its header."""
SCALE_ROW, LINES_ROW, WORDS_ROW = 0, 1, 2
"""The rows there, from its first: the size of the largest bubble, the crossing of the lines, words."""
SCALE, CROSSING, WORDS = 8, 9, 10
"""Heights of the three series there; x stands in X, the size in SIZE, words in LABEL."""
LEFT, RIGHT, DOWN, UPWARDS = 14, 15, 16, 17
"""How far the lines reach from their crossing."""


def count(touchpoints: int) -> int:
    """Return how many rows the table has for so many touchpoints, and every series reads."""
    return touchpoints + SPARE


def below(rows: int) -> int:
    """Return the first row of what is no touchpoint, where the table has so many rows."""
    return FIRST + rows + BELOW


def length(sheet: Sequence[Sequence[object]]) -> int:
    """Return how many rows the table of a sheet has that was read back, rows of others included.

    Parameters
    ----------
    sheet
        The cells, row by row from the first, as formulas or as their results; ``None`` where one is empty.

    Returns
    -------
    The rows from the first touchpoint down to the last spare one; 0 where the sheet is not laid out so.

    Examples
    --------
    >>> length([["Touchpoint", "Satisfaction", "Impact", "Size (volume)"], ["Invoice", 6, 4, 400]])
    0
    """
    sized = [len(row) > SIZE and row[SIZE] is not None for row in sheet[FIRST:]]
    return sized.index(False) if False in sized else len(sized)


def address(row: int, column: int) -> str:
    """Return a cell as formulas name it, fixed in both directions.

    Examples
    --------
    >>> address(4, 1), address(0, 27)
    ('$B$5', '$AB$1')
    """
    return f"${letters(column)}${row + 1}"


def letters(column: int) -> str:
    """Return a column as formulas name it.

    Examples
    --------
    >>> letters(0), letters(25), letters(26), letters(701)
    ('A', 'Z', 'AA', 'ZZ')
    """
    ahead, own = divmod(column, 26)
    return (letters(ahead - 1) if ahead else "") + chr(ord("A") + own)
