"""Waiting for a database: what is given up is stopped, and what comes of it too late is undone."""

import threading

import pytest

from cx.engine.warehouse import waiting


class Stop(BaseException):
    pass


def stop(_stage):
    raise Stop


def go_on(_stage):
    pass


@pytest.mark.parametrize("beat", [None, go_on])
def test_what_comes_of_the_work_is_given(beat):
    assert waiting.awaited(lambda: 7, beat, pytest.fail) == 7
    assert waiting.made(lambda: 7, beat, pytest.fail) == 7


@pytest.mark.parametrize("beat", [None, go_on])
@pytest.mark.parametrize("error", [ValueError, TimeoutError])
def test_what_the_work_raises_is_raised(beat, error):
    def fail():
        raise error

    with pytest.raises(error):
        waiting.awaited(fail, beat, pytest.fail)
    with pytest.raises(error):
        waiting.made(fail, beat, pytest.fail)


def test_work_that_is_given_up_is_stopped_before_anything_goes_on():
    told, ended = threading.Event(), threading.Event()

    def work():
        told.wait()
        ended.set()

    with pytest.raises(Stop):
        waiting.awaited(work, stop, told.set)
    assert ended.is_set()


def test_what_is_made_after_nobody_waits_is_undone():
    late, undone = threading.Event(), threading.Event()

    def make():
        late.wait()
        return undone

    with pytest.raises(Stop):
        waiting.made(make, stop, threading.Event.set)
    assert not undone.is_set()
    late.set()
    assert undone.wait(60)
