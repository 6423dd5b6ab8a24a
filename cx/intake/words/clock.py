"""Moments finer than a month that rows are counted by: hours, days of the week, weeks."""

from __future__ import annotations

import re

from cx.intake.words.comparable import folded, plain

_HOUR = r"(?:[01]?\d|2[0-4])(?:\s?[:.hu]\s?[0-5]\d)?\s?(?:h|hr|hrs|uur|uhr|u|heures?|am|pm|a\.m\.|p\.m\.)?"
_HOURS = re.compile(rf"(?:\w{{2,6}} )?{_HOUR}(?:\s?(?:-|–|—|to|tot|bis|à|a)\s?{_HOUR})?")
_WEEK = re.compile(
    r"(?:(?:19|20)\d\d[\s\-_/.]?)?(?:w|wk|week|kw|woche|semaine|sem|semana|settimana|vecka|uge|uke|tydzien)"
    r"[\s.\-_]?\d{1,2}(?:[\s\-_/.,]*(?:19|20)\d\d)?"
)
_DAYS_OF_THE_WEEK = """
monday mon tuesday tue tues wednesday wed thursday thu thurs thur friday fri saturday sat sunday sun
maandag ma dinsdag di woensdag wo donderdag do vrijdag vr zaterdag za zondag zo
montag mo dienstag mittwoch mi donnerstag freitag fr samstag sonnabend sa sonntag so
lundi lun mardi mar mercredi mer jeudi jeu vendredi ven samedi sam dimanche dim
lunes martes mie miercoles jueves jue viernes vie sabado sab domingo dom
lunedi martedi mercoledi gio giovedi venerdi sabato domenica
segunda terca quarta quinta sexta segunda-feira terca-feira quarta-feira quinta-feira sexta-feira
mandag tirsdag onsdag torsdag fredag lordag sondag tisdag
poniedzialek wtorek sroda czwartek piatek sobota niedziela pon wt sr czw pt sob niedz ndz
pondeli utery streda ctvrtek patek nedele po ut st ct pa so ne pondelok utorok stvrtok piatok nedela
hetfo kedd szerda csutortok pentek szombat vasarnap
luni marti miercuri joi vineri sambata duminica
pazartesi sali carsamba persembe cuma cumartesi pazar
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai
mandag manndag tirsdag onsdag torsdag fredag lordag sondag man tirs tors mandag
segunda-feira seg ter qua qui sex dom
weekend weekday werkdag wochentag
"""
_DAYS = frozenset(plain(word) for word in _DAYS_OF_THE_WEEK.split())
_OTHER_LETTERS = frozenset(
    """
    понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
    понеділок вівторок середа п'ятниця субота неділя нд δευτέρα τρίτη τετάρτη πέμπτη παρασκευή σάββατο κυριακή
    الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد ראשון שני שלישי רביעי חמישי שישי שבת
    सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार จันทร์ อังคาร พุธ พฤหัสบดี ศุกร์ เสาร์ อาทิตย์
    月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜
    星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日
    월요일 화요일 수요일 목요일 금요일 토요일 일요일 월 화 수 목 금 토 일
    """.split()
)
"""The same in letters that :func:`~cx.intake.words.comparable.plain` leaves out."""


def is_fine(text: str) -> bool:
    """Return whether a text names an hour, a day of the week or a week.

    Examples
    --------
    >>> is_fine("08:00 - 09:00"), is_fine("14h"), is_fine("Donderdag"), is_fine("KW 12"), is_fine("2026-W05")
    (True, True, True, True, True)
    >>> is_fine("March 2026"), is_fine("Entrance"), is_fine("Q1")
    (False, False, False)
    """
    words = folded(text)[:40]
    return (
        bool(_HOURS.fullmatch(words) or _WEEK.fullmatch(words))
        or plain(text[:40]) in _DAYS
        or words in _OTHER_LETTERS
    )
