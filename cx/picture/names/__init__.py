"""Names on the bubbles: where each stands, the key of numbers, and names that are not told."""

from cx.picture.names.anonymity import anonymised, companions_anonymised, names_hidden
from cx.picture.names.labels import named

__all__ = ["anonymised", "companions_anonymised", "named", "names_hidden"]
