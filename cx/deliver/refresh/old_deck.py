"""A deck from earlier, looked into: how it was made, and of which figures."""

from __future__ import annotations

from dataclasses import dataclass

from cx.deliver.remembered import Making, making_of
from cx.errors import UnreadableFile
from cx.intake.opening import Limits, reader_process
from cx.process import MEGABYTE

LIMITS = Limits(file_bytes=100 * MEGABYTE, unpacked_bytes=600 * MEGABYTE, seconds=20.0)
ADVICE = "deck_costly"


@dataclass(frozen=True)
class OldDeck:
    """A deck of ours, as people have it now."""

    name: str
    content: bytes
    making: Making
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
        When it is no PowerPoint file, damaged, protected, too large or too costly, or bears no ids of ours.
    """
    if len(content) > LIMITS.file_bytes:
        sizes = {"size": len(content) // MEGABYTE, "limit": LIMITS.file_bytes // MEGABYTE}
        raise reader_process.refusal("limit_file", name, sizes, ADVICE)
    head, _ = reader_process.answer(content, name=name, limits=LIMITS, task={"task": "deck"}, advice=ADVICE)
    about = head.get("about")
    if isinstance(about, dict) and about.get("kind") == "paths":
        raise UnreadableFile("deck_of_paths", file=name)
    try:
        return OldDeck(name, content, making_of(about), int(str(head["slides"])))
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFile("deck_record_damaged", file=name) from error
