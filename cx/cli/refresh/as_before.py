"""What the old deck was made with stands for every argument that was not given."""

from __future__ import annotations

import argparse
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cx import matrix as matrices
from cx.cli.streams import content_of
from cx.errors import UnreadableFile
from cx.records import Companions, Matrix, Touchpoints

if TYPE_CHECKING:
    from cx.deliver import Additions, OldDeck, OldPathDeck


@dataclass(frozen=True)
class Drawn:
    """The new data as the old deck showed its own."""

    matrix: Matrix
    companions: Companions
    filters_lost: tuple[str, ...] = ()
    added: Additions | None = None
    """What is told beside the matrix."""


def looked_into(arguments: argparse.Namespace) -> OldDeck | OldPathDeck:
    """Return the old deck that the arguments name.

    Raises
    ------
    cx.errors.CxError
        When it cannot be read, or bears no ids of ours.
    """
    from cx import deliver

    content, name = content_of(arguments.deck), arguments.deck.name
    try:
        return deliver.old_deck(content, name)
    except UnreadableFile as error:
        if error.key != "deck_of_paths":
            raise
        return deliver.old_path_deck(content, name)


def as_before(arguments: argparse.Namespace, old: OldDeck) -> list[argparse.Namespace]:
    """Return the arguments with what the old deck was made with, wherever they say nothing.

    Returns
    -------
    The arguments to begin with; and behind them, where the old deck had an outcome or a lens that nobody
    typed here, or read its files in a way of its own, those without: other data need not have them.
    """
    made, given = old.making.settings, vars(arguments)
    known = {
        "made_with": made,
        "crosshair": given["crosshair"] or (made.crosshair_rule, made.fixed),
        "target": made.target if given["target"] is None else given["target"],
        "min_n": made.min_n if given["min_n"] is None else given["min_n"],
        "seed": made.seed if given["seed"] is None else given["seed"],
    }
    plain = argparse.Namespace(**{**given, **known})
    more = {
        "outcome": old.making.outcome or None,
        "lens": old.making.options.lens,
        "reading": None if given["mapping"] else old.making.reading or None,
    }
    typed = {name: value for name, value in more.items() if value and not given.get(name)}
    if not typed:
        return [plain]
    return [argparse.Namespace(**{**vars(plain), **typed}), plain]


def walked_as_before(arguments: argparse.Namespace, old: OldPathDeck) -> list[argparse.Namespace]:
    """Return the arguments with what an old deck of paths was made with, wherever they say nothing.

    Returns
    -------
    The arguments to begin with; and behind them those without what other logs need not have: its columns,
    periods, and the touchpoints that were asked about. Whose paths are told stays: it is no other log.
    """
    making, given = old.making, vars(arguments)
    asked, reading = making.options, making.reading
    known = {
        "gap": asked.gap,
        "top": asked.top,
        "least": asked.least,
        "segment": list(making.within),
        "only": making.only,
    }
    of_this_log = {
        "role": [(column, role) for _, column, role in reading.roles],
        "case": reading.case,
        "positive": reading.positive,
        "sheet": [reading.sheet] if reading.sheet else [],
        "header": reading.header_rows,
        "outcome": making.outcome,
        "anchor": asked.anchor,
        "funnel": asked.funnel,
        "period_a": asked.period_a,
        "period_b": asked.period_b,
    }
    plain = {**given, **{name: value for name, value in known.items() if not given.get(name)}}
    typed = {name: value for name, value in of_this_log.items() if value and not given.get(name)}
    found = [argparse.Namespace(**{**plain, **typed})]
    return [*found, argparse.Namespace(**plain)] if typed else found


def redrawn(
    arguments: argparse.Namespace,
    old: OldDeck,
    matrix: Matrix,
    table: Touchpoints,
    whole: Touchpoints | None,
) -> Drawn:
    """Return a matrix of new data with the look of the old deck, and its filters where none were typed."""
    from cx import deliver

    settings, lost = deliver.settings_of_deck(old.making, table)
    if arguments.segment or arguments.period is not None:
        settings, lost = replace(settings, filters=matrix.settings.filters), ()
    said = matrix.settings
    settings = replace(
        settings,
        crosshair_rule=said.crosshair_rule,
        fixed=said.fixed,
        target=said.target,
        min_n=said.min_n,
        seed=said.seed,
    )
    made = matrices.build(table, settings, whole=whole)
    return Drawn(made, matrices.companions(made, table), lost)
