"""What the page of the data says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from atlas.facts import FACTS
from atlas.model import Network
from atlas.words import data as words


def test_the_lead_counts_members_and_the_sites_they_are_on(tiny: Network) -> None:
    # Ten pages, two of them on one site.
    assert words.lead(tiny) == "10 members, each with its source page; the pages are on 9 websites."
    without = replace(tiny, cities=tiny.cities.assign(source_url=""))
    assert words.lead(without) == "10 members, each with its source page; the pages are on 0 websites."


def test_every_table_beside_the_members_has_a_title_and_a_note() -> None:
    assert list(words.TABLES) == list(FACTS)
    titles = [words.table_title(name) for name in FACTS]
    assert titles[:3] == ["Focus statements", "Awards", "Awards of others"]
    assert len(set(titles)) == len(titles)
    assert all(words.table_note(name).endswith(".") for name in FACTS)


@pytest.mark.parametrize(
    ("make", "one", "many"),
    [
        (words.shown_rows, "1 shown row as CSV", "2 shown rows as CSV"),
        (words.all_rows, "All 1 row as CSV", "All 2 rows as CSV"),
        (words.rows, "1 row as CSV", "2 rows as CSV"),
    ],
)
def test_buttons_say_how_many_rows_they_hand_out(make: object, one: str, many: str) -> None:
    assert callable(make)
    assert [make(1, "CSV"), make(2, "CSV")] == [one, many]


def test_a_search_without_success_says_among_how_many() -> None:
    assert words.nothing_found("<b>", 1) == "Nothing among the 1 member that the filters leave fits “<b>”."
    assert words.nothing_found("x", 1200) == "Nothing among the 1,200 members that the filters leave fits “x”."


def test_a_citation_has_the_address_and_the_day_of_reading() -> None:
    quoted = words.citation("2020-03-01+tiny", "https://atlas.example/data", date(2026, 11, 25))
    assert quoted == (
        "Learning Cities Atlas: members of the UNESCO Global Network of Learning Cities, compiled from public pages. "
        "Data version 2020-03-01+tiny of 1 March 2020. Licence CC BY 4.0. "
        "Retrieved on 25 November 2026 from https://atlas.example/data"
    )
    assert words.citation("2020-03-01+tiny", "", date(2026, 11, 25)).endswith("Licence CC BY 4.0.")
