"""What the first page says, with the numbers of ten members known by heart."""

from __future__ import annotations

from datetime import date

import pytest

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries.members import Summary
from atlas.words import overview as words


def test_the_lead_speaks_of_what_unesco_announced(tiny: Network) -> None:
    assert words.lead(tiny.coverage).startswith(
        "The UNESCO Global Network of Learning Cities connects 14 cities in 8 countries committed to lifelong learning"
    )


def test_every_number_says_what_it_counts(tiny: Network) -> None:
    assert words.figures(Summary(select(tiny, Selection()))) == [
        (10, "members shown, in 7 countries"),
        (8, "have a published year of joining"),
    ]
    assert words.figures(Summary(tiny.only(["long-kor", "quote-kor"]))) == [
        (2, "members shown, in 1 country"),
        (2, "have a published year of joining"),
    ]
    assert words.figures(Summary(tiny.only(["long-kor"]))) == [
        (1, "member shown, in 1 country"),
        (1, "has a published year of joining"),
    ]


@pytest.mark.parametrize(
    ("known", "members", "sentence"),
    [
        (313, 1403, "Stated themes known for 313, no statement found for 1,090"),
        (1200, 1200, "Stated themes known for each of the 1,200 members"),
        (1, 1, "Stated themes known for the member shown"),
        (0, 1, "No statement found on the themes of the member shown"),
        (0, 9, "No statement found on the themes of any member"),
    ],
)
def test_what_is_known_of_the_themes_has_a_sentence_for_one_all_and_none(
    known: int, members: int, sentence: str
) -> None:
    assert words.stated(known, members) == sentence


def test_the_data_have_a_date() -> None:
    assert words.fresh(date(2026, 11, 24)) == "Data of 24 November 2026, from public pages."


def test_one_newest_member_is_no_plural() -> None:
    assert words.newest_title(1, 2019) == "The newest cohort: 1 member of 2019 listed here"
    assert words.newest_title(1200, 2019) == "The newest cohort: 1,200 members of 2019 listed here"
