"""UNESCO's Member States, and the names by which people call them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from atlas.spreadsheet import load_sheet
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

DATA = Path(__file__).resolve().parent.parent / "data"
_LANGUAGES = ("en", "fr")
_SIMILARITY = 70  # of 100; below it a suggestion would only puzzle
# Names that CLDR does not have, or no longer, and people type.
_OTHER_NAMES: Mapping[str, tuple[str, ...]] = {
    "ARE": ("UAE", "Emirates", "Émirats"),
    "CIV": ("Ivory Coast",),
    "CZE": ("Czech Republic", "République tchèque"),
    "GBR": ("UK", "Great Britain", "Grande-Bretagne"),
    "IRN": ("Persia", "Perse", "République islamique d'Iran"),
    "KOR": ("Korea", "Corée", "République de Corée"),
    "MDA": ("République de Moldova",),
    "MMR": ("Burma", "Birmanie"),
    "NLD": ("Holland", "Hollande", "The Netherlands"),
    "RUS": ("Fédération de Russie",),
    "SWZ": ("Swaziland",),
    "TUR": ("Turkey",),
    "USA": ("USA", "US", "America", "États-Unis d'Amérique"),
}


@dataclass(frozen=True)
class State:
    """A Member State of UNESCO: codes, regional group, short names in English and French."""

    iso3: str
    iso2: str
    region: str
    names: tuple[str, str]


@cache
def load_states(data: Path = DATA) -> Mapping[str, State]:
    """Return UNESCO's Member States by ISO 3166-1 alpha-3 code."""
    sheet = load_sheet((data / "curated" / "member_states.csv").read_bytes())
    rows = [dict(zip(sheet.header, cells, strict=True)) for _, cells in sheet.rows]
    return {r["iso3"]: State(r["iso3"], r["iso2"], r["region"], (r["name_en"], r["name_fr"])) for r in rows}


def iso2(iso3: str) -> str:
    """Return the ISO 3166-1 alpha-2 code; empty if CLDR does not know the country.

    >>> iso2("KOR")
    'KR'
    """
    from babel.core import get_global

    return str((get_global("territory_aliases").get(iso3) or [""])[0])


def country_names(iso3: str) -> tuple[str, ...]:
    """Return the names of a country in English and French, and further ones people type.

    >>> "Corée du Sud" in country_names("KOR")
    True
    """
    from babel import Locale

    named = (Locale(lang).territories.get(iso2(iso3), "") for lang in _LANGUAGES)
    return (*filter(None, named), *_OTHER_NAMES.get(iso3, ()))


def suggest_country(text: str) -> str:
    """Return the code and name of the country a text most likely means, or nothing.

    >>> suggest_country("South Korea"), suggest_country("Turkiye"), suggest_country("xyzzy")
    ('KOR (Republic of Korea)', 'TUR (Türkiye)', '')
    """
    from rapidfuzz import fuzz, process

    known = _states_by_name()
    best = process.extractOne(fold(text), list(known), scorer=fuzz.ratio, score_cutoff=_SIMILARITY)
    return f"{known[best[0]].iso3} ({known[best[0]].names[0]})" if best else ""


@cache
def _states_by_name() -> Mapping[str, State]:
    return {
        fold(name): state
        for state in load_states().values()
        for name in (state.iso3, state.iso2, *state.names, *country_names(state.iso3))
    }
