"""Lenses on the command line: as JSON (the contract) and in a line each."""

from __future__ import annotations

import argparse
import dataclasses
from collections.abc import Callable, Mapping
from dataclasses import replace

from cx import text
from cx.errors import ArgumentError
from cx.matrix import companions, with_lens
from cx.records import Companions, Matrix, Touchpoints
from cx.records.lenses import (
    LENSES,
    Bar,
    Coverage,
    ExpectationGap,
    KnowledgeGap,
    Lens,
    Lenses,
    LensResult,
    LensSettings,
    Proactivity,
    Reading,
)
from cx.text import Language

_LONGEST_FRESH = 3_650


def add_options(sub: argparse.ArgumentParser, lang: Language, *, days: Callable[[str], int]) -> None:
    """Add what is asked of lenses: how old an answer may be, and in which segments moments are told."""
    default = LensSettings().fresh_days
    sub.add_argument(
        "--fresh-days", type=days, default=default, metavar="DAYS", help=text.say("cli.fresh-days", lang)
    )
    sub.add_argument("--moments", default="", metavar="COLUMN", help=text.say("cli.moments", lang))


def add_choice(sub: argparse.ArgumentParser, lang: Language) -> None:
    """Add which lens is drawn on the matrix."""
    told = text.say("cli.lens_on", lang, names=", ".join(LENSES))
    sub.add_argument("--lens", choices=LENSES, metavar="NAME", help=told)


def settings_of(arguments: argparse.Namespace, touchpoints: Touchpoints) -> LensSettings:
    """Return what the arguments say about the lenses.

    Raises
    ------
    ArgumentError
        When the days are none, or moments are told in no such column.
    """
    days, column = arguments.fresh_days, arguments.moments.strip()
    if not 1 <= days <= _LONGEST_FRESH:
        raise ArgumentError("argument_fresh_days", value=days, limit=_LONGEST_FRESH)
    known = [*touchpoints.segment_effects]
    if column and column.casefold() not in map(str.casefold, known):
        raise ArgumentError("argument_moments", value=column, known=", ".join(known) or text.NOTHING)
    return LensSettings(fresh_days=days, segment=column)


def marked(matrix: Matrix, table: Touchpoints, lens: Lens, found: Lenses) -> tuple[Matrix, Companions]:
    """Return the matrix with a lens on, and the marks that it puts on the bubbles.

    Raises
    ------
    ArgumentError
        When that lens has nothing to show of these files.
    """
    shown = [one.lens for one in found.results if one.is_read]
    if lens not in shown:
        raise ArgumentError("argument_lens", value=lens, known=", ".join(shown) or text.NOTHING)
    look = replace(matrix.settings.look, lens=lens)
    on = replace(matrix, settings=replace(matrix.settings, look=look))
    return on, with_lens(companions(on, table), on, found)


def refuse_without_matrix(arguments: argparse.Namespace) -> None:
    """Refuse a lens where paths are drawn: it marks bubbles of a matrix.

    Raises
    ------
    ArgumentError
        When one was asked for.
    """
    if lens := getattr(arguments, "lens", None):
        raise ArgumentError("argument_lens_paths", value=lens)


def as_json(lenses: Lenses, lang: Language) -> list[dict[str, object]]:
    """Return the lenses that have something to show, as ``matrix --json`` prints them."""
    return [_lens(one, lang) for one in lenses.results]


def _lens(result: LensResult, lang: Language) -> dict[str, object]:
    about = {"figure": result.figure} if result.figure else {}
    return {
        "lens": result.lens,
        **about,
        "total": dict(result.total),
        "touchpoints": [_reading(one) for one in result.touchpoints],
        "findings": [one.as_json(lang) for one in result.findings],
    }


def _reading(one: Reading) -> dict[str, object]:
    plain = {"name": one.name, "value": one.value, "low": one.low, "high": one.high, "n": one.n}
    return {**plain, **_further(one)}


def _further(one: Reading) -> Mapping[str, object]:
    """What a lens adds to every reading."""
    if isinstance(one, KnowledgeGap):
        return {"guess": one.guess, "truth": one.truth}
    if isinstance(one, ExpectationGap):
        return {"expectation": one.expectation, "experience": one.experience, "dimension": one.dimension}
    if isinstance(one, Proactivity):
        bars = {"negative": one.negative, "reactive": one.reactive, "proactive": one.proactive}
        return {name: _bar(bar) for name, bar in bars.items()}
    if isinstance(one, Coverage):
        return {
            "measures": [
                {
                    "channel": measured.channel,
                    "measure": measured.measure,
                    "n": measured.n,
                    "last": measured.last.isoformat() if measured.last else None,
                }
                for measured in one.measures
            ]
        }
    return {}


def _bar(bar: Bar | None) -> dict[str, object] | None:
    return None if bar is None else dataclasses.asdict(bar)


def as_text(lenses: Lenses, lang: Language) -> list[str]:
    """Return one line for each lens that reads a touchpoint, and a blank one behind them."""
    lines = [_line(one, lang) for one in lenses.results if one.is_read]
    return [*lines, ""] if lines else []


def _line(result: LensResult, lang: Language) -> str:
    known = [one for one in result.touchpoints if one.value is not None]
    name = text.say(f"cli.lens.{result.lens}", lang)
    return text.say("cli.lens", lang, lens=name, n=len(known))
