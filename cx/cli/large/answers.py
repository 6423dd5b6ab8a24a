"""Drivers of a large file of answers: understood by a part of it, added up as a whole."""

from __future__ import annotations

import argparse
from functools import partial
from pathlib import Path

from cx import engine, impact, intake, text
from cx.cli import many_files
from cx.cli.derivation import Progress
from cx.cli.large.stated_reading import part_read
from cx.cli.streams import tell
from cx.errors import CxError
from cx.large_answers import LargeStudy
from cx.records import DriverResult, Method
from cx.text import Language

LARGE = intake.LARGE
"""So many bytes of text are added up by the engine, where that finds all that there is to find."""
_TEXTS = (".csv", ".tsv", ".txt")


def is_large(arguments: argparse.Namespace) -> bool:
    """Return whether the files are text beyond the limit for files (``CX_LIMIT_FILE_MB``)."""
    return _size(arguments) > intake.limits_set().file_bytes


def _size(arguments: argparse.Namespace) -> int:
    """What the files hold together; 0 where they are not all text."""
    paths: list[Path] = arguments.files
    if not all(many_files.is_text(path, arguments) or path.suffix.lower() in _TEXTS for path in paths):
        return 0
    if not all(engine.is_file(path) for path in paths):
        return 0
    return sum(path.stat().st_size for path in paths)


def result_of(arguments: argparse.Namespace, lang: Language) -> DriverResult:
    """Return the impact of each touchpoint on the outcome, by a part of the file and the sums of all of it.

    Raises
    ------
    cx.errors.CxError
        When the part cannot be understood, or the file is no plain table of respondents.
    """
    name = many_files.name_of(arguments)
    tell(text.say("cli.large", lang, file=name))
    return _result(study_of(arguments).with_ends.by_sums, arguments, lang)


def added_up(arguments: argparse.Namespace, lang: Language) -> DriverResult | None:
    """Return the same of a file within the limit; ``None`` where it is to be read cell by cell.

    So it is with small files, where some of the respondents were asked for, and with files whose rows have to
    be seen: see :func:`cx.intake.whole_of`. What is given is what reading them gives, findings and all.
    """
    if _size(arguments) < LARGE or arguments.segment or arguments.period is not None:
        return None
    try:
        study = study_of(arguments).with_ends_where_needed.of_all
    except CxError:  # reading it cell by cell says what is wrong, in its own place
        return None
    return None if study is None else _result(study, arguments, lang)


def study_of(arguments: argparse.Namespace) -> LargeStudy:
    """Return a part of the files, understood as the arguments say, and what is asked about all of them.

    Raises
    ------
    cx.errors.CxError
        When that cannot be, or the files are no plain table of respondents with one header.
    """
    return LargeStudy.of(
        tuple(arguments.files), partial(part_read, arguments), name=many_files.name_of(arguments)
    )


def _result(study: impact.Study, arguments: argparse.Namespace, lang: Language) -> DriverResult:
    method: Method = arguments.method or "shapley"
    return impact.result(study, method=method, seed=arguments.seed, progress=Progress(lang))
