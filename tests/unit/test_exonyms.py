"""Names of cities in other languages."""

from __future__ import annotations

from atlas import exonyms, export
from atlas.model import Network
from atlas.search import SearchIndex
from atlas.wording import LANGUAGES

_FRENCH = {
    "alexandria-egy": "Alexandrie",
    "algiers-dza": "Alger",
    "ashgabat-tkm": "Achgabat",
    "aswan-egy": "Assouan",
    "athens-grc": "Athènes",
    "baku-aze": "Bakou",
    "batumi-geo": "Batoumi",
    "beijing-chn": "Pékin",
    "bethlehem-pse": "Bethléem",
    "cairo-egy": "Le Caire",
    "corinth-grc": "Corinthe",
    "damietta-egy": "Damiette",
    "dresden-deu": "Dresde",
    "fez-mar": "Fès",
    "ganja-aze": "Gandja",
    "girona-esp": "Gérone",
    "giza-egy": "Gizeh",
    "groningen-nld": "Groningue",
    "guangzhou-chn": "Canton",
    "hamburg-deu": "Hambourg",
    "hanoi-vnm": "Hanoï",
    "heraklion-grc": "Héraklion",
    "ho-chi-minh-city-vnm": "Hô-Chi-Minh-Ville",
    "isfahan-irn": "Ispahan",
    "lisbon-prt": "Lisbonne",
    "lucca-ita": "Lucques",
    "medina-sau": "Médine",
    "mexico-city-mex": "Mexico",
    "muscat-omn": "Mascate",
    "nanjing-chn": "Nankin",
    "palermo-ita": "Palerme",
    "reggio-calabria-ita": "Reggio de Calabre",
    "riyadh-sau": "Riyad",
    "s-hertogenbosch-nld": "Bois-le-Duc",
    "shiraz-irn": "Chiraz",
    "sumy-ukr": "Soumy",
    "tehran-irn": "Téhéran",
}


def test_cities_are_called_as_french_calls_them_and_all_others_as_announced(network: Network) -> None:
    french = exonyms.speak(network, "fr").cities["display_name"]
    own = network.cities["display_name"]
    assert french[french != own].to_dict() == _FRENCH
    assert french["kyiv-ukr"] == "Kyiv"
    assert french["granada-nic"] == "Granada"  # Grenade is the one in Spain
    assert french["macao-prt"] == "Mação"  # no namesake of a city elsewhere


def test_english_and_a_network_without_such_names_stay_as_they_are(network: Network, tiny: Network) -> None:
    assert exonyms.speak(network, "en") is network
    assert exonyms.speak(tiny, "fr") is tiny


def test_a_search_finds_the_french_names_in_every_language(network: Network) -> None:
    for spoken in LANGUAGES:
        index = SearchIndex.from_cities(exonyms.speak(network, spoken).cities)
        found = {name: index.search(name, limit=1)[0].city_id for name in _FRENCH.values()}
        assert found == {name: city_id for city_id, name in _FRENCH.items()}


def test_files_are_the_same_in_every_language(network: Network) -> None:
    spoken = exonyms.speak(network, "fr")
    assert export.members_to_export(spoken).equals(export.members_to_export(network))
