"""The about page: contents, numbers from the data, disclaimer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas import credits
from atlas.summaries.gaps import summarise_missing
from atlas.words import about as words
from tests.app.driver import open_page, prose_of

if TYPE_CHECKING:
    from streamlit.testing.v1 import AppTest

    from atlas.model import Network

pytestmark = pytest.mark.usefixtures("tiny_app")


@pytest.fixture(scope="module")
def opened(tiny_app: None) -> AppTest:
    """Return the page, for tests that only read it."""
    return open_page("about")


def test_every_section_is_there_and_in_the_contents(opened: AppTest) -> None:
    assert [each.value for each in opened.header] == list(words.SECTIONS.values())
    for anchor in words.SECTIONS:
        assert f"(#{anchor})" in prose_of(opened)


def test_the_gaps_are_counted_in_the_data(opened: AppTest) -> None:
    text = prose_of(opened)
    assert "2 members have no year of joining" in text
    assert "For 4 members no statement" in text
    assert "2 members rest on copies" in text


def test_gaps_that_are_closed_are_not_mentioned(tiny: Network) -> None:
    complete = tiny.only(tiny.cities.index[tiny.cities["joined_year"].notna()])
    assert not any("year of joining" in each for each in words.gaps(summarise_missing(complete), complete))


def test_numbers_are_those_of_the_whole_network_whatever_the_filters_say(opened: AppTest) -> None:
    african = prose_of(open_page("about", region="Africa"))
    assert african.replace("?region=Africa", "") == prose_of(opened)
    assert "(data?region=Africa#tables)" in african  # the links carry the filters
    assert "(data?region=Africa)" in african


def test_disclaimer_and_independence_are_said(opened: AppTest) -> None:
    text = prose_of(opened)
    assert credits.map_disclaimer() in text
    assert credits.independence() in text


def test_every_precision_and_kind_in_the_data_is_explained(network: Network) -> None:
    assert set(network.cities["precision"].astype(str)) <= set(words.PRECISIONS)
    assert set(network.cities["kind"].astype(str)) <= set(words.KINDS)


def test_pins_and_kinds_are_counted(opened: AppTest) -> None:
    pins, kinds = (each.value["Members"].astype(int).tolist() for each in opened.table if "Members" in each.value)
    assert pins == [5, 2, 1, 1, 1]
    assert kinds == [6, 2, 1, 1]
