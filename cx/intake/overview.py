"""Which columns of a touchpoint table say something, in the order in which a screen shows them."""

from __future__ import annotations

from cx.records.touchpoints import KEY_COLUMNS, NUMBER_COLUMNS, TEXT_COLUMNS, Touchpoints


def columns(table: Touchpoints) -> tuple[str, ...]:
    """Return the names of the columns of ``table.rows`` that hold anything.

    The touchpoint comes first, then what tells its rows apart, then the numbers, then the other texts.
    """
    rows = table.rows
    texts = [name for name in TEXT_COLUMNS if (rows[name] != "").any()]
    numbers = [name for name in NUMBER_COLUMNS if rows[name].notna().any()]
    apart = [
        name
        for name in texts[1:]
        if name in KEY_COLUMNS and (rows.groupby("touchpoint")[name].nunique() > 1).any()
    ]
    return (*texts[:1], *apart, *numbers, *(name for name in texts[1:] if name not in apart))
