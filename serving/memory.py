"""The memory of the server's process: what no search for garbage looks at, and what the system gets back."""

from __future__ import annotations

import contextlib
import ctypes
import gc
import sys
from collections.abc import Collection, Iterator
from functools import _lru_cache_wrapper

import psutil

_ARENA_MAX, _MMAP_THRESHOLD = -8, -3
"""What glibc calls the number of its heaps, and the size from which a piece lies outside of them."""
_HEAPS = 2
_LARGE = 65_536


@contextlib.contextmanager
def unsearched() -> Iterator[None]:
    """Look for no garbage meanwhile: imports make much that stays, and a search for each part of it."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def set_aside(*, anew: bool = False) -> None:
    """Set aside what is loaded now, so that no search for garbage looks at it again.

    Not to be called while a visitor has data here: they would be set aside as well, and garbage that comes of
    them later would never be found.

    Parameters
    ----------
    anew
        Look through what was set aside before as well: some of it may be garbage by now.
    """
    if anew:
        gc.unfreeze()
    gc.collect()
    gc.freeze()


def forget(packages: Collection[str]) -> None:
    """Empty the caches of functions that keep only so many answers: what was asked is what visitors typed.

    Caches without a bound keep what the program itself says, and stay.

    Parameters
    ----------
    packages
        Names of packages whose modules are gone through.
    """
    for name, module in list(sys.modules.items()):
        if name.split(".")[0] in packages:
            for kept in list(vars(module).values()):  # a page may be adding to it meanwhile
                if isinstance(kept, _lru_cache_wrapper) and kept.cache_info().maxsize is not None:
                    kept.cache_clear()


def few_heaps() -> None:
    """Let all threads share two heaps, where the C library would give each thread one of its own.

    Streamlit runs every page in a new thread. Among many heaps what visitors leave behind is scattered, and
    most of it can never be given back. Large pieces are given back at once.
    """
    _tell_glibc("mallopt", _ARENA_MAX, _HEAPS)
    _tell_glibc("mallopt", _MMAP_THRESHOLD, _LARGE)


def give_back() -> None:
    """Return what was freed to the system, where that has to be asked for.

    Libraries in C free most of what a visitor had into a heap that keeps it; glibc gives it back when told
    to, and Arrow has a heap of its own. Other systems do it by themselves.
    """
    arrow = sys.modules.get("pyarrow")
    if arrow is not None:
        arrow.default_memory_pool().release_unused()
    _tell_glibc("malloc_trim", 0)


def held() -> int:
    """Return how many bytes of memory this process holds."""
    return int(psutil.Process().memory_info().rss)


def of_this_machine() -> int:
    """Return how many bytes of memory this machine has."""
    return int(psutil.virtual_memory().total)


def _tell_glibc(function: str, *given: int) -> None:
    if sys.platform.startswith("linux"):
        # Another C library than glibc (musl, for one) has no such function.
        with contextlib.suppress(OSError, AttributeError):
            getattr(ctypes.CDLL(None), function)(*given)
