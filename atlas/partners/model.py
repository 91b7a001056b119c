"""What is asked of the partner finder and what it answers: weights, presets, partners with their reasons."""

from __future__ import annotations

import math
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from atlas.partners.reasons import REASONS
from atlas.wording import gettext as _
from atlas.wording import mark

if TYPE_CHECKING:
    from collections.abc import Mapping

DAY_TRAVEL_KM: Final = 1000.0
"""How far, in a straight line, "within a day's travel" reaches: a choice, not a published measure."""


@dataclass(frozen=True, init=False)
class Weights:
    """How much each reason counts, and which members are asked for.

    Parameters
    ----------
    contrast : bool
        Another region speaks for a partner instead of the same one.
    winners_only : bool
        Only members that received the UNESCO Learning City Award.
    max_km : float, optional
        Only members within this distance, kilometres in a straight line; members that are not placed are not among
        them.
    **given : float
        The weight of a reason by its code (:data:`atlas.partners.REASONS`), from 0 to 1; the others do not count.

    Raises
    ------
    TypeError
        When no reason has the code.
    ValueError
        When a weight is no number from 0 to 1 or ``max_km`` is no positive number; the message names it.

    Examples
    --------
    >>> Weights(focus=1.0, size=0.1).of("size"), Weights(focus=1.0).of("size")
    (0.1, 0.0)
    """

    given: tuple[tuple[str, float], ...]
    contrast: bool
    winners_only: bool
    max_km: float | None

    def __init__(
        self, *, contrast: bool = False, winners_only: bool = False, max_km: float | None = None, **given: float
    ) -> None:
        if unknown := sorted(given.keys() - REASONS.keys()):
            raise TypeError(f"no reason is called {', '.join(unknown)}")
        for code, weight in given.items():
            if not (math.isfinite(weight) and 0 <= weight <= 1):
                raise ValueError(f"the weight of {code} is {weight}; it must be a number from 0 to 1")
        if max_km is not None and not max_km > 0:
            raise ValueError(f"max_km is {max_km}; it must be more than 0")
        counting = tuple((code, float(given[code])) for code in REASONS if given.get(code))
        fields = {"contrast": contrast, "winners_only": winners_only, "max_km": max_km}
        for name, value in {"given": counting, **fields}.items():
            object.__setattr__(self, name, value)

    def of(self, reason: str) -> float:
        """Return the weight of one reason, 0 where it does not count."""
        return dict(self.given).get(reason, 0.0)

    def weighing(self, given: Mapping[str, float]) -> Weights:
        """Return the same conditions with other weights, by the code of the reason."""
        return Weights(contrast=self.contrast, winners_only=self.winners_only, max_km=self.max_km, **given)

    def __bool__(self) -> bool:
        """Return whether any reason counts."""
        return bool(self.given)


@dataclass(frozen=True)
class Preset:
    """A question that people ask.

    Attributes
    ----------
    title : str
        What it is called, marked for translation.
    weights : Weights
        What it means; a reason that it does not name does not count.
    """

    title: str
    weights: Weights


PRESETS: Final[Mapping[str, Preset]] = MappingProxyType(
    {
        "alike": Preset(
            mark("Most alike"),
            Weights(focus=1.0, size=0.1, distance=0.1, region=0.1, language=0.15, award=0.05, cohort=0.1),
        ),
        "elsewhere": Preset(
            mark("Same challenge elsewhere in the world"),
            Weights(focus=1.0, size=0.1, time_zone=0.1, region=0.3, language=0.1, award=0.05, contrast=True),
        ),
        "day_travel": Preset(
            mark("Within a day’s travel"),
            Weights(focus=0.7, distance=0.5, time_zone=0.1, language=0.2, cohort=0.05, max_km=DAY_TRAVEL_KM),
        ),
        "mentor": Preset(
            mark("Mentor: an award winner with our theme"),
            Weights(focus=1.0, size=0.05, time_zone=0.1, language=0.2, award=0.1, winners_only=True),
        ),
    }
)
"""The questions by their code, in the order offered; why they weigh so stands in ``docs/decisions/007-partners.md``."""

USUAL: Final = "alike"
"""The question that is asked unless another is chosen."""


def preset_label(preset: str) -> str:
    """Return the name of a question, in the language in use."""
    return _(PRESETS[preset].title)


@dataclass(frozen=True)
class Contribution:
    """What one reason adds to a score.

    Attributes
    ----------
    reason : str
        One of :data:`atlas.partners.REASONS`.
    contribution : float
        Points of the 100, one decimal; those of a partner add up to its score.
    facts : tuple of str
        What it rests on, as codes, see the ``facts`` of the reason.
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

    def points(self, reason: str) -> float:
        """Return what a reason adds to the score, 0 where it adds nothing."""
        return next((each.contribution for each in self.contributions if each.reason == reason), 0.0)
