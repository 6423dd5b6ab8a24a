"""One shape of ours with what the new figures say, and with all that people did to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from ..signs.fingerprint import changed, frame_of, of_shape, words_in
from ..signs.ids import BELOW, keyed, put_sign, sign_of, sign_on
from ..signs.names import A, P, local, placeholder, properties, shapes_of
from ..signs.parts import Places, place_on
from . import tables
from .changes_told import Told
from .texts import dressed

Base = Mapping[str, Any]


@dataclass
class Work:
    """What the shapes of one slide have in common while they are renewed."""

    told: Told
    places: Places
    changes: tables.Changes
    ids: Iterator[int]
    """Numbers that no shape of the slide has yet."""
    chart: Callable[[Base, Any, Any], None]
    """Renews the chart in a new frame from that in an old one."""
    made_for: str = ""
    """The key of the slide that the present shape was made for."""
    known: dict[str, str] = field(default_factory=dict)
    """The number of a shape in the new deck to its number here: connectors are glued by them."""


def renewed(base: Base, old: Any, new: Any, work: Work) -> Any:
    """Return a shape to stand where ``old`` does, from ``new``, a copy that may be changed.

    Returns
    -------
    ``None`` where the old one stays as it is.
    """
    now = {**of_shape(old), "place": place_on(old, work.places)}
    differs = changed(base, now)
    work.known[properties(new).get("id", "")] = properties(old).get("id", "")
    if "words" in differs:
        if words_in(old) != words_in(new):
            work.told.edited(_name(old), words_in(old), words_in(new))
        return None
    table = old.find(f".//{A}tbl")
    if table is not None and not tables.same_form(base, table):
        work.told.edited(_name(old), [], [])
        return None
    shown = _about_kept(old, new, said="said" in differs)
    if local(old) == "grpSp":
        _group(base, old, new, work)
    if table is not None:
        _table(differs, table, new, work)
    if local(old) == "graphicFrame" and table is None:
        work.chart(base, old, new)
    if "look" in differs:
        dressed(new.find(f"{P}txBody"), old.find(f"{P}txBody"), base["look"])
    _own_kept(differs, old, new, base)
    for one in ("place", "look", "looks", "paint", "said"):
        if one in differs:
            work.told.add("kept", part=shown, of=one)
    return new


def added(new: Any, work: Work) -> Any:
    """Return a shape that the old slide never had, with numbers of its own."""
    for one in new.iter(f"{P}cNvPr"):
        number = str(next(work.ids))
        work.known[one.get("id", "")] = number
        one.set("id", number)
    return new


def glued(shape: Any, work: Work) -> None:
    """Glue the connectors in a renewed shape to the shapes as they are numbered here, in place."""
    for tag in ("stCxn", "endCxn"):
        for one in shape.iter(f"{A}{tag}"):
            one.set("id", work.known.get(one.get("id", ""), one.get("id", "")))


def _about_kept(old: Any, new: Any, *, said: bool) -> str:
    """Keep a shape's number, its name, what it links to and which placeholder it is; return its name."""
    ours = properties(new)
    words, sign = ours.get("descr"), sign_on(new)
    head = deepcopy(old[0])
    own = head.find(f"{P}cNvCxnSpPr")
    if own is not None:
        head.replace(own, deepcopy(new[0].find(f"{P}cNvCxnSpPr")))
    new.replace(new[0], head)
    if not said:
        properties(new).attrib.pop("descr", None)
        if words is not None:
            properties(new).set("descr", words)
    if sign:
        put_sign(new, sign)
    return _name(old)


def _own_kept(differs: set[str], old: Any, new: Any, base: Base) -> None:
    """Keep how people painted a shape, and where they put it."""
    own, theirs = new.find(f"{P}spPr"), old.find(f"{P}spPr")
    frame = deepcopy(frame_of(new))
    if "paint" in differs and own is not None and theirs is not None:
        painted = deepcopy(theirs)
        place = painted.find(f"{A}xfrm")
        if place is not None and frame is not None:
            painted.replace(place, frame)
        new.replace(own, painted)
    if "place" in differs:
        _place(base, old, new)


def _place(base: Base, old: Any, new: Any) -> None:
    theirs, ours = frame_of(old), frame_of(new)
    if theirs is None:
        return
    if ours is None:
        new.find(f"{P}spPr").insert(0, deepcopy(theirs))
        return
    if local(new) == "grpSp":
        _group_place(base, theirs, ours)
        return
    ours.getparent().replace(ours, deepcopy(theirs))


def _group_place(base: Base, theirs: Any, ours: Any) -> None:
    """Move and stretch a group as people moved and stretched the old one."""
    was = base.get("place")
    now = [int(theirs.find(f"{A}{tag}").get(side)) for tag, side in _SIDES]
    own = [int(ours.find(f"{A}{tag}").get(side)) for tag, side in _SIDES]
    if was is None or not was[2] or not was[3]:
        return
    wide, high = now[2] / was[2], now[3] / was[3]
    moved = [
        round(now[0] + (own[0] - was[0]) * wide),
        round(now[1] + (own[1] - was[1]) * high),
        round(own[2] * wide),
        round(own[3] * high),
    ]
    for (tag, side), value in zip(_SIDES, moved, strict=True):
        ours.find(f"{A}{tag}").set(side, str(value))
    for flag in ("rot", "flipH", "flipV"):
        ours.attrib.pop(flag, None)
        if theirs.get(flag):
            ours.set(flag, theirs.get(flag))


_SIDES = (("off", "x"), ("off", "y"), ("ext", "cx"), ("ext", "cy"))


def _group(base: Base, old: Any, new: Any, work: Work) -> None:
    """Renew a group shape by shape: what people put in stays, what they took out stays out."""
    written = {str(one["key"]).rpartition(BELOW)[2]: one for one in base.get("inside", ())}
    ours = _inside(old, written, work.made_for)
    here = dict(ours)
    for key, shape in list(keyed(new)):
        if key in here:
            own = here.pop(key)
            made = renewed(written[key], own, shape, work)
            new.replace(shape, deepcopy(own) if made is None else made)
        elif key in written:
            work.told.add("left_out", part=_name(shape), of=_name(old))
            new.remove(shape)
        else:
            added(shape, work)
    over = [shape for key, shape in here.items() if not changed(written[key], of_shape(shape))]
    done = [shape for key, shape in ours.items() if key not in here]
    for shape in shapes_of(old):
        if not any(shape is one for one in (*over, *done)):
            new.append(deepcopy(shape))


def _inside(group: Any, written: Mapping[str, Base], slide: str) -> dict[str, Any]:
    """The shapes of a group that are ours, by their keys in it: by sign, and without signs by key."""
    shapes = dict(keyed(group))
    signed = {sign_on(shape): shape for shape in shapes.values()}
    by_sign = {key: signed.get(sign_of(slide, one["key"])) for key, one in written.items()}
    if any(shape is not None for shape in by_sign.values()):
        return {key: shape for key, shape in by_sign.items() if shape is not None}
    return {key: shape for key, shape in shapes.items() if key in written and not sign_on(shape)}


def _table(differs: set[str], table: Any, new: Any, work: Work) -> None:
    made = new.find(f".//{A}tbl")
    if "columns" in differs:
        tables.widths_kept(made, table)
    theirs, own = table.find(f"{A}tblPr"), made.find(f"{A}tblPr")
    if theirs is not None and own is not None:
        made.replace(own, deepcopy(theirs))
    for cell, said in tables.filled(made, work.changes):
        if cell.words != said:
            work.told.edited(_name(new), [cell.words], [said])


def _name(shape: Any) -> str:
    """What a part is called for people: its name, or its words where that is what it is named by."""
    holder = placeholder(shape)
    if holder is not None and holder.get("type") in ("title", "ctrTitle"):
        return ":title"
    if shape.find(f".//{A}tbl") is not None:
        return ":table"
    return str(properties(shape).get("name", ""))[:80]


__all__ = ["Work", "added", "glued", "renewed"]
