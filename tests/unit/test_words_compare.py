"""What a comparison says: one, all, none and a tie each have their own words, and what is missing is said."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.model import Network
from atlas.selection import counting
from atlas.summaries import compare
from atlas.summaries.compare import Profile, Thing, Wish
from atlas.words import compare as words
from atlas.words import compare_choice, names

EVRY, MINUS, RTL = (Thing("city", code) for code in ("accent-fra", "minus-fra", "rtl-egy"))
FORMULA, LONG = Thing("city", "formula-nga"), Thing("city", "long-kor")
KOREA, FRANCE = Thing("country", "KOR"), Thing("country", "FRA")
AFRICA, LATIN = Thing("region", "Africa"), Thing("region", "Latin America and the Caribbean")


@pytest.fixture
def of(tiny: Network) -> dict[Thing, Profile]:
    strong = counting(tiny, weak=False)
    things = (EVRY, MINUS, RTL, FORMULA, LONG, KOREA, FRANCE, AFRICA, LATIN)
    return {thing: compare.summarise_profile(strong, compare.members_of(strong, thing)) for thing in things}


def some(of: dict[Thing, Profile], *things: Thing) -> dict[Thing, Profile]:
    return {thing: of[thing] for thing in things}


def profile(years: dict[str, int]) -> Profile:
    return Profile(sum(years.values()), 1, years, 0, {}, (), 0, 0)


def test_things_are_called_by_their_names_and_in_a_list_with_their_kind(tiny: Network) -> None:
    assert [names.thing_name(thing, tiny) for thing in (EVRY, KOREA, AFRICA)] == [
        "Évry",
        "Republic of Korea",
        "Africa",
    ]
    assert [names.option_name(thing, tiny) for thing in (EVRY, KOREA, AFRICA)] == [
        "Évry, France",
        "Republic of Korea (country)",
        "Africa (region)",
    ]


def test_the_options_are_regions_then_countries_then_cities_each_by_name(tiny: Network) -> None:
    options = names.option_names(tiny)
    assert list(options)[4:7] == ["region:Latin America and the Caribbean", "country:EGY", "country:FRA"]
    assert list(options)[11:13] == ["country:KOR", "city:formula-nga"]  # signs do not count: 11, Bold, Évry
    assert options["city:markup-ken"] == "<b>Bold</b> & Co, Kenya"
    assert len(options) == 22


def test_the_lead_invites_where_nothing_is_chosen(tiny: Network) -> None:
    assert words.lead({}, tiny) == (
        "Put two to six cities, countries or regions side by side, on the same scales and without a ranking."
    )


@pytest.mark.parametrize(
    ("things", "text"),
    [
        ((EVRY, RTL), "Évry and المدينة both work on education for sustainable development."),
        ((FORMULA, EVRY), "No stated theme is common to =1+1 and Évry."),
        ((EVRY, MINUS), "No statement on the focus was found for -Minus, so common themes cannot be told."),
        ((EVRY,), "Put two to six cities, countries or regions side by side, on the same scales and without a "
                  "ranking."),
        ((KOREA, EVRY, LATIN), "Members listed: 3 in the Republic of Korea; 0 in Latin America and the Caribbean."),
    ],
)  # fmt: skip
def test_the_lead_says_what_cities_share_or_how_many_members_there_are(
    tiny: Network, of: dict[Thing, Profile], things: tuple[Thing, ...], text: str
) -> None:
    assert words.lead(some(of, *things), tiny) == text


def test_a_link_with_mistakes_is_answered_one_sentence_each(tiny: Network) -> None:
    wish = Wish((EVRY, KOREA), ("city:atlantis", "x" * 100), (AFRICA, FRANCE))
    assert compare_choice.notices(wish, [EVRY, KOREA], tiny) == [
        "The Atlas knows no “city:atlantis” to compare. It is ignored; the rest applies.",
        f"The Atlas knows no “{'x' * 80}” to compare. It is ignored; the rest applies.",
        "The link asks for more than 6 things; left out: Africa and France.",
        "Different kinds stand side by side here: a city is one member, a country or a region counts many. "
        "Read shares of themes with the number of members under each name.",
    ]


@pytest.mark.parametrize(("things", "count"), [((), 0), ((EVRY,), 1), ((EVRY, MINUS), 0), ((EVRY, KOREA), 1)])
def test_nothing_is_noticed_without_a_reason(tiny: Network, things: tuple[Thing, ...], count: int) -> None:
    assert len(compare_choice.notices(None, things, tiny)) == count


def test_a_link_without_mistakes_is_not_answered(tiny: Network) -> None:
    assert compare_choice.notices(Wish((KOREA, FRANCE), (), ()), [KOREA, FRANCE], tiny) == []


def test_one_thing_asks_for_another(tiny: Network) -> None:
    assert compare_choice.notices(None, [KOREA], tiny) == [
        "Choose at least one more city, country or region to compare."
    ]


@pytest.mark.parametrize(
    ("things", "said"),
    [
        ((EVRY, MINUS), "The filters do not change a comparison of cities; they are kept for the other pages."),
        ((EVRY, KOREA), "Countries and regions are counted with the filters; a city is shown whatever they say."),
        ((), "Countries and regions are counted with the filters; a city is shown whatever they say."),
        ((KOREA, AFRICA), None),
    ],
)
def test_what_does_not_follow_the_filters_is_said_first(
    tiny: Network, things: tuple[Thing, ...], said: str | None
) -> None:
    without = compare_choice.notices(None, things, tiny)
    assert compare_choice.notices(None, things, tiny, narrowed=True) == [*([said] if said else []), *without]


@pytest.mark.parametrize(
    ("members", "narrowed", "said"),
    [(10, False, "10 members listed"), (1, False, "1 member listed")]
    + [(2, True, "2 members fit the filters"), (1, True, "1 member fits the filters")],
)
def test_the_count_is_that_of_the_filters_and_not_of_what_is_shown(members: int, narrowed: bool, said: str) -> None:
    assert compare_choice.status(members, narrowed=narrowed) == said


def test_facts_stand_side_by_side(tiny: Network, of: dict[Thing, Profile]) -> None:
    facts = words.side_by_side(some(of, EVRY, KOREA, AFRICA), tiny, tiny)
    assert words.telling_facts(facts) == {
        "What it is": ["city (France)", "country", "region of UNESCO"],
        "Members listed": ["is a member", "3", "2 in 2 countries"],
        "Joined": ["2017", "2017 to 2019", "2015; not published for 1 of 2"],
        "Learning City Award": ["2017", "none listed", "1 member (2015, 2019)"],
        "Population": ["1,000,000 (2019)", "stated on a page for 1 of 3", "stated on a page for 1 of 2"],
        "Member States without a member": ["does not apply", "does not apply", "1"],
    }


def test_what_is_missing_is_said_in_its_place(tiny: Network, of: dict[Thing, Profile]) -> None:
    nobody = tiny.only(tiny.cities.index[:0])
    facts = words.side_by_side(some(of, MINUS, LATIN), nobody, tiny)
    assert [tuple(cell.text for cell in cells) for cells in zip(*facts.values(), strict=True)] == [
        ("commune (France)", "is a member (a filter leaves it out elsewhere)", "not published",
         "none listed", "99,999 (GeoNames, for the town, undated)", "does not apply"),
        ("region of UNESCO", "0", "not published", "none listed", "not stated on any page", "2"),
    ]  # fmt: skip


def test_rows_that_carry_nothing_are_left_out(tiny: Network, of: dict[Thing, Profile]) -> None:
    assert list(words.telling_facts(words.side_by_side(some(of, EVRY, MINUS), tiny, tiny))) == [
        *("What it is", "Joined", "Learning City Award", "Population"),
    ]
    markup = Thing("city", "markup-ken")
    silent = compare.summarise_profile(tiny, compare.members_of(tiny, markup))
    assert list(words.telling_facts(words.side_by_side({markup: silent}, tiny, tiny))) == ["What it is"]
    assert "Members listed" in words.telling_facts(
        words.side_by_side({markup: silent}, tiny.only(tiny.cities.index[:0]), tiny)
    )


def test_the_comparison_becomes_a_table_with_full_names(tiny: Network, of: dict[Thing, Profile]) -> None:
    facts = {"Joined": [words.Cell("2017"), words.Cell("2019", tells=False)]}
    table = words.comparison_table(facts, ["older people"], some(of, EVRY, KOREA), tiny)
    assert list(table.columns) == ["Fact", "Évry, France", "Republic of Korea (country)"]
    assert table.to_numpy().tolist() == [
        ["Joined", "2017", "2019"],
        ["Older people", "no statement found", "2 of 2"],
    ]


@pytest.mark.parametrize(
    ("years", "title"),
    [
        ([{"2015": 1}, {"2017": 3, "2019": 1}], "Most members joined: France in 2017"),
        ([{"2016": 2}, {"2017": 2, "2019": 2}], "Most members joined: Republic of Korea in 2016; "
                                                "France in 2017 and 2019"),
        ([{"2015": 1, "unknown": 9}, {"2015": 1, "2016": 1, "2017": 1}], "When their members joined"),
        ([{"unknown": 2}, {"unknown": 4}], "When their members joined"),
    ],
)  # fmt: skip
def test_the_title_of_the_strips_names_the_years_that_lead(
    tiny: Network, years: list[dict[str, int]], title: str
) -> None:
    assert words.years_title({KOREA: profile(years[0]), FRANCE: profile(years[1])}, tiny) == title


def test_of_many_things_the_title_names_no_year(tiny: Network) -> None:
    assert words.years_title(dict.fromkeys((KOREA, FRANCE, AFRICA), profile({"2017": 2})), tiny).endswith(
        "Africa in 2017"
    )
    four = dict.fromkeys((KOREA, FRANCE, AFRICA, LATIN), profile({"2017": 2}))
    assert words.years_title(four, tiny) == "When their members joined"


def test_the_strips_are_told_in_words_and_as_a_table(tiny: Network, of: dict[Thing, Profile]) -> None:
    profiles = some(of, EVRY, KOREA, AFRICA, LATIN)
    assert words.years_alt(profiles, tiny) == (
        "Members by year of joining. Évry: 1 in 2017; Republic of Korea: 2 in 2017, 1 in 2019; "
        "Africa: 1 in 2015, 1 without a published year; Latin America and the Caribbean: none."
    )
    expected = pd.DataFrame(
        {
            "Year of joining": ["2015", "2017", "Year not published"],
            "Republic of Korea (country)": [0, 2, 0],
            "Africa (region)": [1, 0, 1],
        }
    )
    found = words.years_table(["2015", "2017", "unknown"], some(of, KOREA, AFRICA), tiny)
    pd.testing.assert_frame_equal(found, expected)


def test_the_title_of_the_themes_counts_them() -> None:
    assert words.themes_title(1) == "What they work on: 1 stated theme"
    assert words.themes_title(5) == "What they work on: 5 stated themes"


@pytest.mark.parametrize(
    ("things", "says", "not_a_word_of"),
    [((EVRY, RTL), "● stated", "share"), ((KOREA, AFRICA), "share", "●"), ((EVRY, KOREA), "for many members", "Each")],
)
def test_how_to_read_the_rows_depends_on_what_is_compared(
    things: tuple[Thing, ...], says: str, not_a_word_of: str
) -> None:
    assert says in words.themes_subtitle(things)
    assert not_a_word_of not in words.themes_subtitle(things)


def test_every_column_of_many_members_has_its_denominator(tiny: Network, of: dict[Thing, Profile]) -> None:
    assert words.theme_heads(some(of, KOREA, EVRY, MINUS), tiny) == [
        ("Republic of Korea", "2 of 3 with a statement"),
        ("Évry", ""),
        ("-Minus", "no statement found"),
    ]


def test_themes_are_dots_for_cities_and_shares_for_many_members(tiny: Network, of: dict[Thing, Profile]) -> None:
    codes, profiles = ["older people", "sdg:5"], some(of, KOREA, LONG, MINUS)
    blank = words.Mark("no statement found")
    assert words.theme_rows(codes, profiles, tiny) == [
        ("Older people", [words.Mark("2 of 2", "100%", 1.0), words.Mark("stated", "●", 1.0), blank]),
        ("Stated: SDG 5 · Gender equality", [blank, blank, blank]),
    ]


@pytest.mark.parametrize(
    ("reason", "things", "name", "text"),
    [
        ("cluster:esd", (EVRY, RTL), "Évry and المدينة", "Two members of the cluster “Education for sustainable "
         "development”, from different regions of UNESCO."),
        ("countries", (KOREA, FRANCE), "Republic of Korea and France", "The two countries with the most members listed "
         "here."),
        ("regions", (AFRICA, LATIN), "The five regions", "The regions of UNESCO: when their members joined and what "
         "they state."),
    ],
)  # fmt: skip
def test_an_example_says_what_it_compares_and_why(
    tiny: Network, reason: str, things: tuple[Thing, ...], name: str, text: str
) -> None:
    assert compare_choice.suggestion_name(reason, things, tiny) == name
    assert compare_choice.suggestion_text(reason, tiny) == text
