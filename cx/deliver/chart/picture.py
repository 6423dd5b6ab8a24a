"""The Picture that a native chart shows: in type for a room, at the place that the chart takes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cx.deliver.ground import HEIGHT, WIDTH, Form
from cx.deliver.told import Telling
from cx.matrix import headline
from cx.picture import DECK_SIZES, Picture, compute
from cx.picture.record import Box

_AIR = 10.0


def drawn(telling: Telling, form: Form, groups: Sequence[str] = ()) -> Picture:
    """Return the Picture as a slide needs it: type for a room, measured in the slide's font.

    Parameters
    ----------
    form
        The room on the slide: the Picture is as large as what it leaves.
    groups
        As in :func:`cx.picture.compute`.
    """
    options, lang = telling.options, telling.lang
    _, title = form.fitting_title((options and options.title) or headline(telling.matrix, lang))
    room = form.picture_box()
    shrunk = min(room.width / WIDTH, room.height / HEIGHT)
    return compute(
        telling.matrix,
        lang=lang,
        day=telling.day,
        size=(room.width, room.height),
        type_scale=1 / shrunk,
        sizes=DECK_SIZES if form.templated else replace(DECK_SIZES, title=title),
        font=form.font,
        headings=not form.templated,
        groups=groups,
        options=options,
        companions=telling.companions,
        from_round=True,
    )


def fitting(telling: Telling, picture: Picture | None, form: Form) -> Picture:
    """Return the Picture where it was made for this slide in this language, else the one that is.

    A Picture for a screen has smaller type in a narrower font: its labels would not fit where they stand.
    """
    room = form.picture_box()
    if (
        picture is not None
        and picture.lang == telling.lang
        and (picture.width, picture.height) == (room.width, room.height)
        and picture.x_title.size >= DECK_SIZES.axis
    ):
        return picture
    return drawn(telling, form)


def frame_of(picture: Picture) -> Box:
    """Return the chart's place: the plot with its axes and all words on it, and air around them.

    Without that air LibreOffice squeezes the whole chart to make room for the padding of its axis titles.
    """
    inside = [
        picture.plot,
        picture.x_title.box,
        picture.y_title.box,
        *(label.block.box for label in picture.labels),
        *(block.box for block in picture.tick_labels),
        *(line.label.box for line in picture.crosshair),
    ]
    left, top = min(box.left for box in inside) - _AIR, min(box.top for box in inside) - _AIR
    right, bottom = max(box.right for box in inside) + _AIR, max(box.bottom for box in inside) + _AIR
    return Box(left, top, right - left, bottom - top)
