"""The report set by typst: data in, a tagged PDF out, offline, the same bytes for the same data."""

from __future__ import annotations

import datetime as dt
import json
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, cast

from cx.deliver.ground import Form, made_at
from cx.deliver.report import drawings
from cx.deliver.report.parts import Data, clean, words_in
from cx.picture import SCREEN_SIZES
from cx.picture.colour import GRID, INK, SECONDARY
from cx.picture.type import MARGIN, files_for, source_sans_file
from cx.text import Language, say

if TYPE_CHECKING:
    from typst import Fonts

_SHEET = Path(__file__).with_name("sheet.typ")
_STANDARD: Final = "ua-1"
"""PDF/UA-1: what does not hold to it is an error of the setting, not a file."""


@dataclass(frozen=True)
class Facts:
    """What the file says of itself as a whole."""

    title: str
    alt: str
    lang: Language
    day: dt.date


def pdf(parts: Sequence[Data], facts: Facts, form: Form) -> bytes:
    """Return the parts as a PDF file.

    Parameters
    ----------
    parts
        As :mod:`cx.deliver.report.parts` makes them.
    form
        How wide and high a sheet is.
    """
    import typst

    with tempfile.TemporaryDirectory(prefix="fonts") as folder:
        fonts = _fonts(words_in(parts) + facts.title, Path(folder))
        told = {**_whole(facts, form), "fonts": _families(fonts), "parts": parts}
        untyped: Any = typst
        made = untyped.compile(
            _SHEET.read_bytes(),
            font_paths=fonts,
            format="pdf",
            sys_inputs={"told": json.dumps(told)},
            pdf_standards=[_STANDARD],
            timestamp=_moment(facts.day),
        )
    return cast("bytes", made)


def _whole(facts: Facts, form: Form) -> Data:
    made = made_at(facts.day)
    return {
        "title": clean(facts.title),
        "description": clean(facts.alt),
        "author": say("app.name", facts.lang),
        "lang": facts.lang,
        "made": [made.year, made.month, made.day, made.hour, made.minute, made.second],
        "width": form.width,
        "height": form.height,
        "margin": MARGIN,
        "title_size": SCREEN_SIZES.title,
        "aside": form.width - 2 * MARGIN - form.title.width,
        "logo": None if form.logo is None else drawings.logo(form, facts.lang),
        "ink": INK,
        "secondary": SECONDARY,
        "hairline": GRID,
        "continued": say("deliver.report.continued", facts.lang, title="{title}"),
    }


def _moment(day: dt.date) -> dt.datetime:
    return made_at(day).replace(tzinfo=dt.UTC)


def _fonts(words: str, folder: Path) -> Fonts:
    """Return the fonts that words need, and no other of this machine: the setting reads whole folders."""
    import typst

    own = (source_sans_file("regular"), source_sans_file("semibold"))
    for at, file in enumerate((*own, *files_for(words))):
        shutil.copyfile(file, folder / f"{at:02}{file.suffix}")
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


def _families(fonts: Fonts) -> list[str]:
    """Return the names of the fonts in the order in which they are tried."""
    known = sorted((one.path or "", one.family) for one in fonts.fonts())
    return list(dict.fromkeys(family for _, family in known))
