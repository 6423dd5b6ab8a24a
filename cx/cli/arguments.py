"""The arguments of the command line, and what they mean for a file and for the matrix."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from cx import text
from cx.cli import lenses, log_arguments
from cx.cli.chosen_drivers import listed
from cx.cli.meanings import by_column, code, meaning, naming
from cx.cli.typed_values import direction, ends, is_number, number, refuse, scale
from cx.errors import ArgumentError
from cx.records import (
    CROSSHAIR_RULES,
    METHODS,
    ROLES,
    SHAPES,
    Choices,
    CrosshairRule,
    Filters,
    ImpactPart,
    Role,
    Settings,
)
from cx.records.file import SCORES, DecimalMark
from cx.text import CURRENCIES, LANGUAGES, Language

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

COMMANDS = ("inspect", "matrix", "drivers", "journeys", "deck", "refresh", "workbook", "image")
WRITES = ("deck", "workbook", "image")
_MARKS: dict[str, DecimalMark] = {"comma": ",", "point": "."}
_MOST_HEADER_ROWS = 10


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of printing usage and leaving."""

    def error(self, message: str) -> NoReturn:
        raise ArgumentError("arguments", detail=message)

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Write the help as everything else is written: argparse keeps it to itself when nobody reads."""
        (file or sys.stdout).write(self.format_help())


def parsed(argv: Sequence[str]) -> argparse.Namespace:
    """Return the arguments, typed.

    Raises
    ------
    cx.errors.ArgumentError
        When an argument is unknown, missing or cannot be used.
    """
    return parser(language_of(argv)).parse_args(list(argv))


def language_of(argv: Sequence[str]) -> Language:
    """Return the language asked for by ``--lang``, before anything else is parsed."""
    for place, argument in enumerate(argv):
        following = argv[place + 1] if argument == "--lang" and place + 1 < len(argv) else argument
        if argument.startswith("--lang") and following.removeprefix("--lang=") == "nl":
            return "nl"
    return "en"


@cache
def parser(lang: Language) -> argparse.ArgumentParser:
    """Return the parser with its help in the given language."""
    main = _Parser(prog="python -m cx", description=text.say("cli.description", lang), allow_abbrev=False)
    commands = main.add_subparsers(dest="command", required=True, metavar="|".join(COMMANDS))
    for command in COMMANDS:
        words = text.say(f"cli.{command}", lang)
        sub = commands.add_parser(command, help=words, description=words, allow_abbrev=False)
        if command == "journeys":
            log_arguments.add_options(sub, lang, rows=_rows)
            continue
        alone = command in ("inspect", "drivers")
        shown = "FILE" if command == "refresh" else "FILE|TABLE"
        if command == "refresh":
            sub.add_argument("deck", type=Path, metavar="OLD.pptx", help=text.say("cli.refresh.old", lang))
        sub.add_argument("files", nargs=1 if alone else "+", type=log_arguments.place, metavar=shown)
        _add_file_options(sub, lang)
        if not alone:
            _add_matrix_options(sub, lang)
        if command in ("matrix", "deck", "refresh", "workbook", "image"):
            lenses.add_options(sub, lang, days=_count)
        if command != "inspect":
            _add_view_options(sub, lang)
            _add_driver_options(sub, lang, needed=command == "drivers")
        else:
            sub.add_argument("--outcome", metavar="COLUMN", help=text.say("cli.outcome", lang))
        if command in ("deck", "refresh", "image"):
            lenses.add_choice(sub, lang)
        if command == "deck":
            log_arguments.add_deck_options(sub, lang)
            sub.add_argument("--numbers", action="store_true", help=text.say("cli.numbers", lang))
        if command == "image":
            sub.add_argument("--transparent", action="store_true", help=text.say("cli.transparent", lang))
        _add_output(sub, command, lang)
    return main


def _add_output(sub: argparse.ArgumentParser, command: str, lang: Language) -> None:
    """Add where the result goes: into a file, or onto the screen."""
    if command in WRITES or command == "refresh":
        log_arguments.add_path_options(sub, lang)
        sub.add_argument("-o", "--output", type=Path, required=True, help=text.say("cli.output", lang))
    if command == "refresh":
        _add_acceptance(sub, lang)
    elif command not in WRITES:
        log_arguments.add_least(sub, lang)
        sub.add_argument("--json", action="store_true", help=text.say("cli.json", lang))


def _add_acceptance(sub: argparse.ArgumentParser, lang: Language) -> None:
    """Add how the plan is told and accepted; what is not given is as it was for the old deck."""
    sub.add_argument("--yes", action="store_true", help=text.say("cli.refresh.yes", lang))
    sub.add_argument("--json", action="store_true", help=text.say("cli.refresh.json", lang))
    sub.set_defaults(crosshair=None, min_n=None, seed=None)


def choices_of(arguments: argparse.Namespace) -> Choices:
    """Return what the arguments say about a file."""
    return Choices(
        sheet=arguments.sheet[0] if arguments.sheet else None,
        also=tuple(arguments.sheet[1:]) if arguments.sheet and not arguments.fitting_sheets else None,
        header_rows=arguments.header,
        direction=arguments.direction,
        blanks=arguments.blanks,
        tests=arguments.tests,
        changed=arguments.changed,
        mixed_shares=arguments.shares,
        shape=arguments.shape,
        roles=dict(arguments.role),
        scale=next((one for column, one in reversed(arguments.scale) if column is None), None),
        scales={column: one for column, one in arguments.scale if column is not None},
        impact_scale=arguments.impact_scale,
        missing_codes=arguments.missing,
        codes=by_column(arguments.code),
        decimal_mark=_MARKS.get(arguments.decimal),
        text_scales=by_column(arguments.meaning),
        impact_parts=tuple(arguments.impact),
        hidden=arguments.hidden,
        score=arguments.score,
        matches=dict(arguments.match),
        cluster=arguments.cluster,
        names=dict(arguments.name),
    )


def settings_of(arguments: argparse.Namespace) -> Settings:
    """Return what the arguments say about the matrix, filters aside."""
    rule, fixed = arguments.crosshair
    return replace(
        getattr(arguments, "made_with", Settings()),
        crosshair_rule=rule,
        fixed=fixed,
        target=arguments.target,
        min_n=arguments.min_n,
        seed=arguments.seed,
        filters=Filters(),
        currency=arguments.currency,
    )


def _add_file_options(sub: argparse.ArgumentParser, lang: Language) -> None:
    def option(name: str, **how: object) -> None:
        sub.add_argument(f"--{name}", help=text.say(f"cli.{name}", lang), **how)  # type: ignore[arg-type]

    option("sheet", action="append", default=[], metavar="NAME")
    option("fitting-sheets", action="store_true")
    option("header", type=_rows, metavar="ROW[..ROW]")
    option("hidden", action="store_true")
    option("role", type=_role, action="append", default=[], metavar="ROLE=COLUMN")
    option("shape", choices=SHAPES)
    option("scale", type=scale, action="append", default=[], metavar="[COLUMN=]MIN..MAX[:higher|lower]")
    option("direction", choices=("higher", "lower"))
    option("blanks", choices=("not_met", "no_answer"))
    option("tests", choices=("away", "count"))
    option("changed", choices=("moved", "as_typed"))
    option("shares", choices=("percent", "left_out"))
    option("cluster", type=_column, metavar="COLUMN")
    option("impact-scale", type=ends, metavar="MIN..MAX")
    option("missing", type=_codes, metavar="CODE,CODE")
    option("code", type=code, action="append", default=[], metavar="COLUMN:CODE=MEANING")
    option("decimal", choices=tuple(_MARKS))
    option("meaning", type=meaning, action="append", default=[], metavar="COLUMN:TEXT=NUMBER")
    option("impact", type=_impact, action="append", default=[], metavar="COLUMN[:WEIGHT[:higher|lower]]")
    option("mapping", type=Path, metavar="FILE")
    option("score", choices=SCORES, default="mean")
    option("name", type=naming, action="append", default=[], metavar="COLUMN OR NAME=NEW NAME")
    option("match", type=_match, action="append", default=[], metavar="NAME=TOUCHPOINT")
    option("lang", choices=LANGUAGES, default="en")
    option("password-file", type=Path, metavar="F")


def _add_matrix_options(sub: argparse.ArgumentParser, lang: Language) -> None:
    def option(name: str, **how: object) -> None:
        sub.add_argument(f"--{name}", help=text.say(f"cli.{name}", lang), **how)  # type: ignore[arg-type]

    rules = "|".join((*CROSSHAIR_RULES[:-1], "SAT,IMPACT"))
    option("crosshair", type=_crosshair, default=("mean", None), metavar=rules)
    option("target", type=number, metavar="SAT")
    option("min-n", type=_count, default=30, metavar="N")
    option("currency", choices=CURRENCIES)


def _add_view_options(sub: argparse.ArgumentParser, lang: Language) -> None:
    def option(name: str, **how: object) -> None:
        sub.add_argument(f"--{name}", help=text.say(f"cli.{name}", lang), **how)  # type: ignore[arg-type]

    option("segment", type=log_arguments.segment, action="append", default=[], metavar="COLUMN=VALUE")
    option("period", metavar="VALUE")
    option("seed", type=_count, default=1, metavar="N")


def _add_driver_options(sub: argparse.ArgumentParser, lang: Language, *, needed: bool) -> None:
    def option(name: str, **how: object) -> None:
        sub.add_argument(f"--{name}", help=text.say(f"cli.{name}", lang), **how)  # type: ignore[arg-type]

    option("outcome", required=needed, metavar="COLUMN")
    option("outcome-direction", choices=("higher", "lower"))
    option("positive", metavar="LABEL")
    option("method", choices=METHODS)
    sub.add_argument(
        "--drivers",
        type=listed,
        action="append",
        default=[],
        metavar="COLUMN[,COLUMN]",
        help=text.say("cli.drivers.chosen", lang),
    )


def _count(value: str) -> int:
    return int(value) if value.isdecimal() else refuse("argument_count", value)


def _rows(value: str) -> tuple[int, ...]:
    first, dots, last = value.partition("..")
    rows = range(_count(first), _count(last if dots else first) + 1)
    return (
        tuple(rows)
        if rows and rows[0] > 0 and len(rows) <= _MOST_HEADER_ROWS
        else refuse("argument_header", value)
    )


def _codes(value: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in value.split(",") if one.strip())


def _column(value: str) -> str:
    """A column, or nothing: a column that is called none goes by its letter."""
    return "" if value.strip().casefold() == "none" else value.strip()


def _match(value: str) -> tuple[str, str]:
    name, sign, touchpoint = value.partition("=")
    known = sign and name.strip()
    return (name.strip(), touchpoint.strip()) if known else refuse("argument_match", value)


def _role(value: str) -> tuple[str, Role]:
    role, sign, column = value.partition("=")
    for known in ROLES:
        if sign and column and known == role.strip():
            return column.strip(), known
    raise ArgumentError("argument_role", value=value, roles=", ".join(ROLES))


def _impact(value: str) -> ImpactPart:
    rest, good = direction(value)
    column, sign, weight = rest.rpartition(":")
    if not sign or not is_number(weight):
        if is_number(column.rpartition(":")[2]) and ":" in column:
            refuse("argument_impact", value)
        column, weight = rest, "1"
    if not column.strip() or number(weight) <= 0:
        refuse("argument_impact", value)
    return ImpactPart(column.strip(), number(weight), good)


def _crosshair(value: str) -> tuple[CrosshairRule, tuple[float, float] | None]:
    for rule in CROSSHAIR_RULES[:-1]:
        if value == rule:
            return rule, None
    satisfaction, comma, impact = value.partition(",")
    if not comma:
        refuse("argument_crosshair", value)
    return "fixed", (number(satisfaction), number(impact))
