"""The page to hand on: complete, self-contained, and nothing in it that runs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from atlas import credits
from atlas.words.city_sheet import PartnerLine, build_city_sheet

if TYPE_CHECKING:
    from atlas.model import Network

_EVIL = "<script>alert('x')</script>"
_PARTNERS = [
    PartnerLine(f"{name}, Ireland", f"Reasons of {name}; <b>another</b>.")
    for name in ("Cork", "Dublin", "Limerick", "Sligo")
]


def _sheet(network: Network, city_id: str = "formula-nga", partners: int = 4) -> str:
    return build_city_sheet(network, city_id, _PARTNERS[:partners], coverage="The coverage line.").decode()


def test_it_says_where_from_when_and_under_which_licence(tiny: Network) -> None:
    html = _sheet(tiny)
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>=1+1 · Learning Cities Atlas</title>" in html
    assert '<p class="where">Nigeria · Africa</p>' in html
    assert "=1+1 joined the network in 2015 and is the only member listed in Nigeria." in html
    assert '<td>1,000,000 <small>2020 · <a href="https://formula-nga.example/people"' in html
    assert "SDG 10 · Reduced inequalities (mapped from a stated focus)" in html
    for part in (credits.CC_BY, credits.independence(), tiny.version, "The coverage line."):
        assert part in html


def test_it_loads_nothing(tiny: Network) -> None:
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", _sheet(tiny))


def test_it_names_three_partners_with_their_reasons(tiny: Network) -> None:
    html = _sheet(tiny)
    assert "<h2>Members to talk to</h2>" in html
    assert "<li><b>Limerick, Ireland</b><br>Reasons of Limerick; &lt;b&gt;another&lt;/b&gt;.</li>" in html
    assert "Sligo" not in html
    assert "<h2>One member to talk to</h2>" in _sheet(tiny, partners=1)
    assert "to talk to" not in _sheet(tiny, partners=0)


def test_whatever_the_data_hold_is_shown_as_text(tiny: Network) -> None:
    cities = tiny.cities.copy()
    for column in ("city", "display_name", "local_name", "website", "profile_url"):
        cities.loc["formula-nga", column] = _EVIL
    focus = tiny.focus.assign(evidence=_EVIL, source_url="javascript:alert(1)")
    html = _sheet(replace(tiny, cities=cities, focus=focus))
    assert _EVIL not in html
    assert "&lt;script&gt;" in html
    assert 'href="javascript:' not in html


def test_a_member_of_which_little_is_known_has_a_sheet_too(tiny: Network) -> None:
    html = _sheet(tiny, "minus-fra")
    assert "No statement found; the city may well have a focus." in html
    assert '<th scope="row">Joined</th><td>not published' in html
    assert "<p>None is stated or mapped.</p>" in html
