"""Names of rows that sum up others."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from functools import cache

from cx.intake.words import row_phrases
from cx.intake.words.comparable import plain
from cx.intake.words.headers.further import letters

_CALLED = ("=", "@")
"""How a formula starts: its words name a function, and what it sums up is no row of this table."""


_LONGEST = 200


def is_total(name: str, groups: Collection[str] = ()) -> bool:
    """Return whether a name stands for a sum or mean of other rows.

    Parameters
    ----------
    name
        The name, as typed.
    groups
        The names of journeys, channels and segments, as :func:`~cx.intake.words.plain` writes them: a total
        of one of them is a total too.

    Examples
    --------
    >>> is_total("Total"), is_total("Totaal alle contactmomenten"), is_total("Overall satisfaction")
    (True, True, True)
    >>> is_total("Gesamtergebnis"), is_total("Общий итог"), is_total("총합계")
    (True, True, True)
    >>> is_total("Totaal Betalen", {"betalen"}), is_total("Totaalpakket"), is_total("＠SUM(1)")
    (True, False, False)
    """
    if unicodedata.normalize("NFKC", name).lstrip().startswith(_CALLED):
        return False
    words = plain(name)
    first, _, rest = words.partition(" ")
    if letters(name[:_LONGEST]) in _names():
        return True
    if words.startswith(row_phrases.TOTAL_STARTS) or (first in ("total", "totaal") and rest in groups):
        return True
    parts = set(words.split(" "))
    return (
        bool(parts & row_phrases.TOTAL_WORDS) and parts <= row_phrases.TOTAL_WORDS | row_phrases.TOTAL_COMPANY
    )


@cache
def _names() -> frozenset[str]:
    return frozenset(map(letters, row_phrases.TOTAL_NAMES))


def may_sum_up(name: str) -> bool:
    """Return whether a name begins or ends as those of rows that sum up or average others do.

    It says nothing by itself: ``Average waiting time`` may be a touchpoint. The numbers of the row decide.

    Examples
    --------
    >>> may_sum_up("Average Buy"), may_sum_up("Sous-total Usage"), may_sum_up("Orientation overall")
    (True, True, True)
    >>> may_sum_up("Среднее: покупка"), may_sum_up("Website"), may_sum_up("Totaalpakket")
    (True, False, False)
    """
    words = plain(name).split()
    if {*words[:2], *words[-1:]} & row_phrases.SUMMING_UP:
        return True
    raw = name[:_LONGEST].casefold()
    return any(stem in raw for stem in row_phrases.SUMMING_UP_OTHERWISE)
