"""The currency of money on the command line: as asked, else as a file names it."""

import json

import pytest

from cx.__main__ import main

TABLE = "Touchpoint;Satisfaction (1-10);Impact;Cost{}\nBill;6;8;20\nCall;5;2;10\nApp;9;4;30\n"


@pytest.mark.parametrize(
    ("header", "asked", "currency"),
    [(" (GBP)", [], "GBP"), (" (GBP)", ["--currency", "EUR"], "EUR"), ("", [], None)],
)
def test_a_currency_is_asked_for_or_found(header, asked, currency, tmp_path, capsys):
    path = tmp_path / "cost.csv"
    path.write_text(TABLE.format(header), encoding="utf-8")
    assert main(["matrix", str(path), *asked, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["settings"]["currency"] == currency


def test_a_currency_that_is_none_is_refused_in_words(tmp_path, capsys):
    assert main(["matrix", str(tmp_path / "cost.csv"), "--currency", "shells"]) == 2
    assert "EUR" in capsys.readouterr().err
