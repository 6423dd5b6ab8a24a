"""A chart as it is drawn on every page: as wide as it was computed, without buttons of the library's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import streamlit as st

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

_CONFIG: Final = {"displayModeBar": False, "doubleClick": False, "scrollZoom": False}


def draw(figure: Figure, key: str, alt: str, *, picked: Callable[[], None] | None = None) -> None:
    """Draw a figure; ``picked`` is called when a point or a box on it was chosen."""
    st.plotly_chart(
        figure,
        key=key,
        width="content",
        theme=None,
        config=_CONFIG,
        on_select=picked or "ignore",
        selection_mode=("points", "box") if picked else ("points", "box", "lasso"),
        alt=alt,
    )
