"""The members as the reference apps need them: one small table, read without any of the Atlas's own code."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Final

import pandas as pd

ROOT: Final = Path(__file__).resolve().parent.parent.parent
DATA_DIR_VARIABLE: Final = "ATLAS_DATA_DIR"
COLUMNS: Final = ["city", "country", "region", "joined_year", "lat", "lon"]
REGIONS: Final = (
    "Africa",
    "Arab States",
    "Asia and the Pacific",
    "Europe and North America",
    "Latin America and the Caribbean",
)


def data_folder() -> Path:
    """Return the data folder: the repository's, or the one that ``ATLAS_DATA_DIR`` names."""
    return Path(os.environ.get(DATA_DIR_VARIABLE, ROOT / "data"))


def load_members(folder: Path | None = None) -> pd.DataFrame:
    """Return one row per member with the columns of the reference apps; degrees in EPSG:4326, NaN if not placed."""
    return pd.read_csv((folder or data_folder()) / "curated" / "cities.csv", usecols=COLUMNS)[COLUMNS]


def choose(members: pd.DataFrame, regions: list[str] | None) -> pd.DataFrame:
    """Return the members of the regions, or all of them when none is chosen."""
    return members[members["region"].isin(regions)] if regions else members
