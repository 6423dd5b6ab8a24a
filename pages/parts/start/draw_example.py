"""Draw the pictures of the Start page from the sample data: ``python -m pages.parts.start.draw_example``.

They are drawn beforehand, since drawing an image takes a library that the first page should not wait for.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import fields, replace
from pathlib import Path
from typing import Final

from cx import intake, matrix, picture
from cx.picture.type import Sizes
from cx.records import Filters, Settings
from cx.text import Language
from pages.parts.upload import samples

_FOLDER = Path(__file__).parent
_DAY = dt.date(2026, 10, 5)
"""The day on which the sample was made."""
_JOURNEYS: Final = 2
"""So few that every name can be read at half the width of a page."""
_SHEET: Final = (500.0, 430.0)
_SIZES: Final = Sizes(**{one.name: 23.5 for one in fields(Sizes)})
"""12 pixels for every word, where the picture is as wide as half a page."""


def example(lang: Language) -> bytes:
    """Return the picture of some of the sample's journeys as PNG."""
    name = samples.TOUCHPOINTS[lang]
    touchpoints = intake.touchpoints(intake.read(samples.bytes_of(name), name))
    journeys = matrix.view_options(touchpoints).journeys[-_JOURNEYS:]
    built = matrix.build(touchpoints, Settings(filters=Filters(journeys=journeys)))
    drawn = picture.compute(built, lang=lang, day=_DAY, size=_SHEET, sizes=_SIZES, headings=False)
    # What a footnote says of a source, the caption says of the sample.
    return picture.static(replace(drawn, footnote=replace(drawn.footnote, lines=())), "png", pixels=1280)


def draw() -> None:
    """Write the pictures beside this module."""
    for lang in samples.TOUCHPOINTS:
        (_FOLDER / f"example-{lang}.png").write_bytes(example(lang))


if __name__ == "__main__":
    draw()
