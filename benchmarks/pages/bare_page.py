"""The page to compare with: the same figure and as many widgets as the matrix page, and no computation.

Started by ``responsiveness.py``, which passes a file with two figures (names on, names off) and the number of
widgets of each kind.
"""

import json
import os
from pathlib import Path

import plotly.io
import streamlit as st


@st.cache_resource
def figures() -> list:
    """Return the two figures, read once."""
    made = json.loads(Path(os.environ["CX_BENCHMARK_FIGURES"]).read_text(encoding="utf-8"))
    return [plotly.io.from_json(json.dumps(figure)) for figure in made]


def widgets(kinds: dict[str, int]) -> None:
    """Draw so many widgets of each kind."""
    options = ["one", "two", "three"]
    for number in range(kinds.get("selectbox", 0)):
        st.selectbox(f"Select {number}", options)
    for number in range(kinds.get("multiselect", 0)):
        st.multiselect(f"Several {number}", options)
    for number in range(kinds.get("button", 0)):
        st.button(f"Button {number}")
    for number in range(kinds.get("buttongroup", 0)):
        st.segmented_control(f"Group {number}", options)
    for number in range(kinds.get("textinput", 0)):
        st.text_input(f"Line {number}")
    for number in range(kinds.get("textarea", 0)):
        st.text_area(f"Text {number}")
    for number in range(kinds.get("checkbox", 0)):
        st.toggle(f"Toggle {number}")


st.title("A bare page")
with st.sidebar:
    names = st.toggle("Names on the chart", value=True)
    widgets(json.loads(os.environ["CX_BENCHMARK_WIDGETS"]))
st.plotly_chart(figures()[0 if names else 1], key="chart", on_select="rerun", width="content")
