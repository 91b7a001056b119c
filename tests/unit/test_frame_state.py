"""The frame below its widgets: which runs read the address, which write it, what the browser holds already."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
import streamlit as st

from atlas.filters import FILTERS
from atlas.selection import Selection
from atlas.ui.frame import cache, keys, state
from atlas.wording import use_language
from tests.tiny import tiny_network

if TYPE_CHECKING:
    from collections.abc import Callable


class Address(dict[str, list[str]]):
    """Query parameters that remember how often they were written."""

    written = 0

    def get(self, name: str, default: Any = None) -> Any:
        return self[name][-1] if self.get_all(name) else default

    def get_all(self, name: str) -> list[str]:
        return list(super().get(name) or [])

    def from_dict(self, given: dict[str, list[str]]) -> None:
        self.written += 1
        self.clear()
        self.update(given)


@pytest.fixture(autouse=True)
def address(monkeypatch: pytest.MonkeyPatch) -> Address:
    """Begin a visit of the ten made-up members and return its address."""
    found = Address()
    monkeypatch.setattr(cache, "network", tiny_network)
    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(st, "query_params", found)
    return found


@pytest.fixture
def context(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what says in which run of Streamlit we are; none at first."""

    def be_in(*, back: bool = False, fragments: tuple[str, ...] = (), held: tuple[str, ...] = ()) -> None:
        states = [SimpleNamespace(id=f"$$ID-0123-{key}") for key in held]
        session = SimpleNamespace(get_widget_states=lambda: states)
        found = SimpleNamespace(is_history_navigation=back, fragment_ids_this_run=fragments, session_state=session)
        monkeypatch.setattr(state, "get_script_run_ctx", lambda: found)

    monkeypatch.setattr(state, "get_script_run_ctx", lambda: None)
    return be_in


def run() -> None:
    use_language(state.read_language())
    state.adopt_url()
    state.write_url(state.current_selection())


def test_outside_a_run_nobody_came_back_and_nothing_runs_alone(context: Callable[..., None]) -> None:
    assert state.came_back() is False
    assert state.runs_alone() is False


@pytest.mark.parametrize(("back", "fragments"), [(True, ()), (False, ("map",)), (False, ()), (True, ("map",))])
def test_streamlit_says_which_run_it_is(context: Callable[..., None], back: bool, fragments: tuple[str, ...]) -> None:
    context(back=back, fragments=fragments)
    assert state.came_back() is back
    assert state.runs_alone() is bool(fragments)


def test_the_address_is_read_on_arrival_and_after_a_step_in_the_history(context: Callable[..., None]) -> None:
    assert state.arrives()
    st.session_state[keys.LAST_URL] = {}
    assert not state.arrives()
    context(back=True)
    assert state.arrives()
    context(back=False)
    assert not state.arrives()


def test_an_address_that_says_it_already_is_not_written_again(address: Address) -> None:
    address.update(region=["Africa"], city=["evry"])
    run()
    run()
    assert address.written == 0
    state.choose("region", [])
    run()
    assert (address.written, dict(address)) == (1, {"city": ["evry"]})
    use_language("fr")
    st.session_state[keys.LANGUAGE] = "fr"
    run()
    run()
    assert (address.written, dict(address)) == (2, {"city": ["evry"], "lang": ["fr"]})


def test_another_server_goes_on_with_what_the_browser_holds(address: Address, context: Callable[..., None]) -> None:
    address.update(region=["Africa"], year=["2015"], kind=["village"])
    context(held=("region", "kind", "q"))
    st.session_state["region"] = ["Arab States"]  # the click that brought the visitor here
    st.session_state["kind"] = ["city"]
    run()
    assert state.current_selection().chosen == (("region", ("Arab States",)), ("year", ("2015",)), ("kind", ("city",)))
    assert st.session_state[keys.UNKNOWN] == [("kind", "village")]


def test_after_a_step_in_the_history_the_address_counts_and_not_the_browser(
    address: Address, context: Callable[..., None]
) -> None:
    address.update(region=["Africa"])
    context(held=("region",), back=True)
    st.session_state["region"] = ["Arab States"]
    run()
    assert st.session_state["region"] == ["Africa"]


def test_a_code_that_is_named_twice_counts_once(address: Address) -> None:
    address.update(region=["Africa", "Africa", "Atlantis", "Atlantis"])
    run()
    assert st.session_state["region"] == ["Africa"]
    assert st.session_state[keys.UNKNOWN] == [("region", "Atlantis")]


@pytest.mark.parametrize(
    ("session", "spoken"),
    [
        *[({}, "en"), ({keys.LANGUAGE: "fr"}, "fr"), ({keys.SPOKEN: "fr"}, "fr"), ({keys.LANGUAGE: None}, "en")],
        *[({keys.LANGUAGE: "en", keys.SPOKEN: "fr"}, "en"), ({keys.LANGUAGE: None, keys.SPOKEN: "fr"}, "fr")],
    ],
)
def test_a_visit_goes_on_in_the_language_it_was_in(address: Address, session: dict[str, Any], spoken: str) -> None:
    address.update(lang=["fr" if spoken == "en" else "en"])
    st.session_state.update({keys.LAST_URL: {}, **session})
    assert state.read_language() == spoken


def test_a_link_in_a_language_that_nobody_speaks_is_read_in_that_of_the_session(address: Address) -> None:
    address.update(lang=["tlh"])
    st.session_state[keys.SPOKEN] = "fr"
    assert state.read_language() == "fr"
    address.update(lang=["en"])
    assert state.read_language() == "en"


def test_every_filter_can_be_adopted_and_dropped_at_once() -> None:
    run()
    options = {name: codes[:1] for name, codes in cache.filter_options().items()}
    state.adopt_selection(Selection(**options))
    assert {name: state.codes(name) for name in FILTERS} == options
    state.adopt_selection(Selection())
    assert all(state.codes(name) == [] for name in FILTERS)
