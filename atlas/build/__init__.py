"""From the raw tables and the overrides to the curated tables that the app reads."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.build.cells import cell_faults
from atlas.build.cities import build_cities, build_city_names, city_faults
from atlas.build.dictionary import DICTIONARY, build_dictionary
from atlas.build.faults import BuildError, Fault, raise_if
from atlas.build.focus import (
    build_awards,
    build_clusters,
    build_focus,
    build_theme_to_sdg,
    link_faults,
    theme_faults,
)
from atlas.build.history import build_events, build_milestones
from atlas.build.package import build_package, version_of
from atlas.build.places import place_faults, place_members
from atlas.build.provenance import accept_raw
from atlas.build.raw import Raw, load_raw
from atlas.build.schema import schema_faults
from atlas.build.states import (
    build_country_names,
    build_member_states,
    build_not_members,
    name_faults,
)
from atlas.build.tables import Row, to_csv
from atlas.schema import load_schema, stored_columns

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["DATA", "BuildError", "Built", "Fault", "accept_raw", "build_files", "write_files"]

DATA = Path(__file__).resolve().parents[2] / "data"


@dataclass(frozen=True)
class Built:
    """The files of a build by path under the data folder, and the rows per table."""

    files: Mapping[str, bytes]
    rows: Mapping[str, int]
    version: str


def build_files(data: Path = DATA) -> Built:
    """Build every curated table and the data package in memory.

    The same input gives the same bytes: nothing depends on clock, locale or order
    of the file system.

    Raises
    ------
    BuildError
        With every fault found, each with file, row, column and remedy.
    """
    raw = load_raw(data)
    raise_if(cell_faults(raw))
    raise_if(chain(city_faults(raw), name_faults(raw), link_faults(raw), theme_faults(raw)))
    tables = _tables(raw, data)
    raise_if(chain.from_iterable(schema_faults(name, rows, raw.compiled_on) for name, rows in tables.items()))
    raise_if(raw.override_faults())
    files = {
        f"curated/{name}.csv": to_csv(columns, [{c: row[c] for c in columns} for row in rows])
        for name, rows in tables.items()
        for columns in [[column.name for column in stored_columns(name)]]
    }
    version, counts = version_of(files, raw.compiled_on), {name: len(rows) for name, rows in tables.items()}
    about = {"datapackage.json": build_package(data, files, raw.compiled_on), DICTIONARY: build_dictionary()}
    return Built({**files, **about}, counts, version)


def _tables(raw: Raw, data: Path) -> dict[str, list[Row]]:
    placed = place_members(raw, data)
    raise_if(place_faults(raw, placed, data))
    built = {
        "cities": build_cities(raw, placed),
        "focus": build_focus(raw),
        "awards": build_awards(raw),
        "milestones": build_milestones(raw),
        "events": build_events(raw),
        "clusters": build_clusters(raw),
        "theme_to_sdg": build_theme_to_sdg(raw),
        "member_states": build_member_states(raw),
        "country_names": build_country_names(raw),
        "city_names": build_city_names(raw),
        "not_members": build_not_members(raw),
    }
    return {name: built[name] for name in load_schema()}


def write_files(built: Built, out: Path = DATA) -> None:
    """Write the files of a build, all or none.

    Everything goes to a temporary folder first; the curated folder is exchanged
    as a whole, so that a reader never meets half a build.
    """
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out, prefix=".build-") as name:
        new, old = Path(name) / "new", Path(name) / "old"
        for path, content in built.files.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
        if (out / "curated").exists():
            (out / "curated").replace(old)
        (new / "curated").replace(out / "curated")
        for file in new.iterdir():
            file.replace(out / file.name)
