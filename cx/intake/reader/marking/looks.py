"""How cells look: what a mark adds to the look that a cell has, in the workbook's own list of looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from .package import Package
from .splices import Element, Reading, Splice, inserted, spliced, tag_end, with_attribute

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_BARE = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<styleSheet xmlns="{main}">'
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>'
    '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf xfId="0"/></cellXfs></styleSheet>'
)
_LISTS = ("fonts", "fills", "cellXfs")
_COLOUR = re.compile(rb"<(?:\w+:)?color\b[^>]*?(?:/>|>\s*</(?:\w+:)?color>)")
_BEFORE_COLOUR = re.compile(rb"<(?:\w+:)?(?:name|family|charset|scheme)\b")


@dataclass
class Looks:
    """The list of looks of a workbook, and what is added to it."""

    package: Package
    name: str
    """The part of styles."""
    content: bytes
    lists: dict[str, Element] = field(default_factory=dict)
    items: dict[str, list[bytes]] = field(default_factory=dict)
    added: dict[str, list[bytes]] = field(default_factory=lambda: {name: [] for name in _LISTS})
    known: dict[tuple[object, ...], int] = field(default_factory=dict)

    @classmethod
    def of(cls, package: Package, book: str, kind: str) -> Looks:
        """Return the looks of a workbook; one without any gets a list.

        Parameters
        ----------
        kind
            The beginning of the types of relations.
        """
        name = next((one.target for one in package.relations(book) if one.is_a("styles")), "")
        if not name or not package.has(name):
            name = f"{book.rpartition('/')[0]}/styles.xml".lstrip("/")
            package.put(name, _BARE.format(main=_MAIN).encode())
            package.typed(name, _KIND)
            package.relate(book, f"{kind}styles", name)
        made = cls(package, name, package.part(name))
        made._read()
        return made

    def _read(self) -> None:
        path: list[str] = []

        def begun(one: Element, _depth: int) -> None:
            path.append(one.local)

        def ended(one: Element, depth: int) -> None:
            path.pop()
            if depth == 2 and one.local in _LISTS:  # noqa: PLR2004 - right below the outermost
                self.lists[one.local] = one
            if depth == 3 and path[-1] in _LISTS:  # noqa: PLR2004 - one entry of a list
                self.items.setdefault(path[-1], []).append(self.content[one.start : one.end])

        Reading(self.content, begun, ended).run()

    def marked(self, look: int, fill: str, ink: str) -> int:
        """Return the look of a cell with a fill and words in a colour (``RRGGBB``)."""
        key = ("marked", look, fill)
        if key not in self.known:
            base = self._base(look)
            font = self._font(int(_of(base, "fontId") or 0), ink)
            filled = self._filled(fill)
            said = {"fontId": str(font), "fillId": str(filled), "applyFont": "1", "applyFill": "1"}
            self.known[key] = self._add("cellXfs", _saying(base, said))
        return self.known[key]

    def as_text(self, look: int) -> int:
        """Return the look of a cell whose words are words, whatever they begin with."""
        key = ("text", look)
        if key not in self.known:
            self.known[key] = self._add("cellXfs", _saying(self._base(look), {"quotePrefix": "1"}))
        return self.known[key]

    def plain(self, ink: str, *, bold: bool) -> int:
        """Return the look of the list of findings."""
        key = ("plain", bold)
        if key not in self.known:
            p = self.prefix
            heavy = f"<{p}b/>" if bold else ""
            font = (
                f'<{p}font>{heavy}<{p}sz val="10"/><{p}color rgb="FF{ink}"/><{p}name val="Arial"/></{p}font>'
            )
            number = self._add("fonts", font.encode())
            look = (
                f'<{p}xf numFmtId="0" fontId="{number}" fillId="0" borderId="0"{self._named()} applyFont="1"'
                f' applyAlignment="1"><{p}alignment vertical="top" wrapText="1"/></{p}xf>'
            )
            self.known[key] = self._add("cellXfs", look.encode())
        return self.known[key]

    @property
    def prefix(self) -> str:
        """The prefix of the part's elements."""
        return next(iter(self.lists.values())).prefix if self.lists else ""

    def _base(self, look: int) -> bytes:
        """Return the first tag of a look, or all of it."""
        entries = [*self.items.get("cellXfs", []), *self.added["cellXfs"]]
        if 0 <= look < len(entries):
            return entries[look]
        return f'<{self.prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0"{self._named()}/>'.encode()

    def _named(self) -> str:
        """Return the tie to the list of named looks, where there is such a list."""
        return ' xfId="0"' if b"cellStyleXfs" in self.content else ""

    def _font(self, number: int, ink: str) -> int:
        key = ("font", number)
        if key not in self.known:
            p = self.prefix
            fonts = self.items.get("fonts", [])
            bare = f"<{p}font></{p}font>".encode()
            own = fonts[number] if 0 <= number < len(fonts) else bare
            own = bare if own.endswith(b"/>") and b"<" not in own[1:] else own
            self.known[key] = self._add("fonts", _coloured(own, f'<{p}color rgb="FF{ink}"/>'.encode()))
        return self.known[key]

    def _filled(self, fill: str) -> int:
        key = ("fill", fill)
        if key not in self.known:
            p = self.prefix
            made = (
                f'<{p}fill><{p}patternFill patternType="solid"><{p}fgColor rgb="FF{fill}"/>'
                f'<{p}bgColor indexed="64"/></{p}patternFill></{p}fill>'
            )
            self.known[key] = self._add("fills", made.encode())
        return self.known[key]

    def _add(self, where: str, entry: bytes) -> int:
        self.added[where].append(entry)
        return len(self.items.get(where, [])) + len(self.added[where]) - 1

    def save(self) -> None:
        """Write what was added into the part."""
        cuts = []
        for name, entries in self.added.items():
            if not entries:
                continue
            one = self.lists[name]
            tag = self.content[one.start : one.inside]
            total = len(self.items.get(name, [])) + len(entries)
            counted = with_attribute(tag, "count", str(total)) if "count" in one.attributes else tag
            if one.empty:
                whole = counted[:-2].rstrip() + b">" + b"".join(entries) + f"</{one.name}>".encode()
                cuts.append(Splice(one.start, one.end, whole))
            else:
                cuts += [Splice(one.start, one.inside, counted), inserted(one, b"".join(entries))]
        if cuts:
            self.package.put(self.name, spliced(self.content, cuts))


def _saying(entry: bytes, said: Mapping[str, str]) -> bytes:
    """Return a look with attributes set; what stands inside it stays."""
    end = tag_end(entry, 0)
    tag = entry[:end]
    for name, value in said.items():
        tag = with_attribute(tag, name, value)
    return tag + entry[end:]


def _of(entry: bytes, name: str) -> str:
    found = re.search(rb"\s" + name.encode() + rb"\s*=\s*[\"'](\d+)[\"']", entry[: entry.find(b">") + 1])
    return found.group(1).decode() if found else ""


def _coloured(font: bytes, colour: bytes) -> bytes:
    """Return a font in another colour, its parts in the order that Office writes them."""
    if _COLOUR.search(font):
        return _COLOUR.sub(lambda _found: colour, font, count=1)
    later = _BEFORE_COLOUR.search(font)
    at = later.start() if later else font.rfind(b"</")
    return font[:at] + colour + font[at:]
