"""What a deck keeps about its own making: how it was asked for, and the figures that it told."""

from cx.deliver.remembered.figures import matrix_of
from cx.deliver.remembered.keys import slide_keys
from cx.deliver.remembered.making import Making, about_of, making_of

__all__ = ["Making", "about_of", "making_of", "matrix_of", "slide_keys"]
