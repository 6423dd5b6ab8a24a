"""The readings of a question have room for their tables, however many there are."""

from tests.app.test_data_page import data_page

STEPS = ("oso gaizki", "gaizki", "hala-hola", "ondo", "oso ondo")
"""Answers of a language that is not known here."""


def answers():
    """Two hundred people whose answers to three questions rise together."""
    lines = ["Zenbat gustatu zaizu: denda;Zenbat gustatu zaizu: faktura;Zenbat gustatu zaizu: webgunea;Nota"]
    for one in range(200):
        level = one % 5
        given = (STEPS[level], STEPS[min(4, level + one % 2)], STEPS[max(0, level - one % 3 % 2)])
        lines.append(";".join([*given, str(level * 2 + one % 2)]))
    return "\n".join(lines)


def test_more_than_three_readings_stand_in_rows_below_each_other():
    app = data_page(answers(), "galdetegia.csv", "nl-NL")
    (box,) = [one for one in app.expander if one.proto.expanded]
    weights = [column.weight for column in box.columns]
    assert len(box.button) > 3
    assert len(weights) >= len(box.button)
    assert min(weights) > 0.3
