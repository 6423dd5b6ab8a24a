"""Words that people and survey programs write into cells: codes, and answers in words.

Facts about words in Dutch, English, German and French, written as
:func:`cx.intake.words.comparable.plain` writes them.
"""

from __future__ import annotations

from cx.intake.words.comparable import plain
from cx.intake.words.languages import further as languages


def _set(listed: str) -> frozenset[str]:
    """The phrases of a list with commas, made comparable."""
    return frozenset(_phrases(listed))


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(words for phrase in listed.split(",") if (words := plain(phrase)))


NOT_MET = frozenset({
    "n v t", "nvt", "niet van toepassing", "n a", "na", "n app", "not applicable", "does not apply",
    "n v", "n b", "nb", "entf", "keine erfahrung", "kein kontakt", "noch nie genutzt",
    "nooit gebruikt", "nooit contact gehad", "geen contact", "pas utilise", "jamais utilise",
    "pas de contact", "#null", "#n a", "niet gebruikt", "niet gebruik van gemaakt",
    "geen gebruik van gemaakt", "geen ervaring", "niet ervaren",
    "did not use", "not used", "didn t use", "never used", "no experience", "have not used",
    "not experienced",
    "geen contact gehad", "no contact", "entfallt", "nicht zutreffend", "trifft nicht zu keine erfahrung",
    "nicht genutzt", "sans objet", "inapplicable", "i inapplicable", "iap", "non applicable",
    "non concerne", "not available", "niet beschikbaar",
}) | _set(languages.NOT_MET)  # fmt: skip
"""The touchpoint was not met."""

NO_ANSWER = frozenset({
    "weet niet", "weet ik niet", "ik weet het niet", "weet niet geen mening", "geen mening", "geen oordeel",
    "geen antwoord", "wil niet zeggen", "zeg ik liever niet", "geen idee", "don t know", "dont know",
    "do not know", "i don t know", "dk", "no opinion", "not sure", "no answer", "refused", "can t say",
    "cannot say", "prefer not to say", "don t know no opinion", "unknown", "onbekend", "weiss nicht",
    "weis nicht", "wei nicht", "nsp", "ne se prononce pas", "sans avis", "keine ahnung", "keine antwort",
    "k a angabe", "wn", "w n", "gm", "weigert", "weet niet n v t", "don t know n a",
    "kan ik niet beoordelen", "kan niet beoordelen", "niet te beoordelen", "kann ich nicht beurteilen",
    "nicht beurteilbar", "unable to rate", "unable to judge", "je ne sais pas", "keine angabe", "k a",
    "keine meinung", "ne sait pas", "sans opinion",
    "not rated", "unrated", "no rating", "not scored", "unanswered", "no feedback", "niet beoordeeld",
    "geen beoordeling", "niet beantwoord", "nicht bewertet", "keine bewertung", "unbeantwortet", "non evalue",
    "non note", "pas de note", "pas d evaluation", "sin calificar", "sin valorar", "non valutato",
    "pas de reponse", "missing", "no response", "skipped", "overgeslagen",
}) | _set(languages.NO_ANSWER)  # fmt: skip
"""It was met, or may have been, and not rated."""

SIGNS = frozenset(
    {
        "-",
        "--",
        "---",
        ".",
        "..",
        "?",
        "/",
        "*",
        "x",
        "–",
        "—",
        "−",
        "#n/a",
        "#null!",
        "#nv",
        "#n.v.t.",
        "#leeg",
        "none",
        "null",
        "nan",
        "(blank)",
        "(leeg)",
        "(empty)",
        "(leer)",
        "(vide)",
    }
)
"""Signs and words that stand for an empty cell: not met, as a blank."""

OUTCOMES = frozenset({
    "satisfaction", "tevredenheid", "customer satisfaction", "klanttevredenheid", "csat", "zufriedenheit",
    "satisfied", "tevreden", "outcome", "target", "cancelled", "canceled", "left", "ces", "revenue", "omzet",
})  # fmt: skip
"""Headers that, as a whole, name an overall judgement or a business goal."""

YES = frozenset({"yes", "ja", "oui", "y", "j", "true", "waar", "wahr", "vrai"}) | _set(
    f"{languages.YES}, {languages.TICKED}"
)
NO = frozenset({"no", "nee", "neen", "nein", "non", "n", "false", "onwaar", "falsch", "faux"}) | _set(
    f"{languages.NO}, {languages.NOT_TICKED}"
)

_POLES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "satisfaction": (
        ("dissatisfied", "unsatisfied", "ontevreden", "unzufrieden", "insatisfait", "insatisfaite",
         "unhappy", "mecontent"),
        ("satisfied", "tevreden", "zufrieden", "satisfait", "satisfaite", "happy", "content", "blij"),
    ),
    "agreement": (
        ("disagree", "dis agree", "oneens", "mee oneens", "stimme nicht zu", "pas d accord", "desaccord"),
        ("agree", "eens", "mee eens", "stimme zu", "d accord", "accord"),
    ),
    "likelihood": (
        ("unlikely", "onwaarschijnlijk", "unwahrscheinlich", "improbable"),
        ("likely", "waarschijnlijk", "wahrscheinlich", "probable"),
    ),
    "ease": (
        ("difficult", "moeilijk", "lastig", "hard", "schwierig", "difficile"),
        ("easy", "makkelijk", "gemakkelijk", "eenvoudig", "einfach", "facile"),
    ),
    "quality": (
        ("poor", "bad", "slecht", "schlecht", "mauvais"),
        ("good", "goed", "gut", "bon"),
    ),
    "favour": (
        ("unfavorable", "unfavorably", "unfavourable", "unfavourably"),
        ("favorable", "favorably", "favourable", "favourably"),
    ),
    "friendliness": (
        ("unfriendly", "onvriendelijk", "unfreundlich"),
        ("friendly", "vriendelijk", "freundlich"),
    ),
    "sentiment": (
        ("negative", "negatief", "negativ", "negatif", "negativo", "negativa", "thumbs down", "thumb down",
         "duim omlaag", "daumen runter", "daumen nach unten", "pouce vers le bas", "pouce en bas",
         "pulgar abajo"),
        ("positive", "positief", "positiv", "positif", "positivo", "positiva", "thumbs up", "thumb up",
         "duim omhoog", "daumen hoch", "daumen nach oben", "pouce vers le haut", "pouce en haut",
         "pulgar arriba"),
    ),
}  # fmt: skip


def _with_languages() -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """Longer phrases first; effort before what a part of its phrases could mean."""
    none: tuple[tuple[str, ...], tuple[str, ...]] = ((), ())
    found = {}
    for family in ("effort", *(one for one in (*_POLES, *languages.POLES) if one != "effort")):
        bad, good = _POLES.get(family, none)
        more_bad, more_good = languages.POLES.get(family, ("", ""))
        found[family] = (
            tuple(dict.fromkeys((*bad, *_phrases(more_bad)))),
            tuple(dict.fromkeys((*good, *_phrases(more_good)))),
        )
    return found


POLES = _with_languages()
"""Per family of answers the words of its bad end and of its good end."""

STRONG = frozenset({
    "very", "extremely", "strongly", "completely", "totally", "highly", "fully", "entirely", "absolutely",
    "zeer", "heel", "erg", "helemaal", "volledig", "uiterst", "totaal", "volkomen", "sterk", "sehr", "vollig",
    "voll", "ausserst", "tres", "tout", "fait", "totalement", "extremement",
}) | _set(languages.STRONG)  # fmt: skip
WEAK = frozenset({
    "somewhat", "slightly", "rather", "fairly", "little", "partly", "moderately", "mildly", "enigszins",
    "beetje", "tamelijk", "vrij", "redelijk", "deels", "gedeeltelijk", "eerder", "eher", "etwas", "plutot",
    "partiellement",
}) | _set(languages.WEAK)  # fmt: skip
NEGATION = frozenset({"not", "niet", "nicht", "pas", "geen"}) | _set(languages.NEGATION)
LITTLE = frozenset({"peu", "weinig", "wenig", "kaum", "nauwelijks", "hardly", "barely"}) | _set(
    languages.LITTLE
)
"""Words that turn an answer a little: ``peu satisfait``."""
SOFT = frozenset({"so", "zo", "tan", "bien"})
"""Behind a negation they make it weak: ``niet zo belangrijk``."""
AT_ALL = frozenset({"uberhaupt", "gar", "du", "helemaal", "absoluut", "absolutely", "totally"}) | _set(
    languages.AT_ALL
)
"""With a negation they make it strong: ``helemaal niet``."""
_DEGREES = (
    (
        "not at all",
        "helemaal niet",
        "uberhaupt nicht",
        "gar nicht",
        "pas du tout",
        "totaal niet",
        "absoluut niet",
    ),
    (
        "not very",
        "not so",
        "slightly",
        "little",
        "niet zo",
        "niet erg",
        "niet heel",
        "weinig",
        "beetje",
        "nicht sehr",
        "wenig",
        "kaum",
        "pas tres",
        "peu",
        "not",
        "niet",
        "nicht",
        "pas",
        "nauwelijks",
    ),
    (
        "somewhat",
        "moderately",
        "enigszins",
        "matig",
        "gemiddeld",
        "mittelmassig",
        "mittelmaig",
        "maig",
        "etwas",
        "teilweise",
        "moyennement",
        "partly",
        "deels",
    ),
    (
        "fairly",
        "quite",
        "rather",
        "redelijk",
        "tamelijk",
        "vrij",
        "ziemlich",
        "eher",
        "assez",
        "plutot",
        "mostly",
        "",
        "grotendeels",
        "overwegend",
    ),
    ("very", "zeer", "heel", "erg", "sehr", "tres"),
    (
        "extremely",
        "completely",
        "totally",
        "fully",
        "uiterst",
        "volledig",
        "helemaal",
        "volkomen",
        "ausserst",
        "auerst",
        "extremement",
        "tout fait",
        "entierement",
        "voll ganz",
        "vollig",
        "buitengewoon",
    ),
)
DEGREES = tuple((*said, *_phrases(more)) for said, more in zip(_DEGREES, languages.DEGREES, strict=True))
"""Degrees of one pole, from none to all."""
EMPTY = frozenset({"a", "een", "mee", "it", "with", "het", "ik", "ben", "am", "i", "und", "bit", "er"})
"""Words that say nothing about a degree."""
FILLERS = frozenset({
    "a", "at", "all", "mee", "het", "er", "ik", "i", "am", "ben", "with", "it", "een", "to", "uberhaupt",
    "ganz", "und", "du", "gar", "the", "is", "was", "bit", "so", "zo", "maar", "ook", "but", "de", "en",
}) | _set(languages.FILLERS)  # fmt: skip
NEUTRAL = frozenset({
    "neutral", "neutraal", "neither", "indifferent", "noch", "weder", "teils", "neutre", "nor", "ni",
    "unentschieden",
}) | _set(languages.NEUTRAL)  # fmt: skip

FAILED = frozenset({"ungenugend", "mangelhaft", "insufficient", "zwaar onvoldoende", "tres insuffisant"})
"""The bad end of school marks."""

DENIED = frozenset({"neither", "noch", "weder", "ni", "hverken", "varken", "verken"})
"""Words that deny both ends that follow."""
TWICE = _set(languages.TWICE)
A_LITTLE = frozenset({"a", "een", "ein", "un", "um", "en"})
"""Before a word of :data:`LITTLE` they leave an answer at its own end: ``um pouco insatisfeito``."""
