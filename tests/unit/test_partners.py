"""Partners: scores that add up, gaps that stay neutral, answers that do not depend on chance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pandas as pd
import pytest

from atlas.model import Network
from atlas.partners import (
    PRESETS,
    REASONS,
    Contribution,
    Partner,
    PartnerIndex,
    UnknownCityError,
    Weights,
    describe,
    fact_label,
    members_with_focus,
    preset_label,
    reason_label,
    within,
    within_time_zones,
)
from atlas.partners.focus import FocusVectors
from atlas.partners.languages import official_languages
from atlas.partners.reasons import NEVER_UNKNOWN
from atlas.partners.similarity import EARTH_RADIUS_KM, distances_km, unit_vectors
from atlas.partners.time_zones import PATH, hours_ahead, load_time_zones, member_offsets
from atlas.partners.traits import traits_of
from atlas.wording import use_language

FOCUS_ONLY = Weights(focus=1.0)
WINTER = date(2020, 3, 1)


@pytest.fixture(scope="module")
def index(network: Network) -> PartnerIndex:
    return PartnerIndex.from_network(network)


def by_id(found: list[Partner]) -> dict[str, Partner]:
    return {partner.city_id: partner for partner in found}


def with_cities(network: Network, city_id: str, **values: object) -> Network:
    cities = network.cities.copy()
    for column, value in values.items():
        cities.loc[city_id, column] = value
    return replace(network, cities=cities)


@pytest.mark.parametrize("preset", PRESETS)
def test_contributions_add_up_to_the_score_as_they_are_shown(
    index: PartnerIndex, network: Network, preset: str
) -> None:
    for city_id in network.cities.index[::9]:
        for partner in index.partners(city_id, PRESETS[preset].weights):
            tenths = [round(each.contribution * 10) for each in partner.contributions]
            assert sum(tenths) == round(partner.score * 10)
            assert min(tenths) > 0
            assert 0 < partner.score <= 100


@pytest.mark.parametrize("preset", PRESETS)
def test_the_best_comes_first_also_as_it_is_shown(index: PartnerIndex, network: Network, preset: str) -> None:
    for city_id in network.cities.index[::9]:
        scores = [partner.score for partner in index.partners(city_id, PRESETS[preset].weights)]
        assert scores == sorted(scores, reverse=True)


def test_every_other_member_is_in_the_full_list_once(index: PartnerIndex, network: Network) -> None:
    found = [partner.city_id for partner in index.partners("cali-col", limit=len(network))]
    assert len(found) == len(set(found)) == len(network) - 1
    assert "cali-col" not in found


def test_a_city_without_a_published_focus_is_ranked_on_the_rest_and_marked(index: PartnerIndex) -> None:
    found = index.partners("cali-col")
    assert not index.knows_focus("cali-col")
    assert len(found) == 10
    assert all("focus" in partner.unknown for partner in found)
    assert {each.reason for partner in found for each in partner.contributions} <= set(REASONS) - {"focus"}


def test_a_partner_without_a_published_focus_is_marked(index: PartnerIndex) -> None:
    abuja = by_id(index.partners("ibadan-nga"))["abuja-nga"]
    assert not abuja.known_focus
    assert "focus" in abuja.unknown


def test_size_says_who_gives_each_population(index: PartnerIndex, network: Network) -> None:
    trikala = by_id(index.partners("larissa-grc"))["trikala-grc"]
    (size,) = (each for each in trikala.contributions if each.reason == "size")
    assert size.facts == ("162000", "61653", "page", "geonames")
    assert describe(size, network) == "Populations: 162,000 and 61,653 (town, GeoNames)."


def test_weak_statements_do_not_count(index: PartnerIndex, network: Network) -> None:
    strengths = network.focus.groupby("city_id")["strength"].agg(set)
    only_weak = strengths[strengths == {"weak"}].index.intersection(network.cities.index)
    assert len(only_weak) > 0
    assert not any(index.knows_focus(city_id) for city_id in only_weak)


def test_the_goals_of_the_whole_network_tell_no_city_apart(network: Network) -> None:
    assert not {"sdg:4", "sdg:11"} & set(FocusVectors.from_network(network).codes)


def test_a_rare_theme_weighs_more_than_a_frequent_one(network: Network) -> None:
    vectors = FocusVectors.from_network(network)
    rarity = dict(zip(vectors.codes, vectors.rarity, strict=True))
    assert rarity["cluster:citizenship"] > rarity["migrants & refugees"] > rarity["equity & inclusion"] > 0


def test_a_theme_that_everyone_has_counts_nothing(network: Network) -> None:
    everyone = network.only(network.cities.index[:6])
    rows = network.focus.iloc[:6].assign(
        city_id=everyone.cities.index, kind="theme", focus="citizenship", strength="official"
    )
    found = PartnerIndex.from_network(replace(everyone, focus=rows)).partners("abuja-nga", FOCUS_ONLY)
    assert [partner.score for partner in found] == [0.0] * 5


def test_long_lists_do_not_win_everything(index: PartnerIndex, network: Network) -> None:
    lengths = network.focus.groupby("city_id")["focus"].nunique().sort_values(ascending=False)
    firsts = [index.partners(city_id, FOCUS_ONLY, 1)[0].city_id for city_id in network.cities.index]
    assert pd.Series(firsts)[lambda each: each.isin(lengths.index[:10])].size < len(firsts) / 5


def test_no_match_of_one_frequent_theme_is_perfect(index: PartnerIndex) -> None:
    assert index.partners("ankara-tur", FOCUS_ONLY, 1)[0].score < 50


def test_related_themes_are_told_from_stated_ones(index: PartnerIndex) -> None:
    facts = {
        partner.city_id: each.facts
        for partner in index.partners("espoo-fin", limit=400)
        for each in partner.contributions
        if each.reason == "focus"
    }
    assert facts["hamburg-deu"] == ("cluster:esd", "related:environment & climate")
    assert facts["gongju-kor"] == ("cluster:esd",)
    assert facts["glasgow-gbr"] == ("related:environment & climate",)


def test_what_is_not_known_is_neither_a_match_nor_a_mismatch(network: Network) -> None:
    def score(cohort: int | None) -> float:
        changed = with_cities(network, "limerick-irl", cohort=pd.NA if cohort is None else cohort)
        asking = with_cities(changed, "cork-irl", cohort=2015)
        return by_id(PartnerIndex.from_network(asking).partners("cork-irl"))["limerick-irl"].score

    assert score(2015) > score(None) > score(2016)


def test_a_member_that_is_not_placed_is_ranked_without_a_distance(network: Network) -> None:
    unplaced = PartnerIndex.from_network(with_cities(network, "limerick-irl", lat=np.nan, lon=np.nan))
    limerick = by_id(unplaced.partners("cork-irl"))["limerick-irl"]
    assert "distance" in limerick.unknown
    assert "distance" not in {each.reason for each in limerick.contributions}
    assert "limerick-irl" not in by_id(unplaced.partners("cork-irl", PRESETS["day_travel"].weights, 400))
    assert unplaced.partners("limerick-irl", PRESETS["alike"].weights)


def test_ties_go_by_identifier(network: Network) -> None:
    index = PartnerIndex.from_network(network.only(network.cities.index[::-1]))
    found = index.partners("beijing-chn", Weights(region=1.0), 400)
    same = [partner.city_id for partner in found if partner.score == 100]
    assert same == sorted(same)


def test_the_order_of_the_members_changes_nothing(network: Network, index: PartnerIndex) -> None:
    shuffled = PartnerIndex.from_network(network.only(network.cities.sample(frac=1, random_state=1).index))
    assert shuffled.partners("larissa-grc") == index.partners("larissa-grc")


def test_all_weights_at_zero_ask_for_nothing(index: PartnerIndex) -> None:
    assert index.partners("larissa-grc", Weights()) == []
    assert (index.table(Weights()).fillna(0) == 0).all(axis=None)


@pytest.mark.parametrize("weight", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_weight_that_is_none_is_refused_by_name(weight: float) -> None:
    with pytest.raises(ValueError, match="weight of language"):
        Weights(language=weight)


def test_a_distance_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError, match="max_km"):
        Weights(focus=1, max_km=0)


def test_another_region_only_leaves_out_the_own(index: PartnerIndex, network: Network) -> None:
    regions = network.cities["region"].astype(str)
    found = index.partners("larissa-grc", limit=400, other_region_only=True)
    assert len(found) == (regions != regions["larissa-grc"]).sum()
    assert not any(regions[partner.city_id] == regions["larissa-grc"] for partner in found)


def test_contrast_turns_the_region_round(index: PartnerIndex) -> None:
    same = index.partners("larissa-grc", Weights(region=1.0), 1)[0]
    other = index.partners("larissa-grc", Weights(region=1.0, contrast=True), 1)[0]
    assert same.contributions[0].facts == ("Europe and North America", "Europe and North America")
    partner, asking = other.contributions[0].facts
    assert partner != asking == "Europe and North America"


def test_a_mentor_has_the_award(index: PartnerIndex, network: Network) -> None:
    winners = set(network.awards["city_id"])
    assert {partner.city_id for partner in index.partners("fez-mar", PRESETS["mentor"].weights)} <= winners


def test_an_unknown_city_comes_with_the_nearest_names(index: PartnerIndex) -> None:
    with pytest.raises(UnknownCityError) as caught:
        index.partners("larisa-grc")
    assert caught.value.nearest[0].city_id == "larissa-grc"
    assert "Larissa (Greece)" in str(caught.value)


@pytest.mark.parametrize("city_id", ["", "-", "xqzw", "x" * 5000, "<b>"])
def test_an_unknown_city_without_a_near_name_is_an_error_too(index: PartnerIndex, city_id: str) -> None:
    with pytest.raises(UnknownCityError):
        index.partners(city_id)


def test_the_table_holds_the_scores_of_all_pairs(index: PartnerIndex, network: Network) -> None:
    table = index.table()
    assert table.shape == (len(network), len(network))
    assert np.isnan(np.diag(table)).all()
    assert table.notna().sum(axis=None) == len(network) * (len(network) - 1)
    assert table.loc["larissa-grc", "yeonsu-gu-kor"] == by_id(index.partners("larissa-grc"))["yeonsu-gu-kor"].score


def test_distances_are_those_of_the_sphere() -> None:
    quarter = distances_km(unit_vectors(np.array([90.0, 0, 0]), np.array([0.0, 179, 0])), np.array([1.0, 0, 0]))
    assert quarter == pytest.approx(EARTH_RADIUS_KM * np.array([np.pi / 2, np.radians(179), 0]))


def test_the_circle_is_ordered_and_leaves_out_the_centre(network: Network) -> None:
    near = within(network, "limerick-irl", 250)
    assert list(near)[:2] == ["cork-irl", "waterford-irl"]
    assert list(near.values()) == sorted(near.values())
    assert max(near.values()) <= 250
    assert "limerick-irl" not in near


def test_the_circle_across_the_date_line(network: Network) -> None:
    moved = with_cities(with_cities(network, "lowell-usa", lat=0.0, lon=-179.9), "taku-jpn", lat=0.0, lon=179.9)
    assert list(within(moved, "lowell-usa", 30)) == ["taku-jpn"]


def test_members_within_time_zones_follow_the_day(network: Network) -> None:
    winter = within_time_zones(network, "cork-irl", 0, date(2026, 1, 15))
    summer = within_time_zones(network, "cork-irl", 0, date(2026, 7, 15))
    assert {"belfast-gbr", "bouake-civ"} <= set(winter)
    assert "belfast-gbr" in summer
    assert "bouake-civ" not in summer


def test_clocks_do_not_know_the_date_line() -> None:
    assert hours_ahead(np.array([14.0, 5.75]), -11.0).tolist() == [1.0, -7.25]


def test_every_listed_member_has_a_clock(network: Network) -> None:
    offsets = member_offsets(network.cities, date(2025, 12, 4))
    missing = network.cities.index[np.isnan(offsets)].tolist()
    assert not missing, f"run scripts/build_time_zones.py: {missing} have no row in {PATH.name}"


def test_time_zones_name_only_members_and_real_zones(network: Network) -> None:
    from zoneinfo import available_timezones

    zones = load_time_zones()
    assert {city_id for _, city_id in zones if city_id} <= set(network.cities.index)
    assert set(zones.values()) <= available_timezones()


def test_languages_are_those_of_the_whole_country() -> None:
    assert official_languages("CHE") >= {"de", "fr", "it"}
    assert official_languages("IND") == {"hi", "en"}
    assert official_languages("USA") == {"en"}
    assert official_languages("XXX") == frozenset()


def test_a_language_that_is_only_in_use_is_not_called_official() -> None:
    assert official_languages("UKR") == {"uk"}


def test_every_member_country_has_a_language(network: Network) -> None:
    assert all(official_languages(iso3) for iso3 in network.cities["iso3"].astype(str).unique())


def test_a_theme_gives_members_with_evidence(network: Network) -> None:
    found = members_with_focus(network, "cluster:citizenship")
    assert set(found["city_id"]) == {"larissa-grc", "loures-prt", "wyndham-aus", "yeonsu-gu-kor"}
    assert (found[["evidence", "source_url"]] != "").all(axis=None)
    assert members_with_focus(network, "nothing").empty


def test_what_cannot_be_judged_is_exactly_what_has_a_gap(tiny: Network) -> None:
    nowhere = tiny.cities.assign(iso3=tiny.cities["iso3"].astype(object))
    nowhere.loc["markup-ken", ["iso3", "lat", "lon", "cohort"]] = ["ATA", np.nan, np.nan, pd.NA]
    traits = traits_of(replace(tiny, cities=nowhere), WINTER)
    asking, asked = (tiny.cities.index.get_loc(each) for each in ("accent-fra", "markup-ken"))
    unknown = {code for code, reason in REASONS.items() if np.isnan(reason.likeness(traits, asking, Weights())[asked])}
    assert unknown == {code for code, reason in REASONS.items() if reason.fact != NEVER_UNKNOWN}


def test_what_has_no_reason_is_refused() -> None:
    with pytest.raises(TypeError, match="no reason is called colour"):
        Weights(focus=1, colour=1)


def test_other_weights_keep_the_conditions() -> None:
    mentor = PRESETS["mentor"].weights.weighing({"size": 0.5})
    assert (mentor.of("size"), mentor.of("focus"), mentor.winners_only) == (0.5, 0, True)
    assert PRESETS["day_travel"].weights.weighing({}).max_km == 1000
    assert PRESETS["elsewhere"].weights.weighing({}).contrast
    assert Weights(focus=1, size=0) == Weights(focus=1)
    assert not Weights(size=0)


def test_every_reason_has_words_of_its_own() -> None:
    assert len({reason_label(code) for code in REASONS}) == len(REASONS)
    assert len({reason.rule() for reason in REASONS.values()}) == len(REASONS)
    assert fact_label("cohort") == "year of joining"
    assert all(preset_label(preset) for preset in PRESETS)


def test_sentences_are_in_the_language_of_the_visitor(network: Network) -> None:
    use_language("fr")
    assert "français" in describe(Contribution("language", 1.0, ("fr",)), network)
