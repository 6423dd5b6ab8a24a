"""Files with the paths in logs: which kind each ending stands for, and what is written into it."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from cx.cli.log_arguments import asks_for_paths
from cx.cli.paths import choices_of
from cx.engine import Address
from cx.errors import ArgumentError, CxError
from cx.intake import large_log
from cx.records.journeys import PathLook, Paths
from cx.text import Language

if TYPE_CHECKING:
    from cx.deliver import DeckTemplate

_KINDS = {
    "journeys": ("pptx", "xlsx", "pdf", "png", "svg"),
    "deck": ("pptx",),
    "workbook": ("xlsx",),
    "image": ("png", "svg", "pdf"),
}
"""What each command writes, by the ending of the file."""
_PICTURES: Mapping[str, Literal["png", "svg", "pdf"]] = {"png": "png", "svg": "svg", "pdf": "pdf"}


def kind_of(arguments: argparse.Namespace) -> str:
    """Return what is written: ``pptx``, ``xlsx``, ``report``, or the map as ``png``, ``svg`` or ``pdf``.

    Raises
    ------
    ArgumentError
        When the file's ending stands for none of them.
    """
    command, ending = arguments.command, arguments.output.suffix.lower().removeprefix(".")
    known = _KINDS[command]
    if command in ("deck", "workbook"):
        return known[0]
    if ending not in known:
        endings = ", ".join(f".{one}" for one in known)
        raise ArgumentError("argument_output_kind", value=str(arguments.output), known=endings)
    return "report" if (command, ending) == ("journeys", "pdf") else ending


def of_logs(arguments: argparse.Namespace) -> bool:
    """Return whether a command for matrices was given logs: an option says so, or they are large ones.

    Deck and workbook of several files may be of a table and a log: that is seen when the matrix is made.
    """
    beside = arguments.command in ("deck", "workbook") and len(arguments.files) > 1
    return (asks_for_paths(arguments) and not beside) or _large(arguments)


def _large(arguments: argparse.Namespace) -> bool:
    if any(isinstance(place, Address) for place in arguments.files):
        return False  # what it holds is asked where the matrix is made
    try:
        return large_log(arguments.files, choices_of(arguments)) is not None
    except CxError:
        return False  # large, and no log: what is wrong with it is said where it is read


def instead_of(error: CxError, arguments: argparse.Namespace) -> bool:
    """Return whether paths are told where no matrix can be made: all files are logs, or an option asks so."""
    logs = error.key == "shape_contacts" or asks_for_paths(arguments)
    return logs and arguments.command in _KINDS


@dataclass(frozen=True)
class Written:
    """How a file with paths is written."""

    kind: str
    """As :func:`kind_of` says."""
    lang: Language
    look: PathLook | None = None
    slides: Collection[str] | None = None
    template: DeckTemplate | None = None
    clear: bool = False
    """Whether nothing is painted behind a picture."""


def content(found: Paths, how: Written) -> bytes:
    """Return the bytes of a file with the paths."""
    from cx import deliver  # what draws and writes is loaded only where it is used

    lang, look, day = how.lang, how.look, dt.datetime.now().astimezone().date()
    if how.kind == "pptx":
        return deliver.paths_deck(
            found, lang=lang, day=day, look=look, slides=how.slides, template=how.template
        )
    if how.kind == "xlsx":
        return deliver.paths_workbook(found, lang=lang, day=day, look=look)
    if how.kind == "report":
        return deliver.paths_report(found, lang=lang, day=day, look=look, slides=how.slides)
    kind = _PICTURES[how.kind]
    return deliver.paths_image(found, kind, lang=lang, day=day, look=look, clear=how.clear)
