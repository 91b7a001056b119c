"""The wishes of the partner finder between link and sliders: what is read, what is written, what is left out."""

from __future__ import annotations

from typing import Any

import pytest
import streamlit as st

from atlas.partners import PRESETS, REASONS, USUAL
from atlas.ui.city import wishes
from atlas.ui.frame import keys, state


class Address(dict[str, Any]):
    """Query parameters that remember how often they were written."""

    written = 0

    def get_all(self, name: str) -> list[str]:
        return [self[name]]

    def from_dict(self, given: dict[str, list[str]]) -> None:
        self.written += 1
        self.clear()
        self.update({name: values[-1] for name, values in given.items()})


@pytest.fixture(autouse=True)
def address(monkeypatch: pytest.MonkeyPatch) -> Address:
    """Begin a visit and return its address."""
    found = Address()
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", found)
    monkeypatch.setattr(state, "came_back", lambda: False)
    return found


@pytest.mark.parametrize(
    ("text", "weight"),
    [
        *[("0", 0), ("7", 7), ("100", 100), ("099", 99), ("101", None), ("999", None), ("0100", None), ("", None)],
        *[("-1", None), ("1.5", None), ("1e2", None), ("٣", None), ("²", None), ("ten", None), (" 7", None)],
    ],
)
def test_a_weight_is_a_whole_number_up_to_a_hundred(text: str, weight: int | None) -> None:
    assert wishes._hundredths(text) == weight


def test_before_the_finder_was_seen_nothing_is_wished() -> None:
    assert wishes.parameters() == []
    assert wishes.chosen_preset() == USUAL
    assert wishes.wants_other_region() is False


def test_the_usual_question_leaves_the_address_empty(address: Address) -> None:
    wishes.adopt_url()
    wishes.write_url()
    assert (dict(address), address.written) == ({}, 0)
    assert wishes.parameters() == []
    assert not wishes.has_own_weights()
    assert wishes.current_weights() == PRESETS["alike"].weights
    assert st.session_state[keys.PARTNER_NOTICES] == []


def test_what_is_wished_goes_into_the_address_beside_what_is_there(address: Address) -> None:
    address.update(city="evry", like="best", w_colour="3", w_size="70", other_region="maybe", w_cohort="ten")
    wishes.adopt_url()
    question, wish, colour, cohort = st.session_state[keys.PARTNER_NOTICES]
    assert "“best”" in question
    assert "other_region=maybe" in wish
    assert "w_colour=3" in colour
    assert "“ten”" in cohort
    wishes.write_url()
    assert dict(address) == {"city": "evry", "w_size": "70"}
    wishes.write_url()
    assert address.written == 1


def test_a_question_and_a_region_are_kept_with_the_weights_that_differ(address: Address) -> None:
    address.update(like="mentor", other_region="1", w_focus="100", w_size="6")
    wishes.adopt_url()
    assert wishes.parameters() == [("w_size", "6"), ("like", "mentor"), ("other_region", "1")]
    assert wishes.has_own_weights()
    assert wishes.current_weights().of("size") == 0.06
    assert wishes.current_weights().of("focus") == 1
    assert wishes.current_weights().winners_only
    wishes.use_preset_weights()
    assert not wishes.has_own_weights()
    assert wishes.parameters() == [("like", "mentor"), ("other_region", "1")]


def test_the_link_is_read_on_arrival_and_after_a_step_in_the_history(
    address: Address, monkeypatch: pytest.MonkeyPatch
) -> None:
    address.update(w_size="70")
    wishes.adopt_url()
    address.update(w_size="20", other_region="1")
    wishes.adopt_url()
    assert (st.session_state["w_size"], wishes.wants_other_region()) == (70, False)
    monkeypatch.setattr(state, "came_back", lambda: True)
    wishes.adopt_url()
    assert (st.session_state["w_size"], wishes.wants_other_region()) == (20, True)
    address.clear()
    wishes.adopt_url()
    assert (st.session_state["w_size"], wishes.wants_other_region()) == (10, False)


def test_a_wrong_value_is_repeated_up_to_eighty_letters(address: Address) -> None:
    long = 79 * "x" + "yz"
    address.update({"like": long, "other_region": long, f"w_{long}": "1", "w_size": long})
    wishes.adopt_url()
    notices = "\n".join(st.session_state[keys.PARTNER_NOTICES])
    assert notices.count(long[:80]) == 3
    assert f"w_{long[:78]}" in notices
    assert "z" not in notices.replace("size", "")
    wishes.forget_notices()
    assert st.session_state[keys.PARTNER_NOTICES] == []


def test_every_reason_has_a_weight_of_its_own() -> None:
    wishes.adopt_url()
    for at, reason in enumerate(REASONS):
        st.session_state[keys.WEIGHT + reason] = at
    weights = wishes.current_weights()
    assert [round(100 * weights.of(reason)) for reason in REASONS] == list(range(len(REASONS)))
