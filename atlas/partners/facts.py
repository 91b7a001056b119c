"""The facts about the members that partners are judged by, as arrays in the order of the members."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from atlas.partners import similarity
from atlas.partners.focus import FocusVectors
from atlas.partners.languages import official_languages
from atlas.partners.model import REASONS
from atlas.partners.time_zones import hours_ahead, member_offsets
from atlas.population import populations

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from numpy.typing import NDArray

    from atlas.model import Network

    Floats = NDArray[np.float64]
    Integers = NDArray[np.intp]
    Texts = NDArray[np.object_]


@dataclass(frozen=True)
class MemberFacts:
    """The facts, each of shape (members,) unless said otherwise; NaN is unknown.

    Attributes
    ----------
    cities : pandas.DataFrame
        The members.
    rank : numpy.ndarray
        Place of each identifier in their alphabetical order, to settle ties.
    focus : FocusVectors
        What they state.
    population, points, offset, cohort : numpy.ndarray
        Inhabitants as a page states them, else as GeoNames gives them for the town; unit vectors, shape (members, 3);
        hours ahead of UTC on ``clocks_on``; joining year.
    population_source : numpy.ndarray
        Who gives the number of inhabitants: ``atlas.population.PAGE``, ``GEONAMES`` or empty text.
    region, country : numpy.ndarray
        Numbers of the regional group and of the country.
    common : numpy.ndarray
        Shape (countries, countries): 1 where two countries share an official language, NaN where CLDR names none.
    languages : tuple of frozenset
        Official languages per country.
    award : numpy.ndarray
        1 for winners of the Learning City Award, else 0.
    award_years : mapping
        Years of the award per ``city_id``.
    """

    cities: pd.DataFrame
    rank: Integers
    focus: FocusVectors
    population: Floats
    population_source: Texts
    points: Floats
    offset: Floats
    clocks_on: date
    region: Integers
    country: Integers
    common: Floats
    languages: tuple[frozenset[str], ...]
    award: Floats
    award_years: Mapping[str, tuple[str, ...]]
    cohort: Floats

    def km(self, own: int) -> Floats:
        """Return the distances from one member in a straight line, kilometres."""
        return similarity.distances_km(self.points, self.points[own])

    def likeness(self, own: int, *, contrast: bool) -> Floats:
        """Return how much each reason speaks for each member, shape (reasons, members), 0 to 1 or NaN."""
        by_reason = {
            "focus": self.focus.likeness(own),
            "size": similarity.size_likeness(self.population, self.population[own]),
            "distance": similarity.nearness(self.km(own)),
            "time_zone": similarity.common_working_hours(hours_ahead(self.offset, self.offset[own])),
            "region": ((self.region == self.region[own]) != contrast).astype(float),
            "language": self.common[self.country[own]][self.country],
            "award": self.award,
            "cohort": np.where(
                np.isnan(self.cohort) | np.isnan(self.cohort[own]), np.nan, self.cohort == self.cohort[own]
            ),
        }
        return np.vstack([by_reason[reason] for reason in REASONS])

    def words(self, reason: str, own: int, other: int) -> tuple[str, ...]:
        """Return the codes behind one reason for a pair; see :class:`atlas.partners.model.Contribution`."""
        match reason:
            case "focus":
                return self.focus.shared(own, other)
            case "size":
                pair = (own, other)
                return (*(str(int(self.population[i])) for i in pair), *(self.population_source[i] for i in pair))
            case "distance":
                return (str(round(float(self.km(own)[other]))),)
            case "time_zone":
                return (f"{hours_ahead(self.offset[[other]], self.offset[own])[0]:g}",)
            case "region":
                return (str(self.cities["region"].iloc[other]),)
            case "language":
                return tuple(sorted(self.languages[self.country[own]] & self.languages[self.country[other]]))
            case "award":
                return self.award_years[str(self.cities.index[other])]
            case _:
                return (str(int(self.cohort[own])),)


def facts_of(network: Network, clocks_on: date) -> MemberFacts:
    """Return the facts of a network, clocks compared on a day."""
    cities = network.cities
    people = populations(cities)
    country, iso3s = pd.factorize(cities["iso3"].astype(str))
    languages = tuple(official_languages(iso3) for iso3 in iso3s)
    awards = _award_years(network)
    return MemberFacts(
        cities=cities,
        rank=np.argsort(np.argsort(cities.index.to_numpy(dtype=object))),
        focus=FocusVectors.from_network(network),
        population=_floats(people["value"]),
        population_source=people["source"].to_numpy(dtype=object),
        points=similarity.unit_vectors(_floats(cities["lat"]), _floats(cities["lon"])),
        offset=member_offsets(cities, clocks_on),
        clocks_on=clocks_on,
        region=pd.factorize(cities["region"].astype(str))[0],
        country=country,
        common=_common(languages),
        languages=languages,
        award=cities.index.isin(list(awards)).astype(float),
        award_years=awards,
        cohort=_floats(cities["cohort"]),
    )


def _floats(values: pd.Series) -> Floats:
    return np.asarray(values.to_numpy(dtype=float, na_value=np.nan))


def _award_years(network: Network) -> dict[str, tuple[str, ...]]:
    awards = network.awards
    years = awards["year"].astype(str).groupby(awards["city_id"]).unique()
    return {str(city_id): tuple(sorted(found)) for city_id, found in years.items()}


def _common(languages: tuple[frozenset[str], ...]) -> Floats:
    """Return which countries share an official language, each with itself among them."""
    unknown = np.nan
    return np.array(
        [[float(bool(one & other)) if one and other else unknown for other in languages] for one in languages]
    ).reshape(len(languages), len(languages))
