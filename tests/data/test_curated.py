"""The committed tables are what the build makes, and agree with what their compilers wrote down."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

from atlas.build import Built, build_files
from atlas.build.provenance import compiled_on, load_sidecars, measure
from atlas.build.raw import load_raw
from atlas.build.schema import schema_faults
from atlas.build.states import country_name
from atlas.schema import load_schema, stored_columns

DATA = Path(__file__).parents[2] / "data"
TABLES = list(load_schema())
# The compilers counted by hand in their notes what the tables must then hold.
MEMBERS_NOTES = (DATA / "raw" / "MEMBERS_NOTES.md").read_text(encoding="utf-8")
FOCUS_NOTES = (DATA / "raw" / "FOCUS_NOTES.md").read_text(encoding="utf-8")
FRENCH_ON_8_JUNE_2023 = {
    "Brest",
    "Clermont-Ferrand",
    "Mantes-la-Jolie",
    "Montpellier",
    "Nanterre",
    "Sarcelles",
    "Évry-Courcouronnes",
}
# From the notes on the members: numbers stated by a source and complete in the table.
COMPLETE_COUNTRIES = {"CHN": 15, "EGY": 10, "GBR": 12, "AUS": 5, "JPN": 2, "ITA": 8, "QAT": 8, "SAU": 8, "FRA": 8}
COMPLETE_COUNTRIES |= {"VNM": 6, "NIC": 7, "CIV": 4, "SVN": 3, "ROU": 3, "LTU": 2, "SVK": 2}


def told(pattern: str, notes: str) -> tuple[int, ...]:
    """Return the numbers that the notes give where a sentence of theirs reads like the pattern."""
    found = re.search(pattern, notes)
    assert found, f"the notes no longer say {pattern!r}"
    return tuple(map(int, found.groups()))


def load(table: str, folder: str = "curated") -> pd.DataFrame:
    return pd.read_csv(DATA / folder / f"{table}.csv", dtype=str, keep_default_na=False)


@pytest.fixture(scope="module")
def cities() -> pd.DataFrame:
    return load("cities")


@pytest.fixture(scope="module")
def built() -> Built:
    return build_files(DATA)


def test_a_fresh_build_equals_the_committed_files_byte_for_byte(built: Built) -> None:
    stale = [path for path, content in built.files.items() if (DATA / path).read_bytes() != content]
    assert not stale, f"run `python -m atlas build` and commit {stale}"


def test_no_other_file_lies_among_the_curated_ones(built: Built) -> None:
    curated = {f"curated/{path.name}" for path in (DATA / "curated").iterdir()}
    assert curated == set(built.files) - {"datapackage.json", "DICTIONARY.md"}


@pytest.mark.parametrize("table", TABLES)
def test_a_table_keeps_its_schema(table: str) -> None:
    frame = load(table)
    assert list(frame.columns) == [column.name for column in stored_columns(table)]
    assert list(schema_faults(table, frame.to_dict("records"), compiled_on(DATA))) == []


@pytest.mark.parametrize("table", TABLES)
def test_every_source_is_an_address(table: str) -> None:
    frame = load(table)
    for column in [name for name in frame.columns if name.endswith("url") or name in {"source", "member_by_source"}]:
        filled = frame.loc[frame[column] != "", column]
        assert filled.str.fullmatch(r"https?://\S+").all()


def test_every_member_focus_award_and_milestone_has_a_source(cities: pd.DataFrame) -> None:
    for frame in (cities, load("focus"), load("awards"), load("milestones"), load("events")):
        assert (frame["source_url"] != "").all()


def test_members_and_countries_agree_with_the_notes(cities: pd.DataFrame) -> None:
    expected = told(r"`members.csv` holds (\d+) rows in (\d+) countries", MEMBERS_NOTES)
    assert (len(cities), cities["iso3"].nunique()) == expected


def test_members_by_region_agree_with_the_notes(cities: pd.DataFrame) -> None:
    sentence = re.search(r"By region: (.*?)\. ", MEMBERS_NOTES)
    assert sentence
    expected = {name: int(number) for name, number in re.findall(r"([A-Z][A-Za-z ]+?) (\d+)", sentence[1])}
    assert len(expected) == 5
    assert cities["region"].value_counts().to_dict() == expected


def test_members_by_intake_agree_with_the_notes(cities: pd.DataFrame) -> None:
    rows = re.findall(r"^\| (\d{4}|no year) \| (\d+) \|", MEMBERS_NOTES, re.MULTILINE)
    assert len(rows) == 10
    expected = {"" if intake == "no year" else intake: int(number) for intake, number in rows}
    assert cities["cohort"].value_counts().to_dict() == expected


def test_members_by_evidence_agree_with_the_notes(cities: pd.DataFrame) -> None:
    counts = cities["evidence"].value_counts()
    expected = told(r"Counts: cohort list (\d+), member page (\d+), profile (\d+)\.", MEMBERS_NOTES)
    assert (counts["cohort list"], counts["member page"], counts["profile"]) == expected


def test_countries_called_complete_have_their_stated_number(cities: pd.DataFrame) -> None:
    counts = cities["iso3"].value_counts()
    assert {iso3: int(counts[iso3]) for iso3 in COMPLETE_COUNTRIES} == COMPLETE_COUNTRIES


def test_exactly_seven_french_cities_were_members_on_8_june_2023(cities: pd.DataFrame) -> None:
    french = cities[(cities["iso3"] == "FRA") & (cities["member_by"] <= "2023-06-08")]
    assert set(french["city"]) == FRENCH_ON_8_JUNE_2023


def test_the_count_of_8_june_2023_is_a_milestone() -> None:
    milestones = load("milestones").set_index("date")
    assert tuple(milestones.loc["2023-06-08", ["cities_total", "countries_total"]]) == ("292", "76")


def test_conflicting_totals_name_the_later_one() -> None:
    milestones = load("milestones")
    later = milestones.loc[milestones["superseded_by"] != "", ["date", "cities_total", "superseded_by"]]
    assert later.to_numpy().tolist() == [["2020-09-23", "230", "229"], ["2022-09-02", "294", "292"]]


def test_the_newest_official_total_is_that_of_december_2025() -> None:
    milestones = load("milestones")
    counted = milestones[(milestones["is_official"] == "yes") & (milestones["cities_total"] != "")]
    newest = counted.sort_values("sort_date", kind="stable").iloc[-1]
    assert (newest["date"], newest["cities_total"], newest["countries_total"]) == ("2025-12-04", "425", "91")


def test_member_by_never_lies_after_the_year_of_joining(cities: pd.DataFrame) -> None:
    dated = cities[cities["joined_year"] != ""]
    assert (dated["member_by"].str[:4] == dated["joined_year"]).all()
    assert (cities["member_by"] != "").all()


def test_members_of_the_third_round_are_the_ones_the_notes_mean(cities: pd.DataFrame) -> None:
    found = cities.set_index("city_id")
    assert (found.loc["thermi-grc", "geonameid"], found.loc["thermi-grc", "kind"]) == ("734080", "municipality")
    assert found.loc["abovyan-arm", "geonameid"] == "617026"  # in Kotayk
    assert set(found.loc[["samos-grc", "pilea-hortiatis-grc"], "precision"]) == {"seat"}
    assert found.loc[["tunis-tun", "villa-maria-arg", "trikala-grc"], "joined_year"].tolist() == ["2016"] * 3
    assert "2017" in found.loc["villa-maria-arg", "notes"]  # the other side of the conflict is kept


def test_a_date_that_is_only_that_of_compilation_is_labelled(cities: pd.DataFrame) -> None:
    undated = cities[cities["member_by"] == "2026-11-22"]
    assert undated["city"].tolist() == ["Edessa"]
    assert undated["notes"].str.contains("no source dates the membership").all()


def test_everything_in_the_focus_table_comes_from_the_raw_one(cities: pd.DataFrame) -> None:
    raw, focus = load("city_focus", "raw"), load("focus")
    rows, themes, clusters, goals, cited, members, without = told(
        r"now has (\d+) rows \((\d+) theme, (\d+) cluster, (\d+) sdg;[^)]*\) for (\d+) cities, "
        r"(\d+) of them in `members.csv`; \d+ without the weak rows; (\d+) members have none",
        FOCUS_NOTES,
    )
    assert (len(raw), raw[["city", "iso3"]].drop_duplicates().shape[0]) == (rows, cited)
    kinds = raw["focus_kind"].value_counts()
    assert (kinds["theme"], kinds["cluster"], kinds["sdg"]) == (themes, clusters, goals)
    assert (focus["city_id"].nunique(), len(cities) - focus["city_id"].nunique()) == (members, without)
    of_others = raw.merge(cities[["city", "iso3"]], how="left", indicator=True)["_merge"].eq("left_only").sum()
    assert len(focus) == rows - of_others
    assert set(focus["city_id"]) <= set(cities["city_id"])
    assert (focus["mirror"].eq("yes").sum(),) == told(r"(\d+) rows still point to a copy", FOCUS_NOTES)


def test_every_focus_has_its_line_in_the_mapping() -> None:
    focus, pairs = load("focus"), load("theme_to_sdg")
    used = set(focus.loc[focus["kind"] != "sdg", ["kind", "focus"]].itertuples(index=False, name=None))
    mapped = set(pairs[["focus_kind", "focus"]].itertuples(index=False, name=None))
    assert used <= mapped
    assert (pairs["sdg"] == "").equals(pairs["basis_kind"] == "none")


def test_awards_count_58_and_one_winner_is_no_member() -> None:
    awards = load("awards")
    assert len(awards) == 58
    assert awards.loc[awards["is_member"] == "no", "city"].tolist() == ["Ybycuí"]


def test_the_unconfirmed_cities_are_kept_apart(cities: pd.DataFrame) -> None:
    others = load("not_members")
    assert (len(others),) == told(r"`members_unconfirmed.csv` \| (\d+) \|", MEMBERS_NOTES)
    assert others["reason"].str.len().min() > 0
    assert not set(zip(others["city"], others["iso3"], strict=True)) & set(
        zip(cities["city"], cities["iso3"], strict=True)
    )


def test_country_names_are_those_of_unesco(cities: pd.DataFrame) -> None:
    states = load("member_states").set_index("iso3")
    assert len(states) == 194
    assert (cities["country"] == cities["iso3"].map(states["name_en"])).all()
    assert (cities["region"] == cities["iso3"].map(states["region"])).all()


@pytest.mark.parametrize(
    ("iso3", "lang", "name"),
    [
        ("KOR", "en", "Republic of Korea"),
        ("KOR", "fr", "République de Corée"),
        ("IRN", "fr", "Iran (République islamique d')"),
        ("TUR", "en", "Türkiye"),
        ("VNM", "en", "Viet Nam"),
        ("CIV", "en", "Côte d'Ivoire"),
        ("FRA", "fr", "France"),
    ],
)
def test_a_country_goes_by_its_short_name(iso3: str, lang: str, name: str) -> None:
    assert country_name(load_raw(DATA), iso3, lang) == name


def test_population_is_never_taken_from_the_gazetteer(cities: pd.DataFrame) -> None:
    facts = load("city_facts", "raw")
    assert sorted(filter(None, cities["population"])) == sorted(filter(None, facts["population"]))
    assert (cities["population"] != "").equals(cities["population_source_url"] != "")


def test_geonames_counts_people_only_where_its_place_is_the_member(cities: pd.DataFrame) -> None:
    counted = cities[cities["population_geonames"] != ""]
    assert set(counted["kind"]) == {"city", "planned city"}
    assert set(counted["precision"]) == {"town centre"}
    assert (counted["geonameid"] != "").all()
    assert "0" not in set(counted["population_geonames"])
    people = cities.set_index("city_id")["population_geonames"]
    # Trikala as GeoNames has it; Thermi, Kilifi County and Gangnam-gu are wider than, or not, a town.
    assert people["trikala-grc"] == "61653"
    assert set(people[["thermi-grc", "kilifi-county-ken", "gangnam-gu-kor", "anadia-prt"]]) == {""}


def test_the_two_sources_of_population_are_never_mixed(cities: pd.DataFrame) -> None:
    larissa = cities.set_index("city_id").loc["larissa-grc"]
    assert (larissa["population"], larissa["population_geonames"]) == ("162000", "146926")


def test_the_readme_tells_the_numbers_of_the_data(cities: pd.DataFrame) -> None:
    text, focus = (DATA / "README.md").read_text(encoding="utf-8"), load("focus")
    assert told(r"it names (\d+) members in (\d+) countries", text) == (len(cities), cities["iso3"].nunique())
    assert told(r"(\d+) members have no published year", text) == ((cities["joined_year"] == "").sum(),)
    raw = load("city_focus", "raw")[["city", "iso3"]].drop_duplicates()
    assert told(r"(\d+) cities have a stated focus, (\d+) of them members", text) == (
        len(raw),
        focus["city_id"].nunique(),
    )
    people = {name: cities[name] != "" for name in ("population", "population_geonames")}
    assert told(r"A page states the population of (\d+) members, GeoNames that of (\d+)", text) == (
        people["population"].sum(),
        people["population_geonames"].sum(),
    )
    for intake, listed in re.findall(r"(\d{4}): (\d+) of \d+", text):
        assert (cities["cohort"] == intake).sum() == int(listed), intake


def test_every_raw_file_is_the_one_its_sidecar_describes() -> None:
    sidecars = load_sidecars(DATA)
    files = {path.name for path in (DATA / "raw").iterdir() if not path.name.endswith(".provenance.json")}
    assert set(sidecars) == files
    for name, sidecar in sidecars.items():
        assert {**sidecar, **measure(DATA / "raw" / name)} == sidecar, (
            f"run `python -m atlas build --accept-raw`: {name}"
        )
        assert {"what", "compiled_on", "method", "licence"} <= set(sidecar)
