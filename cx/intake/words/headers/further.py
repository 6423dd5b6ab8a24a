"""What headers say in further languages and alphabets: one witness more, where the main ones are silent.

Letters are compared as :func:`letters` writes them: lower case, without marks, in their own alphabet.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from cx.intake.words.comparable import LONGEST
from cx.intake.words.headers.measures_abroad import NAMES
from cx.records.file import Role

_ALIKE = str.maketrans({"ł": "l", "ø": "o", "ı": "i", "đ": "d", "ß": "ss", "æ": "ae"})
_OUTSIDE = re.compile(r"[^\w%#\u0900-\u0dff\u0e00-\u0eff]+|_+|[\u0964\u0965\u0e2f]+")
"""What stands between words; vowel signs of Indian scripts and of Thai are parts of a word."""
_BRACKETS = re.compile(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]|（[^（）]{0,200}）")
_WORD_SIGNS = "\u3040"
"""From here on a sign may be a word."""
_LATIN = 0x24F
"""The last letter of the Latin alphabet with its marks."""
_ARTICLE = re.compile(r"\bال(?=\w\w)")
_SHORT = 3
"""Words of so many letters say nothing of their own."""


def letters(text: str) -> str:
    """Return a header's words in their own alphabet, without case, marks and what stands in brackets.

    Examples
    --------
    >>> letters("Удовлетворённость (1–10)"), letters("Nöjdhet"), letters("満足度")
    ('удовлетворенность', 'nojdhet', '満足度')
    """
    apart = unicodedata.normalize("NFKD", _BRACKETS.sub(" ", text[:LONGEST]).casefold())
    bare = "".join(sign for sign in apart if not unicodedata.combining(sign)).translate(_ALIKE)
    return " ".join(_ARTICLE.sub("", _OUTSIDE.sub(" ", bare)).split())


def _stems(text: str, joined: str = "") -> re.Pattern[str]:
    """Words that begin with one of the stems (are it, where it is short), and the joined ones anywhere."""
    stems = [letters(one) for one in text.split(",")]
    starts = "|".join(re.escape(one) + (r"\w*" if len(one) > _SHORT else r"\b") for one in stems)
    inside = "|".join(re.escape(letters(one)) for one in joined.split(",") if one)
    return re.compile(rf"\b(?:{starts})" + (f"|{inside}" if inside else ""))


_RECOMMEND = _stems(
    "polec,poleci,rekomenduj,doporuc,odporuc,preporuc,priporoc,препоруч,recomand,ajanl,"
    "ajanlana,suosittel,anbefal,"
    "recomend,recomiend,raccomand,recommand,rekommender,tavsiye,oner,посовет,советова,порекоменд,рекоменд,порад,порекомендуєте,συστη,"
    "συνιστ,توصي ب,توصينا,توصية,تنصح,ترشح,"
    "תמליץ,להמליץ,ממליץ,recomana,rekomendasi,merekomendasi,gioi thieu,soovita,rekomende,ieteik",
    "薦め,勧め,推奨し,おすすめし,推荐我们,推薦我們,向朋友推荐,向朋友推薦,愿意推荐,推荐给,推薦給,추천",
)
"""To recommend, as people are asked whether they would."""
OVERALL = _stems(
    "ogoln,calosciow,overgripande,helhet,totalt sett,totalin,totalop,totalvur,totalbed,totalomd,"
    "overordnet,samlet,samlede,generelt,generellt,genel,общая,общее,общий,общей,общую,в целом,загальн,"
    "συνολικ,γενικ,عام,عموما,إجمالي,כללי,celkov,osszessegeben,altalanos,osszes,yleis,kokonais,"
    "general,geral,"
    "osszbeny,osszkep,osszert,osszhat,opca,ukupn,skupn,bendr,uldine,kopej,secara keseluruhan,keseluruhan,"
    "tong the,nhin chung,chung,कुल,समग्र,समुच्चय,सम्पूर्ण,संपूर्ण,สรุป,总的,в общем",
    "総合,全体的,全般的,总体,整体,總體,整體,전반적,종합,โดยรวม,ภาพรวม",
)
SATISFACTION = _stems(
    "satisf,soddisf,zadowol,satysfakc,ocen,nojd,tilfreds,fornoyd,memnun,удовлетвор,довол,оцен,"
    "задоволен,оцін,ικανοπ,מרוצ,راض,"
    "رضا,رضى,רצון,spokoj,hodnocen,hodnoten,elegedett,multum,tyytyv,zadovolj,kepuasan,puas,"
    "hai long,rahulolu,संतुष्ट,calific,"
    "valorac,avaliac,valutaz,punteggio,puntuac,pontuac,puan,note,nota,βαθμολογ,تقييم,bedomn,"
    "betyg,karakter,arvosan",
    "満足,满意,滿意,評価,评分,評分,만족,ความพึงพอใจ,พึงพอใจ",
)
JUDGED = _stems(
    "wrazen,doswiadczen,intryck,upplevels,indtryk,oplevels,inntrykk,opplevels,dojem,zkusenost,skusenost,"
    "benyomas,tapasztalat,vaikutelma,kokemus,impresi,impressao,impression,experienc,izlenim,deneyim,"
    "впечатлен,опыт,вражен,досвід,εντυπωσ,εμπειρι,انطباع,تجربة,רושם,חווית,חוויה,an tuong,trai nghiem,"
    "अनुभव,kesan,pengalaman",
    "印象,体験,经验,經驗,体验,體驗,인상,경험,ประสบการณ",
)
"""What is judged as a whole: an impression, an experience."""
_WILLING = _stems(
    "gotow,prawdopodob,sannolik,sandsynlig,sannsynlig,todennakoi,pravdepodob,valoszinus,hajland,ochot,"
    "probabil,disposi,olasilik,olasilig,ihtimal,готовн,вероятн,ймовірн,вірогідн,πιθανοτ,προθυμ,احتمال,"
    "סבירות,kha nang,kemungkinan,संभावना",
    "可能性,意愿,意願,意向,가능성,의향,โอกาส",
)
"""How likely or willing somebody is: what he would do is said beside it."""
_TRAIT = _stems(
    "wiek,plec,wyksztalc,dochod,miast,alder,kon,kjonn,utbildn,inkomst,yas,cinsiyet,bolge,"
    "egitim,gelir,sehir,возраст,пол,"
    "регион,город,образован,доход,вік,стать,регіон,ηλικι,φυλο,περιοχη,εκπαιδευσ,εισοδημ,العمر,"
    "الجنس,المنطقة,التعليم,"
    "الدخل,גיל,מין,אזור,vek,pohlavi,kraj,vzdelan,prijem,eletkor,kor,nem,regio,vegzettseg,"
    "varsta,sexul,venit,educati,ika,"
    "sukupuoli,tulot,koulutus,uddannels,utdanning,inntekt,eta,sesso,regione,idade,escolaridad,"
    "renda,genero,estudios,"
    "ingresos,istruzione,reddito,usia,jenis kelamin",
    "年齢,年代,性別,地域,学歴,所得,年収,职业,職業,年龄,性别,地区,学历,收入,연령,나이,성별,지역,학력,소득",
)
_HOUSEHOLD = _stems(
    "kinder,kindern,enfants,children,kids,kinderen,barn,dzieci,figli,hijos,filhos,lapset,дети,"
    "детей,παιδι,cocuk,deti,"
    "gyermek,copii,أطفال,ילדים",
    "子供,子ども,孩子,자녀",
)
_NUMBER_OF = _stems(
    "antal,antall,liczba,ilosc,ile,numero di,numero de,quantos,quantas,quanti,quante,kac,"
    "количеств,число,сколько,кількість,"
    "αριθμος,ποσα,ποσες,عدد,كم,pocet,kolik,kolko,lukumaara,kuinka monta,hany,hur manga,"
    "hvor mange,numar,broj,jumlah,so luong",
    "人数,件数,回数,次数,数量,횟수,인원",
)
_GROUPS = _stems(
    "групп,класс,категор,уровень,рівень,grup,klas,kategor,poziom,nivel,livello,fascia,faixa,"
    "niva,nivea,ομαδα,επιπεδο,فئة,مستوى,"
    "szint,uroven,urovn,taso,tranche,duzey",
    "階層,層,区分,分组,等级,水平,代",
)
"""Classes of something, which say nothing of their own."""
_PATTERNS: Mapping[str, tuple[re.Pattern[str], ...]] = {
    "outcome": (_RECOMMEND, OVERALL),
    "overall": (OVERALL,),
    "trait": (_TRAIT, _HOUSEHOLD),
    "count": (_NUMBER_OF,),
    "satisfaction": (SATISFACTION,),
}
_ASKED = re.compile(r"[?？؟;]\s*$|か[。\s]*$|吗|如何|多大")


@lru_cache(maxsize=20_000)
def explained_abroad(header: str, kind: str) -> float:
    """Return the share of a header that words of one kind explain in further languages.

    Parameters
    ----------
    header
        The header as typed.
    kind
        ``outcome``, ``overall``, ``trait``, ``count`` or ``satisfaction``; others have no words here.

    Notes
    -----
    To recommend is what a whole question is about; elsewhere short words, and words for satisfaction
    beside words for all, say nothing of their own.

    Examples
    --------
    >>> explained_abroad("Общая удовлетворённость", "outcome"), explained_abroad("Доставка", "outcome")
    (1.0, 0.0)
    >>> explained_abroad("Jakie jest prawdopodobieństwo, że nas polecisz?", "outcome")
    1.0
    """
    words = letters(header)
    if kind == "outcome" and _RECOMMEND.search(words) and _ASKED.search(header[:LONGEST].strip()):
        return 1.0
    left, own = words, 0
    for pattern in _PATTERNS.get(kind, ()):
        shorter = pattern.sub(" ", left)
        own, left = own + _length(left) - _length(shorter), shorter
    if not own:
        return 0.0
    rest = _GROUPS.sub(" ", left) if kind == "trait" else _said_beside(left)
    return own / (own + sum(len(word) for word in rest.split() if len(word) > _least(word)))


def _said_beside(words: str) -> str:
    """The words without those that stand beside a judgement of anything."""
    return _WILLING.sub(" ", JUDGED.sub(" ", SATISFACTION.sub(" ", words)))


def _least(word: str) -> int:
    """So many signs of a word say nothing of their own: fewer where each is a word."""
    return 1 if word[0] >= _WORD_SIGNS else _SHORT


def _length(text: str) -> int:
    return sum(sign.isalpha() for sign in text)


def counts_abroad(header: str) -> bool:
    """Return whether a header begins with words for a number of something, in further languages.

    Examples
    --------
    >>> counts_abroad("Antal barn"), counts_abroad("Liczba dzieci"), counts_abroad("Bemötande")
    (True, True, False)
    """
    return bool(_NUMBER_OF.match(letters(header)))


_NAMES: Mapping[Role, str] = {
    "touchpoint": (
        "punto di contatto,punti di contatto,punto de contacto,puntos de contacto,"
        "ponto de contato,ponto de contacto,"
        "punkt styku,punkty styku,kontaktpunkt,temas noktası,точка контакта,точки контакта,"
        "точка контакту,σημείο επαφής,"
        "نقطة الاتصال,نقطة التواصل,נקודת מגע,kontaktní bod,kapcsolódási pont,punct de contact,"
        "kosketuspiste,"
        "接点,顧客接点,タッチポイント,触点,接触点,觸點,接觸點,접점"
    ),
    "satisfaction": (
        "soddisfazione,soddisfazione media,satisfacción,satisfacción media,satisfação,"
        "satisfação média,satysfakcja,"
        "średnia satysfakcja,zadowolenie,nöjdhet,kundnöjdhet,memnuniyet,müşteri memnuniyeti,"
        "удовлетворённость,"
        "удовлетворенность,средняя удовлетворённость,задоволеність,ικανοποίηση,μέση ικανοποίηση,"
        "الرضا,رضا العملاء,"
        "متوسط الرضا,שביעות רצון,spokojenost,spokojnosť,elégedettség,satisfacție,mulțumire,"
        "tyytyväisyys,tilfredshed,"
        "tilfredshet,zadovoljstvo,満足度,平均満足度,満足率,平均点,评分,平均分,平均得分,平均评分,满意度,平均满意度,"
        "满意率,滿意度,滿意率,만족도,만족률,평균점수,평점,점수,点数,點數,分数,分數"
    ),
    "volume": (
        "liczba,liczba kontaktów,wolumen,antal,antal kontakter,hacim,adet,количество,объём,"
        "число обращений,кількість,"
        "όγκος,πλήθος,العدد,عدد الاتصالات,כמות,počet,mennyiség,darabszám,volum,număr,määrä,antall,"
        "numero,número,cantidad,"
        "volumen,quantidade,件数,数量,件數,數量,건수,"
        "clientes,clienti,clienți,klienci,kunder,asiakkaat,zákazníci,ügyfelek,müşteri,müşteriler,клиенты,клієнти,"
        "πελάτες,العملاء,לקוחות,顧客数,客户数,客戶數,고객수,고객 수,khách hàng,ลูกค้า,"
        "contactos,contatos,contatti,kontakty,kontakter,yhteydenotot,обращения,звернення,контакты,контакти,επαφές"
    ),
    "impact": (
        "impatto,impacto,wpływ,påverkan,etki,влияние,вплив,επίδραση,الأثر,التأثير,השפעה,vliv,"
        "vplyv,hatás,impactul,"
        "vaikutus,påvirkning,indvirkning,utjecaj,影響度,影響,影响,影响度,影響力,影响力,영향,영향도"
    ),
    "weight": (
        "vikt,viktning,ponderación,ponderação,ponderazione,peso campionario,waga,ağırlık,вес,вага,"
        "βάρος,الوزن,משקל,váha,súly,ウェイト,权重,權重,가중치"
    ),
    "n": (
        "repondenti,rispondenti,encuestados,respondentes,respondenci,svarande,респонденты,回答者数,"
        "受访人数,参评人数,评价人数,调查人数,样本数,有效样本,有效问卷,有効回答数,응답자 수,응답자수,"
        "respuestas,risposte,respostas,odpowiedzi,odpovědi,odpovede,vastaukset,"
        "válaszok,răspunsuri,yanıtlar,ответы,відповіді,απαντήσεις,إجابات,תשובות,回答数,样本量,樣本數,응답수"
    ),
}
_ANSWERS = _stems(
    "respuest,rispost,respost,odpow,odpov,svar,vastau,valasz,raspuns,yanit,cevap,ответ,респондент,анкет,відпов,"
    "vastaj,vastus,atsakym,atbild,odgovor,отговор,одговор,katilimc,jawab,responden,ispitan,dotazan,ankiet,cavab,svor,"
    "απαντησ,ερωτηματολ,اجابات,إجابات,ردود,תשובות,משיבים,encuest,ankiet,ankat,enkat,ocen,vurdering,tra loi",
    "回答,答复,样本,樣本,응답,คำตอบ,ผู้ตอบ",
)
_COUNTED_BEHIND = re.compile(
    r"\w(?:\s+(?:sayisi|adedi|maara|lkm|szama|darab|antal|antall)|.*(?:"
    + "|".join(map(letters, ["件数", "人数", "回数", "次数", "数量", "数", "건수", "횟수", "인원", "수"]))
    + r"))(?<![点點分指점지][数數수])$"
)
"""In some languages what was counted stands in front of the word for a number."""
_NUMBER_SIGN = re.compile(r"^(?:n|no|nr|n o|no de|n o de|брои|č|c|sz|br|št|αρ|кол во|к во|#|№)\s+(?=\w)")
_ROLES: Mapping[str, Role] = {
    letters(name): role
    for some in (NAMES, _NAMES)
    for role, names in some.items()
    for name in names.split(",")
}


def named_abroad(header: str) -> Role | None:
    """Return the role that a whole header names in a further language; ``None`` where it names none.

    Examples
    --------
    >>> named_abroad("Удовлетворённость (1–10)"), named_abroad("満足度"), named_abroad("請求書")
    ('satisfaction', 'satisfaction', None)
    >>> named_abroad("Počet odpovědí"), named_abroad("Arama sayısı"), named_abroad("相談件数")
    ('n', 'volume', 'volume')
    """
    words = letters(header)
    known = _ROLES.get(words) or _counted(words)
    if known or not (_NUMBER_OF.match(words) or _COUNTED_BEHIND.search(words)) or not words:
        return known
    return "n" if _ANSWERS.search(words) else "volume"


def _counted(words: str) -> Role | None:
    """``N.º respostas``: a short sign for a number before what was counted."""
    rest = _NUMBER_SIGN.sub("", words)
    found = _ROLES.get(rest) if rest != words else None
    return found if found in ("n", "volume") else None


def is_abroad(header: str) -> bool:
    """Return whether a header is in a language of which few words are known: by its words or its alphabet.

    Examples
    --------
    >>> is_abroad("Memnuniyet"), is_abroad("Выручка"), is_abroad("Café"), is_abroad("Invoice")
    (True, True, False, False)
    """
    signs = [sign for sign in header[:LONGEST] if sign.isalpha()]
    outside = sum(ord(sign) > _LATIN for sign in signs)
    return outside > len(signs) / 2 or letters(header) in _ROLES
