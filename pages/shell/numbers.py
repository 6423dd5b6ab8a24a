"""Tables of numbers as the language writes them, each column with the same decimals, and still sortable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

import pandas as pd
import streamlit as st

from cx import text
from cx.text import Language

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

Write = Callable[[float], str]


def plain(decimals: int, lang: Language) -> Write:
    """Return how a number with a fixed count of decimals is written."""
    return partial(_number, lang=lang, decimals=decimals)


def percent(decimals: int, lang: Language) -> Write:
    """Return how a share of 1 is written."""
    return partial(_percent, lang=lang, decimals=decimals)


def fitting(column: pd.Series, lang: Language) -> Write:
    """Return how a column of numbers is written: two decimals, or more where two show nothing."""
    return plain(text.decimals_for(*column.dropna().tolist()), lang)


def written(rows: pd.DataFrame, columns: Mapping[str, Write]) -> Styler:
    """Return a table whose numbers are written as asked; what is missing stays blank."""
    asked = {name: write for name, write in columns.items() if name in rows}
    return rows.style.format(asked, na_rep="")


def table(rows: pd.DataFrame, columns: Mapping[str, Any], writing: Mapping[str, Write], alt: str) -> None:
    """Draw a whole table, every row at once.

    Parameters
    ----------
    columns
        How each column is headed, as one of Streamlit's ``column_config`` or as words.
    writing
        How the numbers of a column are written; a column that is not named stays as it is.
    alt
        What the table is, for whoever cannot see it.
    """
    st.dataframe(
        written(rows, writing),
        height="content",
        hide_index=True,
        placeholder="",
        column_config=columns,
        alt=alt,
    )


def _number(value: float, *, lang: Language, decimals: int) -> str:
    return text.number(value, lang, decimals)


def _percent(value: float, *, lang: Language, decimals: int) -> str:
    return text.percent(value, lang, decimals)
