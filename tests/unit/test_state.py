"""The state of a visit in its address: what a link says is what the filters hold, and what they hold is a link."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
import streamlit
from hypothesis import given
from hypothesis import strategies as st

from atlas.filters import FILTERS, filter_codes, label
from atlas.html import render
from atlas.selection import Selection
from atlas.ui.frame import cache, keys, links, state
from atlas.wording import language, speaking, use_language
from tests.tiny import tiny_network

if TYPE_CHECKING:
    from collections.abc import Iterator

CODES: Final = filter_codes(tiny_network())
STRANGE: Final = ("Atlantis", "", "<b>", "africa", "20", "ALL")

known = st.fixed_dictionaries(
    {}, optional={name: st.lists(st.sampled_from(codes), unique=True, min_size=1) for name, codes in CODES.items()}
)
asked = st.fixed_dictionaries(
    {}, optional={name: st.lists(st.sampled_from([*codes, *STRANGE])) for name, codes in CODES.items()}
)
spoken = st.sampled_from(["en", "fr"])


class Address(dict[str, list[str]]):
    """The query parameters of a visit, as Streamlit offers them."""

    def get(self, name: str, default: Any = None) -> Any:
        return self[name][-1] if self.get_all(name) else default

    def get_all(self, name: str) -> list[str]:
        return list(super().get(name) or [])

    def from_dict(self, given: dict[str, list[str]]) -> None:
        self.clear()
        self.update({name: list(values) for name, values in given.items()})


@pytest.fixture(scope="module", autouse=True)
def visit() -> Iterator[None]:
    """Let the frame read and write the visits below, and know the ten made-up members only."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cache, "network", tiny_network)
        yield


def arrive(**given: list[str]) -> Address:
    """Begin a visit with a link."""
    address = Address(given)
    streamlit.session_state = {}  # type: ignore[assignment]
    streamlit.query_params = address  # type: ignore[assignment]
    run()
    return address


def run() -> None:
    """Run the page once, as far as the address is concerned."""
    use_language(state.read_language())
    state.adopt_url()
    selection = state.current_selection()
    state.write_url(selection)
    links.carry(selection)


@pytest.fixture(autouse=True)
def _streamlit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give Streamlit's own state back afterwards."""
    monkeypatch.setattr(streamlit, "session_state", {})
    monkeypatch.setattr(streamlit, "query_params", Address())


def strange(given: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(name, code) for name in CODES for code in dict.fromkeys(given.get(name, [])) if code not in CODES[name]]


@given(asked, spoken)
def test_a_link_is_taken_for_what_is_known_of_it_and_the_rest_is_named(given: dict[str, list[str]], lang: str) -> None:
    address = arrive(**given, lang=[lang])
    taken = {name: [code for code in dict.fromkeys(codes) if code in CODES[name]] for name, codes in given.items()}
    assert state.current_selection() == Selection(**taken)
    assert language() == lang
    assert streamlit.session_state[keys.UNKNOWN] == strange(given)
    assert address == {name: codes for name, codes in taken.items() if codes} | (
        {"lang": ["fr"]} if lang == "fr" else {}
    )


@given(known, spoken)
def test_the_address_of_a_visit_begins_the_same_visit_elsewhere(chosen: dict[str, list[str]], lang: str) -> None:
    first = arrive(lang=[lang])
    state.adopt_selection(Selection(**chosen))
    run()
    again = arrive(**first)
    assert state.current_selection() == Selection(**chosen)
    assert language() == lang
    assert again == first


@given(known, spoken, spoken)
def test_labels_of_another_language_are_led_back_to_their_codes(
    chosen: dict[str, list[str]], before: str, after: str
) -> None:
    arrive(**chosen, lang=[before])
    with speaking(before):  # what the browser still sends after a switch of the language
        for name, codes in chosen.items():
            streamlit.session_state[name] = [label(name, code, tiny_network()) for code in codes]
    streamlit.session_state[keys.LANGUAGE] = after
    run()
    assert state.current_selection() == Selection(**chosen)
    assert language() == after
    assert all(streamlit.session_state[name] == codes for name, codes in chosen.items())


@given(known, spoken)
def test_every_link_takes_language_and_filters_along(chosen: dict[str, list[str]], lang: str) -> None:
    arrive(**chosen, lang=[lang])
    pairs = links.parameters([("city", "evry")])
    assert pairs[0] == ("city", "evry")
    expected = [(name, code) for name in FILTERS for code in chosen.get(name, [])]
    assert pairs[1:] == expected + ([("lang", "fr")] if lang == "fr" else [])


def test_other_parameters_of_an_address_stay() -> None:
    address = arrive(city=["evry"], region=["Africa"], view=["1,2,3"])
    state.choose("region", ["Arab States"])
    run()
    assert address == {"city": ["evry"], "view": ["1,2,3"], "region": ["Arab States"]}


def test_an_unknown_language_is_named_and_english_is_spoken() -> None:
    address = arrive(lang=["tlh"])
    assert streamlit.session_state[keys.UNKNOWN] == [("lang", "tlh")]
    assert language() == "en"
    assert address == {}


def test_what_nobody_knew_is_forgotten_when_the_visitor_goes_on() -> None:
    arrive(region=["Atlantis", "Africa"])
    run()
    assert streamlit.session_state[keys.UNKNOWN] == [("region", "Atlantis")]
    state.choose("region", [])
    run()
    assert streamlit.session_state[keys.UNKNOWN] == []


def test_an_address_that_another_run_left_behind_is_not_read_again() -> None:
    address = arrive(region=["Africa"])
    state.choose("region", ["Arab States"])
    run()
    address.from_dict({"region": ["Africa"]})  # a slow browser
    run()
    assert state.current_selection() == Selection(region=["Arab States"])


def test_a_step_in_the_history_is_read_and_writes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    address = arrive(region=["Africa"])
    monkeypatch.setattr(state, "came_back", lambda: True)
    address.from_dict({})
    run()
    assert state.current_selection() == Selection()
    address.from_dict({"year": ["2015"], "lang": ["fr"]})
    run()
    assert state.current_selection() == Selection(year=["2015"])
    assert language() == "fr"
    assert address == {"year": ["2015"], "lang": ["fr"]}


def test_a_link_may_leave_filters_behind_and_its_own_parameters_come_first() -> None:
    arrive(region=["Africa"], country=["KEN"], year=["2015"])
    assert links.parameters([("country", "FRA")], without=("region",)) == [("country", "FRA"), ("year", "2015")]
    assert links.address("about", without=("region", "country", "year")) == "about"
    assert links.address("map", [("focus", "equity & inclusion")], without=("region", "country", "year")) == (
        "map?focus=equity+%26+inclusion"
    )


def test_a_link_is_text_and_address_without_markup() -> None:
    assert str(render("place_way", text='<b>"x"</b>', address='city?city="><b>')) == (
        '<p class="ways"><a href="city?city=&#34;&gt;&lt;b&gt;" target="_self">&lt;b&gt;&#34;x&#34;&lt;/b&gt;</a></p>'
    )
