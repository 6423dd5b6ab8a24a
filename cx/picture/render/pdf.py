"""A picture as a PDF that says what it shows: one figure with its alternative text, a language and a title.

It claims no conformance to PDF/UA: what the drawing library writes was never judged by that standard's rules.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from cx.picture.render.svg import Saying

if TYPE_CHECKING:
    from pikepdf import Page, Pdf


def figure(content: bytes, saying: Saying) -> bytes:
    """Return a PDF of one page with all that is on it tagged as one figure; the same page, the same bytes."""
    import pikepdf

    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as file:
        page = file.pages[0]
        page.contents_add(b"/Figure <</MCID 0>> BDC\n", prepend=True)
        page.contents_add(b"\nEMC")
        page.obj.StructParents, page.obj.Tabs = 0, pikepdf.Name.S
        root = file.Root
        root.StructTreeRoot = _tree(file, page, saying)
        root.MarkInfo = pikepdf.Dictionary(Marked=True)
        root.Lang = pikepdf.String(saying.lang)
        root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        _say(file, saying)
        file.remove_unreferenced_resources()
        file.save(target, deterministic_id=True, fix_metadata_version=False)
    return target.getvalue()


def _tree(file: Pdf, page: Page, saying: Saying) -> Any:  # noqa: ANN401 - the library has no type for it
    """Return the structure: a document that holds the figure, and the page's way to it."""
    from pikepdf import Array, Dictionary, Name, String

    tree: Any = file.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    whole: Any = file.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    place = Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array(page.mediabox))
    drawn = file.make_indirect(
        Dictionary(
            Type=Name.StructElem,
            S=Name.Figure,
            P=whole,
            Pg=page.obj,
            K=0,
            Alt=String(saying.description),
            A=place,
        )
    )
    whole.K = Array([drawn])
    tree.K = Array([whole])
    tree.ParentTree = file.make_indirect(Dictionary(Nums=Array([0, Array([drawn])])))
    tree.ParentTreeNextKey = 1
    return file.make_indirect(tree)


def _say(file: Pdf, saying: Saying) -> None:
    """Write title, description and language where readers and search engines look for them."""
    with file.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as facts:
        facts["dc:title"] = saying.title
        facts["dc:description"] = saying.description
        facts["dc:language"] = {saying.lang}
