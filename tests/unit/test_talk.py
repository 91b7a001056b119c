"""The slides of a story: one message each, bars in parts of the longest, tables that fit, nothing that runs."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from atlas.story import Bars, Column, Points, Series, Story, Table, arranged, make_story, read_scope
from atlas.story.talk import build_talk
from atlas.wording import speaking

if TYPE_CHECKING:
    from atlas.model import Network

_EVIL = "<script>alert('x')</script>"


def told(network: Network, scope: str = "network") -> Story:
    return make_story(network, read_scope(scope, network))


def test_every_step_is_a_slide_in_its_order_all_hidden_until_the_talk_starts(tiny: Network) -> None:
    story = told(tiny, "country:KOR")
    slides = re.findall(r'<section class="slide[^"]*" data-code="(\w+)" aria-label="[^"]+" hidden>', build_talk(story))
    assert slides == [step.code for step in story.steps]
    assert slides[:2] == ["title", "where"]
    assert build_talk(story).count("10 members in 7 countries listed; UNESCO announced 14 in 8") == len(slides)


def test_bars_are_parts_of_the_longest_solid_and_hollow_and_in_the_colour_of_their_region(tiny: Network) -> None:
    story = arranged(told(tiny), ["work"])
    bars = Bars(
        ("one", "two", "none"), Series("known", (5, 20, 0)), Series("unknown", (5, 0, 0)), ("5 of 10", "20", "0"),
        regions=("Africa", "Arab States", "Africa"), strong=1,
    )  # fmt: skip
    html = build_talk(replace(story, steps=(replace(story.steps[0], picture=bars),)))
    assert re.findall(r'<i class="(\w+)" style="width: ([\d.]+)%">', html) == [
        ("solid", "25.0"), ("hollow", "25.0"), ("solid", "100.0"),
    ]  # fmt: skip
    assert re.findall(r'<div class="row( pale)?" style="--quantity: (#\w+)">', html) == [
        (" pale", "#D55E00"), ("", "#009E73"), (" pale", "#D55E00"),
    ]  # fmt: skip
    assert '<i class="solid"></i>known <i class="hollow"></i>unknown' in html


def test_a_table_stands_where_the_picture_does_not_say_it_without_addresses_and_no_longer_than_a_slide(
    tiny: Network,
) -> None:
    step = arranged(told(tiny), ["where"]).steps[0]
    assert isinstance(step.picture, Points)
    rows = tuple((f"City {at}", at, "https://example.org/") for at in range(9))
    table = Table((Column("City"), Column("Members", "number"), Column("Source", "address")), rows)

    def html(picture: Points | None, rows_told: int) -> str:
        one = replace(step, picture=picture, table=replace(table, rows=rows[:rows_told]))
        return build_talk(replace(told(tiny), steps=(one,)))

    assert "<table" not in html(step.picture, 3)  # every point is the message: nothing to list
    chosen = replace(step.picture, marked=(step.picture.places[0].city_id,))
    assert html(chosen, 8).count("<tr>") == 9
    assert "<table" not in html(chosen, 9)
    assert html(None, 9).count("<tr>") == 9
    assert "and 1 more, listed in the hand-out" in html(None, 9)
    assert "more, listed" not in html(None, 8)
    assert "example.org" not in html(None, 9)


def test_nothing_from_the_data_becomes_markup(tiny: Network) -> None:
    step = replace(
        arranged(told(tiny), ["work"]).steps[0],
        title=_EVIL, message=_EVIL, definition=_EVIL, alt=_EVIL,
        picture=Bars((_EVIL,), Series(_EVIL, (1,)), Series(_EVIL, (1,)), (_EVIL,), regions=("Africa",)),
    )  # fmt: skip
    bare = replace(step, picture=None, table=Table((Column(_EVIL),), ((_EVIL,), (None,))))
    html = build_talk(replace(told(tiny), steps=(step, bare)))
    assert "<script" not in html
    assert html.count("&lt;script&gt;") >= 9
    assert '<td lang="">not published</td>' in html


def test_the_last_slide_says_who_made_it_and_under_which_licence(tiny: Network) -> None:
    with speaking("fr"):
        story = told(tiny)
        html = build_talk(story)
    for line in story.imprint[1:]:
        assert html.count(str(line).replace("'", "&#39;").replace("’", "’")) == 1
    assert "produit officiel de l’UNESCO" in html
