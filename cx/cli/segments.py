"""Which touchpoints change quadrant between segments of respondents, on the command line."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from cx import impact, text
from cx import matrix as matrices
from cx.cli.arguments import settings_of
from cx.cli.derivation import survey_among
from cx.errors import ArgumentError
from cx.matrix.comparison import segments
from cx.records import DriverResult, Filters, Finding, Method, Responses, Settings, Touchpoints
from cx.records.file import Workbook


def moved(
    arguments: argparse.Namespace, workbooks: Sequence[Workbook], whole: Touchpoints
) -> tuple[Finding, ...]:
    """Return a finding for each touchpoint that lies in different quadrants for different segments.

    Each segment has a model of its own; the crosshair is that of ``whole``, the touchpoints of all
    respondents. Above fourteen touchpoints the segments' shares are Johnson's weights.
    """
    survey = survey_among(arguments, workbooks)
    responses = survey.responses
    roles = {name: role for source in responses.sources for name, role in source.roles.items()}
    derive = partial(_derived, arguments, survey.outcome)
    found: list[Finding] = []
    for column in responses.segments:
        if roles.get(column) != "segment" or not segments.shown_values(impact.values_of(responses, column)):
            continue
        parts, _ = impact.by_segment(responses, column, derive)
        tables = {value: impact.touchpoints(part, arguments.score) for value, part in parts.items()}
        drawn = segments.of_parts(column, tables, whole, settings_of(arguments))
        found += segments.findings_of_segments(drawn)
    return tuple(found)


def _derived(arguments: argparse.Namespace, outcome: str, part: Responses) -> DriverResult:
    method: Method = arguments.method or "shapley"
    many = len(part.drivers) > segments.EXACT and method == "shapley"
    return impact.drivers(
        part,
        outcome,
        outcome_direction=arguments.outcome_direction,
        positive=arguments.positive,
        method="johnson" if many else method,
        draws=_DRAWS,
    )


_DRAWS = 200
"""Enough to tell how exact the shares of a segment are."""


_OF_PEOPLE = ("responses", "ratings")


def settings_in_view(arguments: argparse.Namespace, touchpoints: Touchpoints) -> Settings:
    """Return what the arguments say about the matrix, with what they leave in view.

    Raises
    ------
    ArgumentError
        When the table has no such period, column or value.
    """
    filters = Filters(period=arguments.period)
    options = matrices.view_options(touchpoints)
    if arguments.period is not None and arguments.period not in options.periods:
        known = ", ".join(options.periods) or text.NOTHING
        raise ArgumentError("argument_period", value=arguments.period, known=known)
    for column, value in arguments.segment:
        filters = _filtered(filters, column, value, touchpoints)
    return replace(settings_of(arguments), filters=filters)


def outcome_of_part(
    arguments: argparse.Namespace, touchpoints: Touchpoints, found: DriverResult | None
) -> str | None:
    """Return the outcome that was found by itself, where impact among a part of the respondents is asked for.

    ``None`` where all respondents are asked for, where what is asked can be seen in the table, or where no
    outcome was found.
    """
    known = _viewable(touchpoints)
    asked = [known.get(_role(column, touchpoints)) for column, _ in arguments.segment]
    periods = matrices.view_options(touchpoints).periods
    elsewhere = arguments.period is not None and not periods
    return found.outcome if found is not None and (elsewhere or not all(asked)) else None


def _filtered(filters: Filters, column: str, value: str, touchpoints: Touchpoints) -> Filters:
    role, known = _role(column, touchpoints), _viewable(touchpoints)
    roles = {name: role for source in touchpoints.sources for name, role in source.roles.items()}
    if not known.get(role) and any(source.shape in _OF_PEOPLE for source in touchpoints.sources):
        raise ArgumentError("argument_segment_of_people", value=column)
    if not known.get(role):
        seen = ", ".join(name for name, own in roles.items() if known.get(own)) or text.NOTHING
        raise ArgumentError("argument_segment_column", value=column, known=seen)
    if value not in known[role]:
        raise ArgumentError("argument_segment_value", value=value, known=", ".join(known[role]))
    if role == "segment":
        return replace(filters, segments=(*filters.segments, value))
    if role == "channel":
        return replace(filters, channels=(*filters.channels, value))
    return replace(filters, journeys=(*filters.journeys, value))


def _role(column: str, touchpoints: Touchpoints) -> str:
    """Return what a column is; a word that is no column's header stands for a kind of column."""
    named = {name.casefold(): role for source in touchpoints.sources for name, role in source.roles.items()}
    return named.get(column.casefold(), column.casefold())


def _viewable(touchpoints: Touchpoints) -> dict[str, tuple[str, ...]]:
    """Return the values that the view can be filtered on, by kind of column."""
    options = matrices.view_options(touchpoints)
    return {"segment": options.segments, "channel": options.channels, "journey": options.journeys}
