"""Findings as people read them: grouped by severity, with sheet and cell, and a way to the cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import streamlit as st

from cx import text
from cx.records import Finding, Severity, by_severity, facts, told_once
from cx.text import Language
from pages.parts.dress import list_search

_ICONS: dict[Severity, str] = {
    "error": ":material/block:",
    "warning": ":material/warning:",
    "info": ":material/info:",
}
_MOST = 200
_NAMED, _LONGEST, _SHORT = 12, 60, 24
"""Columns that are named, and letters of each; letters of one that stands for a place."""
_ENTRIES = "tbody > tr"
Link = Callable[[Finding], str | None]


def draw(findings: Sequence[Finding], lang: Language, link: Link | None = None) -> None:
    """Draw the findings, the gravest first, each group in a box of its own that opens.

    ``link`` gives the address of a finding's cell inside the page.
    """
    in_order = sorted(told_once(findings), key=lambda finding: (finding.sheet or "", finding.row or 0))
    for severity, group in groupby(by_severity(tuple(in_order)), key=lambda finding: finding.severity):
        kinds = facts(group)
        label = text.say(f"findings.{severity}", lang, n=len(kinds))
        with st.expander(label, icon=_ICONS[severity], expanded=severity == "error"):
            place = f"findings_{severity}"
            list_search.draw(place, _ENTRIES, len([one for fact in kinds for one in fact]), lang)
            with st.container(key=place):
                st.html(_table(kinds[:_MOST], lang, link))
            left = [one for fact in kinds[:_MOST] for one in fact[_MOST:]]
            left += [one for fact in kinds[_MOST:] for one in fact]
            if left:
                st.markdown(f":small[{text.say('findings.more', lang, n=len(left))}]")


def brief(findings: Sequence[Finding], lang: Language, link: Link | None = None) -> None:
    """Draw the findings as short lines, for a narrow place; ``link`` as in :func:`draw`."""
    for finding in by_severity(told_once(findings)):
        target = link(finding) if link else None
        way = f" [{text.for_markdown(_place(finding))}]({target})" if target else ""
        st.markdown(f"{_ICONS[finding.severity]} {text.for_markdown(finding.message(lang))}{way}")


def _table(kinds: Sequence[Sequence[Finding]], lang: Language, link: Link | None) -> str:
    heads = "".join(f"<th scope='col'>{text.say(f'findings.{key}', lang)}</th>" for key in ("where", "what"))
    rows = "".join(
        f"<tr><td>{_way(fact[0], link)}</td><td>{_words(fact, lang, link)}</td></tr>" for fact in kinds
    )
    return f"<table class='cx-table'><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _words(fact: Sequence[Finding], lang: Language, link: Link | None) -> str:
    """Return a fact in words; where it is seen at several places, the others open below it."""
    words = text.for_html(fact[0].message(lang))
    others = fact[1:_MOST]
    if not others:
        return words
    summary = text.for_html(_elsewhere(fact[0], others, lang))
    lines = "".join(
        f"<li>{_way(finding, link)}: {text.for_html(finding.message(lang))}</li>" for finding in others
    )
    return f"{words}<details class='cx-alike'><summary>{summary}</summary><ul>{lines}</ul></details>"


def _elsewhere(first: Finding, others: Sequence[Finding], lang: Language) -> str:
    """Where else a fact is seen: the columns by name, where it is the same of columns; else how many."""
    alike = [one for one in others if one.particulars == first.particulars]
    columns = [one.column for one in alike if one.column and one.cell is None]
    if len(columns) < len(others):
        return text.say("findings.alike", lang, n=len(others))
    named = ", ".join(f"“{column[:_LONGEST]}”" for column in columns[:_NAMED])
    more = " …" if len(columns) > _NAMED else ""
    return text.say("findings.alike.columns", lang, columns=f"{named}{more}")


def _way(finding: Finding, link: Link | None) -> str:
    place, target = text.for_html(_place(finding)), link(finding) if link else None
    return f"<a class='cx-jump' href='{target}'>{place}</a>" if target else place


def _place(finding: Finding) -> str:
    cell = finding.cell or str(
        finding.row or finding.details.get("letter") or _shortened(finding.column) or ""
    )
    return " · ".join(part for part in (finding.sheet, cell) if part) or text.format.NOTHING


def _shortened(header: str | None) -> str:
    """A header as it stands where a place is named."""
    return header if header is None or len(header) <= _SHORT else f"{header[:_SHORT]}…"
