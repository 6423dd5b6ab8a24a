"""One damaged session hides no other; what can be read of it is taken away, and it can be deleted."""

import json

import pytest
import sqlalchemy as sql

from cx.errors import SessionDamaged, SessionGone
from cx.session import portable, remains
from cx.session.sessions import retention, stored
from cx.session.store import schema
from cx.session.voting import rounds, taking_part
from tests.made import sessions as samples

SESSIONS = schema.sessions


@pytest.fixture
def kept(tmp_path):
    opened = samples.opened(tmp_path)
    stored.add(opened, samples.session("Good"))
    yield opened
    opened.close()


def hurt(kept, session, **columns):
    with kept.begin() as connection:
        connection.execute(sql.update(SESSIONS).where(SESSIONS.c.id == session.id).values(**columns))


def lines(kept, **which):
    return {one.name: one.damaged for one in stored.listed(kept, **which)}


@pytest.mark.parametrize(
    "columns",
    [
        {"summary": "{"},
        {"summary": "[]"},
        {"summary": json.dumps({"touchpoints": "many"})},
        {"changed": "yesterday"},
        {"created": "2026-13-45"},
        {"changed": "\ufffd"},
    ],
)
def test_a_damaged_line_hides_no_other(kept, columns):
    session = stored.add(kept, samples.session("Bad"))
    hurt(kept, session, **columns)
    assert lines(kept) == {"Good": False, "Bad": True}
    assert stored.load(kept, session.id).name == "Bad"


def test_letters_that_are_none_hide_nothing(kept):
    session = stored.add(kept, samples.session("Bad"))
    with kept.begin() as connection:
        connection.exec_driver_sql(
            "UPDATE sessions SET name = CAST(x'42ff64' AS TEXT) WHERE id = ?", (session.id,)
        )
    assert lines(kept) == {"Good": False, "B\ufffdd": False}


def test_a_damaged_deletion_is_a_deletion(kept):
    session = stored.add(kept, samples.session("Bad"))
    hurt(kept, session, deleted="once")
    assert lines(kept) == {"Good": False}
    assert list(lines(kept, deleted=True)) == ["Bad"]


@pytest.mark.parametrize("document", ["", "{", "[]", '{"format": "cx-session"}', "\ufffd"])
def test_a_damaged_document_is_said_by_name_and_can_be_deleted_restored_and_removed(kept, document):
    session = stored.add(kept, samples.session("Bad"))
    hurt(kept, session, document=document)
    with pytest.raises(SessionDamaged) as caught:
        stored.load(kept, session.id)
    assert "Bad" in caught.value.message("en") and "Bad" in caught.value.message("nl")
    retention.set_deleted(kept, session.id, samples.MORNING)
    assert list(lines(kept)) == ["Good"]
    retention.set_deleted(kept, session.id, None)
    stored.amend(kept, session.id, name="Still bad", archived=True)
    assert set(lines(kept)) == {"Good", "Still bad"}
    with pytest.raises(SessionDamaged):
        stored.amend(kept, session.id, notes="x")
    stored.remove(kept, session.id)
    assert list(lines(kept)) == ["Good"]


def test_a_whole_session_on_a_screen_is_written_over_a_damaged_one(kept):
    session = stored.add(kept, samples.session("Bad"))
    hurt(kept, session, document="{")
    mended = stored.mend(kept, stored.replace(session, notes="mine"), who="Anna")
    assert (mended.revision, stored.load(kept, session.id).notes) == (2, "mine")
    assert [one.key for one in stored.history(kept, session.id)] == ["created", "mended"]


def test_a_damaged_line_of_history_is_left_out(kept):
    session = stored.add(kept, samples.session("Bad"))
    session = stored.save(kept, stored.replace(session, notes="x"))
    table = schema.changes
    with kept.begin() as connection:
        connection.execute(sql.update(table).where(table.c.revision == 2).values(what="{"))
    assert [one.key for one in stored.history(kept, session.id)] == ["created"]


def test_what_is_left_comes_back_as_a_session_where_its_touchpoints_are_whole(kept):
    session = stored.add(kept, samples.session("Bad", notes="kept", decisions=(samples.decision(),)))
    asked = rounds.open_round(kept, session.id, "points", (("a", "App"),))
    for _ in range(4):
        taking_part.cast(kept, asked, taking_part.join(kept, asked, "Bo"), "Bo", {"a": 1})
    parts = json.loads(_document(kept, session))
    parts["session"]["settings"] = {"unknown": 1}
    parts["session"]["agenda"] = "torn"
    hurt(kept, session, document=json.dumps(parts))
    left = remains.of(kept, session.id)
    assert (left.is_session, left.lost) == (True, ("settings", "agenda"))
    back = portable.imported(kept, left.content, name="left.cxsession")
    assert (back.name, back.notes, len(back.decisions)) == ("Bad", "kept", 1)
    assert [one.key for one in stored.history(kept, back.id)] == ["created", "imported"]
    (voted,) = rounds.rounds_of(kept, back.id)
    assert [one.choices for one in taking_part.ballots_of(kept, voted.id)] == [{"a": 1}] * 4


def test_a_damaged_round_is_left_out_of_what_comes_back(kept):
    session = stored.add(kept, samples.session("Bad"))
    rounds.open_round(kept, session.id, "points", (("a", "App"),))
    with kept.begin() as connection:
        connection.execute(sql.update(schema.rounds).values(question="{"))
    hurt(kept, session, document=_document(kept, session).replace('"locked":null', '"locked":7'))
    left = remains.of(kept, session.id)
    assert left.lost == ("locked",)
    assert json.loads(left.content)["rounds"] == []


def test_of_a_torn_document_the_words_are_left(kept):
    session = stored.add(kept, samples.session("Bad"))
    torn = _document(kept, session)[:700]
    hurt(kept, session, document=torn)
    left = remains.of(kept, session.id)
    assert not left.is_session and "touchpoints" in left.lost
    found = json.loads(left.content)
    assert (found["document"], found["name"], found["format"]) == (torn, "Bad", "cx-session-remains")


ADDRESS = "https://chat.example/services/s3cret?x=\\u0022"


@pytest.mark.parametrize(
    ("hurting", "is_session", "left_of_it"),
    [
        (lambda text: text.replace('"locked":null', '"locked":7'), True, '"webhook":""'),
        (lambda text: text[:-5], False, '"webhook":""'),
        (lambda text: text[: text.index("s3cret") + 4], False, '"webhook":"'),
        (lambda text: text[:-5].replace('"webhook":', '"w\ufffdbhook" :'), False, '"w\ufffdbhook" :""'),
        (lambda text: text[:-5].replace('"https:', '"ht\ufffdps:'), False, '"webhook":""'),
    ],
)
def test_what_is_left_holds_no_address_of_a_chat(kept, hurting, is_session, left_of_it):
    session = stored.add(kept, samples.session("Bad", notes="see https://wiki.example", webhook=ADDRESS))
    hurt(kept, session, document=hurting(_document(kept, session)))
    left = remains.of(kept, session.id)
    assert left.is_session is is_session
    assert [word for word in ("chat.example", "s3c", "services") if word in left.content] == []
    words = left.content if is_session else json.loads(left.content)["document"]
    assert left_of_it in words
    assert ("see https://wiki.example" in words) is (words[-1] == "}" or '"notes"' in words)


@pytest.mark.parametrize(
    ("table", "values"),
    [
        ("rounds", {"question": "{"}),
        ("rounds", {"opened": "yesterday"}),
        ("ballots", {"choices": "["}),
        ("ballots", {"choices": '{"a": 99}'}),
    ],
)
def test_a_damaged_round_stays_behind_and_the_file_can_be_brought_back(kept, table, values):
    session = stored.add(kept, samples.session("Good"))
    for one in ("whole", "hurt"):
        asked = rounds.open_round(kept, session.id, "points", [("a", one)], points=9)
        for _ in range(4):
            taking_part.cast(kept, asked, taking_part.join(kept, asked, one), one, {"a": 2})
        rounds.reveal(kept, rounds.close(kept, asked.id).id)
    found = schema.metadata.tables[table]
    where = found.c.id == asked.id if table == "rounds" else found.c.name == "hurt"
    with kept.begin() as connection:
        connection.execute(sql.update(found).where(where).values(**values))
    copy = portable.imported(kept, portable.exported(kept, session.id), name="x.cxsession")
    assert [one.tallies[0].name for one in taking_part.revealed_of(kept, copy.id)] == ["whole"]


def test_of_a_session_that_is_gone_nothing_is_left(kept):
    with pytest.raises(SessionGone):
        remains.of(kept, "0" * 32)


def _document(kept, session):
    query = sql.select(SESSIONS.c.document).where(SESSIONS.c.id == session.id)
    with kept.read() as connection:
        return connection.execute(query).scalar()


# --- damaged pages ---


@pytest.fixture
def torn(kept):
    """A session so large that it lies on pages of its own, one of which is overwritten."""
    session = stored.add(kept, samples.session("Bad", notes="long note " * 2000))
    kept.pragma("wal_checkpoint(TRUNCATE)")
    kept.engine.dispose()
    content = bytearray(kept.file.read_bytes())
    pages = [at for at in range(0, len(content), 4096) if b"long note long note" in content[at : at + 4096]]
    content[pages[1] : pages[1] + 4096] = b"\xff" * 4096
    kept.file.write_bytes(content)
    return session


def test_a_damaged_page_of_one_session_hides_no_other(kept, torn):
    assert lines(kept) == {"Good": False, "Bad": True}
    with pytest.raises(SessionDamaged) as caught:
        stored.load(kept, torn.id)
    assert caught.value.values == {"name": "Bad"}
    left = json.loads(remains.of(kept, torn.id).content)
    assert (left["name"], [one["key"] for one in left["history"]]) == ("Bad", ["created"])


def test_a_session_on_a_damaged_page_can_be_put_away_and_taken_back(kept, torn):
    retention.set_deleted(kept, torn.id, samples.MORNING)
    assert list(lines(kept)) == ["Good"]
    assert list(lines(kept, deleted=True)) == ["Bad"]
    retention.set_deleted(kept, torn.id, None)
    assert set(lines(kept)) == {"Good", "Bad"}
