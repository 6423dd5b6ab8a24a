"""Documents with values of the right type that nobody would write: what a check by types lets through."""

import copy

NUMBERS = (
    -1,
    0,
    1,
    -0.5,
    0.1,
    1e-300,
    1e15,
    -1e15,
    1e16,
    1e300,
    -1e308,
    1.7e308,
    10**9,
    2**31,
    2**63,
    10**40,
)
UNSIGNED = ("nan", "inf", "-inf")
"""Numbers that JSON has no sign for; a session's document tags them."""
TEXTS = (
    "",
    " ",
    "a\x00b",
    "=1+1",
    "<b>x</b>",
    "{n}",
    "%s",
    "$a$",
    "é" * 300,
    "名前",
    "\u202eabc",
    "NaN",
    "a\ufeffb",
)
DAYS = ("0001-01-01", "1899-12-31", "2026-02-28", "9999-12-31")
MOMENTS = ("1900-01-01T00:00:00+00:00", "2999-12-31T23:59:59+00:00", "2026-01-01T00:00:00+14:00")
_TAGS = {"float": UNSIGNED, "date": DAYS, "moment": MOMENTS}
_FEW = 400
"""Places at which a list of numbers is changed anywhere: of longer ones the first so many."""


def leaves(data):
    """Return the paths of the values of a document that hold no other, by the names on the way to them."""
    found = {}
    _gather(data, (), (), found)
    return found


def _gather(data, path, names, found):
    if isinstance(data, dict) and not (len(data) == 1 and next(iter(data)) in _TAGS):
        for name, one in data.items():
            _gather(one, (*path, name), (*names, name), found)
    elif isinstance(data, list) and data:
        here = None
        for place, one in enumerate(data[:_FEW]):
            if isinstance(one, (dict, list)):
                _gather(one, (*path, place), names, found)
            else:  # most of a document: no call for each
                here = found.setdefault(names, []) if here is None else here
                here.append((*path, place))
    else:
        found.setdefault(names, []).append(path)


def odd(value, chance, words=()):  # noqa: PLR0911 - a line for each type
    """Return another value of the type of one in a document; of a word perhaps one of those it could be."""
    if isinstance(value, dict) and len(value) == 1:
        ((tag, _),) = value.items()
        return chance.choice([{tag: one} for one in _TAGS[tag]] + [chance.choice(NUMBERS)])
    if isinstance(value, bool):
        return not value
    if isinstance(value, int):
        return chance.choice([one for one in NUMBERS if isinstance(one, int)])
    if isinstance(value, float):
        return chance.choice([*map(float, NUMBERS), *({"float": one} for one in UNSIGNED)])
    if isinstance(value, str):
        return chance.choice([*TEXTS, *words])
    if value is None:
        return chance.choice([None, chance.choice(NUMBERS), chance.choice(TEXTS), {"date": DAYS[0]}])
    return chance.choice([[], {}, [value]]) if value == [] else {}


def changed(document, chance, *, places=1, words=(), known=None):
    """Return a document with some of its values exchanged for odd ones, or with a part dropped or doubled.

    ``known``: the leaves of the document, where somebody has found them before.
    """
    found = document
    for place in range(places):
        by_field = leaves(found) if place or known is None else known
        # Else all but a few of the changes would hit the rows of the table.
        path = chance.choice(by_field[chance.choice(sorted(by_field))])
        if path:
            found = _exchanged(found, path, chance, words)
    return found


def _exchanged(document, path, chance, words):
    """Return a document with one place changed; what holds no part of the way to it is the same as before."""
    document = copy.copy(document)
    holder = document
    for step in path[:-1]:
        holder[step] = copy.copy(holder[step])
        holder = holder[step]
    kind = chance.randrange(12)
    if kind == 0 and isinstance(holder, dict):
        del holder[path[-1]]
    elif kind == 1 and isinstance(holder, list):
        holder.insert(path[-1], copy.deepcopy(holder[path[-1]]))
    else:
        holder[path[-1]] = odd(holder[path[-1]], chance, words)
    return document
