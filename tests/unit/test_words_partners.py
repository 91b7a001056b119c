"""What the partner finder says round its list: conditions and gaps are named, the formula adds up."""

from __future__ import annotations

import pytest

from atlas.partners import PRESETS, Weights
from atlas.wording import use_language
from atlas.words import partners as words

PLAIN = Weights(focus=1.0)


@pytest.mark.parametrize(
    ("found", "sentence"),
    [
        (0, "No member fits these conditions. Choose another question, or allow every region."),
        (1, "1 member Cork could contact. The order holds for Cork alone and is not a ranking."),
        (10, "10 members Cork could contact. The order holds for Cork alone and is not a ranking."),
    ],
)
def test_the_list_is_told_for_none_one_and_many(found: int, sentence: str) -> None:
    assert words.found_sentence("Cork", found, PLAIN) == sentence


@pytest.mark.parametrize(
    ("preset", "condition"),
    [
        ("mentor", "Only members that received the Learning City Award are asked."),
        ("day_travel", "Only members within 1,000 km in a straight line are asked."),
        ("elsewhere", "A different region speaks for a partner."),
    ],
)
def test_conditions_are_named_where_they_hold(preset: str, condition: str) -> None:
    assert words.found_sentence("Cork", 3, PRESETS[preset].weights).endswith(condition)
    assert condition not in words.found_sentence("Cork", 3, PLAIN)


def test_what_is_missing_is_named_once_for_the_city_and_once_for_its_partners() -> None:
    assert words.missing("Cork", [], {}) == []
    assert words.missing("Cork", ["stated focus", "population"], {}) == [
        "Not published for Cork, so without influence on the order: stated focus and population.",
    ]
    assert words.missing("Cork", [], {"population": ["Bolu"], "year of joining": ["Bolu", "Arak"]}) == [
        "Not published for some of the partners: population (Bolu); year of joining (Bolu and Arak).",
    ]


def test_the_formula_names_what_counts_and_its_sum() -> None:
    weighed = [("Shared focus", 1.0), ("Region", 0.0), ("Similar size", 0.1), ("Short distance", 0.2)]
    assert words.formula(weighed) == (
        "total = 100 × (1 × Shared focus + 0.1 × Similar size + 0.2 × Short distance) ÷ 1.3"
    )
    assert words.formula([("Region", 0.0)]) == "total = 100 × (0) ÷ 0"
    use_language("fr")
    assert "0,1 × Similar size" in words.formula(weighed)


def test_the_method_counts_members_and_says_the_share_of_what_is_unknown() -> None:
    before, after = words.method(1403, 0.75)
    assert before.startswith("Each of 1,403 listed members is compared with the city")
    assert "keeps 75% of its weight below the line" in after


def test_what_a_link_says_wrongly_is_repeated() -> None:
    assert words.unknown_question("best") == (
        "The link asks for the question “best”, which is not known. It is ignored."
    )
    assert words.unknown_weight("Similar size", "-1", 100) == (
        "The link gives the weight “Similar size” as “-1”, which is no whole number from 0 to 100. It is ignored."
    )
    assert words.unknown_wish("w_colour", "3") == (
        "The link says w_colour=3, which the partner finder does not know. It is ignored."
    )
