"""A figure that is drawn again says the same, and is not copied for it."""

import plotly.io
from plotly.graph_objects import Figure

from pages.parts.shell import plain_chart


def test_a_figure_that_is_ready_says_what_it_said_and_copies_nothing():
    figure = Figure({"data": [{"type": "bar", "y": [1.5, 2.5]}], "layout": {"shapes": [{"type": "line"}]}})
    before = plotly.io.to_json(figure.to_dict(), validate=False)
    ready = plain_chart.ready(figure)
    one, other = ready.to_dict(), ready.to_dict()
    assert plotly.io.to_json(one, validate=False) == before
    assert one["data"] is other["data"]
    one["layout"] = {}
    assert ready.to_dict()["layout"] == other["layout"] != {}
