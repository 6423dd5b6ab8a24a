"""Tests about the reader process itself: it is started for each file, as in the program."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def readers_forked():
    """Nothing is forked here."""
