"""A deck from earlier, looked into: how it was made, and of which figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from cx.deliver.remembered import Making, PathMaking, making_of, path_making_of
from cx.errors import UnreadableFile
from cx.intake.opening import Limits, reader_process
from cx.process import MEGABYTE

LIMITS = Limits(file_bytes=100 * MEGABYTE, unpacked_bytes=600 * MEGABYTE, seconds=20.0)
ADVICE = "deck_costly"
M = TypeVar("M")


@dataclass(frozen=True)
class OldDeck:
    """A deck of ours, as people have it now."""

    name: str
    content: bytes
    making: Making
    slides: int
    """How many slides it has now."""


@dataclass(frozen=True)
class OldPathDeck:
    """A deck of paths alone, as people have it now."""

    name: str
    content: bytes
    making: PathMaking
    slides: int
    """How many slides it has now."""


def old_deck(content: bytes, name: str) -> OldDeck:
    """Return a deck with how it was made.

    Parameters
    ----------
    content
        The file's bytes, as uploaded; it is opened in the reader process.
    name
        The file's name, for messages.

    Raises
    ------
    cx.errors.FileError
        When it is no PowerPoint file, damaged, protected, too large or too costly, or bears no ids of ours;
        with the key ``deck_of_paths`` where it tells paths and no matrix.
    """
    head = _head(content, name)
    if _tells_paths(head):
        raise UnreadableFile("deck_of_paths", file=name)
    return OldDeck(name, content, _made(head, name, making_of), _slides(head, name))


def old_path_deck(content: bytes, name: str) -> OldPathDeck:
    """Return a deck of paths with how it was made.

    Parameters
    ----------
    content, name
        As for :func:`old_deck`.

    Raises
    ------
    cx.errors.FileError
        As :func:`old_deck`; with the key ``deck_of_matrix`` where it tells a matrix.
    """
    head = _head(content, name)
    if not _tells_paths(head):
        raise UnreadableFile("deck_of_matrix", file=name)
    about = head["about"]
    if isinstance(about, dict) and about.keys() == {"kind"}:  # as the first decks of paths were made
        raise UnreadableFile("deck_of_early_paths", file=name)
    return OldPathDeck(name, content, _made(head, name, path_making_of), _slides(head, name))


def _head(content: bytes, name: str) -> Mapping[str, object]:
    if len(content) > LIMITS.file_bytes:
        sizes = {"size": len(content) // MEGABYTE, "limit": LIMITS.file_bytes // MEGABYTE}
        raise reader_process.refusal("limit_file", name, sizes, ADVICE)
    head, _ = reader_process.answer(content, name=name, limits=LIMITS, task={"task": "deck"}, advice=ADVICE)
    return head


def _tells_paths(head: Mapping[str, object]) -> bool:
    about = head.get("about")
    return isinstance(about, dict) and about.get("kind") == "paths"


def _made(head: Mapping[str, object], name: str, making: Callable[[object], M]) -> M:
    try:
        return making(head.get("about"))
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFile("deck_record_damaged", file=name) from error


def _slides(head: Mapping[str, object], name: str) -> int:
    try:
        return int(str(head["slides"]))
    except (KeyError, ValueError) as error:
        raise UnreadableFile("deck_record_damaged", file=name) from error
