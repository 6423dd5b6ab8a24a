"""The picture of a lens in the room of a page: below its title and how it is read, above the footnote."""

from __future__ import annotations

from cx.deliver.ground import Form
from cx.deliver.told import LensTold, Told
from cx.picture import DECK_SIZES, LensPicture, lens_picture, months_picture, placed_lens
from cx.text import say


def lens_on_page(one: LensTold, told: Told, form: Form) -> LensPicture:
    """Return the picture at its place on a page, in type that is read from the back of a room."""
    room = form.content_box(one.title)
    drawn = lens_picture(
        one.result,
        told.matrix,
        lang=told.lang,
        title=one.title,
        size=(room.width, room.height),
        sizes=DECK_SIZES,
        font=form.font,
    )
    return placed_lens(drawn, room.left, room.top)


def months_on_page(one: LensTold, told: Told, form: Form) -> LensPicture | None:
    """Return the trend of all contacts at its place on a page; ``None`` without one."""
    room = form.content_box(one.months)
    drawn = months_picture(
        one.result,
        lang=told.lang,
        title=one.months,
        size=(room.width, room.height),
        sizes=DECK_SIZES,
        font=form.font,
    )
    return placed_lens(drawn, room.left, room.top) if drawn and one.months else None


def lens_subtitle(one: LensTold, drawn: LensPicture | None, told: Told) -> str:
    """Return how the picture is read, and how many touchpoints it leaves to the workbook."""
    if drawn is None or drawn.shown == drawn.count:
        return one.how
    said = say("deliver.lens.shown", told.lang, shown=drawn.shown, count=drawn.count)
    return f"{said} {one.how}"
