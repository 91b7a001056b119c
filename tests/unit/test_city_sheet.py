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
    PartnerLine(f"{name}, Ireland", (f"Reason of {name}.",)) for name in ("Cork", "Dublin", "Limerick", "Sligo")
]


def _sheet(network: Network, city_id: str = "larissa-grc") -> str:
    return build_city_sheet(network, city_id, _PARTNERS, coverage="The coverage line.").decode()


def test_it_says_where_from_when_and_under_which_licence(network: Network) -> None:
    html = _sheet(network)
    for part in (credits.CC_BY, credits.independence(), network.version, "The coverage line.", "162,000", "(mapped"):
        assert part in html


def test_it_loads_nothing(network: Network) -> None:
    html = _sheet(network)
    assert not re.search(r"<(script|link|img|iframe)|@import|url\(", html)


def test_it_names_three_partners_with_their_reasons(network: Network) -> None:
    html = _sheet(network)
    assert "Reason of Limerick." in html
    assert "Sligo" not in html


def test_whatever_the_data_hold_is_shown_as_text(network: Network) -> None:
    cities = network.cities.copy()
    for column in ("city", "display_name", "local_name", "website", "profile_url"):
        cities.loc["larissa-grc", column] = _EVIL
    focus = network.focus.assign(evidence=_EVIL, source_url="javascript:alert(1)")
    html = _sheet(replace(network, cities=cities, focus=focus))
    assert _EVIL not in html
    assert "&lt;script&gt;" in html
    assert 'href="javascript:' not in html


def test_a_member_of_which_little_is_known_has_a_sheet_too(network: Network) -> None:
    silent = network.cities.index.difference(network.focus["city_id"])[0]
    html = build_city_sheet(network, silent, [], coverage="").decode()
    assert "No statement found" in html
    assert "not published" in html


def test_only_web_addresses_become_links(tiny: Network) -> None:
    html = _sheet(tiny, "accent-fra")
    assert "javascript:alert(1)" in html
    assert 'href="javascript' not in html
    assert 'href="https://uil.example/?a&amp;b"' in _sheet(tiny, "formula-nga")


def test_the_sheet_of_a_made_up_member_is_complete(tiny: Network) -> None:
    html = _sheet(tiny, "accent-fra")
    for part in (
        *("<h1>Évry</h1>", "France · Europe and North America", "Évry joined the network in 2017", "1,000,000"),
        *("Cluster: Education for sustainable development", "SDG 4 · Quality education (stated)", "Members to talk to"),
        *("SDG 13 · Climate action (mapped from a stated focus)", "<b>Cork, Ireland</b>", "The coverage line."),
    ):
        assert part in html
    assert "copy.example" not in _sheet(tiny, "at-deu")


def test_one_partner_is_one_member_to_talk_to_and_nobody_is_no_heading(tiny: Network) -> None:
    one = build_city_sheet(tiny, "accent-fra", _PARTNERS[:1], coverage="").decode()
    assert "One member to talk to" in one
    assert "to talk to" not in build_city_sheet(tiny, "accent-fra", [], coverage="").decode()
