"""A clock that jumps removes nothing for good, locks nobody out, and lets no date run backwards."""

import datetime as dt

import pytest

from cx.session.sessions import retention, stored
from cx.session.store import options
from cx.session.voting import guesses, round_log, rounds, taking_part
from tests.made import sessions as samples

YEARS = 14 * 365


@pytest.fixture
def kept(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def tidied(kept, day):
    return retention.tidy(kept, now=samples.MORNING + dt.timedelta(days=day), environment={})


def names(kept, **which):
    return [one.name for one in stored.listed(kept, **which)]


def test_a_clock_that_is_years_ahead_for_a_day_deletes_nothing(kept):
    stored.add(kept, samples.session())
    retention.set_keep_days(kept, 30)
    assert [tidied(kept, day) for day in (0, YEARS, YEARS + 0.5, 1, 2)] == [0] * 5
    assert names(kept) == ["Energy Q3"]


def test_a_clock_that_stays_ahead_and_jumps_again_removes_nothing_for_good(kept):
    stored.add(kept, samples.session())
    retention.set_keep_days(kept, 30)
    assert [tidied(kept, day) for day in (0, YEARS, YEARS + 1)] == [0, 0, 1]
    assert tidied(kept, YEARS + 9) == 0  # a second jump, of eight days
    assert tidied(kept, 3 * YEARS) == 0
    assert tidied(kept, 2) == 0  # set right again
    assert names(kept, deleted=True) == ["Energy Q3"]
    retention.set_deleted(kept, stored.listed(kept, deleted=True)[0].id, None)
    assert [tidied(kept, day) for day in (3, 4, 5)] == [0, 0, 0]
    assert names(kept) == ["Energy Q3"]


def test_what_was_changed_by_a_clock_that_was_ahead_is_kept_as_long_as_any_other(kept):
    session = samples.session()
    stored.add(kept, stored.replace(session, changed=samples.MORNING + dt.timedelta(days=YEARS)))
    retention.set_keep_days(kept, 30)
    assert sum(tidied(kept, day) for day in range(30)) == 0
    assert tidied(kept, 30) == 1


def test_a_change_begins_the_days_anew(kept):
    session = stored.add(kept, samples.session())
    retention.set_keep_days(kept, 30)
    assert tidied(kept, 31) == 0
    stored.save(kept, stored.replace(session, notes="x"), now=samples.MORNING + dt.timedelta(days=31.5))
    assert [tidied(kept, day) for day in (32, 33, 60)] == [0, 0, 0]


def test_a_look_writes_only_what_is_news(kept):
    stored.add(kept, samples.session())
    tidied(kept, 0)
    with kept.begin() as connection:
        before = options.mapping(connection, options.OBSERVED)
    tidied(kept, 0.01)
    with kept.begin() as connection:
        assert (
            options.mapping(connection, options.OBSERVED)
            == before
            == {
                "seconds": 0.0,
                "moment": "2026-10-05T09:00:00+00:00",
            }
        )


def test_damaged_notes_of_the_past_begin_anew(kept):
    session = stored.add(kept, samples.session())
    retention.set_deleted(kept, session.id, samples.MORNING)
    with kept.begin() as connection:
        options.write(connection, options.DELETED_SINCE, {session.id: "long ago"})
        options.write(connection, options.OBSERVED, ["?"])
    assert [tidied(kept, day) for day in range(7)] == [0] * 7
    assert tidied(kept, 7) == 1


def test_a_clock_that_was_set_back_lets_no_date_of_history_run_backwards(kept):
    session = stored.add(kept, samples.session())
    later, earlier = (samples.MORNING + dt.timedelta(days=n) for n in (2, -7000))
    session = stored.save(kept, stored.replace(session, notes="a"), now=later)
    session = stored.save(kept, stored.replace(session, notes="b"), now=earlier)
    assert session.changed == later
    assert [one.moment for one in stored.history(kept, session.id)] == [samples.MORNING, later, later]


def test_rounds_keep_their_order_and_their_hours_when_the_clock_goes_back(kept):
    session = stored.add(kept, samples.session())
    noon = rounds.now() - dt.timedelta(minutes=1)
    first = rounds.open_round(
        kept, session.id, "urgency", (("a", "App"),), moment=noon + dt.timedelta(days=3)
    )
    rounds.reveal(kept, first.id, noon)
    second = rounds.open_round(kept, session.id, "urgency", (("a", "App"),), moment=noon)
    assert [one.id for one in rounds.rounds_of(kept, session.id)] == [first.id, second.id]
    assert second.expires == noon + rounds.LASTS
    assert rounds.following(kept, first) == second
    assert rounds.get(kept, first.id).closed == first.opened
    assert taking_part.admitted(kept, second.code).id == second.id


def test_the_log_of_rounds_does_not_run_backwards(kept):
    ahead = stored.moment_now() + dt.timedelta(days=5)
    session = stored.add(kept, stored.new("x", samples.table(), now=ahead))
    asked = rounds.open_round(kept, session.id, "urgency", (("a", "App"),))
    round_log.noted(kept, asked, "opened")
    assert [one.moment for one in stored.history(kept, session.id)] == [ahead, ahead]


def test_a_clock_that_was_set_back_refuses_no_code_and_forgives_no_guess(kept):
    clock, slept = [1_000_000.0], []
    for _ in range(guesses.FREE):
        guesses.take_turn(kept, clock=lambda: clock[0], sleep=slept.append)
    clock[0] -= 86_400
    guesses.take_turn(kept, clock=lambda: clock[0], sleep=slept.append)
    assert slept == [pytest.approx(0.1)]
