"""Waiting for a database in a way that can be ended at any moment."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as StillWorking
from typing import TypeVar

from cx.process import Beat

T = TypeVar("T")
_PAUSE = 0.1
_TO_END = 10.0


def awaited(work: Callable[[], T], beat: Beat | None, stop: Callable[[], None]) -> T:
    """Return what work gives; what ``beat`` raises meanwhile stops it first.

    Parameters
    ----------
    work
        Done in a thread of its own, where there is a beat.
    beat
        Called several times a second.
    stop
        Ends the work; it is given some seconds to end.
    """
    if beat is None:
        return work()
    waiting, thread = _begun(work)
    try:
        return _beaten(waiting, beat)
    except BaseException:
        if not waiting.done():
            stop()
            thread.join(_TO_END)
        raise


def made(make: Callable[[], T], beat: Beat | None, undo: Callable[[T], None]) -> T:
    """Return what is made; what ``beat`` raises meanwhile does not wait, and what comes of it is undone.

    Parameters
    ----------
    make
        Such as a connection to a machine that may not answer.
    beat
        As in :func:`awaited`.
    undo
        Called with what was made after nobody waits for it any more.
    """
    if beat is None:
        return make()
    waiting, _ = _begun(make)
    try:
        return _beaten(waiting, beat)
    except BaseException:
        waiting.add_done_callback(lambda done: None if done.exception() else undo(done.result()))
        raise


def _begun(work: Callable[[], T]) -> tuple[Future[T], threading.Thread]:
    waiting: Future[T] = Future()

    def run() -> None:
        try:
            waiting.set_result(work())
        except BaseException as error:  # noqa: BLE001 - whoever waits gets it
            waiting.set_exception(error)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return waiting, thread


def _beaten(waiting: Future[T], beat: Beat) -> T:
    while True:
        try:
            return waiting.result(_PAUSE)
        except StillWorking:
            if waiting.done():
                raise
        beat("working")
