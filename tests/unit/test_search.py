"""The search forgives what people get wrong, and answers the same every time."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.search import Match, SearchIndex, search

ROWS = [
    ("sao-filipe-cpv", "São Filipe", "Cabo Verde", "CPV", "São Filipe", "", ""),
    ("bouake-civ", "Bouaké", "Côte d'Ivoire", "CIV", "Bouaké", "", "gbekekro"),
    ("nam-gu-busan-kor", "Nam-gu (Busan)", "Republic of Korea", "KOR", "Nam-gu (Busan)", "남구", "부산 남구"),
    ("seo-gu-busan-kor", "Seo-gu (Busan)", "Republic of Korea", "KOR", "Seo-gu (Busan)", "서구", "부산 서구"),
    ("seo-gu-gwangju-kor", "Seo-gu (Gwangju)", "Republic of Korea", "KOR", "Seo-gu (Gwangju)", "서구", "광주 서구"),
    ("evry-courcouronnes-fra", "Évry-Courcouronnes", "France", "FRA", "Évry-Courcouronnes", "", ""),
    ("clermont-ferrand-fra", "Clermont-Ferrand", "France", "FRA", "Clermont-Ferrand", "", ""),
    ("kyiv-ukr", "Kyiv", "Ukraine", "UKR", "Kyiv", "Київ", "kiev|kijow|киев"),
    ("beijing-chn", "Beijing", "China", "CHN", "Beijing", "北京", "peking|pekin"),
    ("xi-an-chn", "Xi'an", "China", "CHN", "Xi'an", "西安", ""),
    ("la-paz-mex", "La Paz", "Mexico", "MEX", "La Paz", "", ""),
    ("la-paz-mendoza-arg", "La Paz (Mendoza)", "Argentina", "ARG", "La Paz", "", ""),
    ("konya-tur", "Konya", "Türkiye", "TUR", "Konya", "", "iconium"),
    ("izmir-tur", "İzmir", "Türkiye", "TUR", "İzmir", "", "smyrna"),
    ("turin-ita", "Turin", "Italy", "ITA", "Turin", "Torino", ""),
    ("medellin-col", "Medellín", "Colombia", "COL", "Medellín", "", ""),
]
COLUMNS = ["city_id", "city", "country", "iso3", "display_name", "local_name", "aliases"]


@pytest.fixture(scope="module")
def cities() -> pd.DataFrame:
    return pd.DataFrame(ROWS, columns=COLUMNS)


@pytest.fixture(scope="module")
def index(cities: pd.DataFrame) -> SearchIndex:
    return SearchIndex.from_cities(cities)


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("sao filipe", "sao-filipe-cpv"),
        ("SÃO FILIPE", "sao-filipe-cpv"),
        ("Bouake", "bouake-civ"),
        ("Evry", "evry-courcouronnes-fra"),
        ("Kiev", "kyiv-ukr"),
        ("Київ", "kyiv-ukr"),
        ("Peking", "beijing-chn"),
        ("北京", "beijing-chn"),
        ("xian", "xi-an-chn"),
        ("Xi an", "xi-an-chn"),
        ("Torino", "turin-ita"),
        ("smyrna", "izmir-tur"),
        ("izmir", "izmir-tur"),
    ],
)
def test_accents_scripts_and_old_names_lead_to_the_member(index: SearchIndex, query: str, first: str) -> None:
    assert index.search(query)[0].city_id == first


@pytest.mark.parametrize("typo", ["medelin", "medellim", "mdellin", "emdellin", "medeellin"])
def test_one_wrong_letter_is_forgiven(index: SearchIndex, typo: str) -> None:
    assert [match.city_id for match in index.search(typo)] == ["medellin-col"]


def test_two_wrong_letters_are_forgiven_in_a_long_name(index: SearchIndex) -> None:
    assert index.search("clermomt ferand")[0].city_id == "clermont-ferrand-fra"


def test_a_typo_in_a_name_still_being_typed_is_forgiven(index: SearchIndex) -> None:
    assert index.search("clemront")[0].city_id == "clermont-ferrand-fra"


def test_the_order_of_words_does_not_matter(index: SearchIndex) -> None:
    assert index.search("ferrand clermont")[0].city_id == "clermont-ferrand-fra"


def test_a_name_in_another_script_finds_all_districts_of_the_city(index: SearchIndex) -> None:
    assert [match.city_id for match in index.search("부산")] == ["nam-gu-busan-kor", "seo-gu-busan-kor"]


@pytest.mark.parametrize("name", ["Turkey", "Türkiye", "Turquie", "turkiye"])
def test_a_country_name_in_english_or_french_finds_its_members(index: SearchIndex, name: str) -> None:
    assert {match.city_id for match in index.search(name)} == {"konya-tur", "izmir-tur"}


@pytest.mark.parametrize("name", ["South Korea", "Republic of Korea", "Corée du Sud", "République de Corée"])
def test_every_usual_name_of_a_country_is_known(index: SearchIndex, name: str) -> None:
    assert {match.iso3 for match in index.search(name)} == {"KOR"}


def test_city_and_country_together_choose_between_namesakes(index: SearchIndex) -> None:
    assert index.search("la paz mexique")[0].city_id == "la-paz-mex"
    assert index.search("argentina la paz")[0].city_id == "la-paz-mendoza-arg"


def test_typing_narrows_from_the_first_letters(index: SearchIndex) -> None:
    assert index.search("tur")[0].city_id == "turin-ita"
    assert "konya-tur" in {match.city_id for match in index.search("turk")}


@pytest.mark.parametrize("query", ["", "   ", "...", "qqqqqq", "zzz", "\x00", "x" * 5_000])
def test_a_query_that_fits_nothing_gives_an_empty_list(index: SearchIndex, query: str) -> None:
    assert index.search(query) == []


def test_exact_names_come_before_former_names(index: SearchIndex) -> None:
    assert index.search("Kyiv")[0].score > index.search("Kiev")[0].score


def test_scores_fall_and_ties_go_by_name(index: SearchIndex) -> None:
    found = index.search("seo-gu")
    assert [match.city for match in found] == ["Seo-gu (Busan)", "Seo-gu (Gwangju)"]
    assert found == sorted(found, key=lambda match: -match.score)


def test_no_more_than_the_limit_is_returned(index: SearchIndex) -> None:
    assert len(index.search("Korea", limit=2)) == 2


def test_the_order_of_the_table_does_not_change_the_answer(cities: pd.DataFrame) -> None:
    backwards = SearchIndex.from_cities(cities.iloc[::-1])
    assert backwards.search("la paz") == SearchIndex.from_cities(cities).search("la paz")


def test_the_short_form_gives_the_same_answer_for_each_table(cities: pd.DataFrame, index: SearchIndex) -> None:
    france = cities[cities["iso3"] == "FRA"]
    assert search("evry", cities) == index.search("evry")
    assert search("konya", france) == []
    assert search("konya", cities) == [Match("konya-tur", "Konya", "Türkiye", "TUR", 100)]


def test_an_empty_table_is_searched_without_error(cities: pd.DataFrame) -> None:
    assert SearchIndex.from_cities(cities.iloc[:0]).search("paris") == []


def test_columns_for_other_names_may_be_missing(cities: pd.DataFrame) -> None:
    plain = SearchIndex.from_cities(cities[["city_id", "city", "country", "iso3"]])
    assert plain.search("evry")[0].city_id == "evry-courcouronnes-fra"


def score(index: SearchIndex, query: str) -> tuple[str, int]:
    """Return the first match and how good it is."""
    first = index.search(query)[0]
    return first.city_id, first.score


@pytest.mark.parametrize(
    ("query", "city_id", "expected"),
    [
        *[("konya", "konya-tur", 100), ("iconium", "konya-tur", 98)],  # the name itself, and a former one
        *[("kon", "konya-tur", 94), ("icon", "konya-tur", 92)],  # 92 and 4 times the part that is typed
        *[("France", "clermont-ferrand-fra", 88), ("Fra", "clermont-ferrand-fra", 74)],  # a country, and its beginning
        *[("ferrand", "clermont-ferrand-fra", 84), ("busan", "nam-gu-busan-kor", 84)],  # a word of a name
        *[("konia", "konya-tur", 80), ("beijng", "beijing-chn", 80)],  # one letter wrong
        *[("la paz mexico", "la-paz-mex", 76)],  # words of name and country
        *[("clermomt ferand", "clermont-ferrand-fra", 70)],  # two letters wrong
        *[("Mexicp", "la-paz-mex", 60), ("clerm0", "clermont-ferrand-fra", 56)],  # in a country; in a beginning
    ],
)
def test_every_kind_of_agreement_has_its_score(index: SearchIndex, query: str, city_id: str, expected: int) -> None:
    assert score(index, query) == (city_id, expected)


def test_typos_are_forgiven_from_four_letters_two_from_eight(index: SearchIndex) -> None:
    assert index.search("kyi") != []  # a beginning
    assert index.search("kxi") == []
    assert score(index, "kyix") == ("kyiv-ukr", 80)
    assert index.search("konxxa") == []
    assert score(index, "medelin") == ("medellin-col", 80)
    assert index.search("midelin") == []
    assert score(index, "midellim") == ("medellin-col", 70)
    assert index.search("midallim") == []


def test_beginnings_with_a_typo_are_guessed_from_five_letters_and_only_if_nothing_fits(index: SearchIndex) -> None:
    assert score(index, "clirm") == ("clermont-ferrand-fra", 56)
    assert index.search("clir") == []


def test_a_country_is_begun_with_three_letters(index: SearchIndex) -> None:
    assert [match.city_id for match in index.search("uk")] == []
    assert [match.city_id for match in index.search("ukr")] == ["kyiv-ukr"]


def test_beside_an_exact_name_nothing_is_guessed(index: SearchIndex) -> None:
    assert [match.score for match in index.search("konya")] == [100]
    assert [match.city_id for match in index.search("la paz")] == ["la-paz-mex", "la-paz-mendoza-arg"]


def test_names_of_three_letters_are_found_as_they_are_written() -> None:
    row = ("fez-mar", "Fez", "Morocco", "MAR", "Fez", "", "")
    fez = SearchIndex.from_cities(pd.DataFrame([row], columns=COLUMNS))
    assert score(fez, "fez") == ("fez-mar", 100)
    assert fez.search("fex") == []
    assert score(fez, "fezz") == ("fez-mar", 80)


def test_scores_beside_a_sure_match_end_at_words_and_beside_a_good_one_at_typos(index: SearchIndex) -> None:
    assert [(match.city_id, match.score) for match in index.search("seo gu busan")] == [("seo-gu-busan-kor", 100)]
    assert [match.score for match in index.search("turin")] == [100]
    assert [match.score for match in index.search("gu")] == [84, 84, 84]


def of(*rows: tuple[str, str, str, str, str, str, str]) -> SearchIndex:
    return SearchIndex.from_cities(pd.DataFrame(rows, columns=COLUMNS))


def test_beside_a_country_named_in_full_no_typo_is_guessed() -> None:
    near = of(
        ("la-paz-mex", "La Paz", "Mexico", "MEX", "La Paz", "", ""),
        ("mexica-arg", "Mexica", "Argentina", "ARG", "Mexica", "", ""),
    )
    assert [match.city_id for match in near.search("mexico")] == ["la-paz-mex"]
    assert [match.city_id for match in near.search("mexicu")] == ["mexica-arg"]


def test_beside_an_exact_name_a_word_of_a_former_name_is_shown_and_no_more() -> None:
    near = of(
        ("konya-tur", "Konya", "Türkiye", "TUR", "Konya", "", ""),
        ("iconium-tur", "Iconium", "Türkiye", "TUR", "Iconium", "", "old konya"),
        ("konyo-jpn", "Konyo", "Japan", "JPN", "Konyo", "", ""),
    )
    assert [(match.city_id, match.score) for match in near.search("konya")] == [("konya-tur", 100), ("iconium-tur", 82)]


def test_the_last_member_of_the_table_is_found_like_the_others(index: SearchIndex) -> None:
    assert score(index, "Medellin") == ("medellin-col", 100)
    assert score(index, "Mede") == ("medellin-col", 94)


def test_beside_an_exact_name_own_or_former_a_beginning_of_a_country_is_not_shown() -> None:
    mexico = ("la-paz-mex", "La Paz", "Mexico", "MEX", "La Paz", "", "")
    own, former = (
        ("mex-arg", "Mex", "Argentina", "ARG", "", "", ""),
        ("xal-arg", "Xal", "Argentina", "ARG", "", "", "mex"),
    )
    assert [(match.city_id, match.score) for match in of(mexico, own).search("mex")] == [("mex-arg", 100)]
    assert [(match.city_id, match.score) for match in of(mexico, former).search("mex")] == [("xal-arg", 98)]
    assert [(match.city_id, match.score) for match in of(mexico).search("mex")] == [("la-paz-mex", 74)]


def test_beside_one_typo_two_are_shown_also_in_a_former_name() -> None:
    near = of(
        ("one-arg", "Abcdefgh", "Argentina", "ARG", "", "", ""),
        ("two-arg", "Abcdxfgy", "Argentina", "ARG", "", "", ""),
        ("old-arg", "Z", "Argentina", "ARG", "", "", "abcdyfgz"),
    )
    assert [(match.city_id, match.score) for match in near.search("abcdefgx")] == [
        *(("one-arg", 80), ("two-arg", 70), ("old-arg", 68)),
    ]


def named(countries: dict[str, list[str]]) -> SearchIndex:
    """Return an index of a member called X in each country."""
    members = [Match(f"x-{iso3}", "X", names[0], iso3) for iso3, names in countries.items()]
    return SearchIndex(members, [["X"]] * len(members), [[]] * len(members), countries)


def test_beside_the_beginning_of_a_country_another_with_a_typo_is_not_shown() -> None:
    assert [(match.iso3, match.score) for match in named({"AAA": ["Abcdefg"], "BBB": ["Abcdx"]}).search("abcde")] == [
        ("AAA", 74)
    ]


def test_a_typo_in_a_country_is_forgiven_from_five_letters() -> None:
    peru = named({"PER": ["Peru"]})
    assert peru.search("perx") == []
    assert [match.score for match in peru.search("perux")] == [60]


def test_a_country_without_a_name_is_found_by_nothing_but_its_cities() -> None:
    nameless = named({"AAA": [""]})
    assert nameless.search("zzz") == []
    assert [match.score for match in nameless.search("x")] == [100]
