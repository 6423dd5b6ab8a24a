"""What a page waits for on a machine with two cores and other work."""

import pytest
from playwright.sync_api import expect

PATIENCE = 30_000


@pytest.fixture(autouse=True, scope="session")
def patience():
    """Let expectations wait longer than the five seconds of a quiet machine."""
    expect.set_options(timeout=PATIENCE)
    yield
    expect.set_options(timeout=5_000)
