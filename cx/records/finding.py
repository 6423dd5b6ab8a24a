"""Something seen in the data, with its cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from cx import text
from cx.records.bounds import Count
from cx.text import Language

Severity = Literal["error", "warning", "info"]
_PLACES: Final = ("letter", "column", "touchpoint")
"""Details that say where something was seen."""
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")


@dataclass(frozen=True)
class Finding:
    """Something seen in the data.

    Its words stand in ``cx/text`` under ``finding.<code>``; the codes are stable and listed in
    ``docs/findings.md``. ``row``, ``cell`` and ``column`` are the user's own, as Excel shows them.
    """

    severity: Severity
    """``error``: something was left out of the result; ``warning``: look at it; ``info``: good to know."""
    code: str
    """The kind of finding, for instance ``out_of_scale``."""
    sheet: str | None = None
    """The sheet's name; none for a file without sheets."""
    cell: str | None = None
    """The cell's address, for instance ``C14``."""
    column: str | None = None
    """The column's header."""
    row: Count | None = None
    """The row's number, from 1."""
    value: str | None = None
    """What the cell holds, as text."""
    details: Mapping[str, object] = field(default_factory=dict)
    """What else the message needs."""

    def message(self, lang: Language) -> str:
        """Return the finding in words: what, where, what was expected, what to do.

        Where an error ended the reading, the finding has its words.
        """
        places = {"sheet": self.sheet or "", "cell": self.cell or "", "column": self.column or ""}
        row = "" if self.row is None else str(self.row)
        values = {**places, "row": row, "value": self.value or "", **self.details}
        if not text.has(f"finding.{self.code}", lang):
            return " ".join(text.say(f"error.{self.code}{part}", lang, **values) for part in ("", ".todo"))
        return text.say(f"finding.{self.code}", lang, **values)

    def as_json(self, lang: Language) -> dict[str, object]:
        """Return the finding as the command line prints it."""
        return {
            "severity": self.severity,
            "code": self.code,
            "sheet": self.sheet,
            "cell": self.cell,
            "column": self.column,
            "row": self.row,
            "value": self.value,
            "message": self.message(lang),
        }

    @property
    def particulars(self) -> tuple[tuple[str, str], ...]:
        """The words of its details that are no place: findings that differ in them say different things."""
        said = [(key, value) for key, value in self.details.items() if key not in _PLACES]
        return tuple(sorted((key, value) for key, value in said if isinstance(value, str)))

    @property
    def names(self) -> frozenset[str]:
        """The touchpoints that it names, as values or in its details."""
        named = (self.value, self.details.get("touchpoint"), self.details.get("other"))
        return frozenset(name for name in named if isinstance(name, str))


_SAYS_ALSO: Final[Mapping[str, tuple[str, ...]]] = {
    "join_proposed": ("join_unmatched", "join_missing", "volume_zero_or_blank"),
}
"""A kind of finding, and those whose fact its own words tell as well, where they name the same touchpoint."""


def told_once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings for a person to read: what another one tells as well is left out.

    A name that waits for a yes tells by itself that it is left out, and that the other goes without.
    It stays as grave as the gravest that it stands for.
    """
    whole = tuple(findings)
    telling = {
        (code, name): one for one in whole for code in _SAYS_ALSO.get(one.code, ()) for name in one.names
    }
    graver: dict[int, Severity] = {}
    kept = []
    for one in whole:
        by = next((telling[one.code, name] for name in one.names if (one.code, name) in telling), None)
        if by is None:
            kept.append(one)
        else:
            graver[id(by)] = min(graver.get(id(by), by.severity), one.severity, key=SEVERITIES.index)
    return tuple(replace(one, severity=graver[id(one)]) if id(one) in graver else one for one in kept)


def by_severity(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Return the findings with errors first, then warnings; otherwise in the order they were seen."""
    return tuple(sorted(findings, key=lambda finding: SEVERITIES.index(finding.severity)))


def facts(findings: Iterable[Finding]) -> tuple[tuple[Finding, ...], ...]:
    """Return findings with those that say one thing of several places together, where the first one stood.

    They have one code and severity, in one sheet.
    """
    found: dict[tuple[str, str, str | None], list[Finding]] = {}
    for finding in findings:
        found.setdefault((finding.severity, finding.code, finding.sheet), []).append(finding)
    return tuple(map(tuple, found.values()))
