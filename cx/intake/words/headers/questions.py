"""Words that say what a question of a survey is about, in six languages, and how much of a header they cover.

A word alone decides nothing: ``Loyalty card`` is about a card. What is counted is the share of a header's
letters that words of one kind and words that say nothing of their own explain.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from cx.intake.words.comparable import plain
from cx.intake.words.headers.further import counts_abroad, explained_abroad
from cx.intake.words.headers.phrases import PHRASES
from cx.records.file import Role

_LONGEST = 400
"""Of a longer header this much is read and remembered."""
_FILLERS = re.compile(
    r"\b(?:how|what|which|who|please|is|it|are|were|was|be|been|do|does|did|have|has|had|would|will|can|"
    r"could|that|this|"
    r"these|you|your|yours|we|us|our|my|me|i|a|an|the|of|to|for|from|in|on|at|by|with|or|and|as|all|any|"
    r"one|than|"
    r"friend\w*|colleague\w*|family|relatives?|others|someone|people|company|organi[sz]ation|firm|brand|"
    r"business|"
    r"services?|products?|customers?|clients?|users?|likely|likelihood|probability|most|recent|last|rate|"
    r"rating|score|"
    r"scale|grade|question|answer|value|level|code|coded|num|number|nr|no|name|main|home|own|current|"
    r"highest|hoogste|hochst\w*|degree|niveau|respondents?|"
    r"satisf\w*|experience\w*|hoe|wat|welke?|wie|het|de|een|en|of|u|uw|je|jij|jouw|ons|onze|wij|zijn|bent|"
    r"ben|was|"
    r"waren|heeft|hebt|heb|zou|zult|zal|dat|dit|die|aan|bij|van|voor|over|met|op|in|te|tot|naar|vriend\w*|"
    r"collega\w*|familie\w*|bekenden?|anderen|bedrijf|organisatie|diensten?|dienstverlening|klant\w*|"
    r"waarschijnlijk\w*|cijfer|vraag|tevred\w*|naam|nummer|laatste|wie|ist|es|dass|sie|ihr\w*|uns\w*|wir|"
    r"der|die|das|"
    r"den|dem|des|ein\w*|und|oder|mit|zu|zum|zur|im|am|vom|von|fur|fuer|freund\w*|kolleg\w*|bekannt\w*|"
    r"unternehmen|"
    r"firma|kund\w*|wahrscheinlich\w*|zufried\w*|note|bewertung\w*|frage|wert|quel\w*|est|ce|que|vous|nous|"
    r"votre|vos|"
    r"notre|nos|la|le|les|l|d|du|des|un|une|et|ou|a|au|aux|avec|pour|par|sur|en|ami\w*|collegues?|proches?|"
    r"entourage|"
    r"entreprise|probabilit\w*|probable|satisfait\w*|etes|dans|mesure|que|cual|es|esta|el|los|las|lo|un|"
    r"una|y|o|con|por|"
    r"para|se|nos|su|sus|nuestr\w*|hay|tan|amig\w*|colegas?|familiar\w*|empresa|probabilidad|satisfech\w*|"
    r"nota|quanto|"
    r"che|lei|ci|il|di|del|della|un|una|e|amic\w*|collega|azienda|soddisf\w*|punkt\w*|points?|punten|rated|"
    r"based|again|future|next|year|time|voto|votazione|giudizio|valutazione|punteggio|valoracion|puntuacion|"
    r"calificacion|avaliacao|pontuacao|classificacao|impress\w*|indruk|eindruck|evaluation|assessment|"
    r"appreciation|beoordeling|oordeel|urteil|waardering|esperienza|experiencia|\d+)\b"
)
_KINDS: Mapping[str, re.Pattern[str]] = {
    "outcome": re.compile(
        r"\b(?:overall|all in all|in general|general(?:ly)?|generale?s?|algeme{1,2}ne?|algeheel|algehele|"
        r"eindoordeel|"
        r"totaaloordeel|totaalcijfer|totaal|total\w*|gesamt(?:e|er|es|zufriedenheit|eindruck|urteil|note|"
        r"bewertung|erlebnis)?|insgesamt|allgemein\w*|globale?s?|ensemble|"
        r"en general|"
        r"complessiv\w*|nps|net promoter|promoter|recommend\w*|aanbev\w*|aanbeveel\w*|beveelt?|aanrad\w*|"
        r"raadt?|"
        r"weiterempf\w*|weiter empf\w*|empfehl\w*|empfiehl\w*|empfohlen\w*|recommand\w*|recomend\w*|"
        r"recomiend\w*|"
        r"raccomand\w*|consigl\w*|churn\w*|attrition|opgezegd|opzegg?(?!en\b)\w*|vertrokken|retention|"
        r"retentie|"
        r"repurchase|loyal\w*|loyaliteit|cusa|cusl|blijft? klant|stay with us|outcome|satisfaction|"
        r"tevredenheid|"
        r"zufriedenheit|satisfaccion|soddisfazione|cancel\w*|csat|ces|osat|ltr|enps)\b"
    ),
    "overall": re.compile(
        r"\b(?:overall|all in all|altogether|everything|whole|in general|general(?:ly)?|generale?s?|"
        r"algeme{1,2}ne?|"
        r"algeheel|algehele|totaal|totale?|geheel|alles|gesamt(?:e|er|es|zufriedenheit|eindruck|urteil|"
        r"note|bewertung|erlebnis)?|insgesamt|allgemein|globale?s?|ensemble|"
        r"complessiv\w*|conjunto|total)\b"
    ),
    "trait": re.compile(
        r"\b(?:gender|geslacht|sex|sexo|sexe|age|leeftijd\w*|postcode|postal|zip|regio|region|regiao|"
        r"country|land|"
        r"province|provincie|branch|education|opleiding\w*|income|inkomen\w*|household\w*|huishoud\w*|"
        r"haushalt\w*|"
        r"type|typ|kind|soort|class|klasse|segment|group|groep|gruppe|alters?\w*|einkommen\w*|geschlecht|"
        r"beruf|beroep|"
        r"bundesland|tranche d age|tranche age|cluster|cohort|panel|taal|language|sprache|langue|idioma|"
        r"edad|pais|"
        r"city|stad|stadt|ville|born|birth|geboorte\w*|geburt\w*|marital|occupation|batch|quota|cell|device|"
        r"interviewer\w*|enqueteur\w*|collector|agent|employee|membership|product)\b"
    ),
    "count": re.compile(
        r"\b(?:count|times|keer|fois|mal|veces|years?|jaren|jaar|jahre?|annees?|months?|maanden|monate|"
        r"minutes?|"
        r"minuten|hours?|uren|stunden|days?|dagen|tage|distance|afstand|delay|vertraging|duration|duur|"
        r"dauer|tenure|"
        r"visits|bezoeken|besuche)\b"
    ),
    "program": re.compile(
        r"\b(?:latitude|longitude|breedtegraad|lengtegraad|progress|voortgang|finished|ip ?addres\w*|"
        r"ip adres|"
        r"collector id|network id|browser|distribution channel|user language|click count|first click|"
        r"last click|"
        r"page submit|doorlooptijd|invultijd|last ?page|derniere page|letzte seite|start ?language|seed|"
        r"recaptcha\w*|interview ?time|group ?time|question ?time|total ?time)\b"
    ),
    "importance": re.compile(
        r"\b(?:importan\w*|belangrijk\w*|belang|wichtig\w*|priorit\w*|prioridad|essentia\w*|essenti\w*)\b"
    ),
    "expectation": re.compile(
        r"\b(?:expect\w*|verwacht\w*|erwart\w*|attente\w*|attend(?:re|s|u|ue|us|ues|ez|iez|ais|ons)|esper\w*|expectativ\w*|aspettativ\w*|"
        r"ideal\w*)\b"
    ),
    "frequency": re.compile(
        r"\b(?:how often|how frequent\w*|frequency|hoe vaak|frequentie|wie oft|wie haufig|haufigkeit|"
        r"frequence|"
        r"combien de fois|a quelle frequence|con que frecuencia|frecuencia|quante volte|con che frequenza)\b"
    ),
    "satisfaction": re.compile(
        r"\b(?:satisf\w*|tevred\w*|zufried\w*|insatisf\w*|soddisf\w*|rate|rating\w*|rapportcijfer|cijfer|"
        r"score\w*|"
        r"oordeel|beoordel\w*|bewert\w*|note|calificacion|valora\w*|puntuacion|happy|experience\w*|"
        r"ervar\w*|erfahr\w*|"
        r"perce\w*|perception|got|received)\b"
    ),
}
NUMBER_OF = re.compile(
    r"\b(?:number of|no of|nr of|aantal|how many|hoeveel|anzahl|wie viele?|combien|nombre de|cuant[oa]s|"
    r"numero de)\b|(?<=\w )(?:counts?|qty|aantal(?:len)?|anzahl|antal|antall)$"
)
_ASKING = re.compile(
    r"\b(?:how|what|which|when|why|where|did|do|does|would|please|hoe|wat|welke?|wanneer|waarom|kunt|wilt|"
    r"wie|was|"
    r"welche\w*|wann|warum|bitte|quel\w*|comment|combien|quand|pourquoi|que|cual\w*|como|cuando|cuant\w*|"
    r"por que)\b"
)
_UNIT = re.compile(
    r"[(\[]\s*(?:in\s+)?(?:min\w*|sec\w*|sek\w*|hours?|uren|uur|hrs?|stunden|std|"
    r"days?|dagen|tage?|weeks?|weken|wochen|months?|maanden|monate?|years?|jaren|jaar|jahre?|heures?|"
    r"jours?|mois|ans|"
    r"horas?|dias?|meses|anos|ore|giorni|mesi|anni|km|kg|eur|euros?|usd|gbp|[€$£¥%])\s*[)\]]\s*$",
    re.IGNORECASE,
)
_LONG = 5
"""So many words a header has at least that asks without a question mark."""


def explained(header: str, kind: str) -> float:
    """Return the share of a header that words of one kind explain, 0 where it has none of them.

    Parameters
    ----------
    header
        The header as typed.
    kind
        ``outcome``, ``overall``, ``trait``, ``count``, ``program``, ``importance``, ``expectation``,
        ``frequency`` or ``satisfaction``.

    Examples
    --------
    >>> explained("Overall satisfaction", "outcome"), round(explained("Loyalty card", "outcome"), 2)
    (1.0, 0.64)
    >>> explained("Invoice", "outcome")
    0.0
    """
    return max(_explained(header[:_LONGEST], kind), explained_abroad(header[:_LONGEST], kind))


@lru_cache(maxsize=50_000)
def _explained(header: str, kind: str) -> float:
    words = plain(header)
    left, told = _KINDS[kind].subn(" ", words)
    if not told:
        return 0.0
    rest = _letters(_FILLERS.sub(" ", left))
    own = _letters(words) - _letters(left)
    return own / (own + rest) if own else 1.0


def said_of(header: str, role: Role) -> float:
    """Return the share of a header's letters in words by which columns of a role are known, fillers aside.

    Examples
    --------
    >>> said_of("Customer segment", "segment"), round(said_of("Journey planner", "journey"), 2)
    (1.0, 0.5)
    """
    return _said_of(header[:_LONGEST], role)


@lru_cache(maxsize=20_000)
def _said_of(header: str, role: Role) -> float:
    words = plain(header).split()
    known = _words_of(role)
    own = sum(len(word) for word in words if word in known)
    rest = _letters(_FILLERS.sub(" ", " ".join(word for word in words if word not in known)))
    return own / (own + rest) if own else 0.0


@cache
def _words_of(role: Role) -> frozenset[str]:
    return frozenset(word for phrase in PHRASES.get(role, ()) for word in phrase.split())


def _letters(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def asks(header: str) -> bool:
    """Return whether a header is a question to a person: by its mark, else by how it begins and its length.

    Examples
    --------
    >>> asks("Which month did you join?"), asks("Month"), asks("¿En qué época?")
    (True, False, True)
    """
    text = header[:_LONGEST].strip()
    if "?" in text or "؟" in text or "？" in text or text.startswith("¿"):
        return True
    words = plain(text)
    return len(words.split()) > _LONG and bool(_ASKING.match(words))


def counts(header: str) -> bool:
    """Return whether a header says that something was counted: a number of things, or a unit behind it.

    Examples
    --------
    >>> counts("Number of visits"), counts("Antal barn"), counts("Wait (minutes)"), counts("Wait")
    (True, True, True, False)
    """
    text = header[:_LONGEST]
    return bool(NUMBER_OF.search(plain(text)) or counts_abroad(text) or _UNIT.search(text))


_OVERALL = re.compile(
    r"\b(?:overall|algeme{1,2}ne?|algeheel|totaal|satisfaction|tevredenheid|general|gesamt(?:e|er|es|"
    r"zufriedenheit|eindruck|urteil|note|bewertung|erlebnis)?|globale?)"
)


def overall(header: str) -> bool:
    """Return whether a header speaks of everything together.

    Examples
    --------
    >>> overall("Overall satisfaction"), overall("NPS")
    (True, False)
    """
    return bool(_OVERALL.search(plain(header[:_LONGEST])))
