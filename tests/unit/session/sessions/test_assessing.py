"""What people say of touchpoints under a lens: given, counted, kept, merged, told and held by a lock."""

import datetime as dt
from dataclasses import replace

import pytest

from cx.errors import ArgumentError, SessionLocked, UnfitField
from cx.records import Lock, Scale
from cx.records.lenses import Assessment, LensSettings, Wished
from cx.session import portable
from cx.session.sessions import Meeting, assessing, change_words, differences, document, stored
from tests.made import sessions as samples

NOON = dt.datetime(2026, 10, 5, 12, tzinfo=dt.UTC)
APP, BILL = ("id-app", "App"), ("id-invoice", "Invoice")


def at(minute):
    return NOON + dt.timedelta(minutes=minute)


def level(value, *, touchpoint=APP, who="Anna", minute=0, known=()):
    return assessing.given(known, touchpoint, "level", value, who=who, now=at(minute))


@pytest.fixture
def kept(tmp_path):
    found = samples.opened(tmp_path)
    yield found
    found.close()


def test_what_somebody_says_again_takes_the_place_of_what_he_said_and_counts_before_others():
    said = level(2.0)
    said = level(4.0, who="Ben", minute=1, known=said)
    said = level(3.0, minute=2, known=said)
    assert [(one.who, one.value) for one in said] == [("Ben", 4.0), ("Anna", 3.0)]
    assert assessing.in_force(said)["id-app", "level"].value == 3.0
    assert level(3.0, minute=9, known=said) is said
    assert assessing.cleared(said, "id-app", "level") == ()
    assert assessing.cleared(said, "id-app", "standard") == said


@pytest.mark.parametrize(
    ("asked", "right", "wrong"),
    [
        ("level", (0, 5), (-1, 6, 2.5)),
        ("standard", (0, 1), (2, 0.5)),
        ("moment", (0, 1, 2), (3, 1.5)),
        ("brand_fit", (1, 2.5, 5), (0.9, 5.1)),
        ("met", (0, 0.5, 1), (-0.01, 1.01, float("nan"))),
        ("proactive", (0, 1), (1.01,)),
        ("guess_satisfaction", (1, 6.8, 10), (0.9, 10.1)),
    ],
)
def test_nothing_outside_what_is_asked_is_taken(asked, right, wrong):
    for value in right:
        (one,) = assessing.given((), APP, asked, value, now=NOON, scale=Scale(1, 10))
        assert one.value == value
    for value in wrong:
        with pytest.raises(ArgumentError) as caught:
            assessing.given((), APP, asked, value, now=NOON, scale=Scale(1, 10))
        assert all(caught.value.message(lang) for lang in ("en", "nl"))


def test_what_an_answer_rests_on_stays_with_it_and_leaves_what_the_room_said_the_rooms():
    said = assessing.given((), APP, "level", 3.0, who="Anna", now=NOON, evidence="audit")
    assert level(4.0, minute=1, known=said)[0].evidence == "audit"
    (one,) = assessing.rested(said, said[0], "survey", who="Anna", now=at(1))
    assert (one.evidence, one.who, one.moment) == ("survey", "Anna", at(1))
    room = Assessment("id-app", "App", "level", 3.0, NOON, way="room", sd=0.5, n=9)
    (one,) = assessing.rested((room,), room, "minutes", who="Ben", now=at(1))
    assert (one.way, one.who, one.n, one.evidence) == ("room", "", 9, "minutes")


def test_a_session_keeps_and_gives_back_what_was_said_and_how_lenses_are_set(kept):
    room = Assessment("id-call", "Call", "guess_satisfaction", 0.1 + 0.2, at(3), "", "room", 1 / 3, 200)
    said = assessing.put(level(3.0), (room,))
    made = samples.session(assessments=said, lens_settings=LensSettings(90, "Always near", "Kind"))
    stored.add(kept, made)
    brought = portable.imported(kept, portable.exported(kept, made.id), name="s")
    for found in (stored.load(kept, made.id), stored.load(kept, brought.id)):
        assert (found.assessments, found.lens_settings) == (made.assessments, made.lens_settings)


@pytest.mark.parametrize(
    ("fields", "where"),
    [
        ({"value": 6.0}, "assessments.1.value"),
        ({"value": 2.5}, "assessments.1.value"),
        ({"n": -1}, "assessments.1.n"),
    ],
)
def test_a_file_with_an_answer_that_nobody_can_give_is_refused_with_its_place(kept, fields, where):
    made = samples.session(assessments=tuple(replace(one, **fields) for one in level(3.0)))
    with pytest.raises(UnfitField) as caught:
        portable.imported(kept, document.written(made, history=[], rounds=[]), name="s.cxsession")
    assert where in caught.value.message("en")


def test_one_answer_twice_is_refused(kept):
    text = document.written(samples.session(assessments=level(3.0) * 2), history=[], rounds=[])
    with pytest.raises(UnfitField) as caught:
        portable.imported(kept, text, name="s.cxsession")
    assert "assessments.2" in caught.value.message("nl")


def test_documents_of_before_have_none():
    text = document.written(samples.session())
    before = text.replace('"assessments":[],', "").replace(
        '"lens_settings":{"fresh_days":365,"promise":"","segment":"","wished":[]},', ""
    )
    assert before != text and "assessments" not in before and "lens_settings" not in before
    found = document.session_of(before)
    assert (found.assessments, found.lens_settings) == ((), LensSettings())
    without = text.replace(',"wished":[]', "")
    assert without != text and document.session_of(without).lens_settings == LensSettings()


# --- two people, a lock, and what is told ---


def meeting(mine, theirs, base=()):
    sides = (samples.session(assessments=tuple(said)) for said in (base, mine, theirs))
    first = next(sides)
    return Meeting(first, *(replace(first, assessments=one.assessments) for one in sides))


def test_of_two_who_say_it_under_one_name_the_later_counts_and_nobody_is_asked():
    early, late = level(2.0, minute=1), level(4.0, minute=2)
    for mine, theirs in ((early, late), (late, early)):
        met = meeting(mine, theirs)
        assert met.conflicts == ()
        assert met.settled().assessments == late


def test_what_one_takes_back_and_another_says_anew_is_said():
    first, again = level(2.0), level(3.0, minute=1)
    assert meeting((), again, base=first).settled().assessments == again
    assert meeting(again, (), base=first).settled().assessments == again
    assert meeting((), first, base=first).settled().assessments == ()


def test_what_two_say_of_other_touchpoints_is_put_together_in_order_of_time():
    mine, theirs = level(2.0, minute=2), level(5.0, touchpoint=BILL, minute=1)
    assert meeting(mine, theirs).settled().assessments == (*theirs, *mine)


def test_a_lock_holds_what_is_assessed_and_how_lenses_are_set(kept):
    made = samples.session(assessments=level(3.0), locked=Lock(NOON, "Anna"))
    stored.add(kept, made)
    for fields in ({"assessments": ()}, {"lens_settings": LensSettings(promise="x")}):
        with pytest.raises(SessionLocked):
            stored.save(kept, replace(made, **fields))
    theirs = replace(made, locked=made.locked)
    base = replace(made, locked=None)
    met = Meeting(base, replace(base, assessments=()), theirs)
    assert [one.kind for one in met.refused] == ["assessment.level"]
    assert met.settled().assessments == made.assessments


def test_history_and_differences_tell_what_was_said(kept):
    made = stored.add(kept, samples.session(assessments=level(3.0)))
    changed = stored.save(kept, replace(made, assessments=level(4.0, minute=1)), who="Anna")
    room = [Assessment(f"t{n}", f"T{n}", "guess_impact", 0.1, at(2), way="room") for n in range(5)]
    changed = stored.save(kept, replace(changed, assessments=assessing.put(changed.assessments, room)))
    settings = LensSettings(promise="Always near")
    stored.save(kept, replace(changed, lens_settings=settings))
    lines = stored.history(kept, made.id)[1:]
    assert [change_words.told(one, "en") for one in lines] == [
        "App · Level of the pyramid: 3 → 4",
        "5 touchpoints assessed: Guess of impact",
        "Brand promise: nothing → Always near",
    ]
    assert [change_words.told(one, "nl") for one in lines][:2] == [
        "App · Niveau op de piramide: 3 → 4",
        "5 contactmomenten beoordeeld: Schatting van de impact",
    ]
    found = differences.between(made, changed)
    words = [change_words.described(one, "nl") for one in differences.gathered(found)]
    assert words == [change_words.told(one, "nl") for one in lines[:2]]


def test_a_touchpoint_with_another_name_changes_nothing_that_was_said():
    made = samples.session(assessments=level(3.0))
    renamed = made.named({"id-app": "Our app"})
    assert renamed.assessments[0].name == "Our app"
    assert differences.between(made, renamed) == ()


def test_others_changes_are_laid_into_steps_of_mine():
    mine = level(2.0)
    theirs = level(5.0, touchpoint=BILL, minute=1)
    assert assessing.carried(mine, (), theirs) == (*mine, *theirs)
    assert assessing.carried((*mine, *theirs), theirs, ()) == mine
    assert assessing.carried(mine, theirs, theirs) is mine


def test_too_many_are_refused(monkeypatch):
    monkeypatch.setattr(assessing, "MOST_ASSESSMENTS", 2)
    said = level(2.0, touchpoint=BILL, known=level(1.0))
    with pytest.raises(ArgumentError):
        level(1.0, touchpoint=("c", "C"), known=said)
    assert len(level(5.0, known=said)) == 2


def test_history_and_differences_name_the_moments_that_could_be_created(kept):
    made = stored.add(kept, samples.session())
    wished = (Wished("Home visit", 8.5, 0.2), Wished("Welcome call", 9.0, 0.1))
    changed = stored.save(kept, replace(made, lens_settings=LensSettings(wished=wished)))
    assert stored.load(kept, made.id).lens_settings.wished == wished
    (line,) = stored.history(kept, made.id)[1:]
    told = "Moments that could be created: nothing → Home visit, Welcome call"
    assert change_words.told(line, "en") == told
    (found,) = differences.gathered(differences.between(made, changed))
    assert change_words.described(found, "en") == told
