"""Names of cities in other languages."""

from __future__ import annotations

from atlas import exonyms, export
from atlas.model import Network

_FRENCH = {
    "algiers-dza": "Alger",
    "ashgabat-tkm": "Achgabat",
    "athens-grc": "Athènes",
    "baku-aze": "Bakou",
    "cairo-egy": "Le Caire",
    "ho-chi-minh-city-vnm": "Hô-Chi-Minh-Ville",
    "lisbon-prt": "Lisbonne",
    "mexico-city-mex": "Mexico",
    "muscat-omn": "Mascate",
    "riyadh-sau": "Riyad",
    "tehran-irn": "Téhéran",
}


def test_cities_are_called_as_french_calls_them_and_all_others_as_announced(network: Network) -> None:
    french = exonyms.speak(network, "fr").cities["display_name"]
    own = network.cities["display_name"]
    assert french[french != own].to_dict() == _FRENCH
    assert french["kyiv-ukr"] == "Kyiv"
    assert french["macao-prt"] == "Mação"  # no namesake of a city elsewhere


def test_english_and_a_network_without_such_names_stay_as_they_are(network: Network, tiny: Network) -> None:
    assert exonyms.speak(network, "en") is network
    assert exonyms.speak(tiny, "fr") is tiny


def test_files_are_the_same_in_every_language(network: Network) -> None:
    spoken = exonyms.speak(network, "fr")
    assert export.members_to_export(spoken).equals(export.members_to_export(network))
