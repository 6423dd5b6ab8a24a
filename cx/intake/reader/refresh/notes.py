"""The speaker's notes of a slide: renewed where nobody changed them."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from ..marking.splices import Splice, spliced
from ..signs.fingerprint import words_in
from ..signs.names import P, hashed, local, read
from ..signs.parts import notes_body, related
from .located_shapes import OldSlide
from .old_and_new import Decks
from .shape_bytes import as_bytes, named_shapes, spans


def renew_notes(slide: OldSlide, decks: Decks) -> None:
    """Renew the speaker's notes where nobody changed them, with a line for each part that stays as edited."""
    key = slide.base["key"] if slide.base else ""
    page = related(decks.old, slide.name, "notesSlide")
    source = related(decks.new, decks.names[key], "notesSlide") if key in decks.names else None
    if page is None or source is None or slide.base is None:
        return
    content = decks.old.part(page.target)
    root = read(content)
    body, new = notes_body(root), notes_body(read(decks.new.part(source.target)))
    if body is None or new is None:
        return
    if hashed(words_in(body)) != slide.base["notes"]:
        if words_in(body) != words_in(new):
            decks.told.edited(":notes", words_in(body)[:3], words_in(new)[:3])
        return
    text = deepcopy(new.find(f"{P}txBody"))
    _marked(text, decks)
    made = deepcopy(body)
    made.replace(made.find(f"{P}txBody"), text)
    at = next(place for place, one in enumerate(named_shapes(root)) if one is body)
    span = spans(content)[at]
    decks.old.put(page.target, spliced(content, [Splice(span.start, span.end, as_bytes(made))]))
    kept = decks.base(key)
    if kept is not None:
        kept["notes"] = hashed(words_in(made))


def _marked(text: Any, decks: Decks) -> None:
    """Say in the notes which parts stay as they were edited, and what the new figures would say there."""
    said = [one for one in decks.told.of_slide("edited") if one["new"] and one["part"] != ":notes"]
    like = [one for one in text if local(one) == "p"][-1:]
    for one in said:
        line = (
            decks.marks["edited"]
            .replace("{part}", decks.marks.get(one["part"], one["part"]))
            .replace("{new}", one["new"])
        )
        made = deepcopy(like[0])
        runs = [run for run in made if local(run) == "r"]
        if not runs:
            return
        for run in runs[1:]:
            made.remove(run)
        runs[0][-1].text = line
        text.append(made)
