"""Paths and the session that is open: kept with it, folded, and shown again without their log."""

from dataclasses import replace

import pytest

from cx import text
from cx.session.sessions import stored
from tests.app import screens
from tests.app.test_sessions_pages import joined, only, started, store
from tests.made import sessions as samples
from tests.unit.deliver.told.journeys.paths import PATHS

pytestmark = pytest.mark.usefixtures("own_store")
LOG = "\n".join(
    [
        "Customer,Time,Touchpoint",
        *(
            f"K{1000 + who},2026-03-{1 + day:02} 10:00,{name}"
            for who in range(12)
            for day, name in enumerate(("Bill", "Call", "Bill") if who < 11 else ("Moving",))
        ),
    ]
)


def test_the_paths_of_a_log_are_kept_with_the_session_folded():
    app = screens.page(started(), "journeys")
    app.file_uploader[0].upload("log.csv", LOG.encode())
    app.run()
    assert not app.exception
    screens.page(app, "sessions")
    found = only().paths.found
    assert (found.least, found.cases) == (10, 12)
    assert [(one.path, one.cases, one.variants) for one in found.variants] == [
        (("Bill", "Call", "Bill"), 11, 1),
        (None, 1, 1),
    ]
    assert {one.name: one.cases for one in found.touchpoints} == {"Bill": 11, "Call": 11, "Moving": None}


def test_a_session_shows_the_paths_that_it_keeps():
    stored.add(store(), replace(samples.session(), paths=PATHS))
    app = screens.page(joined(), "journeys")
    assert not app.exception
    assert text.say("journeys.kept", "en") in screens.read(app)
    assert [one.value.replace("\\", "") for one in app.subheader][:2] == [
        "The 3 most common of 12 paths are those of 82% of 100 customers",
        "25% of 100 customers come to one touchpoint twice or more",
    ]
