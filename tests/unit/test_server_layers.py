"""The layers of the server one by one: paths under a base, answers taken in whole, encodings, the page's own words."""

from __future__ import annotations

import asyncio
import gzip
import re
from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from atlas.server import compression, page
from atlas.server.app import routes
from atlas.server.compression import CompressedFiles, chosen_encoding, compress
from atlas.server.errors import failure_card, show_error
from atlas.server.http import Answer, request_path, whole_answer
from atlas.server.page import LocalPages, localise
from atlas.ui.frame import head
from atlas.ui.frame.pages import ROOT
from atlas.wording import language, use_language

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from starlette.requests import Request

HTML = '<html lang="en"><head><title>Streamlit</title></head><body><div id="root"></div></body></html>'
SMALL, LARGE = "a" * 511, "a" * 512


@pytest.fixture
def under(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Return what makes the server believe that it is served under an address."""
    return lambda base: monkeypatch.setattr(st, "get_option", {"server.baseUrlPath": base}.get)


def serve(layer: type[Any], *more: Route) -> TestClient:
    """Return a visitor of a small app behind one layer."""

    async def answer(request: Request) -> Response:
        asked = request.path_params["path"]
        if asked == "missing":
            return PlainTextResponse("nothing here" * 99, 404)
        if asked.endswith(".js"):
            return Response(LARGE if "large" in asked else SMALL, media_type="text/javascript")
        return HTMLResponse(HTML, headers={"etag": '"streamlit"', "last-modified": "today"})

    app = Starlette(routes=[*more, Route("/{path:path}", answer)])
    return TestClient(layer(app))


@pytest.mark.parametrize(
    ("base", "mount", "path", "found"),
    [
        *[("", "", "/map", "/map"), (None, "", "/map", "/map"), ("atlas", "", "/atlas/map", "/map")],
        *[
            ("/atlas/", "", "/atlas/", "/"),
            ("atlas", "", "/atlases/map", "/atlases/map"),
            ("atlas", "", "/map", "/map"),
        ],
        *[("", "/cities", "/cities/map", "/map"), ("a", "", "/a/map", "/map"), ("atlas", "", "/atlas", "/atlas")],
        *[("", "/", "/map", "/map"), ("", "", "//map", "//map"), ("atlas", "/cities", "/cities/atlas/map", "/map")],
    ],
)
def test_a_path_is_read_below_the_address_of_the_app(
    under: Callable[[str | None], None], base: str | None, mount: str, path: str, found: str
) -> None:
    under(base)
    assert request_path({"path": path, "root_path": mount}) == found


@pytest.mark.parametrize(
    ("base", "path"), [(None, "/atlas.css"), ("", "/atlas.css"), ("/cities/", "/cities/atlas.css")]
)
def test_the_styles_are_one_file_below_the_address_of_the_app(
    under: Callable[[str | None], None], base: str | None, path: str
) -> None:
    under(base)
    styles, picture = routes()
    assert (styles.path, picture.path) == (path, path.replace("atlas.css", "preview.png"))
    got = TestClient(Starlette(routes=[styles])).get(path)
    assert got.headers["content-type"] == "text/css; charset=utf-8"
    assert got.text == head.styles()


def test_the_styles_of_the_frame_come_first_and_the_others_by_name() -> None:
    folder = ROOT / "static" / "css"
    names = sorted(file.stem for file in folder.glob("*.css"))
    starts = [head.styles().index((folder / f"{name}.css").read_text(encoding="utf-8")) for name in names]
    assert starts[names.index("frame")] == 0
    others = [start for name, start in zip(names, starts, strict=True) if name != "frame"]
    assert others == sorted(others)
    assert len(others) == len(set(others)) >= 5


def test_no_click_styles_all_of_the_page_anew() -> None:
    """Every element has a `data-testid` and most change their class: rules must not ask all elements for them.

    The skeleton alone has no class of its own (docs/decisions/008).
    """
    sheet = re.sub(r"/\*.*?\*/", "", head.styles(), flags=re.DOTALL)
    asked = re.findall(r":has\((?:[^()]|\([^()]*\))*\)", sheet)
    assert len(asked) > 10
    assert [each for each in asked if "data-testid" in each.replace('[data-testid="stSkeleton"]', "")] == []
    selectors = [each.strip() for each in re.findall(r"[^{};]+(?=\{)", sheet) if ":has(" in each or "[class*=" in each]
    assert [each for each in selectors if re.search(r"[>~+]\s*\*$", each)] == []


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        *[("br", "br"), ("gzip", "gzip"), ("GZIP , BR", "br"), ("br;q=0, gzip;q=0.5", "gzip"), ("br; q=0.0", "")],
        *[("br;q=0.01", "br"), ("identity", ""), ("", ""), ("gzip;q=0", "")],
    ],
)
def test_the_best_encoding_that_is_accepted_is_chosen(accepted: str, encoding: str) -> None:
    assert chosen_encoding(accepted) == encoding


def test_a_compressed_file_has_no_clock_in_it() -> None:
    assert compress(b"atlas", "") == b"atlas"
    packed = compress(b"atlas" * 99, "gzip")
    assert (packed[4:8], packed[8]) == (b"\0\0\0\0", 2)  # no time; the smallest it can be
    assert gzip.decompress(packed) == b"atlas" * 99


def test_a_file_is_compressed_from_the_size_at_which_it_pays() -> None:
    visitor = serve(CompressedFiles)
    assert "content-encoding" not in visitor.get("/small.js").headers
    large = visitor.get("/large.js")
    assert (large.headers["content-encoding"], large.text) == ("br", LARGE)
    assert large.headers["etag"].endswith('-br"')
    assert "-" not in visitor.get("/small.js").headers["etag"]
    assert len(visitor.get("/small.js").headers["etag"]) == 34  # half a sha256 between quotes


def test_what_a_visitor_has_already_is_not_sent_again() -> None:
    visitor = serve(CompressedFiles)
    tag = visitor.get("/large.js").headers["etag"]
    for known in (tag, f"W/{tag}", f'"other" , {tag}', "*"):
        again = visitor.get("/large.js", headers={"if-none-match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert "content-length" not in again.headers
    assert visitor.get("/large.js", headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize("layer", [CompressedFiles, LocalPages])
def test_who_asks_for_the_head_gets_it_without_a_body(layer: type[Any]) -> None:
    visitor = serve(layer)
    for path in ("/", "/missing", "/large.js"):
        whole, only = visitor.get(path), visitor.head(path)
        assert (only.status_code, only.content) == (whole.status_code, b"")
        assert only.headers["content-length"] == whole.headers["content-length"]
    assert visitor.get("/missing").text == "nothing here" * 99


def test_a_page_that_is_not_there_is_passed_on_as_it_is() -> None:
    found = serve(CompressedFiles).get("/missing")
    assert (found.status_code, found.text) == (404, "nothing here" * 99)
    assert "etag" not in found.headers


@pytest.mark.parametrize("layer", [CompressedFiles, LocalPages])
def test_what_is_sent_in_is_let_through(layer: type[Any]) -> None:
    async def echo(request: Request) -> Response:
        return HTMLResponse(await request.body(), 201)

    visitor = serve(layer, Route("/send", echo, methods=["POST", "PUT"]))
    assert visitor.post("/send", content=b"<html lang='en'>").text == "<html lang='en'>"
    assert visitor.put("/send", content=b"x").status_code == 201


def test_only_a_page_gets_our_head_and_a_validator_of_its_own() -> None:
    visitor = serve(LocalPages)
    got = visitor.get("/growth?lang=fr")
    assert got.text.startswith('<html lang="fr"')
    assert got.headers["content-language"] == "fr"
    assert "etag" not in got.headers
    assert "last-modified" not in got.headers
    for path in ("/_stcore/health", "/static/index.html", "/app/static/x.html", "/media/x.html", "/component/other/x"):
        assert visitor.get(path).text == HTML, path
    script = visitor.get("/large.js")
    assert (script.text, "content-language" in script.headers) == (LARGE, False)


@pytest.mark.parametrize("name", ["", "index.html"])
def test_the_frame_of_the_map_is_finished_in_no_language(name: str) -> None:
    got = serve(LocalPages).get(f"/component/streamlit_folium.st_folium/{name}?lang=fr")
    assert "atlas_map.css" in got.text
    assert "content-language" not in got.headers
    assert "atlas_map.css" not in serve(LocalPages).get("/component/streamlit_folium.st_folium/bundle.html").text


@pytest.mark.parametrize(
    ("query", "spoken"), [("lang=en&lang=fr", "fr"), ("lang=fr&lang=en", "en"), ("lang=tlh", "en")]
)
def test_the_last_language_of_an_address_counts(query: str, spoken: str) -> None:
    assert page.wanted_language(query.encode()) == spoken


def test_words_in_the_head_of_the_page_are_text_and_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page, "_", lambda words: f'<b>"{words}"')
    found = localise(HTML + "<noscript></noscript><!-- hostile -->", "en")
    assert "<b>" not in found
    assert "<title>&lt;b&gt;&quot;Learning Cities Atlas&quot;</title>" in found
    assert "<noscript><p>&lt;b&gt;&quot;The Atlas needs JavaScript: please switch it on.&quot;</p></noscript>" in found
    assert 'style="--map-waits: &quot;&lt;b&gt;\\&quot;The map is on its way…\\&quot;&quot;"' in found


def test_the_names_of_controls_come_as_data_in_every_language_and_end_no_element(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(page, "words_of_controls", lambda: {"en": {}, "fr": {"Open": "</script><b>Ouvrir"}})
    found = localise(HTML + "<!-- controls -->", "en")
    assert '<script id="words" type="application/json">{"en":{},"fr":{"Open":"\\u003c/script>' in found
    assert found.count("</script>") == 1


def test_an_answer_is_asked_for_whole_and_in_no_encoding() -> None:
    asked: list[dict[str, Any]] = []

    async def app(scope: dict[str, Any], _receive: object, send: Callable[[dict[str, Any]], Any]) -> None:
        asked.append(scope)
        await send({"type": "http.response.start", "status": 203, "headers": [(b"content-type", b"text/html; a=b")]})
        await send({"type": "http.response.body", "body": b"one ", "more_body": True})
        await send({"type": "http.response.debug", "body": b"not for visitors"})
        await send({"type": "http.response.body", "body": b"two"})

    sent = [(b"accept-encoding", b"br"), (b"range", b"bytes=0-1"), (b"if-none-match", b'"x"'), (b"host", b"atlas")]
    answer = asyncio.run(whole_answer(app, {"method": "HEAD", "headers": sent}, None))  # type: ignore[arg-type]
    assert (answer.status, answer.body, answer.media_type) == (203, b"one two", "text/html")
    assert asked == [{"method": "GET", "headers": [(b"host", b"atlas")]}]


def test_an_app_that_answers_nothing_is_an_error_of_the_server() -> None:
    async def silent(*_args: object) -> None:
        return None

    answer = asyncio.run(whole_answer(silent, {"method": "GET", "headers": []}, None))  # type: ignore[arg-type]
    assert (answer.status, answer.body, answer.media_type) == (500, b"", "")
    assert isinstance(answer, Answer)


def test_what_is_kept_may_be_exactly_as_much_as_there_is_room_for(monkeypatch: pytest.MonkeyPatch) -> None:
    layer = CompressedFiles(Starlette())
    layer._bodies.update({("a", "br"): b"12345", ("b", "br"): b"12345"})
    monkeypatch.setattr(compression, "_KEPT_BYTES", 10)
    layer._forget_the_oldest()
    assert [name for name, _encoding in layer._bodies] == ["a", "b"]
    monkeypatch.setattr(compression, "_KEPT_BYTES", 9)
    layer._forget_the_oldest()
    assert [name for name, _encoding in layer._bodies] == ["b"]
    monkeypatch.setattr(compression, "_KEPT_BYTES", 0)
    layer._forget_the_oldest()
    assert [name for name, _encoding in layer._bodies] == ["b"]  # what is being sent stays


@pytest.mark.parametrize(
    ("spoken", "asked", "again", "start", "words"),
    [
        ("en", [("region", "Arab States")], "?region=Arab+States", "./", "Try again"),
        ("en", [("lang", "fr")], "?lang=fr", "./?lang=fr", "Réessayer"),
        ("fr", [], "?", "./?lang=fr", "Réessayer"),
        ("fr", [("lang", "en"), ("year", "2015")], "?lang=en&amp;year=2015", "./?lang=fr", "Réessayer"),
    ],
)
def test_a_failure_speaks_the_language_in_use_or_else_that_of_the_address(
    spoken: str, asked: list[tuple[str, str]], again: str, start: str, words: str
) -> None:
    use_language(spoken)
    assert f'<a href="{again}" target="_self">{words}</a>' in failure_card(asked)
    assert f'<a href="{start}" target="_self">' in failure_card(asked)
    assert language() == ("fr" if words == "Réessayer" else "en")


def test_a_file_under_another_spelling_of_its_name_is_passed_on_and_not_kept() -> None:
    visitor = serve(CompressedFiles)
    assert "etag" in visitor.get("/large.js").headers
    for path in ("/app//large.js", "/_stcore/large.js", "/media/large.js"):
        assert "etag" not in visitor.get(path).headers, path
    assert "etag" not in visitor.get("/large.js", headers={"range": "bytes=0-1"}).headers


def test_the_members_for_the_map_are_a_file_and_pages_may_say_how_long_they_keep() -> None:
    async def members(_request: Request) -> Response:
        return Response(LARGE, media_type="application/json", headers={"cache-control": "no-store"})

    visitor = serve(CompressedFiles, Route("/media/abc.json", members))
    got = visitor.get("/media/abc.json")
    assert (got.headers["content-encoding"], got.headers["cache-control"]) == ("br", "no-store")
    assert visitor.get("/large.js").headers["cache-control"] == "public, no-cache"
    assert visitor.get("/static/js/index.DormvYxC.js").headers["cache-control"].endswith("immutable")
    assert visitor.get("/static/js/index.DormvYxC").headers["cache-control"] == "public, no-cache"


def test_a_failure_is_drawn_with_the_address_it_happened_at_and_ends_there(monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    class Address(dict[str, list[str]]):
        def get_all(self, name: str) -> list[str]:
            return self[name]

    monkeypatch.setattr(st, "html", drawn.append)
    monkeypatch.setattr(st, "query_params", Address(region=["Africa", "Arab States"], lang=["fr"]))
    assert show_error(ValueError("inside")) is True
    (card,) = drawn
    assert 'href="?region=Africa&amp;region=Arab+States&amp;lang=fr"' in card
    assert "inside" not in card


def test_a_page_is_compressed_and_not_kept_since_every_address_has_its_own() -> None:
    async def app(request: Request) -> Response:
        return HTMLResponse(HTML)

    layer = CompressedFiles(LocalPages(Starlette(routes=[Route("/{path:path}", app)])))
    visitor = TestClient(layer)
    tags = set()
    for country in ("KOR", "FRA"):
        got = visitor.get(f"/map?country={country}", headers={"accept-encoding": "br"})
        assert (got.headers["content-encoding"], 'id="root"' in got.text) == ("br", True)
        tags.add(got.headers["etag"])
    assert len(tags) == 2
    assert not layer._bodies


def test_the_head_of_a_page_speaks_of_its_address_and_the_panel_comes_along() -> None:
    got = serve(LocalPages).get("/place?country=KEN&lang=fr&utm=x", headers={"host": "atlas.example"})
    assert "au Kenya · Atlas des villes apprenantes</title>" in got.text
    assert '<meta property="og:url" content="http://atlas.example/place?country=KEN&amp;lang=fr" />' in got.text
    assert got.text.count("<title>") == 1
    body = got.text[got.text.index("<body>") :]
    assert body.count("<template data-share=") == 2
    assert body.index("</template>") < body.index('<div id="root">')


def test_a_page_is_sent_also_when_the_data_cannot_be_read(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ATLAS_DATA_DIR", str(tmp_path))
    got = serve(LocalPages).get("/map?lang=fr")
    assert got.status_code == 200
    assert "<title>Atlas des villes apprenantes</title>" in got.text
    assert "og:title" not in got.text
