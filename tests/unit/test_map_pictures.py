"""Maps on paper: the right land in the right colour, nothing torn at the antimeridian, names where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
import shapely
from matplotlib.path import Path

from atlas.palette import LIGHT
from atlas.pictures.fonts import Type
from geo.basemap import UNNAMED
from geo.pictures import Look, Pin, Subject, draw_map
from geo.sheet import Box
from tests.sheets import Recorder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.pictures import Drawn

BOX = Box(40, 60, 1200, 560)
SEA, LAND, FOCUS, BORDER = "#0000FF", "#00FF00", "#FFFFFF", "#FF0000"
NAMES = {
    *("BRA", "CAN", "CHN", "FJI", "FRA", "JPN", "KOR", "MEX", "RUS", "USA", "ZAF"),
    *UNNAMED,
}
SEOUL, BUSAN, JEJU, PYONGYANG, FUKUOKA = (37.55, 127), (35.2, 129), (33.38, 126.55), (39, 125.8), (33.4, 130.6)


def drawn(
    places: Sequence[tuple[float, float]], *, focus: Sequence[str] = (), whole: bool = False, name: str = "Name"
) -> tuple[Recorder, Drawn]:
    sheet, letters = Recorder(1280, 720, "#FFFFFF"), Type(LIGHT)
    look = Look(
        sea=SEA, land=LAND, focus=FOCUS, border=BORDER, ink="#000000", quiet="#888888",
        name=letters.sans(18), country=letters.sans(12), hairline=1,
    )  # fmt: skip
    pins = [Pin(lat, lon, "circle", "#111111", "#222222", f"{name} {at}", None) for at, (lat, lon) in enumerate(places)]
    subject = Subject(pins, {code: f"Land {code}" for code in NAMES}, frozenset(focus), name_pins=True)
    return sheet, draw_map(sheet, BOX, subject, look, radius=6, whole=whole)


def area(sheet: Recorder, colour: str) -> Path:
    found: Path = next(path for path, fill in sheet.shapes if fill == colour)
    return found


def holds(sheet: Recorder, colour: str, view: Drawn, place: tuple[float, float]) -> bool:
    lat, lon = place
    return bool(area(sheet, colour).contains_point(view.view.pixels([lon], [lat])[0]))


@pytest.mark.parametrize(
    ("places", "whole"),
    [
        ([(48, 2)], True),
        ([SEOUL, BUSAN], False),
        ([(-18.14, 178.44), (-13.83, -171.77)], False),  # Fiji and Samoa
        ([(66, 171), (65, -168)], False),  # both sides of the Bering Strait
        ([(35, 48), (-38, 145), (33, 136)], False),  # Equal Earth round another meridian
        ([(80, 0), (79, 120), (80, -120)], False),  # the North Pole
    ],
    ids=["world", "country", "pacific", "bering", "asia", "pole"],
)
def test_no_outline_streaks_across_the_map(places: list[tuple[float, float]], whole: bool) -> None:
    sheet, _drawn = drawn(places, whole=whole)
    land = area(sheet, LAND)
    points, codes = np.asarray(land.vertices), np.asarray(land.codes)
    lines = np.stack([points[:-1], points[1:]], axis=1)[codes[1:] == Path.LINETO]
    seen = shapely.intersects(shapely.linestrings(lines), shapely.box(BOX.left, BOX.top, BOX.right, BOX.bottom))
    assert seen.sum() > 20
    assert np.hypot(*(lines[seen, 1] - lines[seen, 0]).T).max() < 0.12 * BOX.width


def test_the_world_is_shown_without_antarctica_and_keeps_its_own_outline() -> None:
    sheet, view = drawn([(48, 2)], whole=True)
    assert view.view.kind == "equal earth"
    assert not holds(sheet, LAND, view, (-80, 0))
    assert not holds(sheet, SEA, view, (-62, 0))
    assert holds(sheet, SEA, view, (0, -150))
    assert holds(sheet, LAND, view, (62, 100))


def test_a_country_is_set_off_from_its_neighbours_on_its_finest_coasts() -> None:
    sheet, view = drawn([SEOUL, BUSAN], focus=["KOR"])
    assert [holds(sheet, FOCUS, view, place) for place in (SEOUL, BUSAN, JEJU, PYONGYANG, FUKUOKA)] == [
        *(True, True, True, False, False)
    ]
    assert [holds(sheet, LAND, view, place) for place in (SEOUL, PYONGYANG, FUKUOKA)] == [True, True, True]


def test_a_large_country_is_set_off_as_well() -> None:
    sheet, view = drawn([(55.8, 49.1)], focus=["RUS"])
    assert holds(sheet, FOCUS, view, (62, 100))
    assert holds(sheet, FOCUS, view, (66.5, -172))  # beyond the antimeridian
    assert not holds(sheet, FOCUS, view, (48, 68))


def test_a_country_is_shown_whole_with_its_large_islands_and_those_with_a_member() -> None:
    _sheet, korea = drawn([SEOUL], focus=["KOR"])
    assert _inside(korea, JEJU)
    _sheet, portugal = drawn([(38.7, -9.1)], focus=["PRT"])
    assert not _inside(portugal, (37.7, -25.5))  # the Azores are small and far
    _sheet, portugal = drawn([(38.7, -9.1), (37.74, -25.57)], focus=["PRT"])
    assert _inside(portugal, (37.7, -25.5))


def _inside(drawn_map: Drawn, place: tuple[float, float]) -> bool:
    x, y = drawn_map.view.pixels([place[1]], [place[0]])[0]
    return bool(BOX.left < x < BOX.right and BOX.top < y < BOX.bottom)


def test_members_are_named_and_counted() -> None:
    sheet, view = drawn([SEOUL, BUSAN])
    assert {"Name 0", "Name 1"} <= sheet.texts.keys()
    assert (view.asked, view.named) == (2, 2)
    _sheet, crowd = drawn([SEOUL] * 60, name="A rather long name of a member")
    assert crowd.asked == 60
    assert 1 <= crowd.named < 60


def test_countries_are_named_in_their_land_where_there_is_room_and_areas_without_a_name_never() -> None:
    sheet, view = drawn([(20, -100), (-30, -60)])
    x, y = sheet.texts["LAND BRA"]
    assert holds(sheet, LAND, view, (-10, -52))
    assert BOX.left < x < BOX.right
    assert BOX.top < y < BOX.bottom
    assert not any(code in text for text in sheet.texts for code in UNNAMED)


def test_pins_stand_above_everything_in_the_order_from_north_to_south() -> None:
    sheet, view = drawn([BUSAN, SEOUL])
    pins = [path for path, fill in sheet.shapes if fill == "#111111"]
    assert [fill for _path, fill in sheet.shapes[-2:]] == ["#111111"] * 2
    middles = [path.vertices[:-1].mean(axis=0) for path in pins]
    assert middles[0] == pytest.approx(view.view.pixels([SEOUL[1]], [SEOUL[0]])[0])
    assert middles[0][1] < middles[1][1]
    assert np.ptp(pins[0].vertices[:, 0]) == pytest.approx(2 * 6 * 5.5 / 7, rel=0.02)


def test_a_map_without_members_is_the_world() -> None:
    sheet, view = drawn([])
    assert view.view.kind == "equal earth"
    assert (view.asked, view.named) == (0, 0)
    assert sheet.shapes
