"""One slide of the old deck with what the new figures say; its bytes change only where our shapes stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from ..marking.package import Package
from ..marking.splices import Element, Reading, Splice, spliced
from ..signs.fingerprint import words_in
from ..signs.ids import keyed, sign_of, sign_on
from ..signs.names import SHAPES, C, P, R, hashed, local, properties, read, shapes_of, written
from ..signs.parts import chart_of, notes_body, places_of, related, tree_of
from . import charts
from .brought import Brought
from .located import Base, OldSlide, Ours
from .shapes import Work, added, glued, renewed
from .tables import Changes
from .told import Told

_LOCALS = tuple(tag.rpartition("}")[2] for tag in SHAPES)
_TREE = 3
"""How deep the element stands that holds a slide's shapes."""
_SPID = re.compile(rb'\bspid="([0-9]+)"')


@dataclass
class Decks:
    """The old deck and the new one, and what goes from one into the other."""

    old: Package
    new: Package
    told: Told
    brought: Brought
    record: dict[str, Any]
    """What the new deck keeps, which the merged one is to keep."""
    marks: Mapping[str, str]
    """Words for the notes: ``edited``."""
    changes: dict[str, Changes] = field(default_factory=dict)
    """By topic: the cells of tables that people changed."""
    shapes: dict[str, tuple[str, Any]] = field(default_factory=dict)
    """By sign: each shape of the new deck, with its slide's part."""
    names: dict[str, str] = field(default_factory=dict)
    """By key: the part of each slide of the new deck."""

    def __post_init__(self) -> None:
        """Read the new deck, which is ours."""
        from ..signs.parts import slides_of

        for name, base in zip(slides_of(self.new), self.record["slides"], strict=True):
            self.names[base["key"]] = name
            for shape in _everywhere(tree_of(read(self.new.part(name)))):
                self.shapes[sign_on(shape)] = name, shape

    def base(self, key: str) -> Any:
        """Return what the new deck keeps of a slide, or ``None``."""
        return next((one for one in self.record["slides"] if one["key"] == key), None)


def topic_of(key: str) -> str:
    """Return what slides that go on with one another have in common."""
    return key.rpartition(".")[0]


def merge(slide: OldSlide, decks: Decks) -> None:
    """Renew what is ours on a slide, and its notes."""
    decks.told.at(slide.number, slide.title, slide.base["key"] if slide.base else "")
    content = decks.old.part(slide.name)
    spans = _spans(content)
    everywhere = list(_everywhere_in(slide.root))
    order = {id(shape): at for at, shape in enumerate(everywhere)}
    work = Work(
        decks.told,
        places_of(decks.old, slide.name),
        Changes(),
        _free_ids(slide.root),
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
        splices.append(Splice(splice.start, splice.end, b"" if shape is None else _bytes(shape)))
    if splices:
        decks.old.put(slide.name, spliced(content, splices))
    decks.told.add("renewed", parts=sum(shape is not None for _, shape in made))
    _notes(slide, decks)


def cells_noted(slide: OldSlide, decks: Decks) -> None:
    """Note the cells of a slide's tables that people changed, before any table is renewed."""
    from ..signs.names import A
    from .tables import noted, same_form

    for one in slide.ours:
        table = one.shape.find(f".//{A}tbl")
        if table is not None and "cells" in one.base and same_form(one.base, table):
            noted(decks.changes.setdefault(topic_of(one.slide), Changes()), one.base, table, slide.number)


def untouched(slide: OldSlide, decks: Decks) -> bool:
    """Return whether nobody changed a slide of ours: its shapes and notes as written, none of others."""
    from ..signs.fingerprint import changed
    from ..signs.signed import notes_of, seen_on

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
    end = _end_of_shapes(content)
    for path, _ in keyed(tree):
        if path not in written:
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
    opened = charts.Opened(theirs.space, theirs.content), charts.Opened(ours.space, ours.content)
    charts.merged(base["chart"], *opened, decks.told, properties(old).get("name", ""))
    _point_to(ours.space, ours.name, theirs.name, theirs.workbook, decks)
    decks.old.put(theirs.name, written(ours.space))
    new.find(f".//{C}chart").set(f"{R}id", old.find(f".//{C}chart").get(f"{R}id"))


def _point_to(space: Any, source: str, target: str, workbook: str, decks: Decks) -> None:
    """Let a new chart point at the old one's parts: the workbook is written over, the rest is brought."""
    known = {one.key: one for one in decks.new.relations(source)}
    beside = {one.key: one for one in decks.old.relations(target)}
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


def _notes(slide: OldSlide, decks: Decks) -> None:
    """Renew the speaker's notes where nobody changed them, with a line for each part that stays as edited."""
    key = slide.base["key"] if slide.base else ""
    page = related(decks.old, slide.name, "notesSlide")
    source = related(decks.new, decks.names[key], "notesSlide") if key in decks.names else None
    if page is None or source is None or slide.base is None:
        return
    content = decks.old.part(page.target)
    root = read(content)
    body, new = notes_body(root), notes_body(read(decks.new.part(source.target)))
    if body is None or new is None:
        return
    if hashed(words_in(body)) != slide.base["notes"]:
        if words_in(body) != words_in(new):
            decks.told.edited(":notes", words_in(body)[:3], words_in(new)[:3])
        return
    text = deepcopy(new.find(f"{P}txBody"))
    _marked(text, decks)
    made = deepcopy(body)
    made.replace(made.find(f"{P}txBody"), text)
    at = next(place for place, one in enumerate(_everywhere_in(root)) if one is body)
    span = _spans(content)[at]
    decks.old.put(page.target, spliced(content, [Splice(span.start, span.end, _bytes(made))]))
    kept = decks.base(key)
    if kept is not None:
        kept["notes"] = hashed(words_in(made))


def _marked(text: Any, decks: Decks) -> None:
    """Say in the notes which parts stay as they were edited, and what the new figures would say there."""
    said = [one for one in decks.told.of_slide("edited") if one["new"] and one["part"] != ":notes"]
    like = [one for one in text if local(one) == "p"][-1:]
    for one in said:
        line = (
            decks.marks["edited"]
            .replace("{part}", decks.marks.get(one["part"], one["part"]))
            .replace("{new}", one["new"])
        )
        made = deepcopy(like[0])
        runs = [run for run in made if local(run) == "r"]
        if not runs:
            return
        for run in runs[1:]:
            made.remove(run)
        runs[0][-1].text = line
        text.append(made)


def _everywhere(tree: Any) -> Iterator[Any]:
    """All shapes of a tree, those inside groups too, in the order of the part."""
    for shape in shapes_of(tree):
        yield shape
        if local(shape) == "grpSp":
            yield from _everywhere(shape)


def _everywhere_in(root: Any) -> Iterator[Any]:
    """All elements of a part that are shapes by their name, in its order: as :func:`_spans` counts them."""
    return (one for one in root.iter() if isinstance(one.tag, str) and local(one) in _LOCALS)


def _spans(content: bytes) -> list[Element]:
    """Where the shapes of a part stand in its bytes, in the order in which they begin."""
    found: list[Element] = []

    def begun(one: Element, _depth: int) -> None:
        if one.local in _LOCALS:
            found.append(one)

    Reading(content, begun=begun).run()
    return found


def _end_of_shapes(content: bytes) -> int:
    """Where the shapes of a slide end in its bytes: before the tree's own extensions, or its end."""
    ends: dict[str, int] = {}

    def ended(one: Element, depth: int) -> None:
        if depth == _TREE and one.local == "spTree":
            ends.setdefault("tree", one.close)
        if depth == _TREE + 1 and one.local == "extLst":
            ends.setdefault("own", one.start)

    Reading(content, ended=ended).run()
    return min(ends.values())


def _free_ids(root: Any) -> Iterator[int]:
    known = [one.get("id", "0") for one in root.iter(f"{P}cNvPr")]
    return count(max((int(one) for one in known if one.isdecimal()), default=1) + 1)


def _bytes(shape: Any) -> bytes:
    from lxml import etree

    etree.cleanup_namespaces(shape)
    return bytes(etree.tostring(shape))


__all__ = ["Decks", "cells_noted", "merge", "topic_of", "untouched"]
