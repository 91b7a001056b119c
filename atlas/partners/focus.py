"""What members state to work on, as vectors: how rare each statement is, and how much two members share."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from atlas.focus_codes import focus_codes
from atlas.model import NETWORK_GOALS, WEAK

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from atlas.model import Network

RELATED: Final[Mapping[str, str]] = {
    "cluster:citizenship": "citizenship",
    "cluster:entrepreneurship": "entrepreneurship",
    "cluster:equity_inclusion": "equity & inclusion",
    "cluster:esd": "environment & climate",
    "cluster:health": "health & well-being",
    "cluster:literacy": "literacy & basic skills",
    "cluster:planning_me": "monitoring & evaluation",
}
"""The theme nearest to each cluster: being in the cluster is half a statement of the theme."""

RELATED_STRENGTH: Final = 0.5
SCEPTICISM: Final = 3.0
"""Added below the line, in the unit of rarity: one common theme shared by two short lists is no perfect match.
About the rarity of a theme that one in twenty members with a statement names (ln 20 = 3.0)."""

OWN_SHARE: Final = 0.65
"""Exponent of the asking member's own list; the other's has the rest.

At 1 members with the longest lists would win everything, at 1/2 (the cosine) a partner that does more than the one
who asks would be punished as hard as one that does less.
"""


@dataclass(frozen=True)
class FocusVectors:
    """The members' statements.

    Attributes
    ----------
    codes : tuple of str
        The statements, as in :func:`atlas.focus_codes.focus_codes`.
    strength : numpy.ndarray
        Shape (members, codes): 1 stated, 1/2 related (only in the theme's cluster), 0 neither.
    rarity : numpy.ndarray
        Shape (codes,): ln(members with a statement / members with this statement).
    known : numpy.ndarray of bool
        Shape (members,): whether anything is stated that tells the member from others.
    """

    codes: tuple[str, ...]
    strength: NDArray[np.float64]
    rarity: NDArray[np.float64]
    known: NDArray[np.bool_]

    @classmethod
    def from_network(cls, network: Network) -> FocusVectors:
        """Read the statements, without weak ones and without the goals of the network as a whole."""
        statements = _statements(network)
        codes = tuple(sorted(set(statements["code"]) | (set(RELATED.values()) if len(statements) else set())))
        stated = np.zeros((len(network), len(codes)))
        rows = network.cities.index.get_indexer(statements["city_id"])
        stated[rows, pd.Index(codes).get_indexer(statements["code"])] = 1.0
        known = np.asarray(stated.any(axis=1))
        counts = np.maximum(stated.sum(axis=0), 1.0)
        rarity = np.log(known.sum() / counts)
        strength = _with_related(stated, codes)
        shared = (strength > 0).sum(axis=0) > 1  # what one member alone states brings nobody together
        return cls(tuple(np.array(codes, dtype=object)[shared]), strength[:, shared], rarity[shared], known)

    def likeness(self, own: int) -> NDArray[np.float64]:
        """Return how much the members share with one of them, 0 to 1, NaN where either states nothing.

        A cosine that leans towards the member who asks and doubts short lists: shared rarity /
        (own rarity ^ OWN_SHARE x other's rarity ^ (1 - OWN_SHARE) + SCEPTICISM).
        """
        if not self.known[own]:
            return np.full(len(self.known), np.nan)
        shared = self._weighted @ self._weighted[own]
        below = self._lists[own] ** OWN_SHARE * self._lists ** (1 - OWN_SHARE) + SCEPTICISM
        return np.where(self.known, np.minimum(shared / below, 1.0), np.nan)

    @cached_property
    def _weighted(self) -> NDArray[np.float64]:
        return self.strength * np.sqrt(self.rarity)

    @cached_property
    def _lists(self) -> NDArray[np.float64]:
        """Return the rarity of each member's whole list, shape (members,)."""
        return np.asarray((self._weighted**2).sum(axis=1))

    def shared(self, own: int, other: int) -> tuple[str, ...]:
        """Return what two members share, what weighs most first; ``related:`` where one does not state it itself.

        A theme that both have only through its cluster is left out: the cluster itself is named.
        """
        both = self.strength[own] * self.strength[other]
        order = np.lexsort((np.arange(len(both)), -both * self.rarity))
        found = (i for i in order if both[i] > RELATED_STRENGTH**2)
        return tuple(self.codes[i] if both[i] == 1 else f"related:{self.codes[i]}" for i in found)


def _statements(network: Network) -> pd.DataFrame:
    focus = network.focus
    codes = focus_codes(focus)
    general = codes.isin([f"sdg:{goal}" for goal in NETWORK_GOALS])
    counts = (focus["strength"] != WEAK) & ~general & focus["city_id"].isin(network.cities.index)
    return pd.DataFrame({"city_id": focus["city_id"], "code": codes})[counts].drop_duplicates()


def _with_related(stated: NDArray[np.float64], codes: tuple[str, ...]) -> NDArray[np.float64]:
    strength = stated.copy()
    column = {code: i for i, code in enumerate(codes)}
    for cluster, theme in RELATED.items():
        if cluster in column:
            half = stated[:, column[cluster]] * RELATED_STRENGTH
            strength[:, column[theme]] = np.maximum(strength[:, column[theme]], half)
    return strength
