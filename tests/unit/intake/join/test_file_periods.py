"""Which period each of several files is about."""

import numpy as np
import pytest

from cx import impact, intake, matrix
from cx.intake import together
from cx.intake.cells import span_of
from cx.intake.join.file_periods import from_days, from_names
from cx.intake.sheet import table_of
from tests.made.intake_files import of_code
from tests.made.odd.statistics_files import labelled


@pytest.mark.parametrize(
    ("stems", "periods"),
    [
        (["klanten2023", "klanten2024"], ["2023", "2024"]),
        (["enquete_2023", "enquete_2024", "enquete_2025"], ["2023", "2024", "2025"]),
        (["2023 Zufriedenheit (final)", "2024 Zufriedenheit (final)"], ["2023", "2024"]),
        (["CSAT-2025-Q1", "CSAT-2025-Q2"], ["Q1", "Q2"]),
        (["CSAT Q4 2024", "CSAT Q1 2025"], ["Q4 2024", "Q1 2025"]),
        (["nps maart", "nps april"], ["maart", "april"]),
        (["satisfaction 2024 v2", "satisfaction 2025"], ["2024", "2025"]),
        (["wave 1", "wave 2"], None),
        (["survey 2024 north", "survey 2024 south"], None),
        (["export 20240105", "export 20250106"], None),
        (["survey", "survey 2025"], None),
    ],
)
def test_what_is_of_each_name_alone_may_be_its_period(stems, periods):
    assert from_names(stems) == periods


@pytest.mark.parametrize(
    ("spans", "periods"),
    [
        ([("2023-01-05", "2023-12-20"), ("2024-01-03", "2024-03-01")], ["2023", "2024"]),
        ([("2024-01-05", "2024-03-20"), ("2024-04-03", "2024-05-01")], ["Q1 2024", "Q2 2024"]),
        ([("2024-01-05", "2024-01-20"), ("2024-02-03", "2024-02-09")], ["2024-01", "2024-02"]),
        ([("2023-11-05", "2024-02-20"), ("2024-11-03", "2025-02-09")],
         ["2023-11 – 2024-02", "2024-11 – 2025-02"]),
        ([("2024-01-05", "2024-03-20"), ("2024-03-20", "2024-05-01")], None),
    ],
)  # fmt: skip
def test_days_that_do_not_overlap_are_periods(spans, periods):
    found = from_days([{"Born": ("1950-01-01", "2001-01-01"), "Fecha": span} for span in spans])
    assert found == (None if periods is None else ("Fecha", periods))


def test_a_column_that_one_file_lacks_tells_nothing():
    assert from_days([{"Date": ("2023-01-01", "2023-02-01")}, {}]) is None


def answers(seed, first):
    chance = np.random.default_rng(seed)
    mood = chance.normal(0, 1, 120)
    columns = {
        name: np.clip(np.rint(3 + mood + chance.normal(0, 1, 120)), 1, 5)
        for name in ("Factura", "Tienda", "App")
    }
    return {**columns, "Fecha": [f"{first}-{1 + row % 28:02}" for row in range(120)]}


def csv(columns):
    lines = [",".join(columns), *(",".join(map(str, row)) for row in zip(*columns.values(), strict=True))]
    return "\n".join(lines).encode()


def test_exports_of_one_survey_in_years_are_periods_by_their_days():
    made = [answers(seed, first) for seed, first in ((1, "2023-04"), (2, "2024-04"), (3, "2025-04"))]
    books = [intake.read(csv(one), f"part {letter}.csv") for one, letter in zip(made, "cab", strict=True)]
    found = together(books)
    assert found.periods == ("2023", "2024", "2025")
    (told,) = of_code(found.findings, "period_from_days")
    assert told.column == "Fecha"
    latest = found.rows[found.rows["period"] == "2025"].set_index("touchpoint")["satisfaction"]
    assert latest["Tienda"] == pytest.approx(made[2]["Tienda"].mean())


def test_impact_comes_from_the_latest_period_and_says_so():
    early, late = answers(1, "2023-04"), answers(2, "2024-04")
    made = [
        {**early, "Satisfacción general": early["Factura"]},
        {**late, "Satisfacción general": late["App"]},
    ]
    books = [intake.read(csv(one), f"parte {at}.csv") for at, one in zip("12", made, strict=True)]
    table = together(books)
    of = {
        period: intake.answers_among(books, None, table, period).sources[0].file
        for period in (None, "2023", "2024", "2031")
    }
    assert of == {None: "parte 2.csv", "2023": "parte 1.csv", "2024": "parte 2.csv", "2031": "parte 1.csv"}
    found = impact.at_once(intake.answers_among(books, None, table), "Satisfacción general")
    drawn = matrix.with_own_impact(table, found)
    (said,) = of_code(drawn.findings, "impact_of_one_file")
    assert said.details == {"n": 2, "file": "parte 2.csv"}
    first = drawn.rows.sort_values("impact", ascending=False)["touchpoint"].iloc[0]
    assert first == "App"
    alone = matrix.with_own_impact(together(books[1:]), found)
    assert of_code(alone.findings, "impact_of_one_file") == []


def test_files_of_spss_and_text_of_one_survey_stand_below_each_other():
    one, other = answers(1, "2023-04"), answers(2, "2024-04")
    names = {"q1": "Factura", "q2": "Tienda", "q3": "App"}
    content = labelled(
        {name: other[question] for name, question in names.items()}, names,
        {name: {1.0: "muy malo", 5.0: "muy bueno"} for name in names},
    )  # fmt: skip
    found = together([intake.read(csv(one), "encuesta_2023.csv"), intake.read(content, "encuesta_2024.sav")])
    assert found.periods == ("2023", "2024")
    assert len(of_code(found.findings, "period_from_file")) == 1
    assert found.rows["touchpoint"].tolist() == ["Factura", "Tienda", "App"] * 2


def test_the_span_of_days_is_found_however_they_are_typed():
    texts = b"a,b,c\n31-12-2024,2024-05-01 10:00,x\n01-02-2025,2023-05-01,y\n"
    table = table_of(intake.read(texts, "a.csv").sheets[0], (1,))
    spans = [span_of(column) for column in table.columns]
    assert spans == [("2024-12-31", "2025-02-01"), ("2023-05-01", "2024-05-01"), None]
