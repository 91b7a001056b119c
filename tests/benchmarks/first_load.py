"""What a first opening costs: bytes on the wire, layout shift, time over a slow line, beside a stock empty page.

    python tests/benchmarks/first_load.py [--json] [--repeats N] [--pages /map ...] [--shifts]

See README.md in this folder for what is measured and how to read it.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections import Counter
from dataclasses import dataclass, field
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from _harness import HERE, STEP_MILLISECONDS, VIEWPORT, launch, running
from playwright.sync_api import TimeoutError, sync_playwright

if TYPE_CHECKING:
    from _harness import Running
    from playwright.sync_api import Browser, CDPSession, Page, ViewportSize

PAGES: Final = (
    "/", "/map", "/focus", "/growth", "/city?city=espoo-fin", "/compare?item=country:FRA&item=country:DEU",
    "/place?country=DEU", "/data", "/about",
)  # fmt: skip
EMPTY: Final = "stock empty page"
PHONE: Final[ViewportSize] = {"width": 390, "height": 844}
SLOW_LINE: Final = {"offline": False, "latency": 40, "downloadThroughput": 10e6 / 8, "uploadThroughput": 10e6 / 8}
"""10 Mbit/s with 40 ms, as Chromium's own throttling makes it."""
STALLS_ALLOWED: Final = 3
LATE_MILLISECONDS: Final = 1000
"""How long after completion a page is still watched for what comes late and moves something."""


@dataclass
class Wire:
    """What came over the wire, by kind: the bodies and heads of answers, and the messages of the websocket."""

    bytes: Counter[str] = field(default_factory=Counter)
    files: dict[str, int] = field(default_factory=dict)
    _urls: dict[str, str] = field(default_factory=dict)

    def listen(self, session: CDPSession) -> None:
        """Count from now on."""
        session.on("Network.responseReceived", self._answered)
        session.on("Network.loadingFinished", self._finished)
        session.on("Network.webSocketFrameReceived", self._message)
        session.send("Network.enable")

    def _answered(self, event: dict[str, Any]) -> None:
        self._urls[event["requestId"]] = event["response"]["url"]

    def _finished(self, event: dict[str, Any]) -> None:
        path = self._urls.get(event["requestId"], "").partition("?")[0].partition("//")[2].partition("/")[2]
        self.bytes[_kind(path)] += round(event["encodedDataLength"])
        self.files["/" + path] = self.files.get("/" + path, 0) + round(event["encodedDataLength"])

    def _message(self, event: dict[str, Any]) -> None:
        data = event["response"]["payloadData"]
        self.bytes["websocket"] += len(data) * 3 // 4 if event["response"]["opcode"] == 2 else len(data)


def _kind(path: str) -> str:
    suffix = path.rpartition(".")[2]
    return {"js": "scripts", "css": "styles", "woff2": "fonts", "geojson": "outlines"}.get(suffix, "other")


def first_opening(
    browser: Browser, app: Running, path: str, viewport: ViewportSize, *, slow: bool = False
) -> dict[str, Any]:
    """Open a page as somebody who has never been here; return bytes, layout shift and milliseconds to completion."""
    context = browser.new_context(viewport=viewport)
    page, wire = context.new_page(), Wire()
    session = context.new_cdp_session(page)
    wire.listen(session)
    if slow:
        session.send("Network.emulateNetworkConditions", SLOW_LINE)
    page.add_init_script(path=HERE / "_first_load.js")
    page.goto(app.address + path, wait_until="commit")
    page.wait_for_function("() => window.firstLoad?.done", timeout=STEP_MILLISECONDS)
    page.wait_for_timeout(LATE_MILLISECONDS)
    seen = _seen(page, wire)
    context.close()
    return seen


def slow_opening(browser: Browser, app: Running, path: str) -> dict[str, Any]:
    """Open a page over the slow line; anew when Chromium's throttling stops reading, as it does on a busy machine."""
    for _attempt in range(STALLS_ALLOWED):
        try:
            return first_opening(browser, app, path, VIEWPORT, slow=True)
        except TimeoutError:
            browser.contexts[-1].close()
            print(f"stalled and opened anew: {app.address}{path}", file=sys.stderr)  # noqa: T201
    return first_opening(browser, app, path, VIEWPORT, slow=True)


def _seen(page: Page, wire: Wire) -> dict[str, Any]:
    measured = page.evaluate(
        "({ done, shift, shifts }) => ({ ms: done, shift, shifts })", page.evaluate_handle("firstLoad")
    )
    return {
        "ms": round(measured["ms"]),
        "bytes": wire.bytes.total(),
        **{f"bytes_{kind}": number for kind, number in sorted(wire.bytes.items())},
        "shift": round(measured["shift"], 3),
        "shifts": measured["shifts"],
        "files": dict(sorted(wire.files.items(), key=lambda each: -each[1])),
    }


def measure(browser: Browser, visits: list[tuple[str, Running, str]], repeats: int) -> dict[str, dict[str, Any]]:
    """Return the figures of each page, by its name.

    The slow openings go round all pages in turn, the empty one among them, so that a machine that slows down slows all.
    """
    rows: dict[str, dict[str, Any]] = {}
    for name, app, path in visits:
        first_opening(browser, app, path, VIEWPORT)  # the server has answered this page before
        phone = first_opening(browser, app, path, PHONE)
        rows[name] = first_opening(browser, app, path, VIEWPORT)
        rows[name] |= {"phone_shift": phone["shift"], "phone_shifts": phone["shifts"], "slow": []}
    for _, (name, app, path) in product(range(repeats), visits):
        seen = slow_opening(browser, app, path)
        rows[name]["slow"].append(seen["ms"])
        rows[name]["shift"] = max(rows[name]["shift"], seen["shift"])
    for row in rows.values():
        times = row.pop("slow")
        row |= {"slow_ms": statistics.median(times), "slow_min": min(times), "slow_max": max(times)}
    return rows


def as_table(rows: dict[str, dict[str, Any]]) -> str:
    """Return the rows as a table for the terminal."""
    heads: tuple[str, ...] = ("bytes", "bytes_scripts", "bytes_fonts", "bytes_outlines", "bytes_websocket")
    heads += ("shift", "phone_shift", "ms", "slow_ms", "slow_min", "slow_max")
    lines = [f"{'page':44}" + "".join(f"{head.removeprefix('bytes_'):>12}" for head in heads)]
    for name, row in rows.items():
        lines.append(f"{name:44}" + "".join(f"{row.get(head, 0):>12,.10g}" for head in heads))
    return "\n".join(lines)


def main(arguments: list[str]) -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="print one JSON object instead of a table")
    parser.add_argument("--repeats", type=int, default=3, help="openings over the slow line per page (default: 3)")
    parser.add_argument("--pages", nargs="+", default=PAGES, help="paths to open (default: one of every page)")
    parser.add_argument("--shifts", action="store_true", help="print what moved, too")
    options = parser.parse_args(arguments)
    with running(["empty", "atlas"]) as apps, sync_playwright() as playwright:
        browser = launch(playwright)
        visits = [(EMPTY, apps["empty"], "/"), *((path, apps["atlas"], path) for path in options.pages)]
        rows = measure(browser, visits, options.repeats)
        browser.close()
    print(json.dumps(rows, indent=2) if options.json else as_table(rows))  # noqa: T201 (a command line prints)
    if options.shifts:
        for name, row in rows.items():
            print(name, json.dumps([row["shifts"], row["phone_shifts"]], indent=1))  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1:])
