"""From the name of a member to a position, and how sure that position is.

The order is: coordinates given by hand, a gazetteer place pinned by hand, the
gazetteer by name, by alternate name, without a suffix such as "-gu" or
"County", and last with one typo.  Positions are WGS 84 decimal degrees.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from geo.gazetteer import CountryPlaces, Gazetteer, Place, load_gazetteer
from geo.names import fold, fold_tight

if TYPE_CHECKING:
    import pandas as pd

OVERRIDES_DIR = Path(__file__).resolve().parent.parent / "data" / "overrides"
NOT_PLACED = "not placed"
AMBIGUOUS = "ambiguous"
# What the pin of a gazetteer place stands for, by the kind of the member.
PRECISION_OF_KIND: Mapping[str, str] = {
    "city": "town centre",
    "commune": "town centre",
    "planned city": "town centre",
    "district": "district centre",
    "municipality": "seat",
    "county": "seat",
    "governorate": "seat",
    "emirate": "seat",
    "consortium": "area centre",
}
# Tried only after the full name: "Kilifi County" is the town of Kilifi to a gazetteer.
_SUFFIX = re.compile(
    r"(?i)(\s*\(.*\)|\s+-\s+.*|[-\s]+(?:gu|gun|si|shi|eup)|"
    r"\s+(?:metropolitan\s+)?(?:city|county|district|province|governorate|municipality|"
    r"consortium|town council|new city|industrial city))$|^(?:city|emirate|county) of\s+"
)
_SHORTEST_FOR_TYPO = 5  # "Sur" with one typo is half the gazetteer

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class CoordinateOverride:
    """A position given by hand: WGS 84 degrees, what it stands for, why and whence."""

    lat: float
    lon: float
    precision: str
    reason: str
    source_url: str


@dataclass(frozen=True)
class Overrides:
    """Decisions made by hand, each keyed by country code and folded member name."""

    coordinates: Mapping[Key, CoordinateOverride] = field(default_factory=dict)
    pins: Mapping[Key, tuple[int, str]] = field(default_factory=dict)
    kinds: Mapping[Key, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GeocodeResult:
    """Where a member is, how that was found, and what remains doubtful.

    ``lat`` and ``lon`` are None exactly when ``method`` is "not placed".
    ``candidates`` lists all namesakes, the most populous first, when there are several.
    """

    name: str
    iso3: str
    lat: float | None = None
    lon: float | None = None
    precision: str = NOT_PLACED
    method: str = NOT_PLACED
    note: str = ""
    geonameid: int | None = None
    source_url: str = ""
    candidates: tuple[Place, ...] = ()

    @property
    def is_placed(self) -> bool:
        """True if there is a position."""
        return self.lat is not None

    @property
    def needs_review(self) -> bool:
        """True if a person should look: no position, several namesakes, or a typo."""
        return self.precision in (AMBIGUOUS, NOT_PLACED) or self.method == "gazetteer-fuzzy"


def geocode(
    name: str, iso3: str, *, gazetteer: Gazetteer, overrides: Overrides | None = None
) -> GeocodeResult:
    """Find the position of a member.

    Parameters
    ----------
    name : str
        The name as announced, in any script or spelling.
    iso3 : str
        ISO 3166-1 alpha-3 code; a place in another country is never returned.
    gazetteer : Gazetteer
        From `geo.gazetteer.load_gazetteer`.
    overrides : Overrides, optional
        From `load_overrides`; without them only the gazetteer decides.

    Returns
    -------
    GeocodeResult
        Degrees in WGS 84.  Several namesakes: the most populous one, but with
        precision "ambiguous", a note, and all of them in ``candidates``.
        Nothing found: method "not placed", with the reason in the note.

    Raises
    ------
    ValueError
        If the country code is not in the gazetteer.
    """
    places = gazetteer.country(iso3) if iso3 not in gazetteer.iso3s else None
    decided = _by_hand(name, iso3, gazetteer, overrides or Overrides())
    if decided is not None:
        return decided
    places = places or gazetteer.country(iso3)
    kind = (overrides or Overrides()).kinds.get((iso3, fold(name)), "city")
    found = _by_name(name, iso3, places) or _by_typo(name, iso3, places) or _unplaced(name, iso3)
    if found.precision in (AMBIGUOUS, NOT_PLACED):
        return found
    return replace(found, precision=PRECISION_OF_KIND[kind])


def _by_hand(
    name: str, iso3: str, gazetteer: Gazetteer, overrides: Overrides
) -> GeocodeResult | None:
    key = (iso3, fold(name))
    given = overrides.coordinates.get(key)
    if given is not None:
        return GeocodeResult(
            name, iso3, given.lat, given.lon, given.precision, "override", given.reason,
            source_url=given.source_url,
        )  # fmt: skip
    if key not in overrides.pins:
        return None
    geonameid, reason = overrides.pins[key]
    place = gazetteer.by_id(geonameid, iso3)
    if place is None:
        raise ValueError(
            f"{name} ({iso3}) is pinned to GeoNames {geonameid}, which the gazetteer does not "
            "have in that country; correct data/overrides/places.csv"
        )
    precision = PRECISION_OF_KIND[overrides.kinds.get(key, "city")]
    return _at(place, name, iso3, precision, "gazetteer-pinned", reason)


def _at(
    place: Place, name: str, iso3: str, precision: str, method: str, note: str
) -> GeocodeResult:
    url = f"https://www.geonames.org/{place.geonameid}"
    return GeocodeResult(
        name, iso3, place.lat, place.lon, precision, method, note, place.geonameid, url
    )


def _by_name(name: str, iso3: str, places: CountryPlaces) -> GeocodeResult | None:
    """Match the full name, then the name shortened by one suffix after another."""
    for shortened in _shortenings(name):
        key = fold_tight(shortened)
        named, aliased = places.by_name.get(key, ()), places.by_alias.get(key, ())
        note = "" if shortened == name else f'matched as "{shortened}". '
        if named and max(p.population for p in named + aliased) in {p.population for p in named}:
            return _choose(named, name, iso3, "gazetteer-exact", note)
        if named or aliased:
            # A hamlet of that name does not outrank the town that is also called so.
            together = {p.geonameid: p for p in named + aliased}
            return _choose(tuple(together.values()), name, iso3, "gazetteer-alternate", note)
    return None


def _shortenings(name: str) -> Iterator[str]:
    previous = ""
    while name and name != previous:
        yield name
        previous, name = name, _SUFFIX.sub("", name, count=1).strip()


def _choose(
    found: tuple[Place, ...], name: str, iso3: str, method: str, note: str
) -> GeocodeResult:
    ranked = tuple(sorted(found, key=lambda p: (-p.population, p.geonameid)))
    first = ranked[0]
    if len(ranked) == 1:
        note += f"{first.name} in GeoNames"
        return _at(first, name, iso3, "town centre", method, note)
    others = "; ".join(f"{p.name} {p.lat:.2f}, {p.lon:.2f}" for p in ranked[1:6])
    note += (
        f"{len(ranked)} places of this name in the country; the most populous is shown, "
        f"unconfirmed. Others: {others}"
    )
    return replace(_at(first, name, iso3, AMBIGUOUS, method, note), candidates=ranked)


def _by_typo(name: str, iso3: str, places: CountryPlaces) -> GeocodeResult | None:
    """Match a name that differs by one inserted, lost, changed or swapped letter."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    key = fold_tight(name)
    if len(key) < _SHORTEST_FOR_TYPO:
        return None
    for index in (places.by_name, places.by_alias):
        near = process.extract(key, index.keys(), scorer=OSA.distance, score_cutoff=1, limit=None)
        found = {p.geonameid: p for spelling, *_ in near for p in index[spelling]}
        if found:
            note = f'no place is spelt "{name}"; one letter differs. '
            return _choose(tuple(found.values()), name, iso3, "gazetteer-fuzzy", note)
    return None


def _unplaced(name: str, iso3: str) -> GeocodeResult:
    note = f'no place named "{name}" in {iso3}; add a row to data/overrides/coordinates.csv'
    return GeocodeResult(name, iso3, note=note)


def load_overrides(folder: Path = OVERRIDES_DIR) -> Overrides:
    """Read the decisions made by hand from coordinates.csv, places.csv and members.csv.

    Raises
    ------
    FileNotFoundError
        If one of the three files is missing.
    """
    coordinates = {
        key: CoordinateOverride(
            float(row["lat"]), float(row["lon"]), row["precision"], row["reason"], row["source_url"]
        )
        for key, row in _rows(folder / "coordinates.csv")
    }
    pins = {key: (int(r["geonameid"]), r["reason"]) for key, r in _rows(folder / "places.csv")}
    kinds = {key: row["kind"] for key, row in _rows(folder / "members.csv")}
    return Overrides(coordinates, pins, kinds)


def _rows(path: Path) -> Iterator[tuple[Key, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield (row["iso3"], fold(row["city"])), row


def place_members(
    members: Iterable[tuple[str, str]],
    *,
    gazetteer: Gazetteer | None = None,
    overrides: Overrides | None = None,
) -> pd.DataFrame:
    """Place many members at once, in the order given.

    Parameters
    ----------
    members : iterable of (city, iso3)
        Names as announced with their country codes.
    gazetteer, overrides : optional
        The committed ones if left out; only the countries asked for are read.

    Returns
    -------
    pandas.DataFrame
        One row per member: city, iso3, lat, lon (WGS 84 degrees, NaN where not
        placed), precision, method, note, geonameid (nullable), source_url,
        needs_review.
    """
    import pandas as pd

    asked = list(members)
    gazetteer = gazetteer or load_gazetteer(iso3s={iso3 for _, iso3 in asked})
    overrides = overrides or load_overrides()
    results = [geocode(city, iso3, gazetteer=gazetteer, overrides=overrides) for city, iso3 in asked]
    return pd.DataFrame(map(_record, results), columns=_TABLE).astype({"geonameid": "Int64"})


_TABLE = (
    "city", "iso3", "lat", "lon", "precision", "method", "note",
    "geonameid", "source_url", "needs_review",
)  # fmt: skip


def _record(r: GeocodeResult) -> tuple[object, ...]:
    return (
        r.name, r.iso3, r.lat, r.lon, r.precision, r.method, r.note,
        r.geonameid, r.source_url, r.needs_review,
    )  # fmt: skip
