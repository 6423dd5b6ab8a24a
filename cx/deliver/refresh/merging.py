"""Slides made anew put into those of an old deck, in the reader process."""

from __future__ import annotations

from typing import Any

from cx.deliver.ground import packed_alike
from cx.deliver.refresh.old_deck import ADVICE, LIMITS, OldDeck, OldPathDeck
from cx.deliver.refresh.plan import PARTS, Entry, entry_of, part_words
from cx.errors import UnreadableFile
from cx.intake.opening import reader_process
from cx.text import say


def merged(old: OldDeck | OldPathDeck, new: bytes) -> tuple[tuple[Entry, ...], bytes]:
    """Return what becomes of an old deck that takes the figures of a new one, and the deck.

    Raises
    ------
    cx.errors.FileError
        When the old deck cannot be read, or nothing in it is ours.
    """
    lang = old.making.lang
    marks = {"edited": say("refresh.mark", lang, part="{part}", new="{new}")}
    marks |= {part: part_words(part, lang) for part in PARTS}
    head, content = reader_process.answer(
        old.content + new,
        name=old.name,
        limits=LIMITS,
        task={"task": "refresh", "old_bytes": len(old.content), "marks": marks},
        advice=ADVICE,
    )
    try:
        found: Any = head["entries"]
        entries = tuple(entry_of(one) for one in found)
    except (KeyError, TypeError, ValueError) as error:
        raise UnreadableFile("deck_damaged", file=old.name) from error
    return entries, packed_alike(bytes(content))
