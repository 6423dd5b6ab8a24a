"""Tables of numbers as the language writes them, each column with the same decimals, and still sortable."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Literal

import pandas as pd
import streamlit as st

from cx import text
from cx.text import Language

if TYPE_CHECKING:
    from pandas.io.formats.style import Styler

Write = Callable[[float], str]
_MOST_CELLS = 6_000


@dataclass(frozen=True)
class Column:
    """One column of a table: what stands above it, and how its cells are drawn."""

    label: str
    kind: Literal["name", "words", "tick", "number"] | None = "number"
    """``name``: of a touchpoint, always in view; ``None``: whatever the cells ask for."""
    width: int | None = None
    """In pixels; ``None``: as wide as its words."""
    write: Write | None = None
    """How its numbers are written; ``None``: as they are."""

    @property
    def config(self) -> Any:  # noqa: ANN401 - Streamlit's own type
        """The column in Streamlit's terms."""
        match self.kind:
            case None:
                return self.label
            case "name":
                return st.column_config.TextColumn(self.label, width=self.width, pinned=True)
            case "words":
                return st.column_config.TextColumn(self.label, width=self.width)
            case "tick":
                return st.column_config.CheckboxColumn(self.label, width=self.width)
            case "number":
                return number_column(self.label, width=self.width)


def number_column(label: str | None = None, *, width: int | None = None, help_: str | None = None) -> Any:  # noqa: ANN401 - Streamlit's own type
    """Return how a column is drawn whose numbers are written by :func:`in_language`."""
    return st.column_config.Column(label, width=width, help=help_, alignment="right")


def bar(label: str, top: float, *, unit: str = "", width: int = 80, help_: str | None = None) -> Any:  # noqa: ANN401 - Streamlit's own type
    """Return a column of bars up to ``top``; the number in each is whole: no mark in it is the browser's."""
    form = f"%.0f{unit.replace('%', '%%')}"
    return st.column_config.ProgressColumn(
        label, help=help_, format=form, width=width, min_value=0.0, max_value=top
    )


def table(rows: pd.DataFrame, columns: Mapping[str, Column], alt: str, lang: Language) -> None:
    """Draw a whole table, every row at once; ``alt`` says what it is to whoever cannot see it."""
    st.dataframe(
        in_language(rows, lang, {name: column.write for name, column in columns.items() if column.write}),
        height="content",
        hide_index=True,
        placeholder="",
        column_config={name: column.config for name, column in columns.items()},
        alt=alt,
    )


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


def in_language(
    rows: pd.DataFrame, lang: Language, columns: Mapping[str, Write] | None = None, bars: Collection[str] = ()
) -> pd.DataFrame | Styler:
    """Return a table whose numbers are all written as the language of the page does, never the browser's.

    Parameters
    ----------
    columns
        How a column's numbers are written; the others are written as they are, with a real minus sign.
    bars
        The columns that are drawn as bars.

    Beyond some thousand cells the columns become texts, as wide as one another, so that they still sort as
    their numbers do: a table of cells that know both number and text takes a page seconds.
    """
    found = [name for name in rows.columns if name not in bars and _holds_numbers(rows[name])]
    asked = {name: (columns or {}).get(name) or _alike(rows[name], lang) for name in found}
    if rows[found].size <= _MOST_CELLS:
        return written(rows, asked)
    return rows.assign(**{name: _in_texts(rows[name], write) for name, write in asked.items()})


def _holds_numbers(column: pd.Series) -> bool:
    return pd.api.types.is_numeric_dtype(column) and not pd.api.types.is_bool_dtype(column)


def _in_texts(column: pd.Series, write: Write) -> list[str | None]:
    texts = [None if pd.isna(value) else write(value) for value in column]
    widest = max((len(one) for one in texts if one is not None), default=0)
    return [None if one is None else one.rjust(widest) for one in texts]


def _alike(column: pd.Series, lang: Language) -> Write:
    """How a column is written: with as many decimals in every row as one of them needs."""
    return plain(text.decimals_needed(column.dropna().astype(float).tolist()), lang)


def _number(value: float, *, lang: Language, decimals: int) -> str:
    return text.number(value, lang, decimals)


def _percent(value: float, *, lang: Language, decimals: int) -> str:
    return text.percent(value, lang, decimals)
