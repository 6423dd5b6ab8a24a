"""One slide of the old deck with what the new figures say; its bytes change only where our shapes stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from ..marking.splices import Element, Splice, spliced
from ..signs.fingerprint import changed
from ..signs.ids import keyed, sign_of, sign_on
from ..signs.names import A, C, P, R, properties, read, written
from ..signs.parts import chart_of, places_of, tree_of
from ..signs.signing import notes_of, seen_on
from . import charts
from .located_shapes import Base, OldSlide, Ours
from .notes import renew_notes
from .old_and_new import Decks, topic_of
from .shape_bytes import as_bytes, end_of_shapes, free_ids, named_shapes
from .shape_bytes import spans as spans_of_shapes
from .shapes import Work, added, glued, renewed
from .tables import Changes, noted, same_form

_SPID = re.compile(rb'\bspid="([0-9]+)"')


def merge(slide: OldSlide, decks: Decks) -> None:
    """Renew what is ours on a slide, and its notes."""
    decks.told.at(slide.number, slide.title, slide.base["key"] if slide.base else "")
    content = decks.old.part(slide.name)
    spans = spans_of_shapes(content)
    everywhere = list(named_shapes(slide.root))
    order = {id(shape): at for at, shape in enumerate(everywhere)}
    work = Work(
        decks.told,
        places_of(decks.old, slide.name),
        Changes(),
        free_ids(slide.root),
        lambda base, old, new: _chart(base, old, new, slide, decks),
    )
    made: list[tuple[Splice, Any]] = []
    for one in slide.ours:
        span = spans[order[id(one.shape)]]
        new = _new_of(one, decks)
        if new is None:
            splice = _without(one, span, content, decks)
            made += [] if splice is None else [(splice, None)]
            continue
        work.made_for, work.changes = one.slide, decks.changes.setdefault(topic_of(one.slide), Changes())
        shape = renewed(one.base, one.shape, new, work)
        if shape is not None:
            made.append((Splice(span.start, span.end, b""), shape))
    made += _added(slide, content, work, decks)
    splices = []
    for splice, shape in made:
        if shape is not None:
            glued(shape, work)
        splices.append(Splice(splice.start, splice.end, b"" if shape is None else as_bytes(shape)))
    if splices:
        decks.old.put(slide.name, spliced(content, splices))
    decks.told.add("renewed", parts=sum(shape is not None for _, shape in made))
    renew_notes(slide, decks)


def cells_noted(slide: OldSlide, decks: Decks) -> None:
    """Note the cells of a slide's tables that people changed, before any table is renewed."""
    for one in slide.ours:
        table = one.shape.find(f".//{A}tbl")
        if table is not None and "cells" in one.base and same_form(one.base, table):
            noted(decks.changes.setdefault(topic_of(one.slide), Changes()), one.base, table, slide.number)


def untouched(slide: OldSlide, decks: Decks) -> bool:
    """Return whether nobody changed a slide of ours: its shapes and notes as written, none of others."""
    base = slide.base
    if base is None or slide.foreign or len(slide.ours) != len(base["shapes"]):
        return False
    places = places_of(decks.old, slide.name)
    alike = all(
        not changed(one.base, seen_on(decks.old, slide.name, one.shape, places)) for one in slide.ours
    )
    kinds = {one.kind.rpartition("/")[2] for one in decks.old.relations(slide.name)}
    bare = slide.root.find(f"{P}timing") is None and not kinds & {"comments", "comment", "hyperlink"}
    return alike and bare and notes_of(decks.old, slide.name) == base["notes"]


def _new_of(one: Ours, decks: Decks) -> Any:
    """A copy of the shape in the new deck that stands for an old one; ``None`` where it has none."""
    found = decks.shapes.get(sign_of(one.slide, one.path))
    return None if found is None else deepcopy(found[1])


def _without(one: Ours, span: Element, content: bytes, decks: Decks) -> Splice | None:
    """Take a shape out that the new deck has no more; one that moves, or of a slide that stays, is kept."""
    if one.slide not in decks.names:
        return None
    number = properties(one.shape).get("id", "").encode()
    if number in _SPID.findall(content):
        decks.told.add("cannot", part=properties(one.shape).get("name", ""), why="animated")
        return None
    return Splice(span.start, span.end, b"")


def _added(slide: OldSlide, content: bytes, work: Work, decks: Decks) -> Iterator[tuple[Splice, Any]]:
    """Shapes that the new slide has and the old one never had; what people took away is told of."""
    key = slide.base["key"] if slide.base else ""
    if slide.base is None or key not in decks.names:
        return
    written = {one["key"]: one for one in slide.base["shapes"]}
    here = {one.path for one in slide.ours if one.slide == key}
    for path, one in written.items():
        sign = sign_of(key, path)
        if path not in here and sign in decks.shapes:
            decks.told.add("left_out", part=one["name"], of="")
    tree = tree_of(read(decks.new.part(decks.names[key])))
    for path, _ in [one for one in keyed(tree) if one[0] not in written]:
        end = end_of_shapes(content)
        made = deepcopy(decks.shapes[sign_of(key, path)][1])
        _related(made, decks.names[key], slide.name, decks)
        yield Splice(end, end, b""), added(made, work)


def _related(shape: Any, source: str, target: str, decks: Decks) -> None:
    """Bring what a new shape points at, and let it point there by keys of the old slide."""
    known = {one.key: one for one in decks.new.relations(source)}
    for element in shape.iter():
        for name, key in list(element.attrib.items()):
            if name.startswith(R) and key in known:
                relation = known[key]
                kind = relation.kind.rpartition("/")[2]
                place = decks.brought.part(relation.target, kind)
                element.set(name, decks.old.relate(target, relation.kind, place))


def _chart(base: Base, old: Any, new: Any, slide: OldSlide, decks: Decks) -> None:
    """Renew the chart in a frame: its part, and the workbook that it embeds, in their places."""
    theirs = chart_of(decks.old, slide.name, old)
    source = decks.shapes[sign_on(new)][0]
    ours = chart_of(decks.new, source, new)
    if ours is None:
        return
    if theirs is None or "chart" not in base:
        _related(new, source, slide.name, decks)
        return
    new.find(f".//{C}chart").set(f"{R}id", old.find(f".//{C}chart").get(f"{R}id"))
    if theirs.name in decks.charts:
        return
    decks.charts.add(theirs.name)
    opened = charts.Opened(theirs.space, theirs.content), charts.Opened(ours.space, ours.content)
    charts.merged(base["chart"], *opened, decks.told, properties(old).get("name", ""))
    _point_to(ours.space, ours.name, theirs.name, theirs.workbook, decks)
    decks.old.put(theirs.name, written(ours.space))


def _point_to(space: Any, source: str, target: str, workbook: str, decks: Decks) -> None:
    """Let a new chart point at the old one's parts: the workbook is written over, the rest is brought."""
    known = {one.key: one for one in decks.new.relations(source)}
    beside = {one.key: one for one in decks.old.relations(target)}
    over = {one.key for one in beside.values() if one.is_a("image")}
    for element in space.iter():
        for name, key in list(element.attrib.items()) if isinstance(element.tag, str) else ():
            if not name.startswith(R) or key not in known:
                continue
            relation = known[key]
            if relation.is_a("package") and workbook:
                decks.old.put(workbook, decks.new.raw(relation.target))
                element.set(name, next(one.key for one in beside.values() if one.target == workbook))
            else:
                place = decks.brought.part(relation.target, relation.kind.rpartition("/")[2])
                element.set(name, decks.old.relate(target, relation.kind, place))
    decks.brought.forget(target, over)
