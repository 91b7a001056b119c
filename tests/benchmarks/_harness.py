"""Starting the apps, driving Chromium, and where on each page the benchmark looks.

The selectors of the Atlas stand in :data:`ATLAS`; when its pages change, change them here and nowhere else.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from _assets import serve_assets
from _members import DATA_DIR_VARIABLE, REGIONS, ROOT, choose, load_members
from _server import FLAGS, free_port, stop, wait_for
from members_generator import generate

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd
    from playwright.sync_api import Browser, Page, ViewportSize

HERE: Final = Path(__file__).resolve().parent
VIEWPORT: ViewportSize = {"width": 1366, "height": 768}
STEP_MILLISECONDS: Final = 60_000
QUIET_MILLISECONDS: Final = 450
"""Silence on the websocket after which the next click may come; longer than streamlit-folium's delay of 250 ms."""

Spec = dict[str, Any]
FLOOR: Final[Spec] = {"count": ".st-key-count"}
ATLAS: Final[Spec] = {
    "count": ".stMain .status",
    "map": {"kind": "atlas", "selector": ".stApp"},
    "charts": ".st-key-facets",
    "table": {"kind": "streamlit", "selector": ".stMain"},
}
OVERVIEW: Final[Spec] = {
    "heading": "h1",
    "count": ATLAS["count"],
    "map": ATLAS["map"],
    "charts": ".stApp [data-testid=stMain]",
}
TUTORIAL: Final[Spec] = {
    "count": ".st-key-count",
    "map": {"kind": "markers", "selector": ".st-key-map"},
    "charts": ".st-key-charts",
    "table": {"kind": "streamlit", "selector": ".st-key-table"},
}
DASH: Final[Spec] = {
    "count": "#count",
    "map": {"kind": "clusters", "selector": ".leaflet-container"},
    "charts": ".charts",
    "table": {"kind": "text", "selector": "#table"},
}
STREAMLIT_OPTION: Final = ".st-key-region button"
DASH_OPTION: Final = "#region label"


@dataclass(frozen=True)
class Contestant:
    """An app to measure: how it starts, where its page is, what to look at.

    Attributes
    ----------
    script : str
        Relative to the repository.
    spec : dict
        What ``_probe.js`` reads.
    path : str
        Page that is measured.
    members : int, optional
        Generated members instead of the true ones.
    own_folder : bool
        Whether it runs outside the repository, so with Streamlit's own settings instead of the Atlas's.
    """

    script: str
    spec: Spec
    path: str = "/"
    option: str = STREAMLIT_OPTION
    members: int | None = None
    own_folder: bool = True


CONTESTANTS: Final = {
    "empty": Contestant("tests/benchmarks/reference_empty.py", {}),
    "floor": Contestant("tests/benchmarks/reference_floor.py", FLOOR),
    "floor_atlas_settings": Contestant("tests/benchmarks/reference_floor.py", FLOOR, own_folder=False),
    "tutorial": Contestant("tests/benchmarks/reference_tutorial.py", TUTORIAL),
    "dash": Contestant("tests/benchmarks/reference_dash.py", DASH, option=DASH_OPTION),
    "atlas": Contestant("dashboard.py", ATLAS, "/map", own_folder=False),
    "atlas_5000": Contestant("dashboard.py", ATLAS, "/map", members=5_000, own_folder=False),
    "atlas_50000": Contestant("dashboard.py", ATLAS, "/map", members=50_000, own_folder=False),
}


@dataclass
class Running:
    """A contestant whose server answers."""

    contestant: Contestant
    address: str
    members: pd.DataFrame
    page: Page | None = None
    chosen: list[str] = field(default_factory=list)

    def expected(self) -> Spec:
        """Return what the page must show for the regions chosen now."""
        shown = choose(self.members, self.chosen)
        return {**self.contestant.spec, "rows": len(shown), "points": int(shown["lat"].notna().sum())}


@contextmanager
def running(names: list[str]) -> Iterator[dict[str, Running]]:
    """Start the servers of the contestants and stop them again."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        assets = stack.enter_context(serve_assets())
        yield {name: _start(CONTESTANTS[name], folder / name, assets, stack) for name in names}


def _start(contestant: Contestant, folder: Path, assets: str, stack: ExitStack) -> Running:
    folder.mkdir()
    data = generate(folder / "data", contestant.members) if contestant.members else ROOT / "data"
    port = free_port()
    environment = {**os.environ, DATA_DIR_VARIABLE: str(data), "BENCHMARK_ASSETS": assets}
    process = subprocess.Popen(
        _command(contestant, port),
        cwd=folder if contestant.own_folder else ROOT,
        env=environment,
        stdout=(folder / "log").open("w"),
        stderr=subprocess.STDOUT,
    )
    stack.callback(stop, process)
    address = f"http://127.0.0.1:{port}"
    wait_for(f"{address}/" if "dash." in contestant.script else f"{address}/_stcore/health", process, folder / "log")
    return Running(contestant, address, load_members(data))


def _command(contestant: Contestant, port: int) -> list[str]:
    script = str(ROOT / contestant.script)
    if contestant.option == DASH_OPTION:
        return [sys.executable, script, str(port)]
    return [sys.executable, "-m", "streamlit", "run", script, f"--server.port={port}", *FLAGS]


def launch(playwright: Any) -> Browser:
    """Start the system's Chromium, which must not reach any other machine."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
    flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    flags += ["--disable-sync", "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
    browser: Browser = playwright.chromium.launch(executable_path=path, args=flags)
    return browser


def open_page(browser: Browser, app: Running, path: str, spec: Spec) -> tuple[Page, float]:
    """Open a page in a context of its own; return it and the milliseconds until it shows everything."""
    page = browser.new_context(viewport=VIEWPORT).new_page()
    page.add_init_script(path=HERE / "_probe.js")
    page.add_init_script(f"window.top === window && benchmark.load({json.dumps(spec)})")
    page.goto(app.address + path, wait_until="commit")
    return page, _finish(page)


def click(app: Running, region: str) -> dict[str, Any]:
    """Press one region and return the milliseconds until every part shows the new state, per part, and the traffic."""
    page = app.page
    assert page is not None
    app.chosen = [each for each in REGIONS if (each in app.chosen) != (each == region)]
    page.bring_to_front()
    page.evaluate("what => benchmark.arm(what)", app.expected())
    page.locator(app.contestant.option).filter(has_text=region).click()
    total = _finish(page)
    wait_until_quiet(page)
    return {"ms": total, "parts": page.evaluate("benchmark.parts"), **page.evaluate("benchmark.traffic()")}


def wait_until_quiet(page: Page) -> None:
    """Wait until the server has nothing more to say, so that one click does not disturb the next."""
    page.wait_for_function(f"() => benchmark.quiet() > {QUIET_MILLISECONDS}")


def _finish(page: Page) -> float:
    try:
        page.wait_for_function("() => window.benchmark?.done", timeout=STEP_MILLISECONDS)
    except Exception as error:
        seen = page.evaluate("JSON.stringify(window.benchmark?.last)")
        raise RuntimeError(f"{page.url} never showed the new state; last seen: {seen[:2000]}") from error
    return float(page.evaluate("benchmark.done"))
