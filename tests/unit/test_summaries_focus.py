"""Summaries of stated focus: each member counts once per theme, and what is unknown stays visible."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries import focus


@pytest.fixture(scope="module")
def strong(tiny: Network) -> Network:
    return select(tiny, Selection())


@pytest.fixture(scope="module")
def nobody(tiny: Network) -> Network:
    return select(tiny, Selection(region=("Arab States",), country=("FRA",)))


def rows(frame: pd.DataFrame) -> list[tuple[object, ...]]:
    return list(frame.itertuples(index=False, name=None))


def test_a_member_counts_once_per_theme_and_goals_are_no_themes(strong: Network) -> None:
    assert rows(focus.summarise_themes(strong)) == [
        ("older people", 3),
        ("cluster:esd", 2),
        ("equity & inclusion", 2),
        ("environment & climate", 1),
        ("gender equality", 1),
    ]


def test_weak_statements_add_what_they_say(tiny: Network) -> None:
    assert rows(focus.summarise_themes(select(tiny, Selection(evidence=("weak",))))) == [
        ("equity & inclusion", 3),
        ("older people", 3),
        ("cluster:esd", 2),
        ("citizenship", 1),
        ("environment & climate", 1),
        ("gender equality", 1),
    ]


def test_members_with_nothing_but_weak_statements_are_told_apart(tiny: Network, strong: Network) -> None:
    assert list(focus.weak_only_ids(tiny, strong)) == ["plain-kor"]
    assert list(focus.weak_only_ids(tiny, select(tiny, Selection(country=("FRA",))))) == []
    assert list(focus.covered_ids(strong)) == [
        *("formula-nga", "rtl-egy", "long-kor", "quote-kor", "accent-fra", "at-deu"),
    ]


def test_coverage_has_members_covered_and_missing_by_region(strong: Network) -> None:
    assert rows(focus.summarise_coverage(strong)) == [
        ("Africa", 2, 1, 1),
        ("Arab States", 1, 1, 0),
        ("Asia and the Pacific", 3, 2, 1),
        ("Europe and North America", 4, 2, 2),
    ]
    assert list(focus.summarise_coverage(strong).columns) == ["region", "members", "covered", "missing"]


def test_every_count_by_group_carries_its_denominator(strong: Network) -> None:
    found = rows(focus.summarise_themes_by(strong, strong.cities["region"]))
    assert len(found) == 5 * 4
    assert [each[1:] for each in found if each[0] == "older people"] == [
        ("Africa", 1, 1),
        ("Arab States", 0, 1),
        ("Asia and the Pacific", 2, 2),
        ("Europe and North America", 0, 2),
    ]
    assert [each[1:] for each in found if each[0] == "cluster:esd" and each[2]] == [
        ("Arab States", 1, 1),
        ("Europe and North America", 1, 2),
    ]


def test_pairs_name_the_more_frequent_theme_first(strong: Network) -> None:
    assert rows(focus.summarise_pairs(strong)) == [
        ("cluster:esd", "equity & inclusion", 1, 2, 2),
        ("older people", "equity & inclusion", 1, 3, 2),
        ("older people", "gender equality", 1, 3, 1),
    ]


def test_a_frequent_pair_comes_before_a_rare_one(strong: Network) -> None:
    two = strong.only(["quote-kor", "formula-nga"])
    again = strong.focus[strong.focus["city_id"] == "quote-kor"].assign(city_id="formula-nga")
    doubled = replace(two, focus=pd.concat([two.focus, again]))
    assert rows(focus.summarise_pairs(doubled))[0] == ("gender equality", "older people", 2, 2, 2)


def test_stated_goals_stay_apart_from_mapped_ones(strong: Network) -> None:
    goals = focus.summarise_goals(strong)
    assert list(goals.columns) == ["sdg", "stated", "mapped", "members", "network_wide"]
    assert rows(goals) == [(10, 0, 4, 4, False), (4, 1, 2, 3, True), (13, 0, 3, 3, False)] + [
        *((5, 2, 0, 2, False), (12, 0, 1, 1, False)),
    ]


def test_years_run_together_until_enough_members_have_a_statement(
    strong: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    def periods() -> list[str]:
        return list(focus.joining_periods(strong)[["formula-nga", "markup-ken", "long-kor", "plain-kor"]])

    monkeypatch.setattr(focus, "LEAST_IN_PERIOD", 2)
    assert periods() == ["2015", "unknown", "2017", "2019"]
    monkeypatch.setattr(focus, "LEAST_IN_PERIOD", 3)
    assert periods() == ["2015-2017", "unknown", "2015-2017", "2019"]
    monkeypatch.setattr(focus, "LEAST_IN_PERIOD", 20)
    assert periods() == ["2015-2019", "unknown", "2015-2019", "2015-2019"]


def test_a_period_of_the_real_network_holds_twenty_members_with_a_statement(network: Network) -> None:
    shown = select(network, Selection())
    covered = focus.joining_periods(shown)[focus.covered_ids(shown)].value_counts().drop("unknown").sort_index()
    assert len(covered) > 3
    assert (covered.iloc[:-1] >= 20).all()


def test_nobody_gives_empty_frames(nobody: Network) -> None:
    assert focus.summarise_themes(nobody).empty
    assert focus.summarise_pairs(nobody).empty
    assert focus.summarise_goals(nobody).empty
    assert focus.summarise_coverage(nobody).empty
    assert focus.summarise_themes_by(nobody, nobody.cities["region"]).empty
    assert list(focus.covered_ids(nobody)) == []


def test_one_member_gives_its_own_rows(tiny: Network) -> None:
    one = select(tiny, Selection(country=("DEU",)))
    assert rows(focus.summarise_themes(one)) == [("environment & climate", 1)]
    assert rows(focus.summarise_coverage(one)) == [("Europe and North America", 1, 1, 0)]
    assert focus.summarise_pairs(one).empty


def test_rows_by_group_come_by_theme_then_regions_in_unescos_order_then_other_groups(strong: Network) -> None:
    backwards = strong.only(strong.cities.index[::-1])
    found = rows(focus.summarise_themes_by(backwards, backwards.cities["region"]))
    assert list(dict.fromkeys(each[0] for each in found)) == [
        *("cluster:esd", "environment & climate", "equity & inclusion", "gender equality", "older people"),
    ]
    regions = ["Africa", "Arab States", "Asia and the Pacific", "Europe and North America"]
    assert [each[1] for each in found] == regions * 5
    groups = (
        backwards.cities["region"].astype(str).replace({"Asia and the Pacific": "b", "Europe and North America": "a"})
    )
    mixed = rows(focus.summarise_themes_by(backwards, groups))
    assert [each[1] for each in mixed[:4]] == ["Africa", "Arab States", "a", "b"]


def test_members_with_nothing_but_weak_statements_come_by_identifier(tiny: Network, strong: Network) -> None:
    weak = tiny.focus.assign(strength="weak")
    nothing = replace(strong, focus=strong.focus.head(0))
    assert list(focus.weak_only_ids(replace(tiny, focus=weak.iloc[::-1]), nothing)) == [
        *("accent-fra", "at-deu", "formula-nga", "long-kor", "plain-kor", "quote-kor", "rtl-egy"),
    ]
