"""The figures by which a kept file is known again, as plain data: taken when written and when opened."""

import io
from dataclasses import replace

import openpyxl
from pptx import Presentation

from cx import matrix
from cx.records import Filters
from cx.session.sessions import codec
from cx.session.sessions import stored as sessions
from cx.session.voting import rounds, taking_part


def of_session(store, session_id):
    """Everything about a session that a person would miss."""
    session = sessions.load(store, session_id)
    return {
        "document": _without_table(codec.plain(session)),
        "touchpoints": of_table(session.touchpoints),
        "matrix": of_matrix(session),
        "history": [
            [one.revision, one.moment.isoformat(), one.who, one.key]
            for one in sessions.history(store, session_id)
        ],
        "rounds": [of_round(store, one) for one in rounds.rounds_of(store, session_id)],
    }


def _without_table(document):
    """The rows stand among the figures already, and draws and cells are long; a test compares them whole."""
    kept = {name: one for name, one in document["touchpoints"].items() if name in ("impact_kind", "scale")}
    return {**document, "touchpoints": kept}


def of_table(touchpoints):
    """The rows of a table and what is known about all of them."""
    rows = touchpoints.rows
    texts = ("touchpoint", "journey", "channel", "segment", "period", "owner", "note")
    numbers = ("satisfaction", "impact", "volume", "n", "sd", "cost", "expectation", "importance")
    return {
        "rows": [
            [*(str(line[name]) for name in texts), *(_number(line[name]) for name in numbers)]
            for line in rows.to_dict("records")
        ],
        "impact_kind": touchpoints.impact_kind,
        "scale": [touchpoints.scale.minimum, touchpoints.scale.maximum, touchpoints.scale.direction],
        "goal": touchpoints.goal,
        "periods": list(touchpoints.periods),
        "parts": [[part.column, part.weight, part.direction] for part in touchpoints.impact_parts],
    }


def of_matrix(session):
    """The lines, and every touchpoint with its place and quadrant; nothing filtered away."""
    drawn = matrix.build(session.touchpoints, replace(session.settings, unit="touchpoint", filters=Filters()))
    return {
        "crosshair": [drawn.crosshair.satisfaction, drawn.crosshair.impact],
        "bubbles": [
            [one.id, one.name, one.satisfaction, one.impact, one.volume, one.quadrant]
            for one in drawn.bubbles
        ],
    }


def of_round(store, asked):
    """A round, its ballots, and what came out of it."""
    result = taking_part.result(store, asked.id)
    return {
        "kind": asked.kind,
        "state": asked.state,
        "points": asked.points,
        "opened": asked.opened.isoformat(),
        "closed": asked.closed.isoformat() if asked.closed else None,
        "touchpoints": [list(one) for one in asked.touchpoints],
        "ballots": [
            [one.name, dict(one.choices), one.changed.isoformat()]
            for one in taking_part.ballots_of(store, asked.id)
        ],
        "joined": taking_part.turnout(store, asked.id).joined,
        "tallies": [[one.id, one.votes, one.count, one.rank, one.disagree] for one in result.tallies],
    }


def of_summaries(store):
    """The two lists of sessions, as the page shows them."""
    return [
        [
            *(one.id, one.name, one.created.isoformat(), one.changed.isoformat(), one.archived),
            *(one.deleted.isoformat() if one.deleted else None, one.touchpoints, one.decisions, one.locked),
        ]
        for deleted in (False, True)
        for one in sessions.listed(store, deleted=deleted)
    ]


def of_understanding(seen):
    """How a file is understood: its header, and what each column is."""
    return {
        "shape": seen.shape,
        "header_rows": list(seen.header_rows),
        "roles": {column.header: column.role for column in seen.columns},
    }


def of_findings(findings):
    """What was found, without its words."""
    return [[one.severity, one.code, one.cell, one.value] for one in findings]


def of_deck(content):
    """What a deck's slides are called and hold, and where: what renews it later knows them by this."""
    deck = Presentation(io.BytesIO(content))
    about = deck.core_properties
    return {
        "properties": [about.title, about.author, about.language],
        "size": [deck.slide_width, deck.slide_height],
        "slides": [_slide(slide) for slide in deck.slides],
    }


def of_template(found):
    """What a .pptx is worth as a template: its layout, the size of its slides, and its colours."""
    return {
        "layout": [found.layout_name, *found.layout],
        "size": [found.form.width, found.form.height, found.enlarged] if found.suitable else None,
        "colours": dict(found.colours or {}),
    }


def _slide(slide):
    return {
        "part": str(slide.part.partname),
        "layout": slide.slide_layout.name,
        "title": slide.shapes.title.text if slide.shapes.title else None,
        "shapes": [[shape.name, shape.shape_type and int(shape.shape_type)] for shape in slide.shapes],
        "charts": [_chart(shape) for shape in slide.shapes if shape.has_chart],
        "tables": [
            [[cell.text for cell in line.cells] for line in shape.table.rows]
            for shape in slide.shapes
            if shape.has_table
        ],
        "notes": slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else None,
    }


def _chart(shape):
    chart = shape.chart
    book = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob))
    return {
        "name": shape.name,
        "part": str(chart.part.partname),
        "kind": chart.chart_type.name,
        "series": [
            {
                "name": one.name,
                **{axis: _points(one, axis) for axis in ("cat", "val", "xVal", "yVal", "bubbleSize")},
            }
            for one in chart.plots[0].series
        ],
        "workbook": {
            sheet.title: [list(line) for line in sheet.iter_rows(values_only=True)] for sheet in book
        },
    }


def _points(series, axis):
    """The values of a series, as the chart keeps them beside its workbook."""
    return [point.text for point in series._element.iterfind(f"{{*}}{axis}//{{*}}pt/{{*}}v")]


def _number(value):
    return None if value is None or value != value else float(value)  # noqa: PLR0124 - nan
