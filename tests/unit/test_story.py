"""The story of the small network: one sentence a step from its numbers, and what has nothing to say stays away."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from atlas.exonyms import speak
from atlas.selection import Selection
from atlas.story import (
    MAKERS,
    LeftOut,
    NothingToTell,
    Step,
    UnknownScope,
    arranged,
    read_scope,
    scope_of,
)
from atlas.story.pictures import Bars
from atlas.wording import speaking
from tests.stories import reason, step, told

if TYPE_CHECKING:
    from atlas.model import Network

_DATED = "from public pages read up to 1 March 2020."
_NETWORK_OF = "of the UNESCO Global Network of Learning Cities"


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


def test_copies_of_pages_come_after_the_websites_however_many_they_are(tiny: Network) -> None:
    sources = told(tiny).steps[-1].picture
    assert isinstance(sources, Bars)
    assert sources.labels[0] == "accent.example"
    assert sources.labels[-1] == "copy of a UNESCO page, not linked"
    assert sources.solid.values == (1, 1, 1, 1, 1, 1, 1, 1, 2)


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
        codes = [*(each.code for each in story.steps), *(each.code for each in story.left_out)]
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


@pytest.mark.parametrize(("language", "every"), [("en", 1), ("fr", 3)])  # in French a third of them: each takes time
def test_every_country_region_and_the_network_have_a_story(network: Network, language: str, every: int) -> None:
    with speaking(language):
        spoken = speak(network, language)
        scopes = ["network", *(f"country:{code}" for code in sorted(set(network.cities["iso3"]))[::every])]
        scopes += [f"region:{region}" for region in sorted(set(network.cities["region"]))]
        for scope in scopes:
            story = told(spoken, scope)
            for text in (*(each.message for each in story.steps), *(each.reason for each in story.left_out)):
                assert _is_one_sentence(text), (scope, text)


def _is_one_sentence(text: str) -> bool:
    initials = re.compile(r"\b\w\. ")  # José C. Paz
    return text.endswith(".") and not re.search(r"[{}]|[.!?]\s+\w|\s\.|\.\.|  ", initials.sub("", text))
