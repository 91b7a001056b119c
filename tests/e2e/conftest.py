"""The app, the browser, and a visitor who cannot leave the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

import pytest
from playwright.sync_api import sync_playwright

from tests.e2e.browser import BUILD, find_chromium, running_app, settle
from tests.e2e.visitors import ENGLISH, FLAGS, Visitors

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator

    from playwright.sync_api import Browser, Page

_FAILED = pytest.StashKey[bool]()


class Visit(Protocol):
    """Opens an address as a new visitor and waits until the page is complete.

    ``still`` is a visitor whose system asks for less motion; ``sent`` receives all that the page tells the server;
    a page that will not be ``complete`` is not waited for; ``locale`` is what the browser asks for.
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
        locale: str = ENGLISH,
    ) -> Page: ...


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test of this folder, so that `-m "not e2e"` leaves the browser out."""
    for item in items:
        if "e2e" in item.path.parts:
            item.add_marker("e2e")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Photograph what a failed test saw, and remember that it failed."""
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
        if visitors := getattr(item, "funcargs", {}).get("visitors"):
            visitors.photograph(item.name)
    return report


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one browser for the whole run."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=find_chromium(playwright), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def app_url() -> Iterator[str]:
    """Run the app once for all tests."""
    with running_app(BUILD / "logs" / "app.log") as url:
        yield url


@pytest.fixture(scope="session")
def visitors(browser: Browser, app_url: str) -> Visitors:
    """Let visitors come and go."""
    return Visitors(browser, empty_page=f"{app_url}/_stcore/health")


@pytest.fixture(autouse=True)
def outside(visitors: Visitors, request: pytest.FixtureRequest) -> Iterator[list[str]]:
    """Collect what the test's pages ask for outside this machine; an offline test fails when anything is left."""
    yield visitors.outside
    asked = sorted(set(visitors.outside))
    visitors.outside.clear()
    if request.node.get_closest_marker("offline"):
        assert not asked, f"The page asked for {asked}"


@pytest.fixture
def visit(visitors: Visitors, request: pytest.FixtureRequest) -> Iterator[Visit]:
    """Open pages, each as a visitor of its own."""
    pages: list[Page] = []

    def opened(
        url: str,
        *,
        width: int = 1366,
        height: int = 768,
        dark: bool = False,
        still: bool = False,
        sent: list[str | bytes] | None = None,
        complete: bool = True,
        locale: str = ENGLISH,
    ) -> Page:
        page = visitors.tab(width=width, height=height, locale=locale)
        pages.append(page)
        page.emulate_media(
            color_scheme="dark" if dark else "light", reduced_motion="reduce" if still else "no-preference"
        )
        if sent is not None:
            _listen(page, sent)
        page.goto(url)
        return settle(page) if complete else page

    yield opened
    for page in pages:
        visitors.leave(page, reusable=not request.node.stash.get(_FAILED, False))


def _listen(page: Page, sent: list[str | bytes]) -> None:
    def keep(frame: str | bytes) -> None:
        sent.append(frame)

    page.once("websocket", lambda socket: socket.on("framesent", keep))


@pytest.fixture
def page(visit: Visit, app_url: str) -> Page:
    """Open the first page of the app on a laptop."""
    return visit(app_url)
