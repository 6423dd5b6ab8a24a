"""All that is asked about a file of answers, read out of it at once: reading text is most of the work."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cx.engine.files import quoted
from cx.engine.queries.measures import GROUPS, Measure, Wanted, of_text, only

EVERY = "every"
"""The rows of a file as :func:`one_pass` makes them."""
RATED_ROWS = f"(SELECT * FROM {EVERY} WHERE y IS NOT NULL) AS rated"
LACKING_ROWS = f"(SELECT * FROM {EVERY} WHERE y IS NULL) AS lacking"
"""Those with an outcome, and those without, as a table in a query."""
MOST = 62
"""So many measures can be told apart in the bits of a number."""
_SHORT = 30


def one_pass(
    table: str,
    outcome: Measure,
    ratings: Sequence[Measure],
    identity: str | None,
    marks: Mapping[str, str],
    *,
    numbered: bool,
    bits: bool = True,
    wanted: Wanted = (),
) -> str:
    """Return the query of all rows: group ``g``, outcome ``y``, ratings ``x0`` ..., ``u``, and further marks.

    Parameters
    ----------
    marks
        Name of a further column to its expression.
    numbered
        Whether who has no identity is put into a group by the number of the row, counted among those with an
        outcome; else ``g`` is NULL there. Rows are numbered one after another, by one thread.
    bits
        Whether ``u`` is wanted: of :data:`MOST` measures at most.
    wanted
        Columns with the values of which each row has to have one.

    Notes
    -----
    In ``u`` a bit says for the outcome and each rating that the cell holds what is no number of theirs.
    """
    measures = [outcome, *ratings]
    names = ["y", *(f"x{place}" for place in range(len(ratings)))]
    cells = [f"{one.sql} AS {name}" for one, name in zip(measures, names, strict=True)]
    kind = "INTEGER" if len(measures) <= _SHORT else "BIGINT"
    unfit = " + ".join(
        f"CASE WHEN {one.is_unfit} THEN {1 << bit} ELSE 0 END" for bit, one in enumerate(measures) if bits
    )
    own = [] if identity is None else [f"nullif(trim(CAST({quoted(identity)} AS VARCHAR)), '') AS id"]
    more = [f"{expression} AS {name}" for name, expression in marks.items()]
    found = ", ".join([*own, *cells, f"CAST({unfit or 0} AS {kind}) AS u", *more])
    kept = ", ".join([*names, "u", *marks])
    group = _group(own=identity is not None, numbered=numbered)
    return (
        f"SELECT CAST({group} AS SMALLINT) AS g, {kept}"
        f" FROM (SELECT {found} FROM {quoted(table)}{only(wanted)}) AS answers"
    )


def _group(*, own: bool, numbered: bool) -> str:
    row = "sum(CASE WHEN y IS NOT NULL THEN 1 ELSE 0 END) OVER (ROWS UNBOUNDED PRECEDING)"
    number = f"({row} - 1) % {GROUPS}"
    if not own:
        return number
    return f"coalesce({of_text('id')}, {number})" if numbered else of_text("id")


def unfit_bits(measures: int) -> str:
    """Return the query of how many rows there are, and how many cells of each measure fit no number."""
    cells = ", ".join(["count(*) AS n", *(f"sum((u >> {bit}) & 1) AS u{bit}" for bit in range(measures))])
    return f"SELECT {cells} FROM {EVERY}"
