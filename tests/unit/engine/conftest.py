"""Tests about the engine's process itself: it is started for each question, as in the program."""

import pytest


@pytest.fixture(scope="module", autouse=True)
def readers_forked():
    """Nothing is forked here."""
