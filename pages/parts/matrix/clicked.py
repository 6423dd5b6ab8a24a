"""What was clicked on a chart, also while dragging on it draws a box.

Streamlit's own chart tells of a click only where dragging draws nothing. This component, which has no body of
its own, listens to the chart itself: it hooks on when the pointer goes down, as a chart is drawn anew often.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import streamlit as st

_SCRIPT = """
export default function (component) {
  const { data, setTriggerValue } = component
  const hook = (event) => {
    const chart = event.target.closest?.(`.st-key-${data.chart} .js-plotly-plot`)
    if (!chart?.on) return
    chart._tellClick = (told) => {
      const id = told.points?.[0]?.customdata
      if (id !== undefined) setTriggerValue("point", Array.isArray(id) ? id[0] : id)
    }
    if (chart._hooked) return
    chart._hooked = true
    chart.on("plotly_click", (told) => chart._tellClick(told))
  }
  document.addEventListener("pointerdown", hook, true)
  return () => document.removeEventListener("pointerdown", hook, true)
}
"""
_listener = st.components.v2.component("cx_clicked", js=_SCRIPT)


def listen(chart: str, chosen: Callable[[str], None]) -> None:
    """Call ``chosen`` with the id of each point that is clicked on the chart with this key."""
    key = f"clicked_{chart}"
    _listener(key=key, data={"chart": chart}, on_point_change=partial(_heard, key, chosen))


def _heard(key: str, chosen: Callable[[str], None]) -> None:
    point = st.session_state[key].get("point")
    if point is not None:
        chosen(str(point))
