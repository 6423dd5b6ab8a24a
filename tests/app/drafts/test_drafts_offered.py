"""Work without a session: kept as a draft, offered to the same browser, there again with the same file.

Long is the other language of
``test_it_is_offered_with_what_it_is_from_when_and_which_file_to_choose_again``.
"""

import pytest

from cx import text
from cx.session.drafts import keeping, place
from pages.parts.access import facilitator
from pages.parts.drafts import owner
from pages.parts.shell import keys
from tests.app import screens
from tests.app.test_transitions import control
from tests.project import tiers

pytestmark = pytest.mark.usefixtures("own_store")
ANNA, BEN = place.owner("a" * 43), place.owner("b" * 43)
ANSWERS = "respondent;Invoice;App;Call;NPS\n" + "".join(
    f"person {n};{n % 10 + 1};{(3 * n) % 10 + 1};{(7 * n) % 10 + 1};{n % 11}\n" for n in range(60)
)


@pytest.fixture(autouse=True)
def asking(monkeypatch):
    """The browser that asks, by the name of its drafts; another one where a test says so."""
    who = [ANNA]
    monkeypatch.setattr(owner, "name", lambda: who[0])
    return who


def worked(content=screens.SMALL, name="small.csv", locale="en-GB"):
    """A page with a file of one's own, a cell changed and a crosshair set; its draft is written."""
    app = screens.page(screens.uploaded(content, name, locale), "matrix")
    app.session_state["language"] = "nl" if locale == "nl-NL" else "en"
    control(app, "rule").set_value("median").run()
    assert not app.exception
    owner.writer().flush(ANNA)
    return app


def again(on="matrix", locale="en-GB"):
    """The same browser after F5, a closed tab or a restart: nothing is left of its page."""
    app = screens.page(screens.opened(locale), on)
    assert not app.exception
    return app


def offered(app):
    return [one.key for one in app.button if str(one.key).startswith("draft_go_on_")]


def go_on(app):
    (key,) = offered(app)
    app.get_by_key(key).click().run()
    assert not app.exception
    return app


def choose(app, content, name):
    box = next(one for one in app.file_uploader if str(one.key).startswith("upload_again"))
    box.upload(name, content.encode()).run()
    assert not app.exception
    return app


def workspace(app):
    return app.session_state[keys.WORKSPACE]


@pytest.mark.parametrize(("lang", "locale"), tiers.first([("en", "en-GB")], ("nl", "nl-NL"), rows=True))
def test_it_is_offered_with_what_it_is_from_when_and_which_file_to_choose_again(lang, locale):
    worked(locale=locale)
    app = again(locale=locale)
    words = screens.read(app)
    assert "small.csv" in words
    assert text.say("count.touchpoints", lang, n=4) in words
    assert text.say("draft.offer.files", lang, n=1, files="small.csv") in words
    assert text.say("clock.today", lang, time="").strip() in words
    assert screens.button(app, "draft.go_on", lang)
    assert screens.button(app, "draft.delete", lang)


def test_the_same_file_brings_everything_back_exactly():
    before = workspace(worked())
    app = go_on(again())
    assert workspace(app).settings == before.settings
    assert workspace(app).saved.touchpoints.rows["touchpoint"].tolist() == [
        "Invoice",
        "App",
        "Call",
        "Letter",
    ]
    choose(app, screens.SMALL, "renamed.csv")
    assert workspace(app).identity == before.identity
    assert workspace(app).settings == before.settings
    assert text.say("draft.complete", "en") in [one.value for one in app.success]
    assert keys.AWAITED not in app.session_state


def test_answers_and_cells_changed_among_them_lie_nowhere_and_are_there_again():
    app = screens.page(screens.uploaded(ANSWERS, "survey.csv"), "data")
    file = workspace(app).files[0]
    from dataclasses import replace

    from cx.records.file import CellEdit

    sheet = file.workbook.sheets[0].name
    edits = (CellEdit(sheet, 5, "B", "9"), CellEdit(sheet, 6, "A", "Somebody Real"))
    changed = replace(workspace(app), files=(replace(file, edits=edits),), impact_on="NPS")
    app.session_state[keys.WORKSPACE] = changed
    app.run()
    owner.writer().flush(ANNA)
    (path,) = place.of_owner(ANNA)
    document = keeping.read(path)
    assert "survey.csv" in document
    assert "Somebody Real" not in document
    assert "person 7" not in document
    app = choose(go_on(again("data")), ANSWERS, "survey.csv")
    assert workspace(app).identity == changed.identity
    assert workspace(app).files[0].edits == edits


def test_another_file_is_told_and_changes_nothing():
    worked()
    app = go_on(again())
    before = workspace(app)
    choose(app, screens.SMALL.replace("1000", "1001"), "small.csv")
    assert "small.csv is not a file that your draft waits for" in screens.read(app)
    assert workspace(app) is before
    choose(app, screens.SMALL, "small.csv")
    assert workspace(app).files


def test_the_file_brings_it_back_wherever_it_is_chosen():
    before = workspace(worked())
    app = screens.opened()
    app.file_uploader[0].upload("small.csv", screens.SMALL.encode()).run()
    assert workspace(app).identity == before.identity
    assert workspace(app).settings.crosshair_rule == "median"


def test_going_on_without_the_file_keeps_the_figures():
    worked()
    app = go_on(again())
    app.get_by_key("draft_without").click().run()
    assert not app.exception
    assert keys.AWAITED not in app.session_state
    assert screens.title(app)
    assert not any(str(one.key).startswith("upload_again") for one in app.file_uploader)


def test_what_came_beside_the_figures_meanwhile_stays():
    before = workspace(worked())
    app = screens.page(go_on(again()), "data")
    app.file_uploader[-1].upload("volumes.csv", b"Touchpoint;Volume\nInvoice;7\nApp;8\n").run()
    assert not app.exception
    screens.page(app, "data")
    assert text.say("draft.saved.beside", "en") in screens.read(app)
    choose(app, screens.SMALL, "small.csv")
    assert [one.name for one in workspace(app).files] == ["small.csv", "volumes.csv"]
    assert workspace(app).files[0].identity == before.files[0].identity


def test_a_file_that_gave_no_table_yet_is_waited_for_and_its_settings_are_kept():
    app = screens.uploaded("Team;Lunch\nA;soup\nB;bread\n", "menu.csv")
    before = workspace(app)
    app.run()
    owner.writer().flush(ANNA)
    app = go_on(again("data"))
    assert "menu.csv" in screens.read(app)
    owner.writer().flush(ANNA)
    assert len(place.of_owner(ANNA)) == 1
    choose(app, "Team;Lunch\nA;soup\nB;bread\n", "menu.csv")
    assert workspace(app).identity == before.identity


def test_a_draft_that_waits_is_still_one_after_another_f5():
    before = workspace(worked())
    app = go_on(again())
    control(app, "rule").set_value("midpoint").run()
    owner.writer().flush(ANNA)
    app = choose(go_on(again()), screens.SMALL, "small.csv")
    assert workspace(app).identity == before.identity
    assert workspace(app).settings.crosshair_rule == "midpoint"


def test_other_data_leave_a_draft_that_waits_as_it_was():
    worked()
    app = screens.page(go_on(again()), "sessions")
    app.switch_page("app.py").run()
    app.file_uploader[-1].upload("other.csv", screens.SMALL.replace("Invoice", "Bill").encode()).run()
    assert not app.exception
    owner.writer().flush(ANNA)
    assert len(place.of_owner(ANNA)) == 2
    assert "small.csv" in screens.read(again())


def test_the_sample_and_a_table_begun_here_need_no_file():
    app = screens.opened()
    screens.button(app, "upload.sample").click().run()
    before = workspace(app)
    owner.writer().flush(ANNA)
    app = go_on(again())
    assert workspace(app).identity == before.identity
    assert keys.AWAITED not in app.session_state


def test_a_table_that_was_typed_here_is_there_again():
    from dataclasses import replace

    from cx.records.file import CellEdit

    app = screens.opened()
    screens.button(app, "upload.empty").click().run()
    file = workspace(app).files[0]
    sheet = file.workbook.sheets[0].name
    cells = (("A", "Invoice"), ("D", "6"), ("E", "8"))
    edits = tuple(CellEdit(sheet, 2, column, typed) for column, typed in cells)
    changed = replace(workspace(app), files=(replace(file, edits=edits),))
    app.session_state[keys.WORKSPACE] = changed
    app.run()
    owner.writer().flush(ANNA)
    app = go_on(again("data"))
    assert workspace(app).identity == changed.identity


def test_nobody_is_offered_a_draft_of_somebody_else(asking):
    worked()
    asking[0] = BEN
    assert offered(again()) == []
    assert "small.csv" not in screens.read(again())
    asking[0] = ANNA
    assert len(offered(again())) == 1


def test_it_is_gone_at_once_on_request():
    worked()
    app = again()
    screens.button(app, "draft.delete").click().run()
    assert (offered(app), place.of_owner(ANNA)) == ([], ())
    assert offered(again()) == []


def test_all_of_them_are_gone_on_request_and_no_other_is_kept():
    app = screens.page(worked(), "sessions")
    assert len(place.of_owner(ANNA)) == 1
    app.get_by_key("drafts_delete").click().run()
    screens.page(app, "matrix")
    control(app, "rule").set_value("mean").run()
    owner.writer().flush(ANNA)
    assert place.of_owner(ANNA) == ()
    screens.page(app, "sessions").get_by_key("drafts_again").click().run()
    owner.writer().flush(ANNA)
    assert len(place.of_owner(ANNA)) == 1


def test_it_is_told_where_the_work_is_not_saved_and_ends_with_a_session():
    app = screens.page(worked(), "sessions")
    assert text.say("draft.kept", "en", n=keeping.KEEP_DAYS) in screens.read(app)
    screens.button(app, "sessions.start").click().run()
    assert not app.exception
    assert text.say("draft.kept", "en", n=keeping.KEEP_DAYS) not in screens.read(app)
    owner.writer().flush(ANNA)
    assert place.of_owner(ANNA) == ()


def test_a_draft_that_cannot_be_read_is_said_and_can_be_deleted():
    keeping.write(ANNA, "0" * 16, "{ no draft")
    app = again()
    assert text.say("draft.unreadable", "en") in screens.read(app)
    assert offered(app) == []
    screens.button(app, "draft.delete").click().run()
    assert place.of_owner(ANNA) == ()


def test_a_disk_that_takes_no_draft_is_told(own_store):
    (own_store / "drafts").write_text("a file in the way")
    app = worked()
    app.run()
    assert "No draft of your work can be kept" in screens.read(app)


@pytest.mark.parametrize("why", ["switched off", "room", "no cookie"])
def test_where_none_is_kept_none_is_read_either(monkeypatch, why):
    worked()
    monkeypatch.undo()
    app = screens.opened()
    if why == "switched off":
        monkeypatch.setenv("CX_DRAFTS", "0")
    elif why == "room":
        monkeypatch.setenv(facilitator.KEY, "k")
        monkeypatch.setattr(facilitator, "leads", lambda *_: True)
    screens.page(app, "matrix")
    assert owner.name() == ""
    assert offered(app) == []


def test_what_is_asked_and_looked_at_comes_back_to_the_last_field():
    import json

    from cx.records import AlertRule
    from cx.records.journeys import Only
    from cx.session.sessions import codec
    from pages.parts.drafts.screen import Screen, read
    from pages.parts.shell.paths import PathQuestion
    from pages.parts.shell.workspace import Question

    asked = Question("ab", "NPS", ("Call",), {"Region": ("North", "Zuid")}, "johnson", False, "lower", False)
    paths = PathQuestion(
        30,
        "Region",
        "a",
        "b",
        ("Region", "a"),
        (Only("with", ("App",)),),
        5,
        "time",
        "App",
        ("x", "y"),
        ("z",),
    )
    whole = Screen(asked, asked, "NPS", paths, (AlertRule("falls", 0.5),), {keys.QUADRANTS: ("fix_first",)})
    assert read(json.loads(json.dumps(codec.plain(whole)))) == whole
    assert read({"question": 7}) == read(None) == Screen()
