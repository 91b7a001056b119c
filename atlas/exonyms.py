"""What other languages call a city: Le Caire, Pékin, Hambourg.

Unicode CLDR has a name for every city that stands for a time zone.  For the others, and where CLDR is not to be
followed, names were looked up by hand (``city_names``, each with its source); who has neither keeps the announced name.
"""

from __future__ import annotations

import csv
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel import Locale
from babel.core import get_global

from atlas.wording import DEFAULT_LANGUAGE, LANGUAGES
from geo.names import fold

if TYPE_CHECKING:
    from atlas.model import Network

ANNOUNCED: Final = "announced_name"
"""Column that keeps the name in use elsewhere, for files: they are the same in every language."""

_CITY_NAMES: Final = Path(__file__).resolve().parent.parent / "data" / "curated" / "city_names.csv"


def speak(network: Network, language: str) -> Network:
    """Return the network with the names of its members as a language has them; itself where nothing changes."""
    if language == DEFAULT_LANGUAGE:
        return network
    cities, known = network.cities, _exonyms(language)
    names = {
        city_id: known[iso3, fold(name)]
        for city_id, iso3, name in zip(cities.index, cities["iso3"].astype(str), cities["display_name"], strict=True)
        if (iso3, fold(name)) in known
    }
    names |= {city_id: name for city_id, name in _by_hand(language).items() if city_id in cities.index}
    if not names:
        return network
    spoken = cities["display_name"].where(~cities.index.isin(list(names)), cities.index.map(names))
    return replace(network, cities=cities.assign(**{ANNOUNCED: cities["display_name"], "display_name": spoken}))


@cache
def _by_hand(language: str) -> dict[str, str]:
    """Return the names that were looked up, by ``city_id``."""
    with _CITY_NAMES.open(encoding="utf-8", newline="") as source:
        return {row["city_id"]: row["name"] for row in csv.DictReader(source) if row["lang"] == language}


@cache
def _exonyms(language: str) -> dict[tuple[str, str], str]:
    """Return the names of CLDR by country (ISO 3166-1 alpha-3) and folded English name."""
    alpha3 = {
        codes[0]: code for code, codes in get_global("territory_aliases").items() if len(code) == 3 and code.isalpha()
    }
    english, spoken = (Locale.parse(code).time_zones for code in (DEFAULT_LANGUAGE, LANGUAGES[language].locale))
    territories, aliases = get_global("zone_territories"), get_global("zone_aliases")
    found = {}
    for zone, names in spoken.items():
        name = english.get(zone, {}).get("city") or zone.rpartition("/")[2].replace("_", " ")
        other = str(names.get("city") or name)
        if fold(other) != fold(name):  # accents alone are the announced name's own affair
            territory = territories.get(zone) or territories.get(aliases.get(zone, ""), "")
            found[alpha3.get(territory, ""), fold(name)] = other
    return found
