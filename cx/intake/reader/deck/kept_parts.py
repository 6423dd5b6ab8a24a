"""What of a template stays in a deck, as a list: what nobody thought of stays out.

Masters, layouts, themes, their pictures and embedded fonts stay. Slides, notes, comments, authors and their
edits, signatures, passwords, labels, tags, settings of views and all else goes, with what points at it.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection, Iterator
from typing import Any

from ..pipe.refusal import Refused

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_PARTS = {
    "package": ("/officeDocument",),
    "presentation": ("/slideMaster", "/notesMaster", "/theme", "/tableStyles", "/font"),
    "notes": ("/theme", "/image"),
    "master": ("/slideLayout", "/theme", "/image", "/hyperlink"),
    "layout": ("/slideMaster", "/image", "/hyperlink"),
    "theme": ("/image",),
}
"""By part: the ends of the types of relations that it keeps."""
_ELEMENTS = (
    *("sldMasterIdLst", "notesMasterIdLst", "sldIdLst", "sldSz", "notesSz", "embeddedFontLst"),
    *("kinsoku", "defaultTextStyle"),
)
"""What the presentation itself keeps, in the order of its schema."""
_WEB = ("http://", "https://")
_WHOLE = (f"{_P}graphicFrame", f"{_MC}AlternateContent")
"""What is taken away whole where a part of it is lost: a frame without its chart is no frame."""


def only_kept(deck: Any) -> None:
    """Take away from an opened template whatever the list does not name, in place."""
    part, root = deck.part, deck._element  # noqa: SLF001 - python-pptx has no call for any of this
    for child in list(root):
        if child.tag not in {f"{_P}{name}" for name in _ELEMENTS}:
            root.remove(child)
    slides = root.find(f"{_P}sldIdLst")
    for entry in [] if slides is None else list(slides):
        slides.remove(entry)
    _left(part.package, None, _PARTS["package"])
    _left(part, root, _PARTS["presentation"])
    for related in _related(part, "/notesMaster"):
        _left(related, related._element, _PARTS["notes"])  # noqa: SLF001
        _themes(related)
    for master in deck.slide_masters:
        for owner, kind in ((master, "master"), *((one, "layout") for one in master.slide_layouts)):
            _left(owner.part, owner._element, _PARTS[kind])  # noqa: SLF001
            _themes(owner.part)


def list_notes_master(deck: Any) -> None:
    """Name the notes master in the presentation: some programs find the notes by that alone.

    PowerPoint finds it by the relation too; Keynote does not (scanny/python-pptx, pull request 1128).
    """
    root = deck._element  # noqa: SLF001
    if root.find(f"{_P}notesMasterIdLst") is not None:
        return
    for key, rel in deck.part.rels.items():
        if rel.reltype.endswith("/notesMaster"):
            named = root.makeelement(f"{_P}notesMasterIdLst", {})
            named.append(root.makeelement(f"{_P}notesMasterId", {f"{_R}id": key}))
            root.find(f"{_P}sldMasterIdLst").addnext(named)
            return


def checked(content: bytes, slides: int) -> bytes:
    """Return a deck's bytes again.

    Raises
    ------
    Refused
        When a part's name stands twice in it, or it holds other slides than those.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        names = [name.casefold() for name in package.namelist()]
    held = sum(re.fullmatch(r"ppt/slides/[^/]*\.xml", name) is not None for name in names)
    if len(names) != len(set(names)) or held != slides:
        raise Refused("template_damaged")
    return content


def _left(owner: Any, root: Any, kept: Collection[str]) -> None:
    """Leave a part the relations of the kinds that it keeps, and its elements without the others."""
    rels = owner._rels  # noqa: SLF001
    for key in [key for key, rel in rels.items() if not _stays(rel, tuple(kept))]:
        rels.pop(key)
        for element in [] if root is None else list(_pointing(root, key)):
            _removed(element)


def _stays(rel: Any, kept: tuple[str, ...]) -> bool:
    if not rel.reltype.endswith(kept):
        return False
    return not rel.is_external or (rel.reltype.endswith("/hyperlink") and _is_web(str(rel._target)))  # noqa: SLF001


def _is_web(target: str) -> bool:
    return target.lower().startswith(_WEB) and "@" not in target


def _pointing(root: Any, key: str) -> Iterator[Any]:
    for element in root.iter():
        if any(name.startswith(_R) and value == key for name, value in element.attrib.items()):
            yield element


def _removed(element: Any) -> None:
    """Take an element away, with all of the frame that makes no sense without it."""
    around = [one for one in element.iterancestors() if one.tag in _WHOLE]
    gone = around[-1] if around else element
    parent = gone.getparent()
    if parent is None:
        return
    parent.remove(gone)
    if parent.tag == f"{_P}custDataLst" and not len(parent):
        parent.getparent().remove(parent)


def _related(part: Any, ending: str) -> list[Any]:
    return [rel.target_part for rel in part.rels.values() if rel.reltype.endswith(ending)]


def _themes(owner: Any) -> None:
    for theme in _related(owner, "/theme"):
        _left(theme, None, _PARTS["theme"])
