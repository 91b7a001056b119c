"""Reading the curated tables: the only data that the app ever opens."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Final

import pandas as pd

from atlas.model import Network
from atlas.schema import stored_columns

DATA: Final = Path(__file__).resolve().parent.parent / "data"
DATA_DIR_VARIABLE: Final = "ATLAS_DATA_DIR"
"""Environment variable naming another data folder, for the benchmark's generated members."""

_MADE_HERE: Final = ("other_awards", "version")


class DataError(Exception):
    """A curated table is missing or is not what the app expects."""


def data_folder() -> Path:
    """Return the folder of the data: the repository's, or the one that ``ATLAS_DATA_DIR`` names."""
    return Path(os.environ.get(DATA_DIR_VARIABLE, DATA))


def load_network(folder: Path | None = None) -> Network:
    """Read ``curated/`` and the version from ``datapackage.json``.

    Parameters
    ----------
    folder : pathlib.Path, optional
        The data folder; by default :func:`data_folder`.

    Raises
    ------
    DataError
        When a table is missing or lacks a column; the message says which and what to do.
    """
    folder = folder or data_folder()
    tables = {name: load_table(folder, name) for name in Network.__dataclass_fields__ if name not in _MADE_HERE}
    tables["cities"] = tables["cities"].set_index("city_id", drop=False).rename_axis(None)
    # Awards of others would be among those of the members only as long as nothing is filtered.
    awards = tables.pop("awards")
    of_members = awards["is_member"]
    return Network(**tables, awards=awards[of_members], other_awards=awards[~of_members], version=_version(folder))


def load_table(folder: Path, name: str) -> pd.DataFrame:
    """Read one curated table with its types; empty cells of text columns stay empty text."""
    path = folder / "curated" / f"{name}.csv"
    try:
        # Plain Python strings: pandas' Arrow strings are ten times slower to look up among and to take rows of.
        frame = pd.read_csv(path, dtype=object, keep_default_na=False, encoding="utf-8")
        return _typed(frame, name)
    except FileNotFoundError as error:
        raise DataError(f"{path} is missing: run `python -m atlas build`.") from error
    except (KeyError, ValueError) as error:
        raise DataError(f"{path}: {error}. Run `python -m atlas build` to make the tables anew.") from error


def _typed(frame: pd.DataFrame, name: str) -> pd.DataFrame:
    """Return the table with the types that the schema gives its columns; text and dates stay text."""
    for column in stored_columns(name):
        frame[column.name] = _as(column.type, frame[column.name])
    return frame


def _as(kind: str, cells: pd.Series) -> pd.Series:
    match kind:
        case "integer" | "year":
            return pd.to_numeric(cells.replace("", None)).astype("Int64")
        case "number":
            return pd.to_numeric(cells.replace("", None))
        case "boolean":
            return cells == "yes"
        case "category":
            return cells.astype("category")
    return cells


def _version(folder: Path) -> str:
    path = folder / "datapackage.json"
    try:
        return str(json.loads(path.read_text(encoding="utf-8"))["version"])
    except (FileNotFoundError, KeyError, json.JSONDecodeError) as error:
        raise DataError(f"{path} has no version: run `python -m atlas build`.") from error
