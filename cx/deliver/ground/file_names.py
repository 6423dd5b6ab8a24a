"""The names of the files that people take away."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import PurePath

from cx.deliver.ground.safe_text import file_stem
from cx.matrix import source_name
from cx.records import Matrix
from cx.text import Language, say


def file_name(matrix: Matrix, kind: str, lang: Language, day: dt.date, size: str = "") -> str:
    """Return a file's name with its source, what it holds and the date, safe on every system.

    Parameters
    ----------
    kind
        The file's ending: ``pptx``, ``xlsx``, ``pdf``, ``csv``, ``png`` or ``svg``.
    size
        What tells two files of one kind apart, for instance how wide a picture is.

    Examples
    --------
    A deck made of ``energy-touchpoints-en.xlsx`` is called
    ``energy-touchpoints-en-matrix-2026-11-22.pptx``.
    """
    source = source_name(matrix)
    words = say("deliver.file.priorities" if kind == "csv" else "deliver.file.matrix", lang)
    named = f"{file_stem(source)}-{words}" if source else words
    return f"{named}-{day.isoformat()}{f'-{size}' if size else ''}.{kind}"


def paths_file_name(files: Sequence[str], kind: str, lang: Language, day: dt.date) -> str:
    """Return the name of a file with paths: its source, what it holds and the date.

    Examples
    --------
    A workbook made of ``contacts.csv`` and another log is called
    ``contacts-journeys-2026-11-22.xlsx``.
    """
    source = file_stem(PurePath(files[0]).stem) if files else ""
    words = say("deliver.file.journeys", lang)
    return f"{'-'.join(part for part in (source, words, day.isoformat()) if part)}.{kind}"
