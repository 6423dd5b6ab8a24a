"""Garbage is looked for once it is quiet, not at the end of each run of a page."""

import asyncio
import contextlib
import gc
import itertools
import threading
import tomllib
import weakref

import pytest

from serving import garbage
from tests.coroutines import result_of
from tests.source import ROOT


class Ring:
    """Something that holds itself."""

    def __init__(self):
        self.itself = self


@pytest.fixture(autouse=True)
def _as_the_server_has_it():
    """The collector's own numbers; the tests have others (``tests/conftest.py``)."""
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    yield
    gc.set_threshold(*before)


def test_what_a_large_file_makes_starts_no_search_of_all_by_itself():
    garbage.seldom()
    gc.collect()
    before = gc.get_stats()[2]["collections"]
    kept = [[] for _ in range(300_000)]
    assert gc.get_stats()[2]["collections"] == before
    assert garbage.made()[1] > 0
    assert len(kept) == 300_000


@pytest.fixture
def alone(monkeypatch):
    """No search but those that are asked for, and looks that follow one another quickly."""
    monkeypatch.setattr(garbage, "_BETWEEN_LOOKS", 0.01)
    gc.collect()
    gc.disable()
    yield
    gc.enable()


async def _searched(seen, monkeypatch, *, drawing):
    counts = iter([(0, 0), (1, 0), *[(2, 0)] * 10_000])
    monkeypatch.setattr(garbage, "made", lambda: next(counts))
    searching = asyncio.create_task(garbage.search())
    await asyncio.sleep(0.3)
    while_drawn = seen() is not None
    drawing.set()
    while seen() is not None:  # noqa: ASYNC110 - the search tells nobody
        await asyncio.sleep(0.01)
    searching.cancel()
    return while_drawn


@pytest.mark.usefixtures("alone")
def test_garbage_stays_while_a_page_is_drawn_and_goes_once_it_is_quiet(monkeypatch):
    end = threading.Event()
    drawing = threading.Thread(target=end.wait, name="ScriptRunner.scriptThread")
    drawing.start()
    seen = weakref.ref(Ring())
    try:
        assert result_of(asyncio.wait_for(_searched(seen, monkeypatch, drawing=end), 60)) is True
    finally:
        end.set()
        drawing.join()


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("counts", "searches"), [([(0, 0)], False), ([(1, 0), (2, 0), (1, 1)], False), ([(1, 0)], True)]
)
def test_it_is_quiet_where_nothing_more_is_made_and_something_was(monkeypatch, counts, searches):
    found, told = [], itertools.cycle(counts)
    monkeypatch.setattr(garbage, "made", lambda: next(told))
    monkeypatch.setattr(garbage.gc, "collect", lambda: found.append(1))

    async def some_looks():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(garbage.search(), 0.5)

    result_of(some_looks())
    assert bool(found) is searches


def test_what_is_made_counts_from_the_last_whole_search():
    gc.collect()
    assert garbage.made() == (0, 0)
    kept = [[] for _ in range(2_000)]
    assert garbage.made() > (0, 0)
    assert len(kept) == 2_000


def test_streamlit_searches_at_the_end_of_no_run():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["runner"]["postScriptGC"] is False
