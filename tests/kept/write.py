"""Writes what is kept of this version: ``python -m tests.kept.write``.

A folder that is there is left alone: what a version wrote is never written again by a later one.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

from cx import __version__, deliver, intake, matrix
from cx.intake import mapping
from cx.records import Choices
from cx.session.sessions import codec
from cx.session.sessions import stored as sessions
from cx.session.store.database import open_store
from cx.session.voting import taking_part
from tests.kept import cases, figures
from tests.source import ROOT
from tests.unit.deliver import slide_templates

HERE = Path(__file__).resolve().parent
SESSIONS = (("rich-en", "en"), ("rich-nl", "nl"), ("derived", "en"), ("composed", "nl"))
LANGUAGES = ("en", "nl")


def main():
    """Write the folder of this version; return the exit code."""
    folder = HERE / __version__
    if folder.exists():
        sys.stderr.write(f"{folder.name} is kept already\n")
        return 1
    with tempfile.TemporaryDirectory() as place:
        made = Path(place) / __version__
        made.mkdir()
        expected = written(made)
        text = json.dumps(expected, ensure_ascii=False, indent=1, allow_nan=False)
        (made / "expected.json").write_text(text + "\n", encoding="utf-8")
        (made / "README.md").write_text(about(made), encoding="utf-8")
        shutil.copytree(made, folder)
    sys.stdout.write(f"{sum(one.stat().st_size for one in folder.iterdir()):,} bytes in {folder}\n")
    return 0


def written(folder):
    """Write the files of a version, and return the figures by which they are known again."""
    with closing(open_store(f"sqlite:///{folder / 'sessions.sqlite'}")) as store:
        cases.fill(store)
        expected = {
            "version": __version__,
            "listed": figures.of_summaries(store),
            "keep_days": 730,
            "tokens": {f"{kind}-{token}": kind for kind in ("points", "urgency") for token in cases.TOKENS},
            "sessions": {key: figures.of_session(store, id_) for key, id_ in cases.IDS.items()},
            "session_files": sessions_apart(store, folder),
            "decks": decks(store, folder),
            "workbooks": results(store, folder),
        }
    beside = {"templates": templates(folder), "mappings": mappings(folder), "marked": marked(folder)}
    return {**expected, **beside}


def put(folder, name, content):
    """Write a file; return its name."""
    (folder / name).write_bytes(content)
    return name


def sessions_apart(store, folder):
    """The file and the workbook of each session."""
    found = {}
    for key, lang in SESSIONS:
        document, book = cases.files_of(store, key, lang)
        found[put(folder, f"session-{key}.cxsession", document)] = key
        found[put(folder, f"session-{key}.xlsx", book)] = key
    return found


def decks(store, folder):
    """Plain decks in both languages, one of derived impact, and one in a template of our own."""
    template = put(folder, "template.pptx", slide_templates.small())
    own = deliver.deck_template((folder / template).read_bytes(), template)
    wanted = (
        ("deck-en.pptx", "rich-en", "en", None),
        ("deck-nl.pptx", "rich-nl", "nl", None),
        ("deck-derived-nl.pptx", "derived", "nl", None),
        ("deck-template-en.pptx", "derived", "en", own),
    )
    for name, key, lang, chosen in wanted:
        put(folder, name, deck(store, key, lang, chosen))
    return {name: figures.of_deck((folder / name).read_bytes()) for name, *_ in wanted}


def deck(store, key, lang, template):
    """The deck of a session with all that its room did, as the matrix page makes it."""
    session = sessions.load(store, cases.IDS[key])
    drawn = matrix.build(session.touchpoints, session.settings)
    look = session.settings.look
    added = deliver.Additions(
        drivers=cases.drivers() if key == "derived" else None,
        votes=taking_part.revealed_of(store, session.id),
        decisions=session.log,
    )
    beside = matrix.companions(drawn, session.touchpoints)
    return deliver.deck(
        drawn, lang=lang, day=cases.DAY, added=added, options=look, companions=beside, template=template
    )


def templates(folder):
    """Every .pptx, as what it is worth as a template for the next deck."""
    names = sorted(one.name for one in folder.glob("*.pptx"))
    found = {name: deliver.deck_template((folder / name).read_bytes(), name) for name in names}
    return {name: figures.of_template(one) for name, one in found.items()}


def results(store, folder):
    """Result workbooks and templates: files of ours that may be loaded as data."""
    for key, lang in (("rich-en", "en"), ("rich-nl", "nl"), ("derived", "nl")):
        session = sessions.load(store, cases.IDS[key])
        drawn = matrix.build(session.touchpoints, session.settings)
        look = session.settings.look
        content = deliver.workbook(drawn, session.touchpoints, lang=lang, day=cases.DAY, options=look)
        put(folder, f"result-{key}.xlsx", content)
    for lang in LANGUAGES:
        put(folder, f"template-{lang}.xlsx", deliver.template(lang))
    names = sorted(one.name for kind in ("result", "template") for one in folder.glob(f"{kind}-*.xlsx"))
    return {name: loaded(folder, name) for name in names}


def loaded(folder, name, choices=None):
    """What a file gives when it is loaded."""
    content, chosen = (folder / name).read_bytes(), choices or Choices()
    table = cases.table_of(content, name, chosen)
    seen = intake.understand(intake.read(content, name), chosen)
    return {"table": figures.of_table(table), **figures.of_understanding(seen)}


def mappings(folder):
    """Files with the choices that were made for them."""
    found = {}
    wanted = (
        ("untidy.csv", cases.untidy(), cases.UNTIDY),
        ("answers-nl.csv", cases.answers(), cases.ANSWERS),
    )
    for name, content, choices in wanted:
        put(folder, name, content)
        seen = intake.understand(intake.read(content, name), choices)
        made = put(folder, f"mapping-{Path(name).stem}.json", mapping.mapping_of(choices, seen))
        found[made] = {"file": name, "choices": codec.plain(choices), **loaded(folder, name, choices)}
    return found


def marked(folder):
    """A workbook with mistakes in it, and its copies with the findings marked."""
    name = put(folder, "mistakes.xlsx", cases.mistakes())
    content = (folder / name).read_bytes()
    book = intake.read(content, name)
    findings = intake.together([book]).findings
    for lang in LANGUAGES:
        made = deliver.marked(content, name, book, findings, lang)
        put(folder, f"marked-{lang}.xlsx", made.content)
    return {"file": name, "findings": figures.of_findings(findings), **loaded(folder, name)}


def about(folder):
    """The page that says where the files of a folder come from."""
    lines = [
        f"# Files that version {__version__} wrote",
        "",
        f"Written by `python -m tests.kept.write` with the program of commit {commit()}, never since.",
        "`tests/test_kept.py` opens each of them with the program as it is today, and compares what it finds",
        "with `expected.json`, which was made in the same run from what was written.",
        "",
        "All data are invented: tables made by `tests/kept/cases.py`, and the Dutch sample of `data/`.",
        "",
        "| file | bytes | SHA-256 begins |",
        "|---|---:|---|",
    ]
    for one in sorted(folder.iterdir()):
        content = one.read_bytes()
        lines.append(f"| `{one.name}` | {len(content):,} | `{hashlib.sha256(content).hexdigest()[:16]}` |")
    return "\n".join([*lines, ""])


def commit():
    """The commit that this checkout stands at, in short."""
    asked = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
