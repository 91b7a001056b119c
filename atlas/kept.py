"""What is worked out once per network: kept as long as the network itself, and no longer.

The network as loaded lives as long as the server, so what is said of it is worked out once.  One that a visitor has
filtered lives for one run, and what is said of it goes with it: nothing has to be thrown out, nothing grows.
"""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Concatenate, Final, ParamSpec, TypeVar
from weakref import WeakKeyDictionary

from atlas.wording import language

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from atlas.model import Network

P = ParamSpec("P")
R = TypeVar("R")

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
        if question not in known:
            known[question] = work(network, *args, **kwargs)
        return known[question]  # type: ignore[return-value]  # each function finds only its own answers

    return answer


def forget() -> None:
    """Forget everything, for tests that change words or rules."""
    _FOUND.clear()
