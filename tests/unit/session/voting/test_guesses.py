"""Wrong codes slow the typing of codes for everybody, and right ones only wait."""

import collections

import pytest

from cx.errors import VoteRefused
from cx.session.voting import codes, guesses, taking_part
from tests.unit.session.voting_store import asked, opened_at

WRONG = "CFHJKM34"


class Clock:
    """Time that passes by sleeping."""

    def __init__(self):
        self.seconds = 1_000_000.0

    def __call__(self):
        return self.seconds

    def sleep(self, seconds):
        self.seconds += seconds


@pytest.fixture
def kept(store_address):
    found = opened_at(store_address)
    yield found
    found.engine.dispose()


def took(kept, clock):
    before = clock.seconds
    guesses.take_turn(kept, clock=clock, sleep=clock.sleep)
    return clock.seconds - before


def test_thirty_wrong_codes_are_free_and_then_each_waits_longer(kept):
    clock = Clock()
    assert [took(kept, clock) for _ in range(guesses.FREE)] == [0.0] * guesses.FREE
    waits = [round(took(kept, clock), 6) for _ in range(60)]
    assert waits[0] == 0.1
    assert waits == sorted(waits)
    assert waits[-1] == 2.0


def test_many_at_once_do_not_help_and_the_hundredth_is_sent_away(kept):
    clock = Clock()
    turns = []

    def guess():
        guesses.take_turn(kept, clock=clock, sleep=turns.append)

    with pytest.raises(VoteRefused) as caught:
        collections.deque(iter(guess, 0), maxlen=0)  # until it is refused
    assert caught.value.key == "guesses"
    assert max(turns) <= guesses.LONGEST_WAIT
    assert guesses.FREE + len(turns) < 90


def test_right_codes_are_forgotten_and_slow_nobody(kept):
    clock = Clock()
    for _ in range(200):
        guesses.settle(kept, guesses.take_turn(kept, clock=clock, sleep=clock.sleep))
    assert clock.seconds == 1_000_000.0


def test_after_five_quiet_minutes_it_is_fast_again(kept):
    clock = Clock()
    for _ in range(60):
        took(kept, clock)
    clock.seconds += guesses.REMEMBERED + 1
    assert took(kept, clock) == 0.0


def test_an_invitation_waits_for_nobody(kept, monkeypatch):
    one = asked(kept)
    monkeypatch.setattr(guesses, "take_turn", lambda _store: pytest.fail("it waited"))
    assert taking_part.admitted(kept, one.code, one.invitation) == one


def test_a_wrong_invitation_is_a_guess_like_any_other(kept):
    one = asked(kept)
    with pytest.raises(VoteRefused):
        taking_part.admitted(kept, WRONG, codes.token())
    assert taking_part.admitted(kept, one.code, "wrong") == one
