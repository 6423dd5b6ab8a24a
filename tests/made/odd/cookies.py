"""Cookies as other programs of the same machine set them: browsers send them along to every port."""

FOREIGN = (
    'seen={"a":"b"}',
    "nothing equals",
    "path=/x",
    'half="open',
    "a@b=1",
    "naïve=1",
    "=",
    ";;",
    "$Version=1",
)
"""A reader of the standard (``http.cookies``) drops what comes behind each of them."""
