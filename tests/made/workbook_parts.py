"""A workbook with parts that a writing library may not know, each linked as Excel links it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

import openpyxl

from tests.made.intake_files import saved, workbook_bytes

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWN = "http://schemas.openxmlformats.org/drawingml/2006"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
NEWER = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
KINDS = "application/vnd.openxmlformats-officedocument.spreadsheetml."
START = f'<?xml version="1.0"?><worksheet xmlns="{MAIN}"><sheetData>'
END = "</sheetData></worksheet>"
ROWS = [["Contact", "Score", "Volume"], ["Invoice", 6.1, 100], ["App", 14, 200], ["Call", 5, 300]]


def png() -> bytes:
    """Return a picture of one grey pixel."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    parts = (chunk(b"IHDR", head), chunk(b"IDAT", zlib.compress(b"\0\x80")), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def _links(*targets: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>' for name, kind, target in targets
    )
    return f'<Relationships xmlns="{PACKAGE}">{inside}</Relationships>'


CACHE = (
    f'<pivotCacheDefinition xmlns="{MAIN}" xmlns:r="{LINKS}" r:id="rId1" recordCount="3">'
    '<cacheSource type="worksheet"><worksheetSource ref="A1:C4" sheet="Data"/></cacheSource>'
    '<cacheFields count="3"><cacheField name="Contact" numFmtId="0"><sharedItems count="3">'
    '<s v="Invoice"/><s v="App"/><s v="Call"/></sharedItems></cacheField>'
    '<cacheField name="Score" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" '
    'containsNumber="1" minValue="5" maxValue="14"/></cacheField>'
    '<cacheField name="Volume" numFmtId="0"><sharedItems containsSemiMixedTypes="0" containsString="0" '
    'containsNumber="1" containsInteger="1" minValue="100" maxValue="300"/></cacheField></cacheFields>'
    "</pivotCacheDefinition>"
)
RECORDS = (
    f'<pivotCacheRecords xmlns="{MAIN}" count="3">'
    + "".join(
        f'<r><x v="{place}"/><n v="{row[1]}"/><n v="{row[2]}"/></r>' for place, row in enumerate(ROWS[1:])
    )
    + "</pivotCacheRecords>"
)
PIVOT = (
    f'<pivotTableDefinition xmlns="{MAIN}" name="Sums" cacheId="1" dataCaption="Values" updatedVersion="6" '
    'minRefreshableVersion="3" createdVersion="6" outline="1" outlineData="1">'
    '<location ref="A1:B5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="3">'
    '<pivotField axis="axisRow" showAll="0"><items count="4"><item x="0"/><item x="1"/><item x="2"/>'
    '<item t="default"/></items></pivotField><pivotField showAll="0"/><pivotField dataField="1" showAll="0"/>'
    '</pivotFields><rowFields count="1"><field x="0"/></rowFields><rowItems count="4"><i><x/></i>'
    '<i><x v="1"/></i><i><x v="2"/></i><i t="grand"><x/></i></rowItems><colItems count="1"><i/></colItems>'
    '<dataFields count="1"><dataField name="Sum of Volume" fld="2" baseField="0" baseItem="0"/></dataFields>'
    "</pivotTableDefinition>"
)
_ANCHOR = (
    "<xdr:from><xdr:col>{0}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff>"
    "</xdr:from><xdr:to><xdr:col>{1}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>5</xdr:row>"
    "<xdr:rowOff>0</xdr:rowOff></xdr:to>"
)
_FORM = (
    '<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="9" cy="9"/></a:xfrm><a:prstGeom prst="rect"/>'
    "</xdr:spPr>"
)
DRAWING = (
    f'<xdr:wsDr xmlns:xdr="{DRAWN}/spreadsheetDrawing" xmlns:a="{DRAWN}/main">'
    f"<xdr:twoCellAnchor>{_ANCHOR.format(5, 8)}"
    '<xdr:sp macro="" textlink=""><xdr:nvSpPr><xdr:cNvPr id="2" name="Note"/><xdr:cNvSpPr/></xdr:nvSpPr>'
    f"{_FORM}<xdr:txBody><a:bodyPr/><a:p><a:r><a:t>Concept</a:t></a:r></a:p></xdr:txBody></xdr:sp>"
    "<xdr:clientData/></xdr:twoCellAnchor>"
    f"<xdr:twoCellAnchor>{_ANCHOR.format(9, 11)}"
    '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="3" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill>'
    f'<a:blip xmlns:r="{LINKS}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>{_FORM}'
    "</xdr:pic><xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
)
SLICER_CACHE = (
    f'<slicerCacheDefinition xmlns="{NEWER}" name="Slicer_Contact" sourceName="Contact"><pivotTables>'
    '<pivotTable tabId="2" name="Sums"/></pivotTables><data><tabular pivotCacheId="1"><items count="3">'
    '<i x="0" s="1"/><i x="1" s="1"/><i x="2" s="1"/></items></tabular></data></slicerCacheDefinition>'
)
SLICER = (
    f'<slicers xmlns="{NEWER}"><slicer name="Contact" cache="Slicer_Contact" caption="Contact" '
    'rowHeight="241300"/></slicers>'
)


def everything() -> bytes:
    """Return a workbook of two sheets: data, and a pivot table with a slicer, a shape and a picture."""
    book = openpyxl.Workbook()
    book.active.title = "Data"
    for row in ROWS:
        book.active.append(row)
    book.create_sheet("Pivot")["A1"] = "Row Labels"
    with zipfile.ZipFile(io.BytesIO(saved(book))) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    parts |= _added()
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", f"{_overrides()}</Types>")
    parts["xl/_rels/workbook.xml.rels"] = parts["xl/_rels/workbook.xml.rels"].replace(
        "</Relationships>",
        f'<Relationship Id="rId90" Type="{LINKS}/pivotCacheDefinition" '
        'Target="pivotCache/pivotCacheDefinition1.xml"/><Relationship Id="rId91" '
        'Type="http://schemas.microsoft.com/office/2007/relationships/slicerCache" '
        'Target="slicerCaches/slicerCache1.xml"/></Relationships>',
    )
    parts["xl/workbook.xml"] = parts["xl/workbook.xml"].replace(
        "</workbook>",
        f'<pivotCaches><pivotCache cacheId="1" xmlns:r="{LINKS}" r:id="rId90"/></pivotCaches><extLst>'
        f'<ext uri="{{BBE1A952-AA13-448e-AADC-164F8A28A991}}" xmlns:x14="{NEWER}"><x14:slicerCaches>'
        f'<x14:slicerCache xmlns:r="{LINKS}" r:id="rId91"/></x14:slicerCaches></ext></extLst></workbook>',
    )
    parts["xl/worksheets/sheet2.xml"] = parts["xl/worksheets/sheet2.xml"].replace(
        "</worksheet>",
        f'<drawing xmlns:r="{LINKS}" r:id="rId2"/><extLst>'
        '<ext uri="{A8765BA9-456A-4dab-B4F3-ACF838C121DE}" '
        f'xmlns:x14="{NEWER}"><x14:slicerList><x14:slicer xmlns:r="{LINKS}" r:id="rId3"/></x14:slicerList>'
        "</ext></extLst></worksheet>",
    )
    return _zipped(parts)


def _added() -> dict[str, str]:
    slicer = "http://schemas.microsoft.com/office/2007/relationships/slicer"
    return {
        "xl/pivotCache/pivotCacheDefinition1.xml": CACHE,
        "xl/pivotCache/pivotCacheRecords1.xml": RECORDS,
        "xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels": _links(
            ("rId1", f"{LINKS}/pivotCacheRecords", "pivotCacheRecords1.xml")
        ),
        "xl/pivotTables/pivotTable1.xml": PIVOT,
        "xl/pivotTables/_rels/pivotTable1.xml.rels": _links(
            ("rId1", f"{LINKS}/pivotCacheDefinition", "../pivotCache/pivotCacheDefinition1.xml")
        ),
        "xl/slicerCaches/slicerCache1.xml": SLICER_CACHE,
        "xl/slicers/slicer1.xml": SLICER,
        "xl/drawings/drawing1.xml": DRAWING,
        "xl/drawings/_rels/drawing1.xml.rels": _links(("rId1", f"{LINKS}/image", "../media/image1.png")),
        "xl/worksheets/_rels/sheet2.xml.rels": _links(
            ("rId1", f"{LINKS}/pivotTable", "../pivotTables/pivotTable1.xml"),
            ("rId2", f"{LINKS}/drawing", "../drawings/drawing1.xml"),
            ("rId3", slicer, "../slicers/slicer1.xml"),
        ),
    }


def _overrides() -> str:
    kinds = {
        "pivotCache/pivotCacheDefinition1": f"{KINDS}pivotCacheDefinition+xml",
        "pivotCache/pivotCacheRecords1": f"{KINDS}pivotCacheRecords+xml",
        "pivotTables/pivotTable1": f"{KINDS}pivotTable+xml",
        "slicerCaches/slicerCache1": "application/vnd.ms-excel.slicerCache+xml",
        "slicers/slicer1": "application/vnd.ms-excel.slicer+xml",
        "drawings/drawing1": "application/vnd.openxmlformats-officedocument.drawing+xml",
    }
    parts = "".join(
        f'<Override PartName="/xl/{name}.xml" ContentType="{kind}"/>' for name, kind in kinds.items()
    )
    return f'<Default Extension="png" ContentType="image/png"/>{parts}'


def _zipped(parts: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        archive.writestr("xl/media/image1.png", png())
    return target.getvalue()


def with_sheet(xml: str) -> bytes:
    """Return a workbook of which this is the one sheet."""
    source = zipfile.ZipFile(io.BytesIO(workbook_bytes([["x"]])))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            content = xml if name == "xl/worksheets/sheet1.xml" else source.read(name)
            archive.writestr(name, content)
    return target.getvalue()
