"""The table of members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.addresses import host
from atlas.build.hosts import mirror_hosts
from atlas.build.ids import city_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.build.faults import Fault
    from atlas.build.raw import Raw
    from atlas.build.tables import Row

Key = tuple[str, str]


def member_ids(raw: Raw) -> dict[Key, str]:
    """Return the identifier of each member by announced name and country code."""
    keys = [(member["city"], member["iso3"]) for member in raw.rows("members")]
    return {key: city_id(*key) for key in keys}


def build_cities(raw: Raw, placed: list[Row]) -> list[Row]:
    """Return one row per member, sorted by identifier.

    Parameters
    ----------
    raw : Raw
        The compiled tables and the overrides.
    placed : list of Row
        What `atlas.build.places.place_members` found, in the order of the members.
    """
    ids, mirrors = member_ids(raw), mirror_hosts(raw.rows("city_focus"))
    facts = {(row["city"], row["iso3"]): row for row in raw.rows("city_facts")}
    rows = []
    for member, place in zip(raw.rows("members"), placed, strict=True):
        key = (member["city"], member["iso3"])
        dated = _member_by(raw, member)
        row = {
            "city_id": ids[key], "region": member["unesco_region"],
            "source_mirror": "yes" if host(member["source_url"]) in mirrors else "no",
            **{c: member[c] for c in ("city", "country", "iso3", "joined_year", "cohort")},
            **{c: member[c] for c in ("evidence", "source_url")},
            **place, **_facts(facts.get(key, {})), **dated,
            "notes": "; ".join(filter(None, (member["notes"], dated.pop("why")))),
        }  # fmt: skip
        row.pop("why", None)
        rows.append(row)
    return sorted(rows, key=lambda row: row["city_id"])


def build_city_names(raw: Raw) -> list[Row]:
    """Return the names in other languages that were looked up by hand, sorted by member."""
    given, ids = raw.overrides["city_names"], member_ids(raw)
    rows = [
        {**row, "city_id": ids[row["city"], row["iso3"]]}
        for row in given.table.rows
        if (row["city"], row["iso3"]) in ids and given.find(row["iso3"], row["city"], row["lang"])
    ]
    return sorted(rows, key=lambda row: (row["city_id"], row["lang"]))


def _facts(fact: Row) -> Row:
    counted = bool(fact.get("population"))
    return {
        "population": fact.get("population", ""),
        "population_year": fact.get("population_year", "") if counted else "",
        "population_source_url": fact["source_url"] if counted else "",
        "website": fact.get("website", ""),
        "profile_url": fact.get("profile_url", ""),
    }


def _member_by(raw: Raw, member: Row) -> Row:
    """Return member_by, its source, and why where a person decided."""
    if not member["joined_year"]:
        given = raw.overrides["member_by"].find(member["iso3"], member["city"]) or {}
        why = f"member by {given['member_by']}: {given['reason']}" if given else ""
        return _dated(given.get("member_by", ""), given.get("source_url", ""), why)
    announced = announcements(raw).get(member["joined_year"])
    if announced:
        return _dated(*announced)
    return _dated(f"{member['joined_year']}-12-31", member["source_url"])


def _dated(day: str, source: str, why: str = "") -> Row:
    return {"member_by": day, "member_by_source": source, "why": why}


def announcements(raw: Raw) -> dict[str, tuple[str, str]]:
    """Return the day and page on which each intake was announced, by its year."""
    return {
        row["date"][:4]: (row["date"], row["source_url"])
        for row in reversed(raw.rows("milestones"))
        if row["event"].partition(" announces the ")[2][:4] == row["date"][:4]
    }


def city_faults(raw: Raw) -> Iterator[Fault]:
    """Yield unknown countries, wrong regions, members given twice and undated ones."""
    regions = {row["iso3"]: row["unesco_region"] for row in raw.rows("unesco_member_states")}
    dated = {(row["iso3"], row["city"]) for row in raw.overrides["member_by"].table.rows}
    table, seen = raw.tables["members"], set[Key]()
    for number, row in table.numbered():
        key = (row["city"], row["iso3"])
        if row["iso3"] not in regions:
            problem = f'"{row["iso3"]}" is no Member State of UNESCO'
            yield table.fault(number, "iso3", problem, "Use its ISO 3166-1 alpha-3 code")
        elif row["unesco_region"] != regions[row["iso3"]]:
            problem = f"{row['iso3']} is in {regions[row['iso3']]}"
            yield table.fault(number, "unesco_region", problem, "Use the region of UNESCO")
        if key in seen:
            yield table.fault(number, "city", f"{key[0]} is there twice", "Keep one of the rows")
        if not row["joined_year"] and key[::-1] not in dated:
            remedy = "Add a row to overrides/member_by.csv"
            yield table.fault(number, "joined_year", "nothing dates the membership", remedy)
        seen.add(key)
