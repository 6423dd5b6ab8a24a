"""The picture of each lens: a row a touchpoint, or a bar a month, for screen, deck and report alike."""

from cx.picture.lenses.compute import lens_picture
from cx.picture.lenses.layout import placed_lens
from cx.picture.lenses.months import months_picture
from cx.picture.lenses.record import LensPicture
from cx.picture.lenses.screen import screen_lens

__all__ = ["LensPicture", "lens_picture", "months_picture", "placed_lens", "screen_lens"]
