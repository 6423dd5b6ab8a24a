"""What the tests of pages share."""

import pytest

from tests.app import screens
from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]


@pytest.fixture(scope="module", autouse=True)
def nothing_by_the_clock():
    """A store is put in order after five seconds, and saves what waits: in the midst of a slow test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cx.session.keeper.Keeper.start", lambda _keeper: None)
        yield


@pytest.fixture(autouse=True)
def known_patches(monkeypatch):
    with screens.patched_by(monkeypatch):
        yield
