"""Every page with the committed data, as the visitors get it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.ui.frame.pages import PAGES
from tests.app.driver import heading_of, html_of, open_page, shown_in

if TYPE_CHECKING:
    from atlas.model import Network


@pytest.mark.parametrize("stem", PAGES)
def test_every_page_opens_in_french(stem: str, network: Network) -> None:
    app = open_page(stem, lang="fr")
    assert heading_of(app)
    assert network.version in html_of(app)


@pytest.mark.parametrize("stem", ["focus", "growth", "map"])
def test_the_members_shown_are_all_members(stem: str, network: Network) -> None:
    assert shown_in(open_page(stem)) == len(network)


@pytest.mark.parametrize("query", [{"sdg": "7"}, {"year": "unknown"}, {"focus": "cluster:esd"}, {"award": "2015"}])
def test_charts_are_drawn_for_few_members_too(query: dict[str, str]) -> None:
    assert open_page("focus", **query).get("plotly_chart")
    assert len(open_page("growth", **query).get("plotly_chart")) == 5


def test_members_with_and_without_a_position_have_a_page(network: Network) -> None:
    for city_id in network.cities.sort_values("lat", na_position="first").index[:2]:
        assert heading_of(open_page("city", city=city_id)) == network.cities.loc[city_id, "display_name"]
