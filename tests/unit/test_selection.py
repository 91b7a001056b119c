"""What a selection keeps: pure, agreeing with itself, honest about the unknown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.filters import FILTERS, filter_codes, label, memberships, title
from atlas.focus_codes import focus_codes, member_goals
from atlas.model import WEAK, Network
from atlas.selection import Selection, counting, mask, select
from atlas.wording import use_language
from tests.tiny import NAMES, tiny_network

if TYPE_CHECKING:
    from collections.abc import Mapping

IDS: Final = list(NAMES)

KNOWN: Final[Mapping[str, Mapping[str, str]]] = {
    "region": {
        "Africa": "formula markup",
        "Arab States": "rtl",
        "Asia and the Pacific": "long quote plain",
        "Europe and North America": "accent minus at script",
        "Latin America and the Caribbean": "",
    },
    "country": {
        "DEU": "at",
        "EGY": "rtl",
        "FRA": "accent minus",
        "GRC": "script",
        "KEN": "markup",
        "KOR": "long quote plain",
        "NGA": "formula",
    },
    "year": {
        "2015": "formula rtl",
        "2017": "long quote accent",
        "2019": "plain at script",
        "unknown": "markup minus",
    },
    "focus": {
        "cluster:esd": "rtl accent",
        "environment & climate": "at",
        "equity & inclusion": "formula rtl",
        "gender equality": "quote",
        "older people": "formula long quote",
        "none": "markup plain minus script",
    },
    "sdg": {
        **{str(goal): "" for goal in range(1, 18)},
        "4": "formula rtl accent",
        "5": "long quote",
        "10": "formula rtl long quote",
        "12": "at",
        "13": "rtl accent at",
    },
    "kind": {
        "city": "formula markup plain accent at script",
        "commune": "minus",
        "district": "long quote",
        "governorate": "rtl",
    },
    "award": {"2015": "formula", "2017": "rtl accent", "2019": "formula"},
    "size": {
        "small": "minus",
        "medium": "formula plain accent",
        "large": "at",
        "unknown": "markup rtl long quote script",
    },
}
"""Who has which code, weak statements left aside, by the first part of the identifier."""


def those(names: str) -> set[str]:
    return {city_id for city_id in IDS if city_id.partition("-")[0] in names.split()}


def expected(selection: Selection) -> list[str]:
    """Return the members that fit, worked out from the table above and nothing else."""
    fitting = set(IDS)
    for name, codes in selection.chosen:
        fitting &= set().union(*(those(KNOWN[name][code]) for code in codes))
    return [city_id for city_id in IDS if city_id in fitting]


choices = st.fixed_dictionaries(
    {}, optional={name: st.lists(st.sampled_from(sorted(codes)), unique=True) for name, codes in KNOWN.items()}
)


@pytest.mark.parametrize("name", KNOWN)
def test_every_filter_knows_who_has_which_code(tiny: Network, name: str) -> None:
    membership = memberships(counting(tiny, weak=False))[name]
    found = {
        code: {IDS[at] for at in row.nonzero()[0]} for code, row in zip(membership.codes, membership.has, strict=True)
    }
    assert found == {code: those(names) for code, names in KNOWN[name].items()}
    assert list(membership.codes) == list(KNOWN[name])


def test_every_filter_is_in_the_table_above() -> None:
    assert {name for name, each in FILTERS.items() if each.narrows} == set(KNOWN)


def test_weak_statements_add_codes_and_take_members_from_those_without_one(tiny: Network) -> None:
    focus = memberships(tiny)["focus"]
    assert "citizenship" in focus.codes
    assert focus.count(mask(tiny, Selection())) == {
        "citizenship": 1,
        "cluster:esd": 2,
        "environment & climate": 1,
        "equity & inclusion": 3,
        "gender equality": 1,
        "older people": 3,
        "none": 3,
    }


@given(choices)
def test_a_selection_keeps_whoever_fits_every_filter_by_any_of_its_codes(chosen: dict[str, list[str]]) -> None:
    selection = Selection(**chosen)
    assert select(tiny_network(), selection).cities.index.tolist() == expected(selection)


@given(st.sampled_from(sorted(KNOWN)), st.data())
def test_a_filter_and_its_complement_give_the_whole(name: str, data: st.DataObject) -> None:
    network = counting(tiny_network(), weak=False)
    codes = memberships(network)[name].codes
    chosen = data.draw(st.sets(st.sampled_from(codes)))
    inside = memberships(network)[name].any_of(chosen)
    rest = memberships(network)[name].any_of(set(codes) - chosen)
    if name in ("region", "country", "year", "kind", "size"):  # every member has exactly one code
        assert inside.sum() + rest.sum() == 10
        assert not (inside & rest).any()
    else:
        assert inside.sum() + (rest & ~inside).sum() == memberships(network)[name].any_of(codes).sum()


@given(choices, st.sampled_from(sorted(KNOWN)))
def test_a_further_filter_never_adds_anybody(chosen: dict[str, list[str]], name: str) -> None:
    selection = Selection(**chosen)
    shown = set(select(tiny_network(), selection).cities.index)
    assert shown <= set(select(tiny_network(), selection.without(name)).cities.index)


@given(choices, st.sampled_from(sorted(KNOWN)), st.data())
def test_a_code_toggled_twice_is_what_it_was(chosen: dict[str, list[str]], name: str, data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(sorted(KNOWN[name])))
    selection = Selection(**chosen)
    once = selection.toggled(name, code)
    assert (code in once[name]) != (code in selection[name])
    assert sorted(once.toggled(name, code).items()) == sorted(selection.items())


def test_a_selection_tells_what_is_chosen_in_the_order_of_the_filters() -> None:
    selection = Selection(kind=["city"], region=["Africa", "Arab States"])
    assert list(selection.items()) == [("region", "Africa"), ("region", "Arab States"), ("kind", "city")]
    assert selection["year"] == ()
    assert selection
    assert not Selection(year=[])
    assert selection.without("region", "kind") == Selection()
    assert selection.counts_weak is False
    assert Selection(evidence=["weak"]).counts_weak is True


def test_a_filter_that_is_none_is_refused_by_name() -> None:
    with pytest.raises(TypeError, match="no filter is called charm, colour, shape, taste"):
        Selection(taste=["x"], shape=["x"], colour=["red"], charm=["x"])


def test_codes_that_nobody_knows_belong_to_nobody(tiny: Network) -> None:
    assert select(tiny, Selection(country=["XXX"])).cities.empty
    assert select(tiny, Selection(country=["XXX", "KOR"])).cities.index.tolist() == [
        *("long-kor", "quote-kor", "plain-kor"),
    ]


def test_statements_and_awards_are_those_of_the_members_kept(tiny: Network) -> None:
    africa = select(tiny, Selection(region=["Africa"]))
    assert africa.focus["city_id"].tolist() == ["formula-nga", "formula-nga"]
    assert africa.awards["year"].tolist() == [2015, 2019]
    assert africa.coverage.listed == 2
    assert africa.coverage.announced == 14


def test_weak_statements_count_only_when_asked_for(tiny: Network) -> None:
    assert WEAK not in set(select(tiny, Selection()).focus["strength"])
    assert len(select(tiny, Selection()).focus) == 13
    assert len(select(tiny, Selection(evidence=[WEAK])).focus) == 15
    assert select(tiny, Selection(evidence=[WEAK], focus=["citizenship"])).cities.index.tolist() == ["plain-kor"]


def test_the_codes_of_a_filter_are_counted_among_those_that_fit_the_others(tiny: Network) -> None:
    counted = counting(tiny, weak=False)
    fit = mask(counted, Selection(region=["Africa", "Asia and the Pacific"]))
    assert memberships(counted)["year"].count(fit) == {"2015": 1, "2017": 2, "2019": 1, "unknown": 1}


def test_a_filtered_network_has_the_same_members_in_the_order_given(tiny: Network) -> None:
    two = tiny.only(["plain-kor", "formula-nga"])
    assert two.cities.index.tolist() == ["plain-kor", "formula-nga"]
    assert len(two) == 2
    assert set(two.focus["city_id"]) == {"plain-kor", "formula-nga"}
    assert len(two.milestones) == 6


@pytest.mark.parametrize(
    ("name", "code", "english", "french"),
    [
        ("region", "Arab States", "Arab States", "États arabes"),
        ("country", "DEU", "Germany", "Allemagne"),
        ("year", "2015", "2015", "2015"),
        ("year", "unknown", "Year not published", "Année non publiée"),
        ("focus", "older people", "Older people", "Personnes âgées"),
        ("focus", "cluster:esd", "Cluster: Education for sustainable development", None),
        ("focus", "none", "No statement found", None),
        ("sdg", "4", "SDG 4 · Quality education", "ODD 4 · Éducation de qualité"),
        ("kind", "commune", "Commune", "Commune"),
        ("award", "2017", "Award 2017", "Prix 2017"),
        ("size", "unknown", "Population not known", None),
        ("evidence", "weak", "Include weak evidence", None),
    ],
)
def test_codes_are_called_by_their_names(tiny: Network, name: str, code: str, english: str, french: str | None) -> None:
    assert label(name, code, tiny) == english
    use_language("fr")
    assert french is None or label(name, code, tiny) == french


def test_filters_are_called_by_their_titles() -> None:
    assert [title(name) for name in FILTERS] == [
        *("Region", "Country", "Year of joining", "Stated focus", "Goal (SDG)", "Kind of member"),
        *("Population", "Learning City Award", "Strength of evidence"),
    ]


def test_statements_are_filtered_by_theme_cluster_or_goal(tiny: Network) -> None:
    assert focus_codes(tiny.focus).unique().tolist() == [
        *("equity & inclusion", "older people", "cluster:esd", "sdg:5", "gender equality", "citizenship"),
        *("sdg:4", "environment & climate"),
    ]


def test_a_goal_that_is_stated_and_mapped_counts_as_stated(tiny: Network) -> None:
    goals = member_goals(counting(tiny, weak=False))
    assert sorted(goals.itertuples(index=False, name=None)) == [
        *(("accent-fra", 4, "stated"), ("accent-fra", 13, "mapped")),
        *(("at-deu", 12, "mapped"), ("at-deu", 13, "mapped")),
        *(("formula-nga", 4, "mapped"), ("formula-nga", 10, "mapped")),
        *(("long-kor", 5, "stated"), ("long-kor", 10, "mapped")),
        *(("quote-kor", 5, "stated"), ("quote-kor", 10, "mapped")),
        *(("rtl-egy", 4, "mapped"), ("rtl-egy", 10, "mapped"), ("rtl-egy", 13, "mapped")),
    ]


def test_every_code_that_a_filter_of_the_real_network_offers_keeps_somebody(network: Network) -> None:
    silent = {
        (name, code)
        for name, codes in filter_codes(network).items()
        if name not in ("sdg", "evidence")  # all seventeen goals are offered, named by somebody or not
        for code in codes
        if not len(select(network, Selection(**{name: (code,)}, evidence=(WEAK,) if name == "focus" else ())))
    }
    assert silent == set()
