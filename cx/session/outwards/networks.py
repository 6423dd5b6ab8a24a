"""Which numbers belong to this machine or to the network around it, and whether they may be written to."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterator, Mapping
from typing import Final

SETTING: Final = "CX_PRIVATE_ADDRESSES"
"""The environment variable by which a server that is open to others may write to private addresses."""
_YES: Final = frozenset({"1", "true", "yes", "on"})
_TRANSLATED: Final = ipaddress.IPv6Network("64:ff9b::/96")
"""Addresses that a gateway turns into those of the old kind (RFC 6052)."""
_COMPATIBLE: Final = ipaddress.IPv6Network("::/96")
_TUNNELLED: Final = (0x5EFE, 0x2005EFE)
"""What stands before an address of the old kind in one of a tunnel inside a site (RFC 5214)."""
_NOT_PUBLIC: Final = tuple(
    ipaddress.IPv6Network(one) for one in ("fec0::/10", "64:ff9b:1::/48", "3fff::/20", "5f00::/16")
)
"""Not public either, which older versions of Python do not know: RFC 3879, 8215, 9637, 9602."""


def is_private(number: str) -> bool:
    """Return whether a number is not one of the public internet.

    Asked of what a name was resolved to, so that it does not matter how it was spelled.

    Parameters
    ----------
    number
        An IPv4 or IPv6 address as the resolver gives it, with or without a zone.

    References
    ----------
    IANA, "IPv4 and IPv6 Special-Purpose Address Registries"; RFC 4291, RFC 3056, RFC 4380, RFC 5214, RFC 6052
    for addresses of the new kind that carry one of the old.

    Examples
    --------
    >>> [is_private(one) for one in ("127.0.0.1", "10.1.2.3", "::ffff:127.0.0.1", "8.8.8.8")]
    [True, True, True, False]
    """
    found = ipaddress.ip_address(number.partition("%")[0])
    if isinstance(found, ipaddress.IPv6Address):
        if carried := list(_carried(found)):
            return any(is_private(str(one)) for one in carried)
        if any(found in one for one in _NOT_PUBLIC):
            return True
        if (int(found) >> 32) & 0xFFFFFFFF in _TUNNELLED and is_private(str(_last_part(found))):
            return True
    return not found.is_global or found.is_multicast or found.is_reserved


def _carried(number: ipaddress.IPv6Address) -> Iterator[ipaddress.IPv4Address]:
    """The addresses of the old kind inside one of the new kind, at which it may end."""
    if number.ipv4_mapped:
        yield number.ipv4_mapped
    if number.sixtofour:
        yield number.sixtofour
    if number.teredo:
        yield from number.teredo
    if number in _TRANSLATED or (number in _COMPATIBLE and int(number) > 1):
        yield _last_part(number)


def _last_part(number: ipaddress.IPv6Address) -> ipaddress.IPv4Address:
    return ipaddress.IPv4Address(int(number) & 0xFFFFFFFF)


def may_be_private(environment: Mapping[str, str], *, open_to_others: bool) -> bool:
    """Return whether this server may write to private addresses: on one's own machine, or where it was set.

    Examples
    --------
    >>> may_be_private({}, open_to_others=True), may_be_private({SETTING: "1"}, open_to_others=True)
    (False, True)
    """
    return not open_to_others or environment.get(SETTING, "").strip().lower() in _YES
