"""The picture in the preview of a link: drawn when a messenger asks for it, one at a time, and kept for the next one.

Drawing takes seconds of a processor, and everybody may ask.  So only addresses that a page of the Atlas names are
answered, each view has one of them, few wait, and between two drawings visitors have the processor to themselves.
"""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Final, NamedTuple
from urllib.parse import parse_qs, urlencode

from starlette.responses import PlainTextResponse, Response

from atlas.pictures.draw import EmptyPictureError, Size, draw_picture, tell_picture
from atlas.pictures.scope import Scope
from atlas.selection import Selection
from atlas.server.asked import read_asked
from atlas.ui.frame import cache
from atlas.wording import speaking

if TYPE_CHECKING:
    from collections.abc import Callable

    from starlette.requests import Request

    from atlas.model import Network
    from atlas.server.asked import Asked

PATH: Final = "/preview.png"
SIZE: Final = Size(1200, 630)
"""Pixels, as messengers show them large without cutting."""

_PAGE: Final = "page"
_OWN: Final = {"focus": "themes", "growth": "stock"}
"""Pages whose picture is no map."""
_KEPT_BYTES: Final = 8_000_000
"""Some forty pictures; what is longest unused goes first."""
_WAITING: Final = 6
"""Who comes when so many wait already is asked to come again."""
_DAY: Final = "public, max-age=86400"


def subject(asked: Asked, network: Network) -> tuple[str, Selection]:
    """Return which picture shows a view, and of which members."""
    if asked.page == "city" and asked.city:
        return "map", Selection(country=[str(network.cities.at[asked.city, "iso3"])])
    if asked.page in ("city", "about"):
        return "map", Selection()
    kinds = {each.kind for each in asked.things}
    if len(kinds) == 1 and (kind := kinds.pop()) != "city":
        places = {kind: [each.code for each in asked.things]}
        return "map", Selection(**{**dict(asked.selection.without("region", "country").chosen), **places})
    return _OWN.get(asked.page, "map"), asked.selection


def alternative(asked: Asked, network: Network) -> str:
    """Return the picture of a view in words, in the language in use; empty text where there is nothing to draw."""
    code, selection = subject(asked, network)
    try:
        return tell_picture(code, Scope(network, selection)).alt
    except EmptyPictureError:
        return ""


def address(asked: Asked, language: str) -> str:
    """Return the address of the picture of a view below that of the Atlas, with the language of its words."""
    query = urlencode([(_PAGE, asked.page), *asked.spoken(language).pairs], safe=":")
    return f"{PATH.removeprefix('/')}?{query}"


class Order(NamedTuple):
    """What is to be drawn, whichever page asks for it: the code of a picture, whom it shows, language of its words."""

    code: str
    selection: Selection
    language: str


def draw(order: Order) -> bytes:
    """Return a picture as PNG.

    Raises
    ------
    EmptyPictureError
        When it would show nothing.
    """
    with speaking(order.language):
        return draw_picture(order.code, Scope(cache.network(), order.selection), size=SIZE)


class PreviewPictures:
    """Answers for the pictures.

    Parameters
    ----------
    drawing : callable
        Makes a picture (:func:`draw`).
    """

    def __init__(self, drawing: Callable[[Order], bytes] = draw) -> None:
        self._draw = drawing
        self._kept: OrderedDict[Order, bytes] = OrderedDict()
        self._one = asyncio.Lock()
        self._waiting = 0
        self._rest_until = 0.0

    async def answer(self, request: Request) -> Response:
        """Return the picture that an address names, or why there is none."""
        order = await asyncio.to_thread(_read, request.url.query)
        if order is None:
            return PlainTextResponse("No page of the Atlas names this picture.", 404)
        if order not in self._kept and self._waiting >= _WAITING:
            return PlainTextResponse("Too many pictures are asked for.", 503, {"retry-after": "10"})
        try:
            picture = await self._picture(order)
        except EmptyPictureError:
            return PlainTextResponse("There is nothing to draw.", 404)
        return Response(picture, media_type="image/png", headers={"cache-control": _DAY})

    async def _picture(self, order: Order) -> bytes:
        self._waiting += 1
        try:
            async with self._one:
                if order not in self._kept:
                    self._kept[order] = await self._drawn(order)
        finally:
            self._waiting -= 1
        self._kept.move_to_end(order)
        picture = self._kept[order]
        while sum(map(len, self._kept.values())) > _KEPT_BYTES and len(self._kept) > 1:
            self._kept.popitem(last=False)
        return picture

    async def _drawn(self, order: Order) -> bytes:
        """Draw when the one before is as long ago as it took: half of the time is the visitors'."""
        await asyncio.sleep(max(0.0, self._rest_until - monotonic()))
        began = monotonic()
        try:
            return await asyncio.to_thread(partial(self._draw, order))
        finally:
            ended = monotonic()
            self._rest_until = ended + (ended - began)


def _read(query: str) -> Order | None:
    """Return what an address orders, where it is written as :func:`address` writes it."""
    given, network = parse_qs(query), cache.network()
    asked = read_asked((given.get(_PAGE) or [""])[-1], given, network)
    if not asked.language or query != address(asked, asked.language).partition("?")[2]:
        return None
    return Order(*subject(asked, network), asked.language)
