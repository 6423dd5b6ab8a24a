"""A large file of this machine: found step by step with the keyboard, given up half-way, read and drawn."""

import re
import threading
from contextlib import contextmanager, suppress

import psutil
import pytest
from playwright.sync_api import TimeoutError as NotSoon
from playwright.sync_api import expect

from cx import text
from tests.browser import visitor

ROWS = 300_000
TRIES = 10
NAMES = ("Invoice", "Call", "App", "Letter")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A folder with a log of more than 10 MB in a folder of its own."""
    there = tmp_path_factory.mktemp("machine")
    (there / "logs").mkdir()
    with (there / "logs" / "contacts.csv").open("w", encoding="utf-8") as file:
        file.write("Customer;Time;Touchpoint\n")
        for n in range(ROWS):
            moment = f"2026-01-{1 + n % 28:02d} {n % 24:02d}:{n % 60:02d}:00"
            file.write(f"customer{n % 50_000};{moment};{NAMES[(n // 50_000 + n) % 4]}\n")
    return there


def at_work(pid):
    """The engine's processes below a server."""
    return [one for one in psutil.Process(pid).children(recursive=True) if is_engine(one)]


def is_engine(process):
    with suppress(psutil.Error):  # it may have ended meanwhile
        return any("engine/files" in part for part in process.cmdline())
    return False


@contextmanager
def slowed(pid):
    """Let the engine compute for a fifth of the time: it is still at work when somebody has read so."""
    over = threading.Event()

    def slow():
        while not over.is_set():
            there = at_work(pid)
            for does, seconds in (("suspend", 0.08), ("resume", 0.02)):
                for one in there:
                    with suppress(psutil.Error):
                        getattr(one, does)()
                over.wait(seconds)

    slowing = threading.Thread(target=slow)
    slowing.start()
    try:
        yield
    finally:
        over.set()
        slowing.join()


def typed_into(page, steps, name):
    """Choose by keys: a list that the page drew anew meanwhile has closed, and typing opens it again."""
    for _ in range(TRIES):
        steps.fill("")
        steps.press_sequentially(name)
        with suppress(NotSoon):
            page.get_by_role("option").filter(has_text=name).first.wait_for(timeout=10_000)
            steps.press("Enter")
            return
    pytest.fail(f"no list offers {name}")


def test_a_large_log_is_found_given_up_read_and_drawn(page, server, folder):
    page.set_viewport_size(visitor.LAPTOP)
    page.goto(f"{server.url}/journeys")
    page.get_by_text(text.say("machine.title", "en"), exact=True).click()
    field = page.get_by_label(text.say("machine.path", "en"), exact=True)
    field.fill(str(folder))
    field.press("Enter")
    visitor.settle(page)
    for name, path in (("logs", folder / "logs"), ("contacts.csv", folder / "logs" / "contacts.csv")):
        steps = page.get_by_role("combobox", name=f"In {path.parent}")
        typed_into(page, steps, name)
        expect(field).to_have_value(str(path))
        visitor.settle(page)
    read = page.get_by_role("button", name=text.say("machine.read", "en"), exact=True)
    cancel = page.get_by_role("button", name=text.say("machine.cancel", "en"), exact=True)
    with slowed(server.pid):
        read.click()
        page.get_by_text("counting customers, contacts and touchpoints").wait_for()
        working = at_work(server.pid)
        assert working
        cancel.click()
        expect(cancel).to_have_count(0)
    expect(read).to_be_enabled()
    _, alive = psutil.wait_procs([*working, *at_work(server.pid)], timeout=60)
    assert alive == []
    expect(field).to_have_value(str(folder / "logs" / "contacts.csv"))
    expect(page.get_by_role("heading", name=text.say("page.journeys", "en"), exact=True)).to_be_visible()
    read.click()
    expect(page.get_by_role("heading", name=re.compile("^50,000 customers"))).to_be_visible()
    expect(page.locator(".js-plotly-plot").first).to_be_visible()
