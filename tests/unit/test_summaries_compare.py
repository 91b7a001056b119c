"""What is compared: links read with their mistakes, and numbers of each thing on the same scales."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.model import REGIONS, UNKNOWN_YEAR, Network
from atlas.selection import Selection, select
from atlas.summaries import compare
from atlas.summaries.compare import Thing
from atlas.words import compare as words
from atlas.words.compare_facts import fact_table

LARISSA, YEONSU = Thing("city", "larissa-grc"), Thing("city", "yeonsu-gu-kor")
KOREA, AFRICA = Thing("country", "KOR"), Thing("region", "Africa")
ALL = (LARISSA, YEONSU, KOREA, AFRICA)


@pytest.fixture
def strong(network: Network) -> Network:
    return select(network, Selection())


@pytest.fixture
def parts(strong: Network) -> dict[Thing, Network]:
    return {thing: compare.part_of(strong, thing) for thing in ALL}


@pytest.fixture
def profiles(parts: dict[Thing, Network]) -> dict[Thing, compare.Profile]:
    return {thing: compare.summarise_profile(part) for thing, part in parts.items()}


def test_a_link_is_read_in_its_order(network: Network) -> None:
    wish = compare.read_things([str(thing) for thing in ALL], network)
    assert wish == compare.Wish(ALL, (), ())


@pytest.mark.parametrize("text", ["city:atlantis-xxx", "country:XXX", "region:Europe", "planet:Earth", "", "KOR", ":"])
def test_what_nobody_knows_is_kept_apart_and_loses_nothing_else(network: Network, text: str) -> None:
    wish = compare.read_things([str(LARISSA), text, str(KOREA)], network)
    assert wish == compare.Wish((LARISSA, KOREA), (text,), ())


def test_the_seventh_thing_is_left_out_and_named(network: Network) -> None:
    things = [*(Thing("region", region) for region in REGIONS), KOREA, LARISSA]
    wish = compare.read_things([str(thing) for thing in things], network)
    assert len(wish.things) == compare.MOST
    assert wish.surplus == (LARISSA,)


def test_what_is_named_twice_counts_once(network: Network) -> None:
    assert compare.read_things([str(KOREA), str(KOREA)], network).things == (KOREA,)


def test_parts_are_those_of_the_filtered_table(strong: Network, parts: dict[Thing, Network]) -> None:
    assert list(parts[KOREA].cities.index) == list(select(strong, Selection(country=("KOR",))).cities.index)
    assert len(parts[AFRICA]) == len(select(strong, Selection(region=("Africa",))))
    assert list(parts[LARISSA].cities.index) == ["larissa-grc"]


def test_the_regions_hold_every_member_once(strong: Network) -> None:
    things = [Thing("region", region) for region in REGIONS]
    assert sum(len(compare.part_of(strong, thing)) for thing in things) == len(strong)


def test_years_have_the_same_axis_and_add_up(parts: dict[Thing, Network], network: Network) -> None:
    rows = compare.summarise_years_of(parts, network)
    axes = {tuple(each["year"]) for _item, each in rows.groupby("item")}
    assert len(axes) == 1
    assert axes.pop()[-1] == UNKNOWN_YEAR
    for thing, part in parts.items():
        assert rows.loc[rows["item"] == str(thing), "members"].sum() == len(part)


def test_no_theme_is_stated_by_more_members_than_have_a_statement(parts: dict[Thing, Network]) -> None:
    rows = compare.summarise_themes_of(parts)
    assert (rows["members"] <= rows["covered"]).all()
    assert rows.groupby("code").size().eq(len(parts)).all()


def test_larissa_and_yeonsu_share_the_citizenship_cluster(profiles: dict[Thing, compare.Profile]) -> None:
    assert "cluster:citizenship" in compare.shared_themes([profiles[LARISSA], profiles[YEONSU]])


def test_suggestions_are_made_from_the_data(network: Network) -> None:
    reasons = dict(compare.suggest_comparisons(network))
    assert len(reasons) == 3
    cluster = next(reason for reason in reasons if reason.startswith("cluster:"))
    assert len({network.cities.loc[thing.code, "region"] for thing in reasons[cluster]}) == 2
    known = set(compare.known_things(network))
    assert all(set(things) <= known for things in reasons.values())


def test_without_clusters_there_are_other_suggestions(network: Network) -> None:
    bare = network.only(network.cities.index[:0].append(network.cities.index[network.cities["iso3"] == "TUN"]))
    assert [reason for reason, _things in compare.suggest_comparisons(bare)] == ["countries", "regions"]


def test_missing_facts_are_named(network: Network, strong: Network) -> None:
    silent = next(
        Thing("city", city_id)
        for city_id, city in network.cities.iterrows()
        if city.isna()["joined_year"] and city_id not in set(network.focus["city_id"])
    )
    profile = compare.summarise_profile(compare.part_of(strong, silent))
    cells = set(fact_table({silent: profile}, strong, network).iloc[:, 1])
    assert {"not published", "no statement found", "none listed", "does not apply"} <= cells


def test_a_city_that_a_filter_leaves_out_says_so(network: Network, profiles: dict[Thing, compare.Profile]) -> None:
    shown = select(network, Selection(region=("Africa",)))
    table = fact_table({LARISSA: profiles[LARISSA]}, shown, network)
    assert any("a filter leaves it out" in text for text in table.iloc[:, 1])


def test_no_cell_is_empty(strong: Network, network: Network, profiles: dict[Thing, compare.Profile]) -> None:
    table = fact_table(profiles, strong, network)
    assert table.shape == (7, 5)
    assert (table != "").all(axis=None)


def test_every_column_of_themes_has_its_denominator_in_the_heading() -> None:
    rows = pd.DataFrame({"item": ["a", "b", "c"], "code": "health", "members": [1, 2, 0], "covered": [1, 1200, 0]})
    names = {"b": "Republic of Korea", "a": "<b>Bold</b>", "c": "Silent"}
    assert list(words.theme_headings(rows, names).items()) == [
        ("b", "Republic of Korea\nof 1,200"),
        ("a", "<b>Bold</b>\nof 1"),
        ("c", "Silent\nno statement found"),
    ]


def test_the_lead_names_what_cities_share_or_that_nothing_is_known(
    network: Network, profiles: dict[Thing, compare.Profile]
) -> None:
    both = {thing: profiles[thing] for thing in (LARISSA, YEONSU)}
    assert "Larissa and Yeonsu-gu have in common" in words.lead(both, network)
    assert "two to six" in words.lead({}, network)
    assert f"Africa: {profiles[AFRICA].members} members" in words.lead(profiles, network)
