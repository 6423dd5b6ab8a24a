"""What the tests of pages share."""

import pytest

from tests.app import screens
from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]


@pytest.fixture(scope="module", autouse=True)
def nothing_by_the_clock():
    """A slow test is no other one.

    After five seconds a store is put in order, and what waits is saved; and a file is refused by the clock
    after four times what it may compute, which a very busy machine lets pass (``tests/unit/process``).
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("cx.session.keeper.Keeper.start", lambda _keeper: None)
        for name in ("budget._PATIENCE", "child._BESIDE_OTHERS"):
            patch.setattr(f"cx.process.{name}", 100)
        yield


@pytest.fixture(autouse=True)
def known_patches(monkeypatch):
    with screens.patched_by(monkeypatch):
        yield
