"""What a column is, whatever stands beside it, in any order and language: invariants of intake.

Long are further names of ``test_what_goes_alone_on_the_scale_of_a_battery_moves_none_of_it``.
"""

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cx import intake
from tests.made.surveys import book, ratings, rows_of
from tests.project import tiers

COUNT = 150
ITEMS = ("Invoice", "Delivery", "Helpdesk", "Website", "Repair")
SEEDS = st.integers(0, 10_000)
FEW = settings(max_examples=12, deadline=None, phases=(Phase.explicit, Phase.generate))
BESIDE = {
    "Age": lambda random: random.integers(18, 80, COUNT),
    "Household": lambda random: random.integers(1, 8, COUNT),
    "Gender": lambda random: random.integers(1, 3, COUNT),
    "Shirt": lambda random: random.choice(["red", "blue", "green"], COUNT),
    "Remark": lambda random: [f"remark {at}" for at in random.integers(0, 9_000, COUNT)],
    "Minutes": lambda random: np.round(random.gamma(3, 40, COUNT), 1),
}
IN = {
    "en": ("How satisfied are you with {}?", "Overall satisfaction", "Age", "Gender"),
    "nl": ("Hoe tevreden bent u over {}?", "Algemene tevredenheid", "Leeftijd", "Geslacht"),
    "de": ("Wie zufrieden sind Sie mit {}?", "Gesamtzufriedenheit", "Alter", "Geschlecht"),
    "fr": ("Êtes-vous satisfait de {} ?", "Satisfaction globale", "Âge", "Sexe"),
    "es": ("¿Está satisfecho con {}?", "Satisfacción general", "Edad", "Sexo"),
}


def columns_of(seed, extra=()):
    random = np.random.default_rng(seed)
    held = dict(zip(ITEMS, ratings(COUNT, len(ITEMS), seed=seed).T, strict=True))
    return held | {name: BESIDE[name](random) for name in sorted(extra)}


def read(columns, order=None):
    rows = rows_of(list(columns), *columns.values())
    body = rows[1:] if order is None else [rows[1:][at] for at in order]
    return book([rows[0], *body])


def values_of(workbook):
    rows = intake.touchpoints(workbook).rows
    return {
        name: (round(float(mean), 9), float(n))
        for name, mean, n in zip(rows["touchpoint"], rows["satisfaction"], rows["n"], strict=True)
    }


def roles_of(workbook):
    return {column.header: column.role for column in intake.understand(workbook).columns}


@given(SEEDS, st.sets(st.sampled_from(sorted(BESIDE))), st.randoms(use_true_random=False))
@FEW
def test_columns_beside_a_battery_change_none_of_its_values(seed, extra, chance):
    columns = columns_of(seed, extra)
    alone = values_of(read({name: columns[name] for name in ITEMS}))
    names = list(columns)
    chance.shuffle(names)
    beside = values_of(read({name: columns[name] for name in names}))
    assert {name: beside[name] for name in ITEMS} == alone
    assert set(alone) == set(ITEMS)


@given(SEEDS, st.sets(st.sampled_from(sorted(BESIDE)), min_size=1), st.randoms(use_true_random=False))
@FEW
def test_the_order_of_rows_changes_no_role_scale_or_mean(seed, extra, chance):
    columns = columns_of(seed, extra)
    order = list(range(COUNT))
    chance.shuffle(order)
    one, other = read(columns), read(columns, order)
    assert roles_of(one) == roles_of(other)
    assert values_of(one) == values_of(other)
    assert intake.understand(one).scales == intake.understand(other).scales


@given(SEEDS, st.sampled_from(ITEMS), st.sampled_from(["Age", "Income class", "Wave", "Weight", "Quarter"]))
@FEW
def test_a_renamed_header_changes_at_most_its_own_role(seed, which, name):
    columns = columns_of(seed)
    renamed = {(name if header == which else header): values for header, values in columns.items()}
    one, other = roles_of(read(columns)), roles_of(read(renamed))
    assert {h: r for h, r in one.items() if h != which} == {h: r for h, r in other.items() if h != name}


@given(SEEDS)
@FEW
def test_translated_headers_are_read_the_same(seed):
    items = ratings(COUNT, 5, seed=seed).T
    random = np.random.default_rng(seed)
    age, gender = random.integers(18, 80, COUNT), random.integers(1, 3, COUNT)
    read_as = {}
    for lang, (question, whole, old, sex) in IN.items():
        headers = [*(question.format(name) for name in ITEMS[:4]), whole, old, sex]
        found = read(dict(zip(headers, [*items, age, gender], strict=True)))
        read_as[lang] = [roles_of(found)[header] for header in headers]
    assert read_as == dict.fromkeys(IN, ["rating"] * 4 + ["outcome"] + ["ignore"] * 2)


@given(SEEDS, st.sets(st.sampled_from(sorted(BESIDE))))
@FEW
def test_every_column_is_listed_with_a_role_and_a_reason(seed, extra):
    columns = columns_of(seed, extra)
    listed = intake.understand(read(columns)).columns
    assert [column.header for column in listed] == list(columns)
    assert all(column.why(lang) for column in listed for lang in ("en", "nl"))
    assert [n for _, n in values_of(read(columns)).values()] == [COUNT] * len(ITEMS)


@pytest.mark.parametrize("name", tiers.first(["Группа"], "Klasse", "Grade", "等级"))
@given(SEEDS)
@FEW
def test_what_goes_alone_on_the_scale_of_a_battery_moves_none_of_it(name, seed):
    columns = columns_of(seed)
    beside = {name: np.random.default_rng(seed + 1).integers(1, 6, COUNT), **columns}
    found = values_of(read(beside))
    assert {item: found[item] for item in ITEMS} == values_of(read(columns))
