"""Findings as people read them: grouped by severity, with sheet and cell, and a way to the cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

import streamlit as st

from cx import text
from cx.records import Finding, Severity, by_severity, facts
from cx.text import Language

_ICONS: dict[Severity, str] = {
    "error": ":material/block:",
    "warning": ":material/warning:",
    "info": ":material/info:",
}
_MOST = 200
Link = Callable[[Finding], str | None]


def draw(findings: Sequence[Finding], lang: Language, link: Link | None = None) -> None:
    """Draw the findings, the gravest first, each group in a box of its own that opens.

    ``link`` gives the address of a finding's cell inside the page.
    """
    in_order = sorted(findings, key=lambda finding: (finding.sheet or "", finding.row or 0))
    for severity, group in groupby(by_severity(tuple(in_order)), key=lambda finding: finding.severity):
        found = list(group)
        label = text.say(f"findings.{severity}", lang, n=len(found))
        with st.expander(label, icon=_ICONS[severity], expanded=severity == "error"):
            kinds = facts(found)
            st.html(_table(kinds[:_MOST], lang, link))
            left = [one for fact in kinds[:_MOST] for one in fact[_MOST:]]
            left += [one for fact in kinds[_MOST:] for one in fact]
            if left:
                st.markdown(f":small[{text.say('findings.more', lang, n=len(left))}]")


def brief(findings: Sequence[Finding], lang: Language) -> None:
    """Draw the findings as short lines, for a narrow place."""
    for finding in by_severity(tuple(findings)):
        st.markdown(f"{_ICONS[finding.severity]} {text.for_markdown(finding.message(lang))}")


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
    summary = text.say("findings.alike", lang, n=len(fact[1:]))
    lines = "".join(
        f"<li>{_way(finding, link)}: {text.for_html(finding.message(lang))}</li>" for finding in others
    )
    return f"{words}<details class='cx-alike'><summary>{summary}</summary><ul>{lines}</ul></details>"


def _way(finding: Finding, link: Link | None) -> str:
    place, target = text.for_html(_place(finding)), link(finding) if link else None
    return f"<a class='cx-jump' href='{target}'>{place}</a>" if target else place


def _place(finding: Finding) -> str:
    cell = finding.cell or str(finding.row or finding.details.get("letter") or "")
    return " · ".join(part for part in (finding.sheet, cell) if part) or text.format.NOTHING
