"""Who is the facilitator: whoever came with the key that ``run.py --room`` made, when it did.

Without ``--room`` there is no key: only this machine sees the program then, and whoever sits at it leads.
"""

from __future__ import annotations

import hashlib
import hmac
import os
from collections.abc import Mapping
from typing import Final

import streamlit as st

from cx import text
from cx.text import Language

KEY: Final = "CX_ROOM_KEY"
"""The environment variable with the key of the room."""
ADDRESS: Final = "CX_ROOM_ADDRESS"
"""The environment variable with the address at which phones reach the server."""
_OWN: Final = ("127.0.0.1", "localhost", "::1")
"""Where a server listens that only its own machine reaches."""
COOKIE: Final = "cx_room_"
"""A cookie's name begins so; the port follows, since cookies are the same for all ports of a machine."""


def key() -> str:
    """Return the key of the room; empty where none is open to the network."""
    return os.environ.get(KEY, "")


def address() -> str:
    """Return the address at which phones reach the server; empty where no room is open."""
    return os.environ.get(ADDRESS, "")


def open_to_others() -> bool:
    """Return whether anybody but this machine reaches the server, however it was started."""
    bound = st.get_option("server.address")
    return bool(key()) or bound not in _OWN


def proof(key: str) -> str:
    """Return what a browser keeps once it showed the key; the key cannot be had from it."""
    return hmac.new(key.encode(), b"facilitator", hashlib.sha256).hexdigest()


def shows(given: str, key: str) -> bool:
    """Return whether a key is the right one, in a time that tells nothing about it."""
    return hmac.compare_digest(proof(given), proof(key))


def leads(cookies: Mapping[str, str], key: str) -> bool:
    """Return whether a browser with these cookies showed the key before, or needs none."""
    if not key:
        return True
    expected = proof(key).encode()
    kept = [value for name, value in cookies.items() if name.startswith(COOKIE)]
    return any(hmac.compare_digest(value.encode("utf-8", "surrogatepass"), expected) for value in kept)


def hold(lang: Language) -> None:
    """End the page here for whoever did not show the key, should the gate have let him in."""
    if not leads(st.context.cookies, key()):
        st.error(text.say("gate.title", lang), icon=":material/lock:")
        st.stop()
