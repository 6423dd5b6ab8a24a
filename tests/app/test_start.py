"""What the first page may cost, and the sessions that it offers."""

import datetime as dt
import os
import subprocess
import sys

import pytest

from cx import text
from cx.session.sessions import stored
from tests.app import screens
from tests.made import sessions as samples

HEAVY = ("matplotlib", "openpyxl", "pptx", "rapidfuzz", "scipy", "sqlalchemy", "xlsxwriter")
SCRIPT = """
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("app.py", default_timeout=300).run()
assert not app.exception, app.exception
print(" ".join(sorted({name.split(".")[0] for name in sys.modules})))
"""


def test_the_first_page_waits_for_no_library_that_it_does_not_use(root, tmp_path):
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "CX_DATA": str(tmp_path / "none")},
    )
    loaded = run.stdout.split()
    assert "streamlit" in loaded
    assert [name for name in HEAVY if name in loaded] == []
    assert not (tmp_path / "none").exists()


def keep(*names):
    """Keep sessions with these names, the last one changed last; return them."""
    from pages.parts.shell.database import store

    begun = dt.datetime(2026, 9, 1, 9, 0, tzinfo=dt.UTC)
    moments = (begun + dt.timedelta(days=day) for day in range(len(names)))
    made = [
        samples.session(name, id=f"{place}" * 32, changed=moment)
        for place, (name, moment) in enumerate(zip(names, moments, strict=True))
    ]
    return [stored.add(store(), one) for one in made]


def offered(app, lang="en"):
    """The buttons that open a session, by what stands before them."""
    label = text.say("sessions.open", lang)
    return [button for button in app.button if button.label == label]


@pytest.mark.usefixtures("own_store")
@pytest.mark.parametrize(("lang", "locale"), [("en", "en-GB"), ("nl", "nl-NL")])
def test_the_latest_three_sessions_are_one_click_away(lang, locale):
    kept = keep("First", "Second", "<b>Third</b>", "Fourth")
    app = screens.opened(locale)
    assert not app.exception
    assert [one.key for one in offered(app, lang)] == [f"reopen_open_{one.id}" for one in kept[:0:-1]]
    assert text.say("start.reopen", lang) in [head.value for head in app.header]
    app.get_by_key(f"reopen_open_{kept[1].id}").click().run()
    assert not app.exception
    assert "Second" in screens.read(app)
    assert app.get("plotly_chart") != []


@pytest.mark.usefixtures("own_store")
def test_a_session_that_is_open_put_away_or_deleted_is_not_offered():
    from pages.parts.shell.database import store

    kept = keep("First", "Second", "Third")
    stored.amend(store(), kept[1].id, archived=True)
    stored.amend(store(), kept[2].id, deleted=stored.moment_now())
    app = screens.opened()
    (button,) = offered(app)
    button.click().run()
    app = app.switch_page("app.py").run()
    assert offered(app) == []
    assert text.say("start.reopen", "en") not in [head.value for head in app.header]


def test_a_store_that_cannot_be_opened_leaves_the_first_page_as_it_is(own_store):
    (own_store / "sessions.sqlite").write_bytes(b"no database at all" * 100)
    app = screens.opened()
    assert not app.exception
    assert len(app.warning) == 1
    assert screens.button(app, "upload.sample").label
