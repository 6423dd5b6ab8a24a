"""Long work lets short work by, for a while; nobody waits for ever."""

import threading
import time

import pytest

from cx.errors import LimitExceeded
from cx.process import Way, begun, budget, steps, under, way


class Clock:
    """A clock that goes on with every sleep."""

    def __init__(self):
        self.now = 100.0
        self.slept = 0.0

    def monotonic(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds
        self.slept += seconds


@pytest.fixture
def clock(monkeypatch):
    found = Clock()
    monkeypatch.setattr(way, "time", found)
    return found


def among(*others):
    """A way for this thread and others, all of whom it has seen."""
    there, found = [threading.current_thread(), *others], Way()
    found.among(lambda: there)
    found.give()
    return found, there


def test_long_work_stands_still_while_somebody_who_has_just_come_is_served(clock):
    found, there = among()
    clock.now += 5
    newcomer = threading.Thread()
    there.append(newcomer)
    served = clock.now + 0.3
    found.among(lambda: there if clock.now < served else there[:1])
    found.give()
    assert clock.slept == pytest.approx(0.3, abs=0.01)


def test_who_is_served_for_long_is_waited_for_no_more(clock):
    found, there = among()
    clock.now += 50
    there.append(threading.Thread())
    found.give()
    assert clock.slept == pytest.approx(1.0, abs=0.01)
    clock.now += 50
    found.give()
    assert clock.slept == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize(("after", "stands_still"), [(0.1, False), (0.6, True)])
def test_short_work_lets_nobody_by(clock, after, stands_still):
    found, there = among()
    clock.now += after
    there.append(threading.Thread())
    found.give()
    assert (clock.slept > 0) == stands_still


def test_who_was_there_before_is_not_let_by(clock):
    there, found = [threading.Thread()], Way()
    found.among(lambda: there)
    found.give()
    there.append(threading.current_thread())
    clock.now += 0.5
    found.give()
    clock.now += 0.45
    found.give()
    assert clock.slept == 0


def test_however_many_come_half_of_the_time_is_left(clock):
    found, there = among()
    began = clock.now
    for _ in range(100):
        clock.now += 0.1
        there[1:] = [threading.Thread()]
        found.give()
    assert 0.4 * (clock.now - began) < clock.slept <= 0.51 * (clock.now - began)


def test_who_is_nobody_of_theirs_never_stands_still(clock):
    found = Way()
    found.give()
    found.among(lambda: [threading.Thread()])
    clock.now += 10
    found.give()
    assert clock.slept == 0


def test_steps_ask_the_budget_that_the_work_is_under(monkeypatch):
    asked = []
    with under(begun("a", 60.0, beat=asked.append)):
        assert list(steps(range(10), 4)) == list(range(10))
        assert asked == ["working"] * 3
        with under(begun("b", 60.0, left=-1.0)), pytest.raises(LimitExceeded, match="b could not"):
            list(steps([1]))
        list(steps([1]))
    assert asked == ["working"] * 4
    given = []
    monkeypatch.setattr(budget, "way_of_this_process", lambda: _Counted(given))
    assert list(steps("abc")) == ["a", "b", "c"]
    assert len(given) == 3


class _Counted:
    """A way that counts how often it was given."""

    def __init__(self, given):
        self.given = given

    def give(self):
        self.given.append(time.monotonic())
