"""Driving the pages without a browser."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest, app_test, local_script_runner
from streamlit.testing.v1.local_script_runner import LocalScriptRunner

from cx import text
from pages.parts.shell import keys

ROOT = Path(__file__).resolve().parents[2]
PAGES = ("pages/data.py", "pages/matrix.py", "pages/priorities.py", "pages/method.py")
SMALL = (
    "Touchpoint;Satisfaction (1-10);Impact;Volume;Journey;Channel\n"
    "Invoice;6,0;8;1000;Paying;Letter\n"
    "App;8,0;9;3000;Using;App\n"
    "Call;5,0;2;500;Using;Phone\n"
    "Letter;9,0;1;200;Paying;Letter\n"
)
"""Four touchpoints, one a quadrant: mean satisfaction 7, mean impact 5."""

_PATCHES: ContextVar[pytest.MonkeyPatch | None] = ContextVar("what this test puts in place", default=None)

# An app of a test looks through all installed packages for components, a fifth of a second for each app,
# where a server does so once.
manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)

# It compiles each page anew at each run, where a server keeps what it compiled.
app_test.ScriptCache = local_script_runner.ScriptCache = cache(local_script_runner.ScriptCache)

# It also makes a stand-in for the server at each run, out of all that a server can do.
app_test.MagicMock = cache(app_test.MagicMock)

# And it asks a thousand times a second whether the page is drawn, for which the page has to stand still.
_too_late = local_script_runner.require_widgets_deltas


def _drawn(runner: LocalScriptRunner, timeout: float) -> None:
    runner._script_thread.join(timeout)
    if runner._script_thread.is_alive():
        _too_late(runner, 0)


local_script_runner.require_widgets_deltas = _drawn


def opened(locale: str = "en-GB") -> AppTest:
    """Return the start page, drawn for a browser in that language."""
    return _begun(locale).run()


def _begun(locale: str) -> AppTest:
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=300)
    app.context = {"locale": locale}
    return app


def uploaded(content: str = SMALL, name: str = "small.csv", locale: str = "en-GB") -> AppTest:
    """Return the page that follows on the upload of a file."""
    app = opened(locale)
    app.file_uploader[0].upload(name, content.encode())
    return app.run()


def loaded(
    content: str = SMALL, name: str = "small.csv", locale: str = "en-GB", on: str | None = None
) -> AppTest:
    """Return the page that follows on the upload of a file, or another one, for who has a file loaded.

    The file is uploaded once for all tests: each begins a session of its own with what that left in one.
    Tests whose subject is the way there take :func:`uploaded`; a test that has put something in the
    program's place goes the way by itself.
    """
    patches = _PATCHES.get()
    if patches is None or patches._setattr:
        app = uploaded(content, name, locale)
        return app if on is None else page(app, on)
    left, place = _left_by(content, name, locale, on)
    if place is None:
        return uploaded(content, name, locale)
    app = _begun(locale)
    for key, value in left.items():
        app.session_state[key] = copy.copy(value)
    app._page_hash = place
    return app.run()


@cache
def _left_by(content: str, name: str, locale: str, on: str | None) -> tuple[dict[str, Any], str | None]:
    """What a session holds after an upload, and the page that it stands on; none where that is the first."""
    app = uploaded(content, name, locale) if on is None else page(loaded(content, name, locale), on)
    stays = title(app) == text.say("start.title", app.session_state["language"])
    held = app.session_state.to_dict()
    return {key: held[key] for key in LEFT if key in held}, None if stays else app._finished_page_script_hash


LEFT = (
    *(keys.WORKSPACE, keys.PAST, keys.FUTURE, keys.CONTENTS, keys.UPLOAD_ROUND, keys.MAPPINGS, keys.TAKEN),
    *(keys.FAILURES_PAGE, keys.RESULTS, keys.DRAWN, keys.LAID, keys.TABLES),
)
"""What an upload, and the page of drivers, leave in a session beside what widgets hold."""


@contextmanager
def patched_by(patches: pytest.MonkeyPatch) -> Iterator[None]:
    """Let :func:`loaded` know what a test puts in the program's place."""
    before = _PATCHES.set(patches)
    yield
    _PATCHES.reset(before)


def page(app: AppTest, name: str) -> AppTest:
    """Return another page of the same session."""
    return app.switch_page(f"pages/{name}.py").run()


def title(app: AppTest) -> str:
    """Return the page's title, as it reads."""
    return app.title[0].value.replace("\\", "")


def button(app: AppTest, key: str, lang: str = "en") -> Any:
    """Return the button whose label stands under a message key."""
    label = text.say(key, lang)
    return next(one for one in app.button if one.label == label)


def reveal(app: AppTest) -> None:
    """Reveal the round that is on, and say yes to what is asked before."""
    for key in ("reveal", "reveal_now"):
        app.get_by_key(key).click()
        app.run()


def chart(app: AppTest) -> dict[str, Any]:
    """Return the chart of the page as Plotly gets it."""
    return json.loads(app.get("plotly_chart")[0].proto.spec)


@dataclass(frozen=True)
class Table:
    """A table that is read, as the browser gets it."""

    label: str
    heads: dict[str, str]
    """Column to what stands above it."""
    shown: pd.DataFrame
    """What stands in the cells."""
    value: pd.DataFrame
    """What the cells are worth: numbers where numbers are written."""


def tables(app: AppTest) -> list[Table]:
    """Return the tables of the page that are read."""
    found = [one.proto for one in app.get("bidi_component") if one.proto.component_name == "cx_table"]
    return [_table(json.loads(proto.json)[0]) for proto in found]


def _table(data: dict[str, Any]) -> Table:
    names = [column[0] for column in data["columns"]]
    written = [[cell[0] if isinstance(cell, list) else cell for cell in row] for row in data["rows"]]
    worth = [[cell[1] if isinstance(cell, list) else cell for cell in row] for row in data["rows"]]
    heads = {column[0]: column[1] for column in data["columns"]}
    shown, value = (pd.DataFrame(rows, columns=names) for rows in (written, worth))
    return Table(data["label"], heads, shown, value)


def footnote(app: AppTest) -> str:
    """Return the footnote of the chart on one line."""
    texts = [words for trace in chart(app)["data"] for words in trace.get("text", ())]
    return " ".join(texts[texts.index(next(words for words in texts if words.startswith("Source"))) :])


def bubbles(app: AppTest) -> dict[str, str]:
    """Return the id of each bubble of the chart, by its name."""
    targets = next(trace for trace in chart(app)["data"] if trace.get("name") == "touchpoints")
    names = [words.split("</b>")[0].removeprefix("<b>") for words in targets["hovertext"]]
    return dict(zip(names, targets["customdata"], strict=True))


def read(app: AppTest) -> str:
    """Return all words on the page, as they read."""
    lists = (app.title, app.header, app.markdown, app.error, app.warning, app.info, app.caption, app.html)
    words = [str(getattr(one, "value", None) or getattr(one, "body", "")) for found in lists for one in found]
    return re.sub(r"<style>.*?</style>", "", "\n".join(words).replace("\\", ""), flags=re.DOTALL)
