"""Headers of measures that stand beside one another: expected and experienced, own and others'."""

from __future__ import annotations

import re
from typing import Literal

from cx.intake.words import LONGEST, folded, plain

Side = Literal["before", "expected", "experienced", "others", "own", "target", "difference", "best", "worst"]
_STEMS: tuple[tuple[Side, tuple[str, ...]], ...] = (
    (
        "difference",
        (
            "gap", "verschil", "differ", "differenz", "ecart", "diferencia", "delta", "luecke", "lucke",
            "abweichung", "afwijking", "brecha", "scarto", "kloof", "change", "verandering",
        ),
    ),
    (
        "expected",
        (
            "expect", "verwacht", "erwart", "attent", "attendu", "expectativ", "esperad", "aspettativ",
            "atteso",
        ),
    ),
    (
        "experienced",
        (
            "percep", "perceiv", "experienced", "ervaren", "ervaring", "wahrgenommen", "wahrnehmung",
            "erfahr", "erleb", "percu", "vecu", "percibid", "percepit", "beleefd", "beleving", "actual",
            "delivered", "actueel", "huidig", "aktuell", "ist", "gerealiseerd", "realisatie", "realise",
            "effettiv", "current",
            "nuvarande", "nykyinen", "obecn", "soucasn", "jelenlegi", "mevcut", "aktuel",
        ),
    ),
    (
        "before",
        (
            "previous", "prior", "vorig", "vorjahr", "vorperiode", "precedent", "anterior", "scorso",
            "forrige", "foregaende", "edellinen", "poprzedni", "predchoz", "elozo", "onceki", "last",
            "py", "ly",
        ),
    ),
    (
        "target",
        (
            "target", "doel", "norm", "streef", "ziel", "objectif", "cible", "objetivo", "meta",
            "obiettivo", "goal", "kpi", "soll", "mal",
        ),
    ),
    (
        "others",
        (
            "benchmark", "market", "markt", "marche", "mercado", "sector", "secteur", "branche", "industry",
            "peer", "competitor", "concurren", "wettbewerb", "konkurrenz", "competencia", "national",
            "landelijk", "industrie", "mercato",
        ),
    ),
    (
        "own",
        (
            "own", "our", "ours", "us", "eigen", "eigene", "ons", "onze", "wij", "wir", "unser", "notre",
            "nous", "propio", "propia", "nuestro", "nuestra",
        ),
    ),
)  # fmt: skip
_WHOLE = frozenset({
    "mal", "meta", "goal", "kpi", "soll", "us", "our", "ours", "own", "eigen", "ons", "onze", "wij",
    "wir", "norm", "ziel", "doel", "gap", "ist", "last", "py", "ly", "prior", "current",
})  # fmt: skip
"""Stems that count as a whole word only."""
_BOXES = re.compile(
    r"\b(top|bottom|low|lowest|best|worst|beste|slechtste|schlechteste|hoogste|laagste|unterste|oberste)"
    r"[\s-]*(?:[1-6]|two|three|twee|drie|zwei|drei)?[\s-]*(?:box(?:es)?|antwoorden|answers|antworten)?\b"
)
_SHORT_BOXES = re.compile(r"\b([tb])\s?[1-6]\s?b?\b")
_FEW_WORDS = 2
_BOTTOM = frozenset(
    {"bottom", "low", "lowest", "worst", "slechtste", "schlechteste", "laagste", "unterste", "b"}
)


def side_of(header: str) -> Side | None:
    """Return what a header says of its side of a pair; ``None`` where it says nothing.

    Examples
    --------
    >>> side_of("Perception"), side_of("Verwachting (1-10)"), side_of("Bottom-2 %"), side_of("T2B")
    ('experienced', 'expected', 'worst', 'best')
    >>> side_of("Benchmark sector"), side_of("Own score"), side_of("Doel"), side_of("Volume")
    ('others', 'own', 'target', None)
    >>> side_of("Last year"), side_of("Actual"), side_of("Last mile delivery")
    ('before', 'experienced', None)
    """
    words = plain(header[:LONGEST])
    boxes = _BOXES.search(words)
    if boxes and (re.search(r"\d|box|two|twee|zwei|deux", words) or boxes.group() == words):
        return "worst" if boxes.group(1) in _BOTTOM else "best"
    short = _SHORT_BOXES.search(words)
    if short and re.search(r"\d", words):
        return "worst" if short.group(1) in _BOTTOM else "best"
    for side, stems in _STEMS:
        if side == "before" and len(words.split()) > _FEW_WORDS:
            continue  # a time that has gone by is named alone
        for word in words.split():
            if any(word == stem if stem in _WHOLE else word.startswith(stem) for stem in stems):
                return side
    return None


def shared_words(header: str, other: str) -> bool:
    """Return whether one header holds all words of the other, but for what stands in brackets."""
    one, two = set(_words(header)), set(_words(other))
    return bool(one) and (one <= two or two <= one)


def _words(header: str) -> list[str]:
    return plain(header).split() or folded(header).split()
