"""Every figure of random logs, against a second implementation that shares no code."""

import numpy as np
import pandas as pd
import pytest

from cx import intake
from cx.journeys import Options, contacts, journeys
from cx.picture.journey import MapOptions, journey_map
from cx.records.journeys import Only
from tests.unit.journeys import by_pandas

NAMES = ("Home", "NA", "Call", "call  centre", "Bill, paid", "A", "A b", "→", "Null")
START = pd.Timestamp("2026-01-28 22:00")


def made(seed, *, files=1, ties=False, order=False, blanks=False):
    """Return a random log as a frame, with some gaps of exactly a day and one of a second more."""
    draw = np.random.default_rng(seed)
    count = int(draw.integers(20, 120))
    minutes = draw.choice([0, 1, 30, 1_440, 4_000], count) if ties else draw.integers(0, 9_000, count)
    frame = pd.DataFrame(
        {
            "case": [f"0{one}" for one in draw.integers(1, 14, count)],
            "at": START
            + pd.to_timedelta(minutes, unit="min")
            + pd.to_timedelta(np.arange(count) * (not ties), "s"),
            "touchpoint": draw.choice(NAMES, count),
            "file": np.sort(draw.integers(0, files, count)),
        }
    )
    if order:
        frame["order"] = draw.permutation(count)
    if blanks:
        for column in ("case", "at", "touchpoint"):
            frame.loc[draw.random(count) < 0.1, column] = None
    return frame


def read(frame, offset="", columns="Customer id,Contact moment,Timestamp,Sequence"):
    """Return the frame's events as the intake reads them, a file for each of its files."""
    books = []
    for number, part in frame.groupby("file"):
        lines = [columns if "order" in part else columns.rsplit(",", 1)[0]]
        for row in part.itertuples():
            moment = "" if pd.isna(row.at) else f"{row.at:%Y-%m-%d %H:%M:%S}{offset}"
            name = "" if pd.isna(row.touchpoint) else f'"{row.touchpoint}"'
            cells = ["" if pd.isna(row.case) else row.case, name, moment]
            lines.append(",".join([*cells, *([str(row.order)] if "order" in part else [])]))
        books.append(intake.read("\n".join(lines).encode(), f"{number}.csv"))
    roles = [(None, "Sequence", "order")] if "order" in frame else []
    return intake.events(books, intake.EventChoices(roles=roles))


def same(found, frame, gap=None, anchor=None, funnel=()):
    """Compare all that is listed with what pandas says of the frame."""
    wanted = by_pandas.figures(by_pandas.paths_of(usable(frame), gap), anchor, funnel)
    assert {"cases": found.cases, "events": found.events} == {k: wanted[k] for k in ("cases", "events")}
    assert {
        one.name: (one.events, one.cases, one.starts, one.ends, one.repeat_cases, one.median_position)
        for one in found.touchpoints
    } == wanted["touchpoints"]
    assert {
        (one.start, one.end): (one.events, one.cases, one.median_seconds, pytest.approx(one.p90_seconds))
        for one in found.edges
    } == wanted["edges"]
    assert [(one.path, one.cases) for one in found.variants] == wanted["variants"]
    assert (found.median_seconds, pytest.approx(found.mean_seconds)) == wanted["duration"]
    assert (found.shortest, found.longest, found.mean_length) == wanted["length"]
    assert (found.repeat_cases, found.repeat_share) == wanted["repeats"]
    assert {(one.position, one.touchpoint): one.cases for one in found.positions} == wanted["positions"]
    assert {(one.offset, one.touchpoint): one.cases for one in found.steps} == dict(wanted["steps"])
    assert [one.cases for one in found.funnel] == wanted["funnel"]


def usable(frame):
    """Return the events that count, under the names that they go by."""
    frame = frame.dropna(subset=["case", "at", "touchpoint"])
    frame = frame.assign(touchpoint=[" ".join(one.split()) for one in frame["touchpoint"]])
    return frame.assign(touchpoint=commonest(frame["touchpoint"]))


def commonest(names):
    counts = names.value_counts(sort=False)
    best = {}
    for name in dict.fromkeys(names):
        known = best.setdefault(name.casefold(), name)
        if counts[name] > counts[known]:
            best[name.casefold()] = name
    return [best[name.casefold()] for name in names]


@pytest.mark.parametrize(
    ("seed", "kind", "gap"),
    [
        (1, {}, None),
        (2, {"ties": True}, None),
        (3, {"ties": True, "order": True}, None),
        (4, {"ties": True}, 1),
        (5, {}, 0.25),
        (6, {"blanks": True, "files": 3}, None),
        (7, {"blanks": True, "order": True}, 2.5),
    ],
)
def test_all_figures_are_those_of_a_second_implementation(seed, kind, gap):
    frame = made(seed, **kind)
    events = read(frame)
    anchor, funnel = events.facts.touchpoints[1], (events.facts.touchpoints[0], events.facts.touchpoints[2])
    same(journeys(events, Options(gap=gap, anchor=anchor, funnel=funnel)), frame, gap, anchor, funnel)


def test_offsets_change_nothing_where_all_have_the_same():
    frame = made(8)
    bare, zoned = journeys(read(frame)), journeys(read(frame, "+02:00"))
    assert (bare.edges, bare.variants) == (zoned.edges, zoned.variants)


def test_shuffled_rows_give_the_same_where_nothing_is_tied():
    frame = made(9, files=2)
    shuffled = frame.sample(frac=1, random_state=1).sort_values("file", kind="stable")
    one, other = journeys(read(frame)), journeys(read(shuffled))
    assert one.ties == 0
    assert (one.touchpoints, one.edges, one.variants) == (other.touchpoints, other.edges, other.variants)


def test_the_first_variants_are_the_same_cut_where_many_are_equally_common():
    events = read(made(10))
    every = journeys(events).variants
    assert [journeys(events, Options(top=n)).variants for n in (1, 4)] == [every[:1], every[:4]]


@pytest.mark.parametrize("kind", [{"ties": True}, {"blanks": True, "files": 2}])
def test_repeat_contacts_are_those_of_a_second_implementation(kind):
    """Many are at one instant, or lie days apart: only a later one, within seven days, makes a repeat."""
    frame = made(11, **kind)
    found = {one.name: (one.contacts, one.again) for one in contacts(read(frame)).touchpoints}
    assert found == by_pandas.repeat_contacts(by_pandas.paths_of(usable(frame)))


MEETS = {
    "with": lambda names, one: one in names,
    "without": lambda names, one: one not in names,
    "starts": lambda names, one: names[0] == one,
    "ends": lambda names, one: names[-1] == one,
}


@pytest.mark.parametrize("way", MEETS)
def test_times_and_figures_of_chosen_customers_are_theirs_alone(way):
    """As if nobody else were in the log: the times on the lines of the map among them."""
    frame = made(12, ties=True)
    events, paths = read(frame), by_pandas.paths_of(usable(frame))
    by_name = {name: [path for path in paths if meets(way, path, name)] for name in events.facts.touchpoints}
    one, chosen = min(by_name.items(), key=lambda pair: abs(len(pair[1]) - len(paths) / 2))
    assert 0 < len(chosen) < len(paths)
    found = journeys(events, only=[Only(way, (one,))])
    wanted = by_pandas.figures(chosen)
    assert {
        (edge.start, edge.end): (
            edge.events,
            edge.cases,
            edge.median_seconds,
            pytest.approx(edge.p90_seconds),
        )
        for edge in found.edges
    } == wanted["edges"]
    assert found.median_seconds == wanted["duration"][0]
    drawn = journey_map(
        found, MapOptions(START.date(), measure="time", variants=1000, whole=journeys(events))
    )
    assert {(edge.start, edge.end): edge.median_seconds for edge in drawn.edges} == {
        edge: median for edge, (_, _, median, _) in wanted["edges"].items()
    }


def meets(way, path, one):
    return MEETS[way]([name for _, name in path], one)
