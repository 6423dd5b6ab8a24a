"""Paths whose touchpoints are called otherwise: as a table does, or so that nothing tells their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cx.records.journeys import Journeys, Only, Paths, Trends
from cx.text import NOTHING


def names_of(paths: Paths) -> tuple[str, ...]:
    """Return every touchpoint that paths name anywhere, in their order; those of conditions come last."""
    return tuple(dict.fromkeys(_names_of(paths)))


def _names_of(paths: Paths) -> Iterator[str]:
    for found in (paths.found, *paths.sides):
        yield from (one.name for one in found.touchpoints)
        yield from (name for one in found.variants for name in one.path or ())
    yield from (name for one in paths.only for name in one.touchpoints)


def unnamed(paths: Paths, names: Mapping[str, str]) -> Paths:
    """Return paths under other names, without what was noticed in their files.

    Parameters
    ----------
    names
        What stands for each touchpoint; one that is not among them is called nothing.

    Notes
    -----
    Names of files, periods, segments and of the outcome stay.
    """
    found = figures_unnamed(paths.found, names)
    # as the log spells what was asked for, not as somebody typed it
    options = replace(
        paths.options, anchor=found.anchor, funnel=tuple(one.touchpoint for one in found.funnel)
    )
    return replace(
        paths,
        found=found,
        options=options,
        only=tuple(conditions_unnamed(one, names) for one in paths.only),
        sides=tuple(figures_unnamed(one, names) for one in paths.sides),
    )


def names_in_table(paths: Paths, names: Mapping[str, str]) -> dict[str, str]:
    """Return what each touchpoint of paths is called beside a table.

    Parameters
    ----------
    names
        What the table calls those that it has. Where it has one name for two of them, or one that another
        touchpoint has, they keep their own.
    """
    every = names_of(paths)
    taken = Counter(names.get(name, name) for name in every)
    return {name: called if taken[called := names.get(name, name)] == 1 else name for name in every}


def called_as(paths: Paths, names: Mapping[str, str]) -> Paths:
    """Return paths under other names, with what was noticed in their files."""
    found = unnamed(paths, names)
    return replace(found, found=replace(found.found, findings=paths.found.findings))


def conditions_unnamed(one: Only, names: Mapping[str, str]) -> Only:
    """Return a condition under other names."""
    return replace(one, touchpoints=tuple(names.get(name, NOTHING) for name in one.touchpoints))


def figures_unnamed(found: Journeys, names: Mapping[str, str]) -> Journeys:
    """Return figures under other names, without findings."""

    def called(name: str) -> str:
        return names.get(name, NOTHING)

    return replace(
        found,
        touchpoints=tuple(replace(one, name=called(one.name)) for one in found.touchpoints),
        edges=tuple(
            replace(one, start=_called(one.start, names), end=_called(one.end, names)) for one in found.edges
        ),
        variants=tuple(
            replace(one, path=None if one.path is None else tuple(map(called, one.path)))
            for one in found.variants
        ),
        funnel=tuple(replace(one, touchpoint=called(one.touchpoint)) for one in found.funnel),
        anchor=_called(found.anchor, names),
        steps=tuple(replace(one, touchpoint=_called(one.touchpoint, names)) for one in found.steps),
        positions=tuple(replace(one, touchpoint=called(one.touchpoint)) for one in found.positions),
        differences=tuple(replace(one, about=_about(one.about, names)) for one in found.differences),
        outcomes=tuple(replace(one, start=called(one.start), end=called(one.end)) for one in found.outcomes),
        drop_off=tuple(replace(one, touchpoint=called(one.touchpoint)) for one in found.drop_off),
        findings=(),
        trends=_trends(found.trends, names),
    )


def _trends(found: Trends | None, names: Mapping[str, str]) -> Trends | None:
    if found is None:
        return None
    return replace(found, rows=tuple(replace(one, about=_about(one.about, names)) for one in found.rows))


def _called(name: str | None, names: Mapping[str, str]) -> str | None:
    return None if name is None else names.get(name, NOTHING)


def _about(about: str | tuple[str, str] | None, names: Mapping[str, str]) -> str | tuple[str, str] | None:
    if isinstance(about, tuple):
        return names.get(about[0], NOTHING), names.get(about[1], NOTHING)
    return _called(about, names)
