"""How many visitors a server carries, how its memory goes, and what happens when one of two replicas dies.

    python tests/benchmarks/load.py [PART ...] [--json] [--app-dir FOLDER] [--levels N ...] [--minutes N]

Parts: capacity, replicas, kill, memory; all of them if none is named.  See README.md in this folder.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import math
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from _crowd import Tally, arrive, members_by_region, percentile, walk
from _members import ROOT
from _nginx import write_config
from _server import Server, free_port, stop, streamlit_server, wait_for

if TYPE_CHECKING:
    from collections.abc import Iterator

LEVELS: Final = (10, 20, 30, 40, 50, 60, 80, 100, 120)
LEVEL_SECONDS: Final = 24
"""Eight clicks of everybody; half as long again before, to warm up."""

SLOW_SECONDS: Final = 1.0
CROWD: Final = 20
BEFORE_KILL_SECONDS: Final = 12
AFTER_KILL_SECONDS: Final = 24
SAMPLE_SECONDS: Final = 5
MOST_FAULTS: Final = 6
"""How many are printed; the JSON has all."""


def parse(arguments: list[str]) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)")
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of tables")
    parser.add_argument("--app-dir", type=Path, default=ROOT, help="checkout to measure (default: this one)")
    parser.add_argument("--levels", nargs="+", type=int, default=LEVELS, help="numbers of visitors to try, rising")
    parser.add_argument("--minutes", type=float, default=6.0, help="how long the memory is watched (default 6)")
    options = parser.parse_args(arguments)
    if unknown := set(options.parts) - PARTS.keys():
        parser.error(f"unknown part: {', '.join(sorted(unknown))}")
    return options


@contextmanager
def replicas(folder: Path, number: int) -> Iterator[list[Server]]:
    """Run the app of a checkout several times."""
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        yield [
            stack.enter_context(streamlit_server(folder / "dashboard.py", folder, logs / f"{each}.log"))
            for each in range(number)
        ]


@contextmanager
def proxy(servers: list[Server]) -> Iterator[str]:
    """Run nginx before the replicas, with the configuration of ``deploy/``; yield its address."""
    nginx = shutil.which("nginx") or "/usr/sbin/nginx"
    with tempfile.TemporaryDirectory() as name:
        folder, port = Path(name), free_port()
        config = write_config(folder, port, [server.port for server in servers])
        log = folder / "error.log"
        log.touch()
        process = subprocess.Popen([nginx, "-p", name, "-c", str(config)], stderr=log.open("ab"))
        try:
            wait_for(f"http://127.0.0.1:{port}/_stcore/health", process, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            stop(process)


def measure_capacity(options: argparse.Namespace) -> dict[str, Any]:
    """Return how many visitors one process carries, spoken to directly."""
    with replicas(options.app_dir, 1) as servers:
        return asyncio.run(find_capacity(servers[0].address, servers, options))


def measure_replicas(options: argparse.Namespace) -> dict[str, Any]:
    """Return how many visitors one and two replicas carry behind nginx."""
    found = {}
    for number in (1, 2):
        with replicas(options.app_dir, number) as servers, proxy(servers) as address:
            found[str(number)] = asyncio.run(find_capacity(address, servers, options))
    return found


async def find_capacity(address: str, servers: list[Server], options: argparse.Namespace) -> dict[str, Any]:
    """Raise the number of visitors until the 95th percentile passes a second or anything fails."""
    levels: list[dict[str, Any]] = []
    for number in options.levels:
        levels.append(await measure_level(address, servers, number, options.app_dir))
        if levels[-1]["p95_s"] > SLOW_SECONDS or levels[-1]["faults"]:
            break
    carried = [each["visitors"] for each in levels if each["p95_s"] <= SLOW_SECONDS and not each["faults"]]
    return {"carried": max(carried, default=0), "levels": levels}


async def measure_level(address: str, servers: list[Server], number: int, folder: Path) -> dict[str, Any]:
    """Return times, faults and processor time with a number of visitors on the map who click every three seconds."""
    crowd, tally = await arrive(address, number, members_by_region(folder))
    began = time.monotonic()
    clicking = asyncio.gather(*(each.keep_clicking(began + 1.5 * LEVEL_SECONDS) for each in crowd))
    await asyncio.sleep(LEVEL_SECONDS / 2)
    tally.seconds.clear()
    busy, since = sum(server.cpu_ms() for server in servers), time.monotonic()
    await clicking
    passed, busy = time.monotonic() - since, sum(server.cpu_ms() for server in servers) - busy
    return {
        "visitors": number,
        "clicks": len(tally.seconds),
        "per_second": round(len(tally.seconds) / passed, 2),
        "median_s": round(percentile(tally.seconds, 0.5), 3),
        "p95_s": round(tally.p95(), 3),
        "worst_s": round(max(tally.seconds), 3),
        "cpu_percent": round(busy / passed / 10, 1),
        "cpu_ms": round(busy / len(tally.seconds), 1),
        "mb": round(sum(server.resident_mb() for server in servers), 1),
        "faults": faults_of(tally, servers),
    }


def faults_of(tally: Tally, servers: list[Server]) -> list[str]:
    """Return what visitors saw go wrong and how many tracebacks the servers have written."""
    logged = [f"{server.tracebacks()} tracebacks in the server's log" for server in servers if server.tracebacks()]
    return [*tally.faults, *logged]


def measure_kill(options: argparse.Namespace) -> dict[str, Any]:
    """Kill one of two replicas while visitors click, and return how each got on."""
    with replicas(options.app_dir, 2) as servers, proxy(servers) as address:
        return asyncio.run(kill_one(address, servers, options.app_dir))


async def kill_one(address: str, servers: list[Server], folder: Path) -> dict[str, Any]:
    """Let a crowd click, kill the first replica without warning, and wait for everybody to be back."""
    crowd, tally = await arrive(address, CROWD, members_by_region(folder))
    until = time.monotonic() + BEFORE_KILL_SECONDS + AFTER_KILL_SECONDS
    clicking = asyncio.gather(*(each.keep_clicking(until) for each in crowd))
    await asyncio.sleep(BEFORE_KILL_SECONDS)
    earlier = len(tally.faults)
    servers[0].process.kill()
    killed = time.monotonic()
    await clicking
    lost = [each for each in crowd if not math.isnan(each.lost_at)]
    return {
        "visitors": CROWD,
        "lost": len(lost),
        "connected_again_s": spread([each.connected_again - each.lost_at for each in lost]),
        "whole_again_s": spread([each.whole_again - killed for each in lost]),
        "never_whole_again": [each.number for each in lost if math.isnan(each.whole_again)],
        "clicks": len(tally.seconds),
        "faults_before": tally.faults[:earlier],
        "faults": tally.faults[earlier:],
        "tracebacks": sum(server.tracebacks() for server in servers),
    }


def spread(seconds: list[float]) -> list[float]:
    """Return smallest, median and largest of what is known.

    >>> spread([3.0, 1.0, 2.0, math.nan])
    [1.0, 2.0, 3.0]
    """
    known = [each for each in seconds if not math.isnan(each)]
    return [round(percentile(known, share), 2) for share in (0.01, 0.5, 1.0)] if known else []


def measure_memory(options: argparse.Namespace) -> dict[str, Any]:
    """Return the resident set of one process over time, with visitors who walk through all pages."""
    with replicas(options.app_dir, 1) as servers:
        return asyncio.run(watch_memory(servers[0], 60 * options.minutes))


async def watch_memory(server: Server, seconds: float) -> dict[str, Any]:
    """Let a crowd walk and read the resident set every five seconds."""
    tally, began = Tally(), time.monotonic()
    samples = [(0.0, server.resident_mb())]
    walking = asyncio.gather(*(walk(server.address, each, began + seconds, tally) for each in range(CROWD)))
    while not walking.done():
        await asyncio.wait([walking], timeout=SAMPLE_SECONDS)
        samples.append((time.monotonic() - began, server.resident_mb()))
    walking.result()
    half = [(at, mb) for at, mb in samples if at >= seconds / 2]
    return {
        "visitors": CROWD,
        "runs": len(tally.seconds),
        "p95_s": round(tally.p95(), 3),
        "cpu_ms_per_run": round(server.cpu_ms() / len(tally.seconds), 1),
        "mb": [[round(at), round(mb, 1)] for at, mb in samples],
        "mb_per_minute_second_half": round(60 * slope(half), 2),
        "faults": faults_of(tally, [server]),
    }


def slope(points: list[tuple[float, float]]) -> float:
    """Return the slope of the straight line with the least squares.

    >>> slope([(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)])
    2.0
    """
    middle = sum(x for x, _ in points) / len(points)
    return sum((x - middle) * y for x, y in points) / sum((x - middle) ** 2 for x, _ in points)


PARTS: Final = {
    "capacity": measure_capacity,
    "replicas": measure_replicas,
    "kill": measure_kill,
    "memory": measure_memory,
}


def as_text(figures: dict[str, Any]) -> str:
    """Return the figures for the terminal."""
    texts = {"capacity": _capacity_text, "replicas": _replicas_text, "kill": _kill_text, "memory": _memory_text}
    return "\n\n".join(texts[part](found) for part, found in figures.items())


def _capacity_text(found: dict[str, Any], who: str = "one process") -> str:
    heads = ("visitors", "per_second", "median_s", "p95_s", "worst_s", "cpu_percent", "cpu_ms", "mb")
    lines = ["".join(f"{head:>12}" for head in heads) + "  faults"]
    lines += ["".join(f"{level[head]:>12}" for head in heads) + f"{_number(level):>8}" for level in found["levels"]]
    return "\n".join([*lines, f"{who} carries {found['carried']} visitors (p95 under {SLOW_SECONDS} s, target 60)"])


def _number(found: dict[str, Any]) -> str:
    return f"{len(found['faults'])}" + (f": {found['faults'][0]}" if found["faults"] else "")


def _replicas_text(found: dict[str, Any]) -> str:
    return "\n\n".join(_capacity_text(each, f"{number} behind nginx") for number, each in found.items())


def _kill_text(found: dict[str, Any]) -> str:
    rows = [f"{name:20} {value}" for name, value in found.items() if not name.startswith("faults")]
    for name in ("faults_before", "faults"):
        rows += [f"{name:20} {len(found[name])}", *(f"    {fault}" for fault in found[name][:MOST_FAULTS])]
    return "\n".join(rows)


def _memory_text(found: dict[str, Any]) -> str:
    samples = found["mb"][:: max(1, round(30 / SAMPLE_SECONDS))]
    rows = [f"{name:26} {value}" for name, value in found.items() if name not in ("mb", "faults")]
    return "\n".join([*(f"{at:>5} s {mb:>8} MB" for at, mb in samples), *rows, f"{'faults':26} {_number(found)}"])


def main(arguments: list[str]) -> None:
    """Measure and print."""
    options = parse(arguments)
    options.app_dir = options.app_dir.resolve()
    figures = {part: PARTS[part](options) for part in options.parts or PARTS}
    print(json.dumps(figures, indent=2) if options.json else as_text(figures))  # noqa: T201 (a command line prints)


if __name__ == "__main__":
    main(sys.argv[1:])
