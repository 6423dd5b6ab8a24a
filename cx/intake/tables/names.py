"""Witnesses that read the header of one column of a table of touchpoints, beside those of the others."""

from __future__ import annotations

from collections.abc import Sequence

from cx.intake.tables.cells import Said
from cx.intake.tables.column_profile import Seen
from cx.intake.words.headers import EXACT, explained, is_abroad, named
from cx.records.file import Role

_SURE, _PART, _WEAK = 0.9, 0.7, 0.55
_SAYS_OTHER = frozenset({"name_other"})
_SECOND = frozenset({"other_column", "other_impact", "other_measure"})
_SILENT = frozenset({"unknown", "no_name"})
_GUESSED = "content_"
_TWICE, _FEW_WORDS = 2.0, 0.25
_SAID = 0.4
"""So much of a header says that people are satisfied, where it is no usual name: ``satisfied guests``."""
CORE: tuple[Role, ...] = ("touchpoint", "satisfaction", "impact", "volume", "n", "sd")
"""Roles of which a person is asked: with another column in them other numbers would be drawn."""


def is_silent(one: Seen) -> bool:
    """Return whether no word list knows the header of a column, and no guess was made."""
    return one.named.role == "ignore" and one.named.reason in _SILENT


def is_guessed(one: Seen) -> bool:
    """Return whether the column's role was guessed, not read from its name."""
    return one.named.reason.startswith(_GUESSED)


def counts_people(one: Seen) -> bool:
    """Return whether a header that names people stands above numbers of them: ``Customers``, 12,340."""
    return one.named.role == "respondent" and one.counts and not (one.ranks or one.runs)


def names_role(one: Seen, share: float) -> Said:
    """What the header was taken for: how surely, or that it says something else.

    ``share`` is the share of the table's headers that name something: where most do, a header that names
    nothing known says that its column is something else.
    """
    reading = one.named
    if counts_people(one):
        yield "table_named_weakly:volume", 1.0
    elif reading.role != "ignore":
        yield f"table_named_{_strength(one)}:{reading.role}", 1.0
    elif reading.reason in _SAYS_OTHER:
        yield "names_other", 1.0
    elif reading.reason in _SECOND:
        yield "second_of_name", 1.0
        role, _, _ = named(one.header)
        if role in CORE and role != "impact":  # where the first one is none by its cells, it may step in
            yield f"table_named_weakly:{role}", 1.0
    elif is_silent(one) and explained(one.header, "satisfaction") > _SAID:
        yield "table_named_weakly:satisfaction", 1.0
    elif is_silent(one):
        yield "names_nothing", min(1.0, _TWICE * share)
    else:
        yield "name_doubted", 1.0


def _strength(one: Seen) -> str:
    if is_guessed(one):
        return "guessed"
    role, sure, _ = named(one.header)
    if role == one.named.role and sure == EXACT:
        return "whole"
    confidence = one.named.confidence
    return "whole" if confidence >= _SURE else "partly" if confidence >= _PART else "weakly"


def share_named(columns: Sequence[Seen]) -> float:
    """Return the share of columns whose header names a role, or says that it is none.

    In a language of which few words are known a header that is not known says little.
    """
    heard = [one for one in columns if one.filled and one.named.reason != "by_hand"]
    known = [one for one in heard if not is_silent(one) and not is_guessed(one)]
    weight = _FEW_WORDS if any(is_abroad(one.header) for one in heard) else 1.0
    return weight * len(known) / len(heard) if heard else 0.0
