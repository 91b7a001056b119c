"""How the C library of the server's process keeps memory (docs/decisions/008-speed.md, "What holds the memory")."""

from __future__ import annotations

import ctypes
import platform
from typing import Final

M_ARENA_MAX: Final = -8
"""``mallopt``'s name for the most heaps there may be (glibc, ``malloc.h``)."""
HEAPS: Final = 2


def keep_few_heaps() -> bool:
    """Let all threads share two heaps, and return whether the C library did so.

    Streamlit runs each script in a thread; glibc opens up to eight heaps per core for them, and what a visitor
    leaves behind in one of those is used again only by threads that happen to get the same.  The same as
    ``MALLOC_ARENA_MAX=2`` in the environment, for hosts where nobody can set it.  Other C libraries have no such heaps.
    """
    if platform.libc_ver()[0] != "glibc":
        return False
    return bool(ctypes.CDLL(None).mallopt(M_ARENA_MAX, HEAPS))
