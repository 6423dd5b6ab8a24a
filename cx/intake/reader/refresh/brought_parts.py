"""Parts of the new deck that come into the old one: slides, charts with their workbooks, pictures, notes."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass, field

from ..marking.package import Package
from ..marking.splices import Splice, spliced, with_attribute

_KINDS = {
    "chart": ("ppt/charts/chart{}.xml", "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"),
    "slide": (
        "ppt/slides/slide{}.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
    ),
    "notesSlide": (
        "ppt/notesSlides/notesSlide{}.xml",
        "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml",
    ),
    "package": (
        "ppt/embeddings/Microsoft_Excel_Sheet{}.xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ),
}
_NUMBER = re.compile("[0-9]+$")
_PICTURES = {"png": "image/png", "jpeg": "image/jpeg", "jpg": "image/jpeg", "svg": "image/svg+xml"}


@dataclass
class Brought:
    """What was brought from one package into another."""

    source: Package
    target: Package
    here: dict[str, str] = field(default_factory=dict)
    """The name of a part there to its name here; what stands in it from the start is not brought again."""

    def part(self, name: str, kind: str) -> str:
        """Bring a part with all that it points at, and return its name here.

        Parameters
        ----------
        kind
            The end of the type of the relation that leads to it.
        """
        if name in self.here:
            return self.here[name]
        pattern, content_type = self._kind(name, kind)
        place = self.here[name] = self.target.free(pattern)
        self.target.put(place, self.source.raw(name))
        self.target.typed(place, content_type)
        self.related(name, place)
        return place

    def related(self, name: str, place: str) -> None:
        """Relate a part here as it is there, under the same keys."""
        relations = self.source.relations(name)
        if not relations:
            return
        folder, _, file = name.rpartition("/")
        listed = f"{folder}/_rels/{file}.rels"
        content, splices = self.source.part(listed), []
        for one in relations:
            if one.outside:
                continue
            kind = one.kind.rpartition("/")[2]
            target = posixpath.relpath(self.part(one.target, kind), posixpath.dirname(place))
            tag = content[one.element.start : one.element.inside]
            splices.append(
                Splice(one.element.start, one.element.inside, with_attribute(tag, "Target", target))
            )
        folder, _, file = place.rpartition("/")
        self.target.default("rels", "application/vnd.openxmlformats-package.relationships+xml")
        self.target.put(f"{folder}/_rels/{file}.rels", spliced(content, splices))

    def forget(self, owner: str, keys: set[str]) -> None:
        """Take relations of a part here away, and pictures that then nothing leads to."""
        over = [one for one in self.target.relations(owner) if one.key in keys]
        self.target.unrelate(owner, over)
        for one in over:
            if one.is_a("image") and not one.outside and not self._is_led_to(one.target):
                self.target.drop(one.target)
                self.target.untyped(one.target)

    def _is_led_to(self, name: str) -> bool:
        listed = self.target.named(r"(.*/)?_rels/[^/]*\.rels")
        owners = (place.replace("_rels/", "", 1).removesuffix(".rels") for place in listed)
        return any(one.target == name for owner in owners for one in self.target.relations(owner))

    def _kind(self, name: str, kind: str) -> tuple[str, str]:
        if kind in _KINDS:
            return _KINDS[kind]
        folder, _, file = name.rpartition("/")
        ending = file.rpartition(".")[2].lower()
        said = self.source.type_of(name) or _PICTURES.get(ending, "application/octet-stream")
        return f"{folder}/{_NUMBER.sub('', file.rpartition('.')[0])}{{}}.{ending}", said
