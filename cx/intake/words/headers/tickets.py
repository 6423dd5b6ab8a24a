"""How help desks and call centres call what a ticket is about, and who handled it, in their languages."""

from __future__ import annotations

import re

from cx.intake.words.headers.further import letters

_LONGEST = 200
_SHORT = 3
"""Words of so few letters begin many others: they stand alone."""


def _words(starts: str, anywhere: str = "") -> re.Pattern[str]:
    words = [letters(one) for one in starts.split(",") if one]
    begun = "|".join(re.escape(one) + (r"\b" if len(one) <= _SHORT else "") for one in words)
    inside = "|".join(re.escape(letters(one)) for one in anywhere.split(",") if one)
    return re.compile(rf"\b(?:{begun})\w*" + (f"|{inside}" if inside else ""))


_AGENT = _words(
    "agent,assignee,assigned,owner,handled by,handler,advisor,adviser,rep,representative,operator,employee,"
    "staff,behandel,radgiv,medewerk,adviseur,eigenaar,bearbeit,sachbearbeit,mitarbeit,berater,zustandig,conseiller,operateur,"
    "charge de,responsable,agente,asesor,operador,empleado,operatore,addetto,incaricat,consulente,atendente,"
    "handlagg,ansvarig,sagsbehandl,medarbejd,saksbehandl,kasittelij,asiakaspalvelij,konsultant,pracownik,doradca,"
    "operatorka,pracovn,ugyintez,munkatars,operatorul,agentul,temsilci,gorevli,personel,calisan,оператор,сотрудник,"
    "менеджер,агент,исполнител,співробітник,виконавець,υπαλληλος,εκπροσωπ,χειριστ,موظف,وكيل,ممثل,נציג,עובד,מטפל,"
    "nhan vien,एजेंट,कर्मचारी",
    "担当者,担当,坐席,客服人员,客服代表,專員,담당자,상담원,เจ้าหน้าที่,พนักงาน",
)
_CATEGORY = _words(
    "category,topic,subject,reason,queue,issue,type,product area,skill,theme,categorie,onderwerp,reden,"
    "wachtrij,soort,kategor,thema,anliegen,grund,warteschlange,anlass,vorgangsart,sujet,motif,"
    "file d attente,objet,"
    "tema,motivo,asunto,cola,tipo,categoria,argomento,coda,oggetto,assunto,fila,arendetyp,kategori,amne,arende,ko,"
    "sagstype,emne,sakstype,aihe,jono,luokka,syy,tematyka,temat,kolejka,powod,rodzaj,predmet,fronta,duvod,sor,"
    "targy,tipus,subiect,categorie,coada,motiv,konu,kuyruk,sebep,тема,категори,очеред,причин,тип обращ,черга,"
    "θεμα,κατηγορ,ουρα,αιτια,موضوع,فئة,سبب,طابور,נושא,קטגור,תור,סיבה,chu de,danh muc,ly do,hang doi,"
    "विषय,श्रेणी,कतार",
    "type,カテゴリ,問い合わせ種別,種別,件名,キュー,类别,类型,主题,队列,類別,主題,카테고리,유형,주제,대기열,หมวด,หัวข้อ,คิว",
)
_TAGGED = re.compile(r"\b\w{3,}[ _](?:tags?|labels?|areas?)\b")
"""What rows are marked with, as programs call it: ``feature_tag``."""
_BESIDE = _words(
    "status,state,priority,channel,via,source,language,country,region,brand,organi,group,tag,kanaal,kanal,canal,"
    "canale,statut,estado,stato,prioriteit,prioritat,priorite,prioridad,priorita,taal,sprache,langue,idioma,lingua,"
    "sprak,sprog,kieli,jezyk,jazyk,nyelv,limba,dil,durum,oncelik,land,pays,pais,bron,quelle,origen,kanava,csatorna,"
    "tila,stan,stav,allapot,статус,состояние,канал,приоритет,язык,мова,стан,καταστασ,καναλι,γλωσσα,قناة,حالة,لغة,"
    "ערוץ,סטטוס,שפה,kenh,trang thai,ngon ngu",
    "状态,渠道,语言,優先,ステータス,チャネル,言語,상태,채널,언어,สถานะ,ช่องทาง,ภาษา",
)


def says_agent(header: str) -> bool:
    """Return whether a header says who handled a ticket.

    Examples
    --------
    >>> says_agent("Assignee"), says_agent("Behandelaar"), says_agent("담당자"), says_agent("Topic")
    (True, True, True, False)
    """
    return bool(_AGENT.search(letters(header[:_LONGEST])))


def says_category(header: str) -> bool:
    """Return whether a header says what a ticket is about.

    Examples
    --------
    >>> says_category("Ticket topic"), says_category("Kolejka"), says_category("カテゴリ")
    (True, True, True)
    >>> says_category("feature_tag"), says_category("Status"), says_category("Kommentar")
    (True, False, False)
    """
    words = letters(header[:_LONGEST])
    return bool(_CATEGORY.search(words) or _TAGGED.search(words))


def says_beside(header: str) -> bool:
    """Return whether a header names what help desks keep of any ticket: its status, channel, language.

    Examples
    --------
    >>> says_beside("Status"), says_beside("Contact channel"), says_beside("Queue")
    (True, True, False)
    """
    words = letters(header[:_LONGEST])
    return bool(_BESIDE.search(words)) and not _TAGGED.search(words)
