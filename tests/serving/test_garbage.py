"""Garbage is looked for once it is quiet, not at the end of each run of a page."""

import asyncio
import gc
import itertools
import threading
import tomllib
import weakref

import pytest

from serving import garbage, memory
from tests.coroutines import result_of
from tests.source import ROOT

LOOKS = 50
"""Many more than quiet takes."""


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
    found, told = [], iter(list(itertools.islice(itertools.cycle(counts), LOOKS)))
    monkeypatch.setattr(garbage, "made", lambda: next(told))
    monkeypatch.setattr(garbage.gc, "collect", lambda: found.append(1))
    with pytest.raises(RuntimeError, match="StopIteration"):  # nobody looks any more
        result_of(garbage.search())
    assert bool(found) is searches


async def _looked(left, given_back, monkeypatch):
    """Let garbage be looked for until it has been; return whether those who left are remembered still."""
    monkeypatch.setattr(memory, "give_back", lambda: given_back.append(1))
    searching = asyncio.create_task(garbage.search(left))
    while not given_back:  # noqa: ASYNC110 - the search tells nobody
        await asyncio.sleep(0.01)
    searching.cancel()
    return left.is_set()


@pytest.mark.usefixtures("alone")
def test_what_belonged_to_those_who_left_goes_in_the_next_quiet_moment(monkeypatch):
    """Also where nothing was made since: to look at once would hold up who is at work."""
    monkeypatch.setattr(garbage, "made", lambda: (0, 0))
    left, given_back, seen = asyncio.Event(), [], weakref.ref(Ring())
    left.set()
    assert result_of(asyncio.wait_for(_looked(left, given_back, monkeypatch), 60)) is False
    assert (seen(), given_back) == (None, [1])


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize(
    ("machine", "grows", "searches"),
    [(10**12, 1_400_000_000, 0), (10**12, 1_600_000_000, 1), (4 * 10**9, 1_100_000_000, 1)],
)
def test_where_it_never_is_quiet_it_is_searched_once_the_process_has_grown_much(
    monkeypatch, machine, grows, searches
):
    found, held = [], itertools.chain([0], itertools.repeat(grows))
    told = iter([(n, 0) for n in range(LOOKS)])
    monkeypatch.setattr(garbage, "made", lambda: next(told))
    monkeypatch.setattr(memory, "held", lambda: next(held))
    monkeypatch.setattr(memory, "of_this_machine", lambda: machine)
    monkeypatch.setattr(garbage.gc, "collect", lambda: found.append(1))
    with pytest.raises(RuntimeError, match="StopIteration"):  # nobody looks any more
        result_of(garbage.search())
    assert len(found) == searches


def test_what_is_made_counts_from_the_last_whole_search():
    gc.collect()
    assert garbage.made() == (0, 0)
    kept = [[] for _ in range(2_000)]
    assert garbage.made() > (0, 0)
    assert len(kept) == 2_000


def test_streamlit_searches_at_the_end_of_no_run():
    settings = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text("utf-8"))
    assert settings["runner"]["postScriptGC"] is False
