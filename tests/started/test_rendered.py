"""Deck and workbook as LibreOffice draws them, compared with the Picture.

Long are further pictures of ``test_bubbles_stand_where_the_picture_has_them`` and
``test_names_stand_where_the_picture_has_them``, and a further workbook of
``test_the_workbook_opens_and_draws_every_bubble``.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cache
from math import cos, hypot, sin, sqrt

import pytest

from cx import deliver
from cx.deliver.deck.presentation import form_of
from cx.records import PictureOptions
from tests.project import tiers
from tests.unit.deliver import cases, slide_templates

WIDTH = 960


@dataclass(frozen=True)
class Circle:
    x: float
    y: float
    radius: float


@pytest.fixture(scope="module")
def tools():
    found = {name: shutil.which(name) for name in ("soffice", "pdftocairo", "pdftotext")}
    missing = [name for name, path in found.items() if path is None]
    if missing:
        pytest.skip(f"needs {', '.join(missing)}, which is not installed")
    return found


@pytest.fixture(scope="module")
def renders(tools, tmp_path_factory):
    """Finds a deck or a workbook as PDF; those of a tier are all converted in one go."""

    @cache
    def converted(every):
        folder = tmp_path_factory.mktemp("renders")
        views, books = ([one for one in names if (one in EVERY) == every] for names in (VIEWS, BOOKS))
        _convert(tools, folder, views, books)
        return folder

    return lambda name: converted(name in EVERY) / f"{number_of(name)}.pdf"


def number_of(name):
    """What the file of a view or a workbook is called."""
    return str([*VIEWS, *BOOKS].index(name))


def _convert(tools, folder, views, books):
    for view in views:
        matrix, picture, template, options = drawn(view)
        content = deliver.deck(
            matrix, picture, lang="en", day=cases.DAY, template=template, options=options, topics=["matrix"]
        )
        (folder / f"{number_of(view)}.pptx").write_bytes(content)
    for name in books:
        rows = BOOKS[name]
        book = deliver.workbook(cases.matrix(rows()), rows(), lang="nl", day=cases.DAY)
        (folder / f"{number_of(name)}.xlsx").write_bytes(book)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    files = sorted(str(path) for path in folder.iterdir() if path.suffix in (".pptx", ".xlsx"))
    command = [
        tools["soffice"],
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(folder),
        *files,
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=240)


@cache
def drawn(view):
    rows, settings, *own = VIEWS[view]
    given = own[0] if own else None
    template = deliver.deck_template(given(), "own.pptx") if callable(given) else None
    options = None if callable(given) else given
    matrix = cases.matrix(rows(), **settings)
    picture = deliver.deck_picture(matrix, lang="en", day=cases.DAY, template=template, options=options)
    return matrix, picture, template, options


def placed(template, options):
    """How the Picture stands on the slide: moved, and as a part of a slide 960 wide."""
    form = form_of(template, options)
    box = form.picture_box()
    return box.left, box.top, form.width


def circles(tools, pdf, width=WIDTH):
    command = [tools["pdftocairo"], "-svg", "-f", "1", "-l", "1", str(pdf), "-"]
    drawing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scale = width / float(re.search(r'width="([\d.]+)', drawing)[1])
    found = []
    for path in re.findall(r"<path([^>]*)/>", drawing):
        outline = re.search(r' d="([^"]*)"', path)[1]
        if outline.count("C") >= 4:
            found.append(circle(outline, path, scale))
    return found


def circle(outline, path, scale):
    matrix = re.search(r'transform="matrix\(([^)]*)\)"', path)
    a, b, c, d, e, f = (float(value) for value in matrix[1].split(",")) if matrix else (1, 0, 0, 1, 0, 0)
    numbers = [float(value) for value in re.findall(r"-?\d+\.?\d*(?:e-?\d+)?", outline)]
    points = list(zip(numbers[::2], numbers[1::2], strict=True))
    xs = [scale * (a * x + c * y + e) for x, y in points]
    ys = [scale * (b * x + d * y + f) for x, y in points]
    return Circle((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2, (max(xs) - min(xs)) / 2)


def clustered(count):
    """Touchpoints in a cloud, as surveys give them, with names of every length."""
    words = ("Invoice", "Claims handling", "Call to customer service", "Visit of the engineer at home", "App")
    rows = []
    for at in range(count):
        turn = at * 2.399963
        far = 0.25 * sqrt(at)
        place = 6.5 + 0.9 * far * cos(turn), 3 + 0.55 * far * sin(turn)
        name = f"{words[at % len(words)]} {at + 1}"
        rows.append(cases.row(name, min(place[0], 10), min(max(place[1], 1), 5), volume=50 + 37 * at % 4000))
    return cases.table(rows)


VIEWS = {
    "eight": (cases.eight, {}),
    "forty": (lambda: cases.many(40), {}),
    "long names": (lambda: cases.many(24, "A touchpoint with a long name that has to be wrapped"), {}),
    "no volume": (lambda: cases.table([cases.row(f"T{at}", 5 + at / 3, 1 + at / 3) for at in range(9)]), {}),
    "no impact": (
        lambda: cases.table([cases.row(f"T{at}", 5 + at / 3, volume=10**at) for at in range(7)]),
        {},
    ),
    "log size": (lambda: cases.many(12), {"size": "log"}),
    "by journey": (cases.eight, {"colour_by": "journey"}),
    "24 in a cloud": (lambda: clustered(24), {}),
    "60 in a cloud": (lambda: clustered(60), {}),
    "120 in a cloud": (lambda: clustered(120), {}),
    "4:3": (lambda: clustered(24), {}, PictureOptions(format="4:3")),
    "template": (lambda: clustered(24), {}, slide_templates.wide),
    "template 4:3": (lambda: clustered(40), {}, slide_templates.four_to_three),
    "large template": (lambda: clustered(24), {}, slide_templates.large),
}
BOOKS = {"book": cases.eight, "book120": lambda: clustered(120)}
EVERY = ("no impact", "24 in a cloud", "template 4:3", "book")
"""What every run converts."""
CASES = tiers.first(EVERY[:3], *(one for one in VIEWS if one not in EVERY))


@pytest.mark.parametrize("view", CASES)
def test_bubbles_stand_where_the_picture_has_them(tools, renders, view):
    _, picture, template, options = drawn(view)
    left, top, width = placed(template, options)
    found = circles(tools, renders(view), width)
    for disc in picture.discs:
        x, y = disc.x + left, disc.y + top
        nearest = min(found, key=lambda c: hypot(c.x - x, c.y - y) + abs(c.radius - disc.radius))
        assert hypot(nearest.x - x, nearest.y - y) < width / 400
        assert nearest.radius == pytest.approx(disc.radius, abs=0.5)


@pytest.mark.parametrize("view", CASES)
def test_names_stand_where_the_picture_has_them(tools, renders, view):
    """Every word of every label lies within 1% of the slide's width of its line in the Picture."""
    _, picture, template, options = drawn(view)
    left, top, width = placed(template, options)
    command = [tools["pdftotext"], "-f", "1", "-l", "1", "-bbox"]
    pdf = renders(view)
    page = subprocess.run([*command, str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    scale = width / float(re.search(r'<page width="([\d.]+)', page)[1])
    pattern = r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<'
    words = [([scale * float(value) for value in box], word) for *box, word in re.findall(pattern, page)]
    far = [
        (word, label.id)
        for label in picture.labels
        for word, place in words_of(label.block)
        if apart(word, (place[0] + left, place[1] + top), words) > width / 100
    ]
    assert far == []


def words_of(block):
    """The words of a block, each with the middle of its line; a line's first and last word share it."""
    step = block.box.height / len(block.lines)
    for at, line in enumerate(block.lines):
        yield line, (block.box.centre[0], block.box.top + (at + 0.5) * step)


def apart(line, place, words):
    """How far the nearest rendering of a line lies from its place."""
    first, *_, last = (*line.split()[:1], *line.split()[-1:])
    starts = [box for box, word in words if word == first]
    ends = [box for box, word in words if word == last]
    middles = [
        ((start[0] + end[2]) / 2, (start[1] + end[3]) / 2)
        for start in starts
        for end in ends
        if abs(start[1] - end[1]) < 3 and end[2] >= start[2] - 0.1
    ]
    return min((hypot(x - place[0], y - place[1]) for x, y in middles), default=WIDTH)


@pytest.mark.parametrize("name", tiers.first(["book"], "book120"))
def test_the_workbook_opens_and_draws_every_bubble(tools, renders, name):
    found = circles(tools, renders(name))
    picture = deliver.deck_picture(cases.matrix(BOOKS[name]()), lang="nl", day=cases.DAY)
    largest = max(disc.radius for disc in picture.discs)
    scale = max(circle.radius for circle in found) / largest
    for disc in picture.discs:
        assert min(abs(circle.radius - disc.radius * scale) for circle in found) < 0.5
