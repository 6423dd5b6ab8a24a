"""Streamlit's own parts that our styles and scripts name: an update that calls one otherwise fails here."""

import re
from pathlib import Path

import streamlit

from tests.source import ROOT

STYLES = ("pages/parts/around/style.css", "pages/parts/shell/window.js")
NAMED = re.compile(r"data-testid=\"?(st\w+)|\.(st[A-Z]\w+)|\[(data-tag)\]")


def named() -> set[str]:
    """The names of Streamlit's that we use."""
    words = "".join((ROOT / name).read_text(encoding="utf-8") for name in STYLES)
    return {name for found in NAMED.findall(words) for name in found if name}


def test_streamlit_calls_its_parts_as_our_styles_do():
    drawn = Path(streamlit.__file__).parent / "static" / "static" / "js"
    scripts = "".join(one.read_text(encoding="utf-8") for one in drawn.glob("*.js"))
    assert len(named()) > 20
    assert sorted(name for name in named() if name not in scripts) == []
