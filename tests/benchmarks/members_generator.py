"""A data folder with thousands of made-up members, to see how the Atlas bears a network that grows.

All true members stay (other tables refer to them); the rest are copies of them, moved a few hundred kilometres at most
and kept inside the land.  The same count and seed give the same bytes.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Final

import numpy as np
import pandas as pd
import shapely

ROOT: Final = Path(__file__).resolve().parent.parent.parent
SPREADS: Final = (2.0, 0.7, 0.2)
"""Degrees by which a point is moved; the next smaller is tried for those that fell into the sea."""


def generate(target: Path, count: int, *, source: Path = ROOT / "data", seed: int = 20251204) -> Path:
    """Write a data folder like ``source`` with ``count`` members and return it.

    Parameters
    ----------
    target : pathlib.Path
        Folder to write; its tables are replaced.
    count : int
        Members wanted; at least as many as ``source`` has.
    source : pathlib.Path
        The data folder to start from.
    seed : int
        Seed of the random numbers.

    Raises
    ------
    ValueError
        When ``count`` is smaller than the number of true members.
    """
    shutil.copytree(source / "curated", target / "curated", dirs_exist_ok=True)
    path = target / "curated" / "cities.csv"
    cities = pd.read_csv(path, dtype=str, keep_default_na=False)
    if count < len(cities):
        raise ValueError(f"{count} members wanted, but there are {len(cities)} true ones")
    made_up = _copies(cities[cities["lat"] != ""], count - len(cities), np.random.default_rng(seed))
    pd.concat([cities, made_up]).to_csv(path, index=False, lineterminator="\n")
    package = json.loads((source / "datapackage.json").read_text(encoding="utf-8"))
    dated = package["version"].partition("+")[0]  # pages show the date of the data
    package["version"] = f"{dated}+generated-{count}-{seed}"
    (target / "datapackage.json").write_text(json.dumps(package, indent=2), encoding="utf-8")
    return target


def _copies(cities: pd.DataFrame, count: int, random: np.random.Generator) -> pd.DataFrame:
    copies = cities.iloc[random.integers(len(cities), size=count)].reset_index(drop=True)
    numbers = pd.Series(np.arange(1, count + 1).astype(str), dtype=str)
    copies["city_id"] = "made-up-" + numbers + "-" + copies["iso3"].str.lower()
    for column in ("city", "display_name"):
        copies[column] = copies[column] + " " + numbers
    copies["geonameid"] = ""  # an identifier of the true place would be wrong here
    lat, lon = _moved(copies["lat"].to_numpy(float), copies["lon"].to_numpy(float), random)
    copies["lat"], copies["lon"] = lat.round(5).astype(str), lon.round(5).astype(str)
    return copies


def _moved(lat: np.ndarray, lon: np.ndarray, random: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Return points near the given ones, on land; where no try hits land, the given point itself."""
    land = _land()
    new_lat, new_lon = lat.copy(), lon.copy()
    waiting = np.arange(len(lat))
    for spread in SPREADS:
        tried_lat = np.clip(lat[waiting] + random.normal(0, spread, len(waiting)), -60, 80)
        tried_lon = np.clip(lon[waiting] + random.normal(0, spread, len(waiting)), -180, 180)
        hit = shapely.contains_xy(land, tried_lon, tried_lat)
        new_lat[waiting[hit]], new_lon[waiting[hit]] = tried_lat[hit], tried_lon[hit]
        waiting = waiting[~hit]
    return new_lat, new_lon


def _land() -> shapely.Geometry:
    # Coarse outlines do: this decides where a made-up pin may stand, nothing that anybody sees as a border.
    path = ROOT / "static" / "map" / "outlines-near.geojson"
    features = json.loads(path.read_text(encoding="utf-8"))["features"]
    shapes = [shapely.geometry.shape(feature["geometry"]) for feature in features]
    land = shapely.union_all([shape.buffer(0) for shape in shapes if shape.area])  # lines have no area
    shapely.prepare(land)
    return land


def main() -> None:
    """Write a data folder from the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("target", type=Path, help="folder to write")
    parser.add_argument("count", type=int, help="number of members")
    parser.add_argument("--seed", type=int, default=20251204)
    arguments = parser.parse_args()
    print(generate(arguments.target, arguments.count, seed=arguments.seed))  # noqa: T201 (a command line prints)


if __name__ == "__main__":
    main()
