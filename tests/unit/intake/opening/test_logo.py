"""A logo out of a file from outside: what it becomes, what is refused and in which words."""

import base64
import dataclasses
import io
import struct
import zlib

import pytest
from PIL import Image, ImageDraw

from cx import intake
from cx.errors import FileError, LimitExceeded
from cx.records import LOGO_HEIGHT, LOGO_WIDTH, Logo, packed_png

RED, WHITE, CLEAR = (200, 30, 30, 255), (255, 255, 255, 255), (0, 0, 0, 0)


def written(ground=CLEAR, ink=RED, size=(900, 400), kind="PNG"):
    """A bar in the middle of a picture."""
    picture = Image.new("RGBA", size, ground)
    box = (size[0] // 4, size[1] // 4, size[0] * 3 // 4 - 1, size[1] * 3 // 4 - 1)
    ImageDraw.Draw(picture).rectangle(box, fill=ink)
    target = io.BytesIO()
    (picture.convert("RGB") if kind == "JPEG" else picture).save(target, kind)
    return target.getvalue()


def pixel(logo, x, y):
    return tuple(logo.rows[y][4 * x : 4 * x + 4])


@pytest.mark.parametrize(("ground", "kind"), [(CLEAR, "PNG"), (WHITE, "PNG"), (WHITE, "JPEG")])
def test_a_logo_is_cut_to_what_is_seen_and_no_larger_than_its_place(ground, kind):
    logo = intake.logo(written(ground, kind=kind), "logo")
    assert logo.width <= LOGO_WIDTH and logo.height <= LOGO_HEIGHT
    assert logo.width / logo.height == pytest.approx(450 / 200, rel=0.05)
    assert pixel(logo, logo.width // 2, logo.height // 2) == pytest.approx(RED, abs=4)


def test_a_pale_logo_gets_a_dark_ground_and_a_dark_one_none():
    pale, dark = intake.logo(written(ink=WHITE), "pale"), intake.logo(written(), "dark")
    assert pixel(pale, 0, 0) == (31, 41, 51, 255)
    assert pixel(pale, pale.width // 2, pale.height // 2) == WHITE
    assert pixel(dark, 0, 0) == RED


def test_a_small_logo_keeps_its_pixels_and_its_file_can_be_opened():
    logo = intake.logo(written(size=(40, 20)), "small.png")
    assert (logo.width, logo.height) == (20, 10)
    opened = Image.open(io.BytesIO(logo.png))
    assert (opened.size, opened.mode, opened.getpixel((3, 3))) == ((20, 10), "RGBA", RED)


def bomb():
    target = io.BytesIO()
    Image.new("1", (30_000, 30_000)).save(target, "PNG")
    return target.getvalue()


REFUSED = {
    "logo_kind": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
    "logo_damaged": lambda: written()[:300],
    "logo_empty": lambda: written(ink=CLEAR),
    "logo_large": bomb,
}


@pytest.mark.parametrize("key", REFUSED)
def test_what_is_no_logo_is_refused_in_words(key):
    with pytest.raises(FileError) as caught:
        intake.logo(REFUSED[key](), "our logo.png")
    assert caught.value.key == key
    for lang in ("en", "nl"):
        assert "our logo.png" in caught.value.message(lang)


def test_a_file_that_is_too_large_is_not_opened():
    with pytest.raises(LimitExceeded) as caught:
        intake.logo(b"\x89PNG" + bytes(6_000_000), "huge.png")
    assert "5 MB" in caught.value.message("en")


def record(png, width=2, height=1, **more):
    return Logo(width, height, "sign", base64.b64encode(png).decode(), **more)


ROWS = (bytes(range(8)),)


def filtered():
    """A whole PNG whose one row says that it is filtered."""
    good = packed_png(2, 1, ROWS)
    pixels = zlib.compress(b"\1" + ROWS[0], 9)
    part = struct.pack(">I", len(pixels)) + b"IDAT" + pixels + struct.pack(">I", zlib.crc32(b"IDAT" + pixels))
    return good[:33] + part + good[-12:]


@pytest.mark.parametrize(
    "png",
    [
        b"",
        b"GIF89a",
        packed_png(2, 1, ROWS)[:-4],
        packed_png(2, 1, ROWS) + b"<script>",
        packed_png(2, 1, (*ROWS, *ROWS)),
        packed_png(2, 1, (ROWS[0] * 1000,)),
        filtered(),
        written(),
    ],
    ids=["nothing", "another kind", "cut", "more behind", "more rows", "wider", "filtered", "any PNG"],
)
def test_no_record_holds_anything_but_plain_pixels(png):
    assert record(packed_png(2, 1, ROWS)).rows == ROWS
    with pytest.raises(ValueError, match="a logo"):
        record(png)


def test_a_logo_tells_itself_apart_without_its_pixels():
    logo = record(packed_png(2, 1, ROWS))
    assert logo.packed not in repr(logo)
    assert dataclasses.replace(logo, on_files=False) != logo
    with pytest.raises(ValueError, match="too large"):
        record(packed_png(2, 1, ROWS), width=LOGO_WIDTH + 1)
