"""What was chosen for a file is found again, and nothing else comes in by that way."""

import json
from functools import cache

import pytest

from cx import intake
from cx.__main__ import main
from cx.errors import ArgumentError
from cx.intake import mapping
from cx.records import Choices, ImpactPart, Scale
from tests.made.intake_files import table

HEADERS = ["Contact", "Score", "Weight", "Number"]
ROWS = [["Invoice", 6, 4, 100], ["App", 8, 5, 300], ["Call", 99, 2, 50]]
CHOICES = Choices(
    header_rows=(1,),
    roles={"Score": "satisfaction", "Number": "volume", "Contact": "touchpoint"},
    scale=Scale(1, 7, "lower"),
    impact_scale=Scale(0, 10),
    missing_codes=("99",),
    impact_parts=(ImpactPart("Weight", 2.0, "lower"),),
)


@cache
def plain():
    return table([HEADERS, *ROWS])


def saved(choices=CHOICES, book=None):
    return mapping.mapping_of(choices, intake.understand(book or plain(), choices))


@cache
def kept():
    return saved()


def changed(**fields):
    return json.dumps({**json.loads(kept()), **fields}).encode()


def with_choices(**fields):
    return changed(choices={**json.loads(kept())["choices"], **fields})


def test_what_was_chosen_comes_back():
    assert mapping.choices_from(saved(), intake.understand(plain())) == CHOICES


def test_a_mapping_file_holds_plain_data_and_its_version():
    about = json.loads(saved())
    assert (about["format"], about["version"], about["headers"]) == ("cx-mapping", 1, HEADERS)
    assert about["choices"]["scale"] == {"minimum": 1, "maximum": 7, "direction": "lower"}
    assert about["choices"]["impact_parts"] == [{"column": "Weight", "weight": 2.0, "direction": "lower"}]


def test_the_same_headers_are_recognised_in_any_order_and_spelling():
    one = intake.understand(plain())
    other = intake.understand(
        table([[" number", "SCORE", "Contact", "Weight "], [100, 6, "Invoice", 4], [300, 8, "App", 5]])
    )
    more = intake.understand(table([[*HEADERS, "Owner"], ["Invoice", 6, 4, 100, "Els"]]))
    assert mapping.headers_key(one) == mapping.headers_key(other)
    assert mapping.headers_key(one) != mapping.headers_key(more)


def test_the_next_file_gets_the_choices_though_sheet_and_header_row_differ():
    chosen = Choices(sheet="Q3", header_rows=(1,), roles={"Score": "satisfaction"})
    content = saved(chosen, table([HEADERS, *ROWS], name="Q3", Other=[["Contact", "Score"], ["a", 1]]))
    following = table([["Report of the fourth quarter"], [], HEADERS, *ROWS], name="Q4")
    found = mapping.recognised([content], following)
    assert found == Choices(roles={"Score": "satisfaction"})
    assert intake.understand(following, found).header_rows == (3,)


def test_a_sheet_that_is_there_again_is_taken_again():
    second = [["Contact", "Score"], ["a", 1], ["b", 2]]
    chosen = Choices(sheet="Other", roles={"Score": "satisfaction"})
    book = table([HEADERS, *ROWS], name="Q3", Other=second)
    assert mapping.recognised([saved(chosen, book)], book) == chosen


def test_other_headers_are_not_recognised():
    assert mapping.recognised([saved()], table([[*HEADERS, "Owner"], ["Invoice", 6, 4, 100, "Els"]])) is None


def test_a_mapping_fits_a_table_with_more_columns_and_says_which_it_lacks():
    wider = table([[*HEADERS, "Owner"], *[[*row, "Els"] for row in ROWS]])
    assert mapping.fitting(saved(), wider) == CHOICES
    with pytest.raises(ArgumentError) as raised:
        mapping.fitting(saved(), table([["Contact", "Score"], ["Invoice", 6]]))
    assert (raised.value.key, raised.value.values["columns"]) == ("mapping_columns", "Number, Weight")


def test_of_several_files_the_one_that_fits_gives_the_choices():
    other = table([["Contact", "Cost"], ["Invoice", 6]])
    found = mapping.for_files(saved(), [other, plain()])
    assert (found.roles, found.header_rows) == (CHOICES.roles, None)
    with pytest.raises(ArgumentError) as raised:
        mapping.for_files(saved(), [other, other])
    assert raised.value.key == "mapping_columns"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"null",
        b"[" * 100_000,
        b'{"format": "cx-mapping", "version": 1}',
        b"9" * 10_000,
        b" " * 2_000_001,
        lambda: changed(choices=[]),
        lambda: changed(headers="Contact"),
        lambda: changed(headers=["\ud800"]),
        lambda: changed(headers=["x" * 40_000]),
        lambda: changed(headers=["x"] * 20_001),
        lambda: with_choices(roles={"Score": "owner of the world"}),
        lambda: with_choices(roles=[["Score", "satisfaction"]]),
        lambda: with_choices(shape="circle"),
        lambda: with_choices(sheet=7),
        lambda: with_choices(scale={"minimum": 7, "maximum": 1}),
        lambda: with_choices(scale={"minimum": 1}),
        lambda: with_choices(scale={"minimum": True, "maximum": 7}),
        lambda: with_choices(scale={"minimum": 1, "maximum": 1e300}),
        lambda: with_choices(header_rows=[0]),
        lambda: with_choices(header_rows=[]),
        lambda: with_choices(header_rows=[3, 2]),
        lambda: with_choices(header_rows=[1.5]),
        lambda: with_choices(header_rows=[2_000_000]),
        lambda: with_choices(impact_parts=[{"column": "Weight", "weight": -1}]),
        lambda: with_choices(missing_codes="99"),
        lambda: with_choices(__class__="Choices"),
        lambda: saved().replace(b'"weight": 2.0', b'"weight": NaN'),
        lambda: saved().replace(b'"weight": 2.0', b'"weight": 1e999'),
        lambda: saved().replace(b'"weight": 2.0', b'"weight": ' + b"9" * 400),
    ],
    ids=lambda content: None if callable(content) else f"{len(content)} {content[-40:]!r}",
)
def test_anything_else_is_refused_in_words(content):
    with pytest.raises(ArgumentError) as raised:
        mapping.fitting(content() if callable(content) else content, plain())
    assert raised.value.key == "mapping_unreadable"


def test_a_later_version_is_told_apart():
    with pytest.raises(ArgumentError) as raised:
        mapping.fitting(changed(version=2), plain())
    assert raised.value.key == "mapping_version"


def test_every_choice_survives():
    everything = mapping.choices_from(saved(), intake.understand(plain()))
    told = json.loads(saved())["choices"].keys()
    assert told == {name for name, value in vars(everything).items() if value != vars(Choices())[name]}


def test_the_command_line_takes_a_mapping_file_and_options_go_before_it(tmp_path, capsys):
    (tmp_path / "q3.csv").write_text("Contact;Score;Weight;Number\nInvoice;6;4;100\nApp;2;5;300\n")
    (tmp_path / "choices.json").write_bytes(saved(Choices(roles={"Weight": "note"}, scale=Scale(1, 7))))
    asked = ["inspect", str(tmp_path / "q3.csv"), "--mapping", str(tmp_path / "choices.json"), "--json"]
    assert main([*asked, "--role", "owner=Contact"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["roles"]["note"], told["roles"]["owner"]) == ("Weight", "Contact")
    assert main([*asked, "--role", "ignore=Weight"]) == 0
    assert json.loads(capsys.readouterr().out)["roles"]["ignore"] == "Weight"


def test_the_command_line_says_when_it_is_no_mapping_file(tmp_path, capsys):
    (tmp_path / "q3.csv").write_text("Contact;Score\nInvoice;6\n")
    (tmp_path / "choices.json").write_text("[]")
    asked = ["inspect", str(tmp_path / "q3.csv"), "--mapping", str(tmp_path / "choices.json")]
    assert main(asked) == 2
    error = ArgumentError("mapping_unreadable")
    assert capsys.readouterr() == ("", f"{error.message('en')}\n")
