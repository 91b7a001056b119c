"""The colours that a visitor's theme asks for."""

from __future__ import annotations

from atlas.palette import DARK, LIGHT, tone


def test_the_dark_has_colours_of_its_own_and_an_unknown_theme_is_light() -> None:
    assert tone("dark") is DARK
    assert tone("light") is tone(None) is LIGHT
    assert DARK.regions["Africa"] == "#E8772E" != LIGHT.regions["Africa"]
