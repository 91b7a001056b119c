"""The geocoder finds, doubts, and says so; it never decides by population in silence."""

from __future__ import annotations

import pytest

from geo.gazetteer import Gazetteer, Place
from geo.geocode import AMBIGUOUS, NOT_PLACED, geocode, place_members
from geo.overrides import CoordinateOverride, Overrides, member_key


def _place(geonameid: int, name: str, population: int, iso3: str = "KOR", aliases: str = "") -> Place:
    return Place(geonameid, name, iso3, 35.0 + geonameid, 127.0, population, "01", aliases)


@pytest.fixture
def gazetteer() -> Gazetteer:
    korea = (
        _place(1, "Sangju", 100_000, aliases="상주"),
        _place(2, "Sangju", 0),
        _place(3, "Ansan-si", 600_000, aliases="ansan|안산시"),
        _place(4, "Suncheon", 276_000, aliases="sunchon"),
        _place(5, "Hamadan", 10),
        _place(6, "Great Hamadan", 500_000, aliases="hamadan"),
        _place(7, "Al `Ula", 32_000),
        _place(8, "Kilifi", 74_000),
    )
    turkey = (_place(20, "İzmir", 2_900_000, "TUR"), _place(21, "Sur", 900, "TUR"))
    return Gazetteer({"KOR": korea, "TUR": turkey})


def test_a_unique_name_is_placed_exactly(gazetteer: Gazetteer) -> None:
    found = geocode("Suncheon", "KOR", gazetteer=gazetteer)

    assert (found.method, found.geonameid, found.precision) == ("gazetteer-exact", 4, "town centre")
    assert not found.needs_review


@pytest.mark.parametrize("name", ["IZMIR", "izmir", "Izmir", "İZMİR", "ızmir"])
def test_case_accents_and_the_dotless_i_do_not_matter(name: str, gazetteer: Gazetteer) -> None:
    assert geocode(name, "TUR", gazetteer=gazetteer).geonameid == 20


@pytest.mark.parametrize("name", ["AlUla", "Al-Ula", "al ula", "Al’Ula"])
def test_hyphens_apostrophes_and_spaces_do_not_matter(name: str, gazetteer: Gazetteer) -> None:
    assert geocode(name, "KOR", gazetteer=gazetteer).geonameid == 7


@pytest.mark.parametrize("name", ["Sunchon", "안산시", "Ansan"])
def test_alternate_names_in_any_script_are_found(name: str, gazetteer: Gazetteer) -> None:
    assert geocode(name, "KOR", gazetteer=gazetteer).method == "gazetteer-alternate"


def test_namesakes_are_called_ambiguous_with_their_number(gazetteer: Gazetteer) -> None:
    found = geocode("Sangju", "KOR", gazetteer=gazetteer)

    assert (found.geonameid, found.precision) == (1, AMBIGUOUS)
    assert found.note.startswith("2 places of this name")
    assert found.needs_review


def test_a_hamlet_of_that_name_does_not_win_over_a_town_also_called_so(
    gazetteer: Gazetteer,
) -> None:
    found = geocode("Hamadan", "KOR", gazetteer=gazetteer)

    assert (found.geonameid, found.precision) == (6, AMBIGUOUS)


@pytest.mark.parametrize("name", ["Suncheon-si", "Suncheon City", "Suncheon (South Jeolla)", "Suncheon - Commune 1"])
def test_a_suffix_is_left_out_only_when_the_full_name_is_unknown(name: str, gazetteer: Gazetteer) -> None:
    found = geocode(name, "KOR", gazetteer=gazetteer)

    assert found.geonameid == 4
    assert 'matched as "Suncheon"' in found.note


def test_the_full_name_comes_before_the_shortened_one(gazetteer: Gazetteer) -> None:
    assert "matched as" not in geocode("Ansan-si", "KOR", gazetteer=gazetteer).note


def test_one_typo_is_forgiven_and_flagged(gazetteer: Gazetteer) -> None:
    found = geocode("Suncheom", "KOR", gazetteer=gazetteer)

    assert (found.method, found.geonameid) == ("gazetteer-fuzzy", 4)
    assert found.needs_review


@pytest.mark.parametrize("name", ["Suncxeom", "Sun", ""])
def test_two_typos_and_short_or_empty_names_are_not_placed(name: str, gazetteer: Gazetteer) -> None:
    found = geocode(name, "KOR", gazetteer=gazetteer)

    assert (found.lat, found.lon, found.method) == (None, None, NOT_PLACED)
    assert "coordinates.csv" in found.note


def test_a_short_name_is_never_matched_with_a_typo(gazetteer: Gazetteer) -> None:
    assert geocode("Sor", "TUR", gazetteer=gazetteer).method == NOT_PLACED


def test_a_place_of_another_country_is_never_returned(gazetteer: Gazetteer) -> None:
    assert not geocode("Suncheon", "TUR", gazetteer=gazetteer).is_placed


@pytest.mark.parametrize("iso3", ["KR", "kor", "ZZZ", ""])
def test_an_unknown_country_is_an_error_that_names_the_remedy(iso3: str, gazetteer: Gazetteer) -> None:
    with pytest.raises(ValueError, match="ISO 3166-1 alpha-3"):
        geocode("Suncheon", iso3, gazetteer=gazetteer)


def test_a_pin_settles_which_namesake_is_meant(gazetteer: Gazetteer) -> None:
    pins = Overrides(pins={member_key("Sangju", "KOR"): (2, "the village is the member")})

    found = geocode("SANGJU", "KOR", gazetteer=gazetteer, overrides=pins)

    assert (found.method, found.geonameid) == ("gazetteer-pinned", 2)
    assert found.note == "the village is the member"


def test_a_pin_to_a_place_that_is_not_there_is_an_error(gazetteer: Gazetteer) -> None:
    pins = Overrides(pins={member_key("Sangju", "KOR"): (999, "gone")})

    with pytest.raises(ValueError, match=r"places\.csv"):
        geocode("Sangju", "KOR", gazetteer=gazetteer, overrides=pins)


def test_coordinates_by_hand_come_first_and_keep_the_names_of_a_pin(gazetteer: Gazetteer) -> None:
    key = member_key("Sangju", "KOR")
    point = CoordinateOverride(36.4, 128.1, "seat", "town hall", "https://example.org")

    found = geocode("Sangju", "KOR", gazetteer=gazetteer, overrides=Overrides({key: point}, {key: (1, "city")}))

    assert (found.lat, found.lon, found.method, found.precision) == (36.4, 128.1, "override", "seat")
    assert (found.geonameid, found.source_url) == (1, "https://example.org")


def test_the_kind_of_the_member_says_what_a_gazetteer_point_stands_for(
    gazetteer: Gazetteer,
) -> None:
    kinds = Overrides(kinds={member_key("Kilifi County", "KOR"): "county"})

    assert geocode("Kilifi County", "KOR", gazetteer=gazetteer, overrides=kinds).precision == "seat"


def test_many_members_come_back_in_the_order_given(gazetteer: Gazetteer) -> None:
    table = place_members([("İzmir", "TUR"), ("Nowhere", "KOR")], gazetteer=gazetteer, overrides=Overrides())

    assert table["city"].tolist() == ["İzmir", "Nowhere"]
    assert table["geonameid"].tolist()[0] == 20
    assert table["lat"].isna().tolist() == [False, True]
    assert table["needs_review"].tolist() == [False, True]


def _namesakes(*populations: int) -> Gazetteer:
    return Gazetteer({"KOR": tuple(_place(at, "Yangju", people) for at, people in enumerate(populations, 1))})


def test_of_a_town_and_another_that_is_also_called_so_the_name_wins_a_tie() -> None:
    pair = Gazetteer({"KOR": (_place(31, "Paju-eup", 500, aliases="paju"), _place(30, "Paju", 500))})
    found = geocode("Paju", "KOR", gazetteer=pair)
    assert (found.method, found.geonameid, found.precision) == ("gazetteer-exact", 30, "town centre")
    assert found.note == "Paju in GeoNames"
    assert found.source_url == "https://www.geonames.org/30"


def test_namesakes_are_ranked_by_people_then_by_identifier_and_listed() -> None:
    found = geocode("Yangju", "KOR", gazetteer=_namesakes(5, 9, 9))
    assert (found.geonameid, found.lat) == (2, 37.0)
    assert found.note == (
        "3 places of this name in the country; the most populous is shown, unconfirmed. "
        "Others: Yangju 38.00, 127.00; Yangju 36.00, 127.00"
    )


@pytest.mark.parametrize(("places", "listed"), [(6, 5), (7, 5)])
def test_five_further_namesakes_are_listed_and_all_are_counted(places: int, listed: int) -> None:
    note = geocode("Yangju", "KOR", gazetteer=_namesakes(*[1] * places)).note
    assert note.startswith(f"{places} places of this name")
    assert note.count("127.00") == listed


def test_a_typo_is_forgiven_from_five_letters_and_the_name_comes_before_the_other_names() -> None:
    near = Gazetteer(
        {"KOR": (_place(1, "Jeju", 9), _place(2, "Yeosu", 9), _place(3, "Wonju", 1, aliases="yeosi"))},
    )
    assert geocode("Jejo", "KOR", gazetteer=near).method == NOT_PLACED
    found = geocode("Yeoso", "KOR", gazetteer=near)
    assert (found.geonameid, found.method) == (2, "gazetteer-fuzzy")
    assert found.note == 'no place is spelt "Yeoso"; one letter differs. Yeosu in GeoNames'
    assert geocode("Yesou", "KOR", gazetteer=near).geonameid == 2  # two letters changed places
    assert geocode("Eyosu", "KOR", gazetteer=near).geonameid == 2
    assert geocode("Yeasiu", "KOR", gazetteer=near).method == NOT_PLACED


def test_of_a_pin_that_is_coordinates_without_a_place_no_identifier_is_told(gazetteer: Gazetteer) -> None:
    point = CoordinateOverride(36.4, 128.1, "seat", "town hall", "https://example.org")
    found = geocode("Sangju", "KOR", gazetteer=gazetteer, overrides=Overrides({member_key("Sangju", "KOR"): point}))
    assert (found.method, found.geonameid) == ("override", None)


def test_a_place_without_people_and_without_namesake_is_found_by_its_own_name() -> None:
    hamlet = Gazetteer({"KOR": (_place(1, "Paju", 0),)})
    found = geocode("Paju", "KOR", gazetteer=hamlet)
    assert (found.method, found.precision, found.note) == ("gazetteer-exact", "town centre", "Paju in GeoNames")


def test_a_town_called_so_with_a_single_inhabitant_outranks_an_empty_one_of_that_name() -> None:
    pair = Gazetteer({"KOR": (_place(1, "Paju", 0), _place(2, "Paju-eup", 1, aliases="paju"))})
    found = geocode("Paju", "KOR", gazetteer=pair)
    assert (found.method, found.geonameid, found.precision) == ("gazetteer-alternate", 2, AMBIGUOUS)


def test_a_name_is_shortened_by_one_part_at_a_time() -> None:
    both = Gazetteer({"KOR": (_place(1, "Sangju", 9), _place(2, "Sangju County", 5))})
    found = geocode("City of Sangju County", "KOR", gazetteer=both)
    assert (found.geonameid, found.note) == (2, 'matched as "Sangju County". Sangju County in GeoNames')
