"""The XML of the native bubble chart, against the order of its schema."""

from dataclasses import replace

import pytest
from cx.deliver.chart.bubbles import Look, chart_space
from lxml import etree

from cx.deliver import deck_picture
from cx.deliver.chart import numbers
from cx.deliver.deck.matrix import frame_of
from cx.matrix import build
from cx.records import Estimate, Evidence, Settings
from tests.unit.deliver import cases

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


def chart(rows=None, lang="en", *, alone=False, legend=False, **settings):
    matrix = cases.matrix(rows, **settings)
    picture = deck_picture(matrix, lang=lang, day=cases.DAY)
    data = numbers.of(matrix, picture, lang, alone=alone)
    written = chart_space(data, picture, frame_of(picture), Look("It's data", alone=alone, legend=legend))
    return etree.fromstring(written.encode()), picture, data


def values(element, path):
    return [found.get("val") for found in element.iterfind(path.replace("c:", C))]


@pytest.mark.parametrize("alone", [False, True])
@pytest.mark.parametrize("case", ["eight", "hostile"])
def test_children_stand_in_the_order_of_the_schema(case, alone):
    space, _, _ = chart(getattr(cases, case)(), alone=alone)
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
    layout = space.find(f".//{C}plotArea/{C}layout/{C}manualLayout")
    x, y, w, h = (float(layout.find(C + key).get("val")) for key in "xywh")
    assert frame.left + x * frame.width == pytest.approx(picture.plot.left)
    assert frame.top + y * frame.height == pytest.approx(picture.plot.top)
    assert (w * frame.width, h * frame.height) == pytest.approx((picture.plot.width, picture.plot.height))


def test_the_axes_end_where_the_pictures_axes_end_and_have_no_grid():
    space, picture, _ = chart()
    ends = [
        (float(a.find(f".//{C}min").get("val")), float(a.find(f".//{C}max").get("val")))
        for a in space.iter(f"{C}valAx")
    ]
    assert ends == [(axis.minimum, axis.maximum) for axis in (picture.x_axis, picture.y_axis)]
    assert list(space.iter(f"{C}majorGridlines")) == []


def test_a_chart_that_stands_alone_has_the_crosshair_as_its_axes():
    space, picture, _ = chart(alone=True)
    lines = {line.axis: line.value for line in picture.crosshair}
    assert [float(at) for at in values(space, ".//c:crossesAt")] == [lines["impact"], lines["satisfaction"]]


def test_a_chart_that_stands_alone_carries_its_values_and_strategies_as_words():
    space, picture, data = chart(alone=True)
    *_, marks = space.iter(f"{C}ser")
    words = [" ".join(text.text for text in label.iter(f"{A}t")) for label in marks.iter(f"{C}dLbl")]
    assert words == [
        *(tick.label for axis in (picture.x_axis, picture.y_axis) for tick in axis.ticks),
        *(area.name.text for area in picture.quadrants),
        *(line.label.text for line in picture.crosshair),
    ]
    assert marks.find(f"{C}spPr/{A}noFill") is not None
    for mark in data.marks:
        assert picture.x_axis.minimum < mark.x < picture.x_axis.maximum
        assert picture.y_axis.minimum < mark.y < picture.y_axis.maximum


def test_a_line_of_no_impact_stands_in_the_chart_and_not_in_its_legend():
    clear = Evidence(Estimate(-1.0, -1.5, -0.5), None, 1)
    rows = cases.table(
        [cases.row("a", 5, 0.4), cases.row("b", 8, 0.6, journey="Help")], impact_kind="derived"
    )
    matrix = build(replace(rows, evidence={"a": clear}), Settings(colour_by="journey"))
    picture = deck_picture(matrix, lang="nl", day=cases.DAY)
    data = numbers.of(matrix, picture, "nl", alone=True)
    written = chart_space(data, picture, frame_of(picture), Look("Data", alone=True, legend=True))
    space = etree.fromstring(written.encode())
    *_, line = space.iter(f"{C}ser")
    assert [float(one.text) for one in line.iterfind(f"{C}yVal//{C}v")] == pytest.approx(
        [0.0] * len(data.zero)
    )
    assert line.find(f"{C}tx//{C}v").text == "Lijn van geen impact"
    last = len(data.series) + 2
    assert values(space, ".//c:legendEntry/c:idx") == ["0", str(last - 1), str(last)]
    for element in space.iter(f"{C}ser"):
        places = [ORDER["ser"].split().index(etree.QName(child).localname) for child in element]
        assert places == sorted(places)


def test_a_legend_leaves_out_what_is_invisible():
    space, _, data = chart(alone=True, legend=True, colour_by="journey")
    assert values(space, ".//c:legendEntry/c:idx") == ["0", str(len(data.series) + 1)]
    assert [series.name for series in data.series if series.name == "Help"] == ["Help"]


def test_the_first_series_is_invisible_and_as_long_as_the_longest():
    space, _, data = chart()
    first, *rest = space.iter(f"{C}ser")
    assert first.find(f"{C}spPr/{A}noFill") is not None and first.find(f"{C}spPr/{A}ln/{A}noFill") is not None
    longest = max(int(count.get("val")) for one in rest for count in one.iterfind(f"{C}xVal//{C}ptCount"))
    assert values(first, "c:xVal//c:ptCount") == [str(longest)]
    assert len(list(rest)) == len(data.series)


def test_a_label_is_moved_from_its_bubble_to_the_pictures_place():
    space, picture, _ = chart()
    frame = frame_of(picture)
    discs = {disc.name: disc for disc in picture.discs}
    labels = {label.block.text: label for label in picture.labels}
    for label in space.iter(f"{C}dLbl"):
        words = " ".join(text.text for text in label.iter(f"{A}t"))
        x, y = (float(label.find(f".//{C}manualLayout/{C}{key}").get("val")) for key in "xy")
        place = discs[words].x + x * frame.width, discs[words].y + y * frame.height
        assert place == pytest.approx(labels[words].block.box.centre)


def test_without_labels_every_label_is_deleted():
    space, _, _ = chart(labels=False)
    assert set(values(space, ".//c:dLbl/c:delete")) == {"1"}
    assert list(space.iter(f"{A}t")) != [] and not list(space.iter(f"{C}rich"))[2:]


def test_a_small_base_is_dotted_and_a_borderline_bubble_pale():
    space, picture, data = chart()
    dashes = {}
    for series, one in zip(data.series, list(space.iter(f"{C}ser"))[1:], strict=True):
        for point, look in zip(series.points, one.iterfind(f"{C}dPt"), strict=True):
            dashes[point.disc.name] = look.find(f".//{A}prstDash").get("val")
    assert dashes["Moving"] == "sysDot"
    assert dashes["Invoice"] == "solid"
    assert {disc.stroke for disc in picture.discs} == {"solid", "dotted"}


def test_names_of_sheets_are_quoted_in_references():
    space, _, _ = chart()
    assert {reference.text.split("!")[0] for reference in space.iter(f"{C}f")} == {"'It''s data'"}
