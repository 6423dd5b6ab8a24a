"""A chart as it is drawn on every page: as wide as it was computed, without buttons of the library's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

import streamlit as st

from cx import text
from cx.text import Language

if TYPE_CHECKING:
    from plotly.graph_objects import Figure

    from cx.picture import Picture

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


def ready(figure: Figure) -> Figure:
    """Return a figure that is kept and drawn again: its plain data are made once, and not for every control.

    Streamlit asks a figure for its data in each run, and Plotly copies all of them each time; whoever gets
    them changes nothing in them.
    """
    vars(figure)["to_dict"] = partial(dict, figure.to_dict())
    return figure


def names_below(picture: Picture, lang: Language) -> None:
    """Draw the numbers that the chart does not name itself, in order; nothing where it names them all."""
    if not picture.beyond_key:
        return
    with_number = [one for one in picture.beyond_key if one.number is not None]
    without = [one for one in picture.beyond_key if one.number is None]
    rows = "".join(f"<li value='{one.number}'>{text.for_html(one.name)}</li>" for one in with_number)
    rows += "".join(f"<li class='cx-bare'>{text.for_html(one.name)}</li>" for one in without)
    label = text.for_html(text.say("picture.key", lang))
    st.html(f"<ol class='cx-numbered' aria-label='{label}'>{rows}</ol>")
