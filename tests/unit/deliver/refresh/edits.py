"""A deck as people edit it: each function changes an opened presentation as PowerPoint would."""

import io
import re
import zipfile
from copy import deepcopy

from lxml import etree
from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt

from cx.text import LANGUAGES, say

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MAGENTA = RGBColor(0xFF, 0x00, 0xFF)
_TIMING = (
    '<p:timing xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"><p:tnLst><p:par>'
    '<p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
    '<p:set><p:cBhvr><p:cTn id="2" dur="1" fill="hold"/><p:tgtEl><p:spTgt spid="{spid}"/></p:tgtEl>'
    "<p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst></p:cBhvr>"
    '<p:to><p:strVal val="visible"/></p:to></p:set>'
    "</p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
)


def chart_on(slide):
    return next(shape for shape in slide.shapes if shape.has_chart)


def listed(deck):
    """Return the first slide with a table: the list of priorities."""
    return next(slide for slide in deck.slides if any(shape.has_table for shape in slide.shapes))


def table_on(slide):
    return next(shape for shape in slide.shapes if shape.has_table)


def named(slide, name):
    known = {say(f"deliver.shape.{name.lower()}", lang) for lang in LANGUAGES}
    return next(shape for shape in slide.shapes if shape.name in known)


def names_of_points(chart):
    """(series, index) of each touchpoint of a chart, by the names beside its numbers."""
    from openpyxl import load_workbook

    sheet = load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).worksheets[0]
    found = {}
    for series in chart.part._element.iter(f"{C}ser"):
        formula = series.findtext(f"{C}yVal/{C}numRef/{C}f") or ""
        first = int(re.search(r"\$(\d+)", formula.rpartition("!")[2]).group(1))
        for point in series.iterfind(f"{C}yVal//{C}pt"):
            at = int(point.get("idx"))
            if series.find(f"{C}dLbls") is not None:
                found.setdefault(sheet.cell(first + at, 1).value, (series, at))
    return found


def label_of(chart, name):
    series, at = names_of_points(chart)[name]
    for label in series.findall(f"{C}dLbls/{C}dLbl"):
        if label.find(f"{C}idx").get("val") == str(at):
            return label
    return None


def look_of(chart, name):
    series, at = names_of_points(chart)[name]
    for look in series.findall(f"{C}dPt"):
        if look.find(f"{C}idx").get("val") == str(at):
            return look
    return None


def label_moved(deck):
    label = label_of(chart_on(deck.slides[0]).chart, "Invoice")
    for own in label.findall(f"{C}layout"):
        label.remove(own)
    moved = etree.fromstring(
        f'<c:layout xmlns:c="{C[1:-1]}"><c:manualLayout><c:x val="0.07"/><c:y val="-0.08"/></c:manualLayout>'
        "</c:layout>"
    )
    label.insert(1, moved)


def label_hidden(deck):
    label = label_of(chart_on(deck.slides[0]).chart, "Claims")
    for child in [one for one in label if not one.tag.endswith("idx")]:
        label.remove(child)
    etree.SubElement(label, f"{C}delete").set("val", "1")


def label_rewritten(deck):
    rich = label_of(chart_on(deck.slides[0]).chart, "Visit").find(f"{C}tx/{C}rich")
    paragraph = rich[-1]
    for child in list(paragraph):
        if not child.tag.endswith("pPr"):
            paragraph.remove(child)
    run = etree.SubElement(paragraph, paragraph.tag.replace("}p", "}r"))
    etree.SubElement(run, paragraph.tag.replace("}p", "}t")).text = "Our visit"


def point_recoloured(deck):
    chart = chart_on(deck.slides[0]).chart
    series, at = names_of_points(chart)["App"]
    own = next(one for one in chart.plots[0].series if one._element is series)
    fill = own.points[at].format.fill
    fill.solid()
    fill.fore_color.rgb = MAGENTA


def chart_resized(deck):
    frame = chart_on(deck.slides[0])
    frame.width, frame.left = int(frame.width * 0.8), frame.left + Pt(30)


def title_edited(deck):
    deck.slides[0].shapes.title.text_frame.paragraphs[0].runs[0].text = "Our own words"


def title_in_red(deck):
    deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].font.color.rgb = MAGENTA


def subtitle_moved(deck):
    named(deck.slides[1], "Subtitle").left += Pt(33)


def footnote_deleted(deck):
    element = named(deck.slides[2], "Footnote")._element
    element.getparent().remove(element)


def cell_edited(deck):
    cell = table_on(listed(deck)).table.cell(1, 2)
    cell.text_frame.paragraphs[0].runs[0].text = "Do this now"


def row_painted(deck):
    for cell in list(table_on(listed(deck)).table.rows)[1].cells:
        cell.fill.solid()
        cell.fill.fore_color.rgb = MAGENTA


def own_slide(deck):
    slide = deck.slides.add_slide(deck.slide_layouts[1])
    slide.shapes.title.text = "What we agreed"
    slide.placeholders[1].text = "Nothing of the program"


def own_shape(deck):
    deck.slides[0].shapes.add_textbox(Pt(20), Pt(480), Pt(200), Pt(20)).text_frame.text = "Look here"


def reordered(deck):
    slides = deck.slides._sldIdLst
    first = next(iter(slides))
    slides.remove(first)
    slides.append(first)


def slide_deleted(deck):
    slides = deck.slides._sldIdLst
    entry = list(slides)[1]
    deck.part.drop_rel(entry.rId)
    slides.remove(entry)


def notes_edited(deck):
    deck.slides[0].notes_slide.notes_text_frame.text = "Tell about the pilot first."


def animated(deck):
    slide = deck.slides[0]
    timing = etree.fromstring(_TIMING.format(spid=chart_on(slide).shape_id))
    slide._element.insert(list(slide._element).index(slide._element.find(f"{P}clrMapOvr")) + 1, timing)


def theme_changed(deck):
    from pptx.opc.constants import RELATIONSHIP_TYPE

    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    part.blob = part.blob.replace(b'typeface="Arial"', b'typeface="Georgia"')


def doubled(deck):
    """The slide with priorities a second time, as PowerPoint doubles one: its shapes with their signs."""
    source = deck.slides[2]
    made = deck.slides.add_slide(source.slide_layout)
    for shape in list(made.shapes):
        shape._element.getparent().remove(shape._element)
    for shape in source.shapes:
        made.shapes._spTree.append(deepcopy(shape._element))


def grouped(deck):
    """Two of our shapes in a group of people's own."""
    slide = deck.slides[1]
    slide.shapes.add_group_shape([named(slide, "Subtitle"), named(slide, "Footnote")])


EDITS = {
    function.__name__: function
    for function in (
        *(label_moved, label_hidden, label_rewritten, point_recoloured, chart_resized, title_edited),
        *(title_in_red, subtitle_moved, footnote_deleted, cell_edited, row_painted, own_slide, own_shape),
        *(reordered, slide_deleted, notes_edited, animated, theme_changed, doubled, grouped),
    )
}


def edited(content, *names):
    """The deck after edits, saved as a program saves it."""
    deck = Presentation(io.BytesIO(content))
    for name in names:
        EDITS[name](deck)
    target = io.BytesIO()
    deck.save(target)
    return target.getvalue()


def commented(content):
    """The deck with a comment on its first slide."""
    main = "http://schemas.openxmlformats.org/presentationml/2006/main"
    about = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    more = {
        "ppt/commentAuthors.xml": f'<p:cmAuthorLst xmlns:p="{main}"><p:cmAuthor id="0" name="Ann" '
        'initials="A" lastIdx="1" clrIdx="0"/></p:cmAuthorLst>',
        "ppt/comments/comment1.xml": f'<p:cmLst xmlns:p="{main}"><p:cm authorId="0" '
        'dt="2026-10-01T10:00:00.000" idx="1"><p:pos x="10" y="10"/><p:text>Is this right?</p:text></p:cm>'
        "</p:cmLst>",
    }
    relations = {
        "ppt/_rels/presentation.xml.rels": ("commentAuthors", "commentAuthors.xml"),
        "ppt/slides/_rels/slide1.xml.rels": ("comments", "../comments/comment1.xml"),
    }
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as copy,
    ):
        for name in source.namelist():
            part = source.read(name).decode() if name.endswith((".rels", "Types].xml")) else source.read(name)
            if name in relations:
                kind, place = relations[name]
                entry = f'<Relationship Id="rIdC" Type="{about}/{kind}" Target="{place}"/>'
                part = part.replace("</Relationships>", f"{entry}</Relationships>")
            if name == "[Content_Types].xml":
                kinds = {"ppt/commentAuthors.xml": "commentAuthors", "ppt/comments/comment1.xml": "comments"}
                office = "application/vnd.openxmlformats-officedocument.presentationml"
                for place, kind in kinds.items():
                    entry = f'<Override PartName="/{place}" ContentType="{office}.{kind}+xml"/>'
                    part = part.replace("</Types>", f"{entry}</Types>")
            copy.writestr(name, part)
        for name, part in more.items():
            copy.writestr(name, part)
    return target.getvalue()
