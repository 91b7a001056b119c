"""What is said of the focus: one, all, none and a tie have their own sentence; numbers are those of the tables."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas import wording
from atlas.model import NO_STATEMENT, Network
from atlas.selection import Selection, select
from atlas.summaries import focus
from atlas.words import focus as words

CLUSTERS = pd.DataFrame({"cluster_id": ["esd", "<b>"], "name": ["Education for <i>all</i>", "R&D"]})


@pytest.fixture(scope="module")
def strong(tiny: Network) -> Network:
    return select(tiny, Selection())


def themes(**members: int) -> pd.DataFrame:
    return pd.DataFrame({"code": list(members), "members": list(members.values())}).astype({"members": "int64"})


@pytest.mark.parametrize(
    ("stated", "covered", "members", "sentence"),
    [
        (
            themes(health=3, sport=1),
            6,
            10,
            "3 of the 6 members with a statement work on “Health”, more than on any other theme. "
            "For 4 of 10 members no statement was found.",
        ),
        (
            themes(health=2, sport=2, art=1),
            4,
            4,
            "2 of the 4 members with a statement work on each of “Health” and “Sport”, more than on any other theme.",
        ),
        (
            themes(a=3, b=3, c=3, d=1),
            4,
            4,
            "3 of the 4 members with a statement work on each of “A”, “B” and “C”, more than on any other theme.",
        ),
        (
            themes(health=2, sport=2, art=1),
            2,
            2,
            "Each of the 2 members with a statement works on “Health” and “Sport”.",
        ),
        (
            themes(a=1, b=1, c=1, d=1),
            2,
            2,
            "No theme comes first among the 2 members with a statement: 4 themes are stated by 1 member each.",
        ),
        (
            themes(health=1, sport=1),
            1,
            1200,
            "A statement was found for one member; it names “Health” and “Sport”. "
            "For 1,199 of 1,200 members no statement was found.",
        ),
        (themes(), 0, 3, "No statement was found on what these members work on."),
    ],
)
def test_the_lead_names_the_first_theme_or_themes(
    stated: pd.DataFrame, covered: int, members: int, sentence: str
) -> None:
    assert words.lead(stated, covered=covered, members=members, clusters=CLUSTERS) == sentence


def test_the_title_names_up_to_three_themes() -> None:
    def title(**members: int) -> str:
        return words.themes_title(themes(**members), CLUSTERS)

    assert title(a=4, b=3, c=2, d=1) == "The themes members state most often are “A”, “B” and “C”"
    assert title(a=4) == "The only theme that members state is “A”"
    assert title(a=4, b=3) == "The themes members state most often are “A” and “B”"
    assert title(a=2, b=2) == "The themes members state most often are “A” and “B”"


def test_a_tie_of_themes_is_named_whole_or_not_at_all() -> None:
    def title(*members: int) -> str:
        return words.themes_title(themes(**dict(zip("abcdefg", members, strict=False))), CLUSTERS)

    assert title(4, 3, 2, 2) == "The themes members state most often are “A” and “B”"
    assert title(4, 3, 3, 3) == "The theme members state most often is “A”"
    assert title(4, 4, 4, 1) == "The themes members state most often are “A”, “B” and “C”"
    assert title(2, 2, 2, 2, 1) == "No theme is stated more often than others: 4 have 2 members each"
    assert title(1, 1, 1, 1) == "No theme is stated more often than others: 4 have 1 member each"


def test_without_a_theme_the_title_says_so() -> None:
    def title(**members: int) -> str:
        return words.themes_title(themes(**members), CLUSTERS)

    assert title() == "No stated theme was found"


def test_names_of_themes_clusters_goals_and_of_no_statement() -> None:
    codes = ["older people", "cluster:esd", "cluster:gone", "sdg:5", NO_STATEMENT]
    assert words.theme_names(codes, CLUSTERS) == [
        "Older people",
        "Cluster: Education for <i>all</i>",
        "Cluster: gone",
        "Stated: SDG 5 · Gender equality",
        "No statement found",
    ]


def test_themes_in_words_and_as_a_table_end_with_those_without_a_statement(strong: Network) -> None:
    found = focus.summarise_themes(strong)
    assert words.themes_alt(found, missing=1200, clusters=strong.clusters) == (
        "Bar chart of 5 stated themes by number of members. Older people: 3; Cluster: Education for sustainable "
        "development: 2; Equity & inclusion: 2; Environment & climate: 1; Gender equality: 1; no statement found: "
        "1,200."
    )
    table = words.themes_table(found, missing=4, clusters=strong.clusters)
    assert table.to_numpy().tolist()[-2:] == [["Gender equality", 1], ["No statement found", 4]]
    assert "for 6 of 1,200" in words.themes_subtitle(covered=6, members=1200)
    assert "A statement was found" not in words.themes_subtitle(covered=6, members=6)
    assert words.themes_remark(chosen=False) == "Click a row to filter."
    assert "lights its bars" in words.themes_remark(chosen=True)
    assert words.all_themes_label(1200) == "Show all 1,200 themes and clusters"


@pytest.mark.parametrize(
    ("rows", "title"),
    [
        (
            [("Africa", 4, 1), ("Arab States", 2, 1), ("Asia and the Pacific", 4, 2)],
            "Best documented: Arab States and Asia and the Pacific; least: Africa",
        ),
        ([("Africa", 4, 1), ("Arab States", 4, 1)], "2 of 8 members have a focus stated on a public page"),
        ([("Africa", 1200, 1)], "1 of 1,200 members has a focus stated on a public page"),
        ([("Africa", 4, 4), ("Arab States", 2, 2)], "A statement was found for each of the 6 members shown"),
        ([("Africa", 1, 1)], "A statement was found for the member shown"),
        ([("Africa", 4, 0), ("Arab States", 2, 0)], "No statement was found for the members shown"),
    ],
)
def test_the_title_names_the_best_and_the_least_documented(rows: list[tuple[str, int, int]], title: str) -> None:
    assert words.coverage_title(pd.DataFrame(rows, columns=["region", "members", "covered"])) == title


def test_coverage_is_told_as_covered_of_members(strong: Network) -> None:
    coverage = focus.summarise_coverage(strong)
    assert words.coverage_texts(coverage) == ["1 of 2", "1 of 1", "2 of 3", "2 of 4"]
    assert words.coverage_alt(coverage) == (
        "Bar chart of members with a stated focus, by region. Africa: 1 of 2; Arab States: 1 of 1; Asia and the "
        "Pacific: 2 of 3; Europe and North America: 2 of 4."
    )
    assert words.coverage_table(coverage).iloc[0].tolist() == ["Africa", 2, 1, 1]


def test_the_note_on_weak_statements_says_what_they_add_and_whether_they_count() -> None:
    assert words.weak_note(1, counted=False).endswith("do not count; they would add 1 member.")
    assert words.weak_note(1200, counted=False).endswith("do not count; they would add 1,200 members.")
    assert words.weak_note(0, counted=False).endswith("do not count; they would add no member.")
    assert words.weak_note(2, counted=True).startswith("Weak statements count now; without them 2 more members")
    assert words.weak_note(0, counted=True).startswith("Weak statements count now; each of these members")


def shares(*given: tuple[str, str, int, int]) -> pd.DataFrame:
    return pd.DataFrame(given, columns=["code", "group", "members", "covered"])


def test_a_region_stands_out_by_its_share_among_those_with_enough_statements() -> None:
    several = shares(
        ("health", "Africa", 9, 9), ("health", "Arab States", 5, 10), ("sport", "Asia and the Pacific", 6, 1200)
    )
    assert words.regions_title(several, CLUSTERS, least=10) == (
        "“Health” stands out in the Arab States: 5 of 10 members with a statement"
    )
    assert words.regions_title(several.head(1), CLUSTERS, least=9) == (
        "“Health” comes first in Africa: each of the 9 members with a statement"
    )
    alone = shares(("health", "Africa", 1, 1))
    assert words.regions_title(alone, CLUSTERS, least=1) == (
        "“Health” comes first in Africa: the only member with a statement"
    )
    assert words.regions_title(several, CLUSTERS, least=1201) == "Too few statements to compare regions"
    assert words.regions_title(several.assign(members=0), CLUSTERS, least=1) == "Too few statements to compare regions"


def test_the_newest_period_with_a_year_is_told() -> None:
    several = shares(("health", "2015-2019", 9, 9), ("health", "2020-2022", 1, 25), ("sport", "2020-2022", 2, 25))
    unknown = shares(("health", "unknown", 3, 4))
    assert words.periods_title(pd.concat([several, unknown], ignore_index=True), CLUSTERS) == (
        "“Sport” comes first among those who joined in 2020–2022: 2 of 25 members with a statement"
    )
    silent = shares(("health", "2023-2025", 0, 3))
    assert words.periods_title(silent, CLUSTERS) == "Those who joined in 2023–2025 state no theme"
    assert words.periods_title(unknown, CLUSTERS) == "No year of joining is published for these members"


def test_the_matrix_in_words_tells_its_first_theme_group_by_group(strong: Network) -> None:
    found = focus.summarise_themes_by(strong, strong.cities["region"])
    older = found[found["code"] == "older people"]
    assert words.matrix_alt(older, CLUSTERS) == (
        "Small bars of the share that each theme has in each group. For “Older people”: Africa: 1 of 1; Arab States: "
        "0 of 1; Asia and the Pacific: 2 of 2; Europe and North America: 0 of 2."
    )
    periods = shares(("health", "2015-2017", 1, 2), ("health", "unknown", 3, 4))
    assert words.matrix_alt(periods, CLUSTERS).endswith("2015–2017: 1 of 2; year not published: 3 of 4.")
    assert words.matrix_table(periods, CLUSTERS).to_numpy().tolist() == [
        *(["Health", "2015–2017", 1, 2], ["Health", "Year not published", 3, 4]),
    ]


def _heads(groups: list[str], covered: list[int]) -> pd.DataFrame:
    return pd.DataFrame({"code": "health", "group": groups, "members": 1, "covered": covered})


def test_every_region_has_its_own_denominator_in_unescos_order() -> None:
    rows = _heads(["Latin America and the Caribbean", "Africa", "Arab States"], [3, 1, 22])
    assert list(words.region_headings(rows).items()) == [
        ("Africa", "Africa\nof 1"),
        ("Arab States", "Arab States\nof 22"),
        ("Latin America and the Caribbean", "Latin America and the Caribbean\nof 3"),
    ]


def test_every_period_has_its_own_denominator_and_the_unknown_year_comes_last() -> None:
    rows = _heads(["unknown", "2019", "2015-2017"], [4, 25, 1030])
    assert list(words.period_headings(rows).items()) == [
        ("2015-2017", "2015–2017\nof 1,030"),
        ("2019", "2019\nof 25"),
        ("unknown", "Year not published\nof 4"),
    ]


def pairs(*given: tuple[str, str, int]) -> pd.DataFrame:
    found = pd.DataFrame(given, columns=["first", "second", "members"])
    return found.assign(first_members=found["members"] + 1, second_members=found["members"])


def test_the_title_of_the_pairs_names_the_first_unless_several_are() -> None:
    two = pairs(("health", "cluster:esd", 1200), ("health", "sport", 2))
    assert words.pairs_title(two, CLUSTERS) == (
        "1,200 members name both “Health” and “Cluster: Education for <i>all</i>”"
    )
    assert words.pairs_title(two.tail(1).assign(members=1), CLUSTERS) == "1 member names both “Health” and “Sport”"
    tied = two.assign(members=2)
    assert words.pairs_title(tied, CLUSTERS) == "No two themes are named together by more than 2 members"


def test_pairs_are_named_in_their_order() -> None:
    two = pairs(("older people", "health", 3), ("cluster:esd", "older people", 2))
    assert words.pair_names(two, CLUSTERS) == [
        *("Older people + Health", "Cluster: Education for <i>all</i> + Older people"),
    ]
    assert words.pairs_alt(two, CLUSTERS) == (
        "Bar chart of themes that the same members state. Older people and Health: 3; Cluster: Education for "
        "<i>all</i> and Older people: 2."
    )
    assert words.pairs_table(two, CLUSTERS).iloc[0].tolist() == ["Older people", "Health", 3, 4, 3]


def test_words_beside_bars_are_translated() -> None:
    wording.use_language("fr")
    assert words.theme_names([NO_STATEMENT], CLUSTERS) == ["Aucune déclaration trouvée"]
    assert words.region_headings(_heads(["Africa"], [1200])) == {"Africa": "Afrique\nsur 1\u202f200"}
    assert words.regions_title(
        shares(("health", "Arab States", 5, 10), ("health", "Africa", 0, 9)), CLUSTERS, least=1
    ) == ("«\u202fHealth\u202f» se distingue dans les États arabes\u202f: 5 des 10 membres ayant une déclaration")
