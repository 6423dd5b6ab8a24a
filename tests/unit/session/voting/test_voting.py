"""Taking part in a round: codes, ballots, closing and the reveal."""

import concurrent.futures
import datetime as dt

import pytest
import sqlalchemy as sql

from cx.errors import VoteRefused
from cx.session.store import schema
from cx.session.voting import codes, rounds, taking_part
from tests.unit.session.voting_store import asked, opened_at


@pytest.fixture
def kept(store_address):
    found = opened_at(store_address)
    yield found
    found.engine.dispose()


def refused(key, call, *arguments, **more):
    with pytest.raises(VoteRefused) as caught:
        call(*arguments, **more)
    assert caught.value.key == key


# --- codes ---


def test_no_code_holds_letters_or_digits_that_look_alike():
    assert not set(codes.ALPHABET) & set("0O1IL2Z5S8BUV")
    made = {codes.new() for _ in range(200)}
    assert len(made) == 200
    assert {len(code) for code in made} == {8}
    assert set("".join(made)) <= set(codes.ALPHABET)


def test_a_code_opens_its_round_however_it_is_typed(kept):
    one = asked(kept)
    assert taking_part.admitted(kept, f" {codes.shown(one.code).lower()} ") == one


def test_a_wrong_code_and_an_expired_one_are_told_the_same(kept):
    past = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)
    expired = asked(kept, moment=past)
    refused("code", taking_part.admitted, kept, "CFHJKM34")
    refused("code", taking_part.admitted, kept, expired.code)
    refused("code_shape", taking_part.admitted, kept, "CFHJ")


def test_a_code_ends_with_the_reveal(kept):
    one = asked(kept)
    rounds.close(kept, one.id)
    assert rounds.find(kept, one.code).state == "closed"
    assert rounds.reveal(kept, one.id).code == ""
    assert rounds.find(kept, one.code) is None


# --- a ballot ---


def test_the_last_vote_of_a_participant_is_the_one_that_counts(kept):
    one = asked(kept)
    token = taking_part.join(kept, one, "Jo")
    taking_part.cast(kept, one, token, "Jo", {"a": 2})
    taking_part.cast(kept, one, token, "Jo", {"b": 1, "c": 0})
    (ballot,) = taking_part.ballots_of(kept, one.id)
    assert (ballot.name, ballot.choices) == ("Jo", {"b": 1})
    assert taking_part.of_token(kept, token) == (one, ballot)


def test_somebody_who_joined_and_chose_nothing_has_not_voted(kept):
    one = asked(kept)
    taking_part.join(kept, one, "Jo")
    taking_part.cast(kept, one, taking_part.join(kept, one, ""), "", {"a": 1})
    assert taking_part.turnout(kept, one.id) == taking_part.Turnout(2, 1, (("Jo", False),))
    assert taking_part.result(kept, one.id).ballots == 1


def test_the_store_holds_no_token(kept):
    one = asked(kept)
    token = taking_part.join(kept, one)
    with kept.begin() as connection:
        row = connection.execute(sql.select(schema.ballots)).mappings().one()
    assert token not in str(dict(row))
    assert row["token_hash"] == codes.digest(token)


@pytest.mark.parametrize(
    ("choices", "key"),
    [
        ({"a": 3}, "choice"),
        ({"a": -1}, "choice"),
        ({"a": True}, "choice"),
        ({"a": 1.0}, "choice"),
        ({"d": 1}, "choice"),
        ({"a": 2, "b": 1}, "too_many_points"),
    ],
)
def test_points_that_the_round_does_not_offer_are_refused(kept, choices, key):
    one = asked(kept)
    assert one.points == 2
    refused(key, taking_part.cast, kept, one, "token", "", choices)
    assert taking_part.turnout(kept, one.id).joined == 0


@pytest.mark.parametrize("given", [0, 6])
def test_ratings_run_from_one_to_five(kept, given):
    one = asked(kept, "urgency")
    refused("choice", taking_part.cast, kept, one, "token", "", {"a": given})
    assert taking_part.cast(kept, one, "token", "", {"a": 1, "b": 5}).choices == {"a": 1, "b": 5}


def test_a_closed_round_takes_no_vote_and_keeps_those_before(kept):
    one = asked(kept)
    taking_part.cast(kept, one, "token", "", {"a": 1})
    rounds.close(kept, one.id)
    refused("round_closed", taking_part.cast, kept, one, "token", "", {"b": 1})
    assert [ballot.choices for ballot in taking_part.ballots_of(kept, one.id)] == [{"a": 1}]
    rounds.reopen(kept, one.id)
    taking_part.cast(kept, one, "token", "", {"b": 1})
    rounds.reveal(kept, one.id)
    assert rounds.reopen(kept, one.id).state == "revealed"
    refused("round_closed", taking_part.cast, kept, one, "token", "", {"a": 1})
    assert [ballot.choices for ballot in taking_part.ballots_of(kept, one.id)] == [{"b": 1}]


def test_an_expired_round_takes_no_vote(kept):
    one = asked(kept, moment=rounds.now() - rounds.LASTS)
    refused("round_expired", taking_part.cast, kept, one, "token", "", {"a": 1})


def test_a_discarded_round_is_gone_with_its_ballots(kept):
    one = asked(kept)
    taking_part.cast(kept, one, "token", "", {"a": 1})
    rounds.discard(kept, one.id)
    refused("round_gone", taking_part.cast, kept, one, "token", "", {"a": 1})
    assert rounds.rounds_of(kept, "s") == ()
    assert taking_part.of_token(kept, "token") is None


def test_the_next_round_is_found_from_the_one_before(kept):
    first = asked(kept)
    assert rounds.following(kept, first) is None
    second = asked(kept, "urgency")
    assert rounds.following(kept, first) == second
    rounds.close(kept, second.id)
    assert rounds.following(kept, first) is None


def test_forty_threads_voting_while_it_is_revealed_lose_nothing_and_double_nothing(kept):
    one = asked(kept, "urgency")
    tokens = [taking_part.join(kept, one) for _ in range(40)]

    def vote(place):
        acknowledged = None
        for rating in (1, 2, 3):
            try:
                taking_part.cast(kept, one, tokens[place], "", {"a": rating})
            except VoteRefused:
                return acknowledged
            acknowledged = rating
            if place == 20:
                rounds.reveal(kept, one.id)
        return acknowledged

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        acknowledged = [given for given in pool.map(vote, range(40)) if given]
    counted = [ballot.choices["a"] for ballot in taking_part.ballots_of(kept, one.id)]
    assert sorted(counted) == sorted(acknowledged)
