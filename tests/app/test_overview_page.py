"""The overview: every number comes out of the data, whatever is filtered."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from streamlit.testing.v1 import AppTest

from tests.app.tables import open_tables

if TYPE_CHECKING:
    from atlas.model import Network

ROOT = Path(__file__).resolve().parents[2]


def _open(**query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.query_params.update(query)
    app.run()
    assert not app.exception
    return app


def _html(app: AppTest) -> str:
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def _figures(app: AppTest) -> list[int]:
    return [int(value) for value in re.findall(r"<li><b>(\d+)</b>", _html(app))]


def test_the_numbers_are_those_of_the_data(network: Network) -> None:
    dated = int(network.cities["joined_year"].notna().sum())
    first, years, _stated, placed = _figures(_open())
    assert (first, years, placed) == (len(network), dated, int(network.cities["lat"].notna().sum()))


def test_the_numbers_follow_the_filters(network: Network) -> None:
    assert _figures(_open(region="Africa"))[0] == int((network.cities["region"] == "Africa").sum())


def test_the_newest_cohort_is_named_completely(network: Network) -> None:
    html = _html(_open())
    for name in network.cities.loc[network.cities["joined_year"] == 2025, "display_name"]:
        assert name in html


def test_the_line_says_in_words_what_it_shows_and_has_a_table(network: Network) -> None:
    app = open_tables(_open())
    line = next(each.value for each in app.markdown if "spark" in each.value)
    assert 'role="img"' in line
    assert str(network.coverage.announced) in re.findall(r'aria-label="([^"]+)"', line)[0]
    assert len(app.dataframe) == 2  # the members, and the counts


def test_an_empty_result_offers_a_way_back() -> None:
    app = _open(region="Africa", country="KOR")
    assert "No member fits all filters" in [each.value for each in app.subheader]
    app.button(key="reset_empty").click().run()
    assert _figures(app)
