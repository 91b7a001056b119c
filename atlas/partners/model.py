"""What is asked of the partner finder and what it answers: weights, presets, partners with their reasons."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

REASONS: Final = ("focus", "size", "distance", "time_zone", "region", "language", "award", "cohort")
"""What can speak for a partner, in the order in which it is offered."""

DAY_TRAVEL_KM: Final = 1000.0
"""How far, in a straight line, "within a day's travel" reaches: a choice, not a published measure."""


@dataclass(frozen=True)
class Weights:
    """How much each reason counts, 0 to 1, and which members are asked for.

    Attributes
    ----------
    focus, size, distance, time_zone, region, language, award, cohort : float
        From 0 (does not count) to 1.
    contrast : bool
        Another region speaks for a partner instead of the same one.
    winners_only : bool
        Only members that received the UNESCO Learning City Award.
    max_km : float, optional
        Only members within this distance, kilometres in a straight line; members that are not placed are not among
        them.

    Raises
    ------
    ValueError
        When a weight is no number from 0 to 1 or ``max_km`` is no positive number; the message names it.
    """

    focus: float = 0.0
    size: float = 0.0
    distance: float = 0.0
    time_zone: float = 0.0
    region: float = 0.0
    language: float = 0.0
    award: float = 0.0
    cohort: float = 0.0
    contrast: bool = False
    winners_only: bool = False
    max_km: float | None = None

    def __post_init__(self) -> None:
        """Check every weight."""
        for reason in REASONS:
            weight = getattr(self, reason)
            if not (math.isfinite(weight) and 0 <= weight <= 1):
                raise ValueError(f"the weight of {reason} is {weight}; it must be a number from 0 to 1")
        if self.max_km is not None and not self.max_km > 0:
            raise ValueError(f"max_km is {self.max_km}; it must be more than 0")

    def of(self, reason: str) -> float:
        """Return the weight of one reason."""
        return float(asdict(self)[reason])


PRESETS: Final[Mapping[str, Weights]] = MappingProxyType(
    {
        "alike": Weights(focus=1.0, size=0.1, distance=0.1, region=0.1, language=0.15, award=0.05, cohort=0.1),
        "elsewhere": Weights(focus=1.0, size=0.1, time_zone=0.1, region=0.3, language=0.1, award=0.05, contrast=True),
        "day_travel": Weights(focus=0.7, distance=0.5, time_zone=0.1, language=0.2, cohort=0.05, max_km=DAY_TRAVEL_KM),
        "mentor": Weights(focus=1.0, size=0.05, time_zone=0.1, language=0.2, award=0.1, winners_only=True),
    }
)
"""Sets of weights for the four questions people ask; why they are so stands in ``docs/decisions/007-partners.md``."""


@dataclass(frozen=True)
class Contribution:
    """What one reason adds to a score.

    Attributes
    ----------
    reason : str
        One of :data:`REASONS`.
    contribution : float
        Points of the 100, one decimal; those of a partner add up to its score.
    facts : tuple of str
        What it rests on, as codes (:func:`atlas.partners.describe` puts them into a sentence):

        * focus: shared themes, ``cluster:<id>``, ``sdg:<n>``, rarest first; ``related:<theme>`` where one of the two
          is in the theme's cluster and does not state the theme itself
        * size: inhabitants of the city and of the partner, then who says so for each
          (:data:`atlas.population.PAGE` or ``GEONAMES``); distance: whole kilometres in a straight line
        * time_zone: hours by which the partner's clock is ahead (``-3.5`` behind)
        * region: the partner's region; language: CLDR codes of shared official languages
        * award: the partner's years; cohort: the shared year of joining
    """

    reason: str
    contribution: float
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Partner:
    """A possible partner: only true for the city that was asked about, never a grade of the partner.

    Attributes
    ----------
    score : float
        0 to 100, one decimal: the sum of the contributions.
    contributions : tuple of Contribution
        The largest first; reasons that add nothing are left out.
    known_focus : bool
        Whether a focus of the partner is published.
    unknown : tuple of str
        Reasons that carry weight and cannot be judged for this pair, as a fact of one of the two is not published.
    """

    city_id: str
    score: float
    contributions: tuple[Contribution, ...]
    known_focus: bool
    unknown: tuple[str, ...] = ()


class UnknownCityError(LookupError):
    """No member has this identifier.

    Attributes
    ----------
    city_id : str
        What was asked for.
    nearest : tuple of str
        Identifiers of members with similar names, the most similar first; may be empty.
    names : tuple of str
        Display names of these members, with their countries.
    """

    def __init__(self, city_id: str, nearest: tuple[str, ...] = (), names: tuple[str, ...] = ()) -> None:
        self.city_id, self.nearest, self.names = city_id, nearest, names
        near = "; ".join(f"{name} = {each}" for name, each in zip(names, nearest, strict=True))
        super().__init__(f'"{city_id}" is no member\'s identifier' + (f". Nearest: {near}" if near else ""))
