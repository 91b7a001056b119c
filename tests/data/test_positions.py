"""Every member lies where it should, and no member lies at a namesake.

The expected points were typed by hand from general knowledge of town centres
and seats and from encyclopaedia articles, not copied from GeoNames.  They guard
against namesakes and slips; where the position itself was given by hand, they
are no second opinion.  They enter no other file.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pyproj import Geod

from geo.countries import TOLERANCE_KM, country_distance_km
from geo.geocode import place_members
from geo.overrides import PRECISION_OF_KIND

if TYPE_CHECKING:
    import pandas as pd

DATA = Path(__file__).resolve().parents[2] / "data"
KM = 5.0  # a town centre is not a point; two people seldom agree better in a big city
PRECISIONS = {"town centre", "district centre", "seat", "area centre"}

# iso3, city as announced, lat, lon (WGS 84), allowed km
EXPECTED = """
ARE;Fujairah;25.123;56.334
ARE;Ras Al Khaimah;25.78;55.95
ARE;Sharjah;25.357;55.391
ARG;José C. Paz;-34.517;-58.767
ARG;La Matanza;-34.680;-58.560
ARG;La Paz (Mendoza);-33.46;-67.55
ARG;San Justo;-30.79;-60.59
ARG;Villa María;-32.410;-63.231
ARM;Abovyan;40.274;44.626
ARM;Sisian;39.521;46.032
AUS;Canning;-32.017;115.934
AUS;Circular Head;-40.844;145.125
AUS;Melton;-37.683;144.583
AUS;Wollongong;-34.425;150.893
AUS;Wyndham;-37.90;144.66
AZE;Baku;40.371;49.843
AZE;Gabala;40.981;47.846
BHR;Muharraq;26.257;50.612
BIH;Živinice;44.449;18.650
BRA;Leme;-22.186;-47.390
BRA;Contagem;-19.932;-44.054
CHL;Renca;-33.404;-70.72
CHL;San Nicolás;-36.50;-72.21
CHN;Hangzhou;30.267;120.153
CHN;Nanjing;32.061;118.779
CHN;Suzhou;31.30;120.62
CHN;Taiyuan;37.870;112.550
CHN;Wuhan;30.593;114.305
CHN;Xi'an;34.261;108.942
CIV;Boundiali;9.52;-6.48
CMR;Maroua 1er;10.591;14.316
CMR;Touboro;7.77;15.36
CMR;Yaoundé 1er;3.886;11.519
COL;Chía;4.863;-74.053
COL;La Estrella;6.158;-75.643
COL;Rionegro;6.155;-75.374
CPV;São Filipe;14.896;-24.496
CRI;San José;9.933;-84.080
DZA;Algiers;36.773;3.059
EGY;Cairo;30.044;31.236
EGY;Fayoum;29.310;30.842
EGY;Mansoura;31.041;31.379
EGY;Sharkia;30.588;31.502
EGY;Shebin El Kom;30.552;31.010
FRA;Évry-Courcouronnes;48.624;2.429
GBR;Derry City and Strabane;54.997;-7.320
GBR;Durham;54.776;-1.576
GBR;Hull;53.744;-0.332
GBR;Kirklees;53.646;-1.785
GBR;Wakefield;53.683;-1.499
GEO;Batumi;41.646;41.642
GRC;Corinth;37.939;22.932
GRC;Lesbos;39.107;26.555
GRC;Pallini;38.005;23.880
GRC;Pilea-Hortiatis;40.588;23.031
GRC;Samos;37.757;26.977
GRC;Thermi;40.547;23.020
GRC;Trikala;39.555;21.768
GRC;Volos;39.366;22.942
IDN;Surabaya;-7.246;112.738
IND;Nilambur;11.277;76.226
IND;Warangal;17.969;79.594
IRN;Bandar Khamir;26.952;55.585
IRN;Hashtgerd;35.979;50.741
IRN;Maragheh;37.389;46.238
IRN;Shiraz;29.610;52.531
IRN;Tehran;35.689;51.389
IRQ;Nasiriyah;31.05;46.26
JOR;Muwaqqar;31.812;36.107
JPN;Taku;33.289;130.110
KEN;Kilifi County;-3.631;39.849
KEN;Laikipia Consortium;0.012;37.073;60
KEN;Makueni County;-1.781;37.629
KEN;Nairobi;-1.286;36.820
KOR;Daedeok;36.347;127.416
KOR;Eunpyeong-gu;37.603;126.929
KOR;Gangdong-gu;37.530;127.124
KOR;Inje;38.070;128.170
KOR;Nam-gu (Busan);35.137;129.084
KOR;Saha-gu;35.104;128.975
KOR;Sejong;36.480;127.289
KOR;Seo-gu (Busan);35.098;129.024
KOR;Seo-gu (Gwangju);35.152;126.890
KOR;Siheung;37.380;126.803
KOR;Suwon;37.264;127.029
KOR;Ulsan Nam-gu;35.544;129.330
KOR;Yanggu;38.110;127.990
KOR;Yeoncheon;38.096;127.075
KOR;Yongsan-gu;37.532;126.990
KOR;Yuseong-gu;36.362;127.356
MAR;Ifrane;33.53;-5.11
MEX;General Escobedo;25.797;-100.318
MEX;La Paz;24.142;-110.312
MEX;Mineral de la Reforma;20.07;-98.69
MEX;Mérida;20.967;-89.624
MEX;Santiago;25.425;-100.152
MEX;Tecamachalco;18.883;-97.730
MNG;Bayan-Öndör;49.028;104.044
MNG;Bayangol;47.913;106.885
NAM;Helao Nafidi Town Council;-17.43;15.89;6
NIC;Granada;11.930;-85.956
NIC;León;12.435;-86.878
PER;Barranco;-12.149;-77.021
PER;Jesús María;-12.075;-77.045
PRT;Câmara de Lobos;32.650;-16.977
PRT;Lagoa (Açores);37.745;-25.577
PRT;Ourém;39.657;-8.579
PRT;Praia da Vitória;38.733;-27.067
QAT;Al Khor and Al Thakhira;25.684;51.506
QAT;Al Shamal;26.129;51.201
QAT;Al Wakra;25.171;51.603
QAT;Umm Salal;25.470;51.398
SAU;Al-Ahsa;25.383;49.587
SAU;AlUla;26.615;37.922
SAU;Jubail Industrial City;27.10;49.56;10
SAU;King Abdullah Economic City;22.40;39.083
SAU;Riyadh Al Khabra;26.05;43.55
SAU;Yanbu Industrial City;24.00;38.20;10
TGO;Kara - Commune de Kozah 1;9.551;1.186
TGO;Niamtougou - Commune de Doufelgou 1;9.768;1.105
TGO;Pya - Commune de Kozah 2;9.652;1.136
THA;Phayao;19.167;99.902
THA;Sukhothai;17.007;99.823
TUN;Nabeul;36.453;10.736
TUR;Hatay;36.202;36.160
TUR;Sakarya;40.780;30.403
UKR;Kharkiv;49.992;36.231
UKR;Netishyn;50.34;26.64
UKR;Nikopol;47.567;34.396
UKR;Novoyavorivsk;49.931;23.572
USA;Lowell;42.639;-71.317
VNM;Ho Chi Minh City;10.776;106.701
ZWE;Kwekwe;-18.928;29.815
"""


def _expected() -> Iterator[tuple[str, str, float, float, float]]:
    for line in EXPECTED.split("\n"):
        if line:
            iso3, city, lat, lon, *km = line.split(";")
            yield iso3, city, float(lat), float(lon), float(km[0]) if km else KM


@pytest.fixture(scope="module")
def members() -> list[dict[str, str]]:
    with (DATA / "raw" / "members.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def placed(members: list[dict[str, str]]) -> pd.DataFrame:
    return place_members((row["city"], row["iso3"]) for row in members).set_index(["iso3", "city"])


@pytest.mark.parametrize(("iso3", "city", "lat", "lon", "km"), list(_expected()))
def test_a_member_lies_near_the_point_written_down_by_hand(
    iso3: str, city: str, lat: float, lon: float, km: float, placed: pd.DataFrame
) -> None:
    found = placed.loc[(iso3, city)]

    off = Geod(ellps="WGS84").inv(lon, lat, found["lon"], found["lat"])[2] / 1000

    assert off <= km, f"{city} is {off:.1f} km from where it should be: {found['note']}"


def test_every_member_has_a_position_or_is_listed_as_not_placed(placed: pd.DataFrame) -> None:
    assert placed[placed["lat"].isna()].index.tolist() == []


def test_no_position_rests_on_population_or_a_typo(placed: pd.DataFrame) -> None:
    assert placed[placed["needs_review"]].index.tolist() == []


def test_every_member_says_what_its_pin_stands_for(placed: pd.DataFrame) -> None:
    assert set(placed["precision"]) <= PRECISIONS


def test_every_member_lies_in_its_country(placed: pd.DataFrame) -> None:
    iso3 = placed.index.get_level_values("iso3").tolist()

    gap = country_distance_km(iso3, placed["lat"].to_numpy(), placed["lon"].to_numpy())

    assert placed[gap > TOLERANCE_KM].index.tolist() == []


def test_members_of_one_country_do_not_share_a_point(placed: pd.DataFrame) -> None:
    points = placed[["lat", "lon"]].round(3)

    assert placed[points.duplicated(keep=False)].index.tolist() == []


@pytest.mark.parametrize("table", ["coordinates", "places", "members"])
def test_the_tables_of_decisions_are_sorted_complete_and_about_members(
    table: str, members: list[dict[str, str]]
) -> None:
    known = {(row["iso3"], row["city"]) for row in members}
    with (DATA / "overrides" / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    keys = [(row["iso3"], row["city"]) for row in rows]

    assert keys == sorted(set(keys))
    assert set(keys) <= known
    assert all(row["reason"] for row in rows)


def test_every_member_has_one_row_with_a_known_kind(members: list[dict[str, str]]) -> None:
    with (DATA / "overrides" / "members.csv").open(encoding="utf-8", newline="") as lines:
        kinds = {(row["iso3"], row["city"]): row["kind"] for row in csv.DictReader(lines)}

    assert set(kinds) == {(row["iso3"], row["city"]) for row in members}
    assert set(kinds.values()) <= set(PRECISION_OF_KIND)


def test_coordinates_by_hand_are_plausible_and_have_a_public_source() -> None:
    with (DATA / "overrides" / "coordinates.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))

    assert all(row["source_url"].startswith("https://") for row in rows)
    assert all(row["precision"] in PRECISIONS for row in rows)
    assert all(len(row[axis].split(".")[1]) == 4 for row in rows for axis in ("lat", "lon"))
