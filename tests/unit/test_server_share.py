"""The panel "Share" as it comes with the page."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

import pytest

from atlas.server.share import ancestors, share_panel
from atlas.ui.frame.pages import PAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION = "2020-03-01+tiny"


@pytest.fixture(autouse=True)
def _made_anew() -> Iterator[None]:
    share_panel.cache_clear()
    yield
    share_panel.cache_clear()


def _panels(*allowed: str) -> dict[str, str]:
    """Return the panel of each language."""
    return dict(re.findall(r'<template data-share="(\w+)">(.*?)</template>', share_panel(VERSION, allowed), re.DOTALL))


def _said(panel: str, name: str) -> str:
    found = re.search(rf'data-{name}="([^"]*)"', panel)
    assert found
    return unescape(found[1])


def test_there_is_one_panel_per_language_and_it_shows_nothing_by_itself() -> None:
    panels = _panels()
    assert list(panels) == ["en", "fr"]
    assert "Copy link" in panels["en"]
    assert "Copier le lien" in panels["fr"]
    assert " open" not in re.sub(r'"[^"]*"', "", re.search(r"<dialog[^>]*>", panels["en"])[0])  # type: ignore[index]


def test_every_field_has_a_label_and_a_button_that_says_what_it_copied() -> None:
    panel = _panels()["en"]
    assert re.findall(r'<label for="share-(\w+)">(.*?)</label>', panel) == [
        ("link", "Link to this view"), ("embed", "Code that shows the map on another page"), ("citation", "Citation"),
    ]  # fmt: skip
    assert re.findall(r'data-copied="(.*?)">(.*?)</button>', panel) == [
        ("Link copied", "Copy link"), ("Code copied", "Copy code"), ("Citation copied", "Copy citation"),
    ]  # fmt: skip
    assert len(re.findall(r"<textarea [^>]* readonly ", panel)) == 3
    assert '<p class="said" role="status"></p>' in panel


def test_the_citation_waits_for_address_and_day_which_only_the_browser_knows() -> None:
    panels = _panels()
    assert _said(panels["en"], "citation").endswith(
        "Data version 2020-03-01+tiny of 1 March 2020. Licence CC BY 4.0. Retrieved on {date} from {address}"
    )
    assert "{date}" in _said(panels["fr"], "citation")
    assert "{address}" in _said(panels["fr"], "citation")
    assert [_said(panel, "locale") for panel in panels.values()] == ["en-GB", "fr"]
    assert [_said(panel, "first") for panel in panels.values()] == ["1", "1er"]


def test_the_code_is_for_pages_with_a_map_and_carries_filters_and_city() -> None:
    panel = _panels()["en"]
    assert _said(panel, "maps").split() == ["overview", "map", "place"]
    assert PAGES[_said(panel, "map")].embeddable
    assert _said(panel, "carried") == "region country year focus sdg kind size award evidence city"


@pytest.mark.parametrize(
    ("allowed", "text"),
    [
        ((), "This copy of the Atlas can be shown on its own site only"),
        (("https://city.example",), "Sites that may show it: https://city.example."),
        (("https://a.example", "https://b.example"), "Sites that may show it: https://a.example and https://b.example."),
        (("<b>",), "Sites that may show it: &lt;b&gt;."),
    ],
)  # fmt: skip
def test_who_may_show_it_is_said(allowed: tuple[str, ...], text: str) -> None:
    assert text in _panels(*allowed)["en"]


def test_where_everybody_may_nothing_needs_to_be_said() -> None:
    panel = _panels("*")["en"]
    assert "may show it" not in panel
    assert "its own site only" not in panel


@pytest.mark.parametrize(
    ("said", "sites"),
    [("", ()), ("*", ("*",)), (" https://a.example,https://b.example ; ", ("https://a.example", "https://b.example"))],
)
def test_sites_are_read_from_the_environment(
    monkeypatch: pytest.MonkeyPatch, said: str, sites: tuple[str, ...]
) -> None:
    monkeypatch.setenv("ATLAS_FRAME_ANCESTORS", said)
    assert ancestors() == sites
