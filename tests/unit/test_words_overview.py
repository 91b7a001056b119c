"""What the first page says, with the numbers of ten members known by heart."""

from __future__ import annotations

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries.members import Summary
from atlas.words import overview as words


def test_the_lead_speaks_of_what_unesco_announced(tiny: Network) -> None:
    assert words.lead(tiny.coverage).startswith(
        "The UNESCO Global Network of Learning Cities connects 14 cities in 8 countries committed to lifelong learning"
    )


def test_every_number_says_what_it_counts(tiny: Network) -> None:
    assert words.figures(Summary(select(tiny, Selection())), placed=9) == [
        (10, "members shown, in 7 countries"),
        (8, "have a published year of joining"),
        (6, "have a focus stated on a public page"),
        (9, "are placed on the map"),
    ]
    assert words.figures(Summary(tiny.only(["long-kor", "quote-kor"])), placed=0) == [
        (2, "members shown, in 1 country"),
        (2, "have a published year of joining"),
        (2, "have a focus stated on a public page"),
        (0, "are placed on the map"),
    ]
    assert words.figures(Summary(tiny.only(["long-kor"])), placed=1) == [
        (1, "member shown, in 1 country"),
        (1, "has a published year of joining"),
        (1, "has a focus stated on a public page"),
        (1, "is placed on the map"),
    ]


def test_one_newest_member_is_no_plural() -> None:
    assert words.newest_title(1, 2019) == "The newest cohort: 1 member of 2019 listed here"
    assert words.newest_title(1200, 2019) == "The newest cohort: 1,200 members of 2019 listed here"
