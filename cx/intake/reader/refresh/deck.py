"""The whole of an old deck with new figures: its slides in their order, new ones beside those they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ..marking.package import Package
from ..marking.splices import Element, Reading, Splice, attribute, spliced, with_attribute
from ..pipe import wire
from ..pipe.refusal import Refused
from ..signs.names import P, read
from ..signs.parts import presentation, related, slides_of
from ..signs.record import put_record, record_of
from ..signs.signing import size_of
from .brought_parts import Brought
from .changes_told import Told
from .located_shapes import OldSlide, slides_in
from .old_and_new import Decks, topic_of
from .old_deck import opened
from .slides import cells_noted, merge, untouched

_SLIDE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide"
_LEAST_ID = 256


def refreshed(head: Mapping[str, Any], content: bytes) -> list[bytes]:
    """Return the message with what is told of the refreshed deck, and the deck.

    Raises
    ------
    Refused
        As :func:`~.opened.opened` and :func:`~..signs.record.record_of`; and when nothing of ours is left.
    """
    size = int(str(head["old_bytes"]))
    old, new = opened(head, content[:size]), opened(head, content[size:])
    record, kept = record_of(old), record_of(new)
    told = Told()
    decks = Decks(old, new, told, Brought(new, old), kept, head["marks"])
    slides = slides_in(old, record)
    if not any(slide.ours for slide in slides):
        raise Refused("deck_without_ours")
    _beside(decks)
    for slide in slides:
        cells_noted(slide, decks)
    gone = [slide for slide in slides if _is_over(slide, decks)]
    removed = [slide for slide in gone if _can_go(slide, decks)]
    for slide in slides:
        _renew(slide, decks, over=slide in gone, removed=slide in removed)
    _lost_cells(decks)
    _inserted(slides, removed, record, decks)
    for slide in removed:
        _removed(slide, decks)
    _kept_on(record, decks)
    if size_of(old) != record.get("size"):
        told.at(0, "", "")
        told.add("cannot", part="", why="size")
    put_record(old, decks.record)
    return wire.packed({"entries": told.entries}, [old.written()])


def _renew(slide: OldSlide, decks: Decks, *, over: bool, removed: bool) -> None:
    decks.told.at(slide.number, slide.title, slide.base["key"] if slide.base else "")
    if removed:
        decks.told.add("slide_removed")
    elif over:
        decks.told.add("cannot", part="", why="no_figures")
    elif slide.ours:
        merge(slide, decks)
    else:
        decks.told.add("not_ours")


def _is_over(slide: OldSlide, decks: Decks) -> bool:
    """Whether the new figures have nothing for a slide of ours."""
    return slide.base is not None and slide.base["key"] not in decks.names


def _can_go(slide: OldSlide, decks: Decks) -> bool:
    """Whether a slide that is over may go: its topic is told, on fewer slides, and nobody touched it."""
    topic = topic_of(str(slide.base["key"] if slide.base else ""))
    told = any(topic_of(key) == topic for key in decks.names)
    return told and untouched(slide, decks) and not _pointed_at(slide.name, decks.old)


def _pointed_at(name: str, package: Package) -> bool:
    """Whether another part than the presentation and the slide's own notes leads to a slide."""
    own = related(package, name, "notesSlide")
    owners = package.named(r"ppt/(slides|notesslides|diagrams)/[^/]*\.xml")
    others = [one for one in owners if one != name and (own is None or one != own.target)]
    return any(one.target == name for owner in others for one in package.relations(owner))


def _beside(decks: Decks) -> None:
    """Settle which parts of the old deck stand for parts of the new one: layouts and the notes' master."""
    old, new = decks.old, decks.new
    notes = related(old, presentation(old), "notesMaster")
    own = related(new, presentation(new), "notesMaster")
    if notes and own:
        decks.brought.here[own.target] = notes.target
    used = [related(old, name, "slideLayout") for name in slides_of(old)]
    layouts = [one.target for one in used if one]
    for name in slides_of(new):
        layout = related(new, name, "slideLayout")
        if layout and layouts:
            decks.brought.here.setdefault(layout.target, _layout_for(layout.target, layouts, decks))


def _layout_for(layout: str, used: list[str], decks: Decks) -> str:
    """The layout of an old slide of the same name, else the one that most slides have."""
    wanted = _layout_name(decks.new, layout)
    for one in used:
        if _layout_name(decks.old, one) == wanted:
            return one
    return max(set(used), key=lambda one: (used.count(one), one))


def _layout_name(package: Package, name: str) -> str:
    return str(read(package.part(name)).find(f"{P}cSld").get("name", ""))


def _lost_cells(decks: Decks) -> None:
    for topic, changes in decks.changes.items():
        for cell in changes.lost:
            decks.told.at(cell.slide, "", topic)
            decks.told.add("cannot", part=cell.words, why="row_gone")


def _inserted(
    slides: list[OldSlide], removed: list[OldSlide], record: Mapping[str, Any], decks: Decks
) -> None:
    """Add the slides that the new deck has and the old one never had, each behind the one before it."""
    written = {base["key"] for base in record["slides"]}
    places = {slide.base["key"]: slide.name for slide in slides if slide.base}
    stay = [slide.name for slide in slides if slide not in removed]
    for at, (key, name) in enumerate(decks.names.items()):
        if key in written:
            if key not in places:
                decks.told.at(0, "", key)
                decks.told.add("slide_left_out", of=topic_of(key))
            continue
        ahead = [places[one] for one in list(decks.names)[:at] if one in places and places[one] in stay]
        after = ahead[-1] if ahead else ""
        made = decks.brought.part(name, "slide")
        _listed(made, after, decks.old)
        places[key] = made
        stay.append(made)
        decks.told.at(0, "", key)
        decks.told.add("slide_added", of=topic_of(key))


def _listed(made: str, after: str, package: Package) -> None:
    """Name a new slide in the presentation, behind another one; in its section too, where it has one."""
    owner = presentation(package)
    targets = {one.target: one.key for one in package.relations(owner) if not one.outside}
    content = package.part(owner)
    entries = list(_entries(content, "sldId"))
    ids = [int(one.attributes.get("id", "0")) for one in entries if one.attributes.get("id", "").isdecimal()]
    number = max([_LEAST_ID - 1, *ids]) + 1
    key = package.relate(owner, _SLIDE, made)
    content = package.part(owner)
    listed = [one for one in _entries(content, "sldId") if _key_of(one)]
    before = next((one for one in listed if _key_of(one) == targets.get(after)), None)
    if before is None:
        before = listed[0] if listed else None
    if before is None:
        raise Refused("deck_damaged")
    prefix = before.prefix
    keyed = next(name for name in before.attributes if name.endswith(":id"))
    entry = f"<{prefix}sldId id={attribute(str(number))} {keyed}={attribute(key)}/>"
    place = before.end if after else before.start
    splices = [Splice(place, place, entry.encode()), *_in_section(content, before, number)]
    package.put(owner, spliced(content, splices))


def _in_section(content: bytes, before: Element, number: int) -> Iterator[Splice]:
    known = before.attributes.get("id", "")
    for one in _entries(content, "sldId"):
        if not _key_of(one) and one.attributes.get("id") == known:
            tag = with_attribute(content[one.start : one.end], "id", str(number))
            yield Splice(one.end, one.end, tag)
            return


def _removed(slide: OldSlide, decks: Decks) -> None:
    """Take a slide out, with its notes and the charts that only it has."""
    package = decks.old
    owner = presentation(package)
    mine = [one for one in package.relations(owner) if one.target == slide.name and one.is_a("slide")]
    keys = {one.key for one in mine}
    content = package.part(owner)
    entries = list(_entries(content, "sldId"))
    ids = {one.attributes.get("id") for one in entries if _key_of(one) in keys}
    cuts = [one for one in entries if one.attributes.get("id") in ids]
    package.put(owner, spliced(content, [Splice(one.start, one.end, b"") for one in cuts]))
    package.unrelate(owner, mine)
    _dropped(slide.name, package)


def _dropped(name: str, package: Package) -> None:
    inner = [
        one.target
        for one in package.relations(name)
        if one.is_a("notesSlide", "chart", "package") and not one.outside and package.has(one.target)
    ]
    folder, _, file = name.rpartition("/")
    package.drop(name)
    package.drop(f"{folder}/_rels/{file}.rels")
    package.untyped(name)
    for one in inner:
        _dropped(one, package)


def _kept_on(record: Mapping[str, Any], decks: Decks) -> None:
    """Keep knowing the slides of ours for which there were no new figures."""
    known = {base["key"] for base in decks.record["slides"]}
    topics = {topic_of(key) for key in known}
    decks.record["slides"] += [base for base in record["slides"] if topic_of(base["key"]) not in topics]


def _entries(content: bytes, name: str) -> Iterator[Element]:
    found: list[Element] = []
    Reading(content, begun=lambda one, _: found.append(one) if one.local == name else None).run()
    return iter(found)


def _key_of(entry: Element) -> str:
    """The key of the relation of an entry among the slides; those of sections have none."""
    return next((value for name, value in entry.attributes.items() if re.fullmatch(r"\w+:id", name)), "")
