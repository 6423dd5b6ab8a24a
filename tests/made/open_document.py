"""Pages of cells as an OpenDocument spreadsheet, plain or protected."""

from __future__ import annotations

import datetime as dt
import hashlib
import io
import zipfile
import zlib
from base64 import b64encode
from collections.abc import Sequence
from html import escape

from tests.made.cell_page import PERCENT, Fault, Page, zipped

ODS = "application/vnd.oasis.opendocument.spreadsheet"


def ods_bytes(pages: Sequence[Page], *, from_1904: bool = False) -> bytes:
    start = "1904-01-01" if from_1904 else "1899-12-30"
    spaces = {
        "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
        "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
        "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
        "style": "urn:oasis:names:tc:opendocument:xmlns:style:1.0",
    }
    names = " ".join(f'xmlns:{name}="{uri}"' for name, uri in spaces.items())
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {names} office:version="1.2">'
        "<office:automatic-styles>"
        '<style:style style:name="gone" style:family="table">'
        '<style:table-properties table:display="false"/></style:style></office:automatic-styles>'
        "<office:body><office:spreadsheet><table:calculation-settings>"
        f'<table:null-date table:date-value="{start}"/></table:calculation-settings>'
        f"{''.join(map(_ods_page, pages))}</office:spreadsheet></office:body></office:document-content>"
    )
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/></manifest:manifest>'
    )
    return zipped({"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_page(page: Page) -> str:
    gone = ' table:visibility="collapse"'
    columns = "".join(
        f"<table:table-column{gone if at in page.hidden_columns else ''}/>" for at in range(page.width)
    )
    rows = []
    for row, cells in enumerate(page.rows):
        hidden = ' table:visibility="filter"' if row in page.hidden_rows else ""
        inside = "".join(_ods_cell(page, row, column, value) for column, value in enumerate(cells))
        rows.append(f"<table:table-row{hidden}>{inside}</table:table-row>")
    style = ' table:style-name="gone"' if page.hidden else ""
    name = escape(page.name)
    return f'<table:table table:name="{name}"{style}>{columns}{"".join(rows)}</table:table>'


def _ods_cell(page: Page, row: int, column: int, value: object) -> str:
    span = ""
    for top, left, bottom, right in page.merged:
        if (top, left) == (row, column):
            span = (
                f' table:number-rows-spanned="{bottom - top + 1}"'
                f' table:number-columns-spanned="{right - left + 1}"'
            )
        elif top <= row <= bottom and left <= column <= right:
            return "<table:covered-table-cell/>"
    if value is None:
        return f"<table:table-cell{span}/>"
    if isinstance(value, Fault):
        return (
            f'<table:table-cell{span} table:formula="of:=1+1" office:value-type="string" '
            f'office:string-value=""><text:p>{value.text}</text:p></table:table-cell>'
        )
    if isinstance(value, dt.date):
        return f'<table:table-cell{span} office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, str):
        words = escape(value, quote=False)
        return (
            f'<table:table-cell{span} office:value-type="string"><text:p>{words}</text:p></table:table-cell>'
        )
    kind = "percentage" if page.style(column, value) == PERCENT else "float"
    return f'<table:table-cell{span} office:value-type="{kind}" office:value="{value!r}"/>'


def protected_ods_bytes(pages: Sequence[Page], password: str) -> bytes:
    """As LibreOffice protects: each part packed, padded, and encrypted with a key from the password."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    with zipfile.ZipFile(io.BytesIO(ods_bytes(pages))) as archive:
        plain = archive.read("content.xml")
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(plain) + packer.flush()
    salt, start, rounds = b"0123456789abcdef", b"fedcba9876543210", 1000
    first = hashlib.sha256(password.encode()).digest()
    key = hashlib.pbkdf2_hmac("sha1", first, salt, rounds, 32)
    padding = 16 - len(packed) % 16
    encryptor = Cipher(algorithms.AES(key), modes.CBC(start)).encryptor()
    locked = encryptor.update(packed + bytes(padding - 1) + bytes([padding])) + encryptor.finalize()
    space = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    checksum = b64encode(hashlib.sha256(packed[:1024]).digest()).decode()
    manifest = (
        f'<manifest:manifest xmlns:manifest="{space}">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{ODS}"/>'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:size="{len(plain)}">'
        f'<manifest:encryption-data manifest:checksum-type="{space}#sha256-1k" '
        f'manifest:checksum="{checksum}">'
        '<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" '
        f'manifest:initialisation-vector="{b64encode(start).decode()}"/>'
        '<manifest:start-key-generation manifest:start-key-generation-name="'
        'http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/>'
        '<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" '
        f'manifest:iteration-count="{rounds}" manifest:salt="{b64encode(salt).decode()}"/>'
        "</manifest:encryption-data></manifest:file-entry></manifest:manifest>"
    )
    return zipped({"mimetype": ODS, "content.xml": locked, "META-INF/manifest.xml": manifest})
