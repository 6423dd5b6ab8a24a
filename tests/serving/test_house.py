"""The house: warm before the door opens, nothing of a visitor's set aside, and who left is forgotten."""

import asyncio
import threading
from types import SimpleNamespace

import pytest
from streamlit.runtime.caching.ttl_cache import TTLCache
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from pages.parts.shell import keys
from serving import house, memory, needed, rehearsal, visitors
from serving.door import Door
from serving.house import House
from serving.visitors import Visitors
from tests.coroutines import result_of


class Session:
    """A session as far as the house looks at it."""

    def __init__(self, id_, **state):
        self.id = id_
        self.session_state = state
        self.ended = 0

    def shutdown(self):
        self.ended += 1


class Server:
    """A server with sessions that are open and sessions that may come back."""

    def __init__(self, *there, seconds=120.0):
        self.now = 0.0
        storage = MemorySessionStorage()
        storage._cache = TTLCache(maxsize=128, ttl=seconds, timer=lambda: self.now)
        self.there = [SimpleNamespace(session=one) for one in there]
        self.uploaded_file_mgr = MemoryUploadedFileManager("/upload")
        self._session_mgr = SimpleNamespace(
            _session_storage=storage, list_sessions=lambda: [*self.there, *storage.list()]
        )

    def closes(self, one):
        self.there = [known for known in self.there if known.session is not one]
        self._session_mgr._session_storage.save(SimpleNamespace(session=one))


@pytest.fixture
def aside(monkeypatch):
    """What was set aside: one entry each time, that says whether it was done anew."""
    done = []
    monkeypatch.setattr(memory, "set_aside", lambda *, anew=False: done.append(anew))
    monkeypatch.setattr(memory, "give_back", lambda: done.append("given back"))
    return done


@pytest.fixture
def steps(monkeypatch):
    """The loading, without the load: what was asked for, in order."""
    done = []
    monkeypatch.delenv(house.WARMS, raising=False)
    monkeypatch.setattr(needed, "load_start", lambda _root: done.append("start"))
    two = [lambda _aside: done.append("pages"), lambda _aside: done.append("downloads")]
    monkeypatch.setattr(needed, "rest", lambda _root: two)
    monkeypatch.setattr(house, "AFTER_ANSWERING", 0)
    return done


def test_everything_is_loaded_and_set_aside_step_by_step(aside, steps, tmp_path):
    result_of(House(tmp_path).warm(Visitors(Server(Session("a")))))
    assert (steps, aside) == (["start", "pages", "downloads"], [False, False, False])


@pytest.mark.parametrize("state", [{keys.WORKSPACE: object()}, {}])
def test_nothing_is_set_aside_once_a_visitor_has_data(aside, steps, tmp_path, state):
    server = Server(Session("a", **state))
    if not state:
        server.uploaded_file_mgr.add_file("a", UploadedFileRec("1", "a.csv", "text/csv", b"a"))
    result_of(House(tmp_path).warm(Visitors(server)))
    assert (steps, aside) == (["start", "pages", "downloads"], [])


def test_nothing_is_set_aside_while_a_page_is_drawn(aside, tmp_path):
    end = threading.Event()
    drawing = threading.Thread(target=end.wait, name="ScriptRunner.scriptThread")
    drawing.start()
    try:
        assert visitors.at_work()
        result_of(House(tmp_path).tidy(Visitors(Server())))
        assert aside == []
    finally:
        end.set()
        drawing.join()
    assert not visitors.at_work()


def test_data_of_a_closed_tab_is_not_set_aside_until_it_is_gone(aside, tmp_path):
    server, one = Server(), Session("a", **{keys.WORKSPACE: object()})
    server.closes(one)
    kept, found = House(tmp_path), Visitors(server)
    result_of(kept.tidy(found))
    assert (aside, one.ended) == ([], 0)
    server.now = 120.0
    result_of(kept.tidy(found))
    assert (aside, one.ended) == ([True, "given back"], 1)
    result_of(kept.tidy(found))
    assert (aside, one.ended) == ([True, "given back"], 1)


def test_who_left_is_forgotten_while_others_are_there_with_data(aside, tmp_path):
    stays, leaves = Session("a", **{keys.WORKSPACE: object()}), Session("b")
    server = Server(stays)
    server.closes(leaves)
    server.now = 121.0
    result_of(House(tmp_path).tidy(Visitors(server)))
    assert (aside, stays.ended, leaves.ended) == (["given back"], 0, 1)


def test_streamlit_keeps_its_sessions_where_they_are_looked_for():
    from streamlit.runtime.websocket_session_manager import WebsocketSessionManager

    manager = WebsocketSessionManager(
        MemorySessionStorage(), MemoryUploadedFileManager("/upload"), None, None
    )
    known = Visitors(SimpleNamespace(_session_mgr=manager, uploaded_file_mgr=MemoryUploadedFileManager("/u")))
    assert (known.forget(), known.hold_data) == (0, False)


@pytest.mark.usefixtures("aside")
def test_a_load_that_fails_opens_the_door_all_the_same(steps, tmp_path, monkeypatch):
    told = []
    monkeypatch.setattr(threading, "excepthook", told.append)
    monkeypatch.setattr(needed, "load_start", lambda _root: 1 / 0)
    opened = House(tmp_path)
    result_of(opened.warm(Visitors(Server())))
    assert opened._visitors_may_come.is_set()
    for thread in threading.enumerate():
        if thread.name == "warming":
            thread.join()  # what it raised is told after it let the door open
    assert [type(one.exc_value) for one in told] == [ZeroDivisionError]
    assert steps == ["pages", "downloads"]


@pytest.mark.parametrize(
    ("scope", "waits"),
    [
        ({"type": "websocket"}, "visitors"),
        ({"type": "http", "method": "PUT"}, "uploads"),
        ({"type": "http", "method": "GET"}, None),
        ({"type": "lifespan"}, None),
    ],
)
def test_the_door_holds_visitors_and_uploads_until_their_time(scope, waits):
    async def passed():
        through = asyncio.Event()

        async def app(_scope, _receive, _send):
            through.set()

        events = {"visitors": asyncio.Event(), "uploads": asyncio.Event()}
        calling = asyncio.create_task(Door(app, **events)(scope, None, None))
        await asyncio.sleep(0.01)
        at_once = through.is_set()
        if waits:
            events[waits].set()
        await calling
        return at_once, through.is_set()

    assert result_of(passed()) == (waits is None, True)


def test_the_door_gives_up_waiting(monkeypatch):
    monkeypatch.setattr("serving.door.PATIENCE", 0.01)
    through = []

    async def app(_scope, _receive, _send):
        through.append(1)

    async def passed():
        await Door(app, asyncio.Event(), asyncio.Event())({"type": "websocket"}, None, None)

    result_of(passed())
    assert through == [1]


def test_a_room_has_a_gate_before_the_door_and_a_desk_has_none(monkeypatch, tmp_path):
    assert [one.cls.__name__ for one in House(tmp_path).middleware()] == [
        "Headers",
        "Names",
        "Browser",
        "Door",
    ]
    monkeypatch.setenv("CX_ROOM_KEY", "key")
    assert [one.cls.__name__ for one in House(tmp_path).middleware()] == ["Headers", "Names", "Gate", "Door"]


@pytest.fixture
def rehearsed(monkeypatch):
    """The rehearsal, without the work: what was made, in order; a call of the last runs with it."""
    done = []
    monkeypatch.delenv(house.WARMS, raising=False)
    monkeypatch.setattr(rehearsal, "upload", lambda _root: done.append("picture"))
    made = [lambda: done.append("workbook"), lambda: done.append("deck")]
    monkeypatch.setattr(rehearsal, "downloads", lambda _root: made)
    return done


def test_the_sample_is_drawn_and_made_into_files_before_anybody_comes(aside, rehearsed, tmp_path):
    result_of(House(tmp_path).rehearse(Visitors(Server(Session("a")))))
    assert (rehearsed, aside) == (["picture", "workbook", "deck"], [False])


def test_a_server_that_ends_soon_loads_its_first_page_and_rehearses_nothing(
    aside, steps, rehearsed, tmp_path, monkeypatch
):
    monkeypatch.setenv(house.WARMS, "0")
    visitors_of_it = Visitors(Server(Session("a")))
    kept = House(tmp_path)
    result_of(kept.warm(visitors_of_it))
    result_of(kept.rehearse(visitors_of_it))
    assert (steps, rehearsed, aside) == (["start"], [], [False])
    assert kept._visitors_may_come.is_set()


def test_nothing_is_rehearsed_while_a_visitor_has_data(aside, rehearsed, tmp_path):
    result_of(House(tmp_path).rehearse(Visitors(Server(Session("a", **{keys.WORKSPACE: object()})))))
    assert (rehearsed, aside) == ([], [])


def test_a_rehearsal_ends_where_a_visitor_brings_data(aside, rehearsed, tmp_path, monkeypatch):
    session = Session("a")
    brings = [
        lambda: session.session_state.update({keys.WORKSPACE: object()}),
        lambda: rehearsed.append("deck"),
    ]
    monkeypatch.setattr(rehearsal, "downloads", lambda _root: brings)
    result_of(House(tmp_path).rehearse(Visitors(Server(session))))
    assert (rehearsed, aside) == (["picture"], [])


def test_a_server_that_runs_keeps_answers_shares_turns_and_holds_uploads_in_memory(monkeypatch, tmp_path):
    done = []

    async def shares():
        done.append("turns")

    monkeypatch.setattr(house, "get_instance", Server)
    monkeypatch.setattr(House, "_keep", lambda *_: asyncio.sleep(0))
    monkeypatch.setattr(memory, "few_heaps", lambda: done.append("heaps"))
    monkeypatch.setattr(house.uploads, "stay_in_memory", lambda: done.append("uploads"))
    monkeypatch.setattr(house.answers, "keep", lambda: done.append("answers"))
    monkeypatch.setattr(house.turns, "share", shares)

    async def opened():
        async with House(tmp_path).lifespan(None):
            await asyncio.sleep(0.01)

    result_of(opened())
    assert done == ["heaps", "uploads", "answers", "turns"]
