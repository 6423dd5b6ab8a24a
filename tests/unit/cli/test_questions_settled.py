"""What is asked of a file is settled by the options of each reading, and each gives what it promised.

Long are further kinds of ``test_each_reading_settles_its_question_and_gives_what_it_promised``.
"""

import json

import pytest

from cx.__main__ import main
from tests.made.odd import asked_files
from tests.project import tiers

KINDS = tiers.first(
    ["overall", "blanks", "outcome", "tickets"],
    *sorted({*asked_files.KINDS} - {"overall", "blanks", "outcome", "tickets"}),
)


@pytest.fixture
def asked(tmp_path):
    def written(kind):
        name, content = asked_files.KINDS[kind]()
        path = tmp_path / name
        path.write_bytes(content)
        return str(path)

    return written


def run(capsys, *arguments):
    code = main(arguments)
    said = capsys.readouterr()
    return json.loads(said.out) if code == 0 else None


def drawn(found):
    """The touchpoints that have a place on the matrix, with satisfaction and base."""
    shown = found["touchpoints"] if found else []
    return {one["name"]: (one["satisfaction"], one["n"]) for one in shown if one["satisfaction"] is not None}


def about(question):
    return question["kind"], tuple(question["columns"])


@pytest.mark.parametrize("kind", KINDS)
def test_each_reading_settles_its_question_and_gives_what_it_promised(asked, capsys, kind):
    file = asked(kind)
    seen = run(capsys, "inspect", file, "--json")
    assert seen["provisional"], kind
    for question in seen["questions"]:
        assert len({one["says"] for one in question["readings"]}) == len(question["readings"])
        assert sum(one["chosen"] for one in question["readings"]) == 1
        for reading in question["readings"]:
            again = run(capsys, "inspect", file, *reading["options"], "--json")
            assert about(question) not in [about(one) for one in again["questions"]]
            found = run(capsys, "matrix", file, *reading["options"], "--json")
            assert (found is None) == (reading["problem"] is not None)
            if question["kind"] != "outcome":
                assert drawn(found) == drawn(reading)


def test_a_matrix_is_provisional_while_the_outcome_is_asked(asked, capsys):
    file = asked("outcome")
    (source,) = run(capsys, "matrix", file, "--json")["sources"]
    assert source["provisional"]
    for outcome in ("NPS", "Churn", "none"):
        (source,) = run(capsys, "matrix", file, "--outcome", outcome, "--json")["sources"]
        assert not source["provisional"]
        assert run(capsys, "inspect", file, "--outcome", outcome, "--json")["questions"] == []


def test_an_outcome_that_is_no_column_is_refused(asked, capsys):
    assert main(["inspect", asked("outcome"), "--outcome", "Loyalty"]) == 2
    assert "Loyalty" in capsys.readouterr().err
