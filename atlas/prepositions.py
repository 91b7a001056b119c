"""Prepositions before names, which each language bends in its own way: "in the Philippines", "aux Philippines".

Rules and exceptions are those of the UN's lists of country names; the tests read every country aloud.
"""

from __future__ import annotations

import re
from typing import Final

from atlas.wording import country_name, language
from atlas.wording import gettext as _
from geo.names import fold

_THE: Final = frozenset(
    (
        *("ARE", "BHS", "CAF", "COD", "COG", "COK", "COM", "DOM", "GBR", "GMB", "KOR", "LAO"),
        *("MDA", "MHL", "NER", "PHL", "PRK", "RUS", "SDN", "SLB", "SYR", "TZA", "USA"),
    )
)
"""Countries that English calls by their name with an article."""

_AU: Final = frozenset(("BLZ", "GBR", "KHM", "MEX", "MOZ", "SUR", "ZWE"))
"""Masculine although the first word of the name ends in e."""

_EN: Final = frozenset(["HTI", "RUS", "SLE"])
"""Feminine although it does not, or with a mute h."""

_AUX: Final = frozenset(("ARE", "BHS", "COK", "COM", "FJI", "MDV", "MHL", "PHL", "PLW", "SLB", "SYC", "TON", "USA"))
_A_LA: Final = frozenset(["BRB", "DMA", "GRD", "TTO"])
_A: Final = frozenset(
    (
        *("ATG", "BHR", "CPV", "CUB", "CYP", "DJI", "KIR", "KNA", "LCA", "LKA", "MCO", "MDG"),
        *("MLT", "MUS", "NIU", "NRU", "OMN", "SGP", "SMR", "STP", "TUV", "VCT", "VUT"),
    )
)
"""Without an article: islands and cities above all."""

_TURNED: Final = re.compile(r"(?P<name>.+) \((?P<form>.+?)\)")
"""A name with its form of state behind it: "Iran (Islamic Republic of)"."""


def in_country(iso3: str) -> str:
    """Return a country as the place of something: "in the Republic of Korea", "en République de Corée"."""
    name = country_name(iso3)
    turned = _TURNED.fullmatch(name)
    if turned:
        form, rest = turned["form"], turned["name"]
        name = form + rest if form.endswith("’") else f"{form} {rest}"
    if language() == "fr":
        return f"{_french_in(iso3, name, turned=bool(turned))}{name}"
    message = _("in the {country}") if turned or iso3 in _THE else _("in {country}")
    return message.format(country=name)


def _french_in(iso3: str, name: str, *, turned: bool) -> str:
    first = re.split(r"[ -]", name)[0]
    if turned and first in ("État", "États"):
        return "dans l’" if first == "État" else "dans les "
    special = {"aux ": _AUX, "à la ": _A_LA, "à ": _A, "au ": _AU, "en ": _EN}
    if found := next((word for word, codes in special.items() if iso3 in codes), None):
        return found
    return "en " if (first.endswith(("e", "ée")) and first != "Royaume") or _elides(name) else "au "


def of_name(name: str) -> str:
    """Return a name as that to which something belongs: "of Espoo", "d’Espoo", "du Caire".

    >>> of_name("Espoo")
    'of Espoo'
    """
    if language() != "fr":
        return _("of {name}").format(name=name)
    for article, merged in (("Le ", "du "), ("Les ", "des ")):
        if name.startswith(article):
            return merged + name.removeprefix(article)
    return f"d’{name}" if _elides(name) else f"de {name}"


def _elides(name: str) -> bool:
    """Return whether French drops the vowel before a name; y before a vowel is a consonant, a foreign h is one too."""
    return bool(re.match(r"[aeiou]|y[^aeiou]|heraklion", fold(name)))  # the h of a Greek name is mute
