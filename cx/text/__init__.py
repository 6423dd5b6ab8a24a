"""Every word that a person reads, in English and Dutch, and numbers as each language writes them.

Code holds message keys; the words stand in ``cx/text/<language>/<domain>.po`` and are read directly.
"""

from cx.text.duration import duration
from cx.text.escape import for_html, for_markdown
from cx.text.format import (
    MINUS,
    NOTHING,
    cell_format,
    decimals_for,
    decimals_needed,
    fine,
    month,
    number,
    percent,
    percent_told,
    percents,
    rounded,
    short_date,
    size,
    trimmed,
    whole,
)
from cx.text.goal import goal_words
from cx.text.language import LANGUAGES, Language, language_from, language_tag
from cx.text.money import CURRENCIES, currency, currency_name, currency_said, currency_sign, money
from cx.text.quantities import Place, score, score_decimals, share, spread_decimals
from cx.text.say import has, say
from cx.text.shapeless_signs import drawable
from cx.text.typed_number import NumberBounds, TypedNumber, typed_number

__all__ = [
    "CURRENCIES",
    "LANGUAGES",
    "MINUS",
    "NOTHING",
    "Language",
    "NumberBounds",
    "Place",
    "TypedNumber",
    "cell_format",
    "currency",
    "currency_name",
    "currency_said",
    "currency_sign",
    "decimals_for",
    "decimals_needed",
    "drawable",
    "duration",
    "fine",
    "for_html",
    "for_markdown",
    "goal_words",
    "has",
    "language_from",
    "language_tag",
    "money",
    "month",
    "number",
    "percent",
    "percent_told",
    "percents",
    "rounded",
    "say",
    "score",
    "score_decimals",
    "share",
    "short_date",
    "size",
    "spread_decimals",
    "trimmed",
    "typed_number",
    "whole",
]
