"""The kit: one file that loads nothing, nothing of the data runs in it, and what is known is in it as it is."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from atlas import credits
from atlas.exonyms import speak
from atlas.kit import build_kit
from atlas.selection import Selection
from atlas.story import NothingToTell
from atlas.wording import speaking
from tests.kits import ON, around, block, kit, scripts
from tests.tiny import NAMES

if TYPE_CHECKING:
    from atlas.model import Network

_EVIL = "</script><script>alert('x')</script><!-- \u2028"


@pytest.fixture(scope="module")
def whole(tiny: Network) -> str:
    return kit(tiny)


@pytest.fixture(scope="module")
def korea(tiny: Network) -> str:
    return kit(tiny, country=["KOR"])


def _bits(text: str, members: int) -> list[int]:
    return [at for at in range(members) if base64.b64decode(text)[at >> 3] & (1 << (at & 7))]


def test_nothing_in_it_is_loaded_from_anywhere(whole: str) -> None:
    page = re.sub(r"<script\b.*?</script>", "", whole, flags=re.DOTALL)
    assert not re.search(r"<(link|img|iframe|object|embed|base|form|audio|video|source)\b|\bsrc(set)?=|@import", page)
    assert set(re.findall(r"url\((?!#)(.{5})", page)) == {"data:"}
    assert "openstreetmap" not in whole
    assert not re.findall(r'href="(?!https?://|#)', page)
    assert re.findall(r'<a href="http[^>]*>', page)
    assert all('target="_blank" rel="noopener noreferrer"' in link for link in re.findall(r'<a href="http[^>]*>', page))


def test_its_policy_knows_its_own_scripts_and_forbids_every_connection(whole: str) -> None:
    (policy,) = re.findall(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', whole)
    rules = dict(rule.split(" ", 1) for rule in policy.replace("&#39;", "'").split("; "))
    assert {name: rules[name] for name in ("default-src", "connect-src", "base-uri", "form-action")} == dict.fromkeys(
        ("default-src", "connect-src", "base-uri", "form-action"), "'none'"
    )
    assert (rules["font-src"], rules["img-src"]) == ("data:", "data:")
    hashes = [base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in scripts(whole)]
    assert rules["script-src"].split() == [f"'sha256-{each}'" for each in hashes]
    assert len(hashes) == 15


def test_the_map_and_the_talk_in_it_are_those_of_the_app(whole: str) -> None:
    for part in ("window.atlas = {", "window.atlasClusters = {", "window.atlasLabels = {", "class Talk {"):
        assert sum(part in text for text in scripts(whole)) == 1
    assert "window.Streamlit" not in whole
    assert "window.parent" not in whole


def test_it_says_what_where_from_when_and_under_which_licence(korea: str, tiny: Network) -> None:
    page = around(korea)
    assert '<html lang="en">' in page
    assert "<title>Republic of Korea · Learning Cities Atlas</title>" in page
    for part in (
        "<h1>Republic of Korea</h1>",
        "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020.",
        "Data of 1 March 2020; file made on 29 November 2026.",
        "<dt>Data version</dt><dd>2020-03-01+tiny</dd>",
        "<dt>Filter</dt><dd>Country: Republic of Korea</dd>",
        "<dt>Members in this file</dt><dd>3</dd>",
        "<li><b>Award winners</b>: None of these members is among the cities",
        credits.independence(),
        credits.map_disclaimer(),
        credits.CC_BY,
    ):
        assert part in page


def test_it_gives_the_address_of_the_page_it_was_made_on(tiny: Network) -> None:
    page = build_kit(tiny, Selection(country=["NGA"]), on=ON, address="https://atlas.example/map?a=1&b=2").decode()
    link = '<a href="https://atlas.example/map?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">'
    assert f"The same in the Atlas, which may have newer data: {link}" in page
    assert "newer data" not in around(kit(tiny, country=["NGA"]))


def test_the_map_has_the_members_of_the_kit_and_no_others(whole: str, korea: str) -> None:
    assert block(whole, "members")["id"] == list(NAMES)
    assert block(whole, "members")["name"] == list(NAMES.values())
    assert block(korea, "members")["id"] == ["long-kor", "quote-kor", "plain-kor"]
    assert block(korea, "members")["year"] == [2017, 2017, 2019]
    assert block(whole)["map"]["newest"] == 2019
    assert block(whole)["map"]["options"]["maxBoundsViscosity"] == 0.8
    assert set(block(whole)["map"]["tools"]) == {"fit", "newest"}


def test_the_outlines_are_inside_the_finer_ones_compressed(whole: str) -> None:
    assert block(whole, "outlines-world")["type"] == "FeatureCollection"
    assert block(whole, "countries")["KOR"][0] == pytest.approx(36, abs=2)
    for grade in ("near", "close"):
        assert re.search(
            f'<script type="application/gzip;base64" id="kit-outlines-{grade}">H4sI[\\w+/=]+</script>', whole
        )


@pytest.mark.parametrize(
    ("chosen", "start"),
    [
        ({}, None),
        ({"country": ["KOR"]}, {"bounds": [[35.1, 127.0], [37.5, 129.0]]}),
        ({"country": ["NGA"]}, {"lat": 6.5, "lon": 3.4, "zoom": 6.0}),
        ({"country": ["GRC"]}, None),  # nobody there is placed
        ({"evidence": ["weak"]}, None),  # all members
    ],
)
def test_the_map_begins_where_its_members_are(tiny: Network, chosen: dict[str, list[str]], start: Any) -> None:
    assert block(kit(tiny, **chosen))["start"] == start


def test_where_no_year_is_known_there_are_no_newest_to_highlight(tiny: Network) -> None:
    told = block(kit(tiny, country=["KEN"]))
    assert (told["map"]["newest"], set(told["map"]["tools"])) == (None, {"fit"})


def test_the_list_is_what_is_known_with_its_source(whole: str) -> None:
    told = block(whole)["list"]
    assert told["columns"] == ["Member", "Country", "Region", "Joined", "Stated focus", "Source"]
    assert told["rows"][0] == ["=1+1", "Nigeria", "Africa", 2015, "Equity & inclusion, Older people", "formula.example"]
    assert told["rows"][1][3:] == [None, "no statement found", "copy of a UNESCO page, not linked"]
    assert told["sources"][0:2] == ["https://www.formula.example/page", ""]


def test_filters_are_those_of_the_app_that_tell_its_members_apart(whole: str, korea: str) -> None:
    def codes(html: str, name: str) -> dict[str, list[int]]:
        told, members = block(html), len(block(html)["list"]["rows"])
        (found,) = [each for each in told["filters"] if each["code"] == name]
        return {option["code"]: _bits(option["has"], members) for option in found["options"]}

    assert [each["code"] for each in block(whole)["filters"]] == [
        *("region", "country", "year", "focus", "sdg", "kind", "size", "award"),
    ]
    assert codes(whole, "region") == {
        "Africa": [0, 1],
        "Arab States": [2],
        "Asia and the Pacific": [3, 4, 5],
        "Europe and North America": [6, 7, 8, 9],
    }
    assert codes(whole, "year") == {"2015": [0, 2], "2017": [3, 4, 6], "2019": [5, 8, 9], "unknown": [1, 7]}
    assert codes(whole, "focus")["older people"] == [0, 3, 4]
    assert [each["code"] for each in block(korea)["filters"]] == ["year", "focus", "sdg", "kind", "size"]
    assert codes(korea, "year") == {"2017": [0, 1], "2019": [2]}
    assert codes(korea, "focus") == {"gender equality": [1], "none": [2], "older people": [0, 1]}


def test_who_is_alone_is_not_asked_to_choose(tiny: Network) -> None:
    assert block(kit(tiny, country=["NGA"]))["filters"] == []


def test_weak_statements_count_only_where_the_filter_asks_for_them(tiny: Network) -> None:
    def themes(**chosen: list[str]) -> set[str]:
        found = [each for each in block(kit(tiny, country=["KOR"], **chosen))["filters"] if each["code"] == "focus"]
        return {option["code"] for option in found[0]["options"]}

    assert themes(evidence=["weak"]) - themes() == {"citizenship"}


def test_a_card_has_every_fact_and_statement_with_its_page(whole: str) -> None:
    card = block(whole)["cards"][0]
    assert (card["where"], card["local"]) == ("Nigeria · Africa", "")
    assert card["lead"].startswith("=1+1 joined the network in 2015 and is the only member listed in Nigeria.")
    facts = {name: rest for name, *rest in card["facts"]}
    assert facts["Joined"] == ["2015", "", "https://www.formula.example/page", ""]
    assert facts["Population"] == ["1,000,000", "2020", "https://formula-nga.example/people", ""]
    assert [rest for name, *rest in card["facts"] if name == "Award"] == [
        ["UNESCO Learning City Award 2015", "2015", "https://award.example/2015", ""],
        ["UNESCO Learning City Award 2019", "2019", "https://award.example/2019", ""],
    ]
    assert card["statements"] == [
        ["Equity & inclusion", "says <em>equity</em>", "Official", "2016", "https://formula.example/1", ""],
        ["Older people", "says older people", "Reported", "", "https://formula.example/2", ""],
    ]
    assert card["goals"] == [[10, "#DD1367", "SDG 10 · Reduced inequalities (mapped from a stated focus)"]]
    accent = {name: rest for name, *rest in block(whole)["cards"][6]["facts"]}
    assert accent["Website"][2] == ""  # javascript: is no address to send anybody to


def test_the_search_has_the_names_of_the_app(whole: str) -> None:
    told = block(whole)["search"]
    assert told["names"][6] == ["evry"]
    assert told["aliases"][6] == ["evri", "ville neuve"]
    assert told["iso3"][6] == "FRA"
    assert "coree du sud" in told["countries"]["KOR"]
    assert sorted(told["order"]) == list(range(10))
    assert told["order"][5] == 6  # "plain" comes after "1 1", "b bold b co", "evry", "home", "long" and "minus"


def test_the_talk_is_the_story(korea: str) -> None:
    told = block(korea)["talk"]
    assert [step["code"] for step in told["steps"]] == re.findall(r'class="slide[^"]*" data-code="(\w+)"', told["html"])
    assert told["steps"][0]["code"] == "title"
    assert told["words"]["begin"] == "Start the talk"


def test_whatever_the_data_hold_is_text(tiny: Network) -> None:
    cities = tiny.cities.assign(
        display_name=_EVIL, city=_EVIL, local_name=_EVIL, aliases=_EVIL, source_url="javascript:alert(1)", website=_EVIL
    )
    focus = tiny.focus.assign(evidence=_EVIL, source_url="javascript:alert(1)")
    awards = tiny.awards.assign(city=_EVIL, source_url="javascript:alert(1)")
    plain, evil = kit(tiny), kit(replace(tiny, cities=cities, focus=focus, awards=awards))
    assert evil.count("<script") == plain.count("<script")
    assert evil.count("</script") == plain.count("</script")
    assert "<!--" not in evil
    assert "\u2028" not in evil
    told = block(evil)
    assert told["list"]["rows"][0][0] == _EVIL
    assert set(told["list"]["sources"]) == {""}
    assert "<script" not in told["talk"]["html"]
    assert "javascript:" not in re.sub(r"<script\b.*?</script>", "", evil, flags=re.DOTALL)
    assert all(link == "" or link.startswith("http") for card in told["cards"] for *_told, link, _note in card["facts"])


def test_the_same_data_make_the_same_file(tiny: Network) -> None:
    assert kit(tiny, country=["KOR"]) == kit(tiny, country=["KOR"])


def test_nobody_makes_no_kit(tiny: Network) -> None:
    with pytest.raises(NothingToTell):
        kit(tiny, country=["KOR"], year=["2015"])


def _sentences(told: Any) -> set[str]:
    if isinstance(told, str):
        return {told}
    inside = told.values() if isinstance(told, dict) else told
    return set().union(*map(_sentences, inside)) if isinstance(told, dict | list) else set()


def test_french_has_no_english_left(tiny: Network) -> None:
    english = kit(tiny, region=["Africa"])
    with speaking("fr"):
        french = kit(speak(tiny, "fr"), region=["Africa"])
    assert '<html lang="fr">' in french
    same = _sentences(block(english)["words"]) & _sentences(block(french)["words"])
    assert {text for text in same if re.search(r"[a-z]{3}", re.sub(r"\{\w+\}", "", text))} == set()
    assert block(french)["list"]["columns"] == ["Membre", "Pays", "Région", "Adhésion", "Thème déclaré", "Source"]
    text = re.sub(r"<[^>]+>", " ", around(french))
    assert not re.findall(
        r"\b(?:members?|the|with|listed|joined|not published|of|and|file|made)\b", _without_names(text)
    )


def _without_names(text: str) -> str:
    for name in ("UN Geodata", "Natural Earth", "Source Sans 3", "Global Network of Learning Cities"):
        text = text.replace(name, "")
    return text
