"""Choices with translated labels: what a widget is asked to be, what it holds, and how that survives a language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import pytest
import streamlit as st

from atlas.ui.frame import choices
from atlas.ui.frame.choices import hold, settle, show_choice
from atlas.wording import language, use_language

if TYPE_CHECKING:
    from collections.abc import Callable

CODES: Final = ["city", "district"]
_CALLED: Final = {"en": {"city": "City", "district": "District"}, "fr": {"city": "Ville", "district": "Quartier"}}


def called(code: str) -> str:
    return _CALLED[language()][code]


@pytest.fixture(autouse=True)
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, dict[str, Any]]]:
    """Return the widgets drawn, with their settings; each answers with what it holds."""
    asked: list[tuple[str, dict[str, Any]]] = []

    def widget(kind: str) -> Callable[..., Any]:
        def draw(title: str, codes: list[str], **settings: Any) -> Any:
            asked.append((kind, {"title": title, "codes": codes, **settings}))
            return st.session_state.get(settings["key"])

        return draw

    monkeypatch.setattr(st, "session_state", {})
    monkeypatch.setattr(choices, "_DRAW", {kind: widget(kind) for kind in choices._DRAW})
    return asked


def test_a_choice_begins_with_what_is_chosen_at_first_and_keeps_what_came_later() -> None:
    assert show_choice("pills", "Kind", CODES, key="kind", label=called, first="district") == "district"
    st.session_state["kind"] = "city"
    assert show_choice("pills", "Kind", CODES, key="kind", label=called, first="district") == "city"
    assert show_choice("pills", "Kind", CODES, key="other", label=called) is None
    assert "other" not in st.session_state


def test_an_emptied_choice_stays_empty() -> None:
    show_choice("multiselect", "Kind", CODES, key="kind", label=called, first=["city"])
    st.session_state["kind"] = []
    assert show_choice("multiselect", "Kind", CODES, key="kind", label=called, first=["city"]) == []


def test_every_widget_is_asked_with_its_codes_names_and_key(drawn: list[tuple[str, dict[str, Any]]]) -> None:
    for kind in ("pills", "segmented_control"):
        show_choice(kind, "Kind", CODES, key=kind, label=called, required=True)
        assert drawn[-1] == (
            kind,
            {
                "title": "Kind",
                "codes": CODES,
                "key": kind,
                "format_func": called,
                "persist_state": "session",
                "required": True,
            },
        )


def test_a_field_says_any_and_its_first_option_is_no_select_all(drawn: list[tuple[str, dict[str, Any]]]) -> None:
    show_choice("multiselect", "Kind", CODES, key="kind", label=called)
    assert (drawn[-1][1]["placeholder"], drawn[-1][1]["select_all"]) == ("Any", False)
    show_choice("multiselect", "Kind", CODES, key="kind", label=called, placeholder="Type", persist_state="page")
    assert (drawn[-1][1]["placeholder"], drawn[-1][1]["persist_state"]) == ("Type", "page")
    show_choice("pills", "Kind", CODES, key="kind", label=called)
    assert not {"placeholder", "select_all", "index"} & drawn[-1][1].keys()


def test_a_list_stands_on_nothing_unless_something_is_chosen_at_first(drawn: list[tuple[str, dict[str, Any]]]) -> None:
    show_choice("selectbox", "Kind", CODES, key="kind", label=called)
    assert drawn[-1][1]["index"] is None
    show_choice("selectbox", "Kind", CODES, key="other", label=called, first="city")
    assert "index" not in drawn[-1][1]
    show_choice("multiselect", "Kind", CODES, key="third", label=called)
    assert "index" not in drawn[-1][1]


@pytest.mark.parametrize(
    ("held", "known", "kept"),
    [
        *[(None, [], None), ([], [], []), ("", [], ""), ("city", ["city"], "city"), ("Ville", ["city"], "city")],
        *[(["City", "Quartier"], ["city", "district"], ["city", "district"]), ("village", [], None)],
        *[(["village", "district"], ["district"], ["district"]), (["village"], [], [])],
    ],
)
def test_what_is_held_is_led_back_to_known_codes(held: Any, known: list[str], kept: Any) -> None:
    st.session_state["kind"] = held
    assert settle("kind", CODES, called) == known
    assert st.session_state["kind"] == kept


def test_the_browser_is_told_again_after_a_switch_of_the_language_and_only_then(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[Any] = []
    hold("kind", ["city"])

    def tell(key: str, value: Any) -> None:
        told.append(value)
        hold(key, value)

    monkeypatch.setattr(choices, "hold", tell)
    settle("kind", CODES, called)
    assert told == []
    use_language("fr")
    settle("kind", CODES, called)
    settle("kind", CODES, called)
    assert told == [["city"]]


def test_what_was_drawn_here_need_not_be_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    st.session_state["kind"] = "city"
    show_choice("pills", "Kind", CODES, key="kind", label=called)
    monkeypatch.setattr(choices, "hold", lambda _key, value: told.append(value))
    show_choice("pills", "Kind", CODES, key="kind", label=called)
    assert told == []


def test_on_another_page_the_browser_is_told_again(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[Any] = []
    hold("kind", "city")
    monkeypatch.setattr(choices, "hold", lambda _key, value: told.append(value))
    monkeypatch.setattr(choices, "_here", lambda: ("en", "another page"))
    settle("kind", CODES, called)
    assert told == ["city"]
