"""What members work on: focus, awards, clusters and the mapping to the goals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.addresses import host
from atlas.build.cities import Key, member_ids
from atlas.build.hosts import mirror_hosts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.build.faults import Fault
    from atlas.build.raw import Raw
    from atlas.build.tables import Row

_CLUSTER_KINDS = (("dim_", "dimension"), ("area_", "area"), ("network", "network"))


def _link(raw: Raw, ids: dict[Key, str], table: str, row: Row) -> str | None:
    """Return the member a row speaks of, "" if it is decided to be none, else None."""
    key = (row["city"], row["iso3"])
    if key in ids:
        return ids[key]
    link = raw.overrides["focus_links"].find(table, *key)
    if link is None:
        return None
    return ids.get((link["member_city"], row["iso3"])) if link["member_city"] else ""


def build_focus(raw: Raw) -> list[Row]:
    """Return one row per stated focus of a member, sorted by member, kind and focus."""
    ids, mirrors = member_ids(raw), mirror_hosts(raw.rows("city_focus"))
    rows = [
        {
            "city_id": city_id, "kind": row["focus_kind"],
            "mirror": "yes" if host(row["source_url"]) in mirrors else "no",
            **{c: row[c] for c in ("focus", "year", "evidence", "source_url", "strength")},
        }
        for row in raw.rows("city_focus")
        if (city_id := _link(raw, ids, "city_focus", row))
    ]  # fmt: skip
    return sorted(rows, key=lambda r: (r["city_id"], r["kind"], r["focus"], r["source_url"]))


def build_awards(raw: Raw) -> list[Row]:
    """Return one row per city that received the award, member or not."""
    ids = member_ids(raw)
    rows = []
    for row in raw.rows("awards"):
        city_id = _link(raw, ids, "awards", row) or ""
        rows.append({**row, "city_id": city_id, "is_member": "yes" if city_id else "no"})
    return sorted(rows, key=lambda row: (row["year"], row["country"], row["city"]))


def link_faults(raw: Raw) -> Iterator[Fault]:
    """Yield rows about a city that is neither a member nor decided not to be one."""
    ids = member_ids(raw)
    for name in ("city_focus", "awards", "city_facts"):
        table = raw.tables[name]
        for number, row in table.numbered():
            if _link(raw, ids, name, row) is None:
                problem = f"{row['city']} ({row['iso3']}) is no member"
                remedy = "Write the name as in members.csv or add it to overrides/focus_links.csv"
                yield table.fault(number, "city", problem, remedy)


def cluster_kind(cluster_id: str) -> str:
    """Return network, dimension, area or cluster.

    >>> cluster_kind("dim_green_healthy"), cluster_kind("esd")
    ('dimension', 'cluster')
    """
    return next((k for start, k in _CLUSTER_KINDS if cluster_id.startswith(start)), "cluster")


def build_clusters(raw: Raw) -> list[Row]:
    """Return the clusters; their own column of goals is superseded by theme_to_sdg."""
    return [
        {key: cell for key, cell in row.items() if key != "sdgs"} | {"kind": cluster_kind(row["cluster_id"])}
        for row in raw.rows("clusters")
    ]


def build_theme_to_sdg(raw: Raw) -> list[Row]:
    """Return one row per pair of focus and goal, for each kind the focus has."""
    clusters = {row["cluster_id"] for row in raw.rows("clusters")}
    themes = {r["focus"] for r in raw.rows("city_focus") if r["focus_kind"] == "theme"}
    rows = []
    for row in raw.rows("theme_to_sdg"):
        basis_kind, _, basis = row["basis"].partition(": ")
        kinds = [cluster_kind(row["focus"])] if row["focus"] in clusters else []
        kinds += ["theme"] if row["focus"] in themes else []
        rows += [{**row, "focus_kind": kind, "basis_kind": basis_kind, "basis": basis} for kind in kinds]
    return sorted(rows, key=lambda r: (r["focus_kind"], r["focus"], len(r["sdg"]), r["sdg"], r["basis"]))


def theme_faults(raw: Raw) -> Iterator[Fault]:
    """Yield focus areas without a line in the mapping to the goals."""
    mapped = {row["focus"] for row in raw.rows("theme_to_sdg")}
    table = raw.tables["city_focus"]
    for number, row in table.numbered():
        if row["focus_kind"] != "sdg" and row["focus"] not in mapped:
            problem = f'"{row["focus"]}" is not in theme_to_sdg.csv'
            yield table.fault(number, "focus", problem, "Correct the spelling or map the theme")
