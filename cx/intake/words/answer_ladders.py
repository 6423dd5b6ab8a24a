"""Answers that climb in words of their own, in Dutch, English, German and French."""

from __future__ import annotations

Level = tuple[str, ...]
LADDERS: tuple[tuple[Level, ...], ...] = (
    (
        ("low", "laag", "niedrig"),
        ("medium", "average", "gemiddeld", "midden", "mittel"),
        ("high", "hoog", "hoch"),
    ),
    (
        ("never", "nooit", "nie", "jamais"),
        ("sometimes", "soms", "manchmal", "parfois"),
        ("usually", "often", "vaak", "meestal", "oft", "souvent"),
        ("always", "altijd", "immer", "toujours"),
    ),
    (
        ("poor", "slecht"),
        ("fair", "matig", "average", "redelijk", "moderate"),
        ("good", "goed"),
        ("excellent", "uitstekend", "very good", "zeer goed"),
    ),
    (
        ("poor", "slecht", "schlecht", "mauvais"),
        ("fair", "matig", "average", "redelijk"),
        ("good", "goed", "gut", "bon"),
        ("very good", "zeer goed", "heel goed", "sehr gut", "tres bon"),
        ("excellent", "uitstekend", "ausgezeichnet"),
    ),
    (
        ("slecht", "poor", "zeer slecht"),
        ("onvoldoende", "matig", "insufficient"),
        ("voldoende", "redelijk", "sufficient", "fair"),
        ("goed", "good"),
        ("uitstekend", "zeer goed", "excellent"),
    ),
    (
        ("very poor", "very bad", "zeer slecht", "heel slecht", "terrible", "sehr schlecht", "tres mauvais"),
        ("poor", "bad", "slecht", "schlecht", "mauvais"),
        ("fair", "average", "neutral", "matig", "neutraal", "redelijk", "voldoende", "ok", "okay", "moyen"),
        ("good", "goed", "gut", "bon"),
        ("very good", "excellent", "zeer goed", "heel goed", "uitstekend", "sehr gut", "tres bon"),
    ),
    (
        ("trifft nicht zu", "stimme nicht zu", "trifft uberhaupt nicht zu", "trifft gar nicht zu"),
        ("trifft eher nicht zu", "stimme eher nicht zu", "trifft weniger zu"),
        ("trifft eher zu", "stimme eher zu"),
        ("trifft zu", "stimme zu", "trifft voll zu", "trifft voll und ganz zu", "stimme voll zu"),
    ),
    (
        (
            "trifft uberhaupt nicht zu",
            "trifft gar nicht zu",
            "stimme uberhaupt nicht zu",
            "stimme gar nicht zu",
            "trifft nicht zu",
            "stimme nicht zu",
        ),
        ("trifft eher nicht zu", "stimme eher nicht zu", "trifft weniger zu", "trifft kaum zu"),
        ("teils teils", "weder noch", "neutral", "unentschieden"),
        ("trifft eher zu", "stimme eher zu", "trifft uberwiegend zu", "trifft ziemlich zu"),
        (
            "trifft voll zu",
            "trifft voll und ganz zu",
            "trifft vollig zu",
            "stimme voll zu",
            "trifft zu",
            "stimme voll und ganz zu",
            "stimme vollig zu",
            "stimme zu",
        ),
    ),
    (
        ("never", "nooit", "nie", "jamais"),
        ("rarely", "seldom", "zelden", "selten", "rarement"),
        ("sometimes", "soms", "manchmal", "parfois", "regelmatig", "occasionally"),
        ("often", "usually", "vaak", "meestal", "oft", "souvent", "frequently"),
        ("always", "altijd", "immer", "toujours"),
    ),
    (
        ("much worse than expected", "veel slechter dan verwacht", "much worse"),
        ("worse than expected", "slechter dan verwacht", "worse"),
        ("as expected", "zoals verwacht", "about as expected", "naar verwachting"),
        ("better than expected", "beter dan verwacht", "better"),
        ("much better than expected", "veel beter dan verwacht", "much better"),
    ),
)
"""Answers that climb from bad to good in words of their own, short ladders first."""
