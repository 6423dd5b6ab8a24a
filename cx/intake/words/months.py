"""The names of months in Dutch, English, German and French, and their abbreviations."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = (
    "january januari januar janvier jan janv",
    "february februari februar fevrier feb febr fevr fev",
    "march maart marz mars mar mrt mrz",
    "april avril apr avr",
    "may mei mai",
    "june juni juin jun",
    "july juli juillet jul juil",
    "august augustus aout aug",
    "september septembre sep sept",
    "october oktober octobre oct okt",
    "november novembre nov",
    "december dezember decembre dec dez",
)
MONTHS: Mapping[str, int] = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
"""Name, in small letters without accents, to the number of the month."""
