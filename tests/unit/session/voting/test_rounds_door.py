"""The door of a round: closed while voting goes on, a new code, and what the facilitator is told."""

import datetime as dt

from cx.session.voting import codes, door, guesses, rounds, taking_part
from tests.unit.session.voting_store import asked, refused

NOW = dt.datetime(2026, 11, 29, 10, 0, tzinfo=dt.UTC)


def came(kept, one, moments):
    """Hand out a ballot at each of some seconds after the round was opened."""
    for number, seconds in enumerate(moments):
        when = one.opened + dt.timedelta(seconds=seconds)
        taking_part.cast(kept, one, f"{one.id}{number}", "", {}, when)


def test_who_came_while_the_clock_was_ahead_is_no_rush_of_now(kept):
    one = asked(kept)
    came(kept, one, [3_600 + number / 10 for number in range(20)])
    for _ in range(40):
        guesses.take_turn(kept, clock=lambda: one.opened.timestamp() + 3_600, sleep=lambda _seconds: None)
    assert door.notice(kept, one, one.opened + dt.timedelta(seconds=10)) == door.Notice(0, 0)
    then = one.opened + dt.timedelta(seconds=3_610)
    assert door.notice(kept, one, then) == door.Notice(20, 40)


def test_a_closed_door_lets_nobody_new_in_and_those_inside_go_on(kept):
    one = asked(kept)
    inside = taking_part.join(kept, one, "Jo")
    assert door.close(kept, one.id).door == "closed"
    words = refused("door_closed", taking_part.join, kept, one, "Bo")
    assert "nobody new" in words.message("en") and "niemand meer bij" in words.message("nl")
    refused("door_closed", taking_part.cast, kept, one, "forged", "", {"a": 1})
    assert taking_part.cast(kept, one, inside, "Jo", {"a": 1}).choices == {"a": 1}
    assert taking_part.turnout(kept, one.id) == taking_part.Turnout(1, 1, (("Jo", True),))
    assert door.reopen(kept, one.id).door == "open"
    taking_part.join(kept, one, "Bo")
    assert taking_part.turnout(kept, one.id).joined == 2


def test_the_door_of_a_round_that_is_over_is_left_alone(kept):
    one = asked(kept)
    rounds.reveal(kept, one.id)
    assert (door.close(kept, one.id).door, door.close(kept, one.id).state) == ("open", "revealed")
    refused("round_closed", door.renew, kept, one.id)


def test_a_new_code_stops_the_old_one_and_the_old_invitation_and_those_inside_stay(kept):
    one = asked(kept)
    inside = taking_part.join(kept, one, "Jo")
    made = door.renew(kept, one.id)
    assert made == rounds.get(kept, one.id)
    assert made.code != one.code and made.invitation != one.invitation and made.former == (one.code,)
    refused("code", taking_part.admitted, kept, one.code)
    refused("code", taking_part.admitted, kept, one.code, one.invitation)
    assert taking_part.admitted(kept, made.code, made.invitation) == made
    assert taking_part.of_token(kept, inside)[0] == made
    taking_part.cast(kept, one, inside, "Jo", {"b": 2})
    assert door.renew(kept, one.id).former == (one.code, made.code)


def test_who_goes_on_to_the_next_round_twice_gets_the_same_ballot(kept):
    first = asked(kept)
    token = taking_part.join(kept, first, "Jo")
    rounds.reveal(kept, first.id)
    second = asked(kept)
    again = taking_part.join(kept, second, "Jo", before=token)
    taking_part.cast(kept, second, again, "Jo", {"a": 1})
    assert taking_part.join(kept, second, "Jo", before=token) == again
    assert again not in (token, codes.digest(token))
    assert [one.choices for one in taking_part.ballots_of(kept, second.id)] == [{"a": 1}]
    assert taking_part.turnout(kept, second.id).joined == 1


def test_fifteen_within_five_seconds_are_told_and_one_after_another_is_not(kept):
    one = asked(kept)
    came(kept, one, [10 * number for number in range(20)])
    assert door.notice(kept, one, one.opened + dt.timedelta(seconds=200)) == door.Notice(0, 0)
    two = asked(kept)
    came(kept, two, [30 + 0.2 * number for number in range(18)])
    soon, later = (two.opened + dt.timedelta(seconds=seconds) for seconds in (40, 340))
    assert door.notice(kept, two, soon) == door.Notice(18, 0)
    assert door.notice(kept, two, later) == door.Notice(0, 0)
    renewed = door.renew(kept, two.id, soon)
    assert door.notice(kept, renewed, soon) == door.Notice(0, 0)


def test_thirty_wrong_codes_are_told_and_a_new_code_begins_anew(kept):
    one = asked(kept)
    for _ in range(guesses.FREE - 1):
        refused("code", taking_part.admitted, kept, "CFHJKM34")
    assert door.notice(kept, one) == door.Notice(0, 0)
    refused("code", taking_part.admitted, kept, "CFHJKM34")
    assert door.notice(kept, one) == door.Notice(0, 30)
    assert door.notice(kept, door.renew(kept, one.id)).wrong == 0


def test_a_clock_that_was_set_back_lets_typed_codes_in(kept):
    day = 86_400.0
    for _ in range(60):
        guesses.take_turn(kept, clock=lambda: 1_000_000.0 + day, sleep=lambda _seconds: None)
    slept = []
    assert guesses.take_turn(kept, clock=lambda: 1_000_000.0, sleep=slept.append) > 0
    assert len(slept) == 1 and 0 < slept[0] <= guesses.LONGEST_GAP
