"""Touchpoints of several files by their names: exact, as a person matched them, and what looks alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
from rapidfuzz import fuzz, process

from cx.intake.periods import in_order
from cx.intake.places import about_row, file_of
from cx.records.finding import Finding
from cx.records.touchpoints import Touchpoints

_SIGNS = re.compile(r"[^\w]+|_")
_ALIKE = 72.0
_SURVEYS = ("responses", "ratings")


def join_key(name: str) -> str:
    """Return a name without letter case, accents, signs and spaces, as names are joined.

    Examples
    --------
    >>> join_key("  Vraag over de rekening! "), join_key("E-mail: factuur"), join_key("Één-op-één")
    ('vraag over de rekening', 'e mail factuur', 'een op een')
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    bare = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_SIGNS.sub(" ", bare).split()) or name.strip().casefold()


def renamed(part: Touchpoints, matches: Mapping[str, str]) -> Touchpoints:
    """Return a table with its touchpoints named as a person matched them."""
    if not matches:
        return part
    wanted = {join_key(name): other for name, other in matches.items()}
    names = [wanted.get(join_key(str(name)), str(name)) for name in part.rows["touchpoint"]]
    return _with(part, touchpoint=names)


def unused(parts: Sequence[Touchpoints], matches: Mapping[str, str]) -> list[Finding]:
    """Return a finding for each match of which a name is in none of the files."""
    known = {join_key(str(name)) for part in parts for name in part.rows["touchpoint"]}
    return [
        Finding("warning", "join_unknown", value=name, details={"other": other})
        for name, other in matches.items()
        if join_key(name) not in known or join_key(other) not in known
    ]


def proposals(whole: Touchpoints, part: Touchpoints) -> list[Finding]:
    """Return a finding for each touchpoint of ``part`` without its like in ``whole`` that one resembles.

    Nothing is joined by it: the person confirms.
    """
    theirs, ours = _by_key(part.rows["touchpoint"]), _by_key(whole.rows["touchpoint"])
    free = {key: name for key, name in ours.items() if key not in theirs}
    found = []
    for key, name in theirs.items():
        if key in ours:
            continue
        best = process.extractOne(key, list(free), scorer=_likeness, score_cutoff=_ALIKE)
        if best:
            row = part.rows.iloc[_first(part, name)]
            details = {"file": file_of(part), "other": free[best[0]], "score": round(best[1])}
            found.append(about_row(part, row, "warning", "join_proposed", details))
    return found


def _likeness(one: str, other: str, **_: object) -> float:
    """The better of words in any order and of spelling, from 0 to 100."""
    return max(
        fuzz.token_sort_ratio(one, other), fuzz.ratio(one, other), 0.95 * fuzz.token_set_ratio(one, other)
    )


def _by_key(names: Iterable[object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(join_key(str(name)), str(name))
    return found


def _first(part: Touchpoints, name: str) -> int:
    return [str(one) for one in part.rows["touchpoint"]].index(name)


def without_strange_periods(whole: Touchpoints, part: Touchpoints) -> tuple[Touchpoints, list[Finding]]:
    """Return the part over all its periods together, where none of them is one of the table's."""
    theirs = {join_key(period) for period in part.periods}
    if not theirs or not whole.periods or theirs & {join_key(period) for period in whole.periods}:
        return part, []
    found = Finding("warning", "join_periods", details={"file": file_of(part)})
    return _with(part, period=[""] * len(part.rows)), [found]


def without_exposure(whole: Touchpoints, part: Touchpoints) -> Touchpoints:
    """Return the table with the survey's own exposure making room for real volumes of the part."""
    if not part.rows["volume"].notna().any() or not any(s.shape in _SURVEYS for s in whole.sources):
        return whole
    known = {join_key(str(name)) for name in part.rows.loc[part.rows["volume"].notna(), "touchpoint"]}
    theirs = whole.rows["touchpoint"].map(lambda name: join_key(str(name)) in known)
    return _with(whole, volume=whole.rows["volume"].mask(theirs))


def _with(part: Touchpoints, **columns: list[str] | pd.Series) -> Touchpoints:
    rows = part.rows.assign(**columns)
    return replace(part, rows=rows, periods=in_order(str(period) for period in rows["period"]))
