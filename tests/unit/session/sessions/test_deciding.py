"""Decisions beside the matrix, the agenda's clock, and what changed in words."""

import datetime as dt
from dataclasses import replace

import pytest

from cx import matrix as building
from cx.records import Agenda, Change, PictureOptions, Settings
from cx.session.sessions import change_words, deciding, differences
from tests.made import sessions as samples
from tests.made.odd.gone_through import GoneThrough

LATER = samples.MORNING + dt.timedelta(hours=1)


@pytest.fixture
def drawn():
    return building.build(samples.table(), Settings())


def invoice(drawn):
    return next(one for one in drawn.bubbles if one.name == "Invoice")


def decided(drawn, strategy="fix_first", session=None):
    return deciding.decided(
        session or samples.session(), invoice(drawn), strategy, who="Anna", now=samples.MORNING
    )


def test_an_accepted_decision_knows_the_advice_and_the_value_of_that_day(drawn):
    (one,) = decided(drawn).decisions
    assert (one.name, one.advice, one.accepted, one.measure, one.current) == (
        *("Invoice", "fix_first", True, "satisfaction"),
        6.0,
    )
    assert not deciding.standing(one, drawn).contradicts


def test_a_decision_against_the_advice_is_marked_and_keeps_the_rest(drawn):
    session = deciding.amended(
        decided(drawn), invoice(drawn).id, who="Ben", now=LATER, owner="Ben", reason="x"
    )
    (one,) = decided(drawn, "simplify", session).decisions
    assert (one.accepted, one.owner, one.reason) == (False, "Ben", "x")
    assert deciding.standing(one, drawn).contradicts
    (back,) = decided(drawn, "fix_first", replace(session, decisions=(one,))).decisions
    assert (back.accepted, back.reason) == (True, "")


def test_what_the_matrix_says_today_decides_about_the_mark(drawn):
    """Accepted then; with other lines the matrix advises something else now."""
    (one,) = decided(drawn).decisions
    later = building.build(samples.table(), Settings(crosshair_rule="fixed", fixed=(5.5, 5.0)))
    assert one.accepted
    assert deciding.standing(one, later).contradicts


def test_a_mission_knows_whether_its_target_is_reached_by_the_data_of_today(drawn):
    session = deciding.amended(decided(drawn), invoice(drawn).id, who="", now=LATER, target=7.0)
    (one,) = session.decisions
    assert (deciding.standing(one, drawn).now, deciding.standing(one, drawn).reached) == (6.0, False)
    rows = samples.table().rows.assign(satisfaction=[7.4, 8.0, 5.0, 9.0])
    later = building.build(replace(samples.table(), rows=rows), Settings())
    found = deciding.standing(one, later)
    assert (found.now, found.reached) == (7.4, True)


def test_a_touchpoint_that_left_the_data_keeps_its_decision(drawn):
    found = deciding.standing(samples.decision("gone", "Fax", target=7.0), drawn)
    assert (found.bubble, found.now, found.reached) == (None, None, None)


def test_a_mission_is_overdue_after_its_day_unless_the_target_is_reached(drawn):
    one = deciding.standing(samples.decision(invoice(drawn).id, due=dt.date(2026, 12, 1), target=7.0), drawn)
    assert not one.overdue(dt.date(2026, 12, 1))
    assert one.overdue(dt.date(2026, 12, 2))
    assert not replace(one, reached=True).overdue(dt.date(2026, 12, 2))


def test_another_measure_begins_anew(drawn):
    session = deciding.measured(decided(drawn), invoice(drawn), "volume", who="", now=LATER)
    assert (session.decisions[0].measure, session.decisions[0].current) == ("volume", 1000.0)
    own = deciding.measured(session, invoice(drawn), "own", who="", now=LATER)
    assert own.decisions[0].current is None
    assert deciding.withdrawn(own, invoice(drawn).id).decisions == ()


# --- the agenda ---


def test_the_clock_counts_only_while_it_runs():
    at = samples.MORNING

    def after(minutes):
        return at + dt.timedelta(minutes=minutes)

    agenda = Agenda({"read": 10, "vote": 0, "discuss": 5, "decide": 1})
    assert agenda.left(at) == 0.0
    reading = agenda.begun(agenda.following, at)
    assert (reading.step, reading.left(after(4))) == ("read", 360.0)
    still = reading.paused(after(4))
    assert still.left(after(90)) == 360.0
    assert still.resumed(after(90)).left(after(97)) == -60.0
    assert reading.following == "discuss"
    assert reading.begun("decide", at).following is None
    assert reading.begun(None, at) == Agenda(agenda.minutes)


# --- in words ---


@pytest.mark.parametrize(
    ("key", "values", "en", "nl"),
    [
        (
            "decision.strategy",
            {"before": None, "after": "simplify", "touchpoint": "Bill"},
            "Bill · strategy: nothing → Simplify, prevent or drop",
            "Bill · strategie: niets → Vereenvoudigen, voorkomen of weglaten",
        ),
        (
            "settings.crosshair",
            {"before": ("mean", None, True), "after": ("fixed", (7.1, 0.25), False)},
            "Crosshair: Mean → Set by hand · 7.1 · 0.25 · moves with filters",
            "Assenkruis: Gemiddelde → Zelf ingesteld · 7,1 · 0,25 · beweegt mee met filters",
        ),
        ("locked.off", {}, "Unlocked", "Ontgrendeld"),
        (
            "strategy",
            {"quadrant": "fix_first"},
            "Strategy reworded: Fix first",
            "Strategie anders verwoord: Eerst verbeteren",
        ),
    ],
)
def test_history_in_both_languages(key, values, en, nl):
    change = Change(2, samples.MORNING, "Anna", key, values)
    assert (change_words.told(change, "en"), change_words.told(change, "nl")) == (en, nl)


def test_every_field_that_can_differ_has_words():
    before = samples.session()
    after = replace(
        samples.session(),
        id=before.id,
        name="x",
        touchpoints=samples.table(derived=True),
        settings=Settings(
            *("median", None, False, "channel"),
            target=8.0,
            min_n=3,
            goal="g",
            look=PictureOptions(title="t", footnote="f", colours={"simplify": "#123456"}, tint=False),
            seed=2,
            strategies={("en", "simplify"): ("a", "b")},
        ),
        decisions=(samples.decision(owner="A", due=dt.date(2026, 1, 1), target=1.0, latest=2.0),),
        notes="n",
        webhook="w",
        told=("Q1",),
        targets={"a": 1.0},
        archived=True,
        deleted=LATER,
    )
    found = differences.between(before, after)
    words = [change_words.described(one, lang) for one in found for lang in ("en", "nl")]
    assert len(words) == 2 * len(found) > 40
    assert [one for one in words if "None" in one or "(" in one.replace("(copy)", "")] == []
    assert {one.path for one in found} == {one.path for one in differences.between(after, before)}


def test_the_decision_about_each_touchpoint_is_found_without_going_through_all(monkeypatch):
    monkeypatch.setattr(GoneThrough, "times", 0)
    made = GoneThrough(samples.decision(f"id-{at}", f"Step {at}") for at in range(9))
    session = samples.session(decisions=made)
    assert [session.decision(f"id-{at}").name for at in range(9)] == [f"Step {at}" for at in range(9)]
    assert session.decision("nobody") is None and GoneThrough.times == 1


def test_what_is_taken_over_keeps_the_order_and_goes_through_the_decisions_once_each(monkeypatch):
    ours = tuple(samples.decision(f"id-{at}", "ours", notes="ours") for at in range(6))
    theirs = tuple(samples.decision(f"id-{at}", "theirs", notes="theirs") for at in (7, 1, 3))
    monkeypatch.setattr(GoneThrough, "times", 0)
    into = samples.session(decisions=GoneThrough(ours))
    source = samples.session(decisions=GoneThrough(theirs))
    paths = [("decision", f"id-{at}", "notes") for at in (1, 3, 5, 7)]
    found = differences.taken(into, source, paths).decisions
    assert [(one.touchpoint, one.notes) for one in found] == [
        *(("id-0", "ours"), ("id-1", "theirs"), ("id-2", "ours")),
        *(("id-3", "theirs"), ("id-4", "ours"), ("id-7", "theirs")),
    ]
    assert GoneThrough.times == 3


def test_each_bubble_knows_how_its_decision_stands(drawn):
    day, id_ = dt.date(2026, 12, 2), invoice(drawn).id
    nothing_to_do = {"mission": "", "owner": "", "due": None, "target": None}

    def status(**fields):
        return deciding.statuses((samples.decision(id_, **fields),), drawn, day)

    assert status(**nothing_to_do) == {id_: "decided"}
    assert status(**{**nothing_to_do, "owner": "Anna"}) == {id_: "under_way"}
    assert status(due=day, target=9.9) == {id_: "under_way"}
    assert status(due=dt.date(2026, 12, 1), target=9.9) == {id_: "late"}
    assert status(due=dt.date(2026, 12, 1), target=1.5) == {id_: "reached"}


def test_a_bubble_of_a_channel_shows_the_decision_about_its_touchpoint():
    drawn = building.build(samples.table(), Settings(unit="channel"))
    found = deciding.statuses((samples.decision("elsewhere", name="Invoice"),), drawn, dt.date(2026, 1, 1))
    names = {one.id: one.name for one in drawn.bubbles}
    assert found and {names[id_] for id_ in found} == {"Invoice"}
