"""A button that puts the picture on the clipboard, where the browser allows it.

A browser lets a page write to the clipboard only while it answers a click, so the button is its own:
it hands the browser a promise of an image, asks Python for the image, and keeps the promise when it arrives.
"""

from __future__ import annotations

import base64
from collections.abc import Callable

import streamlit as st

from pages.shell import keys

_SCRIPT = """
const LONGEST = 10000

export default function (component) {
  const { data, parentElement, setTriggerValue } = component
  const host = parentElement.host ?? parentElement
  const button = parentElement.querySelector("button")
  const tell = (words) => { button.querySelector("span").textContent = words }
  const tellAWhile = (words, time) => {
    tell(words)
    clearTimeout(host._timer)
    host._timer = setTimeout(() => { host._busy = false; tell(data.words.copy) }, time)
  }
  if (data.image && host._resolve) {
    const bytes = Uint8Array.from(atob(data.image), (letter) => letter.charCodeAt(0))
    host._resolve(new Blob([bytes], { type: "image/png" }))
    host._resolve = undefined
  }
  if (!host._busy) tell(data.words.copy)
  const possible = window.isSecureContext && navigator.clipboard && window.ClipboardItem
  button.disabled = !possible
  button.title = possible ? "" : data.words.impossible
  button.onclick = () => {
    const image = new Promise((resolve, reject) => {
      host._resolve = resolve
      setTimeout(reject, LONGEST)
    })
    host._busy = true
    tell(data.words.making)
    navigator.clipboard.write([new ClipboardItem({ "image/png": image })]).then(
      () => tellAWhile(data.words.copied, 2500),
      () => tellAWhile(data.words.refused, 4000),
    )
    setTriggerValue("wanted", Date.now())
  }
}
"""
_STYLE = """
button {
  display: flex; gap: 8px; align-items: center; justify-content: center;
  width: 100%; min-height: 40px; padding: 4px 12px;
  border: 1px solid var(--st-border-color); border-radius: var(--st-button-radius, 8px);
  background: var(--st-background-color); color: var(--st-text-color);
  font: inherit; font-family: var(--st-font); font-size: 14px; cursor: pointer;
}
button:hover, button:focus-visible { border-color: var(--st-primary-color); color: var(--st-primary-color); }
button:focus-visible { outline: 2px solid var(--st-primary-color); outline-offset: 2px; }
button:disabled { opacity: 0.6; cursor: not-allowed; }
"""
_button = st.components.v2.component(
    "cx_clipboard", html="<button type='button'><span></span></button>", css=_STYLE, js=_SCRIPT
)


def button(key: str, words: dict[str, str], image: Callable[[], bytes]) -> None:
    """Draw the button; ``image`` makes the PNG once it is asked for.

    Parameters
    ----------
    words
        What the button says: ``copy``, ``making``, ``copied``, ``refused``; ``impossible`` explains
        why it is switched off where the browser has no clipboard for images.
    """
    wanted = st.session_state.pop(keys.COPYING, False)
    data = {"words": words, "image": base64.b64encode(image()).decode() if wanted else ""}
    _button(key=key, data=data, on_wanted_change=_ask)


def _ask() -> None:
    st.session_state[keys.COPYING] = True
