"""What the tests of pages share."""

import pytest

from tests.app import screens
from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]


@pytest.fixture(autouse=True)
def known_patches(monkeypatch):
    with screens.patched_by(monkeypatch):
        yield
