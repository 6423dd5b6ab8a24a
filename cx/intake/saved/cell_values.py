"""What a person typed into a cell of a session's workbook, beside what the program had written there."""

from __future__ import annotations

import datetime as dt
import math
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any, Final

from cx.errors import UnreadableFile
from cx.records.file import Cell

_TYPED: Final = re.compile(r"[+-]?(?:[0-9]+[.,]?[0-9]*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?")
_CLOSE: Final = 1e-12
"""How near a cell's number comes to the one that was written: programs keep 15 to 17 of its digits."""
_SMALLEST: Final = sys.float_info.min
"""A spreadsheet takes what is smaller for nothing."""
_LARGEST: Final = 1.797693134862315e308
"""A spreadsheet that keeps fewer digits takes what is larger for more than any number."""
_LONGEST: Final = 32_000
"""A text of more signs may have been cut off: a cell takes 32,767."""


def number(cell: Cell, known: object, where: tuple[str, str, str]) -> object:
    """Return the number of a cell where it differs from the one that is known; else that, to the last bit."""
    if cell.kind == "blank":
        return None if isinstance(known, (int, float)) else known
    typed = _typed_number(cell, where)
    if isinstance(known, (int, float)) and _is_written(typed, known):
        return known
    if not math.isfinite(typed):
        raise refusal(cell, where, "number")
    return typed


def _typed_number(cell: Cell, where: tuple[str, str, str]) -> float:
    if isinstance(cell.value, float):
        return cell.value
    if not _TYPED.fullmatch(cell.shown.strip()):
        raise refusal(cell, where, "number")
    return float(cell.shown.replace(",", "."))


def _is_written(typed: float, known: float) -> bool:
    """Whether a cell holds a number as far as a spreadsheet could keep it."""
    if math.isinf(typed):
        return abs(known) >= _LARGEST and (typed > 0) == (known > 0)
    if abs(known) < _SMALLEST:
        return abs(typed) < _SMALLEST and typed * known >= 0
    return math.isclose(typed, known, rel_tol=_CLOSE, abs_tol=0.0)


def date_in(cell: Cell, known: Any, where: tuple[str, str, str]) -> object:  # noqa: ANN401 - plain data
    """Return the day of a cell as plain data; what is known where it says that, ``None`` if blank."""
    if cell.kind == "blank":
        return None
    for read in _readings(cell.shown):
        try:
            typed = read().isoformat()
        except ValueError:
            continue
        return known if known == {"date": typed} else {"date": typed}
    raise refusal(cell, where, "date")


def _readings(typed: str) -> Iterator[Callable[[], dt.date]]:
    yield lambda: dt.date.fromisoformat(typed[:10])
    for form in ("%d-%m-%Y", "%d/%m/%Y"):
        yield partial(_day, typed.strip(), form)


def _day(typed: str, form: str) -> dt.date:
    return dt.datetime.strptime(typed, form).date()  # noqa: DTZ007 - a day has no zone


def refusal(cell: Cell, where: tuple[str, str, str], kind: str, **ends: float) -> UnreadableFile:
    """Return the error of a cell that cannot be used; ``kind``: the key of what it should hold."""
    file, sheet, address = where
    return UnreadableFile(f"session_{kind}", file=file, sheet=sheet, cell=address, value=cell.shown, **ends)


def differs(typed: str, known: str) -> bool:
    """Return whether a cell says something else; what a workbook cannot hold makes no difference."""
    cell, whole = _readable(typed), _readable(known)
    return cell != whole and not (len(cell) > _LONGEST and whole.startswith(cell))


def _readable(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in lines if sign.isprintable() or sign == "\n").strip()
