"""Two people changed the same session: what each changed, what both changed, and what comes of it."""

from cx.records import Filters, Lock, Scale, Settings
from cx.session.sessions import document
from cx.session.sessions import stored as sessions
from cx.session.sessions.merging import Meeting
from tests.made import sessions as samples

replace = sessions.replace


def meeting(mine, theirs):
    base = samples.session(decisions=(samples.decision(),))
    return Meeting(base, mine(base), theirs(base))


def test_what_only_one_changed_stands():
    met = meeting(
        lambda one: replace(one, notes="mine"),
        lambda one: replace(
            one, name="theirs", decisions=(*one.decisions, samples.decision("id-app", "App"))
        ),
    )
    assert met.conflicts == ()
    settled = met.settled()
    assert (settled.notes, settled.name, len(settled.decisions)) == ("mine", "theirs", 2)


def test_what_both_changed_is_shown_and_chosen_field_by_field():
    met = meeting(
        lambda one: replace(one, notes="mine", decisions=(replace(one.decisions[0], owner="me"),)),
        lambda one: replace(one, notes="theirs", decisions=(replace(one.decisions[0], owner="they"),)),
    )
    found = [(one.kind, one.before, one.after) for one in met.conflicts]
    assert found == [("notes", "theirs", "mine"), ("decision.owner", "they", "me")]
    settled = met.settled([("notes",)])
    assert (settled.notes, settled.decisions[0].owner) == ("mine", "they")


def test_a_crosshair_is_one_thing():
    met = meeting(
        lambda one: replace(one, settings=Settings(crosshair_rule="fixed", fixed=(7.0, 5.0))),
        lambda one: replace(one, settings=Settings(crosshair_rule="median")),
    )
    (crosshair,) = met.conflicts
    mine = met.settled([crosshair.path]).settings
    assert (mine.crosshair_rule, mine.fixed) == ("fixed", (7.0, 5.0))
    assert met.settled().settings == met.theirs.settings


def test_what_a_lock_holds_by_now_is_refused_and_told():
    met = meeting(
        lambda one: replace(one, notes="mine", settings=Settings(crosshair_rule="median")),
        lambda one: replace(one, locked=Lock(samples.MORNING, "Anna")),
    )
    assert [one.kind for one in met.refused] == ["settings.crosshair"]
    assert (met.settled().notes, met.settled().settings.crosshair_rule) == ("mine", "mean")


def test_two_who_look_at_different_things_do_not_meet():
    met = meeting(
        lambda one: replace(one, settings=Settings(filters=Filters(period="Q2"))),
        lambda one: replace(one, settings=Settings(filters=Filters(period="Q1"))),
    )
    assert (met.conflicts, met.their_changes) == ((), ())
    assert met.settled().settings.filters.period == "Q2"


def test_a_table_is_looked_through_once_and_one_made_from_it_has_a_fingerprint_of_its_own(monkeypatch):
    looked, plain = [], document.codec.plain
    monkeypatch.setattr(document.codec, "plain", lambda value: (looked.append(value), plain(value))[1])
    table = samples.table()
    first = document.fingerprint(table)
    assert document.fingerprint(table) == first == document.fingerprint(samples.table())
    other = replace(table, scale=Scale(0.0, 10.0))
    assert document.fingerprint(other) != first
    assert document.fingerprint(replace(other, scale=table.scale)) == first
    assert sum(one is table for one in looked) == 1
