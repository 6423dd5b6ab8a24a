"""The order of a deck: what was chosen, and behind it what goes on; no two titles alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count

from cx.deliver.ground import Page
from cx.deliver.told import Topic
from cx.text import Language, say


@dataclass
class Titles:
    """The titles that a deck has so far."""

    lang: Language
    taken: set[str] = field(default_factory=set)

    def apart(self, title: str, topic: Topic) -> str:
        """Return a title that no slide has yet: with what the slide is about, and then with a number."""
        found = next(one for one in self._ways(title, topic) if one not in self.taken)
        self.taken.add(found)
        return found

    def named(self, pages: Iterable[Page], topic: Topic) -> list[Page]:
        """Return pages under titles of their own."""
        return [replace(one, title=self.apart(one.title, topic)) for one in pages]

    def _ways(self, title: str, topic: Topic) -> Iterator[str]:
        yield title
        named = say("deliver.apart", self.lang, topic=say(f"deliver.topic.{topic}", self.lang), title=title)
        yield named
        yield from (say("deliver.apart.again", self.lang, title=named, number=number) for number in count(2))


def as_appendix(pages: Iterable[Page], lang: Language) -> list[Page]:
    """Return pages that say below their title that they belong to the appendix."""
    word = say("deliver.appendix", lang)
    return [replace(one, subtitle=" · ".join(part for part in (word, one.subtitle) if part)) for one in pages]
