"""Templates as companies have them, made here: sizes, fonts, colours, layouts, and slides that must go."""

import io
import re
import zipfile
from functools import cache

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.util import Pt

OLD = "Confidential words of an old slide"
ACCENTS = ("C8102E", "003B5C", "00A3AD", "F2A900", "6D2077", "78BE20")


def made(width=960, height=540, *, slides=2, font="Times New Roman", accents=ACCENTS, change=None):
    """A template with everything that our deck must not show."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(width), Pt(height)
    for owner in (deck.slide_master, *deck.slide_layouts):
        for shape in owner.placeholders:
            if shape._element.xpath("./p:spPr/a:xfrm"):
                across, down = width / 720, height / 540
                shape.left, shape.width = round(shape.left * across), round(shape.width * across)
                shape.top, shape.height = round(shape.top * down), round(shape.height * down)
    for _ in range(slides):
        slide = deck.slides.add_slide(deck.slide_layouts[1])
        slide.shapes.title.text = slide.placeholders[1].text = OLD
        slide.notes_slide.notes_text_frame.text = OLD
    _themed(deck, font, accents)
    if change:
        change(deck)
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _themed(deck, font, accents):
    part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme = part.blob.decode()
    for number, colour in enumerate(accents, start=1):
        theme = re.sub(rf'(<a:accent{number}>\s*<a:srgbClr val=")\w{{6}}', rf"\g<1>{colour}", theme)
    part._blob = re.sub(
        r'(<a:(?:major|minor)Font>\s*<a:latin typeface=")[^"]*', rf"\g<1>{font}", theme
    ).encode()


@cache
def wide():
    return made()


@cache
def four_to_three():
    return made(720, 540, font="Arial")


@cache
def small():
    """The 16:9 of Google Slides."""
    return made(720, 405, font="Roboto")


@cache
def large():
    """1920 x 1080 pixels, as design studios hand them over."""
    return made(1440, 810)


@cache
def dark():
    def turned(deck):
        colours = deck.slide_master._element.find("{*}clrMap")
        for name, value in {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}.items():
            colours.set(name, value)

    return made(accents=("FF5A5F", "00D1B2", "3AA0FF", "FFD166", "B388FF", "8D99AE"), change=turned)


@cache
def without_layouts():
    """Only a title slide and an empty one."""

    def bared(deck):
        for layout in list(deck.slide_layouts):
            if layout.name not in ("Title Slide", "Blank"):
                deck.slide_layouts.remove(layout)

    return made(slides=0, change=bared)


@cache
def title_only():
    """No placeholder for content, and a logo below the title."""

    def bared(deck):
        for layout in list(deck.slide_layouts):
            if layout.name != "Title Only":
                deck.slide_layouts.remove(layout)
        layout = deck.slide_layouts[0]
        layout.shapes._spTree.append(_logo())

    return made(slides=0, change=bared)


def _logo():
    from pptx.oxml import parse_xml
    from pptx.oxml.ns import nsdecls

    return parse_xml(
        f"<p:sp {nsdecls('p', 'a')}><p:nvSpPr><p:cNvPr id='99' name='Logo'/><p:cNvSpPr/><p:nvPr/></p:nvSpPr>"
        f"<p:spPr><a:xfrm><a:off x='{Pt(860)}' y='{Pt(130)}'/><a:ext cx='{Pt(60)}' cy='{Pt(300)}'/></a:xfrm>"
        "<a:prstGeom prst='rect'><a:avLst/></a:prstGeom></p:spPr></p:sp>"
    )


@cache
def with_sections():
    """Slides in a section and in a custom show, and a layout that links to one of them."""

    def sectioned(deck):
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import nsdecls

        root = deck._element
        slides = root.find("{*}sldIdLst")
        first = slides[0]
        rel = first.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        show = parse_xml(
            f"<p:custShowLst {nsdecls('p', 'r')}><p:custShow name='Short' id='0'><p:sldLst>"
            f"<p:sld r:id='{rel}'/></p:sldLst></p:custShow></p:custShowLst>"
        )
        root.find("{*}notesSz").addnext(show)
        space = "http://schemas.microsoft.com/office/powerpoint/2010/main"
        root.append(
            parse_xml(
                f"<p:extLst {nsdecls('p')}><p:ext uri='{{521415D9-36F7-43E2-AB2F-B90AF26B5E84}}'>"
                f"<p14:sectionLst xmlns:p14='{space}'><p14:section name='One' "
                f"id='{{6A9A2A3B-0000-4000-8000-000000000001}}'><p14:sldIdLst>"
                f"<p14:sldId id='{first.get('id')}'/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext>"
                "</p:extLst>"
            )
        )
        layout = deck.slide_layouts[1]
        layout.part.relate_to(deck.slides[0].part, RELATIONSHIP_TYPE.SLIDE)

    return made(change=sectioned)


def as_template(content):
    """The same as a .potx file."""
    return _changed(content, b"presentationml.presentation.main+xml", b"presentationml.template.main+xml")


def _changed(content, old, new):
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(target, "w") as copy:
        for item in source.infolist():
            part = source.read(item)
            if item.filename == "[Content_Types].xml":
                part = part.replace(old, new)
            copy.writestr(item.filename, part)
    return target.getvalue()


def _related(owner, reltype, name, content, kind="application/xml"):
    """Give a part of a deck something that templates have beside their slides."""
    from pptx.opc.package import Part
    from pptx.opc.packuri import PackURI

    package = getattr(owner, "package", owner)
    made = Part(PackURI(name), kind, package, content)
    return owner.relate_to(made, reltype)


_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MICROSOFT = "http://schemas.microsoft.com/office"
SECRETS = (
    "signed-by",
    "jan.jansen@example.com",
    "password-of",
    "secret-label",
    "edited-by",
    "tag-of",
    "xml-of",
)


@cache
def leaky():
    """People, signatures, passwords, labels, edits, tags and settings of views that show an old slide."""

    def leaking(deck):
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import nsdecls

        part, package, root = deck.part, deck.part.package, deck._element
        words = {secret: f"<a>{secret}</a>".encode() for secret in SECRETS}
        signature = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature/origin"
        _related(package, signature, "/_xmlsignatures/origin.sigs", words["signed-by"])
        people = f"{_OFFICE}/custom-properties"
        _related(package, people, "/docProps/custom.xml", words["jan.jansen@example.com"])
        labels = f"{_MICROSOFT}/2020/02/relationships/classificationlabels"
        _related(package, labels, "/docMetadata/LabelInfo.xml", words["secret-label"])
        edits = f"{_MICROSOFT}/2016/11/relationships/changesInfo"
        _related(part, edits, "/ppt/changesInfos/changesInfo1.xml", words["edited-by"])
        _related(part, f"{_OFFICE}/customXml", "/customXml/item1.xml", words["xml-of"])
        views = part.part_related_by(f"{_OFFICE}/viewProps")
        views.relate_to(deck.slides[0].part, RELATIONSHIP_TYPE.SLIDE)
        root.append(
            parse_xml(f"<p:modifyVerifier {nsdecls('p')} cryptAlgorithmSid='4' saltData='password-of'/>")
        )
        layout = deck.slide_layouts[1]
        tagged = _related(layout.part, f"{_OFFICE}/tags", "/ppt/tags/tag1.xml", words["tag-of"])
        listed = f"<p:custDataLst {nsdecls('p', 'r')}><p:tags r:id='{tagged}'/></p:custDataLst>"
        layout._element.find("{*}cSld").append(parse_xml(listed))
        deck.core_properties.category = "edited-by"

    return made(change=leaking)


@cache
def of_libre_office():
    """Its core properties are related by the type that LibreOffice writes."""
    target = io.BytesIO()
    old = b"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
    new = b"http://schemas.openxmlformats.org/officedocument/2006/relationships/metadata/core-properties"
    with zipfile.ZipFile(io.BytesIO(made())) as source, zipfile.ZipFile(target, "w") as copy:
        for item in source.infolist():
            copy.writestr(item.filename, source.read(item).replace(old, new))
    return target.getvalue()


@cache
def once_older():
    """Its theme lists colours that it had before."""

    def listed(deck):
        part = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
        theme = part.blob.decode()
        scheme = re.search(r"<a:clrScheme.*?</a:clrScheme>", theme, re.DOTALL).group()
        pale = re.sub(r'val="\w{6}"', 'val="FFFFCC"', re.sub(r'lastClr="\w{6}"', 'lastClr="FFFFCC"', scheme))
        extra = f"<a:extraClrSchemeLst><a:extraClrScheme>{pale}</a:extraClrScheme></a:extraClrSchemeLst>"
        theme = re.sub(r"<a:extraClrSchemeLst\s*/>|<a:extraClrSchemeLst></a:extraClrSchemeLst>", "", theme)
        part._blob = (
            theme.replace("</a:objectDefaults>", f"</a:objectDefaults>{extra}")
            .replace("<a:objectDefaults/>", f"<a:objectDefaults/>{extra}")
            .encode()
        )

    return made(change=listed)


def on_ground(fill, *, accents=ACCENTS):
    """A template whose master has a background, as the XML of its fill."""

    def grounded(deck):
        from pptx.oxml import parse_xml
        from pptx.oxml.ns import nsdecls

        sheet = deck.slide_master._element.find("{*}cSld")
        for old in sheet.findall("{*}bg"):
            sheet.remove(old)
        filled = f"<p:bg {nsdecls('p', 'a', 'r')}><p:bgPr>{fill}<a:effectLst/></p:bgPr></p:bg>"
        sheet.insert(0, parse_xml(filled))

    return made(accents=accents, change=grounded)


@cache
def upright():
    """The layout that would suit best has its title along the side; another is turned, another narrow."""

    def stood(deck):
        content, title_only = deck.slide_layouts[1], deck.slide_layouts.get_by_name("Title Only")
        content.placeholders[0]._element.find(".//{*}ph").set("orient", "vert")
        for layout in deck.slide_layouts:
            if layout not in (content, title_only) and layout.placeholders:
                layout.placeholders[0].left = layout.placeholders[0].top = Pt(20)
                layout.placeholders[0].width, layout.placeholders[0].height = Pt(200), Pt(60)

    return made(change=stood)


@cache
def strict():
    """As Office saves a Strict Open XML presentation."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made())) as source, zipfile.ZipFile(target, "w") as copy:
        for item in source.infolist():
            part = source.read(item)
            if item.filename == "_rels/.rels":
                part = part.replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/",
                    b"http://purl.oclc.org/ooxml/officeDocument/relationships/",
                )
            copy.writestr(item.filename, part)
    return target.getvalue()
