"""The map of journeys: what is drawn, where it stands, and that nothing lies on a name.

Long are further kinds of files of ``test_files_are_the_same_each_time``.
"""

import datetime as dt
from dataclasses import replace
from itertools import combinations

import pytest

from cx import picture
from cx.picture.journey.labels import overlap
from cx.picture.journey.placing import chains
from cx.picture.journey.placing.layers import layers
from cx.picture.journey.placing.rows import Chains, crossings, ordered
from cx.picture.record import Box
from cx.records.journeys import Difference
from tests.made.logs.journeys import HAND, journeys_of, ten_logs, wandering
from tests.project import tiers

PLAIN = picture.MapOptions(dt.date(2026, 11, 30))


def scene(paths=HAND, **options):
    return picture.journey_map(journeys_of(paths), replace(PLAIN, **options))


def centres(found):
    return {node.name: node.box.centre for node in found.nodes}


def test_the_map_by_hand():
    found = scene()
    assert [node.name for node in found.nodes] == ["Home", "Catalog", "Search", "Cart", "Purchase"]
    assert {node.name: node.customers for node in found.nodes} == {
        "Home": 5,
        "Catalog": 3,
        "Search": 2,
        "Cart": 4,
        "Purchase": 2,
    }
    assert {(one.start, one.end): (one.customers, one.kind) for one in found.edges} == {
        ("Home", "Catalog"): (3, "forward"),
        ("Home", "Search"): (2, "forward"),
        ("Catalog", "Cart"): (3, "forward"),
        ("Catalog", "Catalog"): (1, "self"),
        ("Cart", "Purchase"): (2, "forward"),
        ("Search", "Cart"): (1, "forward"),
        ("Search", "Search"): (1, "self"),
    }
    assert found.title.text == "5 customers take 4 different paths; 40% take the most common one"
    assert found.subtitle.text == "drawn: all 4 paths, 100% of all customers"


def test_columns_run_by_the_typical_place():
    places = {"Home": 1.0, "Catalog": 2.0, "Search": 2.0, "Cart": 3.0, "Purchase": 4.0}
    found = centres(scene())
    assert sorted(found, key=lambda name: (found[name][0], name)) == sorted(
        places, key=lambda name: (found[name][0], name)
    )
    assert all(found[a][0] <= found[b][0] for a in places for b in places if places[a] < places[b])


def test_areas_are_true_to_customers():
    found = {node.name: node for node in scene().nodes}
    ratio = found["Home"].box.width ** 2 / found["Search"].box.width ** 2
    assert ratio == pytest.approx(5 / 2)


def test_only_whole_cases_are_left_out_the_rarest_first():
    found = scene(variants=1)
    assert (found.variants_drawn, found.cases_drawn, found.share_drawn) == (1, 2, 0.4)
    assert [node.customers for node in found.nodes] == [2, 2, 2, 2]
    assert found.subtitle.text == "drawn: the most common of 4 paths, 40% of all customers"


def test_what_is_drawn_by_itself_can_be_read():
    found = scene(wandering(7, 30))
    assert len({(one.start, one.end) for one in found.edges if one.kind != "self"}) <= 24
    assert found.variants_drawn >= 1


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_a_touchpoint_keeps_its_place_between_periods_and_languages(lang):
    paths = wandering(3, 14)
    whole = journeys_of(paths)
    sides = [journeys_of(paths[:200]), journeys_of(paths[200:])]
    options = replace(PLAIN, whole=whole, lang=lang)
    maps = [centres(picture.journey_map(side, options)) for side in (whole, *sides)]
    shared = maps[0].keys() & maps[1].keys() & maps[2].keys()
    assert len(shared) > 4
    for name in shared:
        assert maps[1][name] == pytest.approx(maps[2][name], abs=1e-9)
        assert maps[0][name] == pytest.approx(maps[1][name], abs=1e-9)
    assert maps[0] == centres(picture.journey_map(whole, replace(options, lang="en")))


def test_a_path_that_the_places_were_not_made_for_is_left_out_as_a_whole():
    whole = journeys_of([("A", "B"), ("A", "B"), ("A", "B", "C")])
    side = journeys_of([("A", "X"), ("A", "B")])
    found = picture.journey_map(side, replace(PLAIN, whole=whole))
    assert ([node.name for node in found.nodes], found.cases_drawn) == (["A", "B"], 1)


def test_steps_back_hang_lower_than_steps_forward():
    found = {(one.start, one.end): one for one in scene([("A", "B", "A", "B")] * 3 + [("A", "B")]).edges}
    there, back = found["A", "B"], found["B", "A"]
    assert (there.kind, back.kind) == ("forward", "backward")
    middle = len(back.points) // 2
    assert back.points[middle][1] > there.points[middle][1]


@pytest.mark.parametrize("variants", [None, 100])
@pytest.mark.parametrize("paths", [pytest.param(paths, id=name) for name, paths in ten_logs()])
def test_steps_back_run_below_loops_above_and_names_are_free(paths, variants):
    """Steps back are nowhere higher than the line between their ends where they pass a column or hang."""
    found = scene(paths, variants=variants)
    middles = centres(found)
    columns = sorted({x for x, _ in middles.values()})
    for edge in found.edges:
        (x0, y0), (x1, y1) = middles[edge.start], middles[edge.end]
        if edge.kind == "self":
            assert max(y for _, y in edge.points) <= y0
        if edge.kind != "backward" or x0 == x1:
            continue
        between = [x for x in columns if x1 < x < x0]
        for x in between:
            y = min(edge.points, key=lambda point: abs(point[0] - x))[1]
            assert y >= y0 + (y1 - y0) * (x - x0) / (x1 - x0) - 1e-6
        if not between:
            middle = edge.points[len(edge.points) // 2][1]
            assert middle > (edge.points[0][1] + edge.points[-1][1]) / 2
    names = [block.box for node in found.nodes for block in (node.label, node.figure)]
    discs = [node.box for node in found.nodes]
    assert not [pair for pair in combinations([*names, *discs], 2) if overlap(*pair)]


def test_a_step_back_that_the_places_were_not_made_for_runs_below_too():
    """Of all paths none goes back from D to A; of those that are drawn one does."""
    whole = journeys_of([("A", "B", "C", "D")] * 5)
    side = journeys_of([("A", "B", "C", "D", "A")])
    found = picture.journey_map(side, replace(PLAIN, whole=whole))
    back = next(edge for edge in found.edges if edge.kind == "backward")
    between = [node.box.bottom for node in found.nodes if node.name in "BC"]
    lowest = max(y for _, y in back.points)
    assert lowest > max(between)


def test_a_loop_rises_above_its_disc():
    found = scene()
    loop = next(one for one in found.edges if one.start == one.end == "Catalog")
    disc = next(node.box for node in found.nodes if node.name == "Catalog")
    assert min(y for _, y in loop.points) < disc.top
    assert max(y for _, y in loop.points) <= disc.centre[1]


def test_times_are_medians_and_widths_follow_them():
    found = scene(measure="time")
    widths = {(one.start, one.end): (one.weight, one.label.text) for one in found.edges if one.label}
    assert widths["Cart", "Purchase"] == (3600.0 * len("CartPurchase"), "12 h")


def test_the_quadrant_gives_the_colour_and_the_legend_says_so():
    found = scene(quadrants={"Cart": "fix_first"}, strategies={"fix_first": "Fix first"})
    by_name = {node.name: node for node in found.nodes}
    assert (by_name["Cart"].quadrant, by_name["Cart"].fill) == ("fix_first", "#D55E00")
    assert (by_name["Home"].quadrant, by_name["Home"].fill) == (None, "#FFFFFF")
    assert [entry.label.text for entry in found.colour_legend] == ["Fix first"]


def test_nothing_to_draw_is_said():
    found = picture.journey_map(journeys_of([("A",)], variants=()), PLAIN)
    assert (found.nodes, found.edges, found.message.text) == ((), (), "No path can be drawn here.")


def test_two_sides_in_one_picture_and_what_differs_stands_out():
    whole = journeys_of(HAND)
    sides = (picture.Side("Q1", journeys_of(HAND[:3])), picture.Side("Q2", journeys_of(HAND[3:])))
    told = Difference("share_of_cases", "Search", 0.0, 1.0, 0.2, 1.0, told=True)
    other = Difference("edge_share", ("Home", "Search"), 0.0, 1.0, None, None, told=False)
    found = picture.journey_pair(sides, (told, other), replace(PLAIN, whole=whole))
    assert [node.name for node in found.nodes if node.told] == ["Search"]
    assert [block.text.split(" · ")[0] for block in found.panels] == ["Q1", "Q2"]
    assert found.title.text == "One figure of 2 differs beyond chance between Q1 and Q2"
    homes = [node for node in found.nodes if node.name == "Home"]
    assert homes[0].box.centre[0] == homes[1].box.centre[0]
    assert [node.figure.text for node in homes] == ["100%", "100%"]


# --- the parts ---


def test_columns_keep_the_order_and_hold_no_more_than_they_have_room_for():
    steps = {("A", "B"): 9, ("B", "C"): 9, ("C", "D"): 9}
    assert layers("ABCD", steps, 4, 2) == [["A"], ["B"], ["C"], ["D"]]
    assert [name for column in layers("ABCD", steps, 2, 2) for name in column] == list("ABCD")
    assert max(map(len, layers("ABCD", steps, 2, 2))) == 2


def test_crossings_are_taken_out():
    net = chains.net([["A", "B"], ["C", "D"]], [("A", "D"), ("B", "C")])
    assert crossings(net.chains.columns, net.chains.after) == 1
    assert ordered(net.chains)[1] == 0


def test_a_step_over_several_columns_passes_each_of_them():
    net = chains.net([["A"], ["B"], ["C"]], [("A", "C"), ("C", "A")])
    assert {step: len(own) for step, own in net.passing.items()} == {("A", "C"): 1, ("C", "A"): 1}
    assert isinstance(net.chains, Chains)


def test_a_step_is_level_where_names_stand():
    paths = wandering(11, 18)
    found = scene(paths, variants=40)
    names = [node.label.box for node in found.nodes] + [node.figure.box for node in found.nodes]
    for edge in found.edges:
        dots = [Box(x - 0.01, y - 0.01, 0.02, 0.02) for x, y in edge.points]
        assert not [(edge.start, edge.end) for dot in dots for name in names if overlap(dot, name)]


def test_a_click_says_what_it_was_on():
    figure = picture.screen_map(scene(), width=960, chosen=("Cart",))
    ids = {one for trace in figure.data if trace.customdata is not None for one in trace.customdata}
    assert picture.clicked('["Cart"]') == ("Cart",)
    assert {picture.clicked(one) for one in ids} >= {("Home",), ("Home", "Catalog")}


@pytest.mark.parametrize("kind", tiers.first(["pdf"], "png", "svg"))
def test_files_are_the_same_each_time(kind):
    found = scene()
    assert picture.static_map(found, kind, pixels=400) == picture.static_map(found, kind, pixels=400)
