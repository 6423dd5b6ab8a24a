"""Rounds in which a room guesses: what can be answered, what guesses come to, and what is kept of them."""

import datetime as dt
import json
import math
import statistics

import pytest

from cx import matrix
from cx.deliver.told import session as session_told
from cx.errors import SessionDamaged
from cx.records import Scale, Settings
from cx.records.session import Ballot, Guess, Round, VoteResult
from cx.session import portable
from cx.session.sessions import stored
from cx.session.store import schema
from cx.session.voting import codes, guessing, receipts, round_words, rounds, taking_part, tallying
from tests.made import sessions as samples
from tests.unit.session.voting.test_damaged_rounds import damage
from tests.unit.session.voting_store import THREE, asked, refused

NOW = dt.datetime(2026, 10, 5, 9, tzinfo=dt.UTC)
TEN = guessing.offered("guess_satisfaction", Scale(1, 10))


def come_to(guess, *ballots, state="revealed"):
    """What guesses of three touchpoints come to, given as places."""
    one = Round("r", "s", "", "guess", THREE, None, state, NOW, NOW, NOW, guess=guess)
    cast = [Ballot("", choices, NOW) for choices in ballots]
    return VoteResult(one, tallying.tallies(one, cast), len(cast))


def opened(kept, guess=TEN):
    return asked(kept, "guess", guess=guess)


@pytest.mark.parametrize(
    ("scale", "step", "count"),
    [
        (Scale(1, 5), 0.1, 41),
        (Scale(1, 7), 0.1, 61),
        (Scale(0, 10), 0.1, 101),
        (Scale(0, 100), 1.0, 101),
        (Scale(-100, 100), 1.0, 201),
        (Scale(0, 1), 0.01, 101),
        (Scale(0, 1_000), 10.0, 101),
        (None, 0.01, 101),
    ],
)
def test_every_scale_is_answered_in_steps_that_people_speak_of(scale, step, count):
    guess = guessing.offered("guess_satisfaction", scale)
    assert (guess.step, guess.count) == (step, count)
    assert guess.value(1) == (scale.minimum if scale else 0.0)
    assert guess.value(count) == (scale.maximum if scale else 1.0)
    assert guessing.read(json.loads(json.dumps(guessing.plain(guess)))) == guess


def test_guesses_come_to_their_mean_with_the_spread_of_a_sample():
    given = (59, 61, 40, 71, 66)
    found = come_to(TEN, *({"a": place} for place in given))
    first = found.tallies[0]
    values = [TEN.value(place) for place in given]
    assert (first.id, first.count, first.rank) == ("a", 5, 1)
    assert math.isclose(first.votes, statistics.fmean(values)) and first.mean == first.votes
    assert math.isclose(first.spread, statistics.stdev(values))
    assert (first.median, first.low, first.high) == (7.0, 6.8, 7.5)
    (said,) = guessing.assessments(found, NOW)
    assert (said.touchpoint, said.asked, said.way, said.n, said.who) == (
        "a",
        "guess_satisfaction",
        "room",
        5,
        "",
    )
    assert (said.value, said.sd) == (first.votes, first.spread)


def test_three_guesses_or_fewer_show_no_single_one():
    one, two, three = (
        come_to(TEN, *({"b": place} for place in given)) for given in ((50,), (20, 90), (1, 2, 90))
    )
    alone = one.tally("b")
    assert (alone.count, alone.votes, alone.mean, alone.median, alone.spectrum) == (1, 0.0, 0.0, 0.0, {})
    assert guessing.assessments(one, NOW) == ()
    for few in (two, three):
        tally = few.tally("b")
        assert (tally.spread, tally.low, tally.high, tally.spectrum) == (0.0, 0.0, 0.0, {})
        assert tally.median == tally.mean == tally.votes and not tally.disagree
        assert [said.sd for said in guessing.assessments(few, NOW)] == [None]


def test_a_room_half_a_scale_apart_disagrees():
    split = come_to(TEN, *({"a": place, "b": 50} for place in (10, 12, 80, 82)))
    assert [(one.id, one.disagree) for one in split.tallies if one.count] == [("b", False), ("a", True)]


@pytest.mark.parametrize(
    ("question", "places", "value"),
    [
        ("level", (2, 3, 4, 5), 2.0),  # of the two in the middle the lower: what more than half of them reach
        ("level", (6, 6, 1), 5.0),
        ("standard", (2, 2, 1), 1.0),
        ("standard", (1, 1, 2), 0.0),
        ("brand_fit", (1, 5), 3.0),
    ],
)
def test_what_counts_of_other_questions(question, places, value):
    guess = guessing.offered(question, None)
    (said,) = guessing.assessments(come_to(guess, *({"c": place} for place in places)), NOW)
    assert (said.asked, said.value) == (question, value)


def test_a_room_evenly_divided_about_yes_or_no_says_neither():
    guess = guessing.offered("standard", None)
    even = come_to(guess, {"a": 1}, {"a": 2})
    assert guessing.assessments(even, NOW) == ()
    assert round_words.counted(guess, even.tally("a").votes, "nl") == "evenveel ja als nee"


def test_nothing_is_said_before_the_reveal():
    for state in ("open", "closed"):
        assert guessing.assessments(come_to(TEN, {"a": 1}, {"a": 2}, state=state), NOW) == ()


def test_order_and_ends_tell_nothing_of_the_figures():
    drawn = matrix.build(samples.table(), Settings())
    assert [name for _, name in guessing.in_order(drawn)] == sorted(samples.NAMES)
    assert guessing.askable(drawn, samples.table()) == (
        "guess_satisfaction", "guess_impact", "level", "standard", "brand_fit",
    )  # fmt: skip
    impact = guessing.of_matrix("guess_impact", drawn)
    assert (impact.low, impact.value(impact.count)) == (0.0, 10.0)  # 8, 9, 2 and 1 were given


# --- the same promises as votes ---


def test_a_guess_is_kept_under_its_token_and_changed_until_the_round_ends(kept):
    one = opened(kept)
    assert (one.least, one.most, one.points) == (1, 91, None)
    assert rounds.find(kept, one.code) == one
    token = taking_part.join(kept, one, "Jo")
    taking_part.cast(kept, one, token, "Jo", {"a": 59})
    taking_part.cast(kept, one, token, "Jo", {"a": 60, "b": 91})
    assert taking_part.of_token(kept, token)[1].choices == {"a": 60, "b": 91}
    for wrong in ({"a": 92}, {"a": -1}, {"x": 1}, {"a": 6.5}):
        refused("choice", taking_part.cast, kept, one, token, "Jo", wrong)
    assert taking_part.turnout(kept, one.id).voted == 1
    rounds.reveal(kept, one.id)
    refused("round_closed", taking_part.cast, kept, one, token, "Jo", {"a": 1})
    ballot = taking_part.of_token(kept, token)[1]
    assert receipts.standing(kept, one.id, token, ballot).state == "counted"


def test_invitations_open_one_ballot_each(kept):
    one = asked(kept, "guess", guess=TEN, invited=2)
    secret = codes.numbered(one.seed, 1)
    taking_part.join(kept, one, invite=secret)
    refused("invitation_used", taking_part.join, kept, one, invite=secret)


def test_a_round_without_guesses_is_no_result(kept):
    one = opened(kept)
    taking_part.join(kept, one)
    rounds.reveal(kept, one.id)
    found = taking_part.result(kept, one.id)
    assert (found.ballots, guessing.assessments(found, NOW)) == (0, ())


QUESTIONS = [
    None,
    {},
    {"asked": "mood", "low": 1, "step": 1, "count": 5},
    {"asked": "level", "low": "1", "step": 1, "count": 5},
    {"asked": "level", "low": 1, "step": 0, "count": 5},
    {"asked": "level", "low": 1, "step": 1, "count": 1},
    {"asked": "level", "low": 1, "step": 1, "count": 5_000},
    {"asked": "level", "low": 1e999, "step": 1, "count": 5},
]


@pytest.mark.parametrize("guess", QUESTIONS, ids=[str(one)[:60] for one in QUESTIONS])
def test_a_damaged_question_hides_no_other_round(kept, guess):
    sound = opened(kept)
    rounds.reveal(kept, sound.id)
    torn = opened(kept)
    question = {"touchpoints": list(THREE), "points": None, "guess": guess}
    damage(kept, schema.rounds, schema.rounds.c.id == torn.id, question=json.dumps(question))
    with pytest.raises(SessionDamaged):
        rounds.get(kept, torn.id)
    assert [one.id for one in rounds.rounds_of(kept, "s")] == [sound.id]


def test_a_file_of_a_session_takes_guesses_along(tmp_path):
    kept = samples.opened(tmp_path)
    session = stored.add(kept, samples.session())
    one = rounds.open_round(kept, session.id, "guess", THREE, guess=TEN)
    for place in (10, 50, 90, 91):
        taking_part.cast(kept, one, taking_part.join(kept, one), "", {"a": place})
    rounds.reveal(kept, one.id)
    text = portable.exported(kept, session.id)
    copy = portable.imported(kept, text, name="s")
    (found,) = taking_part.revealed_of(kept, copy.id)
    assert found.round.guess == TEN
    assert found.tallies == taking_part.tallies(kept, one.id) and len(found.receipts) == 4
    (asked_,) = json.loads(text)["rounds"]
    question = json.loads(asked_["question"])
    for wrong in ({**question, "guess": None}, {**question, "guess": {**question["guess"], "count": 50}}):
        assert not portable.is_sound({**asked_, "question": json.dumps(wrong)})
    kept.close()


def test_numbers_are_written_as_the_language_does():
    assert round_words.label(TEN, 59, "nl") == "6,8" and round_words.label(TEN, 59, "en") == "6.8"
    share = guessing.offered("guess_impact", None)
    assert round_words.label(share, 13, "nl") == "12%"
    assert round_words.ends(TEN, "en").startswith("1 = ") and "10 = " in round_words.ends(TEN, "en")
    assert [round_words.label(guessing.offered("standard", None), place, "nl") for place in (1, 2)] == [
        "nee",
        "ja",
    ]
    assert round_words.ends(guessing.offered("standard", None), "en") == ""


def test_a_round_that_guesses_nothing_is_none(kept):
    with pytest.raises(SessionDamaged):
        rounds.get(kept, asked(kept, "guess").id)
    with pytest.raises(SessionDamaged):
        rounds.get(kept, asked(kept, "urgency", guess=Guess("level", 0, 1, 6)).id)


def test_a_file_that_is_handed_guesses_tells_them_like_votes():
    found = come_to(TEN, *({"a": place, "b": 20} for place in (50, 60, 70, 80)))
    for lang in ("en", "nl"):
        table = session_told.votes(found, lang)
        assert [row[1] for row in table.rows] == ["Invoice", "Claims", "App"]
        assert session_told.votes_title(found, lang).count("Invoice") == 1
        assert session_told.votes_legend(found, lang)
