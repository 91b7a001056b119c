"""The about page: contents, numbers from the data, disclaimer."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from atlas import credits
from atlas.load import load_network
from atlas.model import Network
from atlas.summaries.gaps import summarise_missing, summarise_values
from atlas.words import about as about_text

PAGE = str(Path(__file__).parents[2] / "pages" / "about.py")
ROUTER = str(Path(__file__).parents[2] / "dashboard.py")


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network()


def open_page(**query: str) -> AppTest:
    at = AppTest.from_file(ROUTER, default_timeout=30)
    at.query_params.update(query)
    at.switch_page(PAGE).run()
    assert not at.exception
    return at


def prose(at: AppTest) -> str:
    return "\n".join(each.value for each in at.markdown)


def test_every_section_is_there_and_in_the_contents() -> None:
    at = open_page()
    assert [each.value for each in at.header] == list(about_text.SECTIONS.values())
    for anchor in about_text.SECTIONS:
        assert f"(#{anchor})" in prose(at)


def test_the_gaps_are_counted_in_the_data(network: Network) -> None:
    found = summarise_missing(network)
    text = prose(open_page())
    assert f"{found.without_year} members have no year of joining" in text
    assert f"For {found.without_focus} members no statement" in text
    assert f"{found.mirrored} members rest on copies" in text


def test_gaps_that_are_closed_are_not_mentioned(network: Network) -> None:
    complete = network.only(network.cities.index[network.cities["joined_year"].notna()])
    assert not any("year of joining" in each for each in about_text.gaps(summarise_missing(complete), complete))


def test_numbers_are_those_of_the_whole_network_whatever_the_filters_say() -> None:
    assert prose(open_page(region="Africa")) == prose(open_page())


def test_disclaimer_and_independence_are_said() -> None:
    text = prose(open_page())
    assert credits.map_disclaimer() in text
    assert credits.independence() in text


def test_every_precision_and_kind_in_the_data_is_explained(network: Network) -> None:
    assert set(summarise_values(network.cities["precision"])) <= set(about_text.PRECISIONS)
    assert set(summarise_values(network.cities["kind"])) <= set(about_text.KINDS)


def test_pins_and_kinds_add_up_to_all_members(network: Network) -> None:
    tables = [each.value for each in open_page().table]
    counted = [table for table in tables if "Members" in table]
    assert [table["Members"].astype(int).sum() for table in counted] == [len(network)] * 2
