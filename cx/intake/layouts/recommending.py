"""The three groups of people that a net promoter score is made of, by what they are called."""

from __future__ import annotations

import re
from typing import Literal

from cx.intake.words import LONGEST, folded, plain

Group = Literal["promoters", "passives", "detractors"]
_STEMS: tuple[tuple[Group, tuple[str, ...]], ...] = (
    ("promoters", ("promot", "promoot", "fursprech", "empfehler", "aanbeveler", "ambassad", "botschafter")),
    (
        "passives",
        ("passiv", "passief", "passie", "passif", "pasiv", "neutral", "neutr", "indiffer", "unentschied"),
    ),
    (
        "detractors",
        ("detract", "detrakt", "detrat", "critic", "kriti", "denigr", "kryty", "tegenstander", "afrader"),
    ),
)
_OTHER_LETTERS: tuple[tuple[Group, tuple[str, ...]], ...] = (
    ("promoters", ("промоут", "промот", "сторонник", "推荐者", "推奨者", "추천고객", "υποστηρικτ")),
    ("passives", ("пассив", "пасив", "нейтрал", "被动者", "中立者", "중립고객", "παθητικ", "ουδέτερ")),
    ("detractors", ("детракт", "критик", "贬损者", "批判者", "비추천고객", "επικριτ")),
)
"""The same in letters that :func:`~cx.intake.words.plain` leaves out."""
_WHOLE: dict[str, Group] = {
    **dict.fromkeys(
        ("추천", "추천자", "推奨", "推奨層", "推荐", "推薦者", "ממליצים", "مروجون", "المروجون"), "promoters"
    ),
    **dict.fromkeys(
        ("중립", "중립자", "中立", "中立層", "被动", "被動者", "ניטרליים", "محايدون", "المحايدون"), "passives"
    ),
    **dict.fromkeys(
        ("비추천", "비추천자", "批判", "批判層", "贬损", "貶損者", "מבקרים", "منتقدون", "المنتقدون"),
        "detractors",
    ),
}
"""Names of the groups that are words of other headers too: only as the whole header."""
_RANGES: tuple[tuple[Group, frozenset[tuple[int, int]]], ...] = (
    ("promoters", frozenset({(9, 10)})),
    ("passives", frozenset({(7, 8)})),
    ("detractors", frozenset({(0, 6), (1, 6)})),
)
_RANGE = re.compile(
    r"(?<!\d)(\d{1,2})\s*(?:-|–|—|to|tot|t/m|bis|à|a|/|\.\.)\s*(\d{1,2})(?!\d)", re.IGNORECASE
)


def group_of(header: str) -> Group | None:
    """Return which of the three groups a header names, in words or by their answers.

    Examples
    --------
    >>> group_of("% Promotors"), group_of("Passief tevredenen"), group_of("0-6"), group_of("Score 9–10")
    ('promoters', 'passives', 'detractors', 'promoters')
    >>> group_of("Promotional mail"), group_of("Net promoter score"), group_of("7-10")
    (None, None, None)
    """
    words = plain(header)
    if "promotion" in words or re.search(r"\b(?:net|nps)\b", words):
        return None
    for group, stems in _STEMS:
        if any(word.startswith(stems) for word in words.split()):
            return group
    raw = folded(header[:LONGEST])
    if raw in _WHOLE:
        return _WHOLE[raw]
    for group, stems in _OTHER_LETTERS:
        if any(stem in raw for stem in stems):
            return group
    found = {(int(low), int(high)) for low, high in _RANGE.findall(header[:LONGEST])}
    return next((group for group, ranges in _RANGES if found and found <= ranges), None)
