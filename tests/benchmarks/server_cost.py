"""How much processor time the server takes for a click on a filter and for the first opening of each page.

    python tests/benchmarks/server_cost.py [--json] [--app-dir FOLDER] [--clicks N] [--openings N] [--pages NAME ...]
        [--profile FOLDER]

See README.md in this folder for what is measured and how to read it.
"""

from __future__ import annotations

import argparse
import asyncio
import csv
import json
import statistics
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlencode

from _client import Visitor
from _server import Server, streamlit_server

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterator

    from _client import Run

HERE: Final = Path(__file__).resolve().parent
ROOT: Final = HERE.parent.parent
LANGUAGE: Final = "lang"
"""Key of the one control in the sidebar that is no filter."""

WARM_CLICKS: Final = 12
WARM_OPENINGS: Final = 3
AFTERWARDS_SECONDS: Final = 0.05
"""How long what a server does after its last message is counted: it stores the session and drops the run's thread."""

CLICK_TARGET: Final = 3.5
OPENING_TARGET: Final = 15.0
"""Times the click on the empty page (issue "Sound and quick")."""


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--app-dir", type=Path, default=ROOT, help="checkout to measure (default: this one)")
    parser.add_argument("--clicks", type=int, default=60, help="measured clicks (default: six rounds, 60)")
    parser.add_argument("--openings", type=int, default=8, help="measured openings per page (default 8)")
    parser.add_argument("--pages", nargs="+", metavar="NAME", help="pages to open (default: all)")
    parser.add_argument(
        "--profile", type=Path, metavar="FOLDER", help="also write cProfile files there; the costs then hold its own"
    )
    return parser.parse_args(arguments)


def links(folder: Path) -> dict[str, tuple[str, str]]:
    """Return page and query string of what is opened, by name; cities and countries from the data of the checkout."""
    with (folder / "data" / "curated" / "cities.csv").open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))
    (country, _), *more = Counter(row["iso3"] for row in rows).most_common(5)
    ((region, _),) = Counter(row["region"] for row in rows).most_common(1)
    city = next(row["city_id"] for row in rows if row["iso3"] == country)
    compared = [f"city:{city}", *(f"country:{code}" for code, _ in [(country, 0), *more])]
    return {
        "overview": ("", ""),
        **{stem: (stem, "") for stem in ("map", "focus", "growth", "city", "compare", "place", "data", "about")},
        "city, one": ("city", urlencode({"city": city})),
        "compare, two": ("compare", urlencode([("item", item) for item in compared[1:3]])),
        "compare, six": ("compare", urlencode([("item", item) for item in compared])),
        "place, country": ("place", urlencode({"country": country})),
        "place, region": ("place", urlencode({"region": region})),
    }


def ring(options: list[str]) -> Iterator[list[str]]:
    """Return choices, round and round, none of which comes back within ten.

    Streamlit keeps the messages of the last two runs with the visitor and would send nothing for a state just shown.

    >>> list(islice(ring(["a", "b", "c"]), 4))
    [['a'], ['a', 'b'], ['b'], ['b', 'c']]
    """
    pairs = zip(options, options[1:] + options[:1], strict=True)
    return cycle([choice for one, other in pairs for choice in ([one], [one, other])])


async def filter_widgets(visitor: Visitor) -> list[dict[str, Any]]:
    """Return key, kind, label and options of the filters that the map page shows to nobody in particular."""
    await visitor.open("map")
    return [
        {
            "key": key,
            "kind": kind,
            "label": message.label,
            "options": visitor.options(key),
            "placeholder": getattr(message, "placeholder", ""),
        }
        for key, (kind, message) in visitor.widgets().items()
        if key in visitor.sidebar() and key != LANGUAGE
    ]


@dataclass(frozen=True)
class Cost:
    """What one request took: milliseconds of processor time, and the messages and bytes of its answer."""

    ms: float
    messages: int
    bytes: int


async def click_costs(server: Server, page: str, clicks: int) -> list[Cost]:
    """Return what every click on a region cost, after some to warm up."""
    visitor = Visitor(server.address)
    await visitor.open(page)
    choices = islice(ring(visitor.options("region")), WARM_CLICKS + clicks)
    costs = [await cost_of(server, visitor.choose("region", choice)) for choice in choices]
    await visitor.close()
    return costs[WARM_CLICKS:]


async def opening_costs(server: Server, pages: dict[str, tuple[str, str]], openings: int) -> dict[str, list[Cost]]:
    """Return what every first opening cost, each in a session of its own, the pages in turn."""
    costs: dict[str, list[Cost]] = {name: [] for name in pages}
    for _each in range(WARM_OPENINGS + openings):
        for name, (page, query) in pages.items():
            visitor = Visitor(server.address)
            costs[name].append(await cost_of(server, visitor.open(page, query)))
            await visitor.close()
    return {name: each[WARM_OPENINGS:] for name, each in costs.items()}


async def cost_of(server: Server, request: Awaitable[Run]) -> Cost:
    """Return what one request costs, with what the server does just after it.

    Raises
    ------
    RuntimeError
        If the page shows an exception or the server has logged one: a page that fails is cheap.
    """
    before = server.cpu_ms()
    run = await request
    await asyncio.sleep(AFTERWARDS_SECONDS)
    if run.exceptions or server.tracebacks():
        raise RuntimeError("\n".join([*run.exceptions, server.log.read_text(errors="replace")[-2000:]]))
    return Cost(server.cpu_ms() - before, run.messages, run.received)


def measure(options: argparse.Namespace) -> dict[str, Any]:
    """Start the app and the empty page, and return their costs as rows by name."""
    folder = options.app_dir.resolve()
    if options.profile:
        options.profile.mkdir(parents=True, exist_ok=True)
    pages = {name: link for name, link in links(folder).items() if not options.pages or name in options.pages}
    with ExitStack() as stack:
        temporary = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        app = stack.enter_context(
            streamlit_server(
                folder / "dashboard.py",
                folder,
                temporary / "app.log",
                environment={"PROFILES": str(options.profile)},
                streamlit=(str(HERE / "_profiled.py"),) if options.profile else ("-m", "streamlit"),
            )
        )
        widgets = asyncio.run(filter_widgets(Visitor(app.address)))
        (temporary / "widgets.json").write_text(json.dumps(widgets), encoding="utf-8")
        empty = stack.enter_context(
            streamlit_server(
                HERE / "reference_widgets.py",
                folder,
                temporary / "empty.log",
                environment={"REFERENCE_WIDGETS": str(temporary / "widgets.json")},
            )
        )
        empty_clicks = asyncio.run(click_costs(empty, "", options.clicks))
        opened = asyncio.run(opening_costs(empty, {"empty page": ("", "")}, options.openings))
        clicks = {"empty page": empty_clicks, "map": asyncio.run(click_costs(app, "map", options.clicks))}
        opened |= asyncio.run(opening_costs(app, pages, options.openings))
    unit = statistics.median(each.ms for each in empty_clicks)
    return {
        "widgets": len(widgets),
        "clicks": rows(clicks, unit, CLICK_TARGET),
        "openings": rows(opened, unit, OPENING_TARGET),
    }


def rows(costs: dict[str, list[Cost]], unit: float, target: float) -> dict[str, dict[str, float]]:
    """Return median, mean, quartiles, the multiple of the empty click, and the size of the answer, by name."""
    found = {}
    for name, each in costs.items():
        low, middle, high = statistics.quantiles([one.ms for one in each], n=4, method="inclusive")
        found[name] = {
            "ms": round(middle, 2),
            "mean": round(statistics.mean(one.ms for one in each), 2),
            "q1": round(low, 2),
            "q3": round(high, 2),
            "ratio": round(middle / unit, 2),
            "target": target,
            "messages": statistics.median_low(one.messages for one in each),
            "bytes": statistics.median_low(one.bytes for one in each),
        }
    return found


def as_table(figures: dict[str, Any]) -> str:
    """Return the figures for the terminal."""
    heads = ("ms", "mean", "q1", "q3", "ratio", "target", "messages", "bytes")
    lines = [f"{'processor, milliseconds':28}" + "".join(f"{head:>10}" for head in heads)]
    for kind in ("clicks", "openings"):
        lines.append(f"{kind}:")
        lines += [
            f"  {name:26}" + "".join(f"{row[head]:>10,.10g}" for head in heads) for name, row in figures[kind].items()
        ]
    return "\n".join([*lines, f"ratio: to a click on an empty page with the same {figures['widgets']} filter widgets"])


def main(arguments: list[str]) -> None:
    """Measure and print."""
    options = parse(arguments)
    figures = measure(options)
    print(json.dumps(figures, indent=2) if options.json else as_table(figures))  # noqa: T201 (a command line prints)


if __name__ == "__main__":
    main(sys.argv[1:])
