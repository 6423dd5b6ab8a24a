"""Invariants on surveys as tools export them: ids, moments, comments and traits beside the ratings."""

from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from cx import intake
from cx.intake import column_words
from cx.intake.overview import at_a_glance
from tests.made.odd import lifelike

SEEDS = st.integers(0, 100_000)
FEW = settings(max_examples=8, deadline=None, phases=(Phase.explicit, Phase.generate))
NEVER = {"rating", "outcome", "weight", "importance", "expectation"}


def values_of(workbook):
    """Touchpoint to its mean and base, over all groups together, and the scale."""
    found = intake.touchpoints(workbook)
    rows = at_a_glance(found)
    told = zip(rows["touchpoint"], rows["satisfaction"], rows["n"], strict=True)
    return {name: (round(float(mean), 8), float(n)) for name, mean, n in told}, found.scale


def roles_of(seen):
    return {column.header: column.role for column in seen.columns}


def asked_of(seen):
    return sorted((one.kind, one.columns) for one in seen.questions)


@given(SEEDS, st.randoms(use_true_random=False))
@FEW
def test_what_tools_add_changes_no_value_and_is_no_rating(seed, chance):
    rated, whole, count = lifelike.battery(seed)
    added = lifelike.beside(seed, count)
    names = list(added)
    chance.shuffle(names)
    before = {name: added[name] for name in names[: len(names) // 2]}
    behind = {name: added[name] for name in names[len(names) // 2 :]}
    columns = {**before, **rated, **whole, **behind}
    workbook = lifelike.file_of(columns)
    seen = intake.understand(workbook)
    assert values_of(workbook) == values_of(lifelike.file_of({**rated, **whole}))
    roles = roles_of(seen)
    assert {roles[name] for name in rated} == {"rating"}
    assert {roles[name] for name in whole} <= {"outcome"}
    assert not {roles[name] for name in added} & NEVER
    listed = column_words.every(seen, "nl")
    assert [one.name for one in listed] == list(columns)
    assert all(one.because and one.changes for one in listed)


@given(SEEDS, st.randoms(use_true_random=False))
@FEW
def test_rows_in_another_order_are_read_and_asked_about_the_same(seed, chance):
    rated, whole, count = lifelike.battery(seed)
    columns = {**lifelike.beside(seed, count), **rated, **whole}
    order = list(range(count))
    chance.shuffle(order)
    one, other = lifelike.file_of(columns), lifelike.file_of(columns, order)
    seen, again = intake.understand(one), intake.understand(other)
    assert roles_of(seen) == roles_of(again)
    assert seen.scales == again.scales
    assert asked_of(seen) == asked_of(again)
    assert values_of(one) == values_of(other)


@given(SEEDS, st.sampled_from(["Xyzzy", "Income class", "Wave", "Year", "Weight", "Score", "Volume"]))
@FEW
def test_another_header_changes_at_most_the_role_of_its_column(seed, name):
    rated, whole, count = lifelike.battery(seed)
    columns = {**lifelike.beside(seed, count), **rated, **whole}
    which = list(columns)[seed % len(columns)]
    renamed = {(name if header == which else header): cells for header, cells in columns.items()}
    one, other = (roles_of(intake.understand(lifelike.file_of(these))) for these in (columns, renamed))
    assert {key: role for key, role in one.items() if key != which} == {
        key: role for key, role in other.items() if key != name
    }
