"""Names, numbers, scales and periods, each by its own small function."""

import numpy as np
import pytest

from cx.intake.cells.numerals import evidence, looks_numeric, number_in
from cx.intake.cells.periods import in_order
from cx.intake.columns.scales import NPS, PERCENT, scale_of
from cx.intake.words.comparable import plain
from cx.intake.words.headers import named
from cx.records import Scale


@pytest.mark.parametrize(
    ("header", "role"),
    [
        ("Touchpoint", "touchpoint"),
        ("Klantcontactmoment", "touchpoint"),
        ("Customer journey touchpoint", "touchpoint"),
        ("Tevredenheid", "satisfaction"),
        ("KTV", "satisfaction"),
        ("Rapportcijfer", "satisfaction"),
        ("Gem. cijfer", "satisfaction"),
        ("CSAT", "satisfaction"),
        ("Score", "satisfaction"),
        ("Tevredenheit", "satisfaction"),
        ("Kundenzufriedenheit", "satisfaction"),
        ("Impact", "impact"),
        ("Invloed op NPS", "impact"),
        ("Impact on customer satisfaction", "impact"),
        ("Effect on churn (pp)", "impact"),
        ("Belang", "importance"),
        ("Stated importance", "importance"),
        ("Verwachte tevredenheid", "expectation"),
        ("Aantal", "volume"),
        ("No. of customers", "volume"),
        ("Klanten per maand", "volume"),
        ("Number of survey answers", "n"),
        ("Effect churn", "impact"),
        ("# contacts", "volume"),
        ("Aantal contacten per maand", "volume"),
        ("Aantal respondenten", "n"),
        ("n", "n"),
        ("Satisfaction n", "n"),
        ("SD tevredenheid", "sd"),
        ("Kosten per contact", "cost"),
        ("Kwartaal", "period"),
        ("Wave", "period"),
        ("Doelgroep", "segment"),
        ("Kanaal", "channel"),
        ("Klantreis", "journey"),
        ("Eigenaar", "owner"),
        ("Opmerking", "note"),
        ("Satisfaction target", None),
        ("Omzeteffect", "impact"),
        ("Churneffect", "impact"),
        ("Retentie-effect", "impact"),
        ("Effectgrootte", "impact"),
        ("Standardized beta", "impact"),
        ("R2", "impact"),
        ("Samenhang met aanbevelen", "impact"),
        ("Correlation with NPS", "impact"),
        ("Driver importance", "impact"),
        ("Importance (derived)", "impact"),
        ("Gewicht in model", "impact"),
        ("Bezoeken", "volume"),
        ("Bezoeken per maand", "volume"),
        ("Klantbezoeken", "volume"),
        ("Tickets", "volume"),
        ("Cases", "volume"),
        ("Sessions", "volume"),
        ("Chats", "volume"),
        ("Users", "volume"),
        ("Orders", "volume"),
        ("Gesprekken", "volume"),
        ("Gebruikers", "volume"),
        ("Transacties", "volume"),
        ("Bestellingen", "volume"),
        ("Meldingen", "volume"),
        ("Dossiers", "volume"),
        ("Klantbeleving", "satisfaction"),
        ("T2B", "satisfaction"),
        ("Tevr.", "satisfaction"),
        ("Customer effort", "satisfaction"),
        ("Klantinspanning", "satisfaction"),
        ("Phone number", None),
        ("Date of birth", None),
        ("", None),
    ],
)
def test_headers_name_roles(header, role):
    assert named(header)[0] == role


def test_sure_names_weigh_more_than_vague_ones():
    assert named("Satisfaction")[1] > named("Satisfaction of customers")[1] > named("Score")[1]


@pytest.mark.parametrize(
    ("text", "mark", "worth"),
    [
        ("7,4", ",", 7.4),
        ("7.4", ".", 7.4),
        ("7.4", ",", 7.4),
        ("1.234", ",", 1234.0),
        ("1.234", ".", 1.234),
        ("1,234.5", ".", 1234.5),
        ("1.234.567,8", ",", 1234567.8),
        ("0,123", ",", 0.123),
        ("1'234.5", ".", 1234.5),
        ("1 234,5", ",", 1234.5),
        ("€ 3,50", ",", 3.5),
        ("12 %", ",", 12.0),
        ("-3", ".", -3.0),
        ("−3,5", ",", -3.5),
        ("1e3", ".", 1000.0),
        (".5", ".", 0.5),
        ("E1", ".", None),
        ("n.v.t.", ",", None),
        ("-", ",", None),
        ("7-8", ",", None),
        ("1.2.3", ",", None),
        ("12,34,5", ".", None),
    ],
)
def test_numbers_in_text(text, mark, worth):
    assert number_in(text, mark) == worth


def test_the_decimal_mark_of_a_column():
    assert evidence(["7,4", "8,2", "1.234"]).mark == ","
    assert evidence(["7.4", "1,234"]).mark == "."
    assert evidence(["1.234", "2.500"]).mark is None
    assert evidence(["1.234.567"]).mark == ","
    assert not looks_numeric("Q3 2026")


@pytest.mark.parametrize(
    ("header", "values", "scale"),
    [
        ("Tevredenheid (1-10)", [7.1], Scale(1, 10)),
        ("Tevredenheid 1 t/m 5", [3.1], Scale(1, 5)),
        ("Score (0 – 100)", [71], Scale(0, 100)),
        ("CSAT 5-point", [3.1], Scale(1, 5)),
        ("Cijfer op 10 (/10)", [7], Scale(1, 10)),
        ("NPS (-100..100)", [7], NPS),
        ("NPS", [-12, 40], NPS),
        ("Rapportcijfer", [7.4], Scale(1, 10)),
        ("Satisfied %", [71], PERCENT),
        ("Top-2-box", [0.71], PERCENT),
        ("Score", [3.2, 4.4, 4.9], Scale(1, 5)),
        ("Score", [5.5, 6.4, 8.9], Scale(1, 10)),
        ("Score", [0.5, 6.4, 8.9], Scale(0, 10)),
        ("Score", [55, 64, 89], Scale(0, 100)),
        ("Score", [-40, 12, 30, -5], NPS),
        ("Score", [0.55, 0.64], PERCENT),
        ("Score", [7.1, 6.9, 77, 7.7, 8.0], Scale(1, 10)),
    ],
)
def test_scales(header, values, scale):
    assert scale_of(header, np.array(values, dtype=float)).scale == scale


def test_one_slip_does_not_stretch_the_scale():
    scores = [6.1, 7.2, 8.3, 5.5, 6.6, 7.7, 8.8, 9.1, 4.4, 6.9, 7.0, 7.5, 11]
    assert scale_of("Satisfaction", np.array(scores)).scale == Scale(1, 10)


@pytest.mark.parametrize(
    ("header", "values", "scale"),
    [
        ("% tevreden", [0.71, 0.65, 0.82, 1.2], PERCENT),
        ("Score", [0.71, 0.65, 0.82, 1.2], PERCENT),
        ("NPS", [0.3, -0.2, 0.5], NPS),
        ("NPS", [0.3, 0.2, 0.5], NPS),
    ],
)
def test_shares_of_one_are_seen_in_spite_of_a_bad_one(header, values, scale):
    reading = scale_of(header, np.array(values))
    assert (reading.scale, reading.fractions) == (scale, True)


def test_one_score_beyond_five_names_the_scale_to_five():
    reading = scale_of("Score", np.array([4.1, 3.2, 4.6, 2.8, 6.0]))
    assert (reading.scale, reading.rival) == (Scale(1, 7), Scale(1, 5))


def test_two_scales_that_fit_are_both_named():
    reading = scale_of("Score", np.array([5.2, 6.4, 6.9]))
    assert (reading.scale, reading.rival) == (Scale(1, 7), Scale(1, 10))
    assert scale_of("NPS", np.array([6.4, 7.1])).rival == Scale(0, 10)
    assert scale_of("Score", np.array([5.2, 8.4])).rival is None


def test_the_direction_of_effort_is_asked_unless_said():
    assert scale_of("CES", np.array([2.5, 5.5])).asked_direction
    assert (
        not scale_of("CES (ease)", np.array([2.5, 5.5])).asked_direction
        or scale_of("Customer effort: ease", np.array([2.5, 5.5])).asked_direction is False
    )
    low = scale_of("CES 1-7 (low = good)", np.array([2.5, 5.5]))
    assert (low.scale, low.asked_direction) == (Scale(1, 7, "lower", "ces"), False)


@pytest.mark.parametrize(
    "ordered",
    [
        ("Q3 2026", "Q4 2026", "Q1 2027"),
        ("2026-Q2", "2026 kwartaal 3", "4e kwartaal 2026"),
        ("K1 2026", "K2 2026"),
        ("07_2015", "06_2016"),
        ("2026-06", "2026-07", "2026-12"),
        ("juni 2026", "juli 2026", "januari 2027"),
        ("Jan 26", "Feb 26", "Jan 27"),
        ("2024", "2025", "2026"),
        ("W9 2026", "W12 2026"),
        ("2026-07-01", "2026-08-01"),
        ("H1 2026", "H2 2026"),
        ("Wave 9", "Wave 10"),
        ("nulmeting", "1-meting", "2-meting"),
        ("0-meting", "1-meting"),
        ("voormeting", "nameting"),
        ("2023-2024", "2024-2025"),
    ],
)
def test_periods_in_order_of_time(ordered):
    assert in_order(tuple(reversed(ordered))) == ordered


def test_plain_words():
    assert plain("Klant-tevredenheid (1–10)") == "klant tevredenheid"
    assert plain("(alleen haakjes)") == "alleen haakjes"
