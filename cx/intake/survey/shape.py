"""What a row of a table stands for: a touchpoint, a respondent, a rating or a contact; by evidence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cx.intake.columns import KEYS, Roles, repeats
from cx.intake.findings import Noticed
from cx.intake.sheet import Table
from cx.intake.survey.answers import Read, answered
from cx.intake.survey.evidence import profiles_of
from cx.intake.survey.row_evidence import RowsSeen
from cx.intake.words.headers import asks
from cx.process import Budget, steps
from cx.records.file import Choices, Shape

_MANY = 20
"""From so many rows on names that come back show rows of ratings or contacts."""
_OFTEN, _MOSTLY = 0.3, 0.8
_TWO, _THREE = 2, 3
_LONGEST_LIST = 200
_ASKED = 2.0
_ASKED_OF_NAMES = 5.0
"""Below such log-odds both readings are likely; names in each row may well be touchpoints."""


@dataclass(frozen=True)
class ShapeReading:
    """What a row stands for, and what it could stand for as well."""

    shape: Shape
    rival: Shape | None = None
    names: int | None = None
    """The position of the column of touchpoints, where the answers tell another than the names did."""
    answers: int | None = None
    """The position of the only column of answers, where no name tells it."""
    people: int | None = None
    """The position of the column that says who answered, where no name tells it."""
    other_names: int | None = None
    """The position of another column that could name the touchpoints as well."""
    tickets: tuple[int, ...] = ()
    """Of rows that may be tickets as well: what they are sorted by, and their two or three ratings."""
    asked: bool = False
    """Whether it is asked what the rows are, even where the other reading gives nothing by itself."""
    read: Read | None = field(default=None, compare=False, repr=False)
    """The columns as answers, which it was told by."""

    def in_roles(self, roles: Roles) -> Roles:
        """Return the roles of a table with what the rows themselves tell of names, answers and people."""
        if self.names is not None:
            roles = roles.with_role(self.names, "touchpoint", "content_category")
        if self.answers is not None:
            roles = roles.with_role(self.answers, "satisfaction", "content_scores")
        if self.people is not None:
            roles = roles.with_role(self.people, "respondent", "content_people")
        return roles

    def tell(self, noticed: Noticed) -> None:
        """Notice what else the rows could be."""
        headers = noticed.table.headers
        if self.rival:
            rows = noticed.table.height
            noticed.sheet("warning", f"shape_maybe_{self.rival}", rows=rows, other=self.rival)
        if self.names is not None and self.other_names is not None:
            other = headers[self.other_names]
            noticed.column("warning", "two_columns", self.names, other=other, role="touchpoint")
        if self.tickets:
            group, *rated = self.tickets
            others = tuple(headers[place] for place in rated)
            listed = ", ".join(f"“{name}”" for name in others)[:_LONGEST_LIST]
            noticed.column("warning", "ticket_ratings_ambiguous", group, ratings=listed, others=others)


def shape_of(table: Table, roles: Roles, budget: Budget) -> ShapeReading:
    """Return what a row stands for.

    One row a respondent shows as columns of answers, moments and addresses; one row a touchpoint as names
    that each stand once beside means and volumes; one row a rating as names that come back beside one
    column of answers; one row a contact as the same with a moment or a customer, and no answer.
    """
    if not table.height:
        return ShapeReading("touchpoints")
    read = Read(tuple(answered(table, roles, budget=budget)), roles, Choices())
    budget.check()
    return replace(_by(RowsSeen(table, roles, profiles_of(read.columns, table))), read=read)


def _by(seen: RowsSeen) -> ShapeReading:
    """What a row stands for, by the columns."""
    events = _events(seen)
    if events is not None:
        return events
    odds = seen.odds_of_people
    if seen.is_only_answered:
        return ShapeReading("responses")  # there is nothing else that a row could be
    if _is_nameless(seen) and (odds > 0 or _holds_no_text(seen)):
        return ShapeReading("responses", tickets=_tickets(seen) if odds > 0 else ())
    shape: Shape = "responses" if odds > 0 else "touchpoints"
    other: Shape = "touchpoints" if odds > 0 else "responses"
    named = 0 < seen.names_once < 1 or (odds > 0 and seen.names_once > 0)
    unsure = abs(odds) < (_ASKED_OF_NAMES if named else _ASKED) and (odds > 0 or len(seen.rated) >= _THREE)
    unsure = unsure or (odds > 0 and seen.is_averaged_only)
    asked = odds > 0 and seen.is_averaged_only
    tickets = _tickets(seen) if odds > 0 else ()
    rival = other if unsure and not tickets else None  # names that come back in tickets are no rows of a list
    return ShapeReading(shape, rival, tickets=tickets, asked=asked)


def _is_nameless(seen: RowsSeen) -> bool:
    """Whether nothing can name a touchpoint in each row, and two columns or more can be answers.

    Codes of places and numbers of cases differ from row to row as names do, and are no words.
    """
    places = seen.roles.of("touchpoint")
    named = any(one.place in places and (seen.is_sure(one.place) or one.holds_words) for one in seen.profiles)
    answers = sum(one.is_answers and one.whole and one.is_short for one in steps(seen.profiles))
    return not named and not seen.measures_named and answers > 1


def _holds_no_text(seen: RowsSeen) -> bool:
    """Whether all columns hold numbers, and none a day."""
    return not seen.has_moments and all(one.is_answers or not one.filled for one in steps(seen.profiles))


def _tickets(seen: RowsSeen) -> tuple[int, ...]:
    """What tickets with a few ratings each are sorted by, and these; nothing where a person answers."""
    few = _TWO <= len(seen.rated) <= _THREE and len(seen.scores) == len(seen.rated)
    asked = any(asks(one.header) for one in seen.rated) or seen.is_person_named
    handled = seen.has_moments or seen.is_judged_only
    if not few or asked or not handled or seen.roles.of("respondent") or seen.table.height < _MANY:
        return ()
    group = seen.category
    return (group.place, *(one.place for one in seen.rated)) if group else ()


def _events(seen: RowsSeen) -> ShapeReading | None:
    """Rows of ratings or contacts, where names of touchpoints come back; ``None`` where they do not."""
    table, roles = seen.table, seen.roles
    unsure = seen.named is None or not seen.is_sure(seen.named)
    if table.height < _MANY or (unsure and seen.is_graded_in_parts):
        return None
    if unsure and (found := _of_one_answer(seen)):
        return found
    if seen.named is not None and table.height >= _THREE * max(seen.names_of(seen.named), 1):
        found = _of_named(seen, seen.named)
        if found is not None or seen.is_sure(seen.named) or not seen.is_rated_in_words:
            return found
    elif (
        seen.named is not None
        and roles.of("satisfaction")
        and (len(seen.scores) == 1 or seen.is_sure(seen.named))
    ):
        again = _repeats(table, roles)
        if again > _MOSTLY:
            return ShapeReading("ratings")
        if again > _OFTEN:
            return ShapeReading("touchpoints", "ratings")
    return None


def _of_one_answer(seen: RowsSeen) -> ShapeReading | None:
    """Rows with one answer each, by how they cross or what they are sorted by.

    Where people are named, each answered once: about the stage or the topic that a column is called after.
    """
    if seen.is_person_named:
        return _of_tickets(seen) if seen.category_named else None
    return _of_crossed(seen) or _of_tickets(seen)


def _of_crossed(seen: RowsSeen) -> ShapeReading | None:
    """Rows of people times things, with one answer each."""
    found = seen.crossed
    if found is None or len(seen.scores) > 1 or seen.is_told_otherwise:
        return None
    people = None if seen.roles.of("respondent") else found.people
    return ShapeReading("ratings", names=found.names, answers=_only(seen), people=people)


def _of_tickets(seen: RowsSeen) -> ShapeReading | None:
    """Rows of tickets with one answer each, sorted by what they are about."""
    group = seen.category if seen.only_score is not None and not seen.is_list else None
    if group is None or seen.is_told_otherwise:
        return None
    return ShapeReading("ratings", names=group.place, answers=_only(seen), other_names=group.rival)


def _only(seen: RowsSeen) -> int | None:
    """The only column of answers, where no header says that it is satisfaction."""
    if seen.roles.of("satisfaction"):
        return None
    return (seen.only_score or (seen.scores or seen.rated)[0]).place


def _of_named(seen: RowsSeen, place: int) -> ShapeReading | None:
    """Rows whose touchpoint comes back: ratings where they hold an answer, else contacts."""
    roles, sure = seen.roles, seen.is_sure(place)
    scored, answers = bool(roles.of("satisfaction")), len(seen.scores)
    if (answers >= _THREE and not seen.is_scored_by_name) or (answers > 1 and not sure):
        return None  # each row answers several questions: the names are groups of respondents
    if scored:
        people = bool(roles.of("respondent")) or seen.has_moments
        again = _repeats(seen.table, roles)
        if people or again > _MOSTLY:
            return ShapeReading("ratings")
        return ShapeReading("touchpoints", "ratings" if again > _OFTEN else None)
    if seen.scores and (sure or roles.of("respondent")):
        return ShapeReading("ratings", answers=seen.scores[0].place if len(seen.scores) == 1 else None)
    moment, customer = seen.has_moments, bool(roles.of("respondent"))
    if (moment or customer) if sure else (moment and customer and not seen.rated):
        return ShapeReading("contacts")
    return None


def _repeats(table: Table, roles: Roles) -> float:
    """The share of rows whose touchpoint, segment, period, journey and channel stand in a row before."""
    keys = [table.labels(place).ids for role in KEYS for place in roles.of(role)]
    return repeats(keys) / table.height
