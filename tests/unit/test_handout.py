"""The hand-out: whole, self-contained, nothing in it that runs, and set for paper."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import TYPE_CHECKING

import pytest

from atlas import credits
from atlas.exonyms import speak
from atlas.story import Column, Story, Table, arranged, make_story, read_scope
from atlas.story.handout import build_handout
from atlas.wording import speaking

if TYPE_CHECKING:
    from atlas.model import Network

_ON = date(2026, 11, 29)
_EVIL = "<script>alert('x')</script>"


def handout(network: Network, scope: str = "network") -> str:
    return page(make_story(network, read_scope(scope, network)))


def page(story: Story, address: str = "") -> str:
    return build_handout(story, on=_ON, address=address).decode()


def text_of(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<style>.*?</style>|<[^>]+>", " ", html, flags=re.DOTALL)))


def test_it_says_what_where_from_when_and_under_which_licence(tiny: Network) -> None:
    html = handout(tiny, "country:KOR")
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert "<title>Republic of Korea · Learning Cities Atlas</title>" in html
    for part in (
        credits.independence(),
        credits.map_disclaimer(),
        credits.CC_BY,
        tiny.version,
        "Printed on 29 November 2026.",
    ):
        assert part in html
    coverage = "10 members in 7 countries listed; UNESCO announced 14 in 8 on 1 March 2020."
    steps = html.count("<section>") - 1  # the last one says what is left out
    assert html.count(coverage) == steps + 1
    assert "<li><b>Award winners</b>: None of these members is among the cities" in html


def test_it_gives_the_address_of_the_page_it_was_made_on(tiny: Network) -> None:
    story = make_story(tiny, read_scope("network", tiny))
    assert "https://atlas.example/map?a=1&amp;b=2, printed on 29 November 2026." in page(
        story, "https://atlas.example/map?a=1&b=2"
    )


def test_it_loads_nothing_and_runs_nothing(tiny: Network) -> None:
    html = handout(tiny)
    assert not re.search(r"<(script|link|img|iframe|object)\b|@import|\bon\w+=", html)
    assert {match[:5] for match in re.findall(r"url\((.{5})", html)} == {"data:"}
    assert not re.findall(r'href="(?!https?://|#land-)', html)


def test_whatever_the_data_hold_is_shown_as_text(tiny: Network) -> None:
    cities = tiny.cities.copy()
    cities[["display_name", "city"]] = _EVIL
    cities["source_url"] = "javascript:alert(1)"
    focus = tiny.focus.assign(evidence=_EVIL, source_url="javascript:alert(1)")
    awards = tiny.awards.assign(city=_EVIL, source_url="javascript:alert(1)")
    evil = replace(tiny, cities=cities, focus=focus, awards=awards)
    for scope in ("network", "country:KOR", "country:NGA"):
        html = handout(evil, scope)
        assert "&lt;script&gt;" in html
        assert "<script" not in html
        assert 'href="javascript:' not in html
        assert not re.search(r"<(?:text|td|li|p|title)[^>]*><script", html)


def test_the_land_is_drawn_once_for_all_maps_of_the_same_window(tiny: Network) -> None:
    html = handout(tiny)
    assert (html.count('<path class="land" id="land-1"'), html.count('<use href="#land-1"/>')) == (1, 2)


def test_bars_are_as_long_as_what_they_count(tiny: Network) -> None:
    html = handout(tiny, "country:KOR")
    (bars,) = re.findall(r'<svg class="picture" viewBox="0 0 1000 108".*?</svg>', html, re.DOTALL)
    assert re.findall(r'<rect y="25" width="([\d.]+)"', bars) == ["566.7", "283.3"]  # 2 and 1 of 3, of 850
    assert re.findall(r'fill="none"', bars) == ['fill="none"'] * 2


def test_a_long_table_stands_in_pieces_side_by_side(tiny: Network) -> None:
    story = arranged(make_story(tiny, read_scope("network", tiny)), ["where"])
    rows = tuple((f"city {number}",) for number in range(40))
    (where,) = story.steps
    html = page(replace(story, steps=(replace(where, table=Table((Column("City"),), rows)),)))
    assert '<div class="tables n3">' in html
    assert [each.count("<tr>") - 1 for each in html.split("<table>")[1:]] == [14, 14, 12]
    assert '<section class="long">' in html
    assert text_of(html).count("city 39") == 1


def test_what_nobody_published_is_said_in_words(tiny: Network) -> None:
    html = handout(tiny, "country:KEN")
    assert re.search(r'<td class="absent" lang="">not published</td><td class="absent" lang="">no page</td>', html)


def test_a_table_that_the_bars_tell_already_is_not_printed_again(tiny: Network) -> None:
    years, themes = (
        page(arranged(make_story(tiny, read_scope("region:Africa", tiny)), [code])) for code in ("how", "where")
    )
    assert ("<table>" in years, "<table>" in themes) == (False, True)
    unknown = arranged(make_story(tiny, read_scope("country:KOR", tiny)), ["missing"])
    (missing,) = unknown.steps
    two = replace(missing, table=replace(missing.table, rows=missing.table.rows[:2]))  # as many as bars, other things
    assert "<table>" in page(replace(unknown, steps=(two,)))


def test_few_marked_members_stand_beside_their_map(tiny: Network) -> None:
    html = page(arranged(make_story(tiny, read_scope("network", tiny)), ["where", "awards"]))
    where, awards = html.split("<section>")[1:3]
    assert ('<div class="beside">' in where, '<div class="beside">' in awards) == (False, True)
    assert re.findall(r'class="picture map" style="font-size:([\d.]+)px"', html) == ["17.0", "26.6"]  # 17 by 0.64


def test_a_story_without_its_opening_is_a_hand_out_too(tiny: Network) -> None:
    html = page(arranged(make_story(tiny, read_scope("network", tiny)), ["awards"]))
    assert "<h2>Award winners</h2>" in html
    assert 'class="figures"' not in html


@pytest.mark.parametrize("scope", ["network", "region:Africa", "country:KOR", "country:BEN"])
def test_french_has_no_english_left(network: Network, scope: str) -> None:
    with speaking("fr"):
        story = make_story(speak(network, "fr"), read_scope(scope, network))
        html = page(story)
    assert '<html lang="fr">' in html
    english = re.compile(
        r"\b(?:members?|the|with|listed|joined|year|not published|of|and|countries|Source of|award|printed)\b"
    )
    quoted = {cell for step in story.steps for row in step.table.rows for cell in row if isinstance(cell, str)}
    text = text_of(html)
    for cell in sorted(quoted, key=len, reverse=True):  # evidence and names are data
        text = text.replace(cell, "")
    assert not english.findall(text.replace("Global Network of Learning Cities", ""))
