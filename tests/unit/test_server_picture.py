"""The picture in the preview of a link: which, for whom, and how often it is drawn."""

from __future__ import annotations

import asyncio
import struct
from itertools import islice
from threading import Event
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient

from atlas.pictures.draw import EmptyPictureError
from atlas.selection import Selection
from atlas.server import picture
from atlas.server.asked import read_asked
from atlas.server.compression import CompressedFiles
from atlas.server.picture import Order, PreviewPictures, address, alternative, draw, subject

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.server.asked import Asked

KOREA = "/preview.png?page=map&country=KOR&lang=en"


def asked(text: str, network: Network) -> Asked:
    path, _mark, query = text.partition("?")
    return read_asked(path, parse_qs(query), network)


class Draughtsman:
    """Draws nothing, and remembers what was wanted."""

    def __init__(self, size: int = 3) -> None:
        self.drawn: list[str] = []
        self.size = size

    def __call__(self, wanted: Order) -> bytes:
        self.drawn.append("".join(wanted.selection["country"]))
        return b"x" * self.size

    def visitor(self) -> TestClient:
        return TestClient(CompressedFiles(Starlette(routes=[Route("/preview.png", PreviewPictures(self).answer)])))


@pytest.mark.parametrize(
    ("view", "code", "members"),
    [
        ("/", "map", Selection()),
        ("/map?country=KOR&year=2017", "map", Selection(country=["KOR"], year=["2017"])),
        ("/map?city=at-deu&region=Africa", "map", Selection(region=["Africa"])),
        ("/place?region=Africa", "map", Selection(region=["Africa"])),
        ("/data?region=Africa", "map", Selection(region=["Africa"])),
        ("/about?region=Africa", "map", Selection()),
        ("/city?region=Africa", "map", Selection()),
        ("/city?city=at-deu&region=Africa", "map", Selection(country=["DEU"])),
        ("/focus?year=2017", "themes", Selection(year=["2017"])),
        ("/growth?year=2017", "stock", Selection(year=["2017"])),
        ("/compare?year=2017", "map", Selection(year=["2017"])),
        (
            "/compare?item=country:KOR&item=country:FRA&year=2017&region=Africa",
            "map",
            Selection(country=["KOR", "FRA"], year=["2017"]),
        ),
        ("/compare?item=region:Africa&country=FRA", "map", Selection(region=["Africa"])),
        ("/compare?item=region:Africa&item=country:FRA&year=2017", "map", Selection(year=["2017"])),
        ("/compare?item=city:at-deu&year=2017", "map", Selection(year=["2017"])),
    ],
)
def test_a_view_has_the_picture_of_what_is_on_it(tiny: Network, view: str, code: str, members: Selection) -> None:
    assert subject(asked(view, tiny), tiny) == (code, members)


def test_the_picture_is_told_in_words_and_nothing_is_where_nothing_is_to_be_drawn(tiny: Network) -> None:
    assert alternative(asked("/map?country=KOR", tiny), tiny).startswith("Map of 3 members in the Republic of Korea")
    assert alternative(asked("/map?country=KEN&year=2017", tiny), tiny) == ""


def test_its_address_says_page_and_language_whether_the_view_does_or_not(tiny: Network) -> None:
    assert address(asked("/?region=Arab States", tiny), "fr") == "preview.png?page=overview&region=Arab+States&lang=fr"
    assert address(asked("/city?city=at-deu&lang=en", tiny), "en") == "preview.png?page=city&city=at-deu&lang=en"


def test_it_is_drawn_once_and_may_be_kept_for_a_day() -> None:
    hand = Draughtsman()
    visitor = hand.visitor()
    for _ in range(2):
        got = visitor.get(KOREA)
    assert (got.status_code, got.headers["content-type"], got.content) == (200, "image/png", b"xxx")
    assert got.headers["cache-control"] == "public, max-age=86400"
    assert visitor.get(KOREA.replace("page=map", "page=place")).content == b"xxx", "another page with the same picture"
    assert hand.drawn == ["KOR"]
    assert visitor.get(KOREA.replace("lang=en", "lang=fr")).content == b"xxx"
    assert hand.drawn == ["KOR", "KOR"]
    assert visitor.head(KOREA).headers["content-length"] == "3"


@pytest.mark.parametrize(
    "query",
    [
        "", "?page=map", "?page=map&country=KOR", "?country=KOR&lang=en", "?page=nowhere&lang=en",
        "?page=map&lang=tlh", "?page=map&lang=en&x=1", "?page=map&lang=en&lang=en", "?lang=en&page=map",
        "?page=map&country=XXX&lang=en", "?page=map&country=KOR&country=KOR&lang=en", "?page=../map&lang=en",
        "?page=map&year=2017&country=KOR&lang=en", "?page=map&lang=en&width=9000", "?page=/map&lang=en",
        "?page=map&region=Africa&region=&lang=en", "?page=map&country=KOR&city=&lang=en",
        "?page=map&country=K%4FR&lang=en",
    ],
)  # fmt: skip
def test_what_no_page_names_is_refused_without_drawing(query: str) -> None:
    hand = Draughtsman()
    assert hand.visitor().get(f"/preview.png{query}").status_code == 404
    assert hand.drawn == []


def test_nothing_to_draw_is_no_picture() -> None:
    def empty(_order: Order) -> bytes:
        raise EmptyPictureError

    visitor = TestClient(Starlette(routes=[Route("/preview.png", PreviewPictures(empty).answer)]))
    assert visitor.get(KOREA).status_code == 404


def test_what_is_kept_has_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_KEPT_BYTES", 6)
    hand = Draughtsman()
    visitor = hand.visitor()
    for code in ("KOR", "GRC", "KOR", "FRA", "KOR", "GRC"):
        assert visitor.get(f"/preview.png?page=map&country={code}&lang=en").content == b"xxx"
    assert hand.drawn == ["KOR", "GRC", "FRA", "GRC"]


class _Asking:
    """As much of a request as is looked at."""

    def __init__(self, code: str) -> None:
        self.url = type("Url", (), {"query": f"page=map&country={code}&lang=en"})


def test_one_is_drawn_at_a_time_and_a_crowd_is_asked_to_come_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_WAITING", 2)
    busy: list[Order] = []
    most = 0
    all_have_asked = Event()

    def drawing(wanted: Order) -> bytes:
        nonlocal most
        busy.append(wanted)
        most = max(most, len(busy))
        assert all_have_asked.wait(20)
        busy.remove(wanted)
        return b"x"

    async def crowd() -> list[int]:
        pictures = PreviewPictures(drawing)
        codes = ("KOR", "GRC", "FRA", "DEU", "KOR")
        asking = [asyncio.create_task(pictures.answer(_Asking(code))) for code in codes]  # type: ignore[arg-type]
        sent_away = [await each for each in islice(asyncio.as_completed(asking), 3)]
        all_have_asked.set()
        assert [answer.status_code for answer in sent_away] == [503, 503, 503]
        first = [found.status_code for found in await asyncio.gather(*asking)]
        again = await pictures.answer(_Asking("DEU"))  # type: ignore[arg-type]
        return [*sorted(first), again.status_code]

    assert asyncio.run(crowd()) == [200, 200, 503, 503, 503, 200]
    assert most == 1


def test_after_a_drawing_visitors_have_the_processor_for_as_long(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([100.0, 100.0, 104.0, 105.0, 108.0, 109.0])
    rests: list[float] = []

    async def rest(seconds: float) -> None:
        rests.append(seconds)

    monkeypatch.setattr(picture, "monotonic", lambda: next(moments))
    monkeypatch.setattr(asyncio, "sleep", rest)

    async def two() -> None:
        pictures = PreviewPictures(Draughtsman())
        for code in ("KOR", "GRC"):
            await pictures.answer(_Asking(code))  # type: ignore[arg-type]

    asyncio.run(two())
    assert rests == [0.0, 3.0]


def test_the_picture_has_the_size_that_the_head_says(network: Network) -> None:
    drawn = draw(Order("map", Selection(country=["PSE"]), "fr"))
    assert drawn[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", drawn[16:24]) == (1200, 630)  # the first chunk, IHDR
