"""Where two readings of a file are likely: each as the choices that settle it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from cx.intake.digest import Digest
from cx.intake.question_groups import grouped
from cx.intake.survey.answers import swapped
from cx.records.file import EVERY_COLUMN, Choices, CodeMeaning, Question, QuestionKind, Reading, Role, Shape
from cx.records.finding import Finding
from cx.records.scale import Direction, Scale

_UNSURE = ("code_ambiguous", "rating_ambiguous")
_DIRECTIONS = (
    "ces_direction", "grades_direction", "answers_direction_ambiguous", "direction_higher_ambiguous",
    "direction_lower_ambiguous", "runs_against_ambiguous", "turned_ambiguous",
)  # fmt: skip
_WORDS = ("answer_order_ambiguous", "answer_codes_ambiguous")


def questions_of(choices: Choices, found: Digest) -> tuple[Question, ...]:
    """Return what a person is asked, in the order in which it was seen.

    ``found`` is what one pass over the file gave with these choices.
    """
    asked: dict[str, Question] = {}
    for finding in found.findings:
        make = _MAKERS.get(_kind(finding.code))
        question = make(choices, found, finding) if make else None
        if question:
            asked.setdefault(question.key, question)
    return grouped(asked.values())


def _kind(code: str) -> str:
    if code.startswith(_UNSURE):
        return "code"
    if code.startswith("shape_maybe_"):
        return "shape"
    if code.startswith(_WORDS):
        return "words"
    return "direction" if code in _DIRECTIONS else code


def _question(key: str, kind: QuestionKind, finding: Finding, first: Reading, second: Reading) -> Question:
    return Question(key, kind, finding, (first, second))


def _with(choices: Choices, roles: Mapping[str, Role], kind: str, *, now: bool, **values: object) -> Reading:
    """A reading in which columns have these roles."""
    return Reading(replace(choices, roles={**choices.roles, **roles}), now, kind, values)


def _roles(choices: Choices, _found: Digest, finding: Finding) -> Question:
    """Two columns that both may have one role."""
    chosen, other = str(finding.column), str(finding.details["other"])
    role = cast("Role", finding.details["role"])

    def reading(column: str, rest: str, *, now: bool) -> Reading:
        return _with(choices, {column: role, rest: "ignore"}, "role", now=now, column=column, role_key=role)

    return _question(
        f"role:{role}", "role", finding, reading(chosen, other, now=True), reading(other, chosen, now=False)
    )


def _overall(choices: Choices, _found: Digest, finding: Finding) -> Question:
    """A touchpoint like the others, or the outcome: a question about everything together."""
    column = str(finding.column)

    def reading(role: Role, *, now: bool) -> Reading:
        return _with(choices, {column: role}, "column_role", now=now, column=column, own_role=role)

    readings = reading("rating", now=True), reading("outcome", now=False)
    return _question(f"overall:{finding.details['letter']}", "role", finding, *readings)


def _column_role(choices: Choices, _found: Digest, finding: Finding) -> Question:
    """One column that may have either of two roles."""
    column = str(finding.column)
    own, other = cast("Role", finding.details["own_role"]), cast("Role", finding.details["other_role"])

    def reading(role: Role, *, now: bool) -> Reading:
        return _with(choices, {column: role}, "column_role", now=now, column=column, own_role=role)

    readings = reading(own, now=True), reading(other, now=False)
    return _question(f"role:{finding.details['letter']}", "role", finding, *readings)


def _doubted(choices: Choices, found: Digest, finding: Finding) -> Question:
    """Columns that are read as ratings though nothing says so."""
    names = cast("tuple[str, ...]", finding.details["others"])
    settled = replace(choices, shape=found.shape)

    def reading(role: Role, *, now: bool) -> Reading:
        return _with(settled, dict.fromkeys(names, role), f"doubted_{role}", now=now, n=len(names))

    return _question("doubted", "role", finding, reading("rating", now=True), reading("ignore", now=False))


def _scale(choices: Choices, _found: Digest, finding: Finding) -> Question:
    """Two scales that the scores fit equally well."""
    own: Direction = choices.direction or "higher"

    def reading(start: str, *, now: bool) -> Reading:
        low, high = float(str(finding.details[f"{start}low"])), float(str(finding.details[f"{start}high"]))
        kind = "nps" if low == -high else "rating"
        scale = Scale(low, high, own, "nps") if kind == "nps" else Scale(low, high, own)
        return Reading(replace(choices, scale=scale), now, "scale", {"low": low, "high": high})

    return _question("scale", "scale", finding, reading("", now=True), reading("other_", now=False))


def _direction(choices: Choices, found: Digest, finding: Finding) -> Question:
    """Which end of an effort score, or of complaints, is good."""
    names = _asked(found, finding)
    now = found.scales[names[0]].direction if names and names[0] in found.scales else "higher"
    ends = found.scales[names[0]] if names and names[0] in found.scales else Scale(1, 10)

    def reading(direction: Direction) -> Reading:
        scales = {
            name: replace(found.scales[name], direction=direction) for name in names if name in found.scales
        }
        settled = replace(choices, scales={**choices.scales, **scales})
        values = {"low": float(ends.minimum), "high": float(ends.maximum)}
        return Reading(settled, direction == now, f"direction_{direction}", values)

    key = f"direction:{finding.column or now}"
    return _question(key, "direction", finding, reading("higher"), reading("lower"))


def _asked(found: Digest, finding: Finding) -> tuple[str, ...]:
    """The columns of which nobody said which end is good, that are read in the finding's direction."""
    if finding.column:
        return (finding.column,)
    wanted = "lower" if "lower" in finding.code else "higher"
    asked = found.survey.asked if found.survey else ()
    return tuple(name for name in asked if found.scales[name].direction == wanted)


def _code(choices: Choices, found: Digest, finding: Finding) -> Question | None:
    """A number that can be a rating or a code."""
    number, column = str(finding.details["number"]), str(finding.column)
    code = found.survey.code.get((column, number)) if found.survey else None
    if code is None:
        return None

    def reading(meaning: CodeMeaning) -> Reading:
        codes: Mapping[str, CodeMeaning] = {**choices.codes.get(column, {}), number: meaning}
        settled = replace(choices, codes={**choices.codes, column: codes})
        mean = code.mean_with if meaning == "rating" else code.mean_without
        return Reading(settled, code.meaning == meaning, f"code_{meaning}", {"code": number, "mean": mean})

    return _question(code.key, "code", finding, reading("not_met"), reading("rating"))


def _blanks(choices: Choices, _found: Digest, finding: Finding) -> Question:
    met = Reading(replace(choices, blanks="not_met"), chosen=True, kind="blanks_not_met")
    silent = Reading(replace(choices, blanks="no_answer"), chosen=False, kind="blanks_no_answer")
    return _question("blanks", "blanks", finding, met, silent)


def _tests(choices: Choices, _found: Digest, finding: Finding) -> Question:
    values = {"n": finding.details["n"]}
    away = Reading(replace(choices, tests="away"), chosen=True, kind="tests_away", values=values)
    count = Reading(replace(choices, tests="count"), chosen=False, kind="tests_count", values=values)
    return _question("tests", "tests", finding, away, count)


def _changed(choices: Choices, _found: Digest, finding: Finding) -> Question:
    moved = Reading(replace(choices, changed="moved"), chosen=True, kind="changed_moved")
    typed = Reading(replace(choices, changed="as_typed"), chosen=False, kind="changed_as_typed")
    return _question("changed", "changed", finding, moved, typed)


def _words(choices: Choices, found: Digest, finding: Finding) -> Question | None:
    """Answers in words that nobody knows, or codes: in the order that is proposed, or the other way round."""
    ratings = found.survey.ratings if found.survey else ()
    scale = next((one.spoken for one in ratings if one.header == finding.column), None)
    if scale is None:
        return None
    said = choices.text_scales.get(EVERY_COLUMN, {})

    def reading(numbers: Mapping[str, float], *, now: bool) -> Reading:
        texts = sorted(numbers, key=numbers.__getitem__)
        scales = {**choices.text_scales, EVERY_COLUMN: {**said, **numbers}}
        return Reading(replace(choices, text_scales=scales), now, "words", {"answers": ", ".join(texts)})

    turned = {text: scale.low + scale.high - number for text, number in scale.numbers.items()}
    key = f"words:{finding.details['letter']}"
    others = [turned, *(swapped(scale.numbers) if scale.asked == "order" else [])]
    offered = (reading(one, now=False) for one in others)
    return Question(key, "words", finding, (reading(scale.numbers, now=True), *offered))


def _unrated(choices: Choices, found: Digest, finding: Finding) -> Question | None:
    """A text beside a good and a bad answer: no answer, or one in between."""
    text, column = str(finding.details["text"]), str(finding.column)
    ratings = found.survey.ratings if found.survey else ()
    scale = next((one.spoken for one in ratings if one.header == column), None)
    if scale is None:
        return None
    order = sorted(scale.numbers, key=scale.numbers.__getitem__)
    half = len(order) // 2
    steps = {one: float(step) for step, one in enumerate([*order[:half], text, *order[half:]], 1)}
    codes: Mapping[str, CodeMeaning] = {**choices.codes.get(column, {}), text: "no_answer"}
    silent = replace(choices, codes={**choices.codes, column: codes})
    rated = replace(choices, text_scales={**choices.text_scales, column: steps})
    values = {"code": text}
    none = Reading(silent, chosen=True, kind="unrated", values=values)
    between = Reading(rated, chosen=False, kind="rated", values=values)
    return _question(f"unrated:{column}", "words", finding, none, between)


def _shares(choices: Choices, _found: Digest, finding: Finding) -> Question:
    """A share of 1 among per cents: the same in another form, or a slip."""
    values = {"example": finding.details["example"], "percent": finding.details["percent"]}
    percent = Reading(
        replace(choices, mixed_shares="percent"), chosen=True, kind="shares_percent", values=values
    )
    away = Reading(
        replace(choices, mixed_shares="left_out"), chosen=False, kind="shares_left_out", values=values
    )
    return _question("shares", "shares", finding, percent, away)


def _clusters(choices: Choices, _found: Digest, finding: Finding) -> Question:
    """Answers of the same store or agent that are alike: counted one by one until a person says so."""
    values = {"column": finding.column, "wider": finding.details["wider"]}
    apart = Reading(replace(choices, cluster=""), chosen=True, kind="cluster_apart", values=values)
    whole = Reading(
        replace(choices, cluster=str(finding.column)), chosen=False, kind="cluster_together", values=values
    )
    return _question("cluster", "cluster", finding, apart, whole)


def _decimal(choices: Choices, _found: Digest, finding: Finding) -> Question:
    now = str(finding.details["mark"])
    comma = Reading(replace(choices, decimal_mark=","), chosen=now == ",", kind="decimal_comma")
    point = Reading(replace(choices, decimal_mark="."), chosen=now == ".", kind="decimal_point")
    return _question("decimal", "decimal", finding, comma, point)


def _shape(choices: Choices, found: Digest, finding: Finding) -> Question:
    other = cast("Shape", finding.details["other"])

    def reading(shape: Shape) -> Reading:
        return Reading(replace(choices, shape=shape), shape == found.shape, f"shape_{shape}")

    return _question("shape", "shape", finding, reading(found.shape), reading(other))


def _tickets(choices: Choices, _found: Digest, finding: Finding) -> Question:
    """Ratings of a ticket: touchpoints themselves, or one of them for each group of tickets."""
    group = str(finding.column)
    rated = cast("tuple[str, ...]", finding.details["others"])

    def reading(rating: str) -> Reading:
        roles: dict[str, Role] = {**choices.roles, group: "touchpoint", rating: "satisfaction"}
        values = {"column": group, "rating": rating}
        return Reading(replace(choices, shape="ratings", roles=roles), False, "ticket_group", values)  # noqa: FBT003

    first = Reading(replace(choices, shape="responses"), chosen=True, kind="ticket_ratings")
    return Question("tickets", "shape", finding, (first, *map(reading, rated)))


def _sheet(choices: Choices, found: Digest, finding: Finding) -> Question:
    now = found.sheet.name if found.sheet else ""

    def reading(sheet: str) -> Reading:
        return Reading(replace(choices, sheet=sheet), sheet == now, "sheet", {"sheet": sheet})

    return _question("sheet", "sheet", finding, reading(now), reading(str(finding.details["other"])))


_MAKERS: Mapping[str, Callable[[Choices, Digest, Finding], Question | None]] = {
    "two_columns": _roles,
    "overall_ambiguous": _overall,
    "role_ambiguous": _column_role,
    "ratings_doubted_ambiguous": _doubted,
    "scale_ambiguous": _scale,
    "ratings_on_ambiguous": _scale,
    "direction": _direction,
    "code": _code,
    "words": _words,
    "words_unrated_ambiguous": _unrated,
    "blanks_ambiguous": _blanks,
    "respondents_tests_ambiguous": _tests,
    "scale_changed_ambiguous": _changed,
    "decimal_ambiguous": _decimal,
    "shares_mixed_ambiguous": _shares,
    "clusters_likely": _clusters,
    "shape": _shape,
    "ticket_ratings_ambiguous": _tickets,
    "sheet_ambiguous": _sheet,
}
"""Code of a finding, or the kind of it, to what makes the question."""
