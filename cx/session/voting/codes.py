"""The codes that people type to join a round, and the tokens that nobody types."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
from typing import Final

ALPHABET: Final = "CFGHJKMNPRTWXY3479"
"""Nothing that looks like another (0 O D Q, 1 I L, 2 Z, 5 S, 6, 8 B, U V), and no vowels: no words."""
LENGTH: Final = 8
_HALF: Final = LENGTH // 2
_TOKEN_BYTES: Final = 18
_BETWEEN = re.compile(r"[\s\-–—.·_]+")


def new() -> str:
    """Return a random code: one of eleven thousand million."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


def shown(code: str) -> str:
    """Return the code in two halves, as people read it aloud.

    Examples
    --------
    >>> shown("CFHJKM34")
    'CFHJ-KM34'
    """
    return f"{code[:_HALF]}-{code[_HALF:]}" if code else ""


def typed(content: str) -> str | None:
    """Return the code that was typed; ``None`` where it can be none.

    Examples
    --------
    >>> typed(" cfhj-km34 "), typed("CFHJ KM3"), typed("0FHJKM34")
    ('CFHJKM34', None, None)
    """
    code = _BETWEEN.sub("", content).upper()
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None


def token() -> str:
    """Return a secret for an address: a participant's ballot, or an invitation."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


def following(token: str, round_id: str) -> str:
    """Return the token with which a participant goes on to a later round: always the same one for both."""
    made = hmac.new(_bytes(token), f"next:{round_id}".encode(), hashlib.sha256).digest()
    return base64.urlsafe_b64encode(made[:_TOKEN_BYTES]).decode("ascii")


def numbered(seed: str, number: int) -> str:
    """Return the secret of one personal invitation."""
    return following(seed, str(number))


def spelled(secret: str, content: str) -> str:
    """Return eight signs that only a secret and a content together make, as people compare them.

    Examples
    --------
    >>> spelled("secret", "{}") == spelled("secret", "{}"), spelled("secret", "{}") == spelled("other", "{}")
    (True, False)
    """
    rest = int.from_bytes(hmac.new(_bytes(secret), _bytes(content), hashlib.sha256).digest())
    signs = []
    for _ in range(LENGTH):
        rest, place = divmod(rest, len(ALPHABET))
        signs.append(ALPHABET[place])
    return "".join(signs)


def digest(token: str) -> str:
    """Return what the store keeps of a token; the token cannot be had from it."""
    return hashlib.sha256(_bytes(token)).hexdigest()


def same(one: str, other: str) -> bool:
    """Return whether two secrets are the same, in a time that tells nothing about them."""
    return secrets.compare_digest(digest(one), digest(other))


def _bytes(secret: str) -> bytes:
    return secret.encode("utf-8", "surrogatepass")
