"""Cards: what a click on a chart means, whatever shape the browser sends it in."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st

from atlas.ui.parts import cards


@pytest.mark.parametrize(
    ("points", "codes"),
    [
        *[([], []), ([{"x": 1}], []), ([{"customdata": None}], []), ([{"customdata": "10"}], ["10"])],
        *[([{"customdata": ["10", "more"]}], ["10"]), ([{"customdata": ("older people",)}], ["older people"])],
        *[([{"customdata": 2017}, {"x": 1}, {"customdata": [2019]}], ["2017", "2019"]), ([{"customdata": 0}], ["0"])],
    ],
)
def test_a_click_means_the_codes_of_the_marks(
    points: list[dict[str, Any]], codes: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    called: list[list[str]] = []
    clicked = SimpleNamespace(selection=SimpleNamespace(points=points))
    monkeypatch.setattr(st, "session_state", {"themes": clicked})
    cards._call_with_codes("themes", called.append)
    assert called == ([codes] if codes else [])
