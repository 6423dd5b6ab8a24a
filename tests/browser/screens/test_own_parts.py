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


def test_what_lets_go_late_ends_nothing_that_has_begun_since():
    """Streamlit loads a script anew for each run: of two at once the first lets go after the second began."""
    scripts = {one.name: one.read_text(encoding="utf-8") for one in (ROOT / "pages").rglob("*.js")}
    begins = {
        name: said.partition("export default")[2].partition("\n}\n")[0] for name, said in scripts.items()
    }
    keeps = {
        name
        for name, said in begins.items()
        if "return () =>" in said and re.search(r"t\._\w+ (\?\? )?=", said)
    }
    assert {"hands.js", "window.js", "table_view.js", "ballot_paper.js"} <= keeps
    assert (
        sorted(
            name
            for name in keeps
            if "turn !== turn" not in begins[name] and "turn === turn" not in begins[name]
        )
        == []
    )


def test_streamlit_calls_its_parts_as_our_styles_do():
    drawn = Path(streamlit.__file__).parent / "static" / "static" / "js"
    scripts = "".join(one.read_text(encoding="utf-8") for one in drawn.glob("*.js"))
    assert len(named()) > 20
    assert sorted(name for name in named() if name not in scripts) == []
