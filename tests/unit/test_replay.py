"""The replay below its page: what happened in each year, who joined, who stands apart, and how that is said."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from atlas import wording
from atlas.selection import Selection, select
from atlas.summaries.replay import Year, summarise_joined, summarise_years
from atlas.ui.growth import replay as page
from atlas.words import replay as words

if TYPE_CHECKING:
    from atlas.model import Network


def test_every_year_from_the_first_to_the_last_tells_what_happened(tiny: Network) -> None:
    assert summarise_years(tiny) == [
        Year(2015, conferences=(("Second <b>conference</b>", "Mexico City"),), awards=2, counted=3),
        Year(2016),  # the count in the press is not UNESCO's
        Year(2017, conferences=(("Third conference", "Cork"),), awards=2, intakes=((5, 3),), counted=9),
        Year(2018),
        Year(2019, intakes=((3, 2),), counted=11),  # as corrected the same day
        Year(2020, counted=14),  # a city of one country is no intake
        Year(2021, conferences=(("Fifth conference", "Yeonsu"),)),
    ]


def test_a_network_without_any_year_has_none(tiny: Network) -> None:
    undated = replace(tiny.only(["minus-fra"]), events=tiny.events.iloc[:0], milestones=tiny.milestones.iloc[:0])
    assert summarise_years(undated) == []
    assert summarise_joined([], undated.cities) == [("unknown", 1, 1)]


def test_members_are_counted_by_year_and_those_without_one_stand_last_and_apart(tiny: Network) -> None:
    years = summarise_years(tiny)
    assert summarise_joined(years, tiny.cities) == [
        *[("2015", 2, 2), ("2016", 0, 2), ("2017", 3, 5), ("2018", 0, 5), ("2019", 3, 8), ("2020", 0, 8)],
        *[("2021", 0, 8), ("unknown", 2, 10)],
    ]
    korean = select(tiny, Selection(country=["KOR"])).cities
    assert [each for each in summarise_joined(years, korean) if each.joined] == [("2017", 2, 2), ("2019", 1, 3)]
    assert len(summarise_joined(years, korean)) == 7  # all have a year, so nobody stands apart


def test_what_happened_reads_as_phrases() -> None:
    assert words.happenings(
        Year(2024, conferences=(("Sixth conference", "Jubail"),), awards=1, intakes=((64, 35), (5, 2)), counted=1356)
    ) == [
        "Sixth conference (Jubail)",
        "1 Learning City Award",
        "UNESCO admitted 64 cities from 35 countries",
        "UNESCO admitted 5 cities from 2 countries",
        "UNESCO counted 1,356 cities",
    ]
    assert words.happenings(Year(2022, awards=2, counted=294, later="292")) == [
        "2 Learning City Awards",
        "UNESCO counted 294 cities, 292 in later texts",
    ]
    assert words.happenings(Year(2014)) == []


def test_the_section_tells_how_many_come_last() -> None:
    shown = "The members shown appear on the map year by year, beside what happened in the whole network."
    assert words.subtitle(0) == shown
    assert words.subtitle(1) == f"{shown} 1 member without a published year comes last, on its own."
    assert words.subtitle(1056) == f"{shown} 1,056 members without a published year come last, on their own."


def test_the_table_has_the_steps_of_the_replay(tiny: Network) -> None:
    years = summarise_years(tiny)
    table = words.table(years, summarise_joined(years, tiny.cities))
    assert table.iloc[[2, 3, 7]].to_numpy().tolist() == [
        [
            *("2017", 3, 5),
            "Third conference (Cork); 2 Learning City Awards; UNESCO admitted 5 cities from 3 countries; "
            "UNESCO counted 9 cities",
        ],
        ["2018", 0, 5, ""],
        ["Year not published", 2, 10, ""],
    ]


def test_the_script_gets_years_happenings_and_words_in_the_language_of_the_visitor(tiny: Network) -> None:
    told = json.loads(page._file(tiny))
    assert [each["year"] for each in told["years"]] == [2015, 2016, 2017, 2018, 2019, 2020, 2021]
    assert told["years"][0] == {
        "year": 2015,
        "conference": True,
        "happened": ["Second <b>conference</b> (Mexico City)", "2 Learning City Awards", "UNESCO counted 3 cities"],
    }
    assert [each["conference"] for each in told["years"]] == [True, False, True, False, False, False, True]
    assert told["words"]["members"] == ["{number} member", "{number} members"]
    wording.use_language("fr")
    french = json.loads(page._file(tiny))["words"]
    assert (french["play"], french["joined"]) == ("Lecture", ["{number} adhésion", "{number} adhésions"])
    assert french["step"] == "{year}\u202f: {counts}"
    assert french["and"] == "\u202f; "
