"""Session files with right types and odd values: a message that names the field, or a session that works.

Long are the further files of ``test_whatever_is_odd_is_a_message_or_works``.
"""

import json
import random
from pathlib import Path

import pytest

from cx.errors import CxError, UnfitField
from cx.intake.cells import numbers
from cx.records.bounds import VAST
from cx.session import portable
from cx.session.sessions import codec, document, ranges, stored
from cx.session.sessions.unfit_parts import Unfit
from tests.made import sessions as samples
from tests.made.odd import odd_values, worked_on
from tests.project import tiers

KEPT = Path(__file__).resolve().parents[1] / "kept" / "0.1.0"
FILES = ("session-composed.cxsession", "session-derived.cxsession", "session-rich-en.cxsession")
CASES = tiers.first([range(50)], range(50, 300))
TAKEN_AWAY = 2
"""Of how many of those that are taken every export is made."""
WORDS = (
    *("fixed", "median", "weighted", "midpoint", "segment", "channel", "log", "off", "custom", "a4", "4:3"),
    *("hygiene", "composed", "derived", "none", "falls", "below", "own", "volume", "lower", "percent", "nps"),
    *("points", "urgency", "revealed", "open", "decide", "journey"),
)


@pytest.fixture
def kept(tmp_path):
    opened = samples.opened(tmp_path)
    yield opened
    opened.close()


def parts(name="session-rich-en.cxsession"):
    return json.loads((KEPT / name).read_text(encoding="utf-8"))


def refusal(kept, changed):
    with pytest.raises(UnfitField) as caught:
        portable.imported(kept, json.dumps(changed), name="x.cxsession")
    assert stored.listed(kept) == ()
    return caught.value


@pytest.mark.parametrize("cases", CASES, ids=len)
def test_whatever_is_odd_is_a_message_or_works(kept, cases):
    whole = [(document_, odd_values.leaves(document_)) for document_ in map(parts, FILES)]
    taken = refused = 0
    said = []
    for number in cases:
        chance = random.Random(f"odd/{number}")  # noqa: S311 - cases, not secrets
        document_, known = chance.choice(whole)
        places = chance.choice((1, 1, 2, 3))
        odd = odd_values.changed(document_, chance, places=places, words=WORDS, known=known)
        try:
            session = portable.imported(kept, json.dumps(odd), name="x.cxsession")
        except CxError as error:
            refused += 1
            said.append(error.message("en") and error.message("nl"))
            continue
        taken += 1
        worked_on.on(kept, session.id, "nl", whole=taken <= TAKEN_AWAY)
        stored.remove(kept, session.id)
    assert taken > len(cases) / 6
    assert refused > len(cases) / 3
    assert all(said)


def put(*path):
    """Return what puts a value at a place of a document."""

    def do(document_, value):
        holder = document_["session"]
        for step in path[:-1]:
            holder = holder[step]
        holder[path[-1]] = value
        return document_

    return do


def cell(document_, column, value, row=0):
    (found,) = [one for one in document_["session"]["touchpoints"]["rows"]["table"] if one["name"] == column]
    found["values"][row] = value
    return document_


@pytest.mark.parametrize(
    ("column", "value", "low", "high"),
    [
        ("satisfaction", -1e308, None, None),
        ("satisfaction", 1e308, None, None),
        ("satisfaction", 0.5, None, None),
        ("volume", -1e308, 0, VAST),
        ("volume", -0.001, 0, VAST),
        ("volume", 1e308, 0, VAST),
        ("n", {"float": "-inf"}, 0, VAST),
        ("n", 1e308, 0, VAST),
        ("sd", -1.0, 0, VAST),
        ("cost", {"float": "inf"}, -VAST, VAST),
        ("importance", 1e16, -VAST, VAST),
    ],
)
def test_a_number_of_the_table_lies_where_its_column_can(kept, column, value, low, high):
    changed = cell(parts(), column, value)
    scale = changed["session"]["touchpoints"]["scale"]
    found = refusal(kept, changed).values
    assert (found["field"], found["expected"]) == (f"touchpoints.rows.{column}.1", "range")
    wanted = (scale["minimum"], scale["maximum"]) if low is None else (low, high)
    assert (found["low"], found["high"]) == pytest.approx(wanted, rel=1e-6)


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("revision",), 0, "range"),
        (("settings", "seed"), 10**9 + 1, "range"),
        (("settings", "min_n"), -1, "range"),
        (("settings", "target"), {"float": "nan"}, "range"),
        (("settings", "look", "type_size"), 1e-9, "range"),
        (("settings", "look", "format"), "a3", "word"),
        (("settings", "goal"), "x" * 100_001, "short"),
        (("agenda", "used"), 1e300, "range"),
        (("agenda", "minutes"), {"map": [["read", 481]]}, "range"),
        (("targets",), {"map": [["a", 1e16]]}, "range"),
        (("alerts",), [{"kind": "below", "amount": 1.0}] * 201, "short"),
        (("created",), {"moment": "9999-12-31T23:59:59+00:00"}, "moment"),
        (("archived",), 1, "truth"),
        (("notes",), None, "text"),
        (("touchpoints", "impact_scale"), {"minimum": 5, "maximum": 1}, "value"),
        (("touchpoints", "findings"), [{"severity": "error", "code": "out_of_scale"}], "words"),
        (("touchpoints", "findings"), [{"severity": "error", "code": "made_up"}], "words"),
        (("told",), {}, "list"),
        (("surprise",), 1, "known"),
    ],
)
def test_the_message_says_which_field_and_what_is_expected(kept, path, value, expected):
    found = refusal(kept, put(*path)(parts(), value))
    assert found.values["expected"] == expected
    assert found.values["field"].startswith(".".join(path))
    for lang in ("en", "nl"):
        assert found.values["field"] in found.message(lang)


def test_a_decision_is_there_once_and_its_day_is_one_of_a_calendar(kept):
    changed = parts()
    decisions = changed["session"]["decisions"]
    twice = {**changed, "session": {**changed["session"], "decisions": [decisions[0], decisions[0]]}}
    found = refusal(kept, twice).values
    assert (found["field"], found["expected"]) == ("decisions.2", "once")
    decisions[0]["due"] = {"date": "0001-01-01"}
    assert refusal(kept, changed).values["field"] == "decisions.1.due"


def test_a_round_says_which_field_of_it(kept):
    changed = parts()
    assert changed["rounds"]
    changed["rounds"][0]["kind"] = "always"
    assert refusal(kept, changed).values["field"] == "rounds.1.kind"


def test_an_address_is_not_repeated_by_the_message_about_it(kept):
    found = refusal(kept, put("webhook")(parts(), ["https://hooks.example.com/s3cret"]))
    assert "s3cret" not in found.message("en") + repr(found)


def test_what_a_table_calls_vast_is_what_a_session_does():
    assert numbers.LARGEST == VAST


def test_a_session_that_the_store_has_already_still_opens():
    """The ranges are looked at on the way in; an older store may hold what they refuse."""
    text = json.dumps(cell(parts(), "volume", -1.0))
    found = document.session_of(text)
    assert found.touchpoints.rows["volume"].tolist()[0] == -1.0
    with pytest.raises(Unfit):
        ranges.check(found)
    assert codec.needed(type(found.settings)) == ()
