"""Hand-out and kit are offered where people look at the network, a place or a choice, and made of what they see."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from atlas.ui.parts import downloads
from tests.app.driver import downloads_of, open_page

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("tiny_app")

LABELS = {"Hand-out (HTML, to print)", "Offline kit (HTML, works without internet)"}


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Return what the files of the page hold, by their names: each is made as if it were clicked."""
    files: dict[str, str] = {}

    def make_at_once(_label: str, file_name: str, make: Callable[[], bytes], **_settings: Any) -> None:
        if "handout" in file_name or "kit" in file_name:
            files[file_name] = make().decode()

    monkeypatch.setattr(downloads, "show_download", make_at_once)
    return files


@pytest.mark.parametrize(
    ("page", "query", "name", "title"),
    [
        ("overview", {}, "all", "UNESCO Global Network of Learning Cities"),
        ("map", {"year": "2017"}, "year-2017", "Year of joining: 2017"),
        ("place", {"country": "KOR"}, "country-kor", "Republic of Korea"),
        ("place", {"region": "Africa", "lang": "fr"}, "region-africa", "Afrique"),
    ],
)
def test_hand_out_and_kit_are_about_what_is_shown(
    made: dict[str, str], page: str, query: dict[str, str], name: str, title: str
) -> None:
    open_page(page, **query)
    for kind in ("handout", "kit"):
        assert f"<h1>{title}</h1>" in made[f"learning-cities-atlas_2020-03-01_{kind}_{name}.html"]


@pytest.mark.parametrize("page", ["overview", "map", "place"])
def test_there_are_none_about_nobody(page: str) -> None:
    assert not LABELS & set(downloads_of(open_page(page, country="KOR", year="2015")))
    assert set(downloads_of(open_page(page, country="KOR"))) >= LABELS
