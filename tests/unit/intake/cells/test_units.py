"""Numbers with a unit beside each of them."""

from __future__ import annotations

import pytest

from cx.intake.cells.units import Unit, unit_of


@pytest.mark.parametrize(
    ("texts", "unit"),
    [
        (["7,4 Punkte", "6,1 punkte", "8 Punkte", "n.v.t."], Unit("", "punkte", "Punkte")),
        (["ca. 7.4", "ca. 6.1", "ca. 5.5"], Unit("ca.", "", "ca.")),
        (
            ["Score: 7.4 von 10", "Score: 6.1 von 10", "Score: 5.0 von 10"],
            Unit("score:", "von 10", "Score: … von 10"),
        ),
        (["7.4", "6,1 pisteen", "5,9 pisteen", "8,8 pisteen"], Unit("", "pisteen", "pisteen")),
        (["20대", "30대", "40대"], None),
        (["7.4 (n=120)", "6.1 (n=30)", "5.2 (n=99)"], None),
        (["1.5 hours", "2.5 days", "3.5 weeks"], None),
        (["2,5 mln", "1,5 mln", "3,5 mln"], None),
        (["7.4", "6.1", "5.2"], None),
        (["7,4 Punkte", "6,1 Punkte"], None),
        ([], None),
    ],
)
def test_a_unit_is_what_nearly_all_numbers_share(texts: list[str], unit: Unit | None) -> None:
    assert unit_of(texts) == unit


def test_a_table_with_units_is_read() -> None:
    from cx import intake
    from cx.records import Choices

    content = "Kontaktpunkt;Zufriedenheit;Anzahl\nTelefon;7,4 Punkte;120\nApp;6,1 Punkte;80\nWeb;n.v.t.;70\n"
    content += "Filiale;8,0 Punkte;33\n"
    found = intake.touchpoints(intake.read(content.encode(), "punkte.csv"), Choices(), partial=True)
    assert found.rows["satisfaction"].dropna().tolist() == [7.4, 6.1, 8.0]
    assert [one.column for one in found.findings if one.code == "unit_with_numbers"] == ["Zufriedenheit"]
