"""Scores of partners worked out by hand for the ten made-up members, one reason at a time and two together."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest

from atlas.partners import (
    PRESETS,
    REASONS,
    Contribution,
    Partner,
    PartnerIndex,
    UnknownCityError,
    Weights,
    describe,
    describe_partner,
    members_with_focus,
    within,
    within_time_zones,
)
from atlas.partners.focus import FocusVectors
from atlas.partners.index import _rounded
from atlas.partners.lookup import nearest_members
from atlas.partners.report import partners_json, partners_table
from atlas.partners.time_zones import member_offsets

if TYPE_CHECKING:
    from atlas.model import Network

WINTER = date(2020, 3, 1)


@pytest.fixture(scope="module")
def index(tiny: Network) -> PartnerIndex:
    return PartnerIndex.from_network(tiny)


def scores(index: PartnerIndex, city_id: str, weights: Weights) -> dict[str, float]:
    """Return the scores of those that have any, by the first part of the identifier."""
    return {each.city_id.partition("-")[0]: each.score for each in index.partners(city_id, weights) if each.score}


def facts(index: PartnerIndex, city_id: str, weights: Weights) -> dict[str, tuple[str, ...]]:
    return {
        each.city_id.partition("-")[0]: each.contributions[0].facts
        for each in index.partners(city_id, weights)
        if each.contributions
    }


def test_members_of_similar_size(index: PartnerIndex) -> None:
    assert scores(index, "formula-nga", Weights(size=1)) == {"accent": 100, "at": 100}
    assert facts(index, "formula-nga", Weights(size=1)) == {
        "accent": ("1000000", "1000000", "page", "page"),
        "at": ("1000000", "1000001", "page", "geonames"),
    }
    unknown = [each.city_id for each in index.partners("formula-nga", Weights(size=1)) if each.unknown == ("size",)]
    assert unknown == ["long-kor", "markup-ken", "quote-kor", "rtl-egy", "script-grc"]


def test_members_near_by(index: PartnerIndex) -> None:
    near = scores(index, "accent-fra", Weights(distance=1))
    assert (near["minus"], near["at"]) == (79.4, 63.4)  # 509 and 760 km
    assert facts(index, "accent-fra", Weights(distance=1))["at"] == ("760",)
    assert "script" not in near


def test_members_with_working_hours_in_common(index: PartnerIndex) -> None:
    assert scores(index, "formula-nga", Weights(time_zone=1)) == {
        "accent": 100,
        "at": 100,
        "minus": 100,
        "rtl": 87.5,
        "script": 87.5,
        "markup": 75,
    }
    assert facts(index, "formula-nga", Weights(time_zone=1))["markup"] == ("2",)
    assert facts(index, "markup-ken", Weights(time_zone=1))["formula"] == ("-2",)


def test_members_of_the_same_region_or_of_another(index: PartnerIndex) -> None:
    assert scores(index, "long-kor", Weights(region=1)) == {"plain": 100, "quote": 100}
    assert len(scores(index, "long-kor", Weights(region=1, contrast=True))) == 7
    assert facts(index, "long-kor", Weights(region=1, contrast=True))["rtl"] == ("Arab States", "Asia and the Pacific")


def test_members_that_share_an_official_language(index: PartnerIndex) -> None:
    assert scores(index, "accent-fra", Weights(language=1)) == {"minus": 100}
    assert facts(index, "formula-nga", Weights(language=1)) == {"markup": ("en",)}


def test_several_shared_languages_come_in_the_order_of_their_codes(tiny: Network) -> None:
    cities = tiny.cities.copy()
    cities["iso3"] = "SGP"  # four official languages
    found = facts(PartnerIndex.from_network(replace(tiny, cities=cities)), "accent-fra", Weights(language=1))
    assert found["at"] == ("en", "ms", "ta", "zh")


def test_members_with_the_award(index: PartnerIndex) -> None:
    assert facts(index, "at-deu", Weights(award=1)) == {
        "accent": ("2017",),
        "formula": ("2015", "2019"),
        "rtl": ("2017",),
    }


def test_members_of_the_same_published_year(index: PartnerIndex) -> None:
    assert scores(index, "plain-kor", Weights(cohort=1)) == {"at": 100, "script": 100}
    assert facts(index, "plain-kor", Weights(cohort=1))["at"] == ("2019",)
    assert scores(index, "markup-ken", Weights(cohort=1)) == {}  # two unknown years are not the same year


def test_members_that_state_the_same(index: PartnerIndex) -> None:
    # Six members state something.  Rarity: older people ln 2, equity ln 3.  With rtl: ln 3 shared, below it
    # (ln 6)^0.65 x (2 ln 3 + ln 6 / 4)^0.35 + 3; with the others: ln 2 shared, below it ln 6 + 3.
    assert scores(index, "formula-nga", Weights(focus=1)) == {"rtl": 21.7, "long": 14.5, "quote": 14.5}
    assert facts(index, "formula-nga", Weights(focus=1))["rtl"] == ("equity & inclusion",)
    assert facts(index, "long-kor", Weights(focus=1))["quote"] == ("sdg:5", "older people")  # the rarer first


def test_being_in_a_cluster_is_half_a_statement_of_its_theme(index: PartnerIndex) -> None:
    found = facts(index, "accent-fra", Weights(focus=1))
    assert found == {"rtl": ("cluster:esd",), "at": ("related:environment & climate",)}


def test_rarity_is_counted_among_members_with_a_statement(tiny: Network) -> None:
    vectors = FocusVectors.from_network(tiny)
    assert dict(zip(vectors.codes, vectors.rarity, strict=True)) == pytest.approx(
        {
            "cluster:esd": np.log(3),
            "environment & climate": np.log(6),
            "equity & inclusion": np.log(3),
            "older people": np.log(2),
            "sdg:5": np.log(3),
        }
    )
    assert vectors.known.tolist() == [True, False, True, True, True, False, True, False, True, False]


def test_statements_that_are_as_rare_come_by_name(tiny: Network) -> None:
    themes = tiny.focus.iloc[[0] * 10].assign(city_id=["rtl-egy"] * 5 + ["long-kor"] * 5, focus=[*"ecdab"] * 2)
    assert FocusVectors.from_network(replace(tiny, focus=themes)).shared(2, 3) == ("a", "b", "c", "d", "e")


def test_what_is_not_known_keeps_three_quarters_of_its_weight(index: PartnerIndex) -> None:
    half = Weights(region=0.5, cohort=0.5)
    # markup: 0.5 / (0.5 + 0.75 x 0.5); rtl: 0.5 / 1
    assert scores(index, "formula-nga", half) == {"markup": 57.1, "rtl": 50}
    (first, second, *_rest) = index.partners("formula-nga", half)
    assert (first.unknown, second.unknown) == (("cohort",), ())
    assert (first.known_focus, second.known_focus) == (False, True)


def test_contributions_come_the_largest_first(index: PartnerIndex) -> None:
    (minus,) = index.partners("accent-fra", Weights(region=0.2, language=0.8), 1)
    assert minus.contributions == (
        *(Contribution("language", 80.0, ("fr",)), Contribution("region", 20.0, ("Europe and North America",) * 2)),
    )
    assert minus.score == 100


def test_a_point_or_less_is_a_reason_too(index: PartnerIndex) -> None:
    (accent,) = index.partners("minus-fra", Weights(region=0.005, language=1), 1)
    assert [(each.reason, each.contribution) for each in accent.contributions] == [("language", 99.5), ("region", 0.5)]
    assert accent.score == 100


def test_a_table_that_asks_for_nothing_has_no_points(index: PartnerIndex) -> None:
    table = index.table(Weights())
    assert (table.eq(0).sum(axis=None), table.isna().sum(axis=None)) == (90, 10)


def test_shown_points_add_up_to_the_shown_sum() -> None:
    assert _rounded(np.array([33.333, 33.333, 33.334])) == [33.3, 33.3, 33.4]
    assert _rounded(np.array([0.04, 0.04, 0.04])) == [0.1, 0, 0]
    assert _rounded(np.array([12.0, 0.0])) == [12, 0]
    assert _rounded(np.array([5.02, 1.09, 0.09])) == [5, 1.1, 0.1]  # the largest remainders, not the largest points


def test_ties_go_by_identifier_and_no_more_than_asked_are_named(index: PartnerIndex) -> None:
    same = Weights(award=1)
    assert [each.city_id for each in index.partners("at-deu", same)][:3] == ["accent-fra", "formula-nga", "rtl-egy"]
    assert len(index.partners("at-deu", same)) == 9
    assert len(index.partners("at-deu", same, 2)) == 2
    assert index.partners("at-deu", same, 0) == index.partners("at-deu", same, -1) == []


def test_conditions_leave_members_out(index: PartnerIndex) -> None:
    def ids(weights: Weights, **asked: bool) -> set[str]:
        return {each.city_id.partition("-")[0] for each in index.partners("accent-fra", weights, **asked)}

    assert ids(Weights(size=1, winners_only=True)) == {"formula", "rtl"}
    assert ids(Weights(size=1, max_km=760)) == {"minus"}
    assert ids(Weights(size=1, max_km=761)) == {"minus", "at"}
    assert ids(Weights(size=1), other_region_only=True) == {"formula", "markup", "rtl", "long", "quote", "plain"}


def test_the_table_of_all_pairs_leaves_out_the_diagonal_and_those_not_asked(index: PartnerIndex) -> None:
    table = index.table(Weights(region=1))
    assert table.shape == (10, 10)
    assert table.isna().sum(axis=None) == 10
    assert table.loc["long-kor", ["quote-kor", "rtl-egy"]].tolist() == [100, 0]
    winners = index.table(Weights(award=1, winners_only=True))
    assert winners.notna().sum(axis=None) == 3 * 9


def test_weights_are_numbers_from_0_to_1() -> None:
    assert Weights(focus=0, size=1, max_km=0.1).of("size") == 1
    for wrong in (-0.01, 1.01):
        with pytest.raises(ValueError, match=f"the weight of award is {wrong}; it must be a number from 0 to 1"):
            Weights(award=wrong)
    with pytest.raises(ValueError, match="max_km is 0; it must be more than 0"):
        Weights(max_km=0)


def test_presets_ask_what_their_names_say() -> None:
    assert set(PRESETS) == {"alike", "elsewhere", "day_travel", "mentor"}
    assert PRESETS["elsewhere"].weights.contrast
    assert not PRESETS["alike"].weights.contrast
    assert PRESETS["mentor"].weights.winners_only
    assert PRESETS["day_travel"].weights.max_km == 1000
    for preset in PRESETS.values():
        assert max(REASONS, key=preset.weights.of) == "focus"


def test_an_unknown_identifier_comes_with_the_nearest(index: PartnerIndex, tiny: Network) -> None:
    with pytest.raises(UnknownCityError, match=r"Nearest: Évry \(France\) = accent-fra"):
        index.partners("evri-fra")
    assert [each.city_id for each in nearest_members("accent-fra-x", tiny.cities)] == ["accent-fra"]
    assert nearest_members("qqqq-zzz", tiny.cities) == []
    with pytest.raises(UnknownCityError, match=r"identifier$"):
        index.partners("qqqq-zzz")


def test_the_circle_holds_members_to_its_edge_the_nearest_first(tiny: Network) -> None:
    near = within(tiny, "accent-fra", 760.5)
    assert [(city_id, round(km)) for city_id, km in near.items()] == [("minus-fra", 509), ("at-deu", 760)]
    assert within(tiny, "accent-fra", 508) == {}
    assert within(tiny, "script-grc", 20_000) == {}  # nobody knows how far


def test_who_is_exactly_as_far_as_asked_is_near_enough(tiny: Network, index: PartnerIndex) -> None:
    km = within(tiny, "accent-fra", 600)["minus-fra"]
    assert list(within(tiny, "accent-fra", km)) == ["minus-fra"]
    assert [each.city_id for each in index.partners("accent-fra", Weights(size=1, max_km=km))] == ["minus-fra"]


def test_clocks_hold_members_to_the_limit_the_least_difference_first(tiny: Network) -> None:
    found = within_time_zones(tiny, "formula-nga", 1, WINTER)
    assert list(found.items()) == [
        *(("accent-fra", 0), ("at-deu", 0), ("minus-fra", 0), ("rtl-egy", 1), ("script-grc", 1)),
    ]
    assert list(within_time_zones(tiny, "formula-nga", 0.5, WINTER).values()) == [0, 0, 0]
    assert len(within_time_zones(tiny, "formula-nga", on=WINTER)) == 6  # two hours by themselves


def test_offsets_are_those_of_the_day(tiny: Network) -> None:
    assert member_offsets(tiny.cities, WINTER).tolist() == [1, 3, 2, 9, 9, 9, 1, 1, 1, 2]
    assert member_offsets(tiny.cities, date(2020, 7, 1)).tolist() == [1, 3, 2, 9, 9, 9, 2, 2, 2, 3]


def test_clocks_are_compared_on_the_day_of_the_newest_count_unless_told_otherwise(tiny: Network) -> None:
    assert PartnerIndex.from_network(tiny).clocks_on == WINTER
    summer = PartnerIndex.from_network(tiny, date(2020, 7, 1))
    assert scores(summer, "formula-nga", Weights(time_zone=1))["accent"] == 87.5


def test_members_with_a_focus_come_with_the_strongest_and_newest_evidence_first(tiny: Network) -> None:
    found = members_with_focus(tiny, "equity & inclusion")
    assert list(found[["city_id", "strength", "source_url"]].itertuples(index=False, name=None)) == [
        ("accent-fra", "weak", "https://accent.example/2"),
        ("formula-nga", "official", "https://formula.example/1"),
        ("rtl-egy", "official", "https://rtl.example/2"),
        ("rtl-egy", "reported", "https://rtl.example/1"),
    ]
    assert members_with_focus(tiny.only(["long-kor"]), "equity & inclusion").empty


@pytest.mark.parametrize(
    ("reason", "facts", "sentence"),
    [
        ("focus", ("older people",), "Both state older people."),
        ("focus", ("related:citizenship",), "A cluster relates citizenship."),
        (
            "focus",
            ("sdg:5", "cluster:esd", "related:citizenship"),
            "Both state SDG 5 and education for sustainable development; a cluster relates citizenship.",
        ),
        ("size", ("1000", "2000", "page", "geonames"), "Populations: 1,000 and 2,000 (town, GeoNames)."),
        ("distance", ("1234",), "1,234 km apart in a straight line."),
        ("time_zone", ("0",), "The same time of day."),
        ("time_zone", ("1",), "The partner’s clock is 1 hour ahead."),
        ("time_zone", ("1.5",), "The partner’s clock is 1.5 hours ahead."),
        ("time_zone", ("-1",), "The partner’s clock is 1 hour behind."),
        ("time_zone", ("-3.5",), "The partner’s clock is 3.5 hours behind."),
        ("region", ("Africa", "Africa"), "Both are in Africa."),
        ("region", ("Africa", "Arab States"), "The partner is in Africa."),
        ("language", ("fr",), "Shared official language: French."),
        ("award", ("2015", "2019"), "The partner received the Learning City Award in 2015 and 2019."),
        ("cohort", ("2017",), "Both joined in 2017."),
    ],
)
def test_reasons_are_sentences(tiny: Network, reason: str, facts: tuple[str, ...], sentence: str) -> None:
    assert describe(Contribution(reason, 1.0, facts), tiny) == sentence


@pytest.mark.parametrize(
    ("contributions", "sentence"),
    [
        (
            [
                ("focus", ("older people", "cluster:esd")),
                ("distance", ("1154",)),
                ("region", ("Africa", "Africa")),
                ("size", ("1000", "2000", "page", "page")),
                ("cohort", ("2017",)),  # the fifth is one too many for a sentence
            ],
            "Both work on older people and education for sustainable development; 1,154 km apart; same region; "
            "similar size.",
        ),
        ([("focus", ("related:citizenship",)), ("region", ("Africa", "Arab States"))],
         "Related work on citizenship; in Africa."),
        ([("size", ("1000", "2001", "page", "page")), ("time_zone", ("-1",))], "1 hour apart."),
        ([("time_zone", ("0",)), ("award", ("2015", "2019"))], "Same time of day; award in 2015 and 2019."),
        ([("language", ("en", "fr")), ("time_zone", ("1.5",))],
         "Shared languages English and French; 1.5 hours apart."),
        # One population is more than twice the other: no similar size, and nothing else to say.
        ([("size", ("1000", "2001", "page", "page"))], "Populations: 1,000 and 2,001."),
        ([], ""),
    ],
)  # fmt: skip
def test_a_partner_is_one_sentence(
    tiny: Network, contributions: list[tuple[str, tuple[str, ...]]], sentence: str
) -> None:
    parts = tuple(Contribution(reason, 1.0, facts) for reason, facts in contributions)
    assert describe_partner(Partner("at-deu", 1.0, parts, known_focus=True), tiny) == sentence


def test_what_a_member_lacks_itself_is_told_apart(index: PartnerIndex) -> None:
    every = Weights().weighing(dict.fromkeys(REASONS, 1.0))
    assert index.unknown_of("markup-ken", every) == ("focus", "size", "cohort")
    assert index.unknown_of("script-grc", Weights(distance=1, size=0.5, region=1)) == ("size", "distance")
    assert index.unknown_of("markup-ken", Weights(region=1)) == ()


def test_partners_as_plain_values_and_as_rows(tiny: Network, index: PartnerIndex) -> None:
    found = index.partners("accent-fra", Weights(language=1), 1)
    report = partners_json(tiny, index, "accent-fra", found, "alike")
    assert {name: report[name] for name in ("city_id", "preset", "known_focus", "clocks_on")} == {
        "city_id": "accent-fra",
        "preset": "alike",
        "known_focus": True,
        "clocks_on": "2020-03-01",
    }
    (partner,) = report["partners"]
    assert (partner["city"], partner["country"], partner["score"]) == ("-Minus", "France", 100)
    assert partner["reasons"][0]["text"] == "Shared official language: French."
    head, rows = partners_table(tiny, found)
    assert head == ("score", "city", "city_id", "why (points)")
    assert rows == [
        (
            *(100.0, "-Minus", "minus-fra"),
            "Shared official language: French (100.0); no published focus",
        )
    ]


def test_a_member_of_an_unknown_zone_is_left_out_of_clocks(tiny: Network) -> None:
    cities = tiny.cities.copy()
    cities["iso3"] = cities["iso3"].astype(str).replace("KEN", "XXX")
    elsewhere = replace(tiny, cities=cities)
    assert np.isnan(member_offsets(cities, WINTER)[1])
    assert "markup-ken" not in within_time_zones(elsewhere, "formula-nga", 12, WINTER)


def test_the_table_of_all_pairs_ends_at_its_limit_and_not_before(
    index: PartnerIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("atlas.partners.index.LARGEST_TABLE", 10)
    assert index.table(Weights(award=1)).shape == (10, 10)
    monkeypatch.setattr("atlas.partners.index.LARGEST_TABLE", 9)
    with pytest.raises(ValueError, match="10 members is too large; 9 is the limit"):
        index.table(Weights(award=1))


def test_reasons_that_are_none_are_refused_by_name() -> None:
    with pytest.raises(TypeError, match="charm, colour, shape, taste"):
        Weights(taste=1, shape=1, colour=1, charm=1)
