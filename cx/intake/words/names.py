"""What the columns of one battery are called: what differs between their headers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cx.intake.words.comparable import folded

_PART = re.compile(r"[^\W_]+|_|[^\w\s]|\s+")
_CODE = re.compile(
    r"\s*(?:[^\W\d_]{1,3}\d{1,3}|\d{1,3})[^\W\d_]?(?:[._-]\d{1,3})*\s*[._:)\-–]+\s*(?=[^\W\d_])"
)
_SEPARATES = frozenset(":[](){}|/-–—_*>»?¿!.…,;=")
_EDGES = " \t\n:|/-–—_*>»?¿!.…,;="
_BRACKETS = (("[", "]"), ("(", ")"), ("{", "}"))
_OPENING, _CLOSING = "([{", ")]}"
_FEWEST_WORDS = 3
"""So many words in common are a question; fewer can be part of a name: ``Meter reading``, ``Meter swap``."""


def names_of(headers: Sequence[str]) -> tuple[str, ...]:
    """Return short names for the columns of one battery.

    What all begin with and what all end with is cut off, at the borders of words, where it is a question or
    is set apart by a sign; so are the numbers of questions. Different headers keep different names.

    Parameters
    ----------
    headers
        The headers of columns that are answered alike and belong together.

    Examples
    --------
    >>> names_of(["How satisfied are you with: [Meter reading]", "How satisfied are you with: [First bill]"])
    ('Meter reading', 'First bill')
    >>> names_of(["How was the *quote*?", "How was the *first call*?"])
    ('quote', 'first call')
    >>> names_of(["Meter reading", "Meter swap"])
    ('Meter reading', 'Meter swap')
    """
    whole = tuple(header.strip() for header in headers)
    if len(whole) <= 1:
        return tuple(headers)
    for names in (_cut(_without_codes(whole)), _cut(whole)):
        if all(names) and len({folded(name) for name in names}) == len({folded(one) for one in headers}):
            return names
    return tuple(headers)


def _without_codes(headers: Sequence[str]) -> list[str]:
    """Headers without the numbers of their questions, where each has one."""
    found = [_CODE.match(header) for header in headers]
    if not all(found):
        return list(headers)
    return [header[one.end() :] if one else header for header, one in zip(headers, found, strict=True)]


def _cut(headers: Sequence[str]) -> tuple[str, ...]:
    parts = [_PART.findall(header) for header in headers]
    room = min(len(_worded(line)) for line in parts) if parts else 0
    if room == 0 or len(set(headers)) == 1:
        return tuple(headers)
    first = _common(parts)
    last = _common([line[: first - 1 if first else None : -1] for line in parts])
    first = first if _is_stem(parts[0][:first], at_end=True) else 0
    last = last if _is_stem(parts[0][len(parts[0]) - last :], at_end=False) else 0
    if last and parts[0][-last] in _CLOSING and not (first and parts[0][first - 1] in _OPENING):
        last -= 1  # it closes a bracket inside the name
    return tuple(_trimmed("".join(line[first : len(line) - last])) for line in parts)


def _common(lines: Sequence[Sequence[str]]) -> int:
    """How many parts all lines begin with; each keeps a word."""
    most = min(len(line) for line in lines)
    count = 0
    while count < most and len({folded(line[count]) or " " for line in lines}) == 1:
        count += 1
    while count and not all(_worded(line[count:]) for line in lines):
        count -= 1
    return count


def _worded(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part[0].isalnum()]


def _is_stem(parts: Sequence[str], *, at_end: bool) -> bool:
    """Whether what headers share is no part of a name: a question, or set apart by a sign."""
    signs = [part for part in parts if not part.isspace()]
    if not signs:
        return False
    border = signs[-1] if at_end else signs[0]
    apart = border in _SEPARATES and not (at_end and border == "(")  # "Billing (online)" is a name
    return apart or len(_worded(parts)) >= _FEWEST_WORDS


def _trimmed(text: str) -> str:
    """A name without signs around it, and without a bracket whose other half is gone."""
    name, before = text.strip(_EDGES), ""
    while name != before:
        before = name
        for left, right in _BRACKETS:
            if name.startswith(left) and (name.endswith(right) or right not in name):
                name = name[1:]
            if name.endswith(right) and name.count(left) < name.count(right):
                name = name[:-1]
            if name.startswith(right):
                name = name[1:]
            if name.endswith(left):
                name = name[:-1]
        name = name.strip(_EDGES)
    return name
