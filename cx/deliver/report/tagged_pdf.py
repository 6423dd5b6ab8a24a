"""The report set by typst: data in, a tagged PDF out, offline, the same bytes for the same data.

It is set in a process of its own, within an allowance of memory and time.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from cx.deliver.ground import Form, made_at
from cx.deliver.report import drawings
from cx.deliver.report.parts import Data, clean, words_in
from cx.picture import SCREEN_SIZES
from cx.picture.colour import GRID, INK, SECONDARY
from cx.picture.type import MARGIN, files_for, source_sans_file
from cx.process import MEGABYTE, Allowance, child
from cx.text import Language, say

ALLOWANCE: Final = Allowance(memory_bytes=1500 * MEGABYTE, seconds=40.0)
_TYPESETTER: Final = Path(__file__).with_name("typesetter.py")
_STANDARD: Final = "ua-1"
"""PDF/UA-1: what does not hold to it is an error of the setting, not a file."""
_TOLD = 500
"""Bytes of what is wrong with a setting that its error tells."""


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

    Raises
    ------
    cx.errors.LimitExceeded
        When setting it costs more than it may.
    """
    told = {**_whole(facts, form), "parts": parts}
    with tempfile.TemporaryDirectory(prefix="fonts") as folder:
        _put_fonts(words_in(parts) + facts.title, Path(folder))
        request = {"told": told, "fonts": folder, "standard": _STANDARD, "moment": _moment(facts.day)}
        said = child.said_by(
            _command(), json.dumps(request).encode(), name=say("take.report", facts.lang), allowance=ALLOWANCE
        )
    made = bytes(said)
    if not made.startswith(b"%PDF-"):
        raise ValueError(made[:_TOLD].decode(errors="replace"))
    return _unsuspected(made)


def _unsuspected(content: bytes) -> bytes:
    """Return a PDF without what some readers trip on: a word on its tags, and colours of borders.

    The first is the rule anyway; the second is an attribute of layout that says nothing to who cannot see it.
    """
    import pikepdf

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        marks = file.Root.MarkInfo
        if "/Suspects" in marks:
            del marks["/Suspects"]
        for one in file.objects:
            bordered = [kept for kept in attributes(one) if "/BorderColor" in kept]
            for kept in bordered:
                del kept["/BorderColor"]
        file.save(target, deterministic_id=True, fix_metadata_version=False)
    return target.getvalue()


def attributes(one: Any) -> Iterator[Any]:
    """Yield the attributes of an element of the structure."""
    import pikepdf

    held = one.get("/A") if isinstance(one, pikepdf.Dictionary) and "/S" in one else None
    for each in held if isinstance(held, pikepdf.Array) else [held]:
        if isinstance(each, pikepdf.Dictionary):
            yield each


def _command() -> list[str]:
    """Return what starts the typesetter: it knows typst and nothing else of the program."""
    found = find_spec("typst")
    folder = Path(found.origin).parent.parent if found and found.origin else Path()
    return [sys.executable, "-I", "-S", str(_TYPESETTER), str(folder)]


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


def _moment(day: dt.date) -> str:
    return made_at(day).replace(tzinfo=dt.UTC).isoformat()


def _put_fonts(words: str, folder: Path) -> None:
    """Put the fonts that words need into a folder, and no other of this machine: whole folders are read."""
    own = (source_sans_file("regular"), source_sans_file("semibold"))
    for at, file in enumerate((*own, *files_for(words))):
        shutil.copyfile(file, folder / f"{at:02}{file.suffix}")
