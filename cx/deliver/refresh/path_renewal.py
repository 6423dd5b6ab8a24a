"""An old deck of paths with the figures of later logs."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from cx.deliver.deck import AskedOfPaths, deck_template, paths_deck, paths_deck_mark
from cx.deliver.refresh.merging import merged
from cx.deliver.refresh.old_deck import OldPathDeck
from cx.deliver.refresh.plan import PathsMoved, Plan, names_of_days
from cx.deliver.refresh.renewal import Refreshed
from cx.deliver.told.journeys import PathsTold, Since, paths_told
from cx.errors import ArgumentError
from cx.records.journeys import PathLook, Paths


def refreshed_paths(
    old: OldPathDeck,
    paths: Paths,
    *,
    day: dt.date,
    look: PathLook | None = None,
    filters_lost: tuple[str, ...] = (),
) -> Refreshed:
    """Return an old deck of paths with the figures of later logs.

    Parameters
    ----------
    old
        From :func:`~cx.deliver.refresh.old_deck.old_path_deck`.
    paths
        Of the later logs, asked for as the old deck's were.
    day
        The date in the footnotes.
    look
        What a matrix says of the touchpoints; what the lines show is as in the old deck.
    filters_lost
        What the old deck was limited to and the later logs do not have.

    Raises
    ------
    cx.errors.ArgumentError
        When names are hidden in the old deck, and the look hides none.
    cx.errors.FileError
        When the old deck cannot be read, or is not ours.
    """
    making = old.making
    drawn = replace(look or PathLook(), measure=making.measure, variants=making.variants)
    if making.hidden and not drawn.hidden:
        raise ArgumentError("deck_hides_paths", file=old.name)
    counts, names = making.counts, names_of_days(making.day, day, making.lang)
    since = None if counts is None or drawn.hidden else Since(counts, names)
    template = deck_template(old.content, old.name) if making.templated else None
    asked: AskedOfPaths = {"lang": making.lang, "day": day, "look": drawn, "slides": making.slides}
    asked |= {"template": template, "reading": making.reading}
    entries, content = merged(old, paths_deck(paths, since=since, **asked))
    told = paths_told(paths, making.lang, day, drawn, making.slides)
    moved, why = (None, "hidden") if since is None else _moved(since, told, (making.day, day))
    plan = Plan(old.name, making.day, making.source, entries, None, why, filters_lost, moved)
    return Refreshed(plan, content, paths_deck_mark(paths, **asked))


def _moved(since: Since, told: PathsTold, days: tuple[dt.date, dt.date]) -> tuple[PathsMoved, str]:
    """What moved, and why no figure of it can be compared; empty where they can."""
    found = since.differences(told)
    names = {name for name, _ in since.before.touchpoints}, {one.name for one in told.found.touchpoints}
    new = (one.name for one in told.found.touchpoints if one.name not in names[0])
    moved = PathsMoved(
        days,
        sum(one.low is not None for one in found),
        sum(one.told for one in found),
        tuple(new) if since.before.all_touchpoints else (),
        tuple(name for name, _ in since.before.touchpoints if name not in names[1]),
    )
    if found:
        return moved, ""
    return moved, "periods" if told.found.differences else "units"
