"""Touchpoints of several files by their names: exact, as a person matched them, and what looks alike."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from cx.intake.cells import in_order
from cx.intake.findings import about_row, file_of
from cx.intake.join.aliases import also, with_one_name
from cx.intake.words import join_key
from cx.records.file import Join, NameMatch, Touchpoints
from cx.records.finding import Finding

_ALIKE = 72.0
_MOST_PAIRS = 400_000
"""So many pairs of names are compared, some six hundred names with as many: in one or two seconds. Beyond
that nothing is proposed, and what matches nothing is told all the same."""
_MOST_SIGNS = 200
"""So much of a name is compared: the cost of a pair grows with both lengths, and longer names are stories."""
_SURVEYS = ("responses", "ratings")


def renamed(part: Touchpoints, matches: Mapping[str, str]) -> Touchpoints:
    """Return a table with its touchpoints named as a person matched them."""
    wanted = _wanted(matches)
    if not wanted:
        return part
    names = [wanted.get(join_key(str(name)), str(name)) for name in part.rows["touchpoint"]]
    return _with(part, touchpoint=names)


def _wanted(matches: Mapping[str, str]) -> dict[str, str]:
    """Key of a name to the touchpoint that a person said it is."""
    return {join_key(name): other for name, other in matches.items() if other.strip()}


def unused(parts: Sequence[Touchpoints], matches: Mapping[str, str]) -> list[Finding]:
    """Return a finding for each match of which a name is in none of the files."""
    known = {join_key(str(name)) for part in parts for name in part.rows["touchpoint"]}
    known |= {key for part in parts for key in also(part)}
    return [
        Finding("warning", "join_unknown", value=name, details={"other": other})
        for name, other in matches.items()
        if join_key(name) not in known or (other.strip() and join_key(other) not in known)
    ]


def proposals(whole: Touchpoints, part: Touchpoints, matches: Mapping[str, str]) -> list[Finding]:
    """Return a finding for each touchpoint of ``part`` without its like in ``whole`` that one resembles.

    Nothing is joined by it: the person confirms, or says that it is none of them.
    """
    found = []
    first = {str(name): place for place, name in reversed(list(enumerate(part.rows["touchpoint"])))}
    for match in alike(part.rows["touchpoint"], whole.rows["touchpoint"], matches):
        row = part.rows.iloc[first[match.name]]
        details = {"file": file_of(part), "other": match.other, "score": round(match.score)}
        found.append(about_row(part, row, "warning", "join_proposed", details))
    return found


def joins(parts: Sequence[Touchpoints], matches: Mapping[str, str] | None = None) -> tuple[Join, ...]:
    """Return how the touchpoints of each table without satisfaction match those of the tables that have it.

    Parameters
    ----------
    parts
        The tables, each as :func:`cx.intake.touchpoints` gives it with ``partial``.
    matches
        As in :attr:`cx.records.Choices.matches`.
    """
    matches = matches or {}
    scored = [part for part in parts if has_scores(part)]
    found = []
    for part in (part for part in parts if not has_scores(part)):
        *scored, theirs = with_one_name([*scored, part])
        found.append(theirs)
    ours = _by_key(name for part in scored for name in part.rows["touchpoint"])
    others = {key: name for part in scored for key, name in also(part).items()}
    return tuple(_join(part, ours, {**others, **ours}, matches) for part in found) if ours else ()


def has_scores(part: Touchpoints) -> bool:
    """Return whether a table has satisfaction."""
    return bool(part.rows["satisfaction"].notna().any())


def _join(
    part: Touchpoints, ours: Mapping[str, str], called: Mapping[str, str], matches: Mapping[str, str]
) -> Join:
    """``called`` holds all names of our touchpoints, those of before a renaming too."""
    theirs, wanted = _by_key(part.rows["touchpoint"]), _wanted(matches)
    confirmed = [
        NameMatch(name, called[join_key(wanted[key])], 100.0)
        for key, name in theirs.items()
        if key in wanted and join_key(wanted[key]) in called
    ]
    exact = [name for key, name in theirs.items() if key in ours and key not in wanted]
    proposed = alike(theirs.values(), ours.values(), matches)
    used = {*exact, *(match.name for match in (*confirmed, *proposed))}
    met = {join_key(name) for name in (*exact, *(match.other for match in (*confirmed, *proposed)))}
    return Join(
        file=file_of(part),
        sheet=part.sources[0].sheet if part.sources else "",
        exact=tuple(exact),
        confirmed=tuple(confirmed),
        proposed=tuple(proposed),
        unmatched=tuple(name for name in theirs.values() if name not in used),
        missing=tuple(name for key, name in ours.items() if key not in met),
    )


def alike(theirs: Iterable[object], ours: Iterable[object], matches: Mapping[str, str]) -> list[NameMatch]:
    """Return pairs of names without their like that resemble each other, the likest first served."""
    from rapidfuzz import process

    own, known, settled = _by_key(theirs), _by_key(ours), {join_key(name) for name in matches}
    taken = {join_key(other) for other in matches.values()}
    open_names = {key: name for key, name in own.items() if key not in known and key not in settled}
    free = {key: name for key, name in known.items() if key not in own and key not in taken}
    if len(open_names) * len(free) > _MOST_PAIRS:
        return []
    pairs = [
        (score, key, other)
        for key in open_names
        for other, score, _ in process.extract(key, list(free), scorer=_likeness, score_cutoff=_ALIKE)
    ]
    found: dict[str, NameMatch] = {}
    met: set[str] = set()
    for score, key, other in sorted(pairs, key=lambda pair: -pair[0]):
        if key not in found and other not in met:
            found[key] = NameMatch(open_names[key], free[other], float(score))
            met.add(other)
    return [found[key] for key in open_names if key in found]


def _likeness(one: str, other: str, **_: object) -> float:
    """The better of words in any order and of spelling, from 0 to 100."""
    from rapidfuzz import fuzz

    one, other = one[:_MOST_SIGNS], other[:_MOST_SIGNS]
    return max(
        fuzz.token_sort_ratio(one, other), fuzz.ratio(one, other), 0.95 * fuzz.token_set_ratio(one, other)
    )


def _by_key(names: Iterable[object]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in names:
        found.setdefault(join_key(str(name)), str(name))
    return found


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
