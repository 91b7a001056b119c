"""Visitors of the app: tabs of one browser, each emptied before the next visitor gets it."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from playwright.sync_api import Error

from tests.e2e.browser import BUILD, PATIENCE_S

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext, Page, Request

_HERE: Final = re.compile(r"^(https?|wss?)://(localhost|127\.0\.0\.1)(:\d+)?/|^(data|blob|about):")
_FORGET: Final = "() => { localStorage.clear(); sessionStorage.clear(); }"

ENGLISH: Final = "en-GB"
"""What the visitors' browsers ask for, whatever the machine speaks."""

FLAGS: Final = (
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Nobody outside is found; what is asked for nevertheless is noted. Blocking requests one by one would turn the
    # cache of the browser off.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
    # All tabs of one site in one process, in which scripts stay compiled: a visit costs a third.
    "--process-per-site",
    # No page stays long enough to repay the optimising compilers, and each is the same scripts again, which the plain
    # one has compiled by then: a visit costs a fifth less.
    "--js-flags=--no-turbofan --no-maglev --always-sparkplug",
)
"""How the browser is started."""


class Visitors:
    """Gives each visitor a tab of its own, and takes it back.

    A tab that somebody left stands on an empty page of the server, with nothing stored, until the next visitor gets it:
    to the server a new session, to the browser scripts that are compiled already.
    """

    def __init__(self, browser: Browser, empty_page: str) -> None:
        self._browser = browser
        self._empty_page = empty_page
        self.outside: list[str] = []
        """Addresses outside this machine that a page asked for; none was answered."""
        self._present: list[Page] = []
        self._free: list[Page] = []
        self._shared = self._context(ENGLISH)

    def tab(self, *, width: int, height: int, cold: bool = False, locale: str = ENGLISH) -> Page:
        """Return an empty tab; a ``cold`` one, or one in another language, is that of a browser new to the app."""
        cold = cold or locale != ENGLISH
        context = self._context(locale) if cold else self._shared
        page = self._free.pop() if self._free and not cold else context.new_page()
        self._present.append(page)
        page.bring_to_front()  # of several tabs the browser draws the others once a second
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(media="screen", color_scheme="light", reduced_motion="no-preference", forced_colors="none")
        return page

    def leave(self, page: Page, *, reusable: bool = True) -> None:
        """Let a visitor go."""
        self._present.remove(page)
        if page.context is not self._shared:
            page.context.close()
        elif reusable:
            page.goto(self._empty_page)
            page.evaluate(_FORGET)
            self._shared.clear_cookies()
            self._free.append(page)
        else:
            page.close()

    def photograph(self, test: str) -> None:
        """Keep what the visitors see."""
        folder = BUILD / "screenshots"
        folder.mkdir(parents=True, exist_ok=True)
        name = re.sub(r"[^\w-]+", "_", test).strip("_")
        for number, page in enumerate(self._present):
            with suppress(Error):  # a page that cannot be photographed must not hide why the test failed
                page.screenshot(path=folder / f"{name}_{number}.png", full_page=True)

    def _context(self, locale: str) -> BrowserContext:
        context = self._browser.new_context(locale=locale)
        context.set_default_timeout(PATIENCE_S * 1000)
        # Whoever is outside is not found.  To hear of every request would cost more than to answer it.
        context.on("requestfailed", self._note)
        return context

    def _note(self, request: Request) -> None:
        if not _HERE.match(request.url):
            self.outside.append(request.url)
