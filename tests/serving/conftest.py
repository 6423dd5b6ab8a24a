"""What the tests of the server share."""

import gc

import pytest

from tests.forked_readers import readers_forked

__all__ = ["readers_forked"]


@pytest.fixture(autouse=True)
def _the_numbers_of_the_collector_stay():
    """A server sets its own."""
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
