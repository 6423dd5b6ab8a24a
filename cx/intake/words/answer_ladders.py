"""Answers that climb in words of their own, each ladder with the family that it belongs to."""

from __future__ import annotations

import unicodedata

from cx.intake.words.comparable import folded, plain
from cx.intake.words.languages import CLIMBING

Level = tuple[str, ...]
_END = " .!。"
_TOLD = (
    ("level", (
        "low|laag|niedrig",
        "medium|average|gemiddeld|midden|mittel",
        "high|hoog|hoch",
    )),
    ("frequency", (
        "never|nooit|nie|jamais",
        "sometimes|soms|manchmal|parfois",
        "usually|often|vaak|meestal|oft|souvent",
        "always|altijd|immer|toujours",
    )),
    ("quality", (
        "poor|slecht",
        "fair|matig|average|redelijk|moderate",
        "good|goed",
        "excellent|uitstekend|very good|zeer goed",
    )),
    ("quality", (
        "poor|slecht|schlecht|mauvais",
        "fair|matig|average|redelijk",
        "good|goed|gut|bon",
        "very good|zeer goed|heel goed|sehr gut|tres bon",
        "excellent|uitstekend|ausgezeichnet",
    )),
    ("quality", (
        "slecht|poor|zeer slecht",
        "onvoldoende|matig|insufficient",
        "voldoende|redelijk|sufficient|fair",
        "goed|good",
        "uitstekend|zeer goed|excellent",
    )),
    ("quality", (
        "very poor|very bad|zeer slecht|heel slecht|terrible|sehr schlecht|tres mauvais",
        "poor|bad|slecht|schlecht|mauvais",
        "fair|average|neutral|matig|neutraal|redelijk|voldoende|ok|okay|moyen",
        "good|goed|gut|bon",
        "very good|excellent|zeer goed|heel goed|uitstekend|sehr gut|tres bon",
    )),
    ("agreement", (
        "trifft nicht zu|stimme nicht zu|trifft uberhaupt nicht zu|trifft gar nicht zu",
        "trifft eher nicht zu|stimme eher nicht zu|trifft weniger zu",
        "trifft eher zu|stimme eher zu",
        "trifft zu|stimme zu|trifft voll zu|trifft voll und ganz zu|stimme voll zu",
    )),
    ("agreement", (
        (
            "trifft uberhaupt nicht zu|trifft gar nicht zu|stimme uberhaupt nicht zu|"
            "stimme gar nicht zu|trifft nicht zu|stimme nicht zu"
        ),
        "trifft eher nicht zu|stimme eher nicht zu|trifft weniger zu|trifft kaum zu",
        "teils teils|weder noch|neutral|unentschieden",
        "trifft eher zu|stimme eher zu|trifft uberwiegend zu|trifft ziemlich zu",
        (
            "trifft voll zu|trifft voll und ganz zu|trifft vollig zu|stimme voll zu|trifft zu|"
            "stimme voll und ganz zu|stimme vollig zu|stimme zu"
        ),
    )),
    ("frequency", (
        "never|nooit|nie|jamais",
        "rarely|seldom|zelden|selten|rarement",
        "sometimes|soms|manchmal|parfois|regelmatig|occasionally",
        "often|usually|vaak|meestal|oft|souvent|frequently",
        "always|altijd|immer|toujours",
    )),
    ("expectation", (
        "much worse than expected|veel slechter dan verwacht|much worse",
        "worse than expected|slechter dan verwacht|worse",
        "as expected|zoals verwacht|about as expected|naar verwachting",
        "better than expected|beter dan verwacht|better",
        "much better than expected|veel beter dan verwacht|much better",
    )),
    ("level", (
        "very low|zeer laag|heel laag|sehr niedrig|sehr gering",
        "low|laag|niedrig|gering",
        "medium|average|moderate|gemiddeld|midden|mittel",
        "high|hoog|hoch",
        "very high|zeer hoog|heel hoog|sehr hoch",
    )),
    ("effort", (
        "a great deal of effort|a lot of effort|very much effort",
        "quite a lot of effort|much effort|quite a bit of effort|considerable effort",
        "some effort|moderate effort|a moderate amount of effort",
        "a little effort|little effort|not much effort",
        "no effort|no effort at all|very little effort|hardly any effort",
    )),
    ("quality", (
        "ungenügend", "mangelhaft", "ausreichend|genügend", "befriedigend", "gut", "sehr gut",
    )),
    ("quality", (
        "muy malo|muy mala|pésimo|pésima|muy mal", "malo|mala|mal", "regular|aceptable|normal",
        "bueno|buena|bien", "muy bueno|muy buena|excelente|muy bien",
    )),
    ("quality", (
        "malo|mala|mal", "regular|aceptable", "bueno|buena|bien", "muy bueno|muy buena|muy bien", "excelente",
    )),
    ("quality", (
        "pessimo|pessima|molto scarso", "scarso|scarsa|cattivo|insufficiente",
        "sufficiente|discreto|medio|nella media",
        "buono|buona", "ottimo|ottima|eccellente|molto buono",
    )),
    ("quality", (
        "muito ruim|péssimo|péssima|muito mau", "ruim|mau|má", "regular|razoável|médio", "bom|boa",
        "ótimo|ótima|excelente|muito bom|muito boa",
    )),
    ("quality", (
        "très mauvais|très mauvaise|très insuffisant", "mauvais|mauvaise|insuffisant|médiocre",
        "moyen|moyenne|passable|correct", "bon|bonne|bien",
        "très bon|très bonne|excellent|excellente|très bien",
    )),
    ("quality", (
        "meget dårlig|meget dårligt|mycket dålig|mycket dåligt|svært dårlig|veldig dårlig",
        "dårlig|dårligt|dålig|dåligt", "middel|rimelig|okay|ok|medel|middels|hverken eller|varken eller",
        "god|godt|bra", "meget god|meget godt|fremragende|mycket bra|svært bra|veldig bra|utmärkt",
    )),
    ("frequency", (
        "nunca", "casi nunca|rara vez|raramente|quase nunca",
        "a veces|algunas veces|de vez en cuando|às vezes|por vezes",
        "a menudo|casi siempre|frecuentemente|frequentemente|muitas vezes|quase sempre", "siempre|sempre",
    )),
    ("frequency", (
        "mai", "raramente|quasi mai", "a volte|qualche volta|talvolta", "spesso|quasi sempre", "sempre",
    )),
    ("frequency", (
        "aldrig|aldri", "sjældent|sällan|sjelden", "af og til|nogle gange|ibland|noen ganger|av og til",
        "ofte|ofta", "altid|alltid",
    )),
    ("expectation", (
        "far below expectations|much worse|well below expectations", "below expectations|worse",
        "met expectations|meets expectations|as expected|in line with expectations",
        "above expectations|exceeded expectations|exceeds expectations|better",
        "far above expectations|far exceeded expectations|well above expectations|much better",
    )),
)  # fmt: skip
"""Per ladder its steps from bad to good, short ladders first; a bar stands between what means the same."""


def step_key(text: str) -> str:
    """Return an answer made comparable in any alphabet.

    Examples
    --------
    >>> step_key("Bardzo źle"), step_key("Очень плохо.")
    ('bardzo zle', 'очень плохо')
    """
    return plain(text) or folded(unicodedata.normalize("NFC", text).strip(_END))


def _comparable() -> tuple[tuple[str, tuple[Level, ...]], ...]:
    abroad = ((family, steps) for family, some in CLIMBING.items() for steps in some)
    told = sorted((*_TOLD, *abroad), key=lambda one: len(one[1]))
    return tuple(
        (family, tuple(tuple(step_key(text) for text in step.split("|")) for step in steps))
        for family, steps in told
    )


LADDERS = _comparable()
"""The same as :func:`~cx.intake.words.comparable.plain` writes it."""
