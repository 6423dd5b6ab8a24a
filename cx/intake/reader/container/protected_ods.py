"""OpenDocument workbooks protected with a password, as ODF 1.2 and 1.3 have it: AES, a part at a time."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from base64 import b64decode
from dataclasses import dataclass

from ..pipe.refusal import Refused
from .package import UNSOUND, attributes

MANIFEST = "META-INF/manifest.xml"
_ENTRY = re.compile(rb"<(?:\w+:)?file-entry\b([^>]*[^/])>(.*?)</(?:\w+:)?file-entry>", re.DOTALL)
_TAG = re.compile(rb"<(?:\w+:)?(encryption-data|algorithm|start-key-generation|key-derivation)\b([^>]*)>")
_MOST_ROUNDS = 2_000_000
_LARGEST_MANIFEST = 10_000_000
_WANTED = ("content.xml", "styles.xml")


@dataclass(frozen=True)
class _Lock:
    """How one part is encrypted."""

    checksum: bytes
    checksum_kind: str
    cipher: str
    start: bytes
    first_hash: str
    rounds: int
    salt: bytes
    size: int


def opened(content: bytes, password: str | None, *, limit: int) -> bytes:
    """Return the workbook without its protection.

    Parameters
    ----------
    limit
        How many bytes its parts may unpack to.

    Raises
    ------
    Refused
        When there is no password, it does not fit, or the protection is of another kind.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            with archive.open(MANIFEST) as part:
                locks = _locks(part.read(_LARGEST_MANIFEST))
            if "content.xml" not in locks:
                raise Refused("ods_password")
            if not password:
                raise Refused("password_needed")
            parts = {
                name: _unlocked(archive.read(name), locks[name], password, limit)
                for name in _WANTED
                if name in locks
            }
    except (*UNSOUND, TypeError) as error:
        raise Refused("ods_password") from error
    return _plain(parts)


def _plain(parts: dict[str, bytes]) -> bytes:
    """The parts that matter, as a package of their own."""
    target = io.BytesIO()
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        for name, part in parts.items():
            archive.writestr(name, part)
        archive.writestr(
            MANIFEST,
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
            f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>',
        )
    return target.getvalue()


def _locks(manifest: bytes) -> dict[str, _Lock]:
    found = {}
    for about, inside in _ENTRY.findall(manifest):
        tags = {name: attributes(tag) for name, tag in _TAG.findall(inside)}
        if b"encryption-data" in tags:
            entry = attributes(about)
            found[entry.get("full-path", "")] = _lock(tags, int(entry.get("size", "0")))
    return found


def _lock(tags: dict[bytes, dict[str, str]], size: int) -> _Lock:
    data, algorithm = tags[b"encryption-data"], tags[b"algorithm"]
    key, first = tags[b"key-derivation"], tags.get(b"start-key-generation", {})
    rounds = int(key["iteration-count"])
    if key.get("key-derivation-name", "").rsplit("#", 1)[-1] != "PBKDF2" or not 0 < rounds <= _MOST_ROUNDS:
        raise Refused("ods_password")
    return _Lock(
        checksum=b64decode(data["checksum"]),
        checksum_kind=data["checksum-type"].rsplit("#", 1)[-1].upper(),
        cipher=algorithm["algorithm-name"].rsplit("#", 1)[-1].lower(),
        start=b64decode(algorithm["initialisation-vector"]),
        first_hash=first.get("start-key-generation-name", "SHA1").rsplit("#", 1)[-1].lower(),
        rounds=rounds,
        salt=b64decode(key["salt"]),
        size=size,
    )


def _unlocked(content: bytes, lock: _Lock, password: str, limit: int) -> bytes:
    first = hashlib.new("sha256" if "256" in lock.first_hash else "sha1", password.encode())
    key = hashlib.pbkdf2_hmac(
        "sha1", first.digest(), lock.salt, lock.rounds, 16 if "128" in lock.cipher else 32
    )
    packed = _decrypted(content, lock, key)
    if packed is None or not _fits(packed, lock):
        raise Refused("password_wrong")
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    plain = unpacker.decompress(packed, limit)
    if unpacker.unconsumed_tail:
        raise Refused("limit_unpacked", size=limit // 1_000_000, limit=limit // 1_000_000)
    return plain


def _decrypted(content: bytes, lock: _Lock, key: bytes) -> bytes | None:
    """The packed part without its padding; ``None`` where the padding is none."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

    if not lock.cipher.startswith("aes") or not lock.cipher.endswith("cbc"):
        raise Refused("ods_password")
    decryptor = Cipher(algorithms.AES(key), modes.CBC(lock.start)).decryptor()
    padded = decryptor.update(content) + decryptor.finalize()
    padding = padded[-1] if padded else 0
    return padded[:-padding] if 0 < padding <= 16 else None  # noqa: PLR2004 - the size of a block


def _fits(packed: bytes, lock: _Lock) -> bool:
    """The checksum is of the first thousand bytes, or of all."""
    name = "sha256" if "256" in lock.checksum_kind else "sha1"
    some = packed[:1024] if lock.checksum_kind.endswith("1K") else packed
    return hashlib.new(name, some).digest() == lock.checksum
