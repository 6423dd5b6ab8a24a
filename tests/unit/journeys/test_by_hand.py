"""Paths that can be followed by hand, and the published help desk log, figure by figure (METHODS 11)."""

import json
from pathlib import Path

import pytest

from cx import intake
from cx.__main__ import main
from cx.errors import ArgumentError
from cx.journeys import Options, journeys
from tests.source import ROOT

PATHS = (
    "home catalog cart purchase", "home catalog cart purchase", "home catalog catalog cart",
    "home search cart", "home search search",
)  # fmt: skip
HELPDESK = next(
    (
        place / "helpdesk_italy" / "helpdesk.csv"
        for place in (ROOT.parent / "shared" / "data", Path.cwd().parent / "shared" / "data")
        if (place / "helpdesk_italy" / "helpdesk.csv").exists()
    ),
    None,
)


def log(paths, header="customer,touchpoint,time"):
    rows = [
        f"{number},{name},2026-01-{1 + number:02} 10:{minute:02}"
        for number, path in enumerate(paths)
        for minute, name in enumerate(path.split())
    ]
    return "\n".join([header, *rows]).encode()


@pytest.fixture(scope="module")
def shop():
    return intake.events([intake.read(log(PATHS), "shop.csv")])


def test_pairs_and_variants(shop):
    found = journeys(shop)
    assert {(one.start, one.end): one.events for one in found.edges} == {
        ("home", "catalog"): 3, ("home", "search"): 2, ("catalog", "cart"): 3, ("catalog", "catalog"): 1,
        ("cart", "purchase"): 2, ("search", "cart"): 1, ("search", "search"): 1,
    }  # fmt: skip
    assert [(" ".join(one.path), one.cases, one.share) for one in found.variants] == [
        (PATHS[0], 2, 0.4), (PATHS[2], 1, 0.2), (PATHS[3], 1, 0.2), (PATHS[4], 1, 0.2),
    ]  # fmt: skip
    assert (found.unit, found.cases, found.ties, found.gap_days) == ("customer", 5, 0, None)


def test_positions_steps_and_funnel(shop):
    found = journeys(shop, Options(anchor="Cart", funnel=("home", "cart", "purchase")))
    assert [one.share for one in found.positions if (one.position, one.touchpoint) == (3, "cart")] == [0.6]
    at = {(one.offset, one.touchpoint): (one.share, one.of) for one in found.steps}
    assert {key: one for key, one in at.items() if abs(key[0]) == 1} == {
        (-1, "catalog"): (0.75, 4), (-1, "search"): (0.25, 4), (1, "purchase"): (0.5, 4), (1, None): (0.5, 4),
    }  # fmt: skip
    assert [(one.cases, one.of_start, one.of_before) for one in found.funnel] == [
        (5, 1.0, 1.0),
        (4, 0.8, 0.8),
        (2, 0.4, 0.5),
    ]


def test_counts_of_few_cases_are_folded(shop):
    found = journeys(shop, Options(least=2, top=1))
    assert [(one.path is None, one.cases, one.variants) for one in found.variants] == [
        (False, 2, 1),
        (True, 3, 3),
    ]
    assert found.variants[1].as_json() == {"path": None, "cases": 3, "share": 0.6, "variants": 3}
    assert [one.as_json() for one in found.edges[1:]] == [{"from": None, "to": None, "events": 3, "edges": 3}]
    assert found.cases_covered == 2
    assert {one.name: (one.cases, one.starts, one.repeat_cases) for one in found.touchpoints} == {
        "home": (5, 5, 0), "catalog": (3, 0, None), "cart": (4, 0, 0), "search": (2, 0, None),
        "purchase": (2, 0, 0),
    }  # fmt: skip


def test_a_visit_ends_where_the_gap_is_more_than_was_given():
    rows = ["customer,touchpoint,time", "1,a,2026-01-01 00:00:00", "1,b,2026-01-02 12:00:00"]
    rows += ["1,c,2026-01-04 00:00:01", "1,d,2026-01-04 00:00:02"]
    events = intake.events([intake.read("\n".join(rows).encode(), "gap.csv")])
    found = journeys(events, Options(gap=1.5))
    assert [one.path for one in found.variants] == [("a", "b"), ("c", "d")]
    assert (found.unit, found.gap_days, found.median_seconds) == ("visit", 1.5, (1.5 * 86_400 + 1) / 2)


@pytest.mark.parametrize(
    ("options", "key"),
    [
        (Options(anchor="till"), "touchpoint_unknown"),
        (Options(period_a="2026-01", period_b="2026"), "periods_overlap"),
        (Options(period_a="spring", period_b="2026"), "period_form"),
    ],
)
def test_what_is_not_there_is_refused(shop, options, key):
    with pytest.raises(ArgumentError) as raised:
        journeys(shop, options)
    assert raised.value.key == key


@pytest.mark.skipif(HELPDESK is None, reason="the help desk log is not on this machine")
def test_the_help_desk_log_has_the_published_figures(capsys):
    assert main(["journeys", str(HELPDESK), "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    edges = {(one["from"], one["to"]): one for one in found["edges"]}
    sizes = [one["cases"] for one in found["variants"]]
    points = {one["name"]: one for one in found["touchpoints"]}
    assert (found["cases"], found["events"], len(points), found["unit"]) == (4_580, 21_348, 14, "case")
    assert (found["variant_count"], len(edges)) == (226, 55)
    assert sum(one["events"] for one in edges.values()) == 16_768
    assert sum(one["events"] for (a, b), one in edges.items() if a == b) == 944
    closing = edges["Resolve ticket", "Closed"]
    assert (closing["events"], closing["cases"]) == (4_558, 4_557)
    assert round(closing["median_seconds"] / 86_400, 5) == 30.00134
    assert {name: one["starts"] for name, one in points.items() if one["starts"]} == {
        "Assign seriousness": 4_384, "Insert ticket": 118, "Take in charge ticket": 74, "Resolve ticket": 2,
        "Create SW anomaly": 1, "Wait": 1,
    }  # fmt: skip
    assert {name: one["ends"] for name, one in points.items() if one["ends"]} == {
        "Closed": 4_557, "Resolve ticket": 10, "Wait": 8, "Require upgrade": 3, "VERIFIED": 1,
        "Take in charge ticket": 1,
    }  # fmt: skip
    assert (sizes[:5], sizes.count(1)) == ([2_366, 552, 228, 213, 164], 135)
    assert [sum(sizes[:n]) >= 0.8 * 4_580 for n in (6, 7)] == [False, True]
    assert {name: round(value, 5) for name, value in found["length"].items()} == {
        "min": 2,
        "max": 15,
        "mean": 4.66114,
    }
    assert found["repeats"]["cases"] == 1_240
    assert {name: round(value / 86_400, 4) for name, value in found["duration"].items()} == {
        "median_seconds": 39.8592,
        "mean_seconds": 40.8584,
    }
    assert found["ties"] == 3
    assert "130" in next(one["message"] for one in found["findings"] if one["code"] == "ties")
