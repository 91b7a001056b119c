"""What the steps of one story are made from, each sum once and when a step first asks for it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from atlas.labels import in_region
from atlas.model import rows
from atlas.prepositions import in_country
from atlas.selection import counting, mask
from atlas.story.pictures import Place
from atlas.summaries.compare import Profile, Thing, summarise_profile
from atlas.summaries.members import Summary
from geo.points import placed

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from atlas.model import Network
    from atlas.story.scope import Scope


@dataclass(frozen=True, eq=False)
class Telling:
    """A story in the making.

    Attributes
    ----------
    network : Network
        The whole network with all its statements.
    scope : Scope
        Whose story it is.
    """

    network: Network
    scope: Scope

    @cached_property
    def members(self) -> Network:
        """The members of the scope."""
        return self.scope.members(self.network)

    @cached_property
    def profile(self) -> Profile:
        """The members of the scope, counted."""
        counted = counting(self.network, weak=self.scope.selection.counts_weak)
        return summarise_profile(counted, mask(counted, self.scope.selection))

    @cached_property
    def summary(self) -> Summary:
        """More counts of the same members."""
        return Summary(self.members)

    @property
    def is_network(self) -> bool:
        """Whether the whole network is told."""
        return self.scope.kind == "network"

    @property
    def region(self) -> str:
        """The region that is told, or empty text."""
        return self.scope.code if self.scope.kind == "region" else ""

    @property
    def thing(self) -> Thing | None:
        """The country or region that is told, as the pages of places know it."""
        return Thing(self.scope.kind, self.scope.code) if self.scope.code else None

    @property
    def where(self) -> str:
        """Where the members are, as a place within a sentence; empty text where the scope is no place."""
        match self.scope.kind:
            case "country":
                return in_country(self.scope.code)
            case "region":
                return in_region(self.scope.code)
        return ""

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """The members that are placed."""
        return places_of(self.members.cities)

    @cached_property
    def unplaced(self) -> int:
        """Members that no map can show."""
        return len(self.members) - len(self.places)

    def names(self, city_ids: Iterable[str]) -> list[str]:
        """Return what members of the network are called."""
        return [self._names[city_id] for city_id in city_ids]

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(rows(self.network.cities, "city_id", "display_name"))


def places_of(cities: pd.DataFrame) -> tuple[Place, ...]:
    """Return the placed members among rows of the cities as places on a map, in their order."""
    columns = ("city_id", "display_name", "iso3", "region", "lat", "lon")
    return tuple(Place(*row) for row in rows(placed(cities), *columns))
