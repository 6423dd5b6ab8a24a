"""A table on its way from a file to the picture and into every document, before anybody brings his own.

Libraries finish at their first use what they begin when they are imported: tables of formats, of fonts, of
validators. Whoever came first would wait for it, and its memory would look like something he left behind.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cx.picture import Picture
    from cx.records import Matrix, Touchpoints

SAMPLE = Path("data", "energy-touchpoints-en.xlsx")
"""What is rehearsed with, in the program's folder."""
_DAY = dt.date(2026, 1, 1)
_WIDTH = 980
"""Of the picture on a laptop's screen, in CSS pixels."""


def upload(root: Path) -> None:
    """Draw the matrix of the sample as the first visitor would see it, and let it go."""
    from cx import picture

    picture.screen_figure(_matrix(root)[2], width=_WIDTH).to_dict()


def downloads(root: Path) -> list[Callable[[], object]]:
    """Return the making of each kind of file, to be called one by one."""
    from cx import deliver, picture

    table, matrix, drawn = _matrix(root)
    return [
        partial(picture.static, drawn, "png", pixels=_WIDTH),
        partial(deliver.workbook, matrix, table, drawn, lang="en", day=_DAY),
        partial(deliver.deck, matrix, drawn, lang="en", day=_DAY),
        partial(deliver.report, matrix, drawn, lang="en", day=_DAY),
    ]


def _matrix(root: Path) -> tuple[Touchpoints, Matrix, Picture]:
    from cx import intake, matrix, picture
    from cx.records import Settings

    sample = root / SAMPLE
    table = intake.touchpoints(intake.read(sample.read_bytes(), sample.name))
    found = matrix.build(table, Settings())
    beside = matrix.companions(found, table)
    return table, found, picture.compute(found, lang="en", day=_DAY, companions=beside)
