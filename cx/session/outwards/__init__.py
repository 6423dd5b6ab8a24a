"""The one way out of this machine: an address, what lies behind it, and the function that sends."""

from cx.session.outwards.address import WebAddress, masked, parse

__all__ = ["WebAddress", "masked", "parse"]
