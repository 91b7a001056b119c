"""What is worked out once per network: kept as long as the network itself, and no longer.

The network as loaded lives as long as the server, so what is said of it is worked out once.  One that a visitor has
filtered lives for one run, and what is said of it goes with it: nothing has to be thrown out, nothing grows.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from atlas.wording import language

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from atlas.model import Network

P = ParamSpec("P")
R = TypeVar("R")

MOST: Final = 512
"""Answers kept for one network: all pages in two languages and tones need some 200, but links can ask for more."""

_NOTHING: Final = object()
_FOUND: Final[WeakKeyDictionary[Network, dict[Hashable, object]]] = WeakKeyDictionary()


def once_per_network(work: Callable[Concatenate[Network, P], R]) -> Callable[Concatenate[Network, P], R]:
    """Make a function of a network answer again what it answered before, for the same arguments and language.

    Parameters
    ----------
    work : callable
        Depends on nothing else.  Its further arguments are hashable, and neither they nor its result hold the network;
        nobody changes the result.
    """

    @wraps(work)
    def answer(network: Network, /, *args: P.args, **kwargs: P.kwargs) -> R:
        known = _FOUND.setdefault(network, {})
        question = (work, language(), args, tuple(sorted(kwargs.items())))
        found = known.get(question, _NOTHING)  # another thread may clear it at any time
        if found is _NOTHING:
            found = work(network, *args, **kwargs)
            if len(known) >= MOST:
                known.clear()
            known[question] = found
        return cast("R", found)  # each function finds only its own answers

    return answer


def forget() -> None:
    """Forget everything, for tests that change words or rules."""
    _FOUND.clear()
