"""Hostile files uploaded in one session, while another person goes on working on the same server.

Long, since each file costs the server little and the browsers much:
``tests/started/test_intake_hostile.py::test_a_hostile_file_costs_a_message_within_seconds`` has them one by
one, and
``tests/app/test_upload_limits.py::test_a_file_whose_time_is_over_is_told_and_not_loaded`` shows such a
message on the page.
"""

import gc
from contextlib import suppress

import psutil
import pytest
from playwright.sync_api import Page, expect

from cx import text
from tests.browser.visitor import at_rest, until
from tests.made.hostile_files import HOSTILE

NAMES = ("corners.xlsx", "entities.xlsx", "bomb.xlsx", "strings.xlsx", "overlapping.xlsx", "chain.xls")
TARGET = ".js-plotly-plot .scatterlayer .point"
GROWTH = 60_000_000
"""What caches and buffers of an ordinary upload take; the hostile files cost their reader some GB."""
SLOWEST = 180_000
"""Milliseconds, on a machine that runs other tests too."""


@pytest.fixture
def people(desks):
    """Two people, each with a browser of their own."""
    return [desks(who, locale="en-GB") for who in ("", "other")]


def upload(page: Page, name: str, content: bytes) -> None:
    page.locator("input[type=file]").first.set_input_files(
        {"name": name, "mimeType": "application/octet-stream", "buffer": content}
    )


def beginnings(name: str) -> list[str]:
    """How the messages begin that fit a hostile file, up to their first number or reason."""
    values = {"file": name, "reason": "0", "size": 0, "unpacked": 0, "ratio": 0, "limit": 0}
    return [text.say(f"error.{key}", "en", **values).partition("0")[0] for key in HOSTILE[name][1]]


def told(page: Page, name: str) -> str:
    alert = page.get_by_role("alert").filter(has_text=f"{name} cannot be used")
    expect(alert).to_be_visible(timeout=SLOWEST)
    return at_rest(page, alert.inner_text)


def readers(pid: int) -> list[psutil.Process]:
    return [child for child in psutil.Process(pid).children(recursive=True) if is_reader(child)]


def is_reader(child: psutil.Process) -> bool:
    with suppress(psutil.Error):  # it may have ended meanwhile
        return any("reader" in part for part in child.cmdline())
    return False


@pytest.mark.long
def test_one_session_is_attacked_and_the_other_goes_on(people, fresh_server):
    server = fresh_server()
    attacker, colleague = people
    colleague.goto(server.url)
    colleague.get_by_role("button", name=text.say("upload.sample", "en")).click()
    expect(colleague.locator(TARGET)).to_have_count(24, timeout=SLOWEST)
    attacker.goto(server.url)
    upload(attacker, "small.pdf.xlsx", b"%PDF-1.7")
    expect(attacker.get_by_text("is really a PDF document").first).to_be_visible(timeout=SLOWEST)
    gc.collect()
    before = psutil.Process(server.pid).memory_info().rss
    for place, name in enumerate(NAMES):
        upload(attacker, name, HOSTILE[name][0]())
        rule = ("Median", "Mean")[place % 2]
        colleague.get_by_role("combobox", name="Crosshair").click()
        colleague.get_by_role("option", name=rule, exact=True).click()
        expect(colleague.get_by_role("combobox", name="Crosshair")).to_have_value(rule)
        said = told(attacker, name)
        assert any(words in said for words in beginnings(name)), said
    expect(colleague.locator(TARGET)).to_have_count(24)
    assert psutil.Process(server.pid).is_running()
    assert psutil.Process(server.pid).memory_info().rss - before < GROWTH
    until(colleague, lambda: not readers(server.pid))
    assert "Traceback" not in server.printed
