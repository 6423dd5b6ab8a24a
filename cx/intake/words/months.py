"""The names of months and their abbreviations."""

from __future__ import annotations

import re
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

_OTHERWISE = (
    "янв січ ιαν يناير ינואר",
    "фев лют φεβ فبراير פברואר",
    "мар бер μαρ μάρ مارس מרץ",
    "апр кві απρ أبريل ابريل אפריל",
    "май мая тра μαι μάι مايو מאי",
    "июн чер ιουν ιούν يونيو יוני",
    "июл лип ιουλ ιούλ يوليو יולי",
    "авг сер αυγ αύγ أغسطس אוגוסט",
    "сен вер σεπ سبتمبر ספטמבר",
    "окт жов οκτ أكتوبر אוקטובר",
    "ноя лис νοε νοέ نوفمبر נובמבר",
    "дек гру δεκ ديسمبر דצמבר",
)
"""How they begin in letters that :func:`~cx.intake.words.comparable.plain` leaves out."""
_BY_STEM: Mapping[str, int] = {
    stem: month for month, stems in enumerate(_OTHERWISE, 1) for stem in stems.split()
}
_WORD = re.compile(r"[^\W\d_a-z]{3,12}")
_LONGEST = 80


def month_otherwise(text: str) -> int | None:
    """Return the month that a text names in other letters than Latin ones; ``None`` where it names none.

    Examples
    --------
    >>> month_otherwise("янв 2026"), month_otherwise("Μάρτιος"), month_otherwise("Jan 2026")
    (1, 3, None)
    """
    for word in _WORD.findall(text[:_LONGEST].casefold()):
        for stem, month in _BY_STEM.items():
            if word.startswith(stem):
                return month
    return None
