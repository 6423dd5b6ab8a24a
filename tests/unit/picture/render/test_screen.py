import datetime as dt
import json

import plotly.graph_objects as go
import pytest

from cx.picture import compute, screen_figure
from tests.made.picture_cases import clustered, placed
from tests.made.tables import row

DAY = dt.date(2026, 11, 22)
PICTURE = compute(clustered(24), lang="nl", day=DAY)


def circles(figure):
    return [shape for shape in figure.layout.shapes if shape.type == "circle"]


def targets(figure):
    return next(trace for trace in figure.data if trace.mode == "markers")


@pytest.mark.parametrize("width", [640, 1280, 1920])
def test_it_draws_the_picture_at_the_width_asked(width):
    figure = screen_figure(PICTURE, width=width)
    scale = width / 960
    assert (figure.layout.width, figure.layout.height) == (width, width * 9 // 16)
    first = circles(figure)[0]
    disc = PICTURE.discs[0]
    assert (first.x0 + first.x1) / 2 == pytest.approx(disc.x * scale)
    assert (first.y1 - first.y0) / 2 == pytest.approx(disc.radius * scale)


def test_it_is_a_figure_that_plotly_accepts():
    figure = screen_figure(PICTURE, width=1280)
    found = json.loads(figure.to_json())
    checked = json.loads(go.Figure(found, skip_invalid=False).to_json())
    assert found["layout"].pop("template") == {}
    del checked["layout"]["template"]  # Plotly fills it up
    assert checked == found


def test_every_bubble_can_be_clicked_by_its_id():
    trace = targets(screen_figure(PICTURE, width=1280))
    assert list(trace.customdata) == [disc.id for disc in PICTURE.discs]
    assert min(trace.marker.size) >= 18


def test_the_selected_bubble_is_outlined_in_ink():
    chosen = PICTURE.discs[5]
    figure = screen_figure(PICTURE, width=1280, selected=chosen.id)
    thick = [shape for shape in circles(figure) if shape.line.width == pytest.approx(3.0)]
    assert [(shape.line.color, round((shape.x0 + shape.x1) / 2, 6)) for shape in thick] == [
        ("#1F2933", round(chosen.x * 4 / 3, 6))
    ]


def test_every_line_of_text_is_drawn_once():
    figure = screen_figure(PICTURE, width=1280)
    drawn = sorted(text for trace in figure.data if trace.mode == "text" for text in trace.text)
    assert drawn == sorted(line for block in PICTURE.texts for line in block.lines)


def test_what_people_typed_is_not_interpreted():
    rows = [row("<b>bold</b> <a href='x'>", 5.0, 4.0, volume=9), row("B & C", 7.0, 2.0, volume=9)]
    figure = screen_figure(compute(placed(rows), lang="en", day=DAY), width=1280)
    hovers = "".join(targets(figure).hovertext)
    texts = [text for trace in figure.data if trace.mode == "text" for text in trace.text]
    assert "&lt;b&gt;bold&lt;/b&gt; &lt;a href='x'&gt;" in hovers
    assert "B &amp; C" in texts and not any("<" in text for text in texts)


def test_a_dashed_outline_is_dashed_on_the_screen():
    dashes = {
        circle.line.dash for circle in circles(screen_figure(PICTURE, width=1280))[: len(PICTURE.discs)]
    }
    assert len(dashes) == 3 and "solid" in dashes


def test_a_long_name_wraps_in_the_hover():
    name = "A touchpoint whose name goes on and on " * 5
    figure = screen_figure(
        compute(placed([row(name, 5.0, 4.0), row("B", 7.0, 2.0)]), lang="en", day=DAY), width=1280
    )
    hover = next(text for text in targets(figure).hovertext if text.startswith("<b>A touch"))
    assert max(len(line) for line in hover.split("<br>")) <= 60 + len("<b></b>")
