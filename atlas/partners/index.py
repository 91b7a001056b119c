"""The members made ready for the question "with whom should this one talk?"."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING, Final

import numpy as np
import pandas as pd

from atlas.partners.lookup import position_of
from atlas.partners.model import PRESETS, USUAL, Contribution, Partner
from atlas.partners.reasons import REASONS
from atlas.partners.traits import Traits, traits_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from numpy.typing import NDArray

    from atlas.model import Network
    from atlas.partners.model import Weights

UNKNOWN_SHARE: Final = 0.75
"""How much of the weight of a reason that cannot be judged stays below the line.

At 0 a pair of which little is known could reach 100 on that little; at 1 not known would be the same as not alike.
"""

LARGEST_TABLE: Final = 5000
"""Members up to which all pairs are computed (25 million scores, 200 MB)."""


class PartnerIndex:
    """Finds partners; made once per version of the data, read-only, shared between sessions."""

    def __init__(self, traits: Traits) -> None:
        self._traits = traits
        self._by_id = traits.cities.index

    @classmethod
    def from_network(cls, network: Network, on: date | None = None) -> PartnerIndex:
        """Make the members ready.

        Parameters
        ----------
        network : Network
            Give the whole network, not a selection: rarity is counted among its members.
        on : datetime.date, optional
            Day whose clocks are compared (summer time differs); by default the day of the newest announced count, so
            that the same data give the same answer on every day.
        """
        return cls(traits_of(network, on or network.coverage.announced_on))

    @property
    def clocks_on(self) -> date:
        """The day whose clocks are compared."""
        return self._traits.clocks_on

    def knows_focus(self, city_id: str) -> bool:
        """Return whether a focus of the member is published; errors as in :meth:`partners`."""
        return bool(self._traits.focus.known[self._position(city_id)])

    def unknown_of(self, city_id: str, weights: Weights) -> tuple[str, ...]:
        """Return the reasons with weight that cannot be judged for a member at all, as its own fact is not published.

        Errors as in :meth:`partners`.
        """
        own = self._position(city_id)
        unknown = self._points(own, weights)[1]
        return tuple(code for code, gaps in zip(REASONS, unknown, strict=True) if gaps.all())

    def partners(
        self,
        city_id: str,
        weights: Weights = PRESETS[USUAL].weights,
        limit: int = 10,
        *,
        other_region_only: bool = False,
    ) -> list[Partner]:
        """Return the members that fit one member best, the best first; ties go by identifier.

        Parameters
        ----------
        weights : Weights
            When all are zero nothing is asked, and nobody answers: the list is empty.
        limit : int
            Most partners to return; fewer are returned where ``weights`` or ``other_region_only`` leave fewer.
        other_region_only : bool
            Leave out the members of the same region.

        Raises
        ------
        UnknownCityError
            When no member has the identifier; names the nearest.
        """
        own = self._position(city_id)
        if not weights:
            return []
        points, unknown = self._points(own, weights)
        allowed = self._allowed(own, weights, other_region_only=other_region_only)
        scores = np.where(allowed, points.sum(axis=0), -1.0)
        best = _best(scores, self._traits.rank, limit)
        return [self._partner(own, other, points[:, other], unknown[:, other]) for other in best if scores[other] >= 0]

    def pairs(
        self, asking: pd.Index, answering: pd.Index, weights: Weights = PRESETS[USUAL].weights, limit: int = 5
    ) -> list[tuple[str, Partner]]:
        """Return the members of two countries that fit each other best by what they work on, the best pair first.

        Parameters
        ----------
        asking, answering : pandas.Index
            The ``city_id`` of those who look for a partner, and of those who may be one; they may overlap.
        limit : int
            Most pairs to return.  Each partner is named once, and whoever asks no more often than others, so that few
            members do not take all the room.

        Returns
        -------
        list of (str, Partner)
            Who asks, and the partner.  Pairs of which no common work is known are left out: language and nearness alone
            are a reason to look further, none to be named before an audience.
        """
        here, there = self._positions(asking), self._positions(answering)
        turns = math.ceil(limit / max(len(here), 1))
        found = sorted(candidate for own in here for candidate in self._candidates(own, there, weights, limit))
        asked: Counter[int] = Counter()
        named: set[int] = set()
        pairs: list[tuple[str, Partner]] = []
        for _order, own, other in found:
            if len(pairs) < limit and asked[own] < turns and not ({own, other} & named or asked[other]):
                asked[own] += 1
                named.add(other)
                points, unknown = self._points(own, weights)
                pairs.append((str(self._by_id[own]), self._partner(own, other, points[:, other], unknown[:, other])))
        return pairs

    def _candidates(
        self, own: int, answering: NDArray[np.intp], weights: Weights, limit: int
    ) -> Iterator[tuple[tuple[float, int, int], int, int]]:
        """Yield the best partners of a member in other countries: what they are sorted by, and the rows of both."""
        traits = self._traits
        points, _unknown = self._points(own, weights)
        scores = points.sum(axis=0)
        common = points[list(REASONS).index("focus"), answering] > 0
        abroad = traits.country[answering] != traits.country[own]
        allowed = answering[
            common & abroad & self._allowed(own, weights, other_region_only=weights.contrast)[answering]
        ]
        for at in _best(scores[allowed], traits.rank[allowed], limit):
            other = int(allowed[at])
            yield (-round(float(scores[other]), 9), int(traits.rank[own]), int(traits.rank[other])), own, other

    def _positions(self, members: pd.Index) -> NDArray[np.intp]:
        return np.asarray(self._by_id.get_indexer(members))

    def table(self, weights: Weights = PRESETS[USUAL].weights) -> pd.DataFrame:
        """Return the scores of all pairs.

        Returns
        -------
        pandas.DataFrame
            Square; a row for each member that asks, a column for each that could answer, index and columns
            ``city_id``; 0 to 100, one decimal.  NaN on the diagonal and where ``weights`` leaves the partner out.  Not
            symmetric when the award counts: it speaks for the winner only.

        Raises
        ------
        ValueError
            When there are more than :data:`LARGEST_TABLE` members.
        """
        size = len(self._by_id)
        if size > LARGEST_TABLE:
            raise ValueError(f"a table of all pairs of {size} members is too large; {LARGEST_TABLE} is the limit")
        scores = np.full((size, size), np.nan)
        for own in range(size):
            allowed = self._allowed(own, weights, other_region_only=False)
            scores[own, allowed] = self._points(own, weights)[0].sum(axis=0)[allowed]
        return pd.DataFrame(scores.round(1), index=self._by_id, columns=self._by_id)

    def _position(self, city_id: str) -> int:
        return position_of(city_id, self._traits.cities)

    def _points(self, own: int, weights: Weights) -> tuple[NDArray[np.float64], NDArray[np.bool_]]:
        """Return the points of each reason and what is unknown, both of shape (reasons, members)."""
        given = np.array([weights.of(code) for code in REASONS])[:, None]
        likeness = np.vstack([reason.likeness(self._traits, own, weights) for reason in REASONS.values()])
        unknown = np.isnan(likeness)
        below = (given * np.where(unknown, UNKNOWN_SHARE, 1.0)).sum(axis=0)
        points = 100 * given * np.where(unknown, 0.0, likeness) / np.where(below > 0, below, 1.0)
        return points, unknown & (given > 0)

    def _allowed(self, own: int, weights: Weights, *, other_region_only: bool) -> NDArray[np.bool_]:
        traits = self._traits
        allowed = np.ones(len(self._by_id), dtype=bool)
        allowed[own] = False
        if weights.winners_only:
            allowed &= traits.award > 0
        if weights.max_km is not None:
            allowed &= traits.km(own) <= weights.max_km  # NaN, not placed, is never within
        if other_region_only:
            allowed &= traits.region != traits.region[own]
        return allowed

    def _partner(self, own: int, other: int, points: NDArray[np.float64], unknown: NDArray[np.bool_]) -> Partner:
        shown = zip(REASONS.values(), _rounded(points), strict=True)
        contributions = [
            Contribution(reason.code, tenths, reason.facts(self._traits, own, other))
            for reason, tenths in sorted(shown, key=lambda each: -each[1])
            if tenths > 0
        ]
        return Partner(
            city_id=str(self._by_id[other]),
            score=round(sum(each.contribution for each in contributions), 1),
            contributions=tuple(contributions),
            known_focus=bool(self._traits.focus.known[other]),
            unknown=tuple(code for code, gap in zip(REASONS, unknown, strict=True) if gap),
        )


def _best(scores: NDArray[np.float64], rank: NDArray[np.intp], limit: int) -> list[int]:
    # Noise in the last digits must not decide ties, so compare what is far finer than what is shown.
    order = np.lexsort((rank, -scores.round(9)))
    return [int(i) for i in order[: max(limit, 0)]]


def _rounded(points: NDArray[np.float64]) -> list[float]:
    """Return the points with one decimal so that they add up to their rounded sum (largest remainders round up)."""
    tenths = points * 10
    whole = np.floor(tenths + 1e-9)
    missing = round(float(tenths.sum())) - int(whole.sum())
    order = np.argsort(-(tenths - whole), kind="stable")
    whole[order[:missing]] += 1
    return [float(value) / 10 for value in whole]
