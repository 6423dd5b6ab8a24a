"""Workbooks protected with a password."""

from __future__ import annotations

import io

from ..pipe.refusal import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_EVERYBODYS = "VelvetSweatshop"
"""Excel opens files with this password without asking."""


def is_protected(content: bytes) -> bool:
    """Return whether an OLE file is an encrypted workbook."""
    if not content.startswith(_OLE):
        return False
    if "EncryptedPackage".encode("utf-16-le") in content:
        return True
    import msoffcrypto

    try:
        return bool(msoffcrypto.OfficeFile(io.BytesIO(content)).is_encrypted())
    except Exception:  # noqa: BLE001 - whatever a damaged file makes it raise: it is not known to be protected
        return False


def opened(content: bytes, password: str | None) -> bytes:
    """Return the content of a protected workbook.

    Raises
    ------
    Refused
        When there is no password, or it does not fit.
    """
    for candidate in dict.fromkeys((password or _EVERYBODYS, _EVERYBODYS)):
        plain = _decrypted(content, candidate)
        if plain is not None:
            return plain
    raise Refused("password_wrong" if password else "password_needed")


def _decrypted(content: bytes, password: str) -> bytes | None:
    import msoffcrypto

    plain = io.BytesIO()
    try:
        file = msoffcrypto.OfficeFile(io.BytesIO(content))
        file.load_key(password=password)
        file.decrypt(plain)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - the library says "wrong password" in many ways
        return None
    return plain.getvalue()
