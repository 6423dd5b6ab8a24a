"""An old deck with new figures: the same slides are made anew, and put into the old ones."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Any, cast

from cx.deliver.deck import deck, deck_mark, deck_template
from cx.deliver.ground import packed_alike
from cx.deliver.refresh.old_deck import ADVICE, LIMITS, OldDeck
from cx.deliver.refresh.plan import PARTS, Plan, entry_of, part_words
from cx.deliver.remembered import matrix_of
from cx.deliver.told import Additions, AskedByTopic, Topic
from cx.errors import ArgumentError, UnreadableFile
from cx.intake.opening import reader_process
from cx.matrix import comparison
from cx.records import Companions, Comparison, Matrix
from cx.text import say, short_date


@dataclass(frozen=True)
class Refreshed:
    """A refreshed deck, and what becomes of it: to be written once that is accepted."""

    plan: Plan
    content: bytes
    mark: str
    """What it keeps of how it was made, as :func:`~cx.deliver.deck.deck_mark` has it."""


def refreshed(
    old: OldDeck,
    matrix: Matrix,
    *,
    day: dt.date,
    added: Additions | None = None,
    companions: Companions | None = None,
    filters_lost: tuple[str, ...] = (),
) -> Refreshed:
    """Return an old deck with the figures of a matrix.

    Parameters
    ----------
    old
        From :func:`~cx.deliver.refresh.old_deck.old_deck`.
    matrix
        Of the new data; with the settings of the old deck it is drawn as that was
        (:func:`~cx.deliver.refresh.settings.settings_of_deck`).
    day
        The date in the footnotes.
    added, companions
        What is told and drawn beside the matrix, as for a new deck; the comparison with the old deck's
        figures takes the place of another one.
    filters_lost
        What the old deck was filtered on and the new data do not have.

    Raises
    ------
    cx.errors.FileError
        When the old deck cannot be read, or is not ours.
    """
    making = old.making
    compared, why = _compared(old, matrix, day)
    beside = replace(added or Additions(), comparison=compared)
    topics = None if making.topics is None else (*cast("tuple[Topic, ...]", making.topics), "comparison")
    template = deck_template(old.content, old.name) if making.templated else None
    asked: AskedByTopic = {
        "lang": making.lang,
        "day": day,
        "added": beside,
        "topics": topics,
        "options": making.options,
        "companions": companions,
        "numbered": making.numbered,
        "reading": making.reading,
    }
    new = deck(matrix, template=template, **asked)
    marks = {"edited": say("refresh.mark", making.lang, part="{part}", new="{new}")}
    marks |= {part: part_words(part, making.lang) for part in PARTS}
    head, merged = reader_process.answer(
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
    plan = Plan(old.name, making.day, making.source, entries, compared, why, filters_lost)
    mark = deck_mark(matrix, template=template, **asked)
    return Refreshed(plan, packed_alike(bytes(merged)), mark)


def _compared(old: OldDeck, matrix: Matrix, day: dt.date) -> tuple[Comparison | None, str]:
    """What moved since the old deck, by the rules of every comparison; else why that cannot be told."""
    making = old.making
    if making.hidden:
        return None, "hidden"
    before = matrix_of(making.figures)
    names = before.period, matrix.period
    if not all(names) or names[0] == names[1]:
        names = short_date(making.day, making.lang), short_date(day, making.lang)
    if names[0] == names[1]:
        names = say("refresh.before", making.lang), say("refresh.now", making.lang)
    try:
        return comparison(before, matrix, kind="session", names=names), ""
    except ArgumentError:
        return None, "kinds"
