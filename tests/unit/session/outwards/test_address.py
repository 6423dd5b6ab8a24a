"""Addresses of webhooks: what is one, and what of it is ever shown."""

import pytest

from cx.errors import ArgumentError
from cx.session import outwards

SECRET = "https://hooks.example.com/services/T0/B0/s3cret?token=t0ken"


@pytest.mark.parametrize(
    "typed",
    [
        "", " ", "hooks.example/x", "http://", "file:///etc/passwd", "ftp://a/b", "gopher://a/", "http://[1",
        "http://a b/", "http://a/b c", "http://a/b\r\nX: y", "http://a:port/", "http://a:0/", "http://a:65536/",
        "http://a:-1/", "http://user:word@a/", "http://@a/", "http://[fe80::1%25eth0]/", "http://a\\b/",
        "http://..", "http://a..b.c/x" + "y" * 3000, "http://" + "a" * 300 + "/", "http://\u2028/",
        "javascript:1",
        "http://[::g]/", "//a/b", "http://\ud800/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused_without_repeating_it(typed):
    with pytest.raises(ArgumentError) as caught:
        outwards.parse(typed)
    assert (caught.value.key, caught.value.values) == ("webhook_address", {})


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        (SECRET, "hooks.example.com"),
        ("  HTTPS://Hooks.Example.COM:443/x  ", "hooks.example.com"),
        ("http://127.0.0.1:8065", "127.0.0.1:8065"),
        ("http://[::1]:80/x", "[::1]"),
        ("https://bücher.example/x", "xn--bcher-kva.example"),
        ("https://a_b.example./x", "a_b.example"),
    ],
)
def test_the_host_of_an_address(typed, place):
    assert outwards.parse(typed).place == place


def test_nothing_but_the_host_is_shown():
    address = outwards.parse(SECRET)
    assert address.masked == outwards.masked(SECRET) == "https://hooks.example.com/…"
    assert [word for word in ("services", "s3cret", "t0ken") if word in f"{address!r}{address}"] == []
    assert (outwards.masked(""), outwards.masked("hooks s3cret")) == ("", "…")


def test_addresses_are_told_apart_by_all_of_them():
    same = outwards.parse("HTTPS://hooks.example.com:443/services/T0/B0/s3cret?token=t0ken")
    other = outwards.parse(SECRET.replace("B0", "B1"))
    assert outwards.parse(SECRET).digest == same.digest != other.digest
