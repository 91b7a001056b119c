"""The data page: counts, search, choice of columns, downloads."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from atlas.load import load_network
from atlas.model import Network
from atlas.selection import Selection, select
from atlas.tables import column_heading
from atlas.ui.frame import keys

PAGE = str(Path(__file__).parents[2] / "pages" / "data.py")
ROUTER = str(Path(__file__).parents[2] / "dashboard.py")


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network()


def open_page(**query: str | list[str]) -> AppTest:
    at = AppTest.from_file(ROUTER, default_timeout=30)
    at.query_params.update(query)
    at.switch_page(PAGE).run()
    assert not at.exception
    return at


def text_of(at: AppTest) -> str:
    return " ".join(str(each.proto.body) for each in at.get("html")) + " ".join(each.value for each in at.markdown)


def downloads_of(at: AppTest) -> list[str]:
    return [each.proto.label for each in at.get("download_button")]


def test_all_members_are_shown_with_their_sources(network: Network) -> None:
    at = open_page()
    table = at.dataframe[0].value
    assert len(table) == len(network)
    assert column_heading("site") in table
    assert f"{len(network)} members shown" in text_of(at)
    assert downloads_of(at)[:2] == [f"All {len(network)} rows as CSV", f"All {len(network)} rows as GeoJSON"]


def test_filters_of_the_link_apply_to_table_count_and_downloads(network: Network) -> None:
    shown = select(network, Selection(region=("Africa",)))
    at = open_page(region="Africa")
    assert len(at.dataframe[0].value) == len(shown)
    assert f"{len(shown)} members shown" in text_of(at)
    assert downloads_of(at)[0] == f"{len(shown)} shown rows as CSV"
    assert len(at.dataframe[1].value) == len(shown.focus)


def test_the_search_of_the_link_narrows_the_table_and_stays_in_the_link() -> None:
    at = open_page(q="bouake")
    assert at.dataframe[0].value[column_heading("city")].tolist() == ["Bouaké"]
    assert at.query_params[keys.QUERY] in ("bouake", ["bouake"])


def test_search_and_filters_go_together() -> None:
    at = open_page(region="Africa")
    at.text_input(key=keys.QUERY).set_value("부산").run()
    assert not at.exception
    assert "0 members shown" in text_of(at)
    assert "No member found" in [each.value for each in at.subheader]


def test_clearing_the_search_brings_every_member_back(network: Network) -> None:
    at = open_page(q="zzqx")
    at.button(key="clear_search").click().run()
    assert not at.exception
    assert len(at.dataframe[0].value) == len(network)
    assert keys.QUERY not in at.query_params


def test_filters_that_leave_nothing_say_which_one_to_loosen() -> None:
    at = open_page(region="Africa", country="KOR")
    assert "No member fits all filters" in [each.value for each in at.subheader]
    assert not any("shown" in label for label in downloads_of(at))


def test_columns_can_be_chosen() -> None:
    at = open_page()
    at.get("button_group")
    at.session_state[keys.COLUMNS] = ["city", "focus", "award", "population"]
    at.run()
    assert not at.exception
    chosen = ("city", "population", "focus", "award")
    first, *rest = (column_heading(code) for code in chosen)
    assert list(at.dataframe[0].value.columns) == [first, "Page of the city", *rest]


@pytest.mark.parametrize("name", ["awards", "milestones", "events", "theme_to_sdg", "clusters", "not_members"])
def test_other_tables_can_be_looked_at(network: Network, name: str) -> None:
    at = open_page()
    at.session_state[keys.OTHER_TABLE] = name
    at.run()
    assert not at.exception
    assert len(at.dataframe[1].value) == len(getattr(network, name))


def test_the_citation_names_the_version(network: Network) -> None:
    assert network.version in open_page().code[0].value


def test_the_page_speaks_french_without_a_fault() -> None:
    open_page(lang="fr", region="Africa")
