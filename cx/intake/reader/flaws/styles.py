"""Which cell styles show a number as a per cent or as a date."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..container.package import Package

_FORMAT = re.compile(rb"<(?:\w+:)?numFmt\b([^>]*)>")
_CELL_STYLES = re.compile(rb"<(?:\w+:)?cellXfs\b[^>]*>(.*?)</(?:\w+:)?cellXfs>", re.DOTALL)
_STYLE = re.compile(rb"<(?:\w+:)?xf\b([^>]*)>")
_ID = re.compile(rb"\bnumFmtId\s*=\s*[\"'](\d+)[\"']")
_CODE = re.compile(rb"\bformatCode\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_NOT_SIGNS = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_PERCENT_IDS = frozenset({9, 10})
_DATE_IDS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})


@dataclass(frozen=True)
class Styles:
    """Positions of cell styles, as the cells name them."""

    percent: frozenset[int] = frozenset()
    dates: frozenset[int] = frozenset()


def styles_of(package: Package) -> Styles:
    """Return what the styles of an .xlsx say about per cents and dates; nothing where it has none."""
    return styles_in(package.read(package.related("styles") or "xl/styles.xml"))


def styles_in(part: bytes) -> Styles:
    """Return what the XML of the styles says about per cents and dates."""
    block = _CELL_STYLES.search(part)
    found = [_ID.search(tag) for tag in _STYLE.findall(block.group(1))] if block else []
    return meaning_of([int(match.group(1)) if match else 0 for match in found], _codes(part))


def meaning_of(ids: Sequence[int], codes: Mapping[int, str]) -> Styles:
    """Return which styles show per cents and dates.

    Parameters
    ----------
    ids
        Per cell style the number of its format.
    codes
        The file's own formats: number to code, as typed.
    """
    signs = {number: _NOT_SIGNS.sub("", code) for number, code in codes.items()}
    percent = {number for number, code in signs.items() if "%" in code} | (_PERCENT_IDS - signs.keys())
    dates = {number for number, code in signs.items() if _is_date(code)} | (_DATE_IDS - signs.keys())
    return Styles(
        frozenset(place for place, number in enumerate(ids) if number in percent),
        frozenset(place for place, number in enumerate(ids) if number in dates),
    )


def _codes(part: bytes) -> dict[int, str]:
    """Format number to its code."""
    codes = {}
    for tag in _FORMAT.findall(part):
        number, code = _ID.search(tag), _CODE.search(tag)
        if number and code:
            text = (code.group(1) or code.group(2) or b"").decode("utf-8", "replace")
            codes[int(number.group(1))] = html.unescape(text)
    return codes


def _is_date(code: str) -> bool:
    signs = code.lower()
    return "general" not in signs and any(sign in signs for sign in "dmyhs") and "%" not in signs
