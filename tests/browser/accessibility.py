"""What axe finds on a page that has come to rest."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_LOOKS = 12
_PAUSE = 500
_GRAVE = ("serious", "critical")


def serious(page: Page) -> list[dict[str, Any]]:
    """The serious violations that stay.

    What fades in or out has too little contrast for a moment, and a busy machine makes that moment long:
    so what is found is looked at again. A violation that is one is there each time.
    """
    found: list[dict[str, Any]] = []
    for look in range(_LOOKS):
        if look:
            page.wait_for_timeout(_PAUSE)
        violations = Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"]
        found = [one for one in violations if one["impact"] in _GRAVE]
        if not found:
            break
    return found
