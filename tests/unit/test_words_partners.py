"""What the partner finder says round its list: conditions and gaps are named, the formula adds up."""

from __future__ import annotations

import pytest

from atlas.partners import PRESETS, Weights
from atlas.wording import use_language
from atlas.words import partners as words

PLAIN = Weights(focus=1.0)


@pytest.mark.parametrize(
    ("found", "begins"),
    [
        (0, "No member fits these conditions."),
        (1, "1 member that Cork could contact, with the points behind each reason."),
        (10, "10 members that Cork could contact, with the points behind each reason."),
    ],
)
def test_the_list_is_told_for_none_one_and_many(found: int, begins: str) -> None:
    assert words.found_sentence("Cork", found, PLAIN, knows_focus=True).startswith(begins)


@pytest.mark.parametrize(
    ("preset", "condition"),
    [
        ("mentor", "Only members that received the Learning City Award are asked."),
        ("day_travel", "Only members within 1,000 km in a straight line are asked."),
        ("elsewhere", "A different region speaks for a partner."),
    ],
)
def test_conditions_are_named_where_they_hold(preset: str, condition: str) -> None:
    assert words.found_sentence("Cork", 3, PRESETS[preset].weights, knows_focus=True).endswith(condition)
    assert condition not in words.found_sentence("Cork", 3, PLAIN, knows_focus=True)


def test_a_missing_focus_of_the_city_is_named() -> None:
    gap = "No focus of Cork is published, so its partners are found by the other reasons."
    assert words.found_sentence("Cork", 3, PLAIN, knows_focus=False).endswith(gap)
    assert gap not in words.found_sentence("Cork", 3, PLAIN, knows_focus=True)


def test_the_formula_names_what_counts_and_its_sum() -> None:
    weighed = [("Shared focus", 1.0), ("Region", 0.0), ("Similar size", 0.1), ("Short distance", 0.2)]
    assert words.formula(weighed) == (
        "sum = 100 × (1 × Shared focus + 0.1 × Similar size + 0.2 × Short distance) ÷ 1.3"
    )
    assert words.formula([("Region", 0.0)]) == "sum = 100 × (0) ÷ 0"
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
