"""A tuple that counts how often somebody goes through it: what is asked of each of many must not."""


class GoneThrough(tuple):
    """Counts, over all of its kind, in ``times``."""

    __slots__ = ()

    times = 0

    def __iter__(self):
        GoneThrough.times += 1
        return super().__iter__()

    def __reversed__(self):
        GoneThrough.times += 1
        return iter(self[::-1])

    def __contains__(self, one):
        GoneThrough.times += 1
        return super().__contains__(one)
