"""The paths that a session keeps: the map and the tables, without the log that they were made of."""

from __future__ import annotations

from typing import Final

import streamlit as st

from cx import text
from cx.records.journeys import Paths
from cx.text import Language
from pages.parts.around import frame
from pages.parts.computed import memory, path_map
from pages.parts.journeys import chart
from pages.parts.shell import clock, keys, plain_chart, state
from pages.parts.shell.paths import PathQuestion
from pages.parts.tables import table_view


def draw(page: frame.Frame, paths: Paths) -> None:
    """Draw what is known of the paths without their log, and say so."""
    from cx.deliver.told.journeys import parts_of, paths_told
    from cx.journeys import names_of

    lang = page.lang
    look = path_map.look(state.current(), PathQuestion(), lang, names_of(paths))
    told = paths_told(paths, lang, clock.today(), look)
    scene = _scene(page, told)
    st.title(text.for_markdown(scene.title.text), anchor=False)
    st.html(f"<p class='cx-lead'>{text.for_html(scene.subtitle.text)}</p>")
    st.info(text.say("journeys.kept", lang), icon=":material/inventory_2:")
    from cx import picture

    width = page.window.chart_width(chart.shape(page.window))
    figure = picture.screen_map(scene, width=width)
    plain_chart.draw(figure, keys.PATHS_CHART, scene.alt)
    for part in parts_of(told.found):
        _part(part, told, lang)


def _scene(page: frame.Frame, told):  # noqa: ANN001, ANN202 - PathsTold and JourneyMap, loaded where they are used
    from cx import picture

    shape = chart.shape(page.window)
    width = page.window.chart_width(shape)
    options = picture.MapOptions(
        day=told.day,
        size=shape,
        lang=told.lang,
        about=told.about,
        source=", ".join(told.paths.files),
        type_scale=picture.type_scale(width),
        headings=False,
        quadrants=told.look.quadrants,
        strategies=told.look.strategies,
        colours=told.look.colours,
    )
    key = f"kept {told.paths!r} {told.look!r} {told.lang} {width} {told.day}"
    return memory.answered(key, lambda: picture.journey_map(told.found, options))


def _part(part, told, lang: Language) -> None:  # noqa: ANN001 - as above
    from cx.deliver.told.journeys import legend, table, title

    found = table(part, told)
    st.subheader(text.for_markdown(title(part, told)), anchor=False)
    st.caption(text.for_markdown(legend(part, told)))
    columns = tuple(
        table_view.TableColumn(str(place), column.title, _KINDS[place == 0, column.align])
        for place, column in enumerate(found.columns)
    )
    label = text.for_markdown(title(part, told))
    table_view.draw(table_view.TableView(f"kept_{part}_{lang}", label, columns, found.rows), lang)


_KINDS: Final[dict[tuple[bool, str], table_view.Kind]] = {
    (True, "left"): "name",
    (True, "right"): "number",
    (False, "left"): "words",
    (False, "right"): "number",
}
