"""Tables of numbers as the language writes them, each column with the same decimals, and still sortable."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
_FINEST, _MOST_CELLS = 5, 50_000


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
                return st.column_config.NumberColumn(self.label, width=self.width)


def table(rows: pd.DataFrame, columns: Mapping[str, Column], alt: str) -> None:
    """Draw a whole table, every row at once; ``alt`` says what it is to whoever cannot see it."""
    st.dataframe(
        written(rows, {name: column.write for name, column in columns.items() if column.write}),
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


def localized(rows: pd.DataFrame, lang: Language) -> Styler:
    """Return a table whose numbers are written as the language does, as they are, with a real minus sign."""
    found = [str(name) for name in rows.columns if pd.api.types.is_numeric_dtype(rows[name])]
    as_is = partial(_trimmed, lang=lang)
    return written(rows, {name: as_is for name in found if rows[name].dtype != bool})


def in_language(rows: pd.DataFrame, lang: Language) -> tuple[pd.DataFrame | Styler, str | None]:
    """Return a table of any length and the format of its columns of numbers.

    The browser writes numbers quickly, and negative ones with a hyphen; where there are any, and not too many
    cells, each is written here.
    """
    below = (rows.select_dtypes("number") < 0).to_numpy().any()
    return (localized(rows, lang), None) if below and rows.size <= _MOST_CELLS else (rows, "localized")


def _trimmed(value: float, *, lang: Language) -> str:
    return text.trimmed(value, lang, _FINEST)


def _number(value: float, *, lang: Language, decimals: int) -> str:
    return text.number(value, lang, decimals)


def _percent(value: float, *, lang: Language, decimals: int) -> str:
    return text.percent(value, lang, decimals)
