"""How much memory the server takes with no, one and five visitors who walk through every page and filter there.

    python tests/benchmarks/memory.py [--json]

Prints the resident set of the server process in megabytes, as Linux counts it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.e2e.browser import BUILD, PATHS, find_chromium, running_app, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser

SESSIONS: Final = 5
ROUNDS: Final = 2


def resident_megabytes(port: int) -> float:
    """Return the resident set of the process that serves a port, in MB (10^6 bytes)."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_text().split("\0")
            status = (folder / "status").read_text()
        except OSError:  # the process ended meanwhile
            continue
        if str(port) in command and "streamlit" in command:
            return int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) * 1024 / 1e6
    raise SystemExit(f"No server found on port {port}.")


def visit(browser: Browser, url: str) -> None:
    """Walk through every page as one visitor, filter on each, and stay."""
    page = browser.new_context(viewport={"width": 1366, "height": 768}).new_page()
    for path in PATHS * ROUNDS:
        page.goto(url + path)
        settle(page)
        if (region := page.locator(".st-key-region").get_by_role("button").first).count():
            region.click()
        settle(page)


def measure() -> dict[str, float]:
    """Return megabytes by number of sessions."""
    found = {}
    with running_app(BUILD / "memory.log") as url, sync_playwright() as playwright:
        port = int(url.rsplit(":", 1)[1])
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--no-sandbox"])
        found["idle_mb"] = resident_megabytes(port)
        for number in range(1, SESSIONS + 1):
            visit(browser, url)
            if number in (1, SESSIONS):
                found[f"sessions_{number}_mb"] = resident_megabytes(port)
        browser.close()
    return {name: round(value, 1) for name, value in found.items()}


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one JSON object")
    as_json = parser.parse_args().json
    figures = measure()
    if as_json:
        sys.stdout.write(json.dumps(figures) + "\n")
    else:
        for name, value in figures.items():
            sys.stdout.write(f"{name:16} {value:7.1f}\n")


if __name__ == "__main__":
    main()
