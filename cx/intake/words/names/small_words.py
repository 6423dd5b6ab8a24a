"""Words that say nothing by themselves: articles, prepositions, pronouns, forms of "to be" and "to have"."""

from __future__ import annotations

from collections.abc import Sequence

from cx.intake.words.names.parts import is_word, key_of, words_in

_WORDS = """
a an the this that these those of to for from in into on onto at by with without about or and as our
your their its his her my us you we it they i is are was were be been being am do does did have has had
when de het een deze dit die dat van voor met over aan op uit bij tot naar door om te en als uw je jouw
jullie ons onze hun zijn haar mijn u wij jij ik ben bent waren werd wordt heeft hebt der das den dem des
ein eine einen einem einer eines von vom zu zum zur für mit ohne über auf im ins aus bei beim nach durch
und oder ihr ihre ihren ihrem ihrer unser unsere unseren unserem unserer dein deine deinen sein sie wir
uns ich du es ist sind war wurde hat haben hatten le la les l un une d au aux à dans sur pour par avec
sans chez et ou ce cet cette ces notre nos votre vos leur leurs son sa ses mon ma mes il elle vous nous
tu est sont était ont avez avons été êtes el los las lo una unos unas del al con sin por para sobre y o
e su sus nuestro nuestra nuestros nuestras tus mi mis este esta estos estas fue era ha han está se usted
gli uno dello della dei degli delle allo alla ai agli alle dal dalla nel nella nei nelle col sul sulla
sui sulle per tra fra di da ed nostro nostra nostri nostre vostro vostra suo sua è sono hanno os um uma
umas dos ao aos às no na nas pelo pela com sem em nosso nossa nossos nossas seu seus suas é são foi tem
têm ett det och eller på av med till för från vid hos är var har hade vår vårt våra din ditt dina er ert
til ved vores jeres dine være våre deres z ze w od oraz lub przez dla po przy za ten ta jest są był była
było nasz nasza nasze naszej naszego naszych twój pana pani państwa s v ve nebo pro při jsou byl byla
bylo náš naše našeho naší váš vaše az egy és vagy ja tai sen bir ile bu и в во на с со о об от до по из
у к ко за для при или это этот эта эти наш наша наше нашего нашей наших нашим нашими нашу ваш ваша ваше
вашего вашей был была было были есть і й та з зі про від наші ο η το οι τα του της των τον την τη στο
στη στην στον στα με για από και ή μας σας
"""
_SMALL = frozenset(_WORDS.split())
_APOSTROPHES = frozenset("'’ʼ")
_ELIDED = frozenset("l d s n m t j c qu un all dell dall nell sull coll quell quest".split())  # noqa: SIM905 - words
"""What stands shortened before an apostrophe: ``l'accueil``, ``dell'ordine``."""


def is_small(word: str) -> bool:
    """Return whether a word says nothing by itself; one in capitals may be a name (``IT``, ``The``)."""
    return word.islower() and key_of(word) in _SMALL


def all_small(parts: Sequence[str]) -> bool:
    """Return whether parts hold nothing but small words, signs and blanks."""
    return all(is_small(word) for word in words_in(parts))


def begun_anew(parts: Sequence[str]) -> Sequence[str]:
    """Return parts without the small words in front, as long as something is left that is none.

    Examples
    --------
    >>> from cx.intake.words.names.parts import parts_of
    >>> "".join(begun_anew(parts_of("der Lieferung"))), "".join(begun_anew(parts_of("l'accueil")))
    ('Lieferung', 'accueil')
    """
    start = 0
    while start < len(parts) and (parts[start].isspace() or _is_dropped(parts, start)):
        start += 2 if _is_elided(parts, start) else 1
    rest = parts[start:]
    return rest if any(not is_small(word) for word in words_in(rest)) else parts


def _is_dropped(parts: Sequence[str], place: int) -> bool:
    """Whether the word at a place is small, and not one half of another word."""
    joined = place + 1 < len(parts) and not parts[place + 1].isspace()
    return _is_elided(parts, place) or (is_small(parts[place]) and not joined)


def _is_elided(parts: Sequence[str], place: int) -> bool:
    """Whether an apostrophe and a longer word follow a word that was shortened before them."""
    if place + 2 >= len(parts) or parts[place + 1] not in _APOSTROPHES:
        return False
    return key_of(parts[place]) in _ELIDED and len(parts[place + 2]) > 1 and is_word(parts[place + 2])
