"""Pictures with options of a person's own, for tests."""

import datetime as dt

from cx.picture import compute
from cx.records import PictureOptions
from tests.made.picture_cases import placed
from tests.made.tables import row

DAY = dt.date(2026, 11, 22)
ROWS = [
    row("Invoice", 5.0, 4.0, volume=400),
    row("Engineer visit", 9.0, 4.0, volume=100),
    row("Newsletter", 9.0, 2.0, volume=1600),
    row("Website", 5.0, 2.0, volume=900),
]


def drawn(matrix=None, *, beside=None, lang="en", window=None, previous=None, **options):
    return compute(
        matrix or placed(ROWS),
        lang=lang,
        day=DAY,
        options=PictureOptions(**options),
        companions=beside,
        window=window,
        previous=previous,
    )


def ids(matrix=None):
    return {bubble.name: bubble.id for bubble in (matrix or placed(ROWS)).bubbles}
