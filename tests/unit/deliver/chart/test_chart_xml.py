"""The XML of the native bubble chart, against the order of its schema."""

import html
import re
from dataclasses import replace

import pytest
from lxml import etree

from cx.deliver import deck_picture
from cx.deliver.chart import Look, chart_space, frame_of, layout, numbers
from cx.deliver.chart.axes import axes
from cx.matrix import build
from cx.picture.record import Axis, Tick
from cx.records import Estimate, Evidence, Settings
from tests.unit.deliver import cases
from tests.unit.deliver.live_charts import C15, bubbles, lengths, points_of

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
# ECMA-376 part 1, annex A: the children of each type in the order that its sequence gives.
ORDER = {
    "chartSpace": """date1904 lang roundedCorners style clrMapOvr pivotFmts protection chart spPr txPr
        externalData""",
    "chart": """title autoTitleDeleted pivotFmts view3D floor sideWall backWall plotArea legend plotVisOnly
        dispBlanksAs""",
    "plotArea": "layout bubbleChart valAx dTable spPr",
    "bubbleChart": "varyColors ser dLbls bubble3D bubbleScale showNegBubbles sizeRepresents axId",
    "ser": """idx order tx spPr invertIfNegative dPt dLbls trendline errBars xVal yVal bubbleSize bubble3D
        extLst""",
    "errBars": "errDir errBarType errValType noEndCap plus minus val spPr",
    "dPt": "idx invertIfNegative marker bubble3D explosion spPr",
    "dLbls": """dLbl delete numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent
        showBubbleSize separator showLeaderLines extLst""",
    "dLbl": """idx delete layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName
        showPercent showBubbleSize separator extLst""",
    "valAx": """axId scaling delete axPos majorGridlines minorGridlines title numFmt majorTickMark
        minorTickMark tickLblPos spPr txPr crossAx crosses crossesAt crossBetween majorUnit minorUnit
        dispUnits""",
    "scaling": "logBase orientation max min",
    "title": "tx layout overlay spPr txPr",
    "legend": "legendPos legendEntry layout overlay spPr txPr",
    "manualLayout": "layoutTarget xMode yMode wMode hMode x y w h",
    "numCache": "formatCode ptCount pt",
    "strCache": "ptCount pt",
}


def chart(rows=None, lang="en", *, tinted=True, legend=False, **settings):
    matrix = cases.matrix(rows, **settings)
    picture = deck_picture(matrix, lang=lang, day=cases.DAY)
    data = numbers.of(matrix, picture, lang)
    written = chart_space(data, picture, frame_of(picture), Look("It's data", tinted=tinted, legend=legend))
    return etree.fromstring(written.encode()), picture, data


def values(element, path):
    return [found.get("val") for found in element.iterfind(path.replace("c:", C))]


def series_of(space, data):
    """The series of touchpoints, by name."""
    every = list(space.iter(f"{C}ser"))
    return {one.name: every[at] for at, one in enumerate(data.series, start=2)}


def shown(space, data):
    """The series and the place in it of each touchpoint that is drawn, by its name."""
    return {
        row.disc.name: (series_of(space, data)[one.name], at)
        for one in data.series
        for at, row in data.members(one).items()
    }


def label_of(series, at):
    return next(one for one in series.iter(f"{C}dLbl") if one.find(f"{C}idx").get("val") == str(at))


@pytest.mark.parametrize("settings", [{}, {"colour_by": "journey"}])
@pytest.mark.parametrize("case", ["eight", "hostile"])
def test_children_stand_in_the_order_of_the_schema(case, settings):
    space, _, _ = chart(getattr(cases, case)(), legend=bool(settings), **settings)
    for element in space.iter(f"{C}*"):
        name = etree.QName(element).localname
        if name in ORDER:
            allowed = ORDER[name].split()
            children = [etree.QName(child).localname for child in element]
            places = [allowed.index(child) for child in children]
            assert places == sorted(places), name


def test_sizes_are_areas_and_the_scale_is_left_alone():
    space, _, _ = chart()
    assert values(space, ".//c:sizeRepresents") == ["area"]
    assert values(space, ".//c:bubbleScale") == ["100"]
    assert values(space, ".//c:showNegBubbles") == ["0"]


def test_the_plot_stands_where_the_picture_has_it():
    space, picture, _ = chart()
    frame = frame_of(picture)
    layout_of_plot = space.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    x, y, w, h = (float(layout_of_plot.find(C + key).get("val")) for key in "xywh")
    assert frame.left + x * frame.width == pytest.approx(picture.plot.left)
    assert frame.top + y * frame.height == pytest.approx(picture.plot.top)
    assert (w * frame.width, h * frame.height) == pytest.approx((picture.plot.width, picture.plot.height))


@pytest.mark.parametrize("lang", ["en", "nl"])
def test_the_axes_have_their_own_values_where_the_picture_has_them(lang):
    space, picture, _ = chart(lang=lang)
    for axis, drawn in zip(space.iter(f"{C}valAx"), (picture.x_axis, picture.y_axis), strict=True):
        low, high = (float(axis.find(f".//{C}{end}").get("val")) for end in ("min", "max"))
        step = float(axis.find(f"{C}majorUnit").get("val"))
        assert (low, high) == (drawn.minimum, drawn.maximum)
        told = [low + at * step for at in range(int((high - low) / step + 1e-9) + 1)]
        assert {round(tick.value, 9) for tick in drawn.ticks} <= {round(one, 9) for one in told}
        assert axis.find(f"{C}tickLblPos").get("val") == "low"
        code = axis.find(f"{C}numFmt").get("formatCode")
        assert code.endswith("0.0" if "." in drawn.ticks[0].label or "," in drawn.ticks[0].label else "0")
        assert ("[$-413]" in code) == (lang == "nl")
    assert list(space.iter(f"{C}majorGridlines")) == []


def test_values_beyond_the_scale_are_not_written():
    rows = cases.table([cases.row("a", 1.1, 4, volume=9), cases.row("b", 9.9, 2, volume=900)])
    space, _, _ = chart(rows)
    across = next(space.iter(f"{C}valAx"))
    assert float(across.find(f".//{C}min").get("val")) < 1
    assert across.find(f"{C}numFmt").get("formatCode").startswith("[<1")


def test_the_lines_are_errors_of_one_point_that_reach_to_the_ends_of_the_axes():
    space, picture, data = chart()
    crossing = list(space.iter(f"{C}ser"))[1]
    row = layout.LINES_ROW
    x, y = (points_of(crossing.find(f"{C}{kind}"))[row] for kind in ("xVal", "yVal"))
    assert len(points_of(crossing.find(f"{C}yVal"))) == 1
    assert (float(x), float(y)) == pytest.approx(data.lines)
    ends = {}
    for bars in crossing.iter(f"{C}errBars"):
        plus, minus = (
            float(next(iter(points_of(bars.find(f"{C}{side}")).values()))) for side in ("plus", "minus")
        )
        ends[bars.find(f"{C}errDir").get("val")] = (minus, plus)
    assert float(x) - ends["x"][0] == pytest.approx(picture.x_axis.minimum)
    assert float(x) + ends["x"][1] == pytest.approx(picture.x_axis.maximum)
    assert float(y) - ends["y"][0] == pytest.approx(picture.y_axis.minimum)
    assert float(y) + ends["y"][1] == pytest.approx(picture.y_axis.maximum)


def test_where_there_is_no_impact_there_is_one_line_and_a_grid():
    rows = cases.table([cases.row(f"T{at}", 5 + at / 3, volume=10**at) for at in range(7)])
    space, picture, _ = chart(rows)
    assert values(space, ".//c:errDir") == ["y"]
    assert len(list(space.iter(f"{C}majorGridlines"))) == 2
    up = list(space.iter(f"{C}valAx"))[1]
    assert up.find(f".//{C}logBase").get("val") == "10"
    assert float(up.find(f".//{C}min").get("val")) == pytest.approx(10**picture.y_axis.minimum)


def test_strategies_and_the_lines_values_are_words_of_the_chart():
    space, picture, _ = chart()
    words = [one for one in bubbles(space) if one.series == "Words on the chart"]
    assert [one.words.replace("\n", " ") for one in words] == [
        *(area.name.text for area in picture.quadrants),
        *(line.label.text for line in picture.crosshair),
    ]
    for one in words:
        assert picture.x_axis.minimum < one.x < picture.x_axis.maximum
        assert picture.y_axis.minimum < one.y < picture.y_axis.maximum


def test_a_line_of_no_impact_is_the_axis_across():
    clear = Evidence(Estimate(-1.0, -1.5, -0.5), None, 1)
    rows = cases.table(
        [cases.row("a", 5, 0.4), cases.row("b", 8, 0.6, journey="Help")], impact_kind="derived"
    )
    matrix = build(replace(rows, evidence={"a": clear}), Settings(colour_by="journey"))
    picture = deck_picture(matrix, lang="nl", day=cases.DAY)
    data = numbers.of(matrix, picture, "nl")
    written = chart_space(data, picture, frame_of(picture), Look("Data", legend=True))
    across, up = etree.fromstring(written.encode()).iter(f"{C}valAx")
    assert across.find(f"{C}crossesAt").get("val") == "0"
    assert across.find(f"{C}spPr/{A}ln/{A}solidFill") is not None
    assert across.find(f"{C}tickLblPos").get("val") == "low"
    assert up.find(f"{C}crosses").get("val") == "min"


def test_the_plot_is_filled_with_the_picture_of_the_tints():
    space, _, _ = chart()
    assert space.find(f".//{C}plotArea/{C}spPr/{A}blipFill/{A}blip") is not None
    bare, _, _ = chart(tinted=False)
    assert bare.find(f".//{C}plotArea/{C}spPr/{A}noFill") is not None


def test_a_legend_leaves_out_what_is_invisible_or_empty():
    space, _, data = chart(legend=True, colour_by="journey")
    last = len(data.series) + 2
    assert values(space, ".//c:legendEntry/c:idx") == ["0", "1", str(last - 1), str(last)]
    assert [series.name for series in data.series if series.name == "Help"] == ["Help"]


def test_every_series_has_one_length_over_the_spare_rows():
    space, _, data = chart()
    first, *_ = space.iter(f"{C}ser")
    assert first.find(f"{C}spPr/{A}noFill") is not None and first.find(f"{C}spPr/{A}ln/{A}noFill") is not None
    assert lengths(space) == {len(data.rows) + layout.SPARE}


def test_names_come_from_cells_and_no_cache_misses_one():
    space, _, data = chart()
    for series in series_of(space, data).values():
        kept = next(series.iter(f"{C15}datalabelsRange"))
        assert kept.find(f"{C15}f").text == f"'It''s data'!$G$13:$G${12 + 8 + layout.SPARE}"
        assert points_of(kept) == {at: row.label for at, row in enumerate(data.rows)}
        for label in series.iter(f"{C}dLbl"):
            assert [field.get("type") for field in label.iter(f"{A}fld")] == ["CELLRANGE"]
            assert list(label.iter(f"{A}r")) == []


def test_every_quadrant_knows_every_touchpoint_that_may_come_to_it():
    space, _, data = chart()
    for series in series_of(space, data).values():
        assert len(list(series.iter(f"{C}dLbl"))) == len(data.rows) + layout.SPARE


def test_a_label_is_moved_from_the_side_of_its_bubble_to_the_pictures_place():
    space, picture, data = chart()
    frame = frame_of(picture)
    labels = {label.id: label for label in picture.labels}
    for series, at in shown(space, data).values():
        disc, label = data.rows[at].disc, label_of(series, at)
        box = labels[disc.id].block.box
        moved = [label.find(f".//{C}manualLayout/{C}{key}") for key in "xy"]
        right, down = (
            0.0 if one is None else float(one.get("val")) * size
            for one, size in zip(moved, (frame.width, frame.height), strict=True)
        )
        by_side = {
            "ctr": (disc.x, disc.y, *box.centre),
            "r": (disc.x + disc.radius, disc.y, box.left, box.centre[1]),
            "l": (disc.x - disc.radius, disc.y, box.right, box.centre[1]),
            "t": (disc.x, disc.y - disc.radius, box.centre[0], box.bottom),
            "b": (disc.x, disc.y + disc.radius, box.centre[0], box.top),
        }
        x, y, to_x, to_y = by_side[label.find(f"{C}dLblPos").get("val")]
        assert (x + right, y + down) == pytest.approx((to_x, to_y))


def test_a_series_draws_lines_to_its_names_where_one_stands_apart():
    long = "A touchpoint with a long name that has to be wrapped"
    space, picture, data = chart(cases.many(24, long))
    led = {label.id for label in picture.labels if label.leader}
    assert led
    for one in data.series:
        (lines,) = series_of(space, data)[one.name].findall(f"{C}dLbls/{C}extLst//{C15}showLeaderLines")
        apart = any(row.disc.id in led for row in data.members(one).values())
        assert lines.get("val") == str(int(apart))


def test_without_labels_every_label_is_deleted():
    space, _, data = chart(labels=False)
    for series in series_of(space, data).values():
        assert set(values(series, ".//c:dLbl/c:delete")) == {"1"}
        assert not list(series.iter(f"{A}t"))


def test_a_small_base_is_dotted_and_what_is_like_its_series_says_nothing():
    space, picture, data = chart()
    dashes = {}
    for name, (series, at) in shown(space, data).items():
        own = [one for one in series.iterfind(f"{C}dPt") if one.find(f"{C}idx").get("val") == str(at)]
        dashes[name] = (own[0] if own else series.find(f"{C}spPr")).find(f".//{A}prstDash").get("val")
    assert dashes["Moving"] == "sysDot"
    assert dashes["Invoice"] == "solid"
    assert {disc.stroke for disc in picture.discs} == {"solid", "dotted"}


def test_names_of_sheets_are_quoted_in_references():
    space, _, _ = chart()
    assert {reference.text.split("!")[0] for reference in space.iter(f"{C}f", f"{C15}f")} == {"'It''s data'"}


@pytest.mark.parametrize(("lang", "code"), [("en", "[<0]-0%;0%"), ("nl", "[<0][$-413]-0%;[$-413]0%")])
def test_values_below_0_along_an_axis_keep_their_sign_in_every_program(lang, code):
    # LibreOffice leaves the sign out where a format has conditions, of which there are two at most
    ticks = tuple(Tick(value, 0.0, f"{value:.0%}") for value in (-0.2, 0.0, 0.2, 0.4))
    whole = Axis("Impact", -0.2, 0.4, ticks)
    drawn = replace(deck_picture(cases.matrix(), lang=lang, day=cases.DAY), grid=())

    def written(axis):
        made = axes(replace(drawn, y_axis=axis), frame_of(drawn))
        return html.unescape(re.findall(r'formatCode="([^"]*)"', made)[-1])

    assert "[<" not in written(whole)
    further = replace(whole, minimum=-0.29)
    assert written(further) == f'[<-0.3]"";{code}'
    assert written(replace(further, maximum=0.61)) == written(further)
