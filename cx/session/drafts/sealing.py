"""What was set about a file, sealed with the file itself: nobody reads it who does not have the file.

A cell that was changed by hand in a file of answers is what one respondent answered. It is to be there again
when the same file is chosen again, and it is not to lie anywhere as it was typed.

Notes
-----
The key is a digest of the file's content behind a word of ours, which cannot be had from the SHA-256 of the
content that a draft names. A keystream of SHAKE-256 over key and nonce is laid over the text, and a BLAKE2b
code over nonce and cipher text, under another key, says whether it is what was sealed.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets
from typing import Final

_NONCE: Final = 16
_CODE: Final = 32


def key_of(content: bytes) -> bytes:
    """Return the key that a file's content is: 32 bytes."""
    return hashlib.sha256(b"cx-draft-seal " + content).digest()


def sealed(text: str, key: bytes) -> str:
    """Return a text as only somebody with the key can read it."""
    nonce = secrets.token_bytes(_NONCE)
    hidden = _laid_over(text.encode(), key, nonce)
    return base64.b64encode(nonce + _code(key, nonce + hidden) + hidden).decode()


def opened(seal: str, key: bytes) -> str:
    """Return the text that was sealed.

    Raises
    ------
    ValueError
        When it was sealed with another key, or is damaged.

    Examples
    --------
    >>> opened(sealed("C14 is 7", key_of(b"a;b")), key_of(b"a;b"))
    'C14 is 7'
    """
    whole = base64.b64decode(seal, validate=True)
    nonce, code, hidden = whole[:_NONCE], whole[_NONCE : _NONCE + _CODE], whole[_NONCE + _CODE :]
    if not hmac.compare_digest(code, _code(key, nonce + hidden)):
        raise ValueError("sealed with another key")
    return _laid_over(hidden, key, nonce).decode()


def _laid_over(content: bytes, key: bytes, nonce: bytes) -> bytes:
    stream = hashlib.shake_256(b"stream " + key + nonce).digest(len(content))
    number = int.from_bytes(content, "big") ^ int.from_bytes(stream, "big")
    return number.to_bytes(len(content), "big")


def _code(key: bytes, content: bytes) -> bytes:
    return hashlib.blake2b(content, key=hashlib.sha256(b"code " + key).digest(), digest_size=_CODE).digest()
