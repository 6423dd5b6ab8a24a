"""Drivers by the names of their touchpoints; what is said about a column keeps its header."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from cx.records import Finding, TouchpointName


def called_of(columns: Iterable[str], names: Mapping[str, TouchpointName]) -> dict[str, TouchpointName]:
    """Return name in use to all names, of the columns that are called something else than their header."""
    return {names[one].name: names[one] for one in columns if one in names and names[one].name != one}


def by_name(columns: Iterable[str], names: Mapping[str, TouchpointName]) -> tuple[str, ...]:
    """Return what the touchpoints of columns are called."""
    return tuple(names[one].name if one in names else one for one in columns)


def told(findings: Iterable[Finding], called: Mapping[str, TouchpointName]) -> tuple[Finding, ...]:
    """Return findings that name touchpoints as they are called, and columns by their headers."""
    if not called:
        return tuple(findings)
    headers = {one.source: name for name, one in called.items()}
    return tuple(_told(one, called, headers) for one in findings)


def _told(finding: Finding, called: Mapping[str, TouchpointName], headers: Mapping[str, str]) -> Finding:
    known = called.get(finding.column or "")
    column = known.source if known else finding.column
    said = finding.details.get("touchpoint")
    if said not in headers:
        return finding if column == finding.column else replace(finding, column=column)
    return replace(finding, column=column, details={**finding.details, "touchpoint": headers[str(said)]})
