"""Pictures of a story as SVG: marks where their numbers put them, names where there is room."""

from __future__ import annotations

import re
from datetime import date

from atlas.story import Bars, Line, Place, Points, Series
from atlas.story.drawing import draw


def _place(city_id: str, lat: float, lon: float, name: str = "", region: str = "Africa") -> Place:
    return Place(city_id, name or city_id, "XXX", region, lat, lon)


def _values(svg: str) -> list[str]:
    return re.findall(r'<text class="value"[^>]*>([^<]*)</text>', svg)


def test_rows_are_solid_for_what_is_known_and_hollow_for_the_rest() -> None:
    bars = Bars(("a & b", "c"), Series("with", (3, 1)), Series("without", (1, 0)), ("3 of 4", "1 of 1"))
    svg = str(draw(bars, alt="x"))
    assert re.findall(r'<rect(?: x="([\d.]+)")? y="\d+" width="([\d.]+)"', svg) == [
        ("", "637.5"), ("638.5", "212.5"), ("", "212.5"),
    ]  # fmt: skip
    assert '<text y="17">a &amp; b</text>' in svg
    assert _values(svg) == ["3 of 4", "1 of 1"]
    assert re.sub(r"<[^>]+>", "", svg[svg.index('<p class="key">') :]).split() == ["with", "without"]


def test_what_the_message_is_about_stands_out() -> None:
    bars = Bars(("a", "b"), Series("n", (1, 2)), texts=("1", "2"), regions=("Africa", "Arab States"), strong=1)
    svg = str(draw(bars, alt="x"))
    assert re.findall(r'<g transform="translate\(0 ([\d.]+)\)"( opacity)?', svg) == [("0", " opacity"), ("54", "")]
    assert re.findall(r'fill="(#\w+)"', svg) == ["#D55E00", "#009E73"]
    assert 'class="key"' not in svg


def test_columns_stand_on_their_base() -> None:
    bars = Bars(("2019", "2020", "n. p."), Series("n", (2, 0, 0)), Series("?", (0, 0, 1)), ("2", "", "1"), upright=True)
    svg = str(draw(bars, alt="x"))
    assert re.findall(r'y="([\d.]+)" width="[\d.]+" height="([\d.]+)"', svg) == [("30.0", "300.0"), ("180.0", "150.0")]
    assert _values(svg) == ["2", "", "1"]
    assert re.findall(r'<text x="([\d.]+)"', svg) == ["166.7", "500.0", "833.3"]  # each in the middle of its third


def test_a_line_breaks_where_nobody_counted_and_values_have_room() -> None:
    line = Line(
        "Cities",
        parts=(((date(2015, 1, 1), 10), (date(2015, 3, 1), 11), (date(2016, 1, 1), 20)), ((date(2018, 1, 1), 5),)),
        dotted=((date(2016, 1, 1), 20), (date(2018, 1, 1), 5)),
    )
    svg = str(draw(line, alt="x"))
    assert svg.count('<path class="line"') == 2
    assert svg.count('<path class="line dotted"') == 1
    assert re.findall(r'<circle cx="[\d.]+" cy="([\d.]+)"', svg) == [
        "180.0",
        "165.0",
        "30.0",
        "255.0",
    ]  # of 330, 300 high
    assert _values(svg) == ["5", "20", "11"]  # January and March of one year are too near for two
    assert re.findall(r"<text x=\"[\d.]+\" y=\"352\">(\d+)</text>", svg) == ["2015", "2016", "2017", "2018"]


def test_marked_members_are_drawn_over_the_pale_ones() -> None:
    points = Points((_place("a", 0, 0), _place("b", 5, 5, region="Arab States")), marked=("a",))
    svg = str(draw(points, alt="x"))
    assert re.findall(r'<g class="(pale|mark)"', svg) == ["pale", "mark"]
    assert 'class="key"' not in svg  # one region is marked
    both = str(draw(Points(points.places), alt="x"))
    assert re.sub(r"<[^>]+>", " ", both[both.index('<p class="key">') :]).split() == ["Africa", "Arab", "States"]


def test_names_stand_beside_their_mark_and_never_over_each_other() -> None:
    near = (_place("a", 0, 0, "First"), _place("b", 0, 0.01, "Second"), _place("c", 3, 3, "<Third>"))
    svg = str(draw(Points(near, named=("a", "b", "c")), alt="x"))
    names = re.findall(r'<text class="name" lang="" x="([\d.]+)" y="([\d.]+)" text-anchor="(\w+)">([^<]*)<', svg)
    assert [(name[2], name[3]) for name in names] == [("start", "First"), ("end", "Second"), ("start", "&lt;Third&gt;")]


def test_a_name_stays_within_the_map() -> None:
    far = (_place("a", 0, 0), _place("b", 0, 40, "A name that is as long as this one"))  # b stands at 903 of 1000
    assert re.findall(
        r'<text class="name"[^>]* text-anchor="(\w+)"', str(draw(Points(far, named=("b",)), alt="x"))
    ) == ["end"]


def test_a_name_without_room_stays_away() -> None:
    near = tuple(_place(str(at), 0, at / 1000, f"A name that is as long as this {at}") for at in range(8))
    svg = str(draw(Points(near, named=tuple(place.city_id for place in near)), alt="x"))
    assert 0 < svg.count('class="name"') < 8


def test_pairs_are_joined_by_a_line() -> None:
    points = Points((_place("a", 0, 0), _place("b", 0, 10)), links=(("a", "b"),))
    assert len(re.findall(r'<line class="link"', str(draw(points, alt="x")))) == 1


def test_the_picture_is_told_to_those_who_do_not_see_it() -> None:
    assert 'role="img" aria-label="A &#34;map&#34;"' in draw(Points((_place("a", 0, 0),)), alt='A "map"')
