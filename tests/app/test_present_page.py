"""The page of the talk: whose story it is, what the script gets, and what is said where there is nothing to tell."""

from __future__ import annotations

from typing import Any

import pytest

from atlas.ui.present import page
from tests.app.driver import downloads_of, heading_of, html_of, open_page, prose_of

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture
def given(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Return what the script of the talk is given, run by run."""
    runs: list[dict[str, Any]] = []

    def mount(key: str, data: dict[str, Any]) -> None:
        assert key == "talk"
        runs.append(data)

    monkeypatch.setattr(page, "scripted", lambda _name, _path: mount)
    return runs


@pytest.mark.parametrize(
    ("query", "title", "first"),
    [
        ({}, "Present: UNESCO Global Network of Learning Cities", "title"),
        ({"country": "KOR", "lang": "fr"}, "Présenter\u202f: République de Corée", "title"),
        ({"year": "2017"}, "Present: Year of joining: 2017", "title"),
    ],
)
def test_the_story_is_that_of_the_filters_and_speaks_the_language(
    given: list[dict[str, Any]], query: dict[str, str], title: str, first: str
) -> None:
    app = open_page("present", **query)
    assert heading_of(app) == title
    (data,) = given
    assert data["steps"][0]["code"] == first
    assert all(f'data-code="{step["code"]}"' in data["html"] for step in data["steps"])
    assert data["words"]["place"] == ("{number} sur {all}" if "lang" in query else "{number} of {all}")
    assert len(downloads_of(app)) == 2  # hand-out and kit


def test_what_the_story_does_without_is_said(given: list[dict[str, Any]]) -> None:
    html = html_of(open_page("present", country="KOR"))
    assert [each["title"] for each in given[0]["left_out"]] == ["Award winners"]
    assert "<b>Award winners</b>: None of these members" in html


def test_nobody_to_tell_of_is_a_sentence_and_a_way_back(given: list[dict[str, Any]]) -> None:
    app = open_page("present", region="Africa", country="KOR")
    assert given == []
    assert "Without the filter “Region”, 3 members would be shown." in prose_of(app)
