"""The names of months in languages with Latin letters, and their abbreviations."""

from __future__ import annotations

from collections.abc import Mapping

_NAMES = (
    "january januari januar janvier jan janv enero ene gennaio janeiro styczen stycznia",
    "february februari februar fevrier feb febr fevr fev febrero febbraio fevereiro luty lutego",
    "march maart marz mars mar mrt mrz marzo marco marzec marca marts",
    "april avril apr avr abril abr aprile kwiecien kwietnia",
    "may mei mai mayo maggio maio maj maja",
    "june juni juin jun junio giugno junho czerwiec czerwca",
    "july juli juillet jul juil julio luglio julho lipiec lipca",
    "august augustus aout aug agosto ago augusti sierpien sierpnia",
    "september septembre sep sept septiembre settembre setembro wrzesien wrzesnia",
    "october oktober octobre oct okt octubre ottobre outubro pazdziernik pazdziernika",
    "november novembre nov noviembre novembro listopad listopada",
    "december dezember decembre dec dez diciembre dicembre dezembro dic grudzien grudnia desember",
)
MONTHS: Mapping[str, int] = {name: month for month, names in enumerate(_NAMES, 1) for name in names.split()}
"""Name, in small letters without accents, to the number of the month."""
