"""What is said about the focus: names, texts beside bars, titles and alternative texts."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas import wording
from atlas.model import NETWORK_GOALS, NO_STATEMENT, Network
from atlas.selection import Selection, select
from atlas.summaries import focus
from atlas.words import focus as words

CLUSTERS = pd.DataFrame({"cluster_id": ["esd", "<b>"], "name": ["Education for <i>all</i>", "R&D"]})


def test_names_of_themes_clusters_goals_and_of_no_statement() -> None:
    codes = ["older people", "cluster:esd", "cluster:gone", "sdg:5", NO_STATEMENT]
    assert words.theme_names(codes, CLUSTERS) == [
        "Older people",
        "Cluster: Education for <i>all</i>",
        "Cluster: gone",
        "Stated: SDG 5 · Gender equality",
        "No statement found",
    ]


def test_coverage_is_told_as_covered_of_members() -> None:
    coverage = pd.DataFrame({"region": ["Africa", "Arab States"], "members": [1200, 2], "covered": [1, 2]})
    assert words.coverage_texts(coverage) == ["1 of 1,200", "2 of 2"]


def test_pairs_are_named_in_their_order() -> None:
    pairs = pd.DataFrame({"first": ["older people", "cluster:esd"], "second": ["health", "older people"]})
    assert words.pair_names(pairs, CLUSTERS) == [
        "Older people + Health",
        "Cluster: Education for <i>all</i> + Older people",
    ]


def _rows(groups: list[str], covered: list[int]) -> pd.DataFrame:
    return pd.DataFrame({"code": "health", "group": groups, "members": 1, "covered": covered})


def test_every_region_has_its_own_denominator_in_unescos_order() -> None:
    rows = _rows(["Latin America and the Caribbean", "Africa", "Arab States"], [3, 1, 22])
    assert list(words.region_headings(rows).items()) == [
        ("Africa", "Africa\nof 1"),
        ("Arab States", "Arab States\nof 22"),
        ("Latin America and the Caribbean", "Latin America and the Caribbean\nof 3"),
    ]


def test_every_period_has_its_own_denominator_and_the_unknown_year_comes_last() -> None:
    rows = _rows(["unknown", "2019", "2015-2017"], [4, 25, 1030])
    assert list(words.period_headings(rows).items()) == [
        ("2015-2017", "2015–\n2017\nof 1,030"),
        ("2019", "2019\nof 25"),
        ("unknown", "Year not published\nof 4"),
    ]


def test_a_goal_tells_only_what_there_is() -> None:
    goals = pd.DataFrame({"sdg": [3, 4, 5, 10], "stated": [0, 2, 1, 1000], "mapped": [4, 0, 7, 1]})
    assert words.goal_texts(goals) == ["4 mapped", "2 stated", "7 mapped, 1 stated", "1 mapped, 1,000 stated"]


def test_words_beside_bars_are_translated() -> None:
    wording.use_language("fr")
    assert words.theme_names([NO_STATEMENT], CLUSTERS) == ["Aucune déclaration trouvée"]
    assert words.region_headings(_rows(["Africa"], [1200])) == {"Africa": "Afrique\nsur 1\u202f200"}


@pytest.fixture
def shown(network: Network) -> Network:
    return select(network, Selection())


def test_goals_of_the_whole_network_are_a_sentence(shown: Network) -> None:
    sentence = words.network_goals_sentence(focus.summarise_goals(shown))
    assert all(f"SDG {goal}" in sentence for goal in NETWORK_GOALS)


def test_alternative_texts_hold_the_numbers_of_the_data(shown: Network) -> None:
    themes = focus.summarise_themes(shown)
    alt = words.themes_alt(themes, missing=131, clusters=shown.clusters)
    assert str(themes["members"].iloc[0]) in alt
    assert "No statement found: 131" in alt or "no statement found: 131" in alt
    goals = focus.summarise_goals(shown)
    assert f"{goals['mapped'].iloc[0]} mapped, {goals['stated'].iloc[0]} stated" in words.goals_alt(goals)


def test_titles_are_findings_from_the_data(shown: Network) -> None:
    themes = focus.summarise_themes(shown)
    assert "Equity & inclusion" in words.themes_title(themes, shown.clusters)
    pairs = focus.summarise_pairs(shown)
    assert str(pairs["members"].iloc[0]) in words.pairs_title(pairs, shown.clusters)


def test_the_sentence_on_weak_statements_says_whether_they_count() -> None:
    assert "would add 14 members" in words.weak_note(14, counted=False)
    assert "count now" in words.weak_note(1, counted=True)


def test_without_any_statement_the_words_say_so(network: Network) -> None:
    nobody = focus.summarise_themes(select(network, Selection(focus=(NO_STATEMENT,))))
    assert "No statement" in words.lead(nobody, covered=0, members=3, clusters=network.clusters)
    assert "No stated theme" in words.themes_title(nobody, network.clusters)
