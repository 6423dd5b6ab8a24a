"""Logs beside a table: what they add to its matrix, and what its matrix says of their paths."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TypedDict

from cx import intake, journeys
from cx import matrix as matrices
from cx.cli import paths
from cx.records import Settings, Touchpoints
from cx.records.file import Workbook
from cx.records.journeys import SHARED_LEAST, SPLITS, Events, PathLook, Paths
from cx.text import Language


class PathsAdded(TypedDict, total=False):
    """What a deck, a report or a workbook tells of paths beside the matrix."""

    paths: Paths
    path_names: Mapping[str, str]


def events_beside(
    arguments: argparse.Namespace, workbooks: Sequence[Workbook], table: Touchpoints
) -> Events | None:
    """Return the events of the logs among the files of a table; ``None`` where there are none."""
    return intake.contact_events(workbooks, table, case=getattr(arguments, "case", None))


def chosen_events(
    arguments: argparse.Namespace, workbooks: Sequence[Workbook], table: Touchpoints, events: Events | None
) -> Events | None:
    """Return the events with the segments that were chosen, as far as the logs have such columns.

    Raises
    ------
    cx.errors.CxError
        When a column does not have the value.
    """
    if events is None:
        return None
    named = {
        name.casefold()
        for columns in events.facts.roles.values()
        for column, role in columns.items()
        for name in (column, *([role] if role in SPLITS else []))
    }
    within = [one for one in arguments.segment if one[0].casefold() in named]
    return intake.contact_events(workbooks, table, case=arguments.case, within=within) if within else events


def with_repeats(table: Touchpoints, events: Events | None) -> Touchpoints:
    """Return the table with customers and repeat contacts from the logs among its files."""
    if events is None:
        return table
    found = journeys.contacts(events, journeys.Options(least=SHARED_LEAST))
    return intake.with_contacts(table, found, known=events.facts.unit == "customer")


def paths_added(arguments: argparse.Namespace, table: Touchpoints, events: Events | None) -> PathsAdded:
    """Return the paths of the logs among the files, as they are told beside the matrix; nothing without."""
    if events is None:
        return {}
    found = paths.told(events, arguments)
    names = intake.names_in_table(table, events.facts.touchpoints)
    return {"paths": found, "path_names": names}


def look_of(
    arguments: argparse.Namespace, log: paths.Log, opened: Callable[[Path], Workbook], lang: Language
) -> PathLook | None:
    """Return how paths are drawn where a table of touchpoints is among their files; ``None`` without one."""
    several = len(arguments.files) > 1 and isinstance(log, Events)
    workbooks = [opened(path) for path in arguments.files] if several else []
    if not paths.tables_among(workbooks, log.facts.outcome):
        return None
    table = intake.together(workbooks)
    names = intake.names_in_table(table, log.facts.touchpoints)
    return matrices.path_look(matrices.build(table, Settings()), names, lang)
