"""A slide for each lens: its conclusion, how it is read, and its picture in native shapes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cx.deliver.chart import lens_on_page, lens_subtitle, months_on_page
from cx.deliver.chart import picture as chart_frame
from cx.deliver.deck import ink, page_slide, slide
from cx.deliver.deck import matrix as matrix_slide
from cx.deliver.deck.theme_colours import Paints
from cx.deliver.ground import Form, Frame
from cx.deliver.told import LensTold, Telling, Told, on_matrix, told_of
from cx.picture import LensPicture
from cx.text import say

if TYPE_CHECKING:
    from pptx.presentation import Presentation


def add(
    deck: Presentation, telling: Telling, told: Told, footnote: Frame, form: Form, paints: Paints
) -> list[tuple[str, int]]:
    """Add a slide for each lens that has something to show; moments are shown on the matrix.

    Returns
    -------
    What each slide is, and how many slides the deck had after it.
    """
    done = []
    for one in told_of(told):
        if one.result.lens == "moments":
            _on_matrix(deck, one, telling, told, form, paints)
        else:
            _rows(deck, one, told, footnote, form)
        done.append((f"lenses.{one.result.lens}", len(deck.slides)))
        trend = months_on_page(one, told, form)
        if trend is not None:
            _drawn(deck, _Shown(one.months, one.how, "", trend), told, footnote, form)
            done.append(("lenses.months", len(deck.slides)))
    return done


def _on_matrix(
    deck: Presentation, one: LensTold, telling: Telling, told: Told, form: Form, paints: Paints
) -> None:
    named = telling.added.lenses.of("moments") if telling.added and telling.added.lenses else None
    if named is None:
        return
    marked = on_matrix(telling, named, one.title)
    drawn = chart_frame.drawn(marked, form)
    notes = f"{one.how}\n{one.more}".strip()
    matrix_slide.add(deck, told.matrix, drawn, told.lang, notes, form, paints)


@dataclass(frozen=True)
class _Shown:
    """A slide with a drawing: its title, how it is read, what else the notes say."""

    title: str
    subtitle: str
    notes: str
    drawn: LensPicture


def _rows(deck: Presentation, one: LensTold, told: Told, footnote: Frame, form: Form) -> None:
    drawn = lens_on_page(one, told, form)
    shown = _Shown(one.title, lens_subtitle(one, drawn, told), f"{one.how}\n{one.more}", drawn)
    _drawn(deck, shown, told, footnote, form)


def _drawn(deck: Presentation, shown: _Shown, told: Told, footnote: Frame, form: Form) -> None:
    drawn = shown.drawn
    made = slide.new_slide(deck, shown.title, told.lang, form)
    page_slide.subtitle(made, shown.title, shown.subtitle, told.lang, form)
    ink.draw(made, drawn.inks, drawn.texts, drawn.alt, told.lang)
    name = say("deliver.shape.footnote", told.lang)
    slide.write(made, footnote.box, footnote.lines, told.lang, name=name)
    if not form.templated:
        page_slide.add_number(made, told.lang, form)
    slide.set_notes(made, f"{shown.notes}\n{drawn.alt}".strip())
