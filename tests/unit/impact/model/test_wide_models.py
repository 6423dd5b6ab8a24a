"""Wide models: the same numbers as narrow ones, by a way that is quick for many columns."""

import numpy as np
import pytest

from cx import impact
from cx.impact.model import contrasts, effects, groups_left_out, penalty_reward
from cx.impact.model.joint import means
from cx.impact.study import prepare
from tests.made.responses import journey, names


@pytest.mark.parametrize("missing", [0.0, 0.4])
@pytest.mark.parametrize("rows", [250, 600])
def test_leaving_groups_out_gives_what_solving_anew_gives(rows, missing, monkeypatch):
    table = journey(rows=rows, touchpoints=9, missing=missing)
    study = prepare(table, "outcome", names(table))
    anew = effects.estimated(study.moments, study.model)
    told = contrasts(study.contrasts)
    monkeypatch.setattr(effects, "WIDE", 0)
    monkeypatch.setattr(penalty_reward, "WIDE", 0)
    quick = effects.estimated(study.moments, study.model)
    assert quick.replicates.effects == pytest.approx(anew.replicates.effects, abs=1e-8)
    assert quick.replicates.exposure_effects == pytest.approx(anew.replicates.exposure_effects, abs=1e-8)
    again = contrasts(study.contrasts)
    assert [one and one.kind for one in again] == [one and one.kind for one in told]
    for one, other in zip(again, told, strict=True):
        if one and other:
            ends = [(c.penalty.low, c.reward.high, c.asymmetry.low) for c in (one, other)]
            assert ends[0] == pytest.approx(ends[1], abs=1e-7)


def test_sums_are_multiplied_as_if_they_were_turned_first():
    table = journey(rows=300, touchpoints=5, missing=0.3)
    table[names(table)[1]] = 7.0  # met by everybody and without spread: it has no column
    study = prepare(table, "outcome", names(table))
    moments, model = study.moments, study.model
    assert 0 < model.columns < 10
    centres = means(moments.total[np.newaxis])
    vectors = np.random.default_rng(1).normal(size=(moments.groups, model.columns + 2))
    turned = model.turned(moments.sums, centres)
    expected = np.einsum("gij,gj->gi", turned, vectors)
    assert model.times(moments.sums, centres, vectors) == pytest.approx(expected, abs=1e-9)


def test_a_column_that_one_group_carries_alone_does_not_break_the_others():
    random = np.random.default_rng(1)
    columns = random.normal(size=(200, 3))
    columns[1:, 2] = 0.0
    rows = np.column_stack([np.ones(200), columns, columns[:, 0] + random.normal(size=200)])
    sums = np.einsum("ni,nj->nij", rows, rows)
    found = groups_left_out.coefficients(sums.sum(axis=0), sums, np.arange(3))
    assert np.isfinite(found).all()
    rest = [np.linalg.lstsq(np.delete(rows, g, 0)[:, :4], np.delete(rows, g, 0)[:, 4])[0] for g in (5, 6)]
    assert found[5:7] == pytest.approx(np.array(rest)[:, 1:], abs=1e-8)


def test_more_than_sixty_touchpoints_name_the_questions_to_choose_from():
    table = journey(rows=900, touchpoints=64, missing=0.0)
    questions = {f"t{j + 1}": f"Q{7 if j < 30 else 12}_{j + 1}" for j in range(64)}
    wide = table.rename(columns=questions)
    result = impact.drivers(wide, "outcome", list(questions.values()), draws=0)
    (said,) = [f for f in result.findings if f.code == "many_touchpoints"]
    assert said.details == {"n": 64, "most": 60, "batteries": "Q7… (30), Q12… (34)", "pattern": "Q7*"}
    assert all(driver.contrast is None for driver in result.drivers)
    alone = impact.drivers(table, "outcome", names(table), draws=0)
    assert [f.details["n"] for f in alone.findings if f.code == "many_touchpoints_alone"] == [64]
