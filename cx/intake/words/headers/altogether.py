"""Headers that ask for the judgement of everything together, whatever they name beside it.

``How satisfied are you, all in all, with the city?`` names a city, and yet it asks about no part of the
survey. What tells it is how two things stand in it: a word for all together, and a word for a judgement.
"""

from __future__ import annotations

import re
from functools import lru_cache

from cx.intake.words.headers.further import JUDGED, OVERALL, SATISFACTION, letters
from cx.intake.words.headers.questions import asks, explained

_LONGEST = 400
_ADVERBS = (
    "overall,all in all,altogether,on the whole,as a whole,in general,generally,taking everything,"
    "al met al,alles bij elkaar,over het geheel,over het algemeen,als geheel,in zijn geheel,in het algemeen,"
    "alles in allem,insgesamt,im ganzen,im grossen und ganzen,als ganzes,im allgemeinen,"
    "dans l ensemble,globalement,en general,dans son ensemble,d une maniere generale,de maniere generale,"
    "en conjunto,en su conjunto,en lineas generales,nel complesso,nell insieme,complessivamente,in generale,"
    "no geral,em geral,de modo geral,de forma geral,no conjunto,sammantaget,totalt sett,som helhet,overlag,"
    "pa det hela taget,i stort,allt som allt,alt i alt,samlet set,samlet sett,som helhed,i det hele taget,"
    "alt tatt i betraktning,kaiken kaikkiaan,kokonaisuutena,kokonaisuudessaan,yleisesti ottaen,ogolnie,"
    "w sumie,ogolem,calosciowo,celkove,celkovo,vcelku,osszessegeben,mindent osszevetve,egeszeben,in ansamblu,"
    "per ansamblu,genel olarak,butun olarak,u cjelini,u celini,na splosno,в целом,в общем,загалом,в цілому,"
    "συνολικα,γενικα,بشكل عام,عموما,إجمالا,بصفة عامة,באופן כללי,בסך הכל,ככלל,nhin chung,noi chung,"
    "secara keseluruhan,secara umum,कुल मिलाकर,समग्र रूप से,कुल मिला कर"
)
"""Said of all at once, between the words of any question."""
_JOINED = (
    "総合的に,全体として,全体的に,総じて,总体而言,总的来说,总体上,"
    "整体而言,總體而言,전반적으로,종합적으로,전체적으로,โดยรวม,โดยภาพรวม"
)
_ALL = re.compile(
    r"\b(?:"
    + "|".join(re.escape(letters(one)) for one in _ADVERBS.split(","))
    + r")\b|"
    + "|".join(re.escape(letters(one)) for one in _JOINED.split(","))
)
_PERSON = (
    "i,we,my,our,ik,wij,we,mijn,onze,ich,wir,mein,unser,je,nous,mon,ma,notre,yo,nosotros,mi,io,noi,eu,nos,meu"
)
_SAID = re.compile(rf"^(?:{_ALL.pattern})\s+(?:{'|'.join(_PERSON.split(','))})\b")
"""A statement of a person that begins so: ``Overall I enjoy working here``."""
_WHOLE = rf"(?:{OVERALL.pattern}|\b(?:overall|gesamt|algemen|algehe|global|complessiv)\w*)"
_JUDGEMENT = (
    rf"(?:{SATISFACTION.pattern}|{JUDGED.pattern}|"
    r"\b(?:zufried|tevreden|rapportcijfer|cijfer|oordeel|urteil|bewertung|rating|eindruck|indruk|giudizio|voto)\w*)"
)
_BESIDE = re.compile(rf"{_WHOLE}\s*(?:\w{{1,3}}\s+)?{_JUDGEMENT}|{_JUDGEMENT}\s*(?:\w{{1,3}}\s+)?{_WHOLE}")
"""An overall judgement: the word for all belongs to the judgement, not to what is named behind it."""

_PART = re.compile(
    r"\boverall\s+(?!how\b|what\b|do\b|did\b|are\b|were\b|is\b|was\b)\w+\s+(?:of|in|at|on|for)\b"
)
"""Before a noun, ``the overall state of the roads``, the word belongs to what is named behind it."""


def judges_all(header: str, part: str = "") -> bool:
    """Return whether a header asks for a judgement of everything together.

    Parameters
    ----------
    header
        The header as typed.
    part
        What of it differs from the headers that ask the same of other things; what all of them say is
        no news. Empty where it is asked alone.

    Examples
    --------
    >>> judges_all("How satisfied are you, all in all, with the city?"), judges_all("Overall layout")
    (True, False)
    >>> judges_all("Ogólne zadowolenie z banku"), judges_all("W sumie zadowolenie: Kasa", part="Kasa")
    (True, False)
    >>> judges_all("Overall I enjoy working here"), judges_all("Overall cleanliness")
    (True, False)
    """
    return _judges_all(header[:_LONGEST], part[:_LONGEST])


@lru_cache(maxsize=20_000)
def _judges_all(header: str, part: str) -> bool:
    own = letters(part or header)
    if _BESIDE.search(own) or _SAID.search(own):
        return True
    return bool(_ALL.search(_PART.sub(" ", own))) and (asks(header) or explained(header, "satisfaction") > 0)
