"""All figures of a lens as a table: for the page, and for a sheet of the workbook."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from cx import text
from cx.lenses import assessed_words
from cx.matrix.telling.lenses.reading import in_words, level_name
from cx.records.lenses import (
    Bar,
    Coverage,
    ExpectationGap,
    KnowledgeGap,
    Lens,
    LensResult,
    Proactivity,
    Reading,
)
from cx.text import Language

Kind = Literal["name", "words", "number", "percent", "whole"]
Value = str | float | None


@dataclass(frozen=True)
class LensTable:
    """A table with its columns by key (``lens.column.<key>``) and kind."""

    columns: Mapping[str, Kind]
    rows: tuple[tuple[Value, ...], ...]


_BOUNDS: Mapping[str, Kind] = {"low": "number", "high": "number", "n": "whole"}
_SHARES: Mapping[str, Kind] = {"low": "percent", "high": "percent", "n": "whole"}
_COLUMNS: Mapping[Lens, Mapping[str, Kind]] = {
    "knowledge_gap": {"guess": "number", "truth": "number", "gap": "number", **_BOUNDS},
    "expectation_gap": {
        "dimension": "words",
        "expectation": "number",
        "experience": "number",
        "gap": "number",
        **_BOUNDS,
    },
    "specification": {"standard": "words"},
    "delivery": {"met": "percent", **_SHARES},
    "pyramid": {"level": "whole", "meaning": "words"},
    "proactivity": {"negative": "percent", **_SHARES, "reactive": "percent", "proactive": "percent"},
    "moments": {"moment": "words"},
    "coverage": {"channel": "words", "measure": "words", "n": "whole", "last": "words", "blind": "percent"},
}


def table(result: LensResult, lang: Language) -> LensTable:
    """Return every touchpoint of a lens; of coverage a row for everything that is measured.

    Columns that are empty in every row are left out.
    """
    columns: Mapping[str, Kind] = {"touchpoint": "name", **_COLUMNS[result.lens]}
    rows = [row for one in result.touchpoints for row in _rows(result, one, lang)]
    if result.of_shares:
        columns = {key: "percent" if kind == "number" else kind for key, kind in columns.items()}
    kept = [key for key in columns if any(row.get(key) not in (None, "") for row in rows)]
    return LensTable(
        {key: columns[key] for key in kept}, tuple(tuple(row.get(key) for key in kept) for row in rows)
    )


def _rows(result: LensResult, one: Reading, lang: Language) -> list[dict[str, Value]]:
    row: dict[str, Value] = {"touchpoint": one.name, "low": one.low, "high": one.high, "n": one.n}
    value = one.number
    match one:
        case KnowledgeGap(guess=guess, truth=truth):
            row |= {"guess": guess, "truth": truth, "gap": value}
        case ExpectationGap(expectation=expected, experience=got, dimension=dimension):
            row |= {"expectation": expected, "experience": got, "gap": value}
            row["dimension"] = assessed_words.dimension(dimension, lang)
        case Proactivity(negative=bad, reactive=asked, proactive=ahead):
            row |= {"negative": _share(bad), "reactive": _share(asked), "proactive": _share(ahead)}
        case Coverage():
            return _measured(one, value, lang)
        case _ if result.lens == "pyramid" and value is not None:
            row |= {"level": value, "meaning": level_name(value, lang)}
        case _ if result.lens == "delivery":
            row["met"] = value
        case _:
            row["standard" if result.lens == "specification" else "moment"] = in_words(result, one, lang)
    return [row]


def _share(bar: Bar | None) -> float | None:
    return bar.value if bar else None


def _measured(one: Coverage, blind: float | None, lang: Language) -> list[dict[str, Value]]:
    found: list[dict[str, Value]] = [
        {
            "touchpoint": one.name,
            "channel": each.channel,
            "measure": text.say(f"lens.measure.{each.measure}", lang),
            "n": each.n,
            "last": text.short_date(each.last, lang) if each.last else "",
            "blind": blind,
        }
        for each in one.measures
    ]
    return found or [{"touchpoint": one.name, "blind": blind}]
