"""What is found at several places is said once in text."""

from cx.cli.output import findings_as_text
from cx.records import Finding, facts


def answer(header, words, n=3):
    details = {"letter": header, "mapping": words, "n": n}
    return Finding("info", "text_scale", column=header, details=details)


def test_one_fact_of_three_columns_is_one_line_with_their_names():
    found = tuple(answer(name, "Bad = 1, Good = 2", n) for n, name in enumerate("ABCD"))
    (line,) = findings_as_text(found, "en")
    assert line == f"Good to know: {found[0].message('en')} Likewise in 3 further columns: “B”, “C”, “D”."
    (line,) = findings_as_text(found, "nl")
    assert line.endswith("Net zo in nog 3 kolommen: “B”, “C”, “D”.")


def test_what_says_another_thing_stands_by_itself():
    found = (*(answer(name, "Bad = 1, Good = 2") for name in "ABC"), answer("D", "No = 1, Yes = 2"))
    lines = findings_as_text(found, "en")
    assert len(lines) == 2
    assert lines[1] == f"Good to know: {found[3].message('en')}"
    assert len(findings_as_text(found[:2], "en")) == 2
    assert [len(fact) for fact in facts(found)] == [4]


def test_each_cell_has_a_line_of_its_own():
    details = {"low": 1.0, "high": 5.0}
    found = tuple(
        Finding("error", "out_of_scale", cell=f"B{row}", column="B", value=str(row), details=details)
        for row in range(6, 12)
    )
    assert findings_as_text(found, "en") == [f"Left out: {one.message('en')}" for one in found]
