"""A fingerprint of a shape: what it says, how that looks, where it stands, how it is painted.

By meaning, not by bytes: a program that opens a deck and saves it writes the same things otherwise.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from .names import A, P, hashed, local, placeholder, properties

Seen = dict[str, Any]
_SLACK = 6_350
"""Half a point, in the unit of a slide: programs round places."""
_QUARTER = 3_175
"""A quarter of a point: they round lines too."""
_LINES = ("straightConnector1", "line")
_ASPECTS = ("words", "look", "paint", "said")
_FLAGS = ("rot", "flipH", "flipV")


def of_shape(shape: Any) -> Seen:
    """Return what can be seen of one shape, without what stands inside a group, a table or a chart."""
    seen: Seen = {"kind": local(shape), "name": properties(shape).get("name", "")}
    said = properties(shape).get("descr")
    seen["said"] = None if said is None else hashed(said)
    seen["place"] = place_of(shape)
    text = shape.find(f"{P}txBody")
    if text is not None:
        seen["words"] = hashed(words_in(shape))
        seen["look"] = [hashed(one) for one in look_of(text)]
    own = shape.find(f"{P}spPr")
    if own is not None and placeholder(shape) is None:
        seen["paint"] = hashed(paint_of(own))
        seen["thick"] = thickness(own)
    table = shape.find(f".//{A}tbl")
    if table is not None:
        seen["cells"] = [[hashed(words_of(cell)) for cell in cells_of(row)] for row in rows_of(table)]
        seen["columns"] = [int(column.get("w", "0")) for column in table.iter(f"{A}gridCol")]
        seen["looks"] = [[hashed(look_of_cell(cell)) for cell in cells_of(row)] for row in rows_of(table)]
    return seen


def changed(base: Mapping[str, Any], now: Mapping[str, Any]) -> set[str]:
    """Return in what a shape differs from what was written.

    ``words``, ``look``, ``place``, ``paint``, ``said``; and of a table ``cells``, ``columns``, ``looks``.
    """
    found = {one for one in _ASPECTS if one in base and base.get(one) != now.get(one)}
    if now.get("said") is None:  # LibreOffice drops what groups and charts say
        found.discard("said")
    if abs((base.get("thick") or 0) - (now.get("thick") or 0)) > _QUARTER:
        found.add("paint")
    if not same_place(base.get("place"), now.get("place")):
        found.add("place")
    for one in ("cells", "looks"):
        if base.get(one) != now.get(one):
            found.add(one)
    if not _alike(base.get("columns"), now.get("columns")):
        found.add("columns")
    return found


def same_place(one: Sequence[int] | None, other: Sequence[int] | None) -> bool:
    """Return whether two places are the same, but for what programs round."""
    if one is None or other is None:
        return one is other or one is None
    return list(one[4:]) == list(other[4:]) and _alike(one[:4], other[:4])


def _alike(one: Sequence[int] | None, other: Sequence[int] | None) -> bool:
    ours, theirs = list(one or ()), list(other or ())
    return len(ours) == len(theirs) and all(abs(a - b) <= _SLACK for a, b in zip(ours, theirs, strict=True))


def frame_of(shape: Any) -> Any:
    """Return the element with a shape's place, or ``None`` where it stands where its layout has it."""
    if local(shape) == "graphicFrame":
        return shape.find(f"{P}xfrm")
    own = shape.find(f"{P}grpSpPr" if local(shape) == "grpSp" else f"{P}spPr")
    return None if own is None else own.find(f"{A}xfrm")


def place_of(shape: Any) -> list[int] | None:
    """Return left, top, width and height, and how it is turned; ``None`` where its layout says so."""
    frame = frame_of(shape)
    start, size = (None, None) if frame is None else (frame.find(f"{A}off"), frame.find(f"{A}ext"))
    if start is None or size is None:
        return None
    sides = [_whole(start.get("x")), _whole(start.get("y")), _whole(size.get("cx")), _whole(size.get("cy"))]
    return [*sides, *(_whole(frame.get(flag)) for flag in _FLAGS)]


def words_in(shape: Any) -> list[str]:
    """Return what a shape says, a paragraph each; nothing of what stands inside a group or a table."""
    text = shape.find(f"{P}txBody")
    return [] if text is None else words_of(text)


def words_of(text: Any) -> list[str]:
    """Return the paragraphs of a text or a cell; a field by its kind, since its words follow from it."""
    return [said for paragraph in text.iter(f"{A}p") if (said := _said(paragraph))]


def _said(paragraph: Any) -> str:
    parts = []
    for child in paragraph:
        name = local(child)
        if name == "r":
            parts.append(child.findtext(f"{A}t") or "")
        elif name == "fld":
            parts.append(f"<{str(child.get('type', '')).rstrip('0123456789')}>")
        elif name == "br":
            parts.append(" ")
    return " ".join("".join(parts).split())


def look_of(text: Any) -> list[Any]:
    """Return how paragraphs look: their alignment, and each other look of letters in them."""
    found: list[Any] = []
    for paragraph in text.iter(f"{A}p"):
        runs: list[Any] = []
        for run in paragraph:
            if local(run) in ("r", "fld") and (one := letters_of(run.find(f"{A}rPr"))) not in runs[-1:]:
                runs.append(one)
        if runs:
            about = paragraph.find(f"{A}pPr")
            found.append([("l" if about is None else about.get("algn", "l")), runs])
    return found


def look_of_cell(cell: Any) -> list[Any]:
    """Return how a cell looks: its words and its ground."""
    about = cell.find(f"{A}tcPr")
    return [look_of(cell), "" if about is None else _fill(about)]


def letters_of(look: Any) -> list[str]:
    """Return size, weight, slant, line and colour of letters; empty where the layout says so."""
    if look is None:
        return [""] * 6
    plain = {"0": "", "false": "", "none": "", "noStrike": "", "true": "1"}
    flags = [plain.get(said, said) for said in (look.get(flag, "") for flag in ("b", "i", "u"))]
    linked = "link" if look.find(f"{A}hlinkClick") is not None else ""
    return [look.get("sz", ""), *flags, _fill(look), linked]


def paint_of(own: Any) -> list[str]:
    """Return form, ground and outline of a shape."""
    preset = own.find(f"{A}prstGeom")
    form = "rect" if preset is None else preset.get("prst", "")
    form = "line" if form in _LINES else form
    free = own.find(f"{A}custGeom") is not None
    line = own.find(f"{A}ln")
    return ["free" if free else form, _fill(own), *line_of(line)]


def line_of(line: Any) -> list[str]:
    """Return colour and dashes of a line; nothing of one that is not drawn."""
    if line is None or not (colour := _fill(line)):
        return ["", ""]
    dashes = line.find(f"{A}prstDash")
    return [colour, "solid" if dashes is None else dashes.get("val", "solid")]


def thickness(own: Any) -> int:
    """Return how thick the outline of a shape is, in the unit of a slide; 0 of one that is not drawn."""
    line = own.find(f"{A}ln")
    return _whole(line.get("w", "9525")) if line is not None and _fill(line) else 0


def _fill(owner: Any) -> str:
    """What something is filled with; to be filled with nothing and to have nothing said are alike."""
    for child in owner:
        name = local(child)
        if name == "solidFill":
            return next((colour_of(one) for one in child), "")
        if name in ("gradFill", "blipFill", "pattFill", "grpFill"):
            return name
    return ""


def colour_of(colour: Any) -> str:
    """Return a colour with what makes it lighter or see-through."""
    value = colour.get("val") or colour.get("lastClr") or ""
    return ":".join([value.upper(), *(f"{local(one)}={one.get('val', '')}" for one in colour)])


def rows_of(table: Any) -> Iterator[Any]:
    """Yield the rows of a table."""
    return iter(table.findall(f"{A}tr"))


def cells_of(row: Any) -> Iterator[Any]:
    """Yield the cells of a row."""
    return iter(row.findall(f"{A}tc"))


def _whole(said: str | None) -> int:
    known = (said or "0").strip()
    return int(known) if known.lstrip("-").isdecimal() and len(known) < len("-9999999999999") else 0
