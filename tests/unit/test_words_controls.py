"""The names of Streamlit's own controls: each is one that the installed Streamlit has, and stands for no other."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
import streamlit as st

from atlas.words.controls import CONTROLS, words_of_controls

BUNDLES: Final = Path(st.__file__).parent / "static" / "static" / "js"
NAMES: Final = (
    *("index", "DataFrame", "Multiselect", "Selectbox", "Toolbar", "StreamlitMarkdown"),
    *("useSyncComboBoxEnterTargetFocus", "useFloatingOverlay"),
)
"""Bundles that hold the texts."""


@pytest.fixture(scope="module")
def bundles() -> str:
    return "\n".join(
        file.read_text(encoding="utf-8") for name in NAMES for file in sorted(BUNDLES.glob(f"{name}.*.js"))
    )


PUT_TOGETHER: Final = {
    "Top values frequency chart: {values}": ("`Top values frequency chart`", "`${e}: ${t.map("),
    "True/false distribution chart: {values}": ("`True/false distribution chart`", "`${e}: ${t.map("),
    "Connection failed with status {number}.": ("`Connection failed with status ${", ":`.`}`"),
    "You can only select up to {number} options. Remove an option first.": (
        *("`You can only select up to ${", "`options`", "}. Remove an option first.`"),
    ),
    "{number} option available.": ("} option`", "} available.`"),
    "{number} options available.": ("} options`", "} available.`"),
    "{number} result": ("} result${",),
    "{number} results": ("} result${", "`s`}"),
    "{at} of {number} result": ("} of ${", "} result${"),
    "{at} of {number} results": ("} of ${", "} result${", "`s`}"),
    "{at} of over 1000": ("} of ${", "`over 1000`"),
    "You have requested page /{page}, but no corresponding file was found in the app's pages/ directory. "
    "Running the app's main page.": (
        *("`You have requested page /${", "}, but no corresponding file was found in the app's pages/ directory`"),
        "}. Running the app's main page.`",
    ),
    "The page that you have requested does not seem to exist. Running the app's main page.": (
        *("`The page that you have requested does not seem to exist`", "}. Running the app's main page.`"),
    ),
}
"""What Streamlit makes of several pieces."""


def pieces(own: str) -> tuple[str, ...]:
    """Return what stands in the bundles where Streamlit says this."""
    if own.endswith(": {name}"):  # of a tool, said with the name of its table
        return (f"`{own.removesuffix(': {name}')}`", "`${e}: ${n}`")
    return PUT_TOGETHER.get(own, tuple(part for part in re.split(r"\{\w+\}", f"`{own}`") if part != "`"))


@pytest.mark.parametrize("own", CONTROLS)
def test_each_is_a_text_of_the_installed_streamlit(own: str, bundles: str) -> None:
    assert [piece for piece in pieces(own) if piece not in bundles] == []


def test_a_text_stands_for_one_control_in_any_language() -> None:
    meant: dict[str, set[str]] = {}
    for spoken in words_of_controls().values():
        for own, text in spoken.items():
            meant.setdefault(text, set()).add(own)
            meant.setdefault(own, set()).add(own)
    assert {text: owns for text, owns in meant.items() if len(owns) > 1} == {}


def test_english_changes_only_what_streamlit_calls_by_its_own_parts() -> None:
    english = words_of_controls()["en"]
    assert english["Collapse sidebar"] == "Hide the filters"
    assert english["{number} more"] == "More ({number})"
    assert len(english) == 15


def test_french_says_all_but_what_is_the_same() -> None:
    french = words_of_controls()["fr"]
    assert french["Clear all"] == "Tout effacer"
    assert french["Fullscreen: {name}"] == "Plein écran\u202f: {name}"
    assert set(CONTROLS) - set(french) == {"Format", "Maximum", "Minimum"}


def test_what_varies_is_kept() -> None:
    for spoken in words_of_controls().values():
        for own, text in spoken.items():
            assert set(re.findall(r"\{\w+\}", own)) == set(re.findall(r"\{\w+\}", text)), own
