"""What a view is called where only its name is seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from atlas.selection import Selection
from atlas.wording import use_language
from atlas.words.preview import members_in, titled

if TYPE_CHECKING:
    from atlas.model import Network


@pytest.mark.parametrize(
    ("chosen", "text"),
    [
        ({}, "10 members"),
        ({"country": ["KOR"]}, "3 members in the Republic of Korea"),
        ({"country": ["KEN"]}, "1 member in Kenya"),
        ({"region": ["Africa"]}, "2 members in Africa"),
        ({"region": ["Africa"], "country": ["KEN"]}, "1 member in Kenya"),
        ({"region": ["Arab States"], "country": ["KEN"]}, "0 members in Kenya · Arab States"),
        ({"region": ["Africa", "Arab States"]}, "3 members · Africa · Arab States"),
        ({"region": ["Africa", "Arab States"], "country": ["KEN"]}, "1 member in Kenya · Arab States"),
        ({"country": ["FRA", "DEU"]}, "3 members · France · Germany"),
        ({"year": ["2017"], "country": ["KOR"]}, "2 members in the Republic of Korea · joined 2017"),
        ({"year": ["unknown"]}, "2 members · Year not published"),
        ({"focus": ["citizenship"], "evidence": ["weak"]}, "1 member · Citizenship"),
        ({"focus": ["citizenship"]}, "0 members · Citizenship"),
        ({"year": ["2015", "2017", "2019"]}, "8 members · joined 2015 · joined 2017 · joined 2019"),
        (
            {"year": ["2015", "2017", "2019"], "kind": ["city", "district"]},
            "7 members · joined 2015 · joined 2017 · joined 2019 · …",
        ),
    ],
    ids=str,
)
def test_a_filtered_view_is_called_after_its_place_and_what_else_is_asked(
    tiny: Network, chosen: dict[str, list[str]], text: str
) -> None:
    assert members_in(tiny, Selection(**chosen)) == text


def test_in_french_too(tiny: Network) -> None:
    use_language("fr")
    assert members_in(tiny, Selection(country=["KOR"])) == "3 membres en République de Corée"
    assert members_in(tiny, Selection(country=["KEN"], year=["2015"])).startswith("0 membre au Kenya · membre depuis")
    assert titled("Carte") == "Carte · Atlas des villes apprenantes"
