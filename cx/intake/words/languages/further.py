"""Words of answers in further languages: Spanish, Italian, Portuguese, the Nordic ones and some neighbours.

Written as people write them, with commas between; :mod:`cx.intake.words.answer_phrases` takes them in as
:func:`cx.intake.words.comparable.plain` writes them. Languages that it has no letters for stand in
:mod:`cx.intake.words.languages.whole_answers`.
"""

from __future__ import annotations

POLES: dict[str, tuple[str, str]] = {
    "satisfaction": (
        """
        insatisfecho, insatisfecha, insatisfechos, descontento, descontenta, insoddisfatto,
        insoddisfatta, insoddisfatti, scontento, insatisfeito, insatisfeita, insatisfeitos, utilfreds,
        missnöjd, misfornøyd, tyytymätön, niezadowolony, niezadowolona, nespokojený, nespokojen,
        nezadovoljan, nezadovoljna, nemulțumit, nemulțumită, elégedetlen, insatisfet, insatisfeta, tak
        puas, rahulolematu, neapmierināts, nepatenkintas, tidak puas, memnun değilim
        """,
        """
        satisfecho, satisfecha, satisfechos, contento, contenta, soddisfatto, soddisfatta, soddisfatti,
        satisfeito, satisfeita, satisfeitos, tilfreds, nöjd, fornøyd, tyytyväinen, zadowolony,
        zadowolona, spokojený, spokojen, zadovoljan, zadovoljna, mulțumit, mulțumită, elégedett,
        satisfet, satisfeta, rahul, apmierināts, patenkintas, puas, memnunum
        """,
    ),
    "agreement": (
        """
        en desacuerdo, desacuerdo, in disaccordo, disaccordo, non d'accordo, discordo, em desacordo,
        uenig, oenig, inte enig, eri mieltä, nie zgadzam się, nesouhlasím, nesúhlasím, nu sunt de acord,
        dezacord, nem ért egyet, en desacord, ne slažem se, tidak setuju, katılmıyorum
        """,
        """
        de acuerdo, acuerdo, d'accordo, concordo, de acordo, enig, instämmer, samaa mieltä, zgadzam,
        zgadzam się, souhlasím, súhlasím, sunt de acord, acord, egyetért, d'acord, slažem se, setuju,
        katılıyorum
        """,
    ),
    "likelihood": (
        """
        improbabile, improvável, usandsynligt, usandsynlig, osannolikt, usannsynlig, epätodennäköistä
        """,
        """
        probabile, provável, sandsynligt, sandsynlig, sannolikt, sannsynlig, todennäköistä
        """,
    ),
    "ease": (
        """
        difícil, vanskelig, vanskeligt, svårt, svår, vaikeaa, vaikea, trudne, trudno, zor, sulit, greu
        """,
        """
        fácil, facile, let, lett, lätt, enkelt, nemt, helppoa, helppo, łatwe, łatwo, kolay, mudah, ușor
        """,
    ),
    "effort": (
        """
        high effort, much effort, a lot of effort, great effort, lots of effort, veel moeite, grote
        moeite, veel inspanning, hoge inspanning, hoher aufwand, viel aufwand, grosser aufwand, großer
        aufwand, beaucoup d'effort, beaucoup d'efforts, effort élevé, mucho esfuerzo, molto sforzo,
        muito esforço, stor indsats, stor ansträngning, stor innsats
        """,
        """
        low effort, little effort, no effort, small effort, weinig moeite, geen moeite, kleine moeite,
        weinig inspanning, lage inspanning, geringer aufwand, wenig aufwand, kein aufwand, peu d'effort,
        peu d'efforts, aucun effort, effort faible, poco esfuerzo, ningún esfuerzo, poco sforzo, nessuno
        sforzo, pouco esforço, nenhum esforço, lille indsats, liten ansträngning, liten innsats
        """,
    ),
    "importance": (
        """
        unimportant, onbelangrijk, unwichtig, sans importance, sin importancia, irrelevante, irrelevant,
        uvigtigt, oviktigt, uviktig, poco importante, peu important
        """,
        """
        important, belangrijk, wichtig, importante, vigtigt, viktigt, viktig
        """,
    ),
    "quality": (
        """
        malo, mala, cattivo, cattiva, scarso, scarsa, pessimo, mau, má, ruim, dårlig, dårligt, dålig,
        dåligt, huono, zły, złe, špatný, rău, rossz, buruk, kötü
        """,
        """
        bueno, buena, buono, buona, bom, boa, god, godt, bra, hyvä, dobry, dobre, dobrý, bun, jó, baik,
        iyi
        """,
    ),
    "friendliness": (
        """
        antipático, scortese, antipatico, uvenlig, ovänlig, uvennlig
        """,
        """
        amable, cortese, amável, venlig, vänlig, vennlig
        """,
    ),
}
"""Per family of answers the words of its bad end and of its good end."""
STRONG = """
muy, totalmente, completamente, sumamente, extremadamente, plenamente, del, molto, pienamente,
estremamente, fortemente, muito, extremamente, meget, helt, yderst, mycket, fullständigt, veldig, svært,
erittäin, täysin, bardzo, zdecydowanie, całkowicie, velmi, rozhodně, foarte, total, nagyon, teljesen,
molt, vrlo, veoma, potpuno, sangat, çok, kesinlikle, hiç, todo
"""
WEAK = """
algo, bastante, parcialmente, ligeramente, abbastanza, piuttosto, parzialmente, po, parte, noget,
delvist, delvis, ganska, något, ganske, litt, melko, jokseenkin, raczej, spíše, oarecum, parțial,
inkább, részben, agak, biraz, kısmen, partially, quite, lidt, lite, mostly
"""
NEGATION = """
no, nada, não, non, inte, ikke, ej, nie, ne, nem, nu, tidak
"""
LITTLE = """
poco, pouco, mało, málo, puțin, kurang
"""
FILLERS = """
estoy, się, mnie, me, siento, con, sono, mi, sento, estou, sinto, com, eu, jeg, er, jag, är, olen,
jestem, jsem, som, sunt, vagyok, sam, saya, per, niente, un, um, una, uma, el, la, o, em, med, det, se,
lo, slet, overhovedet, alls, i
"""
NEUTRAL = """
neutro, neutra, neutrale, indiferente, indifferente, hverken, varken, verken, neutralt, neutralny,
neutrální, neutru, semleges, neutralno, netral, kararsızım, nøytral, neutraali, biasa, midtimellem
"""
TWICE = """
ni, nem, né, ani, nici, ne
"""
"""Said twice they deny both ends; alone some of them deny one."""
AT_ALL = """
zdecydowanie, całkowicie, kesinlikle, hiç, rozhodně, absolut, absolutamente, assolutamente, del,
alls, overhovedet, lainkaan, wcale, vůbec, egyáltalán
"""
YES = """
sí, sì, sim, si, igen, tak, ano, áno, da, kyllä, evet
"""
NO = """
não, nej, nei, ei, nie, ne, nem, nu, hayır, tidak
"""
TICKED = """
checked, selected, ticked, marked, chosen, aangevinkt, gekozen, angekreuzt, gewählt, coché, marcado,
selezionato
"""
NOT_TICKED = """
unchecked, not selected, not checked, unticked, niet gekozen, nicht gewählt, quoted not, decoché, no
marcado
"""
NOT_MET = """
no aplica, no procede, no corresponde, n.c., sin experiencia, no utilizado, no lo he usado, non
applicabile, non pertinente, mai usato, não se aplica, não aplicável, não utilizei, ikke relevant, ikke
aktuelt, ikke brugt, ej aktuellt, inte aktuellt, ei koske minua, nie dotyczy, netýká se, nu se aplică,
no usado, no lo usé, non utilizzato, non usato, nessuna esperienza, não usei, não utilizado, não usado, non
utilisé, pas concerné, pas utilisé, har ikke brugt, ikke benyttet, ikke brukt, ej använt, inte använt, har
inte använt, en ole käyttänyt, ei käytetty, nie korzystałem, nie korzystałam, nie używałem, nie korzystano,
nepoužil jsem, nevyužil, nevyužito, nem használtam, nu am folosit, nefolosit, kullanmadım, kullanılmadı
"""
NO_ANSWER = """
no sé, no sabe, ns/nc, ns nc, no contesta, sin opinión, sin respuesta, prefiero no contestar, non so,
non saprei, nessuna opinione, non risponde, não sei, não sabe, sem opinião, prefiro não responder, ved
ikke, vet ej, vet inte, vet ikke, en tiedä, nie wiem, nevím, nu știu, nem tudom, ved ikke/ikke relevant,
eos, nemohu posoudit, nem tudja megítélni, bilmiyorum, fikrim yok, cevap yok, yanıt yok, ingen mening, ingen
åsikt, ingen formening, trudno powiedzieć, nie mam zdania, nedokážu posoudit, ei oska öelda,
grūti pateikt, neturiu nuomonės, nisam siguran, nisam sigurna, sina maoni
"""
DEGREES = (
    """
    nada, per niente, per nulla, slet ikke, overhovedet ikke, inte alls, ikke i det hele tatt, ei
    lainkaan, wcale nie, vůbec, deloc, egyáltalán nem, gens, en absoluto
    """,
    """
    poco, no muy, no mucho, non molto, pouco, não muito, ikke særlig, lidt, inte särskilt, lite, litt,
    vähän, niezbyt, málo, puțin, nem nagyon, poc
    """,
    """
    algo, moderadamente, regular, moderatamente, mais ou menos, razoavelmente, noget, i nogen grad,
    delvist, delvis, något, noe, jonkin verran, trochę, częściowo, středně, oarecum, eléggé
    """,
    """
    bastante, abbastanza, piuttosto, ganska, ganske, temmelig, melko, dość, docela, destul, elég, força
    """,
    """
    muy, molto, muito, meget, mycket, veldig, svært, erittäin, bardzo, velmi, foarte, nagyon, molt
    """,
    """
    totalmente, completamente, extremadamente, sumamente, moltissimo, estremamente, extremamente,
    yderst, helt, fullständigt, extremt, ekstremt, täysin, całkowicie, zcela, extrem, teljesen,
    totalment
    """,
)
"""Degrees of one pole, from none to all."""
