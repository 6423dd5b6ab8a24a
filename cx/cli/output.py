"""Results as JSON (the contract) and as text."""

from __future__ import annotations

import dataclasses
import json
import math
from collections.abc import Mapping, Sequence

from cx import impact, text
from cx import matrix as matrices
from cx.cli import lenses
from cx.records import (
    Bubble,
    Driver,
    DriverResult,
    Finding,
    Matrix,
    Scale,
    Source,
    by_severity,
    facts,
    told_once,
)
from cx.records.lenses import Lenses
from cx.text import Language


def dumped(result: Mapping[str, object]) -> str:
    """Return one JSON object; what is not a number is null."""
    return json.dumps(_plain(result), ensure_ascii=False, indent=2, allow_nan=False)


def source_as_json(source: Source, lang: Language) -> dict[str, object]:
    """Return what a file holds, as ``inspect --json`` prints it."""
    return {
        "file": source.file,
        "sheets": [dataclasses.asdict(sheet) for sheet in source.sheets],
        "shape": source.shape,
        "header_rows": list(source.header_rows),
        "roles": _by_role(source),
        "scales": {column: scale_as_json(scale) for column, scale in source.scales.items()},
        "missing_codes": {column: list(codes) for column, codes in source.missing_codes.items()},
        "text_scales": {column: dict(numbers) for column, numbers in source.text_scales.items()},
        "provisional": source.open_questions > 0,
        "findings": [finding.as_json(lang) for finding in source.findings],
    }


def matrix_as_json(
    matrix: Matrix, lang: Language, outcome: Mapping[str, str | None], seen: Lenses
) -> dict[str, object]:
    """Return the matrix as ``matrix --json`` prints it; its settings say what impact was derived on."""
    line = matrix.crosshair
    return {
        "sources": [source_as_json(source, lang) for source in matrix.sources],
        "crosshair": {"rule": line.rule, "satisfaction": line.satisfaction, "impact": line.impact},
        "touchpoints": [_touchpoint(bubble) for bubble in matrix.bubbles],
        "claims": matrix.claims.as_json(matrices.headline(matrix, lang)),
        "lenses": lenses.as_json(seen, lang),
        "settings": {**_settings(matrix), **outcome},
        "findings": [finding.as_json(lang) for finding in matrix.findings],
    }


def drivers_as_json(result: DriverResult, lang: Language) -> dict[str, object]:
    """Return the drivers as ``drivers --json`` prints them, with what may be said of them."""
    return {**result.as_json(lang), "claims": result.claims.as_json(impact.headline(result, lang))}


def source_as_text(source: Source, lang: Language) -> str:
    """Return what a file holds, in words."""
    lines = [
        text.say(
            f"cli.found.{'sheet' if source.sheet else 'plain'}", lang, file=source.file, sheet=source.sheet
        )
    ]
    lines.append(text.say(f"shape.{source.shape}", lang))
    lines += [
        text.say("cli.column", lang, column=column, role=text.say(f"role.{role}", lang))
        for column, role in source.roles.items()
    ]
    lines += [
        text.say("cli.scale_of", lang, column=column, low=scale.minimum, high=scale.maximum)
        for column, scale in source.scales.items()
    ]
    return "\n".join([*lines, *findings_as_text(source.findings, lang), *_provisional([source], lang)])


def _provisional(sources: Sequence[Source], lang: Language) -> list[str]:
    """One line for each file of which something is asked that nobody has answered."""
    return [
        text.say("cli.provisional", lang, file=source.file, n=source.open_questions)
        for source in sources
        if source.open_questions
    ]


def matrix_as_text(matrix: Matrix, lang: Language, seen: Lenses | None = None) -> str:
    """Return the matrix as a table in order of priority, with its findings."""
    head = [
        matrices.headline(matrix, lang),
        matrices.subtitle(matrix, lang),
        matrices.crosshair_words(matrix, lang),
    ]
    rows = [[text.say(f"cli.table.{name}", lang) for name in _COLUMNS]]
    rows += [_cells(bubble, matrix, lang) for bubble in matrix.by_priority]
    return "\n".join(
        [
            *head,
            "",
            *aligned(rows, (1, len(_COLUMNS) - 1)),
            "",
            *lenses.as_text(seen or Lenses(), lang),
            *findings_as_text(matrix.findings, lang),
            *_provisional(matrix.sources, lang),
        ]
    )


def drivers_as_text(result: DriverResult, lang: Language) -> str:
    """Return the drivers as a table, the largest impact first where shown, with fit and findings."""
    head = text.say(
        "cli.drivers.head",
        lang,
        outcome=result.outcome,
        method=impact.method_name(result.method, lang),
        respondents=result.n,
        r2=text.number(result.r2, lang),
    )
    rows = [[text.say(f"cli.drivers.{name}", lang) for name in _DRIVER_COLUMNS]]
    rows += [_driver(driver, lang) for driver in result.in_order]
    title = impact.headline(result, lang)
    return "\n".join([title, head, "", *aligned(rows, (0,)), "", *findings_as_text(result.findings, lang)])


def findings_as_text(findings: tuple[Finding, ...], lang: Language) -> list[str]:
    """Return one line a finding, errors first; what is said of three columns or more stands once."""
    kinds = [alike for fact in facts(by_severity(told_once(findings))) for alike in _alike(fact)]
    return [line for alike in kinds for line in _fact(alike, lang)]


def _alike(fact: Sequence[Finding]) -> list[list[Finding]]:
    """The findings of one kind, apart where they say another thing than only of another place or number."""
    found: dict[tuple[object, ...], list[Finding]] = {}
    for finding in fact:
        found.setdefault(finding.particulars, []).append(finding)
    return list(found.values())


def _fact(fact: Sequence[Finding], lang: Language) -> list[str]:
    """One line for all columns that it is said of; a cell has a line of its own, since it holds its own."""
    first, *others = fact
    severity = text.say(f"severity.{first.severity}", lang)
    columns = [one.column for one in others if one.column and one.cell is None]
    if len(others) < _SAID_ONCE or len(set(columns)) < len(others):
        return [f"{severity}: {one.message(lang)}" for one in fact]
    named = ", ".join(f"“{column[:_LONGEST]}”" for column in columns[:_MOST_COLUMNS])
    more = " …" if len(columns) > _MOST_COLUMNS else ""
    alike = text.say("cli.alike", lang, n=len(columns), columns=named + more)
    return [f"{severity}: {first.message(lang)} {alike}"]


_SAID_ONCE, _MOST_COLUMNS, _LONGEST = 2, 12, 60
_DRIVER_COLUMNS = (
    "touchpoint",
    "share",
    "interval",
    "effect",
    "exposure",
    "exposure_effect",
    "satisfaction",
    "n",
)
_COLUMNS = ("rank", "touchpoint", "satisfaction", "impact", "volume", "strategy")


def _cells(bubble: Bubble, matrix: Matrix, lang: Language) -> list[str]:
    return [
        matrices.rank_words(bubble, lang),
        bubble.label,
        matrices.satisfaction_words(bubble.satisfaction, matrix, lang, "table"),
        text.NOTHING if matrix.impact_unknown else matrices.impact_in_column(bubble.height, matrix, lang),
        text.whole(bubble.volume, lang),
        matrices.strategy_words(bubble, matrix.settings, lang),
    ]


def _driver(driver: Driver, lang: Language) -> list[str]:
    bounds = driver.low, driver.high
    known = None not in bounds
    return [
        driver.name,
        text.percent(driver.share, lang, 1),
        "\N{EN DASH}".join(text.percent(bound, lang, 1) for bound in bounds) if known else text.NOTHING,
        text.number(driver.effect, lang),
        text.percent(driver.exposure, lang),
        text.number(driver.exposure_effect, lang),
        text.number(driver.satisfaction, lang),
        text.whole(driver.n, lang),
    ]


def aligned(rows: list[list[str]], texts: tuple[int, ...]) -> list[str]:
    """Return rows as lines, their cells in columns: texts begin together, all others end together."""
    if not rows:
        return []
    widths = [max(len(row[place]) for row in rows) for place in range(len(rows[0]))]
    return [
        "  ".join(
            cell.ljust(width) if place in texts else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _touchpoint(bubble: Bubble) -> dict[str, object]:
    priority = bubble.priority
    signed = {} if bubble.signed_impact is None else {"signed_impact": bubble.signed_impact}
    return {
        "name": bubble.label,
        "satisfaction": bubble.satisfaction,
        "impact": bubble.impact,
        **signed,
        "volume": bubble.volume,
        "n": bubble.n,
        **_contacted(bubble),
        "quadrant": bubble.quadrant,
        "certainty": bubble.certainty,
        "probabilities": None if bubble.probabilities is None else dict(bubble.probabilities),
        "priority": priority.score if priority else None,
        "rank": priority.rank if priority else None,
        "note": bubble.note or None,
    }


def _contacted(bubble: Bubble) -> dict[str, object]:
    """What a log says, where there is one."""
    found = bubble.contacted
    return {"customers": found.customers, "repeat_contacts": found.repeats} if found else {}


def _settings(matrix: Matrix) -> dict[str, object]:
    settings = dataclasses.asdict(dataclasses.replace(matrix.settings, strategies={}))
    own = {f"{lang}.{name}": list(words) for (lang, name), words in matrix.settings.strategies.items()}
    return {**settings, "strategies": own, "target": matrix.target, "scale": scale_as_json(matrix.scale)}


def _by_role(source: Source) -> dict[str, object]:
    columns: dict[str, list[str]] = {}
    for column, role in source.roles.items():
        columns.setdefault(role, []).append(column)
    return {role: names[0] if len(names) == 1 else names for role, names in columns.items()}


def scale_as_json(scale: Scale) -> dict[str, object]:
    """Return a scale as it is printed."""
    return {"min": scale.minimum, "max": scale.maximum, "direction": scale.direction}


def _plain(value: object) -> object:
    if isinstance(value, Mapping):
        return {str(key): _plain(part) for key, part in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(part) for part in value]
    if isinstance(value, float):
        return None if math.isnan(value) or math.isinf(value) else value
    return value
