"""Headers of pivot tables and queries: ``Average of Score``, ``Aantal van Cijfer``, ``AVG(note)``."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, NamedTuple

from cx.intake.words.headers.further import letters

Aggregate = Literal["mean", "count", "sd", "other"]
_LONGEST = 200
_SAID: dict[Aggregate, str] = {
    "mean": (
        "average|avg|mean|gemiddelde|gemiddeld|gem|mittelwert|mittel|durchschnitt|durchschn|moyenne|moy"
        "|promedio|prom|media|média|medel|medelvärde|genomsnitt|gennemsnit|middel|gjennomsnitt|średnia"
        "|среднее|среднее по полю|середнє|平均|平均値|平均值|平均值项|평균|ortalama"
    ),
    "count": (
        "count|counta|cnt|n|nobs|number|num|aantal|anzahl|anz|nombre|nb|nbre|recuento|cuenta|conteo"
        "|conteggio|contagem|número|numero|antal|antall|liczba|licznik|количество|количество по полю"
        "|число|кількість|個数|件数|计数|计数项|計數|개수|say|sayı"
    ),
    "sd": (
        "stddev|stdev|std dev|st dev|std|sd|stdevp|stddevp|stdevs|standard deviation|standarddeviation"
        "|standaarddeviatie|standaardafwijking|stdafw|standardabweichung|stdabw|std abw|écart type"
        "|écartype|écarttype|desvest|desviación estándar|deviazione standard|dev st|desvpad|desvio padrão"
        "|standardavvikelse|standardafvigelse|standardavvik|odchylenie standardowe|odch standardowe"
        "|стандартное отклонение|стандотклон|標準偏差|标准偏差|标准差"
    ),
    "other": (
        "min|max|minimum|maximum|sum|som|summe|somme|suma|somma|soma|sum|median|mediaan|médiane|mediana"
        "|var|variance|variantie|varianz|range|product|produkt|сумма|минимум|максимум|合計|求和项|최대|최소"
    ),
}
_BETWEEN = frozenset({
    "of", "van", "von", "de", "der", "des", "du", "d", "di", "del", "da", "do", "z", "av", "af", "the", "het",
    "fur", "for", "по", "полю",
})  # fmt: skip
_CALLED = re.compile(r"\s*([^()]{1,40}?)\s*\(\s*([^()]{1,120}?)\s*\)\s*")
"""As in a query: the function before brackets, or a word in brackets behind the thing."""
_ENDINGS, _SHORTEST = 2, 4


class Measured(NamedTuple):
    """What a header says of a thing."""

    kind: Aggregate
    thing: str
    """The words that are left, made comparable; never empty."""


def measured(header: str) -> Measured | None:
    """Return which figure of which thing a header names; ``None`` where it names none.

    Examples
    --------
    >>> measured("Average of Score"), measured("COUNT(score)")
    (Measured(kind='mean', thing='score'), Measured(kind='count', thing='score'))
    >>> measured("Écartype de Note").kind, measured("score_sd").kind, measured("Number"), measured("Score")
    ('sd', 'sd', None, None)
    """
    return _measured(header[:_LONGEST])


def same_thing(one: Measured, other: Measured) -> bool:
    """Return whether two headers name figures of one thing, which may be one or many.

    Examples
    --------
    >>> same_thing(measured("Average rating"), measured("Number of ratings"))
    True
    >>> same_thing(measured("Average of Score"), measured("Count of Tickets"))
    False
    """
    short, long = sorted((one.thing, other.thing), key=len)
    plural = len(short) >= _SHORTEST and long.startswith(short) and len(long) - len(short) <= _ENDINGS
    return short == long or (plural and long[len(short) :].isalpha())


def keys_of(one: Measured) -> tuple[str, ...]:
    """Return under what to look for headers of the same thing: two that name one thing share a key.

    Examples
    --------
    >>> keys_of(measured("Number of ratings"))
    ('ratings', 'rating', 'ratin')
    """
    shorter = (one.thing[:-cut] for cut in range(1, _ENDINGS + 1))
    return (one.thing, *(thing for thing in shorter if len(thing) >= _SHORTEST))


@lru_cache(maxsize=5_000)
def _measured(header: str) -> Measured | None:
    called = _CALLED.fullmatch(header)
    parts = [letters(part) for part in called.groups()] if called else []
    words = (" ".join(parts) if any(part in _KINDS for part in parts) else letters(header)).split()
    for length in range(min(_MOST_WORDS, len(words) - 1), 0, -1):
        first, last = words[:length], words[-length:]
        for said, rest in ((first, words[length:]), (last, words[:-length])):
            kind = _KINDS.get(" ".join(said))
            thing = _bare(rest, front=said is first)
            if kind and thing:
                return Measured(kind, " ".join(thing))
    return None


def _bare(words: list[str], *, front: bool) -> list[str]:
    """What is left of a header, without the small words between it and the name of the figure."""
    while front and len(words) > 1 and words[0] in _BETWEEN:
        words = words[1:]
    return words


_KINDS: dict[str, Aggregate] = {
    letters(phrase): kind for kind, said in _SAID.items() for phrase in said.split("|")
}
_MOST_WORDS = max(len(phrase.split()) for phrase in _KINDS)
