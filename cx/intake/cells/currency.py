"""The currency in which a file gives amounts of money."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from cx import text
from cx.records.file import Workbook

_MOST_TEXTS = 400


def currency_of(workbook: Workbook) -> str | None:
    """Return the ISO code of the currency that most of a file's columns name; ``None`` where none does.

    A column names it in its header, ``Cost (€)``, or in cells that are amounts, ``€ 2.500``; of each column's
    texts the first four hundred are looked at.
    """
    named: Counter[str] = Counter()
    for sheet in workbook.sheets:
        for column in sheet.columns:
            said = Counter(filter(None, map(text.currency_said, islice(column.texts, _MOST_TEXTS))))
            named.update(code for code, _ in said.most_common(1))
    return named.most_common(1)[0][0] if named else None
