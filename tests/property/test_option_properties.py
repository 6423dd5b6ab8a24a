"""Whatever a question sets has an option, and parsing it gives the same choices back."""

from dataclasses import fields, replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

from cx.cli.arguments import choices_of, language_of, parsed, parser
from cx.cli.options import options_of
from cx.intake.mapping import overlaid
from cx.records import ROLES, SHAPES, Choices, ImpactPart, Scale
from cx.records.file import SCORES

SIGNS = st.characters(exclude_categories=("Cs", "Cc", "Z")) | st.sampled_from(" :=\"',-.*")
HEADERS = st.text(SIGNS, min_size=1, max_size=12).map(str.strip).filter(bool)
DIRECTIONS = st.sampled_from(["higher", "lower"])
ENDS = st.tuples(st.floats(-1e6, 1e6), st.floats(-1e6, 1e6)).filter(lambda both: both[0] < both[1])
SCALES = st.one_of(
    st.builds(
        lambda ends, good, kind: Scale(*ends, good, kind),
        ENDS, DIRECTIONS, st.sampled_from(["rating", "percent", "nps", "ces"]),
    ),
    st.sampled_from([Scale(-100, 100, kind="nps"), Scale(-100, 100), Scale(1, 5)]),
)  # fmt: skip
MEANINGS = st.sampled_from(["not_met", "no_answer", "rating"])
FIELDS = {
    "sheet": st.none() | HEADERS,
    "shape": st.none() | st.sampled_from(SHAPES),
    "header_rows": st.none() | st.tuples(st.integers(1, 50)) | st.just((3, 4, 5)),
    "hidden": st.booleans(),
    "roles": st.dictionaries(HEADERS, st.sampled_from(ROLES), max_size=3),
    "scale": st.none() | SCALES,
    "scales": st.dictionaries(HEADERS, SCALES, max_size=3),
    "direction": st.none() | DIRECTIONS,
    "decimal_mark": st.none() | st.sampled_from([",", "."]),
    "impact_scale": st.none() | ENDS.map(lambda ends: Scale(*ends)),
    "missing_codes": st.none() | st.just(()) | st.just(("99", "-1")),
    "codes": st.dictionaries(HEADERS, st.dictionaries(HEADERS, MEANINGS, min_size=1, max_size=2), max_size=2),
    "text_scales": st.dictionaries(
        HEADERS, st.dictionaries(HEADERS, st.floats(-1e6, 1e6), min_size=1, max_size=2), max_size=2
    ),
    "mixed_shares": st.none() | st.sampled_from(["percent", "left_out"]),
    "cluster": st.none() | st.just("") | HEADERS.filter(lambda name: name.strip().casefold() != "none"),
    "impact_parts": st.lists(
        st.builds(ImpactPart, HEADERS, st.floats(0.001, 1e6), DIRECTIONS), max_size=2
    ).map(tuple),
    "score": st.sampled_from(SCORES),
    "blanks": st.none() | st.sampled_from(["not_met", "no_answer"]),
    "tests": st.none() | st.sampled_from(["away", "count"]),
    "changed": st.none() | st.sampled_from(["moved", "as_typed"]),
}  # fmt: skip
CHOICES = st.builds(Choices, **FIELDS)


parser_kept = cache(parser)
"""Made once, where each command line makes its own: that takes longer than what is tried here."""


def read(*words):
    given = ["inspect", "file.xlsx", *words]
    return choices_of(parser_kept(language_of(given)).parse_args(given))


@given(choices=CHOICES)
@settings(deadline=None, max_examples=300)
def test_options_give_the_choices_back(choices):
    assert read(*options_of(Choices(), choices)) == choices


@given(now=CHOICES, name=HEADERS, scale=SCALES, meaning=MEANINGS, role=st.sampled_from(ROLES))
@settings(deadline=None, max_examples=150)
def test_an_answer_on_top_of_other_choices_gives_what_it_asks_for(now, name, scale, meaning, role):
    answers = [
        replace(now, roles={**now.roles, name: role}),
        replace(now, scales={**now.scales, name: scale}),
        replace(now, scale=scale),
        replace(now, codes={**now.codes, name: {**now.codes.get(name, {}), "99": meaning}}),
        replace(now, text_scales={**now.text_scales, name: {"good: very": 5.0, "bad": 1.0}}),
        replace(now, shape="ratings", blanks="no_answer", decimal_mark=","),
    ]
    for then in answers:
        assert read(*options_of(Choices(), now), *options_of(now, then)) == then
        assert overlaid(now, read(*options_of(now, then))) == then


def test_every_field_that_a_question_can_set_is_tried():
    """A field that a question can set and no option knows would be lost; none is about names."""
    tried = {*FIELDS, "also"}
    assert {field.name for field in fields(Choices)} - tried == {
        "matches",
        "names",
    }  # no question is about names


def test_what_was_said_of_other_answers_of_a_column_stays():
    now = Choices(codes={"Q1": {"88": "rating"}}, text_scales={"*": {"good": 5.0}})
    then = Choices(
        codes={"Q1": {"88": "rating", "99": "not_met"}}, text_scales={"*": {"good": 1.0, "bad": 5.0}}
    )
    assert overlaid(now, read(*options_of(now, then))) == then


def test_sheets_that_are_not_said_stay_proposed():
    assert options_of(Choices(), Choices(sheet="Q3")) == ("--sheet", "Q3", "--fitting-sheets")
    assert options_of(Choices(), Choices(sheet="Q3", also=("Q4",))) == ("--sheet", "Q3", "--sheet", "Q4")
    assert read("--sheet", "Q3") == Choices(sheet="Q3", also=())
    assert choices_of(parsed(["inspect", "file.xlsx", "--sheet", "Q3"])) == Choices(sheet="Q3", also=())
    assert options_of(Choices(sheet="Q3"), Choices(sheet="Q3")) == ()


def test_a_value_that_begins_like_an_option_is_written_into_it():
    assert options_of(Choices(), Choices(scale=Scale(-5, 5), missing_codes=())) == (
        "--scale=-5..5:higher",
        "--missing=",
    )
