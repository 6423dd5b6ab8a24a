"""What a session keeps for lenses: figures of responses and logs that many customers stand behind."""

import datetime as dt
from dataclasses import replace

from cx.records.file import Paired, SegmentEffect, Source, StandardMet, ThreeLevels, Unscored
from cx.session.sessions import aggregates, document
from tests.made import sessions as samples

DAY = dt.date(2026, 3, 1)
MANY = ThreeLevels(40, 8, 30, 2, (1.5, 1.0, 1.0), 3, DAY, customers=25)
EFFECT = SegmentEffect("home", 400, 0.5, 0.1, 0.9, told=True)
FIGURES = {
    "paired": {"Bill": Paired(6.1, 7.2, 0.1, 59.0, 60.0, "Trust"), "Call": Paired(6.0, 7.0, None, None, 1.0)},
    "levels": {"Bill": MANY, "Call": replace(MANY, customers=9)},
    "overall_levels": MANY,
    "month_levels": {"2026-02": MANY, "2026-03": replace(MANY, customers=9)},
    "standards": {"Bill": StandardMet(30, 40, 1.2, 25), "Call": StandardMet(3, 4, 1.0, 3)},
    "unscored": {"Visit": Unscored(volume=120.0)},
    "segment_effects": {"Region": {"Bill": (EFFECT, replace(EFFECT, segment="work"))}},
    "differing": {"Region": ("Bill",)},
    "guess_about": "impact",
}


def session():
    made = samples.session()
    rows = made.touchpoints.rows.assign(level=3.0, last_answer="2026-03-01", guess=float("nan"))
    return replace(made, touchpoints=replace(made.touchpoints, rows=rows, **FIGURES))


def test_figures_and_columns_come_back():
    whole = session()
    back = document.session_of(document.written(whole)).touchpoints
    assert {name: getattr(back, name) for name in FIGURES} == FIGURES
    assert back.rows["level"].tolist() == whole.touchpoints.rows["level"].tolist()
    assert back.rows["last_answer"].tolist() == whole.touchpoints.rows["last_answer"].tolist()
    assert document.fingerprint(back) == document.fingerprint(whole.touchpoints)


def test_what_few_customers_stand_behind_is_not_kept():
    log = Source("log.csv", (), "contacts", (1,), {}, {})
    table = replace(session().touchpoints, sources=(log,))
    kept = aggregates.kept(table)
    assert (set(kept.levels), set(kept.standards)) == ({"Bill"}, {"Bill"})
    assert kept.overall_levels == MANY
    assert set(kept.month_levels) == {"2026-02"}
