"""The page about notebooks: its code runs on the sample that it names, from top to bottom."""

import re
from pathlib import Path

import pandas as pd

from cx import impact
from cx.records import Scale

ROOT = Path(__file__).resolve().parents[2]
CODE = re.compile(r"```python\n(.*?)```", re.DOTALL)
# Exact shares of 24 touchpoints take seconds; Johnson's weights show as well that the page holds.
ASKED, QUICK = 'outcome="Overall satisfaction (0-10)")', 'outcome="Overall satisfaction (0-10)", '


def test_the_code_of_the_page_runs(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    page = (ROOT / "docs" / "api.md").read_text(encoding="utf-8")
    code = "\n".join(CODE.findall(page))
    assert code.count(ASKED) == 1
    said = {}
    exec(code.replace(ASKED, f'{QUICK}method="johnson", draws=200)'), said)  # noqa: S102 - our own page
    assert len(said["result"].drivers) == 24
    assert said["plan"].chosen == ("Complaint handling", "Phone menu")
    assert said["plan"].next.budget == 65_000
    assert "Best for £60,000: Complaint handling, Phone menu." in capsys.readouterr().out


def test_a_result_reads_as_a_table_by_impact():
    table = pd.DataFrame(
        {"A<b>": [8, 6, 9, 4, 7, 5] * 20, "App": [7, 7, 8, 6, 5, 6] * 20, "Y": [8, 6, 9, 5, 7, 5] * 20}
    )
    result = impact.drivers(table, "Y", scales=Scale(1, 10), draws=0)
    lines = repr(result).splitlines()
    assert lines[0] == f"DriverResult('Y', method='shapley', n=120, r2={result.r2:.3f})"
    assert [line.split()[0] for line in lines[3:]] == ["A<b>", "App"]
    assert "<b>" not in result._repr_html_()
