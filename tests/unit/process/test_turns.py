"""Only a few at a time, first come first served; whoever gives up makes room."""

import sys
import threading
import time
from contextlib import nullcontext
from dataclasses import replace

import psutil
import pytest

from cx.errors import ArgumentError, LimitExceeded
from cx.process import MEGABYTE, Allowance, Turns, begun, child, most_at_once, of_this_process
from cx.process.child import said_by

AMPLE = Allowance(memory_bytes=500 * MEGABYTE, seconds=60.0)
SLEEPS = "import time; time.sleep(60)"


class TabClosedError(BaseException):
    """What the screen raises where nobody looks any more."""


def closing(stage, *, after):
    """Return a beat that ends the work when it has been told a stage so often."""
    told = []

    def beat(now):
        told.append(now)
        if told.count(stage) > after:
            raise TabClosedError

    return beat, told


def test_no_more_than_a_few_work_at_once_and_they_come_in_order():
    turns, order, at_once, busy = Turns(2), [], [], []
    done = [threading.Event() for _ in range(7)]

    def work(name):
        with turns.taken():
            order.append(name)
            busy.append(name)
            at_once.append(len(busy))
            done[name].wait()
            busy.remove(name)

    threads = [threading.Thread(target=work, args=[name]) for name in range(7)]
    for came, thread in enumerate(threads, 1):
        thread.start()
        until(lambda came=came: len(order) + len(turns._waiting) == came and len(order) == min(came, 2))
    for gone, end in enumerate(done, 1):
        end.set()
        until(lambda gone=gone: len(order) == min(gone + 2, 7))
    for thread in threads:
        thread.join()
    assert max(at_once) == 2
    assert order == list(range(7))


def until(holds):
    """Look until something holds."""
    for _ in range(6_000):
        if holds():
            return
        time.sleep(0.01)
    pytest.fail("it did not come")


def test_who_waits_is_told_so_and_a_turn_comes():
    turns, told = Turns(1), []
    with turns.taken():
        waiting = threading.Thread(target=lambda: turns.taken(told.append).__enter__())
        waiting.start()
        while not told:
            time.sleep(0.01)
    waiting.join(60)
    assert set(told) == {"waiting"}


def test_who_leaves_the_queue_holds_up_nobody():
    turns = Turns(1)
    beat, told = closing("waiting", after=0)
    with turns.taken(), pytest.raises(TabClosedError), turns.taken(beat):
        pass
    with turns.taken(told.append):
        assert told == ["waiting"]


def test_a_turn_is_given_back_when_the_work_fails():
    turns = Turns(1)
    with pytest.raises(ValueError, match="bad"), turns.taken():
        raise ValueError("bad")
    with turns.taken():
        assert turns.most == 1


def test_a_closed_tab_ends_the_process_and_its_turn():
    turns, before = Turns(1), {one.pid for one in psutil.Process().children()}
    beat, told = closing("working", after=3)
    began = time.monotonic()
    with pytest.raises(TabClosedError):
        said_by([sys.executable, "-c", SLEEPS], b"", name="a.csv", allowance=AMPLE, turns=turns, beat=beat)
    assert time.monotonic() - began < 30
    assert set(told) == {"working"}
    assert {one.pid for one in psutil.Process().children()} <= before
    with turns.taken():
        assert turns.most == 1


def test_there_is_at_least_one_reader_and_never_more_than_four():
    assert 1 <= most_at_once({}) <= 4
    assert most_at_once({"CX_LIMIT_READERS": "7"}) == 7
    with pytest.raises(ArgumentError):
        most_at_once({"CX_LIMIT_READERS": "0"})


def test_a_budget_ends_the_work_with_what_it_is_about():
    told = []
    begun("a.csv", 12.0, beat=told.append).check()
    assert told == ["working"]
    with pytest.raises(LimitExceeded) as raised:
        begun("a.csv", 12.4, left=-0.1).check()
    assert (raised.value.key, raised.value.values) == ("limit_understanding", {"file": "a.csv", "limit": 12})


def clocks(monkeypatch, clock, work):
    """Let a budget that begins now see so many seconds go by, and so many computed."""
    budget = begun("a.csv", 12.0)
    monkeypatch.setattr(time, "monotonic", lambda: budget.began + clock)
    monkeypatch.setattr(time, "thread_time", lambda: budget.worked + work)
    return budget


@pytest.mark.parametrize(
    ("clock", "work", "over"),
    [(11.9, 11.9, False), (12.1, 12.1, True), (12.1, 6.1, True), (40.0, 1.0, False), (48.1, 1.0, True)],
)
def test_a_busy_machine_makes_no_honest_file_a_hostile_one(monkeypatch, clock, work, over):
    """Whoever got half of the time is late by the clock; whoever got none of it is not, up to four times."""
    budget = clocks(monkeypatch, clock, work)
    with pytest.raises(LimitExceeded) if over else nullcontext():
        budget.check()


def test_what_another_thread_computes_is_not_known_so_the_clock_counts(monkeypatch):
    budget = replace(clocks(monkeypatch, 12.1, 0.0), thread=0)
    with pytest.raises(LimitExceeded):
        budget.check()


def test_whatever_a_process_is_asked_it_waits_in_the_queue_of_all(monkeypatch):
    """Templates, marked copies, sessions and samples as well as uploads: they share one memory."""
    queue, order = Turns(1), []
    monkeypatch.setattr(child, "of_this_process", lambda: queue)

    def asked(name):
        command = [sys.executable, "-c", "print('done')"]
        said_by(command, b"", name=name, allowance=AMPLE, beat=lambda stage: order.append((name, stage)))

    with queue.taken():
        thread = threading.Thread(target=asked, args=["deck.pptx"])
        thread.start()
        while not order:
            time.sleep(0.01)
        assert set(order) == {("deck.pptx", "waiting")}
    thread.join()
    assert of_this_process() is of_this_process()
