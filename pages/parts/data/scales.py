"""The scale of satisfaction and of each rating: proposed from the data, always shown, set by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from cx import text
from cx.records import Direction, Scale
from cx.records.file import Understanding
from cx.text import Language, NumberBounds
from pages.parts.data import roles
from pages.parts.shell import keys, number_field, state

_OWN: Final = "own"
_WIDTH: Final = 208


def box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the scale of satisfaction, or the one of all ratings."""
    scale = roles.main_scale(seen)
    if scale is None:
        return
    name = _name(position, scale)
    offered = [*roles.SCALES, _OWN]
    tied = state.control(f"scale_{position}", name, lambda to: _choose(position, to, scale), offered)
    st.selectbox(
        text.say("data.scale" if seen.columns_of("satisfaction") else "data.scale.ratings", lang),
        offered,
        format_func=lambda key: text.say(f"data.scale.{key}", lang),
        help=text.say("data.scale.help", lang),
        width=_WIDTH,
        **tied,
    )


def direction_box(position: int, seen: Understanding, lang: Language) -> None:
    """Draw which end of that scale is good."""
    scale = roles.main_scale(seen)
    if scale is None or scale.kind == "ces":
        return
    tied = state.control(
        f"direction_{position}", scale.direction, partial(_turn, position, scale), roles.DIRECTIONS
    )
    st.selectbox(
        text.say("data.scale.direction", lang),
        roles.DIRECTIONS,
        format_func=lambda way: text.say(f"data.direction.{way}", lang),
        help=text.say("data.scale.direction.help", lang),
        width=_WIDTH,
        **tied,
    )


def own_ends(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the two ends of a scale that is none of the usual ones."""
    scale = roles.main_scale(seen)
    if scale is None or _name(position, scale) != _OWN:
        return
    for side, value in (("minimum", scale.minimum), ("maximum", scale.maximum)):
        label, apply = text.say(f"data.scale.{side}", lang), partial(_bound, position, scale, side)
        number_field.draw(
            f"{side}_{position}",
            label,
            float(value),
            apply,
            lang,
            allowed=_beyond(scale, side),
            width=_NARROW,
        )


def _beyond(scale: Scale, side: str) -> NumberBounds:
    """One end of a scale lies beyond the other."""
    return (
        NumberBounds(high=scale.maximum, ends=False)
        if side == "minimum"
        else NumberBounds(low=scale.minimum, ends=False)
    )


_NARROW: Final = 136


def of_each_column(position: int, seen: Understanding, lang: Language) -> None:
    """Draw the scale and the direction of every rating column as a table, where there are several."""
    columns = [one.header for one in seen.columns if one.header in seen.scales]
    if len(columns) < 2:  # noqa: PLR2004 - the one box does
        return
    label = text.say("scales.each", lang, n=len(columns))
    opened = st.expander(label, icon=":material/straighten:", key="each_scale", on_change="rerun")
    if not opened.open:
        return
    with opened:
        st.markdown(f":small[{text.say('scales.each.help', lang)}]")
        _editor(position, seen, columns, lang)


def _editor(position: int, seen: Understanding, columns: list[str], lang: Language) -> None:
    names = {key: text.say(f"data.scale.{key}", lang) for key in roles.SCALES}
    ways = {way: text.say(f"data.direction.{way}", lang) for way in roles.DIRECTIONS}
    rows = [_row(header, seen.scales[header], names, ways, lang) for header in columns]
    options = list(dict.fromkeys([*names.values(), *(row["scale"] for row in rows)]))
    key = f"scales_{position}_{lang}_{state.current().files[position].identity}"
    st.data_editor(
        pd.DataFrame(rows),
        key=key,
        hide_index=True,
        num_rows="fixed",
        disabled=["column"],
        on_change=partial(_take, key, position, seen, columns, lang),
        column_config={
            "column": st.column_config.TextColumn(text.say("scales.column", lang)),
            "scale": st.column_config.SelectboxColumn(
                text.say("scales.scale", lang), options=options, required=True
            ),
            "direction": st.column_config.SelectboxColumn(
                text.say("data.scale.direction", lang), options=list(ways.values()), required=True
            ),
        },
        alt=text.say("scales.alt", lang),
    )


def _row(
    header: str, scale: Scale, names: dict[str, str], ways: dict[Direction, str], lang: Language
) -> dict[str, str]:
    known = next((name for name, one in roles.SCALES.items() if _ends(one) == _ends(scale)), None)
    shown = names[known] if known else text.say("scales.ends", lang, low=scale.minimum, high=scale.maximum)
    return {"column": header, "scale": shown, "direction": ways[scale.direction]}


def _take(key: str, position: int, seen: Understanding, columns: list[str], lang: Language) -> None:
    take(st.session_state[key]["edited_rows"], position, seen, columns, lang)


def take(
    edited: Mapping[int, Mapping[str, object]],
    position: int,
    seen: Understanding,
    columns: list[str],
    lang: Language,
) -> None:
    """Take over what was changed in the table of scales; ``edited`` as ``st.data_editor`` keeps it."""
    by_words = {text.say(f"data.scale.{name}", lang): scale for name, scale in roles.SCALES.items()}
    ways = {text.say(f"data.direction.{way}", lang): way for way in roles.DIRECTIONS}
    scales = dict(state.current().files[position].choices.scales)
    for place, changed in edited.items():
        header = columns[int(place)]
        before = scales.get(header, seen.scales[header])
        chosen = by_words.get(str(changed.get("scale")))
        after = replace(chosen, direction=before.direction) if chosen else before
        way = ways.get(str(changed.get("direction")))
        scales[header] = replace(after, direction=way) if way else after
    state.set_choices(position, scales=scales)


def _ends(scale: Scale) -> tuple[float, float, str]:
    return scale.minimum, scale.maximum, scale.kind


def _name(position: int, scale: Scale) -> str:
    known = next((name for name, one in roles.SCALES.items() if one == scale), None)
    turned = next((name for name, one in roles.SCALES.items() if _ends(one) == _ends(scale)), _OWN)
    return _OWN if st.session_state.get(keys.OWN_SCALE) == position else known or turned


def _choose(position: int, name: str, scale: Scale) -> None:
    st.session_state[keys.OWN_SCALE] = position if name == _OWN else None
    state.set_choices(position, scale=roles.SCALES.get(name, scale))


def _bound(position: int, scale: Scale, side: str, value: float | None) -> None:
    low = value if side == "minimum" else scale.minimum
    high = value if side == "maximum" else scale.maximum
    if low is not None and high is not None and low < high:
        state.set_choices(position, scale=replace(scale, minimum=low, maximum=high))


def _turn(position: int, scale: Scale, direction: Direction) -> None:
    state.set_choices(position, scale=replace(scale, direction=direction))
