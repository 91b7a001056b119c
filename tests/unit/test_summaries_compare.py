"""What is compared: links read with their mistakes, and numbers of each thing on the same scales."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from atlas.model import REGIONS, Network
from atlas.selection import counting
from atlas.summaries import compare
from atlas.summaries.compare import Profile, Thing

EVRY, MINUS = Thing("city", "accent-fra"), Thing("city", "minus-fra")
KOREA, AFRICA = Thing("country", "KOR"), Thing("region", "Africa")
ALL = (EVRY, MINUS, KOREA, AFRICA)


@pytest.fixture(scope="module")
def strong(tiny: Network) -> Network:
    return counting(tiny, weak=False)


@pytest.fixture(scope="module")
def profiles(strong: Network) -> dict[Thing, Profile]:
    return {thing: compare.summarise_profile(strong, compare.members_of(strong, thing)) for thing in ALL}


def test_regions_come_first_then_countries_then_cities(tiny: Network) -> None:
    things = [str(thing) for thing in compare.known_things(tiny)]
    assert things[:5] == [f"region:{region}" for region in REGIONS]
    assert things[5:12] == [f"country:{code}" for code in ("DEU", "EGY", "FRA", "GRC", "KEN", "KOR", "NGA")]
    assert things[12:14] == ["city:formula-nga", "city:markup-ken"]
    assert len(things) == 5 + 7 + 10


def test_a_link_is_read_in_its_order(tiny: Network) -> None:
    assert compare.read_things([str(thing) for thing in ALL], tiny) == compare.Wish(ALL, (), ())


@pytest.mark.parametrize("text", ["city:atlantis-xxx", "country:XXX", "region:Europe", "planet:Earth", "", "KOR", ":"])
def test_what_nobody_knows_is_kept_apart_and_loses_nothing_else(tiny: Network, text: str) -> None:
    assert compare.read_things([str(EVRY), text, str(KOREA)], tiny) == compare.Wish((EVRY, KOREA), (text,), ())


def test_the_seventh_thing_is_left_out_and_named(tiny: Network) -> None:
    regions = tuple(Thing("region", region) for region in REGIONS)
    wish = compare.read_things([str(thing) for thing in (*regions, KOREA, EVRY)], tiny)
    assert wish == compare.Wish((*regions, KOREA), (), (EVRY,))


def test_what_is_named_twice_counts_once(tiny: Network) -> None:
    assert compare.read_things([str(KOREA), str(KOREA)], tiny).things == (KOREA,)


@pytest.mark.parametrize(
    ("thing", "members"),
    [
        (EVRY, ["accent-fra"]),
        (KOREA, ["long-kor", "quote-kor", "plain-kor"]),
        (AFRICA, ["formula-nga", "markup-ken"]),
        (Thing("region", "Latin America and the Caribbean"), []),
    ],
)
def test_a_thing_stands_for_its_members(tiny: Network, thing: Thing, members: list[str]) -> None:
    assert list(tiny.cities.index[compare.members_of(tiny, thing)]) == members


def test_a_profile_counts_members_years_statements_themes_and_awards(profiles: dict[Thing, Profile]) -> None:
    assert profiles[AFRICA] == Profile(
        members=2,
        countries=2,
        years={"2015": 1, "unknown": 1},
        covered=1,
        themes={"equity & inclusion": 1, "older people": 1},
        awards=("2015", "2019"),
        awarded=1,
        populated=1,
    )
    assert profiles[KOREA] == Profile(
        members=3,
        countries=1,
        years={"2017": 2, "2019": 1},
        covered=2,
        themes={"older people": 2, "gender equality": 1},
        awards=(),
        awarded=0,
        populated=1,
    )


def test_a_member_of_which_nothing_is_known_has_an_empty_profile(profiles: dict[Thing, Profile]) -> None:
    assert profiles[MINUS] == Profile(1, 1, {"unknown": 1}, 0, {}, (), 0, 0)


def test_the_most_frequent_theme_comes_first_and_equal_ones_by_name(profiles: dict[Thing, Profile]) -> None:
    assert list(profiles[KOREA].themes) == ["older people", "gender equality"]
    assert list(profiles[AFRICA].themes) == ["equity & inclusion", "older people"]


def test_weak_statements_count_where_the_network_has_them(tiny: Network) -> None:
    weak = counting(tiny, weak=True)
    profile = compare.summarise_profile(weak, compare.members_of(weak, EVRY))
    assert profile.themes == {"cluster:esd": 1, "equity & inclusion": 1}


def test_the_period_runs_over_published_years_only(profiles: dict[Thing, Profile]) -> None:
    assert [profiles[thing].period for thing in ALL] == [("2017", "2017"), None, ("2017", "2019"), ("2015", "2015")]
    assert [profiles[thing].undated for thing in ALL] == [0, 1, 0, 1]


def test_years_have_the_same_axis_for_everything(profiles: dict[Thing, Profile], tiny: Network) -> None:
    rows = compare.summarise_years_of({KOREA: profiles[KOREA], AFRICA: profiles[AFRICA]}, tiny)
    axis = ["2015", "2016", "2017", "2018", "2019", "unknown"]
    assert rows["item"].tolist() == ["country:KOR"] * 6 + ["region:Africa"] * 6
    assert rows["year"].tolist() == axis * 2
    assert rows["members"].tolist() == [0, 0, 2, 0, 1, 0, 1, 0, 0, 0, 0, 1]


def test_common_themes_come_first_then_those_of_the_largest_share_then_by_name(
    profiles: dict[Thing, Profile],
) -> None:
    rows = compare.summarise_themes_of({thing: profiles[thing] for thing in (EVRY, KOREA, AFRICA)})
    assert [tuple(row) for row in rows.itertuples(index=False)] == [
        ("city:accent-fra", "older people", 0, 1),
        ("country:KOR", "older people", 2, 2),
        ("region:Africa", "older people", 1, 1),
        ("city:accent-fra", "cluster:esd", 1, 1),
        ("country:KOR", "cluster:esd", 0, 2),
        ("region:Africa", "cluster:esd", 0, 1),
        ("city:accent-fra", "equity & inclusion", 0, 1),
        ("country:KOR", "equity & inclusion", 0, 2),
        ("region:Africa", "equity & inclusion", 1, 1),
        ("city:accent-fra", "gender equality", 0, 1),
        ("country:KOR", "gender equality", 1, 2),
        ("region:Africa", "gender equality", 0, 1),
    ]


def _stating(themes: dict[str, int], *, members: int, covered: int) -> Profile:
    return Profile(members, 1, {}, covered, themes, (), 0, 0)


def test_what_most_have_comes_before_what_one_has_wholly() -> None:
    one = _stating({"b": 1}, members=4, covered=4)
    other = _stating({"b": 1, "a": 4}, members=4, covered=4)
    rows = compare.summarise_themes_of({KOREA: one, AFRICA: other})
    assert list(dict.fromkeys(rows["code"])) == ["b", "a"]


def test_shares_are_of_the_members_with_a_statement() -> None:
    one = _stating({"b": 1}, members=10, covered=1)
    other = _stating({"a": 1}, members=2, covered=2)
    rows = compare.summarise_themes_of({KOREA: one, AFRICA: other})
    assert list(dict.fromkeys(rows["code"])) == ["b", "a"]


def test_things_without_a_statement_have_no_themes_to_compare(profiles: dict[Thing, Profile]) -> None:
    assert compare.summarise_themes_of({MINUS: profiles[MINUS]}).empty


def test_shared_are_the_themes_of_all_in_the_order_of_the_first(profiles: dict[Thing, Profile]) -> None:
    korea, africa = profiles[KOREA], profiles[AFRICA]
    assert compare.shared_themes([korea, africa]) == ["older people"]
    assert compare.shared_themes([africa]) == ["equity & inclusion", "older people"]
    assert compare.shared_themes([africa, profiles[MINUS]]) == []


def test_suggestions_are_made_from_the_data(tiny: Network) -> None:
    assert compare.suggest_comparisons(tiny) == (
        ("cluster:esd", (Thing("city", "accent-fra"), Thing("city", "rtl-egy"))),
        ("countries", (Thing("country", "KOR"), Thing("country", "FRA"))),
        ("regions", tuple(Thing("region", region) for region in REGIONS)),
    )


def test_of_a_cluster_those_two_are_suggested_that_have_most_in_common(tiny: Network) -> None:
    another = tiny.focus[tiny.focus["city_id"] == "rtl-egy"].tail(1).assign(city_id="quote-kor")
    larger = replace(tiny, focus=pd.concat([tiny.focus, another], ignore_index=True))
    assert compare.suggest_comparisons(larger)[0] == (
        "cluster:esd",
        (Thing("city", "accent-fra"), Thing("city", "rtl-egy")),
    )


def test_without_clusters_there_are_other_suggestions(tiny: Network) -> None:
    africa = tiny.only(tiny.cities["region"] == "Africa")
    assert [reason for reason, _things in compare.suggest_comparisons(africa)] == ["countries", "regions"]
    assert compare.suggest_comparisons(africa)[0][1] == (Thing("country", "KEN"), Thing("country", "NGA"))


def test_the_regions_of_the_real_list_hold_every_member_once(network: Network) -> None:
    counts = [int(compare.members_of(network, Thing("region", region)).sum()) for region in REGIONS]
    assert sum(counts) == len(network)
    assert min(counts) > 0


def test_all_of_one_is_a_larger_share_than_most_of_many(profiles: dict[Thing, Profile]) -> None:
    one = replace(profiles[EVRY], covered=1, themes={"older people": 1})
    many = replace(profiles[KOREA], covered=4, themes={"citizenship": 3})
    codes = compare.summarise_themes_of({EVRY: one, KOREA: many})["code"]
    assert codes.tolist() == ["older people", "older people", "citizenship", "citizenship"]
