"""The settings that a deck was made with, as far as other data can be looked at in the same way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cx.deliver.remembered import Making
from cx.matrix import view_options
from cx.records import Filters, Settings, Touchpoints


def settings_of_deck(making: Making, touchpoints: Touchpoints) -> tuple[Settings, tuple[str, ...]]:
    """Return the settings, and the filters that were left out since the new data have no such rows.

    The latest period of the new data is in view.
    """
    known, asked = view_options(touchpoints), making.settings.filters
    kept = Filters(
        journeys=_those(asked.journeys, known.journeys),
        channels=_those(asked.channels, known.channels),
        segments=_those(asked.segments, known.segments),
    )
    wanted = (*asked.journeys, *asked.channels, *asked.segments)
    lost = tuple(one for one in wanted if one not in (*kept.journeys, *kept.channels, *kept.segments))
    return replace(making.settings, filters=kept, look=making.options), lost


def _those(asked: Sequence[str], known: Sequence[str]) -> tuple[str, ...]:
    return tuple(one for one in asked if one in known)
