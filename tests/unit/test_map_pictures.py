"""Maps on paper: the right land in the right colour, nothing torn at the antimeridian, names where there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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


class Ordered(Recorder):
    """A sheet that remembers in which order areas and texts come."""

    def __init__(self) -> None:
        super().__init__(1280, 720, "#FFFFFF")
        self.order: list[str | None] = []

    def write(self, text: str, *place: Any, **settings: Any) -> None:
        self.order.append(text)
        super().write(text, *place, **settings)

    def shape(self, path: Any, *, fill: str | None, **settings: Any) -> None:
        self.order.append(fill)
        super().shape(path, fill=fill, **settings)


def drawn(
    places: Sequence[tuple[float, float]],
    *,
    focus: Sequence[str] = (),
    whole: bool = False,
    name: str = "Name",
    back: Sequence[tuple[float, float]] = (),
    links: Sequence[tuple[int, int]] = (),
) -> tuple[Ordered, Drawn]:
    sheet, letters = Ordered(), Type(LIGHT)
    look = Look(
        sea=SEA, land=LAND, focus=FOCUS, border=BORDER, ink="#000000", quiet="#888888",
        name=letters.sans(18), country=letters.sans(12), hairline=1,
    )  # fmt: skip
    pins = [Pin(lat, lon, "circle", "#111111", "#222222", f"{name} {at}", None) for at, (lat, lon) in enumerate(places)]
    pins += [Pin(lat, lon, "circle", "#777777", "#888888", "", back=True) for lat, lon in back]
    countries = {code: f"Land {code}" for code in NAMES}
    subject = Subject(pins, countries, frozenset(focus), name_pins=True, links=links)
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


def test_members_at_the_back_are_smaller_and_lie_below_names_and_all_others() -> None:
    sheet, view = drawn([SEOUL], back=[BUSAN, JEJU])
    found = [each for each in sheet.order if each in ("#777777", "Name 0", "#111111")]
    assert found == ["#777777", "#777777", "Name 0", "#111111"]
    assert (view.asked, view.named) == (1, 1)
    front, back = (next(path for path, fill in sheet.shapes if fill == colour) for colour in ("#111111", "#777777"))
    assert np.ptp(back.vertices[:, 0]) == pytest.approx(0.62 * np.ptp(front.vertices[:, 0]))


def test_a_name_may_cover_members_at_the_back_but_no_other() -> None:
    crowd = [(SEOUL[0], SEOUL[1] + 0.1 * at) for at in range(-20, 21) if at]
    _sheet, among = drawn([SEOUL], back=crowd)
    assert (among.asked, among.named) == (1, 1)


def test_a_line_leads_from_pin_to_pin_below_both() -> None:
    sheet, view = drawn([SEOUL, FUKUOKA], links=[(0, 1)])
    (line,) = [path for path, fill in sheet.shapes if fill is None and len(path.vertices) == 3]
    ends = view.view.pixels([SEOUL[1], FUKUOKA[1]], [SEOUL[0], FUKUOKA[0]])
    assert line.vertices[[0, 2]] == pytest.approx(ends)
    assert np.hypot(*(line.vertices[1] - ends.mean(axis=0))) > 10  # it bends
    last = max(at for at, (path, _fill) in enumerate(sheet.shapes) if path is line)
    assert last < min(at for at, (_path, fill) in enumerate(sheet.shapes) if fill == "#111111")


def test_a_map_without_members_is_the_world() -> None:
    sheet, view = drawn([])
    assert view.view.kind == "equal earth"
    assert (view.asked, view.named) == (0, 0)
    assert sheet.shapes
