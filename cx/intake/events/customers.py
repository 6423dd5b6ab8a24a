"""Files with one row a customer that say what came of each: they go with the logs that have these."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from cx.errors import CxError
from cx.intake.events.log import Log, LogChoices, describes_customers, log_of
from cx.records.file import Role, Workbook

_SHARED = 0.1
"""So much of the customers of one side has to be on the other."""


def outcome_books(
    workbooks: Sequence[Workbook], logs: Collection[str], outcome: str | None = None
) -> list[Workbook]:
    """Return the files that say what came of the customers of the logs beside them.

    Parameters
    ----------
    logs
        The names of the files that look as if a row were a contact.
    outcome
        The column that says what came of each, where a person named one.
    """
    if not logs or len(workbooks) == 1:
        return []
    named: Mapping[str, Role] = {} if outcome is None else {outcome: "outcome"}
    telling = {book.name: told for book in workbooks if (told := _outcomes_in(book, named)) is not None}
    if not telling:
        return []
    others = (book for book in workbooks if book.name in logs and book.name not in telling)
    known = frozenset[object]().union(*(_keys(book) for book in others))
    shared = {name for name, customers in telling.items() if _are_shared(customers, known)}
    return [book for book in workbooks if book.name in shared]


def _outcomes_in(book: Workbook, named: Mapping[str, Role]) -> frozenset[object] | None:
    """The customers of a file with one row each and what came of them; ``None``: it is another file."""
    log = _log(book, named)
    return None if log is None or not describes_customers(log) else _texts(log)


def _keys(book: Workbook) -> frozenset[object]:
    log = _log(book, {})
    return frozenset() if log is None else _texts(log)


def _log(book: Workbook, named: Mapping[str, Role]) -> Log | None:
    try:
        return log_of(book, LogChoices(named))
    except CxError:
        return None


def _texts(log: Log) -> frozenset[object]:
    found = [log.texts(role) for role in ("respondent", "case") if role in log.columns.roles]
    return frozenset(text for texts in found if texts is not None for text in texts.tolist() if text)


def _are_shared(customers: frozenset[object], known: frozenset[object]) -> bool:
    fewer = min(len(customers), len(known))
    return fewer > 0 and len(customers & known) >= _SHARED * fewer
