"""Decisions about positions made by hand, read from ``data/overrides``.

Every row carries its reason; coordinates also carry a source and a date.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from geo.names import fold

OVERRIDES_DIR = Path(__file__).resolve().parent.parent / "data" / "overrides"
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

Key = tuple[str, str]


def member_key(name: str, iso3: str) -> Key:
    """Return what a member is looked up by: its country and folded name.

    >>> member_key("Évry-Courcouronnes", "FRA")
    ('FRA', 'evry courcouronnes')
    """
    return iso3, fold(name)


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
    """Decisions made by hand, each under the `member_key` of a member.

    ``pins`` are pairs of GeoNames id and reason.  A member may have a pin and
    coordinates: then the coordinates are its position, the pin tells whose
    alternate names are its own.
    """

    coordinates: Mapping[Key, CoordinateOverride] = field(default_factory=dict)
    pins: Mapping[Key, tuple[int, str]] = field(default_factory=dict)
    kinds: Mapping[Key, str] = field(default_factory=dict)

    def precision_of(self, key: Key) -> str:
        """Return what a gazetteer place stands for, given the kind of the member."""
        return PRECISION_OF_KIND[self.kinds.get(key, "city")]


def load_overrides(folder: Path = OVERRIDES_DIR) -> Overrides:
    """Read coordinates.csv, places.csv and members.csv.

    Raises
    ------
    FileNotFoundError
        If one of the three files is missing.
    ValueError
        If a member is of an unknown kind.
    """
    coordinates = {
        key: CoordinateOverride(
            float(row["lat"]), float(row["lon"]), row["precision"], row["reason"], row["source_url"]
        )
        for key, row in _rows(folder / "coordinates.csv")
    }
    pins = {key: (int(r["geonameid"]), r["reason"]) for key, r in _rows(folder / "places.csv")}
    kinds = {key: row["kind"] for key, row in _rows(folder / "members.csv")}
    _require_known(kinds)
    return Overrides(coordinates, pins, kinds)


def _rows(path: Path) -> Iterator[tuple[Key, dict[str, str]]]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            yield member_key(row["city"], row["iso3"]), row


def _require_known(kinds: Mapping[Key, str]) -> None:
    for (iso3, name), kind in kinds.items():
        if kind not in PRECISION_OF_KIND:
            allowed = ", ".join(PRECISION_OF_KIND)
            raise ValueError(f"{name} ({iso3}) is of unknown kind {kind!r}; use one of: {allowed}")
