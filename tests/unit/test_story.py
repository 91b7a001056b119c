"""The story of the small network: one sentence a step from its numbers, and what has nothing to say stays away."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from atlas.exonyms import speak
from atlas.selection import Selection
from atlas.story import (
    MAKERS,
    Bars,
    LeftOut,
    Line,
    NothingToTell,
    Points,
    Series,
    Step,
    Story,
    UnknownScope,
    arranged,
    make_story,
    read_scope,
    scope_of,
)
from atlas.wording import speaking
from tests.tiny import NAMES

if TYPE_CHECKING:
    from atlas.model import Network

_DATED = "from public pages read up to 1 March 2020."
_NETWORK_OF = "of the UNESCO Global Network of Learning Cities"


def told(network: Network, scope: str = "network", **chosen: list[str]) -> Story:
    return make_story(network, read_scope(scope, network, Selection(**chosen)))


def step(network: Network, code: str, scope: str = "network", **chosen: list[str]) -> Step:
    (found,) = [each for each in told(network, scope, **chosen).steps if each.code == code]
    return found


def reason(network: Network, code: str, scope: str = "network", **chosen: list[str]) -> str:
    (found,) = [each for each in told(network, scope, **chosen).left_out if each.code == code]
    return found.reason


def test_every_step_of_the_network_says_one_sentence(tiny: Network) -> None:
    assert {each.code: each.message for each in told(tiny).steps} == {
        "title": f"The Atlas lists 10 members {_NETWORK_OF} in 7 countries, {_DATED}",
        "where": "4 of the 10 members are in Europe and North America, more than in any other region.",
        "how": "UNESCO counted 3 cities in 2015 and 14 in 2020.",
        "work": "3 of the 6 members with a statement work on “Older people”, more than on any other theme.",
        "newest": "The newest members are @Home, Plain and <script>alert(1)</script>, which joined in 2019.",
        "awards": "=1+1, Évry and المدينة have received the UNESCO Learning City Award.",
        "missing": "6 of UNESCO’s 13 Member States have no member listed here.",
        "partners": (
            "Évry (France) and المدينة (Egypt) have most in common across borders: both work on education for "
            "sustainable development; 1 hour apart; award in 2017."
        ),
        "sources": "The 10 members listed rest on public pages of 8 websites.",
    }
    assert told(tiny).left_out == ()


@pytest.mark.parametrize(
    ("scope", "messages"),
    [
        (
            "region:Africa",
            {
                "title": f"The Atlas lists 2 members {_NETWORK_OF} in 2 countries in Africa, {_DATED}",
                "where": "The 2 members are spread over 2 countries, none with more than 1.",
                "how": "The only member with a published year joined in 2015; year of joining unknown for 1.",
                "work": "Public pages state 2 themes of the work of =1+1.",
                "missing": "1 of UNESCO’s 3 Member States in Africa has no member listed here.",
                "sources": "The 2 members listed rest on public pages of 1 website.",
            },
        ),
        (
            "region:Asia and the Pacific",
            {
                "title": f"The Atlas lists 3 members {_NETWORK_OF} in Asia and the Pacific, {_DATED}",
                "where": "All 3 members are in the Republic of Korea.",
            },
        ),
        (
            "country:KOR",
            {
                "title": f"The Atlas lists 3 members {_NETWORK_OF} in the Republic of Korea, {_DATED}",
                "where": "All 3 members listed in Asia and the Pacific are in the Republic of Korea.",
                "how": "Most joined in 2017: 2 members.",
                "newest": "The newest member is Plain, which joined in 2019.",
                "missing": "Still unknown among the 3 members: stated focus (1) and population (2).",
            },
        ),
        (
            "country:NGA",
            {
                "title": f"The Atlas lists 1 member {_NETWORK_OF} in Nigeria, {_DATED}",
                "where": "=1+1 joined the network in 2015 and is the only member listed in Nigeria.",
                "awards": "=1+1 has received the UNESCO Learning City Award.",
                "sources": "The member listed rests on a public page.",
            },
        ),
        ("country:DEU", {"sources": "The member listed rests on a copy of a UNESCO page."}),
        (
            "country:GRC",
            {"missing": "Still unknown for <script>alert(1)</script>: stated focus, population and position."},
        ),
    ],
)
def test_a_part_of_the_network_is_told_from_its_own_numbers(
    tiny: Network, scope: str, messages: dict[str, str]
) -> None:
    found = {each.code: each.message for each in told(tiny, scope).steps}
    assert {code: found[code] for code in messages} == messages


def test_a_choice_is_told_as_a_part_of_the_list(tiny: Network) -> None:
    story = told(tiny, "filter", year=["2017"])
    assert story.name == "Year of joining: 2017"
    assert story.steps[0].message == f"3 of the 10 listed members {_NETWORK_OF} fit this choice, {_DATED}"
    assert step(tiny, "where", "filter", year=["2017"]).message == (
        "2 of the 3 members are in Asia and the Pacific, more than in any other region."
    )
    both = step(tiny, "where", "filter", kind=["district", "commune", "governorate"])
    assert both.message == "2 of the 4 members are in Asia and the Pacific, more than in any other region."
    even = step(tiny, "where", "filter", country=["KOR", "NGA", "KEN", "EGY"], year=["2015", "2019", "unknown"])
    assert even.message == "2 of the 4 members are in Africa, more than in any other region."
    tie = step(tiny, "where", "filter", country=["NGA", "EGY", "KOR", "KEN"], kind=["district", "city", "governorate"])
    assert tie.message == "3 of the 6 members are in Asia and the Pacific, more than in any other region."


@pytest.mark.parametrize(
    ("code", "scope", "why"),
    [
        ("how", "country:NGA", "With a single member there is no growth to show; it joined in 2015."),
        ("how", "country:KEN", "With a single member there is no growth to show, and its year of joining is not publ"),
        ("work", "country:KEN", "No statement was found on what these members work on, which does not mean that "),
        ("newest", "country:NGA", "There is only one member."),
        ("newest", "region:Africa", "All that have a published year joined in 2015, so none is newer than the others."),
        ("awards", "country:KOR", "None of these members is among the cities listed with a Learning City Award."),
        ("missing", "country:NGA", "Year of joining, focus, population and position are known for each of these memb"),
        ("partners", "country:GRC", "No work in common with a member of another country is known, so no pair is named"),
    ],
)
def test_a_step_without_content_stays_away_and_says_why(tiny: Network, code: str, scope: str, why: str) -> None:
    assert reason(tiny, code, scope).startswith(why)


def test_without_any_year_neither_growth_nor_the_newest_are_told(tiny: Network) -> None:
    chosen = {"year": ["unknown"]}
    why = "No source gives a year of joining for these members."
    assert (reason(tiny, "how", "filter", **chosen), reason(tiny, "newest", "filter", **chosen)) == (why, why)


def test_nobody_is_missing_where_every_member_state_has_a_member(tiny: Network) -> None:
    states = tiny.member_states
    reached = replace(tiny, member_states=states[states["iso3"].isin(tiny.cities["iso3"])])
    assert reason(reached, "missing") == "Every Member State of UNESCO has a member listed here."
    assert (
        reason(reached, "missing", "region:Africa")
        == "Every Member State of UNESCO in Africa has a member listed here."
    )


def test_each_step_is_there_or_says_why_not(tiny: Network) -> None:
    for scope in ("network", "region:Arab States", "country:FRA", "country:GRC"):
        story = told(tiny, scope)
        codes = [each.code for each in (*story.steps, *story.left_out)]
        assert sorted(codes) == sorted(MAKERS)
        assert [each.code for each in story.steps] == [code for code in MAKERS if code in codes[: len(story.steps)]]


def test_a_maker_makes_the_step_that_it_is_called_after(tiny: Network) -> None:
    from atlas.story.telling import Telling

    telling = Telling(tiny, read_scope("country:KOR", tiny))
    made: dict[str, Step | LeftOut] = {code: maker.make(telling) for code, maker in MAKERS.items()}
    assert {code: each.code for code, each in made.items()} == {code: code for code in MAKERS}
    assert isinstance(made["awards"], LeftOut)


def test_nothing_is_told_of_nobody(tiny: Network) -> None:
    with pytest.raises(
        NothingToTell, match=r"^No member fits this choice, so there is nothing to tell: loosen a filter\.$"
    ):
        told(tiny, "filter", country=["KOR"], year=["2015"])


# Pictures and tables


def test_the_bars_of_themes_are_solid_but_for_those_without_a_statement(tiny: Network) -> None:
    found = step(tiny, "work")
    assert found.picture == Bars(
        labels=(
            "Older people",
            "Cluster: Education for sustainable development",
            "Equity & inclusion",
            "Environment & climate",
            "Gender equality",
            "No statement found",
        ),
        solid=Series("Members", (3, 2, 2, 1, 1, 0)),
        hollow=Series("No statement found", (0, 0, 0, 0, 0, 4)),
        texts=("3", "2", "2", "1", "1", "4"),
    )
    assert found.definition == (
        "Members by stated theme, of 6 with a statement; a member counts once per theme. Hollow: no statement found "
        "for 4 of 10."
    )
    assert found.table.rows[-1] == ("No statement found", 4)
    assert [column.kind for column in found.table.columns] == ["text", "number"]


def test_weak_statements_count_where_the_choice_says_so(tiny: Network) -> None:
    found = step(tiny, "work", "filter", evidence=["weak"])
    assert isinstance(found.picture, Bars)
    assert found.picture.hollow == Series("No statement found", (0, 0, 0, 0, 0, 0, 3))


def test_years_are_columns_with_every_year_between_and_the_unknown_one_hollow(tiny: Network) -> None:
    picture = step(tiny, "how", "region:Europe and North America").picture
    assert picture == Bars(
        labels=("2017", "2018", "2019", "n. p."),
        solid=Series("Members", (1, 0, 2, 0)),
        hollow=Series("Year not published", (0, 0, 0, 1)),
        texts=("1", "", "2", "1"),
        upright=True,
    )
    korea = step(tiny, "how", "country:KOR").picture
    assert isinstance(korea, Bars)
    assert korea.hollow is None


def test_the_network_grows_along_the_counts_of_unesco(tiny: Network) -> None:
    picture = step(tiny, "how").picture
    assert isinstance(picture, Line)
    assert picture.points == [
        (date(2015, 9, 28), 3), (date(2017, 9, 18), 9), (date(2019, 12, 1), 11), (date(2020, 3, 1), 14),
    ]  # fmt: skip
    assert picture.dotted == ()


def test_maps_show_the_placed_members_and_mark_whom_the_step_is_about(tiny: Network) -> None:
    where = step(tiny, "where").picture
    assert isinstance(where, Points)
    assert [place.city_id for place in where.places] == [each for each in NAMES if each != "script-grc"]
    newest = step(tiny, "newest").picture
    assert isinstance(newest, Points)
    assert newest.marked == ("at-deu", "plain-kor")
    assert step(tiny, "where", "country:GRC").picture is None
    assert "1 member could not be placed; it is counted, and missing on the map." in step(tiny, "where").notes


def test_of_one_country_every_member_is_named_with_its_page(tiny: Network) -> None:
    rows = step(tiny, "where", "country:KOR").table.rows
    assert rows == (
        (NAMES["long-kor"], "2017", "https://www.long.example/page"),
        ("Plain", "2019", "https://www.plain.example/page"),
        (NAMES["quote-kor"], "2017", 'https://quote.example/?"><b>x</b>'),
    )
    assert step(tiny, "where", "country:KEN").table.rows == (("<b>Bold</b> & Co", None, None),)  # a copy of a page


def test_missing_member_states_stand_by_region_and_one_region_in_the_light_of_the_others(tiny: Network) -> None:
    network, africa = step(tiny, "missing"), step(tiny, "missing", "region:Africa")
    assert network.table.rows == (
        ("Africa", 1, "Benin"),
        ("Arab States", 1, "Qatar"),
        ("Asia and the Pacific", 1, "Japan"),
        ("Europe and North America", 1, "Canada"),
        ("Latin America and the Caribbean", 2, "Brazil and Mexico"),
    )
    assert africa.table.rows == (("Benin",),)
    for each, strong in ((network, None), (africa, 0)):
        assert isinstance(each.picture, Bars)
        assert each.picture.solid.values == (2, 1, 1, 3, 0)
        assert each.picture.hollow == Series("Without", (1, 1, 1, 1, 2))
        assert each.picture.strong == strong


def test_what_is_unknown_is_told_by_fact_and_by_member(tiny: Network) -> None:
    found = step(tiny, "missing", "country:KOR")
    assert found.title == "What is still unknown"
    assert found.picture == Bars(
        labels=("Stated focus", "Population"),
        solid=Series("Known", (2, 1)),
        hollow=Series("Not published", (1, 2)),
        texts=("1 missing", "2 missing"),
    )
    assert found.table.rows == (
        (NAMES["long-kor"], "Population"),
        ("Plain", "Stated focus"),
        (NAMES["quote-kor"], "Population"),
    )


def test_a_single_member_tells_what_pages_state_of_it(tiny: Network) -> None:
    found = step(tiny, "work", "country:NGA")
    assert found.picture is None
    assert found.table.rows == (
        ("Equity & inclusion", "says <em>equity</em>", "https://formula.example/1"),
        ("Older people", "says older people", "https://formula.example/2"),
    )
    assert [source.address for source in found.sources] == ["https://formula.example/1", "https://formula.example/2"]
    assert step(tiny, "work", "country:DEU").sources == ()  # a copy is named nowhere as a link


def test_pairs_cross_borders_and_leave_the_scope(tiny: Network) -> None:
    korea = step(tiny, "partners", "country:KOR")
    assert {row[1].partition(", ")[2] for row in korea.table.rows if isinstance(row[1], str)} == {"Nigeria"}
    assert isinstance(korea.picture, Points)
    assert korea.picture.links == (("long-kor", "formula-nga"),)
    assert [place.city_id for place in korea.picture.places] == ["long-kor", "formula-nga"]


def test_partners_of_a_choice_are_not_among_those_chosen(tiny: Network) -> None:
    winners = step(tiny, "partners", "filter", award=["2015", "2017", "2019"]).picture
    assert isinstance(winners, Points)
    pairs = (("accent-fra", "at-deu"), ("formula-nga", "long-kor"), ("formula-nga", "quote-kor"))
    assert winners.links == pairs


def test_every_step_has_a_foot_and_a_picture_has_words(tiny: Network) -> None:
    for scope in ("network", "region:Africa", "country:KOR", "country:NGA"):
        story = told(tiny, scope)
        assert story.coverage == "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020."
        for each in story.steps:
            assert bool(each.alt) == (each.picture is not None), (scope, each.code)
            assert each.definition
            assert each.table.rows
            assert all(len(row) == len(each.table.columns) for row in each.table.rows)


# The arrangement of a talk


def test_steps_are_switched_off_put_in_order_and_given_titles(tiny: Network) -> None:
    story = told(tiny, "country:KOR")
    changed = arranged(
        story, ["work", "where", "awards", "nonsense", "work"], {"where": " Here ", "work": "", "how": "x"}
    )
    assert [(each.code, each.title) for each in changed.steps] == [("work", "What we work on"), ("where", "Here")]
    assert arranged(story) == story
    assert arranged(story, []).steps == ()
    assert story.steps[1].title == "Where we are"


# Scopes


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        ({}, "network"),
        ({"region": ["Africa"]}, "region:Africa"),
        ({"country": ["KOR"]}, "country:KOR"),
        ({"country": ["KOR", "FRA"]}, "filter"),
        ({"country": ["KOR"], "evidence": ["weak"]}, "filter"),
        ({"region": ["Africa"], "year": ["2015"]}, "filter"),
    ],
)
def test_a_scope_is_the_text_of_an_address_and_back(tiny: Network, chosen: dict[str, list[str]], text: str) -> None:
    scope = scope_of(Selection(**chosen))
    assert str(scope) == text
    assert read_scope(text, tiny, Selection(**chosen)) == scope


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("country:kor", None),
        ("country:BEN", "No member is listed in “BEN”: use the ISO 3166-1 alpha-3 code of a country, such as KOR."),
        ("region:Atlantis", "“Atlantis” is no region of UNESCO: use one of Africa; Arab States; Asia and the Pacific; "
                            "Europe and North America; Latin America and the Caribbean."),
        ("planet", "“planet” is no scope: use network, region:Africa, country:KOR or filter."),
        ("", "“” is no scope: use network, region:Africa, country:KOR or filter."),
    ],
)  # fmt: skip
def test_an_unknown_scope_says_what_is_known(tiny: Network, text: str, message: str | None) -> None:
    if message is None:
        assert str(read_scope(text, tiny)) == "country:KOR"
        return
    with pytest.raises(UnknownScope, match=f"^{re.escape(message)}$"):
        read_scope(text, tiny)


# The real data


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_country_region_and_the_network_have_a_story(network: Network, language: str) -> None:
    with speaking(language):
        spoken = speak(network, language)
        scopes = ["network", *(f"country:{code}" for code in sorted(set(network.cities["iso3"])))]
        scopes += [f"region:{region}" for region in sorted(set(network.cities["region"]))]
        for scope in scopes:
            story = told(spoken, scope)
            for text in (*(each.message for each in story.steps), *(each.reason for each in story.left_out)):
                assert _is_one_sentence(text), (scope, text)


def _is_one_sentence(text: str) -> bool:
    initials = re.compile(r"\b\w\. ")  # José C. Paz
    return text.endswith(".") and not re.search(r"[{}]|[.!?]\s+\w|\s\.|\.\.|  ", initials.sub("", text))
