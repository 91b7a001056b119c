"""What a visitor chose to see: one frozen record, and the pure functions that apply it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from atlas.filters import FILTERS, memberships
from atlas.model import WEAK, Network

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from atlas.filters import Mask


@dataclass(frozen=True, init=False)
class Selection:
    """The codes chosen of each filter (:data:`atlas.filters.FILTERS`); a filter without a code asks for everything.

    Examples
    --------
    >>> Selection(region=["Africa"], year=["2022", "unknown"])["year"]
    ('2022', 'unknown')
    >>> Selection(colour=["red"])
    Traceback (most recent call last):
    TypeError: no filter is called colour
    """

    chosen: tuple[tuple[str, tuple[str, ...]], ...]

    def __init__(self, **chosen: Iterable[str]) -> None:
        if unknown := sorted(chosen.keys() - FILTERS.keys()):
            raise TypeError(f"no filter is called {', '.join(unknown)}")
        codes = ((name, tuple(chosen.get(name, ()))) for name in FILTERS)
        object.__setattr__(self, "chosen", tuple((name, those) for name, those in codes if those))

    def __getitem__(self, name: str) -> tuple[str, ...]:
        """Return the codes chosen of a filter."""
        return dict(self.chosen).get(name, ())

    def __bool__(self) -> bool:
        """Return whether anything is chosen."""
        return bool(self.chosen)

    @property
    def counts_weak(self) -> bool:
        """Whether weak statements count."""
        return WEAK in self["evidence"]

    @property
    def narrows(self) -> bool:
        """Whether a filter is chosen that may leave members out."""
        return any(FILTERS[name].narrows for name, _codes in self.chosen)

    def items(self) -> Iterator[tuple[str, str]]:
        """Yield each chosen (filter, code), in the order of the filters."""
        for name, codes in self.chosen:
            for code in codes:
                yield name, code

    def without(self, *names: str) -> Selection:
        """Return the selection less whole filters."""
        return Selection(**{name: codes for name, codes in self.chosen if name not in names})

    def toggled(self, name: str, code: str) -> Selection:
        """Return the selection with a code added, or taken out where it was chosen."""
        codes = self[name]
        changed = tuple(each for each in codes if each != code) if code in codes else (*codes, code)
        return Selection(**{**dict(self.chosen), name: changed})


def select(network: Network, selection: Selection) -> Network:
    """Return the members that fit every filter; within one filter any of its codes will do.

    Weak statements are dropped first unless the selection counts them, so that no page has to think of it.
    """
    counted = counting(network, weak=selection.counts_weak)
    shown = mask(counted, selection)
    return counted if shown.all() else counted.only(shown)


@lru_cache(maxsize=8)
def counting(network: Network, *, weak: bool) -> Network:
    """Return the network with its weak statements or without them."""
    return network if weak else replace(network, focus=network.focus[network.focus["strength"] != WEAK])


def mask(counted: Network, selection: Selection) -> Mask:
    """Return which members fit every filter.

    Parameters
    ----------
    counted : Network
        With the statements that count (:func:`counting`).
    selection : Selection
        What was chosen.

    Returns
    -------
    numpy.ndarray of bool
        One value per row of ``counted.cities``.
    """
    found = np.ones(len(counted), dtype=bool)
    of = memberships(counted)
    for name, codes in selection.chosen:
        if FILTERS[name].narrows:
            found &= of[name].any_of(codes)
    return found
