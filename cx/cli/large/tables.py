"""Answers in a database: understood by counts, added up by the database itself."""

from __future__ import annotations

import argparse
from dataclasses import replace
from functools import partial

from cx import engine, impact, intake, text
from cx.cli.arguments import choices_of
from cx.cli.derivation import NO_OUTCOME, Progress, is_none
from cx.cli.large.stated_reading import part_read
from cx.cli.streams import tell
from cx.errors import ArgumentError, CxError
from cx.large_answers import AskedStudy
from cx.records import Choices, DriverResult, Method, Touchpoints, Understanding
from cx.records.journeys import SHARED_LEAST, LogFacts
from cx.text import Language


def address_of(arguments: argparse.Namespace) -> engine.Address | None:
    """Return the address of a table, where one was given.

    Raises
    ------
    ArgumentError
        When it stands beside files or other tables.
    """
    found = next((one for one in arguments.files if isinstance(one, engine.Address)), None)
    if found is not None and len(arguments.files) > 1:
        raise ArgumentError("address_alone", value=found.shown)
    return found


def asked(address: engine.Address, arguments: argparse.Namespace, lang: Language) -> intake.AskedTable:
    """Return a table of answers with what is counted of it.

    Raises
    ------
    cx.errors.CxError
        When it cannot be asked, or has too few rows.
    """
    tell(text.say("cli.asking", lang, place=address.shown))
    return intake.asked_table(address, choices_of(arguments), _least(address, arguments))


def with_log(
    found: intake.AskedTable, arguments: argparse.Namespace, choices: Choices
) -> tuple[Choices, LogFacts | None]:
    """Return the choices with the roles of a log, and what that says of itself.

    Where what is counted shows answers, or no contacts, the choices as they are and ``None``.
    """
    if choices.shape or intake.understand(found.book, choices).shape in ("responses", "ratings"):
        return choices, None
    said = tuple((None, column, role) for column, role in arguments.role)
    try:
        log = intake.table_log(found.address, intake.EventChoices(roles=said))
    except CxError:
        return choices, None
    roles = {name: role for named in log.facts.roles.values() for name, role in named.items()}
    known = {name: role for name, role in roles.items() if role != "ignore"}
    return replace(choices, shape="contacts", roles={**known, **choices.roles}), log.facts


def of_contacts(seen: Understanding, facts: LogFacts) -> Understanding:
    """Return how a log was understood: what is said of its contacts is counted in all of it."""
    kept = (one for one in seen.findings if one.code != "contacts_read")
    return replace(seen, findings=(*kept, *facts.findings))


def result_of(found: intake.AskedTable, arguments: argparse.Namespace, lang: Language) -> DriverResult:
    """Return the impact of each touchpoint on the outcome, by the sums of the table.

    Raises
    ------
    cx.errors.CxError
        When the table is no plain table of respondents, or the arguments do not fit it.
    """
    method: Method = arguments.method or "shapley"

    study = AskedStudy.of(found, partial(part_read, arguments)).by_sums(_least(found.address, arguments))
    return impact.result(study, method=method, seed=arguments.seed, progress=Progress(lang))


def with_whole(
    found: intake.AskedTable, arguments: argparse.Namespace, lang: Language
) -> tuple[DriverResult, Touchpoints | None]:
    """Return the result, and the touchpoints of all respondents where that of some was asked for."""
    drivers = result_of(found, arguments, lang)
    if not arguments.segment and arguments.period is None:
        return drivers, None
    every = argparse.Namespace(**{**vars(arguments), "segment": [], "period": None})
    return drivers, impact.touchpoints(result_of(found, every, lang), arguments.score)


def with_outcome(found: intake.AskedTable, arguments: argparse.Namespace) -> argparse.Namespace:
    """Return the arguments with the outcome that the table itself shows, where none was given.

    Raises
    ------
    ArgumentError
        When it shows none, or several, or none was wanted: a table is drawn with impact only.
    """
    if arguments.outcome is not None and not is_none(arguments.outcome):
        return arguments
    seen = intake.understand(found.book, choices_of(arguments))
    outcomes = [one.header for one in seen.columns_of("outcome")]
    if len(outcomes) != 1 or arguments.outcome is not None:
        known = ", ".join(outcomes) or NO_OUTCOME
        raise ArgumentError("address_outcome", value=found.address.shown, known=known)
    return argparse.Namespace(**{**vars(arguments), "outcome": outcomes[0]})


def _least(address: engine.Address, arguments: argparse.Namespace) -> int:
    """Below so many people nothing leaves a database elsewhere."""
    given: int | None = arguments.least
    return given or (1 if address.is_file else SHARED_LEAST)
