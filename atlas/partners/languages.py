"""The official languages of countries, from CLDR."""

from __future__ import annotations

from functools import cache

from babel.core import get_global
from babel.languages import get_official_languages


@cache
def official_languages(iso3: str) -> frozenset[str]:
    """Return the languages that are official in the whole country.

    Where the law names one, only what it names: CLDR also lists languages that are merely in use, such as Russian in
    Ukraine, and nobody there should read that it is official.  Where it names none (Australia, Mexico, the United
    States), those in use.  Regional languages are left out: what is official in one part of India says little of a
    member in another.

    Parameters
    ----------
    iso3 : str
        ISO 3166-1 alpha-3 code.

    Returns
    -------
    frozenset of str
        ISO 639 codes without script or variant; empty where CLDR names none.
        Source: Unicode CLDR, territory language information, as packaged with Babel.

    Examples
    --------
    >>> sorted(official_languages("CMR")), sorted(official_languages("UKR")), sorted(official_languages("AUS"))
    (['en', 'fr'], ['uk'], ['en'])
    """
    territory = get_global("territory_aliases").get(iso3, [""])[0]
    by_law = get_official_languages(territory, regional=False, de_facto=False)
    codes = by_law or get_official_languages(territory, regional=False, de_facto=True)
    return frozenset(str(code).partition("_")[0] for code in codes)
