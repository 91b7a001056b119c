"""Tables as people read them."""

from dataclasses import replace

import pandas as pd
import pytest

from atlas.facts import FACTS, fact_heading, fact_table
from atlas.load import load_network
from atlas.model import Network
from atlas.tables import COLUMNS, DEFAULT, LINKS, column_heading, member_table, worded
from atlas.wording import country_name


@pytest.fixture(scope="module")
def network() -> Network:
    return load_network()


def test_a_table_has_a_row_per_member_and_a_column_per_name(network: Network) -> None:
    table = member_table(network.cities)
    assert list(table.index) == list(network.cities.index)
    assert list(table.columns) == [column_heading(name) for name in DEFAULT]


def test_headings_of_members_are_distinct() -> None:
    headings = [column_heading(name) for name in COLUMNS]
    assert len(set(headings)) == len(headings)


@pytest.mark.parametrize("name", FACTS)
def test_headings_of_the_other_tables_are_distinct(name: str) -> None:
    headings = [fact_heading(name, field) for field in FACTS[name]]
    assert len(set(headings)) == len(headings)


def test_countries_bear_their_short_names(network: Network) -> None:
    table = member_table(network.cities, ["iso3"])
    assert table[column_heading("iso3")].tolist() == [country_name(code) for code in network.cities["iso3"]]


def test_unknown_years_and_populations_stay_missing_numbers(network: Network) -> None:
    unknown = ("joined_year", "population", "population_geonames")
    table = member_table(network.cities, unknown)
    for field in unknown:
        column = table[column_heading(field)]
        assert str(column.dtype) == "Int64"
        assert column.isna().sum() == network.cities[field].isna().sum() > 0


def test_copies_of_pages_are_named_but_not_linked(network: Network) -> None:
    copies = network.cities[network.cities["source_mirror"]]
    table = member_table(copies, ["source_url", "site"])
    assert len(copies)
    assert set(table[column_heading("source_url")]) == {""}
    assert set(table[column_heading("site")]) == {"copy of a UNESCO page, not linked"}


def test_links_are_addresses_or_empty(network: Network) -> None:
    for name in LINKS:
        links = member_table(network.cities, [name])[column_heading(name)]
        assert links[links != ""].str.match(r"https?://").all()


def test_sites_are_hosts_without_www(network: Network) -> None:
    odd = network.cities.head(2).assign(
        source_url=["https://www.example.org:8080/a?b=c", "http://x.test"], source_mirror=False
    )
    assert member_table(odd, ["site"])[column_heading("site")].tolist() == ["example.org", "x.test"]


def test_stated_focus_is_in_words_and_says_when_there_is_none(network: Network) -> None:
    texts = member_table(network.cities, ["stated_focus"], network=network)[column_heading("stated_focus")]
    without = network.cities.index.difference(network.focus["city_id"])
    assert set(texts[without]) == {"no statement found"}
    assert (texts == "no statement found").sum() == len(without)
    assert not texts.str.contains("cluster:").any()


def test_focus_needs_the_network(network: Network) -> None:
    with pytest.raises(ValueError, match="stated_focus"):
        member_table(network.cities, ["stated_focus"])


def test_no_member_makes_an_empty_table_with_headings(network: Network) -> None:
    none = network.only(network.cities.index[:0])
    assert list(member_table(none.cities, list(COLUMNS), network=none).columns) == list(map(column_heading, COLUMNS))


@pytest.mark.parametrize("name", FACTS)
def test_every_other_table_keeps_its_rows(network: Network, name: str) -> None:
    table = fact_table(network, name)
    assert len(table) == len(getattr(network, name)) > 0
    assert not table.select_dtypes(["object", "str"]).isna().any(axis=None)


@pytest.mark.parametrize("name", FACTS)
def test_other_tables_can_be_empty(network: Network, name: str) -> None:
    empty = replace(network, **{name: getattr(network, name).head(0)})
    assert list(fact_table(empty, name).columns) == [fact_heading(name, field) for field in FACTS[name]]


def test_copies_behind_statements_are_not_linked(network: Network) -> None:
    table = fact_table(network, "focus")
    assert (table[fact_heading("focus", "source_url")] == "").sum() == network.focus["mirror"].sum() > 0


def test_member_states_say_how_many_members_are_listed(network: Network) -> None:
    assert fact_table(network, "member_states")[fact_heading("member_states", "members")].sum() == len(network)


def test_a_value_is_put_into_words_once_however_many_rows_have_it() -> None:
    asked: list[str] = []

    def word(text: str) -> str:
        asked.append(text)
        return text.upper()

    texts = worded(pd.Series(["a", "b", "a", None] * 10_000), word)
    assert sorted(asked) == ["", "a", "b"]
    assert texts.head(4).tolist() == ["A", "B", "A", ""]
