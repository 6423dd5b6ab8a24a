"""The plan of a refreshed deck is told, and the deck written once it is accepted."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from cx import text
from cx.cli.output import dumped
from cx.cli.refresh.as_before import Drawn, as_before, looked_into
from cx.cli.streams import put, tell
from cx.errors import ArgumentError, CxError
from cx.text import Language

if TYPE_CHECKING:
    from cx.deliver import OldDeck, Plan, Refreshed


def result_of(
    arguments: argparse.Namespace,
    lang: Language,
    drawn: Callable[[argparse.Namespace, OldDeck], Drawn],
) -> str:
    """Return what ``refresh`` prints: the name of the file that it wrote, or its plan as JSON.

    Parameters
    ----------
    drawn
        Reads the files of the arguments as the old deck's were.

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
    old = looked_into(arguments)
    made = _made(arguments, old, drawn)
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


def _made(
    arguments: argparse.Namespace, old: OldDeck, drawn: Callable[[argparse.Namespace, OldDeck], Drawn]
) -> Refreshed:
    from cx import deliver

    first, *others = as_before(arguments, old)
    try:
        shown = drawn(first, old)
    except CxError:
        if not others:
            raise
        shown = drawn(others[0], old)
    return deliver.refreshed(
        old,
        shown.matrix,
        day=dt.datetime.now().astimezone().date(),
        added=shown.added,
        companions=shown.companions,
        filters_lost=shown.filters_lost,
    )


def _accepted(plan: Plan, arguments: argparse.Namespace, lang: Language) -> bool:
    if not sys.stdin.isatty():
        return not plan.under("cannot")
    sys.stderr.write(text.say("cli.refresh.ask", lang, file=str(arguments.output)))
    sys.stderr.flush()
    return sys.stdin.readline().strip().casefold() == text.say("cli.refresh.answer", lang)
