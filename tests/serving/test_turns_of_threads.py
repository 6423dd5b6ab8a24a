"""Turns are short beside long work of a few, and as long as ever else."""

import asyncio
import sys
import threading

import pytest

from serving import turns
from serving.turns import SHORT, USUAL
from tests.coroutines import result_of


@pytest.mark.parametrize(
    ("before", "now", "seconds"),
    [
        ("", "", USUAL),
        ("", "a", USUAL),
        ("a", "", USUAL),
        ("a", "b", USUAL),
        ("a", "a", SHORT),
        ("a", "ab", SHORT),
        ("a", "abc", SHORT),
        ("abcd", "abcd", USUAL),
    ],
)
def test_a_turn_is_short_beside_long_work_of_a_few(before, now, seconds):
    assert turns.turn(before, now) == seconds


def test_a_long_run_shortens_the_turns_of_the_server_until_it_ends(monkeypatch):
    monkeypatch.setattr(turns, "_BETWEEN_LOOKS", 0.01)
    end = threading.Event()
    drawing = threading.Thread(target=end.wait, name="ScriptRunner.scriptThread")

    async def becomes(seconds):
        while sys.getswitchinterval() != pytest.approx(seconds):  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)

    async def watched():
        sharing = asyncio.create_task(turns.share())
        drawing.start()
        try:
            await asyncio.wait_for(becomes(SHORT), 60)
        finally:
            end.set()
            drawing.join()
        await asyncio.wait_for(becomes(USUAL), 60)
        sharing.cancel()

    try:
        result_of(watched())
    finally:
        sys.setswitchinterval(USUAL)
