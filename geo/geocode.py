"""From the name of a member to a position, and how sure that position is.

The order is: coordinates given by hand, a gazetteer place pinned by hand, the
gazetteer by name or alternate name, the same without a suffix such as "-gu" or
"County", and last with one typo.  Positions are WGS 84 decimal degrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from geo.gazetteer import CountryPlaces, Gazetteer, Place, load_gazetteer
from geo.names import fold_tight
from geo.overrides import CoordinateOverride, Overrides, load_overrides, member_key

if TYPE_CHECKING:
    import pandas as pd

__all__ = [
    "AMBIGUOUS", "NOT_PLACED", "CoordinateOverride", "GeocodeResult", "Overrides",
    "geocode", "load_overrides", "place_members",
]  # fmt: skip

NOT_PLACED = "not placed"
AMBIGUOUS = "ambiguous"
# Tried only after the full name: "Kilifi County" is the town of Kilifi to a gazetteer.
_SUFFIX = re.compile(
    r"(?i)(\s*\(.*\)|\s+-\s+.*|[-\s]+(?:gu|gun|si|shi|eup)|"
    r"\s+(?:metropolitan\s+)?(?:city|county|district|province|governorate|municipality|"
    r"consortium|town council|new city|industrial city))$|^(?:city|emirate|county) of\s+"
)
_SHORTEST_FOR_TYPO = 5  # "Sur" with one typo is half the gazetteer
_OTHERS_NAMED = 5  # further namesakes are counted, not listed


@dataclass(frozen=True, slots=True)
class GeocodeResult:
    """Where a member is, how that was found, and what remains doubtful.

    ``lat`` and ``lon`` are None exactly when ``method`` is "not placed".
    ``geonameid`` is the place whose names the member shares, if it is known.
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

    @property
    def is_placed(self) -> bool:
        """True if there is a position."""
        return self.lat is not None

    @property
    def needs_review(self) -> bool:
        """True if a person should look: no position, several namesakes, or a typo."""
        return self.precision in (AMBIGUOUS, NOT_PLACED) or self.method == "gazetteer-fuzzy"


def geocode(name: str, iso3: str, *, gazetteer: Gazetteer, overrides: Overrides | None = None) -> GeocodeResult:
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
        precision "ambiguous", and a note that names the others.
        Nothing found: method "not placed", with the reason in the note.

    Raises
    ------
    ValueError
        If the country code is not in the gazetteer, or a pin names no place of it.
    """
    gazetteer.require(iso3)
    overrides = overrides or Overrides()
    decided = _by_hand(name, iso3, gazetteer, overrides)
    if decided is not None:
        return decided
    places = gazetteer.country(iso3)
    found = _by_name(name, iso3, places) or _by_typo(name, iso3, places)
    if found is None:
        note = f'no place named "{name}" in {iso3}; add a row to data/overrides/coordinates.csv'
        return GeocodeResult(name, iso3, note=note)
    if found.precision == AMBIGUOUS:
        return found
    return replace(found, precision=overrides.precision_of(member_key(name, iso3)))


def _by_hand(name: str, iso3: str, gazetteer: Gazetteer, overrides: Overrides) -> GeocodeResult | None:
    key = member_key(name, iso3)
    pinned = _pinned(name, iso3, gazetteer, overrides)
    given = overrides.coordinates.get(key)
    if given is None:
        return pinned
    return GeocodeResult(
        name, iso3, given.lat, given.lon, given.precision, "override", given.reason,
        geonameid=pinned.geonameid if pinned else None, source_url=given.source_url,
    )  # fmt: skip


def _pinned(name: str, iso3: str, gazetteer: Gazetteer, overrides: Overrides) -> GeocodeResult | None:
    key = member_key(name, iso3)
    if key not in overrides.pins:
        return None
    geonameid, reason = overrides.pins[key]
    place = gazetteer.by_id(geonameid, iso3)
    if place is None:
        raise ValueError(
            f"{name} ({iso3}) is pinned to GeoNames {geonameid}, which the gazetteer does not "
            "have in that country; correct data/overrides/places.csv"
        )
    precision = overrides.precision_of(key)
    return _at(place, name, iso3, precision, "gazetteer-pinned", reason)


def _at(place: Place, name: str, iso3: str, precision: str, method: str, note: str) -> GeocodeResult:
    url = f"https://www.geonames.org/{place.geonameid}"
    return GeocodeResult(name, iso3, place.lat, place.lon, precision, method, note, place.geonameid, url)


def _by_name(name: str, iso3: str, places: CountryPlaces) -> GeocodeResult | None:
    """Match the full name, then the name shortened by one suffix after another."""
    for shortened in _shortenings(name):
        key = fold_tight(shortened)
        named, aliased = places.by_name.get(key, ()), places.by_alias.get(key, ())
        note = "" if shortened == name else f'matched as "{shortened}". '
        if named and _largest(named) >= _largest(aliased):
            return _choose(named, name, iso3, "gazetteer-exact", note)
        if named or aliased:
            # A hamlet of that name does not outrank the town that is also called so.
            together = {p.geonameid: p for p in named + aliased}
            return _choose(tuple(together.values()), name, iso3, "gazetteer-alternate", note)
    return None


def _largest(places: Iterable[Place]) -> int:
    return max((place.population for place in places), default=0)


def _shortenings(name: str) -> Iterator[str]:
    previous = ""
    while name and name != previous:
        yield name
        previous, name = name, _SUFFIX.sub("", name, count=1).strip()


def _choose(found: tuple[Place, ...], name: str, iso3: str, method: str, note: str) -> GeocodeResult:
    ranked = tuple(sorted(found, key=lambda p: (-p.population, p.geonameid)))
    first, *others = ranked
    if not others:
        return _at(first, name, iso3, "town centre", method, f"{note}{first.name} in GeoNames")
    listed = "; ".join(f"{p.name} {p.lat:.2f}, {p.lon:.2f}" for p in others[:_OTHERS_NAMED])
    note += (
        f"{len(ranked)} places of this name in the country; the most populous is shown, unconfirmed. Others: {listed}"
    )
    return _at(first, name, iso3, AMBIGUOUS, method, note)


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


_FIELDS = (
    "name", "iso3", "lat", "lon", "precision", "method", "note",
    "geonameid", "source_url", "needs_review",
)  # fmt: skip


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
    results = (geocode(c, iso3, gazetteer=gazetteer, overrides=overrides) for c, iso3 in asked)
    rows = ([getattr(result, field) for field in _FIELDS] for result in results)
    table = pd.DataFrame(rows, columns=_FIELDS).rename(columns={"name": "city"})
    return table.astype({"geonameid": "Int64"})
