"""The address of a webhook: taken apart, and shown without what makes it a secret."""

from __future__ import annotations

import hashlib
import ipaddress
import re
from dataclasses import dataclass, field
from typing import Final, NoReturn
from urllib.parse import quote, urlsplit

from cx.errors import ArgumentError

_PORTS: Final = {"http": 80, "https": 443}
_HIGHEST_PORT: Final = 65_535
_LONGEST: Final = 2_000
_NAME: Final = re.compile(r"[a-z0-9_]([a-z0-9._-]{0,251}[a-z0-9])?")
_UNWRITTEN: Final = re.compile(r"[\x00-\x20\x7f\\]")
"""Signs that no address holds: a browser reads past them, a server may take them for the end of a line."""
_SAFE: Final = "/%:@!$&'()*+,;=~-._?"


@dataclass(frozen=True)
class WebAddress:
    """An address that alerts can be sent to."""

    scheme: str
    """``http`` or ``https``."""
    host: str
    """A name or a number, in small letters, as it is looked up."""
    port: int
    target: str = field(repr=False)
    """The path and what follows: whoever knows it can write into the chat, so no screen and no log has it."""

    @property
    def place(self) -> str:
        """The host, with its port where that is not the usual one."""
        name = f"[{self.host}]" if ":" in self.host else self.host
        return name if self.port == _PORTS[self.scheme] else f"{name}:{self.port}"

    @property
    def masked(self) -> str:
        """The address as a screen shows it: where it leads, and nothing else.

        Examples
        --------
        >>> parse("https://hooks.example.com/services/T01/secret").masked
        'https://hooks.example.com/…'
        """
        return f"{self.scheme}://{self.place}/…"

    @property
    def digest(self) -> str:
        """What two addresses have in common only when they are the same."""
        whole = f"{self.scheme}://{self.host}:{self.port}{self.target}"
        return hashlib.sha256(whole.encode()).hexdigest()


def parse(typed: str) -> WebAddress:
    """Return the address that somebody typed.

    Raises
    ------
    ArgumentError
        When it is none: another scheme, no host, a name and a password, a blank inside, a port that is none.
        The message does not repeat it, since it may be all but right.
    """
    text = typed.strip()
    try:
        parts = urlsplit(text)
        port = parts.port if parts.port is not None else _PORTS.get(parts.scheme, 0)
        host = _host(parts.hostname or "")
        odd = _UNWRITTEN.search(text) or len(text) > _LONGEST or "@" in parts.netloc
        if odd or parts.scheme not in _PORTS or not 1 <= port <= _HIGHEST_PORT:
            return _no_address()
        query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
        return WebAddress(parts.scheme, host, port, quote(parts.path or "/", safe=_SAFE) + query)
    except ValueError as error:
        raise ArgumentError("webhook_address") from error


def masked(typed: str) -> str:
    """Return an address as a screen shows it; dots where it is none, and nothing where there is nothing."""
    if not typed.strip():
        return ""
    try:
        return parse(typed).masked
    except ArgumentError:
        return "…"


def _host(name: str) -> str:
    """The name in the letters of the DNS, or a number; a :class:`ValueError` where it is neither."""
    if ":" in name:
        return ipaddress.IPv6Address(name).compressed if "%" not in name else _no_host()
    found = name.encode("idna").decode("ascii").lower().rstrip(".")
    return found if _NAME.fullmatch(found) else _no_host()


def _no_address() -> NoReturn:
    raise ValueError("no address")


def _no_host() -> str:
    raise ValueError("no host")
