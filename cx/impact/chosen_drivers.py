"""The touchpoints that a person chose as drivers, by their names and by patterns such as ``Q7*``."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from cx.errors import ArgumentError
from cx.impact.reading import batteries
from cx.records import Finding, Responses

_ANYTHING = "*"
_NEAR, _SHOWN = 3, 8
_LONGEST = 200
"""Of names so many signs are compared, and shown."""


def chosen(
    responses: Responses, wanted: Sequence[str], also: Mapping[str, Collection[str]] | None = None
) -> Responses:
    """Return responses with the wanted drivers alone, in the order of the file, and a finding of the others.

    Parameters
    ----------
    responses
        One row a respondent, as the intake returns them.
    wanted
        Headers, or short names, of columns that rate a touchpoint, whatever their letter case and spaces;
        ``*`` stands for anything, anywhere. What is a name as it stands is no pattern. Nothing wanted: all.
    also
        Column to what else it is called, such as its letter.

    Raises
    ------
    cx.errors.ArgumentError
        When one of them names no driver; the message has the nearest names.

    Examples
    --------
    >>> import pandas as pd
    >>> asked = Responses(pd.DataFrame(), ("Q7_1", "Q7_2", "Q8*"), ())
    >>> chosen(asked, ["q7*"]).drivers, chosen(asked, ["Q8*"]).drivers
    (('Q7_1', 'Q7_2'), ('Q8*',))
    """
    if not wanted:
        return responses
    called = {name: _called(responses, name, also or {}) for name in responses.drivers}
    try:
        kept = {name for one in wanted for name in _meant(one, called)}
    except _UnknownError as unknown:
        raise _refusal(unknown.wanted, responses, also or {}, called) from None
    drivers = tuple(name for name in responses.drivers if name in kept)
    return replace(
        responses, drivers=drivers, findings=(*responses.findings, *_told(responses, set(called) - kept))
    )


def about_many(responses: Responses) -> list[Finding]:
    """Return the finding of more touchpoints than one model can tell apart; nothing of fewer."""
    scales = [responses.scales[name] for name in responses.drivers]
    return batteries.about_many([_name(responses, name) for name in responses.drivers], scales)


def left_out(responses: Responses, narrowed: Responses) -> frozenset[str]:
    """Return what the touchpoints are called that were not chosen."""
    kept = set(narrowed.drivers)
    return frozenset(_name(responses, one) for one in responses.drivers if one not in kept)


def _name(responses: Responses, column: str) -> str:
    return responses.names[column].name if column in responses.names else column


def _called(responses: Responses, column: str, also: Mapping[str, Collection[str]]) -> frozenset[str]:
    """All names of a driver, made comparable."""
    names = responses.names.get(column)
    told = (names.name, names.found) if names else ()
    return frozenset(_plain(name) for name in (column, *told, *also.get(column, ())))


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()


class _UnknownError(Exception):
    """What names no driver."""

    def __init__(self, wanted: str) -> None:
        super().__init__(wanted)
        self.wanted = wanted


def _meant(wanted: str, called: Mapping[str, Collection[str]]) -> list[str]:
    """The drivers that a name or a pattern means: by its header before by what else a driver is called."""
    plain = _plain(wanted)
    found = [name for name in called if _plain(name) == plain]
    found = found or [name for name, names in called.items() if plain in names]
    if not found and _ANYTHING in plain:
        pattern = re.compile(".*".join(map(re.escape, plain.split(_ANYTHING))), re.DOTALL)
        found = [name for name, names in called.items() if any(map(pattern.fullmatch, names))]
    if not found:
        raise _UnknownError(wanted)
    return found


def _refusal(
    wanted: str,
    responses: Responses,
    also: Mapping[str, Collection[str]],
    called: Mapping[str, Collection[str]],
) -> ArgumentError:
    """Why a name cannot be used: it is the outcome's, or none; then with the names most like it."""
    if any(_plain(wanted) in _called(responses, one, also) for one in responses.outcomes):
        return ArgumentError("driver_is_outcome", value=wanted)
    from rapidfuzz import fuzz, process  # only where a name is not found

    looked_for = _plain(wanted).replace(_ANYTHING, "")[:_LONGEST]
    likeness = {
        name: max(
            score
            for _, score, _ in process.extract(
                looked_for, [one[:_LONGEST] for one in known], scorer=fuzz.WRatio
            )
        )
        for name, known in called.items()
    }
    near = sorted(likeness, key=lambda one: -likeness[one])[:_NEAR]
    names = ", ".join(f"“{_name(responses, one)[:_LONGEST]}”" for one in near)
    return ArgumentError("no_such_driver", value=wanted, nearest=names)


def _told(responses: Responses, others: Collection[str]) -> tuple[Finding, ...]:
    """That the other touchpoints are left out, with the first of their names."""
    names = [_name(responses, one)[:_LONGEST] for one in responses.drivers if one in others]
    if not names:
        return ()
    more = " …" if len(names) > _SHOWN else ""
    details = {"n": len(names), "names": ", ".join(f"“{one}”" for one in names[:_SHOWN]) + more}
    return (Finding("info", "drivers_left_out", details=details),)
