"""Prepositions before names: read aloud for every country, the hard ones by hand."""

from __future__ import annotations

import pytest

from atlas.model import Network
from atlas.prepositions import in_country, of_name
from atlas.wording import speaking

_ENGLISH = {
    "FIN": "in Finland",
    "KOR": "in the Republic of Korea",
    "IRN": "in the Islamic Republic of Iran",
    "NLD": "in the Kingdom of the Netherlands",
    "USA": "in the United States of America",
    "PHL": "in the Philippines",
    "CIV": "in Côte d’Ivoire",
}
_FRENCH = {
    "FIN": "en Finlande",
    "JPN": "au Japon",
    "KOR": "en République de Corée",
    "IRN": "en République islamique d’Iran",
    "NLD": "au Royaume des Pays-Bas",
    "BOL": "dans l’État plurinational de Bolivie",
    "FSM": "dans les États fédérés de Micronésie",
    "USA": "aux États-Unis d’Amérique",
    "CIV": "en Côte d’Ivoire",
    "MEX": "au Mexique",
    "KHM": "au Cambodge",
    "GBR": "au Royaume-Uni",
    "RUS": "en Fédération de Russie",
    "MKD": "en Macédoine du Nord",
    "AGO": "en Angola",
    "UGA": "en Ouganda",
    "YEM": "au Yémen",
    "HTI": "en Haïti",
    "CUB": "à Cuba",
    "BRB": "à la Barbade",
    "SYC": "aux Seychelles",
    "BRA": "au Brésil",
}


@pytest.mark.parametrize(("spoken", "expected"), [("en", _ENGLISH), ("fr", _FRENCH)])
def test_a_country_is_a_place(spoken: str, expected: dict[str, str]) -> None:
    with speaking(spoken):
        assert {iso3: in_country(iso3) for iso3 in expected} == expected


def test_every_member_state_has_its_french_preposition(network: Network) -> None:
    with speaking("fr"):
        found = [in_country(iso3) for iso3 in network.member_states["iso3"]]
    assert len(found) > 190
    assert {each.split(" ")[0] for each in found} == {"en", "au", "aux", "à", "dans"}
    vowels = tuple("AEIOUÉÎÂ")
    assert not [each for each in found if each.startswith("au ") and each.removeprefix("au ").startswith(vowels)]


@pytest.mark.parametrize(
    ("name", "french"),
    [
        ("Espoo", "d’Espoo"),
        ("Évry", "d’Évry"),
        ("İzmir", "d’İzmir"),
        ("Larissa", "de Larissa"),
        ("Hangzhou", "de Hangzhou"),
        ("Hambourg", "de Hambourg"),
        ("Héraklion", "d’Héraklion"),
        ("Yeonsu-gu", "de Yeonsu-gu"),
        ("Yverdon", "d’Yverdon"),
        ("Le Caire", "du Caire"),
        ("Les Abymes", "des Abymes"),
        ("La Paz", "de La Paz"),
    ],
)
def test_a_name_has_its_french_elision(name: str, french: str) -> None:
    assert of_name(name) == f"of {name}"
    with speaking("fr"):
        assert of_name(name) == french
