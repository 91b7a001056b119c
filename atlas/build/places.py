"""Position, kind and other names of the members, from the gazetteer and the overrides."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.build.faults import Fault
from atlas.build.raw import Raw
from atlas.build.tables import Row

if TYPE_CHECKING:
    from geo.gazetteer import Gazetteer
    from geo.geocode import GeocodeResult

# Decimals of a degree to keep: 0.00001° is about a metre, finer than any source here.
_DECIMALS = 5


def place_members(raw: Raw, data: Path) -> list[Row]:
    """Return one row per member, in the order of the raw table.

    Columns: display_name, local_name, kind, lat, lon, precision, geocode_method,
    geocode_note, geonameid, aliases.
    """
    from geo.gazetteer import load_gazetteer
    from geo.geocode import geocode, load_overrides

    members = raw.rows("members")
    known = {member["iso3"] for member in raw.rows("unesco_member_states")}
    gazetteer = load_gazetteer(
        data / "gazetteer" / "places.parquet", iso3s=known & {m["iso3"] for m in members}
    )
    decisions = load_overrides(data / "overrides")
    placed = []
    for member in members:
        city, iso3 = member["city"], member["iso3"]
        result = geocode(city, iso3, gazetteer=gazetteer, overrides=decisions)
        placed.append(_row(raw, member, result, gazetteer))
    return placed


def _row(raw: Raw, member: Row, result: GeocodeResult, gazetteer: Gazetteer) -> Row:
    key = (member["iso3"], member["city"])
    for table in ("coordinates", "places"):
        raw.overrides[table].find(*key)
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
        "aliases": "|".join(_aliases(member, given, result, gazetteer)),
    }


def _degrees(value: float | None) -> str:
    return "" if value is None else f"{round(value, _DECIMALS):g}" if value == int(value) else (
        f"{value:.{_DECIMALS}f}".rstrip("0")
    )


def _aliases(
    member: Row, given: Row, result: GeocodeResult, gazetteer: Gazetteer
) -> Iterator[str]:
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
    """Yield members without a decision or a position, and points in another country."""
    yield from _undecided(raw)
    yield from _outside(raw, placed, data)


def _undecided(raw: Raw) -> Iterator[Fault]:
    decided = {(row["iso3"], row["city"]) for row in raw.overrides["members"].table.rows}
    for number, member in raw.tables["members"].numbered():
        if (member["iso3"], member["city"]) not in decided:
            yield raw.tables["members"].fault(
                number, "city", f"{member['city']} has no row in overrides/members.csv",
                "Add one with its kind and names",
            )  # fmt: skip


def _outside(raw: Raw, placed: list[Row], data: Path) -> Iterator[Fault]:
    return iter(())
