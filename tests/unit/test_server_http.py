"""The server round the app: what is sent, how, and under which rules."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

import brotli
import pytest
import streamlit as st
import streamlit_folium
from starlette.applications import Starlette
from starlette.responses import FileResponse, HTMLResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient

from atlas.server import compression
from atlas.server.app import layers
from atlas.server.bundles import EVERY_PAGE, files_of
from atlas.server.page import localise, map_frame

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.websockets import WebSocket

STATIC = Path(st.__file__).parent / "static"
PAGE = (STATIC / "index.html").read_text(encoding="utf-8")
FRAME = Path(streamlit_folium.__file__).parent / "frontend" / "build" / "index.html"
BUNDLE = b"export const regions = ['Africa', 'Arab States'];\n" * 400
FONT = bytes(range(256)) * 8


class Files:
    """A Streamlit of our own: it counts what it is asked for, and its files can change."""

    def __init__(self, folder: Path) -> None:
        self.script = folder / "map.js"
        self.script.write_bytes(BUNDLE)
        self.asked: list[str] = []
        self.html = PAGE
        self.app = Starlette(
            middleware=layers(),
            routes=[
                Route("/static/js/index.DormvYxC.js", self.bundle),
                Route("/app/static/map/map.js", self.ours),
                Route("/app/static/fonts/face.woff2", self.font),
                Route("/media/abc.csv", self.download),
                Route("/component/streamlit_folium.st_folium/index.html", self.frame),
                WebSocketRoute("/_stcore/stream", self.stream),
                Route("/{page:path}", self.page),
            ],
        )

    async def bundle(self, request: Request) -> Response:
        self.asked.append(request.url.path)
        return Response(BUNDLE, media_type="application/javascript", headers={"etag": '"streamlit"'})

    async def ours(self, request: Request) -> Response:
        self.asked.append(request.url.path)
        return FileResponse(self.script, media_type="application/javascript")

    async def font(self, _request: Request) -> Response:
        return Response(FONT, media_type="font/woff2")

    async def download(self, request: Request) -> Response:
        return PlainTextResponse("name\n" * 500, headers={"x-encoding-asked": request.headers["accept-encoding"]})

    async def frame(self, _request: Request) -> Response:
        return FileResponse(FRAME)

    async def page(self, _request: Request) -> Response:
        return HTMLResponse(self.html, headers={"cache-control": "no-cache"})

    async def stream(self, socket: WebSocket) -> None:
        await socket.accept()
        await socket.send_text(await socket.receive_text())
        await socket.close()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
def client(files: Files) -> TestClient:
    return TestClient(files.app)


def _raw(client: TestClient, path: str, **headers: str) -> tuple[Response, bytes]:
    """Return an answer with its body as it went over the wire."""
    with client.stream("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()}) as got:
        return got, b"".join(got.iter_raw())  # type: ignore[return-value]


def test_a_bundle_is_compressed_as_the_visitor_accepts_and_is_whole(client: TestClient) -> None:
    path = "/static/js/index.DormvYxC.js"
    got, body = _raw(client, path, accept_encoding="gzip, deflate, br")
    assert (got.headers["content-encoding"], int(got.headers["content-length"])) == ("br", len(body))
    assert len(body) < 200
    assert brotli.decompress(body) == BUNDLE
    got, body = _raw(client, path, accept_encoding="gzip")
    assert got.headers["content-encoding"] == "gzip"
    assert gzip.decompress(body) == BUNDLE
    got, body = _raw(client, path, accept_encoding="identity")
    assert "content-encoding" not in got.headers
    assert body == BUNDLE
    assert got.headers["vary"] == "Accept-Encoding"


def test_a_bundle_with_a_hash_in_its_name_is_read_once_and_kept_for_a_year(files: Files, client: TestClient) -> None:
    for _ in range(3):
        got = client.get("/static/js/index.DormvYxC.js")
    assert got.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert files.asked == ["/static/js/index.DormvYxC.js"]


def test_a_file_of_ours_is_asked_for_again_and_only_sent_when_it_changed(
    files: Files, client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    compressed: list[str] = []

    def counting(body: bytes, encoding: str) -> bytes:
        compressed.append(encoding)
        return body[:9]

    monkeypatch.setattr(compression, "compress", counting)
    first = client.head("/app/static/map/map.js")
    assert first.headers["cache-control"] == "public, no-cache"
    tag = first.headers["etag"]
    again = client.get("/app/static/map/map.js", headers={"if-none-match": f'"other", W/{tag}'})
    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert "content-encoding" not in again.headers
    assert len(compressed) == 1
    files.script.write_bytes(BUNDLE + b"// changed")
    changed = client.head("/app/static/map/map.js", headers={"if-none-match": tag})
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag
    assert len(compressed) == 2


def test_a_font_is_kept_for_a_week_and_not_compressed_twice(client: TestClient) -> None:
    got, body = _raw(client, "/app/static/fonts/face.woff2", accept_encoding="br")
    assert (got.headers["cache-control"], body) == ("public, max-age=604800", FONT)
    assert "content-encoding" not in got.headers


def test_downloads_parts_of_files_and_messages_are_left_alone(client: TestClient) -> None:
    got = client.get("/media/abc.csv", headers={"accept-encoding": "br"})
    assert (got.headers["x-encoding-asked"], got.text[:5]) == ("br", "name\n")
    part = client.get("/app/static/map/map.js", headers={"range": "bytes=0-5"})
    assert (part.status_code, part.content) == (206, b"export")
    with client.websocket_connect("/_stcore/stream") as socket:
        socket.send_text("click")
        assert socket.receive_text() == "click"


def test_a_page_that_stands_in_for_a_missing_file_is_not_kept(files: Files, client: TestClient) -> None:
    assert client.get("/static/js/index.AAAAAAAA.js").headers["cache-control"] == "no-cache"
    files.html = "<p>another release</p>"
    assert client.get("/static/js/index.AAAAAAAA.js").text == "<p>another release</p>"


def test_what_is_kept_has_a_limit(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(compression, "_KEPT_BYTES", 150)
    files = Files(tmp_path)
    client = TestClient(files.app)
    for number in range(5):
        files.script.write_bytes(BUNDLE + str(number).encode())
        assert client.get("/app/static/map/map.js").content.endswith(str(number).encode())
    kept = _layer(files.app, compression.CompressedFiles)._bodies
    assert 1 <= len(kept) <= 2


def _layer(app: Starlette, kind: type[compression.CompressedFiles]) -> compression.CompressedFiles:
    layer = app.middleware_stack
    while not isinstance(layer, kind):
        layer = layer.app if hasattr(layer, "app") else layer._app  # type: ignore[union-attr]
    return layer


@pytest.mark.parametrize(
    ("address", "language"),
    [("/", "en"), ("/?lang=fr", "fr"), ("/map?region=Africa&lang=fr", "fr"), ("/?lang=xx", "en"), ("/?lang=", "en")],
)
def test_the_page_is_in_the_language_of_its_address(client: TestClient, address: str, language: str) -> None:
    got = client.get(address)
    assert f'<html lang="{language}" dir="ltr" data-languages="en:ltr fr:ltr' in got.text
    assert (got.headers["content-language"], got.headers["cache-control"]) == (language, "no-cache")
    again = client.get(address, headers={"if-none-match": got.headers["etag"]})
    assert again.status_code == 304


def test_two_languages_of_a_page_are_two_contents(client: TestClient) -> None:
    assert client.get("/").headers["etag"] != client.get("/?lang=fr").headers["etag"]


def test_the_installed_streamlit_has_every_place_that_we_change() -> None:
    html = localise(PAGE, "fr")
    assert "<title>Atlas des villes apprenantes</title>" in html
    assert "SourceSans" not in html
    assert html.count("<script>") == 1
    assert html.index("prerenderReady") < html.index('type="module"')
    assert html.index("atlas.css") > html.index("<body>")
    words = html.partition('<script id="words" type="application/json">')[2].partition("</script>")[0]
    assert json.loads(words)["fr"]["Clear all"] == "Tout effacer"
    assert "<noscript><p>L’Atlas a besoin de JavaScript" in html
    assert 'href="./app/static/icon.svg"' in html


def test_bundles_that_every_page_needs_are_named_once_with_what_they_import() -> None:
    files = files_of(EVERY_PAGE)
    manifest = json.loads((STATIC / "manifest.json").read_text(encoding="utf-8"))
    for name in EVERY_PAGE:
        assert any(Path(file).name.startswith(f"{name}.") for file in files), name
    assert all((STATIC / file).exists() for file in files)
    html = localise(PAGE, "en")
    assert all(html.count(f'="./{file}"') == 1 for file in files)
    multiselect = next(each for each in manifest.values() if each.get("name") == "Multiselect")
    assert {manifest[key]["file"] for key in multiselect["imports"]} <= set(files)


def test_the_frame_of_the_map_has_its_styles_where_they_are_not_written_anew() -> None:
    html = map_frame(FRAME.read_text(encoding="utf-8"))
    body = html[html.index("<body>") :]
    assert '<link rel="stylesheet" href="../../app/static/map/atlas_map.css">' in body
    assert body.count('rel="preload"') == 9


def test_every_answer_says_what_may_be_done_with_it(client: TestClient) -> None:
    for path in (
        "/",
        "/static/js/index.DormvYxC.js",
        "/media/abc.csv",
        "/component/streamlit_folium.st_folium/index.html",
    ):
        headers = client.get(path).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "strict-origin-when-cross-origin"
        assert "geolocation=()" in headers["permissions-policy"]
        assert "frame-ancestors 'self'" in headers["content-security-policy"]


def _directive(policy: str, name: str) -> str:
    return next(each for each in policy.split("; ") if each.startswith(name + " "))


def test_only_the_frame_of_the_map_may_write_scripts_and_fetch_the_street_map(client: TestClient) -> None:
    page = client.get("/").headers["content-security-policy"]
    frame = client.get("/component/streamlit_folium.st_folium/index.html").headers["content-security-policy"]
    script = client.get("/").text.partition("<script>")[2].partition("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert _directive(page, "script-src") == f"script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-{digest}'"
    assert _directive(frame, "script-src") == "script-src 'self' 'unsafe-inline' 'unsafe-eval'"
    assert "openstreetmap" not in page
    assert _directive(frame, "img-src").endswith(" https://tile.openstreetmap.org")
    assert "http" not in frame.replace("https://tile.openstreetmap.org", "")


@pytest.mark.parametrize(
    ("said", "may"),
    [
        ("", ""),
        (" ", ""),
        ("https://city.example, https://*.example.org", " https://city.example https://*.example.org"),
        ("*", " *"),
        ("https://city.example; script-src *", " https://city.example script-src *"),
    ],
)
def test_the_operator_says_who_may_show_the_app_in_a_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, said: str, may: str
) -> None:
    monkeypatch.setenv("ATLAS_FRAME_ANCESTORS", said)
    client = TestClient(Files(tmp_path).app)
    for path in ("/map?embed=true", "/component/streamlit_folium.st_folium/index.html"):
        assert client.get(path).headers["content-security-policy"].endswith(f"; frame-ancestors 'self'{may}")
