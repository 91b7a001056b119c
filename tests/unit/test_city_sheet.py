"""The page to hand on: complete, self-contained, and nothing in it that runs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from atlas import credits
from atlas.words.city_sheet import PartnerLine, Printed, build_city_sheet

if TYPE_CHECKING:
    from atlas.model import Network

_EVIL = "<script>alert('x')</script>"
_PARTNERS = [
    PartnerLine(f"{name}, Ireland", f"Reasons of {name}; <b>another</b>.")
    for name in ("Cork", "Dublin", "Limerick", "Sligo")
]


_PRINTED = Printed("The coverage line.", "https://atlas.example/city?city=x&lang=fr", date(2026, 11, 25))


def _sheet(network: Network, city_id: str = "formula-nga", partners: int = 4) -> str:
    return build_city_sheet(network, city_id, _PARTNERS[:partners], _PRINTED).decode()


def test_it_says_where_from_when_and_under_which_licence(tiny: Network) -> None:
    html = _sheet(tiny)
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>=1+1 · Learning Cities Atlas</title>" in html
    assert '<p class="where">Nigeria · Africa</p>' in html
    assert "=1+1 joined the network in 2015 and is the only member listed in Nigeria." in html
    assert "https://atlas.example/city?city=x&amp;lang=fr, printed on 25 November 2026." in html
    assert "SDG 10 · Reduced inequalities (mapped from a stated focus)" in html
    for part in (
        *(credits.CC_BY, credits.independence(), credits.map_disclaimer(), tiny.version, "The coverage line."),
    ):
        assert part in html


def test_addresses_are_printed_once_and_referred_to_by_number(tiny: Network) -> None:
    html = _sheet(tiny)
    (sources,) = re.findall(r'<ol class="sources">(.*?)</ol>', html, re.DOTALL)
    addresses = re.findall(r'<li><a href="[^"]*"[^>]*>([^<]*)</a></li>', sources)
    assert addresses[0] == "https://www.formula.example/page"
    assert len(addresses) == len(set(addresses))
    at = addresses.index("https://formula-nga.example/people") + 1
    assert f"<dd>1,000,000<sup>[{at}]</sup> <small>2020</small></dd>" in html


def test_statements_that_find_no_room_are_counted(tiny: Network) -> None:
    own = tiny.focus[tiny.focus["city_id"] == "formula-nga"]
    html = _sheet(replace(tiny, focus=pd.concat([own] * 4)))  # 8 statements, of which 6 are printed
    assert "2 further statements are on the page of the city." in html
    assert "further statement" not in _sheet(tiny)


def test_a_small_map_shows_the_member_among_others_and_none_where_it_is_not_placed(tiny: Network) -> None:
    html = _sheet(tiny)
    assert '<svg viewBox="0 0 60 36" role="img" aria-label="Where =1+1 lies">' in html
    assert '<circle cx="30.0" cy="18.0" r="1.1"' in html
    assert "<svg" not in _sheet(tiny, "script-grc")


def test_it_loads_nothing(tiny: Network) -> None:
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", _sheet(tiny))


def test_it_names_three_partners_with_their_reasons(tiny: Network) -> None:
    html = _sheet(tiny)
    assert "<h2>Members to talk to</h2>" in html
    assert "<li><b>Limerick, Ireland</b>. Reasons of Limerick; &lt;b&gt;another&lt;/b&gt;.</li>" in html
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
    assert "<dt>Joined</dt><dd>not published" in html
    assert "<p>None is stated or mapped.</p>" in html
