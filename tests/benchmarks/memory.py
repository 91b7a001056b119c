"""How much memory the server takes with no, one and five visitors who walk through every page and filter there.

    python tests/benchmarks/memory.py [--files] [--json]

Prints the resident set of the server process in megabytes, as Linux counts it.  With ``--files`` five visitors have
slides, kit and pictures made instead, all at once: the most that the process ever took, and what is left on the disk.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.e2e.browser import BUILD, PATHS, find_chromium, running_app, settle

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Download

SESSIONS: Final = 5
ROUNDS: Final = 2


SCOPES: Final = ("", "country=KOR", "country=DEU", "region=Africa", "region=Arab+States")
"""What each of five visitors looks at."""
PATIENCE_S: Final = 120
PRESSED: Final = ("deck_map", "kit_map", "picture_map_wide", "picture_map_drawing")
"""Keys of the buttons that each of them presses, without waiting for the file before."""


def resident_megabytes(port: int, line: str = "VmRSS") -> float:
    """Return a line of the status of the process that serves a port, in MB (10^6 bytes)."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            command = (folder / "cmdline").read_text().split("\0")
            status = (folder / "status").read_text()
        except OSError:  # the process ended meanwhile
            continue
        if str(port) in command and "streamlit" in command:
            return int(re.findall(rf"{line}:\s+(\d+) kB", status)[0]) * 1024 / 1e6
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


def take_files() -> dict[str, float]:
    """Return the most megabytes that the server took while five visitors had all files made, and what it left."""
    with (
        TemporaryDirectory() as folder,
        running_app(BUILD / "memory.log", TMPDIR=folder) as url,
        sync_playwright() as playwright,
    ):
        port = int(url.rsplit(":", 1)[1])
        browser = playwright.chromium.launch(executable_path=find_chromium(playwright), args=["--no-sandbox"])
        pages = [browser.new_context(viewport={"width": 1366, "height": 768}).new_page() for _scope in SCOPES]
        files: list[Download] = []
        for page, scope in zip(pages, SCOPES, strict=True):
            page.goto(f"{url}/map?{scope}")
            settle(page).locator("summary").filter(has_text="Picture").first.click()
            page.locator(".st-key-picture_map_wide button").wait_for()
            page.on("download", lambda file: files.append(file))  # noqa: PLW0108 (no attribute fits on a built-in)
        found = {"before_mb": resident_megabytes(port)}
        for page, key in product(pages, PRESSED):
            page.locator(f".st-key-{key} button").click()
        began = time.monotonic()
        while len(files) < len(SCOPES) * len(PRESSED):
            pages[0].wait_for_timeout(200)  # lets the events of all pages come in
            if time.monotonic() - began > PATIENCE_S:
                raise SystemExit(f"Only these came: {sorted(file.suggested_filename for file in files)}")
        sizes = [file.path().stat().st_size for file in files]
        found |= {"files": len(files), "files_mb": sum(sizes) / 1e6, "most_mb": resident_megabytes(port, "VmHWM")}
        found["left_on_disk"] = len(list(Path(folder).iterdir()))
        browser.close()
    return {name: round(value, 1) for name, value in found.items()}


def main() -> None:
    """Read the command line and print the figures."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--files", action="store_true", help="five visitors have all files made at once")
    options = parser.parse_args()
    figures = take_files() if options.files else measure()
    if options.json:
        sys.stdout.write(json.dumps(figures) + "\n")
    else:
        for name, value in figures.items():
            sys.stdout.write(f"{name:16} {value:7.1f}\n")


if __name__ == "__main__":
    main()
