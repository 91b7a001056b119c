"""Position, kind and other names of the members, from the gazetteer and the overrides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.build.faults import BuildError, Fault

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from atlas.build.raw import Raw
    from atlas.build.tables import Row
    from geo.gazetteer import Gazetteer
    from geo.geocode import GeocodeResult

# Decimals of a degree to keep: 0.00001° is about a metre, finer than any source here.
_DECIMALS = 5
# Of these members the town of the gazetteer is the member.  The seat of a county or municipality is not, a commune is
# part of its town, and the extract has no districts as such, only quarters and places of the same name.
_TOWNS = frozenset({"city", "planned city"})


def place_members(raw: Raw, data: Path) -> list[Row]:
    """Return one row per member, in the order of the raw table.

    Columns: display_name, local_name, kind, lat, lon, precision, geocode_method,
    geocode_note, geonameid, population_geonames, aliases.

    Raises
    ------
    BuildError
        If a decision made by hand cannot be used.
    """
    from geo.gazetteer import load_gazetteer
    from geo.geocode import geocode
    from geo.overrides import load_overrides

    members = raw.rows("members")
    known = {member["iso3"] for member in raw.rows("unesco_member_states")}
    gazetteer = load_gazetteer(data / "gazetteer" / "places.parquet", iso3s=known & {m["iso3"] for m in members})
    placed = []
    try:
        decisions = load_overrides(data / "overrides")
        for member in members:
            city, iso3 = member["city"], member["iso3"]
            result = geocode(city, iso3, gazetteer=gazetteer, overrides=decisions)
            placed.append(_row(raw, member, result, gazetteer))
    except (KeyError, ValueError) as error:
        problem = f"a position given by hand cannot be used ({error})"
        remedy = "Correct coordinates.csv, places.csv or members.csv"
        raise BuildError([Fault("overrides", 0, "", problem, remedy)]) from error
    return placed


def _row(raw: Raw, member: Row, result: GeocodeResult, gazetteer: Gazetteer) -> Row:
    key = (member["iso3"], member["city"])
    for decisions in ("coordinates", "places"):  # what the geocoder has followed is used
        raw.overrides[decisions].find(*key)
    given = raw.overrides["members"].find(*key) or {}
    return {
        "display_name": given.get("display_name") or member["city"],
        "local_name": given.get("local_name", ""),
        "kind": given.get("kind") or "city",
        "lat": _degrees(result.lat),
        "lon": _degrees(result.lon),
        "precision": result.precision,
        "geocode_method": result.method,
        "geocode_note": result.note,
        "geonameid": str(result.geonameid or ""),
        "population_geonames": _town_population(given.get("kind") or "city", result, gazetteer),
        "aliases": "|".join(_aliases(member, given, result, gazetteer)),
    }


def _town_population(kind: str, result: GeocodeResult, gazetteer: Gazetteer) -> str:
    """Return the inhabitants that GeoNames gives, where its place is the member and it gives any."""
    if kind not in _TOWNS or result.precision != "town centre" or not result.geonameid:
        return ""
    place = gazetteer.by_id(result.geonameid, result.iso3)
    return str(place.population) if place and place.population else ""


def _degrees(value: float | None) -> str:
    """Return a coordinate as text, without zeros at the end.

    >>> _degrees(6.10), _degrees(-0.293884), _degrees(None)
    ('6.1', '-0.29388', '')
    """
    return "" if value is None else str(round(value, _DECIMALS))


def _aliases(member: Row, given: Row, result: GeocodeResult, gazetteer: Gazetteer) -> Iterator[str]:
    """Yield further spellings once each: by hand, as announced, then of the gazetteer."""
    from geo.names import fold

    place = gazetteer.by_id(result.geonameid, member["iso3"]) if result.geonameid else None
    offered = [
        *given.get("extra_aliases", "").split("|"),
        member["city"].partition("(")[0].strip(),
        *([place.name, *place.aliases.split("|")] if place else []),
    ]
    shown = {member["city"], given.get("display_name", ""), given.get("local_name", "")}
    seen = {"", *map(fold, shown)}
    for name in offered:
        if "|" not in name and fold(name) not in seen:
            seen.add(fold(name))
            yield name.strip()


def place_faults(raw: Raw, placed: list[Row], data: Path) -> Iterator[Fault]:
    """Yield members without kind or position, and points outside their country."""
    table = raw.tables["members"]
    for (number, member), place in zip(table.numbered(), placed, strict=True):
        key = (member["iso3"], member["city"])
        if raw.overrides["members"].find(*key) is None:
            remedy = "Add a row with its kind and names to overrides/members.csv"
            yield table.fault(number, "city", f"{key[1]} has no kind", remedy)
        if not place["lat"] and raw.overrides["not_placed"].find(*key) is None:
            remedy = "Add it to overrides/coordinates.csv, places.csv or not_placed.csv"
            yield table.fault(number, "city", f"{key[1]} has no position", remedy)
    yield from _outside(raw, placed, data)


def _outside(raw: Raw, placed: list[Row], data: Path) -> Iterator[Fault]:
    from geo.countries import TOLERANCE_KM, country_distance_km, load_outlines

    table = raw.tables["members"]
    pairs = zip(table.numbered(), placed, strict=True)
    found = [(number, member, place) for (number, member), place in pairs if place["lat"]]
    distances = country_distance_km(
        [member["iso3"] for _, member, _ in found],
        [float(place["lat"]) for *_, place in found],
        [float(place["lon"]) for *_, place in found],
        outlines=load_outlines("50m", (data / "boundaries").resolve()),
    )
    for (number, member, place), distance in zip(found, distances, strict=True):
        if distance > TOLERANCE_KM:
            point = f"{place['lat']}, {place['lon']}"
            problem = f"{member['city']} at {point} lies {distance:.0f} km outside {member['iso3']}"
            remedy = "Correct overrides/coordinates.csv or places.csv"
            yield table.fault(number, "city", problem, remedy)
