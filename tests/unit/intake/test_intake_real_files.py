"""Files that people really have: each is understood or refused in words.

Long are most of the files of ``test_the_shape_of_real_data_is_recognised``, and the damaged ones, for which
``tests/property/test_intake_formats.py::test_damage_never_ends_in_a_traceback`` and
``tests/unit/intake/opening/test_intake_reading.py::test_a_cut_off_workbook_is_damaged`` stand.
"""

from functools import cache

import pytest

from cx import intake
from cx.errors import FileError
from cx.intake.opening import Limits
from tests.project import tiers
from tests.unit.intake import broken_files

REFUSED = {
    "broken/BadWorkbook.xlsx": "no_cells",
    "broken/empty_file.xlsx": "empty_file",
    "broken/invalid.xlsx": "zip_without_workbook",
    "broken/issue252.xlsx": "workbook_damaged",
    "broken/poi_crash_bad_central_dir.xlsx": "zip_damaged",
    "csv/csv_empty.csv": "empty_file",
    "dimension/51585.xlsx": "no_cells",
    "encrypted/encryptAES.xlsx": "password_needed",
    "encrypted/example_password.xlsx": "password_needed",
    "encrypted/pass_protected.ods": "password_needed",
    "encrypted/pass_protected.xlsb": "password_needed",
    "encrypted/pass_protected.xlsx": "password_needed",
    "encrypted/protected_sha512.xlsx": "password_needed",
    "encrypted/python-calamine_password.xls": "password_needed",
    "encrypted/rc4cryptoapi_password.xls": "password_needed",
    "encrypted/xor-encryption-abc.xls": "password_needed",
    "formats/crlf.fods": "is_flat_ods",
    "formats/testEXCEL_4.xls": "old_excel",
    "layout/57893-many-merges.xlsx": "no_cells",
}
SHAPES = {
    "airline_passenger/test.csv": "responses",
    "ecsi_mobi/mobi.csv": "responses",
    "hbat_b2b/Factor-Hair-Revised.csv": "responses",
    "hbat_b2b/HBAT.csv": "responses",
    "hbat_b2b/HBAT_data.csv": "responses",
    "helpdesk_italy/helpdesk.csv": "contacts",
    "shapka_drivers/example_02.csv": "responses",
    "shapka_drivers/example_03.csv": "responses",
    "canada_services/service_standards.csv": "touchpoints",
    "govuk_transactions/services-test.csv": "touchpoints",
    "hcahps_maven/national_results.csv": "touchpoints",
}


READ, UNDERSTAND = intake.read, intake.understand
PATIENT = Limits(seconds=600.0)
"""What a file may take on a machine that does other work too."""


@cache
def understood(content, name):
    """What a file is understood as, or the error: two tests ask about each ugly file."""
    try:
        return UNDERSTAND(READ(content, name, limits=PATIENT))
    except FileError as error:
        return error


def understand(content, name):
    """The same, as the program says it."""
    if isinstance(seen := understood(content, name), FileError):
        raise seen
    return seen


@pytest.mark.long
def test_every_ugly_file_is_understood_or_refused_in_words(shared):
    refused = {}
    paths = [path for path in sorted((shared / "ugly").rglob("*")) if path.is_file() and path.suffix != ".md"]
    for path in paths:
        try:
            seen = understand(path.read_bytes(), path.name)
        except FileError as error:
            refused[path.relative_to(shared / "ugly").as_posix()] = error.key
        else:
            assert seen.row_count or any(finding.severity == "error" for finding in seen.findings)
    assert refused == REFUSED


@pytest.mark.parametrize("name", tiers.first(list(SHAPES)[-4:], *list(SHAPES)[:-4]))
def test_the_shape_of_real_data_is_recognised(shared, name):
    path = shared / "data" / name
    assert intake.understand(intake.read(path.read_bytes(), path.name, limits=PATIENT)).shape == SHAPES[name]


def test_passwords_open_what_they_lock(shared):
    folder = shared / "ugly" / "encrypted"
    for name, password in (("example_password.xlsx", "Password1234_"), ("xor-encryption-abc.xls", "abc")):
        book = intake.read((folder / name).read_bytes(), name, password=password)
        assert any(sheet.columns for sheet in book.sheets)


def test_top_box_percentages_by_year(shared):
    path = shared / "data" / "hcahps_maven" / "national_results.csv"
    found = intake.touchpoints(intake.read(path.read_bytes(), path.name))
    nurses = found.rows[(found.rows["touchpoint"] == "H_COMP_1") & (found.rows["period"] == "07_2015")]
    assert list(nurses["satisfaction"]) == [79.0]
    assert found.periods[0] == "07_2015"
    assert (found.scale.kind, found.scale.maximum) == ("percent", 100)


@pytest.mark.long
@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("true", [True, False])
def test_the_list_says_what_the_program_says_about_each_ugly_file(true, monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(broken_files.intake, "read", lambda content, name: (content, name))
    monkeypatch.setattr(broken_files.intake, "understand", lambda book: understand(*book))
    monkeypatch.setattr("sys.argv", ["broken_files.py", "--check"])
    if not true:
        other = tmp_path / "broken_files.md"
        text = broken_files.DOCUMENT.read_text(encoding="utf-8")
        other.write_text(text.replace("| 1 |", "| 2 |", 1), encoding="utf-8")
        monkeypatch.setattr(broken_files, "DOCUMENT", other)
    assert broken_files.main() == (0 if true else 1)
    assert (capsys.readouterr().err == "") is true
