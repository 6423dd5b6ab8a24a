"""Draw the pictures of the Start page from the sample data: ``python -m pages.parts.start.draw_example``.

They are drawn beforehand, since drawing an image takes a library that the first page should not wait for.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

from cx import intake, matrix, picture
from cx.records import Filters, Settings
from cx.text import Language
from pages.parts.upload import samples

_FOLDER = Path(__file__).parent
_DAY = dt.date(2026, 10, 5)
"""The day on which the sample was made."""
_JOURNEYS: Final = 2
"""So few that every name can be read at half the width of a page."""


def example(lang: Language) -> bytes:
    """Return the picture of some of the sample's journeys as PNG."""
    name = samples.TOUCHPOINTS[lang]
    touchpoints = intake.touchpoints(intake.read(samples.bytes_of(name), name))
    journeys = matrix.view_options(touchpoints).journeys[-_JOURNEYS:]
    built = matrix.build(touchpoints, Settings(filters=Filters(journeys=journeys)))
    drawn = picture.compute(built, lang=lang, day=_DAY, type_scale=1.5, headings=False)
    return picture.static(drawn, "png", pixels=1280)


def draw() -> None:
    """Write the pictures beside this module."""
    for lang in samples.TOUCHPOINTS:
        (_FOLDER / f"example-{lang}.png").write_bytes(example(lang))


if __name__ == "__main__":
    draw()
