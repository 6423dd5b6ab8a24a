"""Files and folders of this machine: found, refused with words, watched; databases by name."""

import os
from pathlib import Path

import pytest

from cx import engine
from cx.engine import folders
from cx.errors import ArgumentError, UnreadableFile

KINDS = ("csv", "parquet")


@pytest.fixture
def place(tmp_path):
    for name in ("b.csv", "A.CSV", "c.parquet", ".hidden.csv", "~$b.csv", "notes.md", "noending"):
        (tmp_path / name).write_text("x\n1\n", encoding="utf-8")
    for name in ("Zoo", "apes", ".git"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_what_lies_in_a_folder_is_listed_by_name_without_what_is_hidden(place):
    found = engine.folder_at(place, KINDS)
    assert found.folders == ("apes", "Zoo")
    assert [(one.name, one.size) for one in found.files] == [("A.CSV", 4), ("b.csv", 4), ("c.parquet", 4)]
    assert (found.others, found.more, found.above) == (2, False, str(place.parent))
    assert engine.folder_at(place / "b.csv", KINDS) == found
    assert engine.folder_at(Path(place.anchor), KINDS).above is None


def test_of_many_the_first_are_listed_and_it_is_said(place, monkeypatch):
    monkeypatch.setattr(folders, "LISTED", 2)
    found = engine.folder_at(place, KINDS)
    assert [one.name for one in found.files] == ["A.CSV", "b.csv"]
    assert found.more


def test_a_pattern_means_the_files_of_its_folder(place):
    assert [one.name for one in engine.files_of(place / "*.csv", KINDS)] == ["b.csv"]
    assert [one.name for one in engine.files_of(place, KINDS)] == ["A.CSV", "b.csv", "c.parquet"]
    assert [one.name for one in engine.files_of(place / "*")] == [
        "A.CSV",
        "b.csv",
        "c.parquet",
        "noending",
        "notes.md",
    ]
    (place / "odd[1].csv").write_text("x\n", encoding="utf-8")
    assert [one.name for one in engine.files_of(place / "odd[1].csv", KINDS)] == ["odd[1].csv"]


@pytest.mark.parametrize(
    ("there", "key"),
    [
        ("none.csv", "place_missing"),
        ("none/x*.csv", "place_missing"),
        ("b.csv/deeper.csv", "place_missing"),
        ("z*.csv", "place_no_match"),
        ("Zoo", "place_no_files"),
        ("nul\0l.csv", "place_missing"),
        ("nul\0l/deeper.csv", "place_missing"),
        ("x" * 5_000, "place_missing"),
        (f"{'x' * 5_000}/*.csv", "place_missing"),
        ("**.none", "place_no_match"),
    ],
)
def test_what_is_not_there_is_refused_with_words(place, there, key):
    with pytest.raises(UnreadableFile) as raised:
        engine.files_of(place / there, KINDS)
    assert raised.value.key == key


@pytest.mark.parametrize("there", ["nul\0l/deeper.csv", f"{'x' * 5_000}/deeper.csv"])
def test_a_folder_of_a_name_that_none_can_have_is_not_there(place, there):
    with pytest.raises(UnreadableFile) as raised:
        engine.folder_at(place / there, KINDS)
    assert raised.value.key == "place_missing"


@pytest.mark.skipif(os.name == "nt", reason="Windows has neither in a folder")
def test_what_could_be_read_for_ever_is_no_file(place):
    os.mkfifo(place / "pipe.csv")
    (place / "ring.csv").symlink_to(place / "ring.csv")
    with pytest.raises(UnreadableFile) as raised:
        engine.files_of(place / "pipe.csv", KINDS)
    assert raised.value.key == "place_no_file"
    with pytest.raises(UnreadableFile) as raised:
        engine.files_of(place / "ring.csv", KINDS)
    assert raised.value.key == "place_missing"
    assert [one.name for one in engine.files_of(place / "*.csv", KINDS)] == ["b.csv"]
    assert [one.name for one in engine.folder_at(place, KINDS).files] == ["A.CSV", "b.csv", "c.parquet"]


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_what_has_no_text_for_a_name_is_counted_and_refused_with_words(place):
    try:
        (place / "klant \udce9.csv").write_text("x\n1\n", encoding="utf-8")
        (place / "map \udcff").mkdir()
    except OSError:
        pytest.skip("this disk takes text only")
    found = engine.folder_at(place, KINDS)
    assert (found.nameless, found.others, len(found.files), found.folders) == (2, 2, 3, ("apes", "Zoo"))
    for there in ("", "*.csv", "map \udcff/../klant \udce9.csv"):
        with pytest.raises(UnreadableFile) as raised:
            engine.files_of(place / there, KINDS)
        assert raised.value.key == "place_no_text"
        assert "klant \\xe9.csv" in raised.value.message("nl").encode().decode()
    with pytest.raises(UnreadableFile) as raised:
        engine.folder_at(place / "map \udcff", KINDS)
    assert raised.value.key == "place_no_text"


def test_a_file_that_breaks_off_while_it_is_read_is_refused_with_words(place):
    with pytest.raises(UnreadableFile) as raised, engine.opened(place / "b.csv"):
        raise OSError(5, "Input/output error")
    assert raised.value.key == "place_broken"


def refuse(*_about, **_more):
    raise PermissionError


def test_a_folder_that_may_not_be_looked_into_is_refused_with_words(place, monkeypatch):
    monkeypatch.setattr(folders.os, "scandir", refuse)
    with pytest.raises(UnreadableFile) as raised:
        engine.folder_at(place / "gone.csv", KINDS)
    assert raised.value.key == "place_right"


def test_a_file_that_may_not_be_looked_at_is_refused_with_words(place, monkeypatch):
    path = str(place / "b.csv")
    with monkeypatch.context() as patch:
        patch.setattr(Path, "stat", refuse)
        with pytest.raises(UnreadableFile) as raised:
            engine.marks_of([path])
    assert raised.value.key == "place_right"


def test_a_file_that_is_written_while_it_is_read_gives_no_figures(place):
    path = place / "b.csv"
    source = engine.Source((str(path),), "delimited", ("a",), marks=engine.marks_of([str(path)]))
    assert engine.asked({"t": source}, ["SELECT count(*) AS n FROM t"])[0].rows() == [(1,)]

    def write(_stage):
        path.write_text("x\n1\n2\n3\n", encoding="utf-8")

    with pytest.raises(UnreadableFile) as raised:
        engine.asked({"t": source}, ["SELECT count(*) AS n FROM t"], beat=write)
    assert raised.value.key == "file_changed"
    path.unlink()
    with pytest.raises(UnreadableFile) as raised:
        engine.asked({"t": source}, ["SELECT count(*) AS n FROM t"])
    assert raised.value.key == "place_missing"


# --- databases ---


def test_a_database_is_asked_where_its_host_port_name_and_service_were_named():
    there = {"CX_DATABASES": "postgresql://ann@db.example:5433/crm postgresql:///?service=web"}
    for address in ("postgresql://bob@db.example:5433/crm::t", "postgresql:///?service=web::s.t"):
        engine.check_named(engine.address_in(address), there)
    for address in (
        "postgresql://ann@db.example/crm::t",
        "postgresql://ann@db.example:5433/other::t",
        "postgresql://db.example.org:5433/crm::t",
        "postgresql:///?service=other::t",
        "snowflake://db.example:5433/crm::t",
    ):
        with pytest.raises(ArgumentError) as raised:
            engine.check_named(engine.address_in(address), there)
        assert raised.value.key == "database_unnamed"
    engine.check_named(engine.address_in("duckdb:///x.duckdb::t"), {})


@pytest.mark.parametrize(
    ("setting", "key"),
    [
        ("postgresql://ann:geheim@db.example/crm", "address_password"),
        ("postgresql://a/b ann:geheim", "database_setting"),
        ("postgresql://a/b?sslkey=geheim", "address_setting"),
    ],
)
def test_what_is_wrong_with_a_name_is_said_without_what_stands_in_it(setting, key):
    with pytest.raises(ArgumentError) as raised:
        engine.databases_named({"CX_DATABASES": setting})
    assert raised.value.key == key
    assert "geheim" not in f"{raised.value.message('en')} {raised.value.message('nl')}"


def test_a_password_with_signs_of_an_address_is_none_of_its_parts():
    with pytest.raises(ArgumentError) as raised:
        engine.address_in("postgresql://ann:12/3geheim@db.example/crm::t")
    assert raised.value.key == "address_password"
    assert "geheim" not in raised.value.message("en")
    assert engine.address_in("duckdb:///home/a@b/x.duckdb::t").place == "/home/a@b/x.duckdb"
