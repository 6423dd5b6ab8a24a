"""Twenty phones over real websockets, a small edition of benchmarks/room_load.py.

Long is the same without a kill, and with guesses: ``test_twenty_phones_lose_no_acknowledged_vote``.
"""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks import room_load
from benchmarks.websocket_browser import Browser
from cx import text
from launch import server
from launch.room import Room
from tests.coroutines import result_of
from tests.project import tiers
from tests.unit.session import voting_store


@pytest.mark.usefixtures("ports_apart")
@pytest.mark.parametrize(
    ("kind", "kill"), tiers.first([("points", True)], ("points", False), ("guess", True), rows=True)
)
def test_twenty_phones_lose_no_acknowledged_vote(tmp_path, kind, kill):
    room = {"people": 20, "seconds": 4, "kind": kind, "kill": kill, "least": 20}
    with ThreadPoolExecutor(max_workers=1) as pool:  # the browser tests' loop may run in this thread
        outcome = pool.submit(room_load.load, tmp_path, **room).result()
    assert (outcome.lost, outcome.doubled, outcome.told) == ([], [], 1)
    # Whoever was cut off before the first answer may have a ballot or none.
    assert sum(bool(phone.acknowledged) for phone in outcome.phones) <= outcome.ballots <= 20
    assert sum(len(phone.save_seconds) for phone in outcome.phones) >= 20
    printed = (tmp_path / "server.log").read_text(encoding="utf-8", errors="replace")
    assert "Traceback" not in printed


def test_a_page_has_ended_where_a_part_of_it_is_drawn_anew_though_nobody_said_so():
    """The server forgets to say so where a timer's message reaches it at the moment at which a page ends."""
    browser = Browser("http://127.0.0.1:1", "room")
    for fragments in ([], ["tally"]):
        begun = ForwardMsg()
        begun.new_session.SetInParent()
        begun.metadata.run.fragment_ids.extend(fragments)
        browser._take(begun)
        assert browser.drawing is (not fragments)
    assert browser._runs == 1


LOADED_BY_THE_PAGE = (
    "import sys\n"
    "from pathlib import Path\n"
    "from serving import needed\n"
    "needed.load([Path('pages/vote.py')])\n"
    "print(sorted({'pandas', 'scipy', 'matplotlib'} & sys.modules.keys()))\n"
    "print('pages.parts.vote.part' in sys.modules)"
)


def test_the_page_of_a_phone_loads_neither_pandas_nor_what_draws_files():
    done = subprocess.run(
        [sys.executable, "-c", LOADED_BY_THE_PAGE],
        cwd=room_load.ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["[]", "True"]


@pytest.mark.usefixtures("ports_apart")
def test_a_phone_votes_at_a_server_that_was_just_started(tmp_path, monkeypatch):
    kept = voting_store.opened(tmp_path)
    asked = voting_store.asked(kept)
    kept.close()
    monkeypatch.setenv("CX_STORE", f"sqlite:///{tmp_path / 'store.db'}")
    monkeypatch.delenv("CX_WARM")  # it loads pages while the phone votes
    port = server.port_for(None)
    with (
        (tmp_path / "log").open("wb") as output,
        server.started(
            sys.executable, room_load.ROOT, port, output, Room("127.0.0.1", ("127.0.0.1",))
        ) as process,
    ):
        assert server.answers(process, port)
        told = result_of(voted(f"http://127.0.0.1:{port}", f"code={asked.code}&pass={asked.invitation}"))
    assert told["saved"] == {"a": 1}
    assert b"Traceback" not in (tmp_path / "log").read_bytes()


async def voted(base, query):
    browser = Browser(base, "vote", query)
    await browser.open()
    await browser.press(text.say("vote.join", "en"))
    await browser.set_component(cast={"number": 1, "choices": {"a": 1}})
    await browser.until(lambda: not browser.drawing and browser.component().get("acknowledged") == 1)
    await browser.close()
    return browser.component()
