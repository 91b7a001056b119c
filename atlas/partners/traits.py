"""What members are judged by, as arrays in the order of the members; worked out once per network."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from atlas.partners import similarity
from atlas.partners.focus import FocusVectors
from atlas.partners.languages import official_languages
from atlas.partners.time_zones import member_offsets
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
class Traits:
    """The traits, each of shape (members,) unless said otherwise; NaN is unknown.

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


@lru_cache(maxsize=8)
def traits_of(network: Network, clocks_on: date) -> Traits:
    """Return the traits of the members of a network, clocks compared on a day."""
    cities = network.cities
    people = populations(cities)
    country, iso3s = pd.factorize(cities["iso3"].astype(str))
    languages = tuple(official_languages(iso3) for iso3 in iso3s)
    awards = _award_years(network)
    return Traits(
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
