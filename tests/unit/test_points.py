"""Members as points: compact columns, one bit each, and bounds to zoom to."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Final

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from atlas.model import REGIONS
from geo.points import bounds, member_columns, members_mask, placed
from tests.tiny import NAMES

if TYPE_CHECKING:
    from atlas.model import Network

IDS: Final = list(NAMES)


def shown_by(text: str, everyone: list[str]) -> list[str]:
    """Return the members whose bit is set, read as the map's script reads it."""
    bits = base64.b64decode(text)
    return [each for at, each in enumerate(everyone) if bits[at >> 3] >> (at & 7) & 1]


@given(st.lists(st.text(min_size=1), unique=True, max_size=40), st.data())
def test_the_mask_holds_exactly_the_members_shown(everyone: list[str], data: st.DataObject) -> None:
    shown = data.draw(st.lists(st.sampled_from(everyone), unique=True) if everyone else st.just([]))
    text = members_mask(pd.Index(everyone, dtype=object), pd.Index(shown, dtype=object))
    assert shown_by(text, everyone) == [each for each in everyone if each in shown]
    assert len(base64.b64decode(text)) == (len(everyone) + 7) // 8


@pytest.mark.parametrize(
    ("shown", "text"), [([], "AAA="), (IDS, "/wM="), (IDS[:1], "AQA="), (IDS[-1:], "AAI="), (["elsewhere"], "AAA=")]
)
def test_nobody_everybody_the_first_and_the_last_are_told_apart(shown: list[str], text: str) -> None:
    assert members_mask(pd.Index(IDS), pd.Index(shown, dtype=object)) == text


def test_columns_are_what_the_script_of_the_map_reads(tiny: Network) -> None:
    columns = member_columns(
        tiny.cities,
        regions=REGIONS,
        countries={"KOR": "Corée", "EGY": "<Égypte>"},
        notes={"district": "a district", "city": ""},
        ranks=pd.Series([0, 3, 1, 2, 3, 3, 3, 3, 3, 3], index=tiny.cities.index),
    )
    assert columns == {
        "id": IDS,
        "name": list(NAMES.values()),
        "lat": [6.5, -1.3, 30.0, 37.5, 35.1, 36.0, 48.6, 48.4, 53.5, None],
        "lon": [3.4, 36.8, 31.0, 127.0, 129.0, 128.0, 2.4, -4.5, 10.0, None],
        "region": "0012223333",
        "rank": "0312333333",
        "names": {"KOR": "Corée", "EGY": "<Égypte>"},
        "countries": ["DEU", "<Égypte>", "FRA", "GRC", "KEN", "Corée", "NGA"],
        "country": [6, 4, 1, 5, 5, 5, 2, 2, 0, 3],
        "year": [2015, 0, 2015, 2017, 2017, 2019, 2017, 0, 2019, 2019],
        "note": ["", "", "", "a district", "a district", "", "", "", "", ""],
    }


RANKS = pd.Series([0] * 10)


def test_without_any_note_every_note_is_empty(tiny: Network) -> None:
    ranks = RANKS.set_axis(tiny.cities.index)
    assert member_columns(tiny.cities, regions=REGIONS, countries={}, notes={}, ranks=ranks)["note"] == [""] * 10
    nobody = tiny.cities.head(0)
    assert member_columns(nobody, regions=REGIONS, countries={}, notes={}, ranks=RANKS.head(0))["note"] == []


def test_positions_are_as_fine_as_a_seat_is_defined(tiny: Network) -> None:
    moved = tiny.cities.loc[["at-deu"]].assign(lat=53.123456, lon=-9.99996)
    columns = member_columns(
        moved, regions=REGIONS, countries={}, notes={"city": ""}, ranks=pd.Series(3, index=moved.index)
    )
    assert (columns["lat"], columns["lon"]) == ([53.1235], [-10.0])


def test_bounds_are_south_west_and_north_east_of_those_placed(tiny: Network) -> None:
    assert bounds(tiny.cities) == ((-1.3, -4.5), (53.5, 129.0))
    assert bounds(tiny.cities.loc[["at-deu", "script-grc"]]) == ((53.5, 10.0), (53.5, 10.0))
    assert bounds(tiny.cities.loc[["script-grc"]]) is None


def test_a_member_is_placed_by_both_degrees(tiny: Network) -> None:
    assert placed(tiny.cities).index.tolist() == IDS[:-1]
    half = tiny.cities.loc[["at-deu", "plain-kor"]].assign(lat=[None, 36.0], lon=[10.0, None])
    assert placed(half).empty
