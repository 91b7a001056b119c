"""All raw tables and overrides, read once and corrected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.build.faults import Fault, raise_if
from atlas.build.provenance import compiled_on
from atlas.build.tables import Overrides, Row, Table, load_overrides, load_table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_MEMBER = ("city", "country", "iso3", "unesco_region", "joined_year", "cohort", "evidence")
RAW_COLUMNS: dict[str, tuple[str, ...]] = {
    "members": (*_MEMBER, "source_url", "notes"),
    "members_unconfirmed": (*_MEMBER, "source_url", "notes"),
    "milestones": (
        "date", "event", "cities_added", "countries_added",
        "cities_total", "countries_total", "source_url",
    ),
    "city_focus": (
        "city", "country", "iso3", "focus_kind", "focus", "year",
        "evidence", "source_url", "mirror", "strength",
    ),
    "theme_to_sdg": ("focus", "sdg", "basis", "source_url"),
    "clusters": ("cluster_id", "name", "years", "coordinating_cities", "source_url", "notes"),
    "awards": ("year", "city", "country", "iso3", "award", "source_url"),
    "events": ("date", "event", "city", "country", "outcome", "source_url"),
    "city_facts": (
        "city", "country", "iso3", "population", "population_year",
        "website", "profile_url", "source_url",
    ),
    "unesco_member_states": ("iso3", "unesco_region"),
}  # fmt: skip
_OVERRIDES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    # name: (key columns, other columns beside the reason)
    "corrections": (("table", "key", "column"), ("old", "new", "source_url")),
    "member_by": (("iso3", "city"), ("member_by", "source_url")),
    "members": (("iso3", "city"), ("display_name", "kind", "local_name", "extra_aliases")),
    "coordinates": (("iso3", "city"), ("lat", "lon", "precision", "source_url")),
    "places": (("iso3", "city"), ("geonameid",)),
    "not_placed": (("iso3", "city"), ()),
    "milestones": (
        ("action", "date", "event"),
        (*RAW_COLUMNS["milestones"][2:], "is_official", "superseded_by", "note"),
    ),
    "country_names": (("iso3", "lang"), ("name", "source")),
    "city_names": (("iso3", "city", "lang"), ("name", "named_in")),
    "focus_links": (("table", "city", "iso3"), ("member_city", "source_url")),
}


@dataclass(frozen=True)
class Raw:
    """The compiled tables, corrected, and the overrides still to be used."""

    tables: dict[str, Table]
    overrides: dict[str, Overrides]
    compiled_on: str

    def rows(self, table: str) -> list[Row]:
        """Return the rows of a raw table."""
        return self.tables[table].rows

    def override_faults(self) -> Iterator[Fault]:
        """Yield the overrides that nothing used, once every table is built."""
        for overrides in self.overrides.values():
            yield from overrides.use_faults()


def load_raw(data: Path) -> Raw:
    """Read ``raw/`` and ``overrides/`` under the data folder and apply the corrections.

    Raises
    ------
    BuildError
        If a table is missing, malformed, or a correction fits no cell.
    """
    tables = {name: load_table(data / "raw" / f"{name}.csv", columns) for name, columns in RAW_COLUMNS.items()}
    overrides = {
        name: load_overrides(data / "overrides" / f"{name}.csv", (*keys, *others), keys)
        for name, (keys, others) in _OVERRIDES.items()
    }
    raise_if(_correct(tables, overrides["corrections"]))
    return Raw(tables, overrides, compiled_on(data))


def _correct(tables: dict[str, Table], corrections: Overrides) -> Iterator[Fault]:
    for number, correction in corrections.table.numbered():
        corrections.find(*(correction[key] for key in corrections.keys))
        cells = _cells(tables, correction)
        if len(cells) == 1:
            cells[0][correction["column"]] = correction["new"]
        else:
            problem = f"{len(cells)} rows have this key and old value, not one"
            remedy = "Correct the key and the old value, or delete the correction"
            yield corrections.table.fault(number, "key", problem, remedy)


def _cells(tables: dict[str, Table], correction: Row) -> list[Row]:
    if correction["table"] not in tables:
        return []
    wanted = dict(pair.partition("=")[::2] for pair in correction["key"].split(";"))
    wanted[correction["column"]] = correction["old"]
    rows = tables[correction["table"]].rows
    return [row for row in rows if all(row.get(name) == cell for name, cell in wanted.items())]
