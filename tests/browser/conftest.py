"""What a page waits for: never so long on a machine that works, and long enough on one that is very busy."""

import pytest
from playwright.sync_api import Browser, expect

PATIENCE = 180_000


@pytest.fixture(autouse=True, scope="session")
def patience():
    """Let expectations and actions wait longer than the seconds of a quiet machine."""
    opened = Browser.new_context

    def opened_with_patience(browser, **options):
        context = opened(browser, **options)
        context.set_default_timeout(PATIENCE)
        return context

    expect.set_options(timeout=PATIENCE)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Browser, "new_context", opened_with_patience)
        yield
    expect.set_options(timeout=5_000)
