"""The arguments that say what a log holds and what is asked of its paths."""

from __future__ import annotations

import argparse
import csv
import math
from collections.abc import Callable
from pathlib import Path

from cx import engine, text
from cx.cli.typed_values import is_number, refuse
from cx.errors import ArgumentError
from cx.records import ROLES
from cx.records.file import Role
from cx.text import LANGUAGES, Language


def add_options(
    sub: argparse.ArgumentParser, lang: Language, *, rows: Callable[[str], tuple[int, ...]]
) -> None:
    """Add what a log is asked with: nothing of scales and ratings; ``rows`` reads those of a header."""

    def option(name: str, **how: object) -> None:
        sub.add_argument(f"--{name}", help=text.say(f"cli.{name}", lang), **how)  # type: ignore[arg-type]

    sub.add_argument("files", nargs="+", type=place, metavar="FILE|TABLE")
    option("sheet", metavar="NAME")
    option("header", type=rows, metavar="ROW[..ROW]")
    option("hidden", action="store_true")
    option("role", type=role, action="append", default=[], metavar="[FILE::]ROLE=COLUMN")
    option("outcome", metavar="COLUMN")
    option("positive", metavar="LABEL")
    sub.add_argument(
        "--segment",
        type=segment,
        action="append",
        default=[],
        metavar="COLUMN=VALUE",
        help=text.say("cli.journeys.segment", lang),
    )
    add_path_options(sub, lang)
    option("lang", choices=LANGUAGES, default="en")
    option("password-file", type=Path, metavar="F")
    option("json", action="store_true")
    add_deck_options(sub, lang)
    sub.add_argument("-o", "--output", type=Path, metavar="OUT", help=text.say("cli.journeys.output", lang))


def add_path_options(sub: argparse.ArgumentParser, lang: Language) -> None:
    """Add what is asked of paths, for every command that can tell them."""

    def option(name: str, **how: object) -> None:
        sub.add_argument(f"--{name}", help=text.say(f"cli.{name}", lang), **how)  # type: ignore[arg-type]

    option("case", metavar="COLUMN")
    option("gap", type=_days, metavar="DAYS")
    option("anchor", metavar="TOUCHPOINT")
    option("funnel", type=line_of_csv, default=(), metavar="A,B,C")
    option("top", type=_positive, metavar="N")
    option("least", type=_positive, metavar="N")
    option("period-a", metavar="V")
    option("period-b", metavar="V")
    option("trend", action="store_true")


def add_deck_options(sub: argparse.ArgumentParser, lang: Language) -> None:
    """Add what a deck is made in, and what it tells: of a matrix, of paths, or of both."""
    sub.add_argument("--template", type=Path, metavar="FILE", help=text.say("cli.template", lang))
    sub.add_argument("--slides", type=_slides, metavar="KIND,KIND", help=text.say("cli.slides", lang))


def slides_of_paths(arguments: argparse.Namespace) -> tuple[str, ...] | None:
    """Return the slides of paths that were asked for, where there is no matrix beside them; ``None``: all.

    Raises
    ------
    ArgumentError
        When those that were asked for are of a matrix alone.
    """
    from cx.deliver.told.journeys import PATH_SLIDES

    wanted = getattr(arguments, "slides", None)
    if wanted is None or "journeys" in wanted:
        return None
    known = tuple(one for one in wanted if one in PATH_SLIDES)
    if not known:
        raise ArgumentError("argument_slides", value=",".join(wanted), known=", ".join(PATH_SLIDES))
    return known


def _slides(value: str) -> tuple[str, ...]:
    from cx.deliver.told import TOPICS
    from cx.deliver.told.journeys import PATH_SLIDES

    wanted = [one.strip() for one in value.split(",") if one.strip()]
    every = tuple(dict.fromkeys((*TOPICS, *PATH_SLIDES)))
    if not wanted or set(wanted) - set(every):
        raise ArgumentError("argument_slides", value=value, known=", ".join(every))
    return tuple(dict.fromkeys(wanted))


def add_least(sub: argparse.ArgumentParser, lang: Language) -> None:
    """Add how many people stand behind what leaves a database at least."""
    sub.add_argument("--least", type=_positive, metavar="N", help=text.say("cli.least.table", lang))


def asks_for_paths(arguments: argparse.Namespace) -> bool:
    """Return whether an option was given that only paths know."""
    return any(getattr(arguments, name.replace("-", "_")) for name in _OF_PATHS)


_OF_PATHS = ("case", "gap", "anchor", "funnel", "top", "least", "period-a", "period-b", "trend")


def place(value: str) -> Path | engine.Address:
    """Return a file, or the address of a table in a database.

    Raises
    ------
    ArgumentError
        When it is an address that cannot be used.
    """
    return engine.address_in(value) or Path(value)


def role(value: str) -> tuple[str | None, str, Role]:
    """Return a file (``None``: all), a column and its role: ``[FILE::]ROLE=COLUMN``.

    Raises
    ------
    ArgumentError
        When it says something else.

    Examples
    --------
    >>> role("web.csv::time=Seen at"), role("case=A::B")
    (('web.csv', 'Seen at', 'time'), (None, 'A::B', 'case'))
    """
    before, sign, column = value.partition("=")
    file, colons, named = before.rpartition("::")
    for known in ROLES:
        if sign and column.strip() and known == named.strip():
            return (file.strip() if colons else None), column.strip(), known
    raise ArgumentError("argument_role", value=value, roles=", ".join(ROLES))


def segment(value: str) -> tuple[str, str]:
    """Return a column and one of its values: ``COLUMN=VALUE``.

    Raises
    ------
    ArgumentError
        When it says something else.

    Examples
    --------
    >>> segment("Segment = Business")
    ('Segment', 'Business')
    """
    column, sign, wanted = value.partition("=")
    return (column.strip(), wanted.strip()) if sign and column.strip() else refuse("argument_segment", value)


def line_of_csv(value: str) -> tuple[str, ...]:
    """Return the names in a line of CSV.

    Examples
    --------
    >>> line_of_csv('Home,"Bill, paid", Call')
    ('Home', 'Bill, paid', 'Call')
    """
    names = next(csv.reader([value], skipinitialspace=True), [])
    return tuple(name.strip() for name in names if name.strip())


def _days(value: str) -> float:
    days = float(value) if is_number(value) else math.nan
    return days if 0 < days < math.inf else refuse("argument_gap", value)


def _positive(value: str) -> int:
    return int(value) if value.isdecimal() and int(value) > 0 else refuse("argument_least", value)
