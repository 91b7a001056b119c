"""How long a click on a filter takes until map, charts, count and table show the new state, beside three references.

    python tests/benchmarks/filter_latency.py [--json] [--repeats N] [--only NAME ...] [--skip-50000] [--no-first-load]

See README.md in this folder for what is measured and how to read it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from itertools import cycle
from typing import Any, Final

from _harness import CONTESTANTS, FLOOR, OVERVIEW, Running, click, launch, open_page, running, wait_until_quiet
from _members import REGIONS
from playwright.sync_api import Browser, sync_playwright

WARM_UP: Final = 4
RING: Final = tuple(region for pair in zip(REGIONS[1:] + REGIONS[:1], REGIONS, strict=True) for region in pair)
"""Presses after a first one on REGIONS[0]: add the next region, drop the last one, and so round.

Every press changes everything, and no state returns within ten of them: Streamlit keeps the messages of the last runs
in the browser and would send nothing at all for a state that it has just shown.
"""

Samples = dict[str, list[dict[str, Any]]]


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.add_argument("--repeats", type=int, default=10, help="measured clicks per app (default: one round, 10)")
    parser.add_argument("--only", nargs="+", choices=CONTESTANTS, metavar="NAME", help=", ".join(CONTESTANTS))
    parser.add_argument("--skip-50000", action="store_true", help="leave the 50,000 members out")
    parser.add_argument("--no-first-load", action="store_true", help="measure filter clicks alone")
    return parser.parse_args(arguments)


def measure_clicks(browser: Browser, apps: dict[str, Running], repeats: int) -> Samples:
    """Press the filters of all apps in turn, so that a machine that slows down slows all of them."""
    samples: Samples = {name: [] for name in apps}
    for app in apps.values():
        app.page, _ms = open_page(browser, app, app.contestant.path, app.expected())
        wait_until_quiet(app.page)
        click(app, REGIONS[0])
    for number, region in zip(range(WARM_UP + repeats), cycle(RING), strict=False):
        for name, app in apps.items():
            sample = click(app, region)
            if number >= WARM_UP:
                samples[name].append(sample)
    for app in apps.values():
        if app.page:
            app.page.context.close()
    return samples


def measure_first_loads(browser: Browser, apps: dict[str, Running], repeats: int) -> Samples:
    """Open the empty page and the overview in turn, each time with an empty cache; the servers are warm."""
    samples: Samples = {"empty_first_load": [], "overview_first_load": []}
    visits = {"empty_first_load": (apps["floor"], FLOOR), "overview_first_load": (apps["atlas"], OVERVIEW)}
    for number in range(1 + repeats):
        for name, (app, spec) in visits.items():
            app.chosen = []
            page, ms = open_page(browser, app, "/", {**app.expected(), "table": None, "charts": None, **spec})
            page.context.close()
            if number:
                samples[name].append({"ms": ms})
    return samples


def summarise(samples: Samples) -> dict[str, dict[str, Any]]:
    """Return median, spread and traffic per app, and the ratio to the floor of its kind."""
    rows = {name: _row(values) for name, values in samples.items() if values}
    for name, row in rows.items():
        unit = rows.get("empty_first_load" if name.endswith("first_load") else "floor")
        row["ratio"] = round(row["ms"] / unit["ms"], 2) if unit else None
    return rows


def _row(values: list[dict[str, Any]]) -> dict[str, Any]:
    times = sorted(value["ms"] for value in values)
    low, _middle, high = statistics.quantiles(times, n=4, method="inclusive") if len(times) > 1 else times * 3
    row = {"ms": statistics.median(times), "min": times[0], "q1": low, "q3": high, "max": times[-1]}
    for key in ("bytes", "server"):
        if key in values[0]:
            row[key] = statistics.median(value[key] for value in values)
    for part in values[0].get("parts", ()):
        row[part] = statistics.median(value["parts"][part] for value in values)
    return {key: round(number, 1) for key, number in row.items()}


def as_json(rows: dict[str, dict[str, Any]]) -> str:
    """Return one object: the medians under ``<name>_ms``, everything under ``details``."""
    return json.dumps({**{f"{name}_ms": row["ms"] for name, row in rows.items()}, "details": rows}, indent=2)


def as_table(rows: dict[str, dict[str, Any]]) -> str:
    """Return the rows as a table for the terminal."""
    heads = {"ms": "median", "ratio": "x floor", "min": "min", "q1": "q1", "q3": "q3", "max": "max"}
    heads |= {name: name for name in ("server", "bytes", "count", "map", "charts", "table")}
    lines = [f"{'milliseconds':22}" + "".join(f"{head:>9}" for head in heads.values())]
    for name, row in rows.items():
        cells = (row.get(key) for key in heads)
        lines.append(f"{name:22}" + "".join(f"{'' if cell is None else f'{cell:,.10g}':>9}" for cell in cells))
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    options = parse(arguments)
    names = [name for name in options.only or CONTESTANTS if not (options.skip_50000 and name == "atlas_50000")]
    with running(names) as apps, sync_playwright() as playwright:
        browser = launch(playwright)
        samples = measure_clicks(browser, apps, options.repeats)
        if not options.no_first_load and {"floor", "atlas"} <= apps.keys():
            samples |= measure_first_loads(browser, apps, options.repeats)
        browser.close()
    rows = summarise(samples)
    print(as_json(rows) if options.json else as_table(rows))  # noqa: T201 (a command line prints)


if __name__ == "__main__":
    main(sys.argv[1:])
