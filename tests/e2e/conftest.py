"""The app, the browser, and a visitor who cannot leave the machine."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e.browser import BUILD, PATIENCE_S, find_chromium, running_app, settle

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser, BrowserContext, Page, Route

_HERE = re.compile(r"^(https?|wss?)://(localhost|127\.0\.0\.1)(:\d+)?/|^(data|blob|about):")
_FAILED = pytest.StashKey[bool]()


class Visit(Protocol):
    """Opens an address as a new visitor and waits until the page is complete.

    ``still`` is a visitor whose system asks for less motion; ``sent`` receives all that the page tells the server;
    a page that will not be ``complete`` is not waited for.
    """

    def __call__(
        self,
        url: str,
        *,
        width: int = 1366,
        height: int = 768,
        dark: bool = False,
        still: bool = False,
        sent: list[str | bytes] | None = None,
        complete: bool = True,
    ) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not e2e"` leaves the browser out."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker("e2e")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Remember whether the test failed, for the screenshot."""
    report = yield
    item.stash[_FAILED] = item.stash.get(_FAILED, False) or report.failed
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for the whole run."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=find_chromium(playwright),
            args=["--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        )
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def app_url() -> Iterator[str]:
    """Run the app once for all tests."""
    with running_app(BUILD / "logs" / "app.log") as url:
        yield url


@pytest.fixture
def fresh_app_url() -> Iterator[str]:
    """Run a new server, which has answered nobody yet."""
    with running_app(BUILD / "logs" / "fresh.log") as url:
        yield url


@pytest.fixture
def outside() -> list[str]:
    """Collect the addresses outside this machine that any page of the test asked for; all were blocked."""
    return []


@pytest.fixture
def visit(browser: Browser, outside: list[str], request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open pages, each as a visitor of its own; afterwards nothing may have been asked of the world outside."""
    contexts: list[BrowserContext] = []

    def block(route: Route) -> None:
        if _HERE.match(route.request.url):
            route.continue_()
        else:
            outside.append(route.request.url)
            route.abort()

    def opened(
        url: str,
        *,
        width: int = 1366,
        height: int = 768,
        dark: bool = False,
        still: bool = False,
        sent: list[str | bytes] | None = None,
        complete: bool = True,
    ) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce" if still else "no-preference",
        )
        contexts.append(context)
        context.set_default_timeout(PATIENCE_S * 1000)
        context.route("**/*", block)
        page = context.new_page()
        if sent is not None:
            _listen(page, sent)
        page.goto(url)
        return settle(page) if complete else page

    yield opened
    if request.node.stash.get(_FAILED, False):
        _photograph(request.node.name, contexts)
    for context in contexts:
        context.close()
    if request.node.get_closest_marker("offline"):
        assert not outside, f"The page asked for {sorted(set(outside))}"


def _listen(page: Page, sent: list[str | bytes]) -> None:
    def keep(frame: str | bytes) -> None:
        sent.append(frame)

    page.on("websocket", lambda socket: socket.on("framesent", keep))


def _photograph(test: str, contexts: list[BrowserContext]) -> None:
    folder = BUILD / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^\w-]+", "_", test).strip("_")
    for number, page in enumerate(page for context in contexts for page in context.pages):
        page.screenshot(path=folder / f"{name}_{number}.png", full_page=True)


@pytest.fixture
def page(visit: Visit, app_url: str) -> Page:
    """Open the first page of the app on a laptop."""
    return visit(app_url)
