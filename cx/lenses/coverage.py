"""What is measured at all, and where nobody looks although it matters."""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence

from cx.lenses.gathered import Rows, by_touchpoint
from cx.records.file import Touchpoints
from cx.records.lenses import Coverage, LensResult, Material, Measured, MeasuredBy

_ASKED, _ISO_DAY = ("responses", "ratings"), 10
MEASURES: tuple[MeasuredBy, ...] = ("goal", "effort", "satisfaction", "recommendation", "operations")


def of(material: Material) -> LensResult | None:
    """Return what is measured of each touchpoint and channel, and how large a blind spot it is.

    The blind spot is max(impact, 0) over that of all touchpoints, times volume over all volume, also of those
    without satisfaction; 0 where something fresh is measured in any channel, and ``None`` where its impact or
    volume is not known while that of others is. Without any impact it is the share of volume, without any
    volume that of impact. Fresh is what was answered at most ``fresh_days`` before the latest date in the
    files, and what has no date. It misleads where volumes count different things.

    Source: METHODS 12.
    """
    rows = by_touchpoint(material)
    if material.touchpoints is None or not rows:
        return None
    ends = _ends(material.touchpoints)
    measures = {name: _measures(own, ends) for name, own in rows.items()}
    latest = max(_days(material, measures), default=None)
    weights = _weights(material, tuple(rows))
    readings = []
    for name, own in measures.items():
        fresh = any(_is_fresh(one, latest, material.settings.fresh_days) for one in own)
        spot = 0.0 if fresh else weights[name]
        base = [one.n for one in own if not math.isnan(one.n)]
        readings.append(Coverage(name, spot, n=max(base, default=None), measures=own))
    blind = sorted((one for one in readings if one.value), key=lambda one: -float(one.value or 0.0))
    unseen = [one.name for one in readings if one.value is None]
    total = {
        "blind_spots": [one.name for one in blind],
        "not_known": unseen,
        "latest": latest.isoformat() if latest else None,
        "fresh_days": material.settings.fresh_days,
    }
    return LensResult("coverage", tuple(readings), total)


def _ends(table: Touchpoints) -> dict[str, str]:
    """File of people's answers to its last day, where a column says days."""
    days = {one.file: [day for _, day in one.days.values()] for one in table.sources if one.shape in _ASKED}
    return {file: max(known)[:_ISO_DAY] for file, known in days.items() if known}


def _measures(rows: Rows, ends: Mapping[str, str]) -> tuple[Measured, ...]:
    """What is measured in each channel, in the order of the file; of a survey its last day is the last."""
    found: dict[tuple[str, MeasuredBy], list[tuple[float, dt.date | None]]] = {}
    channels, n = rows.texts("channel"), rows.numbers("n")
    files, said = rows.texts("file"), rows.texts("last_answer")
    days = [day or ends.get(file, "") for day, file in zip(said, files, strict=True)]
    for measure in MEASURES:
        for place, value in enumerate(rows.numbers(measure)):
            if math.isnan(value) or n[place] < 1:
                continue
            day = dt.date.fromisoformat(days[place]) if days[place] else None
            found.setdefault((channels[place], measure), []).append((float(n[place]), day))
    order = {channel: place for place, channel in reversed(list(enumerate(channels)))}
    keys = sorted(found, key=lambda key: (order[key[0]], MEASURES.index(key[1])))
    return tuple(_measured(*key, found[key]) for key in keys)


def _measured(channel: str, measure: MeasuredBy, rows: Sequence[tuple[float, dt.date | None]]) -> Measured:
    """Several rows of one channel together: all answers, and the latest day; a row without one is fresh."""
    days = [day for _, day in rows]
    known = [day for day in days if day is not None]
    return Measured(
        channel, measure, sum(n for n, _ in rows), max(known) if len(known) == len(days) else None
    )


def _is_fresh(one: Measured, latest: dt.date | None, days: int) -> bool:
    return one.last is None or latest is None or (latest - one.last).days <= days


def _days(material: Material, measures: Mapping[str, Sequence[Measured]]) -> list[dt.date]:
    """Every day that the files name."""
    table, logs = material.touchpoints, [*material.levels.values(), material.overall_levels]
    texts = [day for _, day in table.days.values()] if table else []
    texts += [day for source in (table.sources if table else ()) for _, day in source.days.values()]
    if table is not None and "last_answer" in table.rows:
        texts += [day for day in table.rows["last_answer"].tolist() if isinstance(day, str) and day]
    days = [dt.date.fromisoformat(text[:_ISO_DAY]) for text in texts]
    days += [one.last for own in measures.values() for one in own if one.last]
    return days + [one.last for one in logs if one is not None and one.last is not None]


def _weights(material: Material, names: Sequence[str]) -> dict[str, float | None]:
    """How much of impact times volume each touchpoint has."""
    impacts = _shares({name: material.impact[name] for name in names if name in material.impact})
    volumes = _shares({name: material.volume[name] for name in names if name in material.volume})
    if not impacts and not volumes:
        return dict.fromkeys(names)
    found: dict[str, float | None] = {}
    for name in names:
        parts = [shares.get(name) for shares in (impacts, volumes) if shares]
        known = [part for part in parts if part is not None]
        found[name] = math.prod(known) if len(known) == len(parts) else None
    return found


def _shares(values: Mapping[str, float]) -> dict[str, float]:
    positive = {name: max(value, 0.0) for name, value in values.items() if not math.isnan(value)}
    whole = sum(positive.values())
    return {name: value / whole for name, value in positive.items()} if whole > 0 else {}
