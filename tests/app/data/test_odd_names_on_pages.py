"""Names that would be a picture, a link or a formula: on no page are they anything but words.

Long are further pages of ``test_names_are_words_wherever_they_stand``.
"""

import re
from html.parser import HTMLParser

import pytest

from tests.app import screens
from tests.project import tiers

ODD = "![x](http://evil.example/p.png)<img src=x onerror=a()>[l](http://evil.example) :red[r] $x$ `c`"
AS_WORDS = {"options", "alt", "default", "json"}
"""Fields that are shown as they stand: entries of lists, what is typed, what our own parts put in as text."""
HEADS = "Touchpoint;Satisfaction;Impact;Volume;Journey;Channel;Segment;Owner;Note;Period"
ROWS = [
    f"{ODD} {at};{5 + at * 0.6:.1f};{1 + at % 4};{100 + at};J {ODD} {at % 2}"
    f";C {ODD};S {ODD};O {ODD};N {ODD};{year}"
    for year in (2025, 2026)
    for at in range(6)
]


class Tags(HTMLParser):
    """The tags that lead elsewhere, of a piece of HTML."""

    def __init__(self, content):
        super().__init__()
        self.found = []
        self.feed(content)

    def handle_starttag(self, tag, attrs):
        if any(
            "evil.example" in (value or "") or value == "x"
            for name, value in attrs
            if name in ("src", "href")
        ):
            self.found.append(tag)


def texts(message):
    """Every text of what is drawn, with the field that holds it."""
    for field, value in message.ListFields():
        for one in value if field.is_repeated else [value]:
            if isinstance(one, str):
                yield field.name, one
            elif field.message_type and hasattr(one, "ListFields"):
                yield from texts(one)


def drawn(node):
    """Every element of a page, with its kind."""
    proto = getattr(node, "proto", None)
    if hasattr(proto, "ListFields"):
        yield type(proto).__name__, proto
    for inner in getattr(node, "children", {}).values():
        yield from drawn(inner)


def leads_away(kind, field, said):
    """Whether a name became something else than words."""
    if kind == "Html":
        return bool(Tags(said).found)
    if field == "spec":
        return "<img" in said
    return field not in AS_WORDS and bool(re.search(r"(?<!\\)\]\(http", said))


@pytest.mark.usefixtures("own_store")
@pytest.mark.parametrize(
    "name",
    tiers.first(
        ["matrix"],
        *("data", "priorities", "compare", "drivers", "decisions", "sessions", "room", "method", "lenses"),
        "journeys",
    ),
)
def test_names_are_words_wherever_they_stand(name):
    app = screens.loaded("\n".join([HEADS, *ROWS]), f"{ODD.replace('/', '_')}.csv")
    screens.page(app, name)
    assert not app.exception
    every = [
        (kind, field, said)
        for kind, proto in drawn(app._tree)
        for field, said in texts(proto)
        if "evil" in said
    ]
    assert every or name in {"drivers", "method", "journeys"}
    assert [one for one in every if leads_away(*one)] == []


def test_what_leads_away_is_found():
    assert leads_away("Html", "body", f"<p>{ODD}</p>")
    assert leads_away("Markdown", "body", ODD)
    assert leads_away("PlotlyChart", "spec", ODD)
    assert not leads_away("Selectbox", "options", ODD)
