"""Starting the app and the browser, and waiting for what a visitor would wait for."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from playwright.sync_api import Frame, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import Playwright

ROOT: Final = Path(__file__).resolve().parents[2]
BUILD: Final = ROOT / "build"
"""Logs and screenshots of the last run; not in the repository."""

PATHS: Final = ("/", "/map", "/focus", "/growth", "/city", "/compare", "/present", "/data", "/about")
FILTERED: Final = tuple(path for path in PATHS if path not in ("/city", "/about"))
"""Pages that follow the filters: all but those about one member and about the method."""

PATIENCE_S: Final = 40
"""How long anything may take on a small, busy machine before it counts as broken."""

_NAMES: Final = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge", "chrome")
_NO_BROWSER: Final = (
    "No Chromium found, and browser tests are not skipped. Debian, Ubuntu: apt-get install chromium. "
    "Elsewhere: playwright install chromium, or name any Chrome or Edge in the environment variable CHROMIUM."
)

expect.set_options(timeout=PATIENCE_S * 1000)


def find_chromium(playwright: Playwright) -> str:
    """Return the path of the browser to test with, or fail with how to get one."""
    candidates = (os.environ.get("CHROMIUM"), *map(shutil.which, _NAMES), playwright.chromium.executable_path)
    found = next((path for path in candidates if path and Path(path).exists()), None)
    assert found, _NO_BROWSER
    return found


def wait_until(condition: Callable[[], bool], otherwise: Callable[[], str]) -> None:
    """Ask again and again, at short intervals, until the condition holds; fail with the reason when it never does."""
    deadline = time.monotonic() + PATIENCE_S
    while not condition():
        assert time.monotonic() < deadline, otherwise()
        time.sleep(0.05)


@contextmanager
def running_app(log: Path, **environment: str) -> Iterator[str]:
    """Run the real app as its users start it; yield its address, end it afterwards, fail with its log."""
    port = free_port()
    with app_process(log, port, **environment):
        yield f"http://localhost:{port}"


@contextmanager
def app_process(log: Path, port: int, **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run the app at a port; yield its process once it answers."""
    log.parent.mkdir(parents=True, exist_ok=True)
    command = [
        *(sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)),
        *("--server.address", "localhost", "--server.fileWatcherType", "none"),
    ]
    with log.open("wb") as output:
        server = subprocess.Popen(
            command, cwd=ROOT, env={**os.environ, **environment}, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        try:
            wait_until(
                lambda: server.poll() is not None or _answers(f"http://localhost:{port}/_stcore/health"),
                lambda: f"The app does not answer. Its log:\n{log.read_text()}",
            )
            assert server.poll() is None, f"The app ended at once. Its log:\n{log.read_text()}"
            yield server
        finally:
            server.terminate()
            server.wait(timeout=PATIENCE_S)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=1) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


_SETTLED: Final = """() => {
    const app = document.querySelector('[data-testid="stApp"]');
    const footer = document.querySelector('.footer');
    return app?.dataset.testScriptState === 'notRunning' && footer?.checkVisibility()
        && !document.querySelector('[data-testid="stSkeleton"]');
}"""


_AT_REST: Final = "() => document.getAnimations().every(({ playState }) => playState !== 'running')"


def settle(page: Page) -> Page:
    """Wait until the script has run to its end and everything that it draws is there.

    Asked by the page itself at short intervals: `expect` would ask once a second after the first one.
    """
    page.wait_for_function(_SETTLED, polling=40)
    return page


def chip(page: Page, code: str, name: str = "region") -> Locator:
    """Return the chip that shows, and removes, one chosen code of a filter."""
    return page.locator(f".st-key-chip_{name}_{code.replace(' ', '-')}").get_by_role("button")


def chips(page: Page) -> Locator:
    """Return all chips."""
    return page.locator('[class*="st-key-chip_"]')


def map_frame(page: Page) -> Frame:
    """Return the frame of the map once its members and outlines are drawn."""
    handle = page.locator("iframe[title]").first.element_handle()
    frame = handle.content_frame()
    assert frame
    frame.wait_for_function("() => window.atlas && window.atlas.ready && window.atlas.count() > 0")
    return frame


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focused ``element`` is the wanted one, as somebody without a mouse would."""
    for _stop in range(120):
        if page.evaluate(f"() => {{ const element = document.activeElement; return Boolean({wanted}); }}"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"120 presses of Tab do not reach {wanted}")


def shown(page: Page) -> int:
    """Return the number of members that the page says it shows."""
    number = re.search(r"\d+", page.locator(".status").inner_text())
    assert number, "the page says no count"
    return int(number[0])


def pick(field: Locator, typed: str, best: str) -> None:
    """Type into a field with a list and take its best match, which a moment later is the marked one.

    A list closes when what it hangs on is scrolled or grows, as a fold that is still opening does: nothing may move any
    more.  What happens nevertheless is typed once more, as a visitor would.
    """
    marked = field.page.locator('[role="option"][data-focused="true"]').filter(has_text=best)
    field.page.wait_for_function(_AT_REST)
    field.fill("")
    field.press_sequentially(typed)
    with suppress(PlaywrightTimeout):
        marked.wait_for(timeout=4_000)
    if not marked.count():
        field.fill("")
        field.press_sequentially(typed)
    expect(marked).to_be_visible()
    field.press("Enter")
