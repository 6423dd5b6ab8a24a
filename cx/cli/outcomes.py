"""The question which column is the outcome, as ``inspect`` prints it: its options are those of ``matrix``."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from dataclasses import replace

from cx import impact, intake, text
from cx.cli.column_names import header_of
from cx.errors import CxError
from cx.impact import LikelyOutcome
from cx.records import DriverResult, Touchpoints
from cx.records.file import Understanding, Workbook
from cx.text import Language

NO_OUTCOME = "none"


def likely(workbook: Workbook, seen: Understanding, said: str | None = None) -> tuple[LikelyOutcome, ...]:
    """Return the outcomes between which a person has to choose; none where that is clear or not known.

    Parameters
    ----------
    said
        The outcome that was given, which settles it; a column that the file does not have is refused.
    """
    if said is not None:
        if said.strip().casefold() != NO_OUTCOME:
            intake.check_columns([workbook], seen.choices, [header_of(seen, said)])
        return ()
    if seen.shape not in ("responses", "ratings") or len(seen.columns_of("outcome")) <= 1:
        return ()
    try:
        return impact.likely_outcomes(intake.responses(workbook, seen.choices))
    except CxError:
        return ()


def as_json(found: tuple[LikelyOutcome, ...], lang: Language) -> list[dict[str, object]]:
    """Return the question with one reading an outcome, and one without; nothing where nothing is asked."""
    if not found:
        return []
    readings = [
        {"says": impact.outcome_words(one, lang), "chosen": one.chosen, "options": list(options(one.name)),
         "n": one.n, "explained": one.explained}
        for one in found
    ]  # fmt: skip
    none = {
        "says": text.say("outcome.none", lang),
        "chosen": False,
        "options": list(options(NO_OUTCOME)),
        "n": None,
        "explained": None,
    }
    names = [one.name for one in found]
    return [
        {
            "about": impact.outcome_question(found).message(lang),
            "kind": "outcome",
            "columns": names,
            "readings": [*({**one, **_FILE} for one in readings), {**none, **_FILE}],
        }
    ]


_FILE: dict[str, object] = {"scale": None, "touchpoints": [], "problem": None}
"""An outcome changes nothing about how the file is read."""


def as_text(found: tuple[LikelyOutcome, ...], lang: Language) -> Iterator[str]:
    """Return one line for the question and one a reading."""
    if not found:
        return
    yield text.say("cli.question", lang, about=impact.outcome_question(found).message(lang))
    readings = [(impact.outcome_words(one, lang), one.name, one.chosen) for one in found]
    for label, name, chosen in [*readings, (text.say("outcome.none", lang), NO_OUTCOME, False)]:
        shell = " ".join(f'"{one}"' if " " in one else one for one in options(name))
        yield text.say(f"cli.reading.{'now' if chosen else 'other'}", lang, says=label, options=shell)


def options(name: str) -> tuple[str, ...]:
    """Return the arguments of ``matrix`` that choose an outcome."""
    return (f"--outcome={name}",) if name.startswith("-") else ("--outcome", name)


def counted(table: Touchpoints) -> Touchpoints:
    """Return a table whose sources count the question which column is the outcome among those open."""
    asked = {one.column for one in table.findings if one.code == "outcome_ambiguous"}
    sources = (
        replace(one, open_questions=one.open_questions + 1) if asked & set(one.roles) else one
        for one in table.sources
    )
    return replace(table, sources=tuple(sources)) if asked else table


def shown_in_settings(
    arguments: argparse.Namespace, drivers: DriverResult | None
) -> Mapping[str, str | None]:
    """Return what impact was derived on, and who chose it, as the settings of the matrix print it."""
    if drivers is None:
        return {"outcome": None, "outcome_chosen": None}
    return {
        "outcome": drivers.outcome,
        "outcome_chosen": "by_itself" if arguments.outcome is None else "given",
    }
