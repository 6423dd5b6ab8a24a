"""Decks of ours, damaged and refreshed: what they keep of themselves, and the parts of their slides."""

import datetime as dt
import io
import json
import re
import zipfile
from functools import cache
from xml.sax.saxutils import escape, unescape

from cx import deliver, matrix
from tests.made.odd import odd_values
from tests.unit.deliver import cases

RECORD = "customXml/item1.xml"
_RELATED = "ppt/_rels/presentation.xml.rels"
_KEPT = re.compile(r"(<deck [^>]*>)(.*)(</deck>)", re.DOTALL)
_NUMBER = re.compile(rb'="(-?[0-9]+)"')
_THEN = dt.date(2026, 8, 31)


@cache
def whole():
    """Return a deck of eight touchpoints."""
    return deliver.deck(cases.matrix(), lang="en", day=_THEN)


def parts(content):
    """Return the parts of a deck by their names."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(inside):
    """Return the deck of such parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in inside.items():
            archive.writestr(name, part)
    return made.getvalue()


def kept(content):
    """Return what a deck keeps of itself."""
    return json.loads(unescape(_KEPT.search(parts(content)[RECORD].decode())[2]))


def keeping(record, content=None):
    """Return a deck that keeps something else of itself: data, or the text of them."""
    inside = parts(content or whole())
    said = record if isinstance(record, str) else json.dumps(record)
    inside[RECORD] = _KEPT.sub(lambda found: found[1] + escape(said) + found[3], inside[RECORD].decode())
    return packed(inside)


def of_slides(count):
    """Return a deck that lists its first slide so many times."""
    inside = parts(whole())
    listed, related = inside["ppt/presentation.xml"].decode(), inside[_RELATED].decode()
    key = re.search(r'<p:sldId [^>]*r:id="(\w+)"', listed)[1]
    entries = "".join(f'<p:sldId id="{300 + at}" r:id="{key}x{at}"/>' for at in range(count))
    leads = re.search(rf'<Relationship [^>]*Id="{key}"[^>]*>', related)[0]
    more = "".join(leads.replace(f'"{key}"', f'"{key}x{at}"') for at in range(count))
    inside["ppt/presentation.xml"] = re.sub(
        "<p:sldIdLst>.*</p:sldIdLst>", f"<p:sldIdLst>{entries}</p:sldIdLst>", listed
    )
    inside[_RELATED] = related.replace("</Relationships>", f"{more}</Relationships>")
    return packed(inside)


def with_entities(name):
    """Return a deck one of whose parts defines entities that grow tenfold twelve times, and uses the last."""
    inside = parts(whole())
    grown = "".join(f'<!ENTITY a{at} "{f"&a{at - 1};" * 10}">' for at in range(1, 13))
    head, rest = inside[name].decode().split("?>", 1)
    kind = re.search(r"<([\w:]+)", rest)[1]
    before, after = rest[: rest.rindex("</")], rest[rest.rindex("</") :]
    inside[name] = f'{head}?><!DOCTYPE {kind} [<!ENTITY a0 "ha">{grown}]>{before}&a12;{after}'
    return packed(inside)


def odd(content, chance, words):
    """Return a deck with odd values in what it keeps of itself, or in the parts of its slides."""
    if chance.randrange(3):
        record = kept(content)
        part = chance.choice(("about", "about", "slides"))
        record[part] = odd_values.changed(record[part], chance, places=chance.choice((1, 2, 4)), words=words)
        return keeping(record, content)
    inside = parts(content)
    name = chance.choice(
        [one for one in inside if one.startswith("ppt/") and one.endswith((".xml", ".rels"))]
    )
    for _ in range(chance.choice((1, 2, 5))):
        found = list(_NUMBER.finditer(inside[name]))
        if found:
            at = chance.choice(found)
            number = chance.choice([one for one in odd_values.NUMBERS if isinstance(one, int)])
            inside[name] = inside[name][: at.start(1)] + str(number).encode() + inside[name][at.end(1) :]
    return packed(inside)


def used(content, lang="nl"):
    """Refresh a deck with other figures, as the program does; raises a message of ours where it cannot be."""
    old = deliver.old_deck(content, "case.pptx")
    table = cases.eight()
    settings, lost = deliver.settings_of_deck(old.making, table)
    made = deliver.refreshed(old, matrix.build(table, settings), day=cases.DAY, filters_lost=lost)
    made.plan.lines(lang)
    made.plan.as_json(lang)
