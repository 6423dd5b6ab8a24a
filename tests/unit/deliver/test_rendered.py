"""Deck and workbook as LibreOffice draws them, compared with the Picture."""

import re
import shutil
import subprocess
from dataclasses import dataclass
from math import hypot

import pytest

from cx import deliver
from tests.unit.deliver import cases

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
    """The folder with every deck and the workbook as PDF, all converted in one go."""
    folder = tmp_path_factory.mktemp("renders")
    for at, view in enumerate(VIEWS):
        matrix, picture = drawn(view)
        content = deliver.deck(matrix, picture, lang="en", day=cases.DAY)
        (folder / f"{at}.pptx").write_bytes(content)
    book = deliver.workbook(cases.matrix(), cases.eight(), lang="nl", day=cases.DAY)
    (folder / "book.xlsx").write_bytes(book)
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
    return folder


def drawn(view):
    rows, settings = VIEWS[view]
    matrix = cases.matrix(rows(), **settings)
    return matrix, deliver.deck_picture(matrix, lang="en", day=cases.DAY)


def circles(tools, pdf):
    command = [tools["pdftocairo"], "-svg", "-f", "1", "-l", "1", str(pdf), "-"]
    drawing = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scale = WIDTH / float(re.search(r'width="([\d.]+)', drawing)[1])
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
}


@pytest.mark.parametrize("view", VIEWS)
def test_bubbles_stand_where_the_picture_has_them(tools, renders, view):
    _, picture = drawn(view)
    found = circles(tools, renders / f"{list(VIEWS).index(view)}.pdf")
    for disc in picture.discs:
        nearest = min(found, key=lambda c: hypot(c.x - disc.x, c.y - disc.y) + abs(c.radius - disc.radius))
        assert hypot(nearest.x - disc.x, nearest.y - disc.y) < WIDTH / 400
        assert nearest.radius == pytest.approx(disc.radius, abs=0.5)


def test_every_name_stands_where_the_picture_has_it(tools, renders):
    _, picture = drawn("eight")
    command = [tools["pdftotext"], "-f", "1", "-l", "1", "-bbox", str(renders / "0.pdf"), "-"]
    page = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    scale = WIDTH / float(re.search(r'<page width="([\d.]+)', page)[1])
    words = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<', page)
    found = {word: [scale * float(value) for value in box] for *box, word in words}
    for label in picture.labels:
        left, top, right, bottom = found[label.block.text]
        x, y = label.block.box.centre
        assert ((left + right) / 2, (top + bottom) / 2) == (
            pytest.approx(x, abs=WIDTH / 200),
            pytest.approx(y, abs=WIDTH / 200),
        )


def test_the_workbook_opens_and_draws_every_bubble(tools, renders):
    found = circles(tools, renders / "book.pdf")
    picture = deliver.deck_picture(cases.matrix(), lang="nl", day=cases.DAY)
    largest = max(disc.radius for disc in picture.discs)
    scale = max(circle.radius for circle in found) / largest
    for disc in picture.discs:
        assert min(abs(circle.radius - disc.radius * scale) for circle in found) < 0.5
