"""What columns that lenses read are called, in English and Dutch, with German and French beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from cx.intake.words.comparable import plain
from cx.records.file import GapFigure, Role

WHOLE: Mapping[Role, tuple[str, ...]] = {
    "standard": (
        "standard", "standards", "service standard", "has standard", "standard defined", "standard exists",
        "standard in place", "is there a standard", "norm", "norms", "service norm", "servicenorm",
        "standaard", "heeft norm", "norm aanwezig", "norm vastgesteld", "norm bekend", "is er een norm",
        "norm vorhanden", "standard vorhanden", "norme", "norme definie", "servicebelofte", "service promise",
    ),
    "met": (
        "met", "met standard", "standard met", "met the standard", "met norm", "norm met", "within standard",
        "within norm", "on standard", "standards met", "contacts that met the standard", "norm gehaald",
        "norm behaald", "gehaald", "behaald", "binnen norm", "binnen de norm", "voldaan aan norm",
        "voldaan aan de norm", "voldoet aan norm", "standaard gehaald", "norm erfullt", "standard erfullt",
        "norme respectee",
    ),
    "measured": (
        "measured", "contacts measured", "measured contacts", "number measured", "measurements", "gemeten",
        "aantal gemeten", "gemeten contacten", "contacten gemeten", "aantal metingen", "metingen", "gemessen",
        "mesures",
    ),
    "level": (
        "level", "pyramid", "pyramid level", "level of the pyramid", "maturity", "maturity level",
        "gartner level", "service level 1 5", "niveau", "piramide", "piramideniveau", "niveau piramide",
        "niveau in de piramide", "volwassenheid", "volwassenheidsniveau", "stufe", "reifegrad", "pyramide",
        "pyramidenstufe", "niveau de maturite",
    ),
    "dimension": (
        "dimension", "dimensions", "servqual dimension", "quality dimension", "service dimension", "dimensie",
        "dimensies", "servqual dimensie", "servqualdimensie", "kwaliteitsdimensie", "dimensie servqual",
        "qualitatsdimension",
    ),
    "guess": (
        "guess", "guesses", "guessed", "our guess", "mean guess", "average guess", "guess of management",
        "guess satisfaction", "guessed satisfaction", "satisfaction guess", "guess of satisfaction",
        "management guess", "management estimate", "estimate of management", "board estimate",
        "internal estimate", "management view", "management perception", "management belief",
        "estimate", "estimated satisfaction",
        "schatting", "inschatting", "gok", "gegokt", "gemiddelde schatting", "schatting management",
        "schatting directie", "schatting zaal", "inschatting management", "inschatting directie",
        "inschatting mt", "schatting mt", "schatting tevredenheid", "inschatting tevredenheid",
        "geschatte tevredenheid", "schatzung", "einschatzung", "schatzung management", "estimation",
    ),
    "guess_sd": (),
    "guess_n": ("voters", "number of voters", "stemmers", "aantal stemmers", "schatters", "aantal schatters"),
    "gap_sd": (),
    "goal": (
        "goal reached", "goal achieved", "goal completion", "goal completion rate", "goal attainment",
        "task completion", "task completion rate", "task success", "success rate", "doel bereikt",
        "doel behaald", "taak gelukt", "taak voltooid", "slagingspercentage", "ziel erreicht",
        "objectif atteint",
    ),
    "effort": (
        "effort", "ces", "ces score", "customer effort", "customer effort score", "effort score", "moeite",
        "klantmoeite", "klantinspanning", "inspanning", "gemak", "gemaksscore", "ease", "ease of use",
        "aufwand", "kundenaufwand", "effort client",
    ),
    "recommendation": (
        "nps", "nps score", "net promoter score", "recommendation", "recommend", "would recommend",
        "likelihood to recommend", "aanbeveling", "aanbevelen", "aanbevelingsscore", "aanbevelingsintentie",
        "weiterempfehlung", "recommandation",
    ),
    "operations": (
        "operations", "operations figure", "operational figure", "first contact resolution", "fcr",
        "first call resolution", "first time right", "handling time", "aht", "average handling time",
        "average handle time", "waiting time", "wait time", "queue time", "processing time", "lead time",
        "throughput time", "response time", "reply time", "resolution time", "time to resolve", "cycle time",
        "uptime", "error rate", "abandonment rate", "conversion rate", "conversion", "service level", "sla",
        "on time", "operationeel cijfer", "in een keer goed", "doorlooptijd", "wachttijd", "afhandeltijd",
        "afhandelduur", "behandeltijd", "reactietijd", "oplostijd", "beschikbaarheid", "foutpercentage",
        "conversie", "op tijd", "wartezeit", "bearbeitungszeit", "durchlaufzeit", "temps d attente",
        "delai de traitement",
    ),
    "last_answer": (
        "last answer", "latest answer", "date of last answer", "last answer date", "last answered",
        "day of the last answer", "last response", "latest response", "date of last response",
        "last response date", "last measured", "last measurement", "date last measured", "last survey",
        "most recent answer", "most recent response", "laatste antwoord", "datum laatste antwoord",
        "dag van het laatste antwoord", "laatste respons", "datum laatste respons", "laatst gemeten",
        "laatste meting", "datum laatste meting", "letzte antwort", "letzte messung", "derniere reponse",
    ),
}  # fmt: skip
"""Per role what a whole header says, as :func:`cx.intake.words.comparable.plain` writes it."""

PARTS: Mapping[Role, tuple[str, ...]] = {
    "level": ("pyramid", "piramide", "piramideniveau", "pyramide", "maturity", "volwassenheid"),
    "dimension": ("servqual",),
    "goal": ("goal reached", "task completion", "doel bereikt"),
    "effort": ("ces", "customer effort", "effort score"),
    "recommendation": ("nps", "net promoter score", "likelihood to recommend"),
    "operations": ("waiting time", "handling time", "wachttijd", "doorlooptijd", "fcr"),
    "last_answer": ("last answer", "last response", "laatste antwoord"),
    "standard": ("service standard", "servicenorm"),
}
"""Per role what says it inside a longer header too."""

_GUESSES = re.compile(r"(?:guess|gok|gegok|(?:in|ge|inge|ein|einge)?schat[tz]?|estimation)\w*")
"""What a word of guesses begins with: who guesses and what is guessed are told by the same stem."""
_WEIGHTS = re.compile(r"\w*(?:weight|gewicht|weging|weegf|ponder|poids)\w*")
_GAPS = frozenset(
    {"gap", "gaps", "kloof", "difference", "differences", "verschil", "verschillen", "differenz"}
)
_SPREADS = frozenset({
    "sd", "std", "stdev", "spread", "deviation", "spreiding", "standaarddeviatie", "standaardafwijking",
    "standardabweichung", "stdabw",
})  # fmt: skip
_COUNTS = frozenset({"n", "number", "aantal", "voters", "stemmers", "base", "anzahl", "nombre", "count"})
_OTHER = frozenset({
    "volume", "contacts", "contacten", "cost", "costs", "kosten", "customers", "klanten", "prijs", "price",
    "omzet", "revenue", "tijd", "time",
})  # fmt: skip
"""Of these a guess is no guess of what customers say."""
_ONLY: tuple[Role, ...] = ("standard", "met", "measured", "level", "dimension", "guess", "last_answer")
_EXPECTED = ("expect", "verwacht", "erwart", "attente")
_IMPACT = ("impact", "invloed", "belang", "effect", "importance")
NAMED, PART = 1.0, 0.7


@lru_cache(maxsize=5_000)
def lens_named(header: str) -> tuple[Role | None, float]:
    """Return the role of a lens that a header asks for, and how surely, 0 to 1.

    Examples
    --------
    >>> lens_named("Guess SD"), lens_named("Schatting (1-10)"), lens_named("SD of gap")
    (('guess_sd', 1.0), ('guess', 1.0), ('gap_sd', 1.0))
    >>> lens_named("Guess of volume")[0], lens_named("Satisfaction")[0]
    (None, None)
    """
    words = plain(header)
    parts = words.split()
    found = _of_words(set(parts))
    if found is not None:
        return found, NAMED
    if words in _whole():
        return _whole()[words], NAMED
    held = f" {words} "
    for role, phrases in PARTS.items():
        if any(f" {phrase} " in held for phrase in phrases):
            return role, PART
    return None, 0.0


def _of_words(parts: set[str]) -> Role | None:
    """What several words say together: a guess, how far guesses are apart, and how many there are."""
    guessed = any(_GUESSES.fullmatch(part) for part in parts)
    if parts & _OTHER:
        return None
    if guessed and parts & _SPREADS:
        return "guess_sd"
    if guessed and parts & _COUNTS:
        return "guess_n"
    if parts & _GAPS and parts & _SPREADS:
        return "gap_sd"
    return "guess" if guessed else None


def is_beside_guess(header: str) -> bool:
    """Return whether a header says how far guesses or differences are apart, or how many guessed.

    Such a column is no spread and no base of the scores.

    Examples
    --------
    >>> is_beside_guess("Guess n"), is_beside_guess("n"), is_beside_guess("Standard deviation")
    (True, False, False)
    """
    return _of_words(set(plain(header).split())) is not None


def names_lens(header: str) -> bool:
    """Return whether a whole header names what only lenses read: its numbers are no scores and no counts.

    Examples
    --------
    >>> names_lens("Pyramid level"), names_lens("Guess (1-10)"), names_lens("CES"), names_lens("Waiting time")
    (True, True, False, False)
    """
    role, sure = lens_named(header)
    return sure == NAMED and role in _ONLY


def says_weight(header: str) -> bool:
    """Return whether a header has a word for a weight, alone or with what weighs.

    Examples
    --------
    >>> says_weight("Gewicht dimensie"), says_weight("Dimension weights"), says_weight("Volume")
    (True, True, False)
    """
    return any(_WEIGHTS.fullmatch(part) for part in plain(header).split())


def guessed_figure(header: str) -> GapFigure:
    """Return what a guess is about, as its header says: satisfaction, unless it says otherwise.

    Examples
    --------
    >>> guessed_figure("Guess"), guessed_figure("Guess impact"), guessed_figure("Schatting verwachting")
    ('satisfaction', 'impact', 'expectation')
    """
    words = plain(header)
    if any(word in words for word in _EXPECTED):
        return "expectation"
    return "impact" if any(word in words for word in _IMPACT) else "satisfaction"


@cache
def _whole() -> dict[str, Role]:
    return {phrase: role for role, phrases in WHOLE.items() for phrase in phrases}
