"""What axe finds on a page that has come to rest."""

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

_LOOKS = 12
_PAUSE = 500
_GRAVE = ("serious", "critical")
_WITHOUT_THE_MILD = """grave => {
    const { rules, data } = axe._audit
    const impacts = (rule) => [...rule.any, ...rule.all, ...rule.none]
        .map((check) => data.checks[check.id ?? check]?.impact ?? "unknown")
    const isMild = (rule) => rule.impact
        && ![rule.impact, ...impacts(rule)].some((one) => ["unknown", ...grave].includes(one))
    const mild = rules.filter(isMild).map((rule) => [rule.id, { enabled: false }])
    return { resultTypes: ["violations"], rules: Object.fromEntries(mild) }
}"""
"""Options that leave out each rule of which nothing can be grave, as axe itself knows."""


def serious(page: Page) -> list[dict[str, Any]]:
    """The serious violations that stay.

    What fades in or out has too little contrast for a moment, and a busy machine makes that moment long:
    so what is found is looked at again. A violation that is one is there each time.
    """
    found: list[dict[str, Any]] = []
    for look in range(_LOOKS):
        if look:
            page.wait_for_timeout(_PAUSE)
        found = [one for one in _violations(page) if one["impact"] in _GRAVE]
        if not found:
            break
    return found


def _violations(page: Page) -> list[dict[str, Any]]:
    """All that axe finds of what may be grave; it stays in a page that is only drawn anew."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    return page.evaluate("options => axe.run(options)", page.evaluate(_WITHOUT_THE_MILD, _GRAVE))[
        "violations"
    ]
