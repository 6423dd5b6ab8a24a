"""A button that gives the page the whole screen, which a browser grants only to a click of its own."""

from __future__ import annotations

import streamlit as st

_STYLE = """
button {
  padding: 4px 12px; border: 0; background: none; color: var(--st-text-color);
  font-family: var(--st-font); font-size: 18px; cursor: pointer;
}
button:hover { color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
"""

_SCRIPT = """
export default function (component) {
  const { data, parentElement } = component
  const button = parentElement.querySelector("button")
  const show = () => { button.textContent = document.fullscreenElement ? data.leave : data.enter }
  button.onclick = () => {
    const asked = document.fullscreenElement
      ? document.exitFullscreen() : document.documentElement.requestFullscreen()
    asked.then(show, show)
  }
  button.hidden = !document.fullscreenEnabled
  document.addEventListener("fullscreenchange", show)
  show()
  return () => document.removeEventListener("fullscreenchange", show)
}
"""
_button = st.components.v2.component(
    "cx_full_screen", html="<button type='button'></button>", css=_STYLE, js=_SCRIPT
)


def button(key: str, enter: str, leave: str) -> None:
    """Draw the button, which says ``enter`` or ``leave``; it hides where a browser has no full screen."""
    _button(key=key, data={"enter": enter, "leave": leave}, width="content")
