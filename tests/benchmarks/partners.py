"""How long it takes to find partners, beside a plain pandas loop that computes the same scores.

    python tests/benchmarks/partners.py                  # the true members, 5,000 and 50,000; a table
    python tests/benchmarks/partners.py --json           # one object per size

The made-up members are copies of the true ones, each with its statements, somewhere else on Earth: more statements per
member than a network that grows would bring.  It asserts nothing about time.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
import time
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import pandas as pd

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))  # run as a script, from anywhere

from atlas.load import load_network
from atlas.partners import PRESETS, REASONS, USUAL, PartnerIndex
from atlas.partners.index import UNKNOWN_SHARE
from atlas.partners.similarity import EARTH_RADIUS_KM, NEAR_KM
from atlas.partners.traits import traits_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.model import Network

SIZES: Final = (0, 5_000, 50_000)
"""Numbers of members; 0 stands for the true network."""
WEIGHTS: Final = PRESETS[USUAL].weights


def grown(network: Network, count: int, seed: int = 20251204) -> Network:
    """Return a network of ``count`` members: the true ones and copies of them with their statements."""
    random = np.random.default_rng(seed)
    originals = network.cities.iloc[random.integers(len(network), size=count - len(network))]
    copies = originals.assign(
        lat=np.degrees(np.arcsin(random.uniform(-1, 1, len(originals)))), lon=random.uniform(-180, 180, len(originals))
    )
    new_ids = pd.Index([f"made-up-{number}" for number in range(len(copies))])
    pairs = pd.DataFrame({"city_id": originals["city_id"].to_numpy(), "new_id": new_ids})
    statements = pairs.merge(network.focus, on="city_id").drop(columns="city_id").rename(columns={"new_id": "city_id"})
    copies = copies.assign(city_id=new_ids).set_index("city_id", drop=False).rename_axis(None)
    return replace(network, cities=pd.concat([network.cities, copies]), focus=pd.concat([network.focus, statements]))


def loop_scores(index: PartnerIndex, city_id: str) -> pd.Series:
    """Return all scores of one member the plain way: a loop over the rows of a table."""
    traits = index._traits
    own = int(traits.cities.index.get_loc(city_id))
    vectors = traits.focus.strength * np.sqrt(traits.focus.rarity)
    lists = (vectors**2).sum(axis=1)
    scores = {}
    for other, (name, row) in enumerate(traits.cities.iterrows()):
        alike = {
            "focus": _focus(index, own, other, vectors, lists),
            "size": _size(traits.population[own], traits.population[other]),
            "distance": _near(traits.cities.iloc[own], row),
            "region": float(traits.region[own] == traits.region[other]),
            "language": float(bool(traits.languages[traits.country[own]] & traits.languages[traits.country[other]])),
            "award": float(name in traits.award_years),
            "cohort": math.nan if pd.isna(row["cohort"]) else float(traits.cohort[own] == row["cohort"]),
            "time_zone": 0.0,
        }
        if math.isnan(traits.cohort[own]):
            alike["cohort"] = math.nan
        above = sum(WEIGHTS.of(each) * alike[each] for each in REASONS if not math.isnan(alike[each]))
        below = sum(WEIGHTS.of(each) * (UNKNOWN_SHARE if math.isnan(alike[each]) else 1) for each in REASONS)
        scores[name] = 100 * above / below
    return pd.Series(scores)


def _focus(index: PartnerIndex, own: int, other: int, vectors: Any, lists: Any) -> float:
    from atlas.partners.focus import OWN_SHARE, SCEPTICISM

    known = index._traits.focus.known
    if not (known[own] and known[other]):
        return math.nan
    below = float(lists[own] ** OWN_SHARE * lists[other] ** (1 - OWN_SHARE) + SCEPTICISM)
    return min(float(vectors[own] @ vectors[other]) / below, 1.0)


def _size(own: float, other: Any) -> float:
    if math.isnan(own) or pd.isna(other):
        return math.nan
    return min(max(1 - abs(math.log10(float(other) / own)), 0.0), 1.0)


def _near(own: pd.Series, other: pd.Series) -> float:
    first, second = math.radians(own["lat"]), math.radians(other["lat"])
    across = math.radians(other["lon"] - own["lon"])
    half = math.sin((second - first) / 2) ** 2 + math.cos(first) * math.cos(second) * math.sin(across / 2) ** 2
    km = 2 * EARTH_RADIUS_KM * math.asin(min(math.sqrt(half), 1.0))
    return float(1 / (1 + (km / NEAR_KM) ** 2))


def milliseconds(work: Callable[[], object], repeats: int) -> float:
    """Return the median time of a call."""
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def measure(network: Network) -> dict[str, float]:
    """Return the times for one size, and how many times slower the loop is."""
    index = PartnerIndex.from_network(network)
    asked = "larissa-grc"
    found = {each.city_id: each.score for each in index.partners(asked, limit=100)}
    plain = loop_scores(index, asked)
    worst = max(abs(plain[name] - score) for name, score in found.items())
    if worst > 0.06:  # scores are rounded to one decimal
        raise RuntimeError(f"loop and index disagree by {worst} points")
    ours = milliseconds(lambda: index.partners(asked), 15)
    loop = milliseconds(lambda: loop_scores(index, asked), 3 if len(network) < 10_000 else 1)
    build = milliseconds(lambda: _build(network), 3)
    return {"members": len(network), "build_ms": build, "city_ms": ours, "loop_ms": loop, "ratio": loop / ours}


def _build(network: Network) -> None:
    traits_of.cache_clear()
    PartnerIndex.from_network(network)


def main() -> None:
    """Measure each size and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print JSON")
    options = parser.parse_args()
    network = load_network()
    rows = [measure(grown(network, size) if size else network) for size in SIZES]
    if options.json:
        print(json.dumps(rows))  # noqa: T201 (a command line prints)
    else:
        print(pd.DataFrame(rows).round(1).to_string(index=False))  # noqa: T201 (a command line prints)


if __name__ == "__main__":
    main()
