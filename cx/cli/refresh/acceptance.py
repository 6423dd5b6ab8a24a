"""The plan of a refreshed deck is told, and the deck written once it is accepted."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from cx import text
from cx.cli.output import dumped
from cx.cli.refresh.as_before import Drawn, as_before, looked_into, walked_as_before
from cx.cli.streams import put, tell
from cx.errors import ArgumentError, CxError
from cx.text import Language

if TYPE_CHECKING:
    from cx.deliver import OldDeck, OldPathDeck, Plan, Refreshed
    from cx.records.journeys import PathLook, Paths

T = TypeVar("T")


Shown = Callable[[argparse.Namespace, "OldDeck", Language], Drawn]
Walked = Callable[[argparse.Namespace, Language], "tuple[Paths, PathLook | None]"]


def result_of(arguments: argparse.Namespace, lang: Language, drawn: Shown, walked: Walked) -> str:
    """Return what ``refresh`` prints: the name of the file that it wrote, or its plan as JSON.

    Parameters
    ----------
    drawn
        Reads the files of the arguments as the old deck's were.
    walked
        The same for a deck that tells paths alone.

    Raises
    ------
    cx.errors.CxError
        When the old deck or the files cannot be read, or the plan was not accepted.

    Notes
    -----
    With ``--yes`` it is accepted. Without, it is asked for on a terminal. Where nobody can be asked, a plan
    in which nothing is lost needs no acceptance, and any other one gets none.
    """
    if arguments.output.resolve() == arguments.deck.resolve():
        raise ArgumentError("refresh_onto_old", value=str(arguments.output))
    from cx import deliver

    old = looked_into(arguments)
    made = (
        _made(arguments, old, lang, drawn)
        if isinstance(old, deliver.OldDeck)
        else _made_of_paths(arguments, old, walked)
    )
    if not arguments.json:
        tell("\n".join(made.plan.lines(lang)))
    wanted = arguments.yes or (not arguments.json and _accepted(made.plan, arguments, lang))
    if not wanted and not arguments.json:
        raise ArgumentError("refresh_not_accepted")
    if wanted:
        put(arguments.output, made.content)
    if arguments.json:
        return dumped({**made.plan.as_json(lang), "written": str(arguments.output) if wanted else None})
    return text.say("cli.written", lang, file=str(arguments.output))


def _made(arguments: argparse.Namespace, old: OldDeck, lang: Language, drawn: Shown) -> Refreshed:
    from cx import deliver

    shown = _first_that_can(as_before(arguments, old), lambda asked: drawn(asked, old, lang))
    return deliver.refreshed(
        old,
        shown.matrix,
        day=_today(),
        added=shown.added,
        companions=shown.companions,
        filters_lost=shown.filters_lost,
    )


def _made_of_paths(arguments: argparse.Namespace, old: OldPathDeck, walked: Walked) -> Refreshed:
    from cx import deliver

    if old.making.hidden:
        raise ArgumentError("deck_hides_paths", file=old.name)
    lang = old.making.lang
    paths, look = _first_that_can(walked_as_before(arguments, old), lambda asked: walked(asked, lang))
    return deliver.refreshed_paths(old, paths, day=_today(), look=look)


def _first_that_can(ways: Sequence[argparse.Namespace], make: Callable[[argparse.Namespace], T]) -> T:
    """What the first of the arguments gives; where it cannot be used, the next."""
    first, *others = ways
    try:
        return make(first)
    except CxError:
        if not others:
            raise
        return _first_that_can(others, make)


def _today() -> dt.date:
    return dt.datetime.now().astimezone().date()


def _accepted(plan: Plan, arguments: argparse.Namespace, lang: Language) -> bool:
    if not sys.stdin.isatty():
        return not plan.under("cannot")
    sys.stderr.write(text.say("cli.refresh.ask", lang, file=str(arguments.output)))
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == text.say("cli.refresh.answer", lang)
