"""Identifiers of members that survive renames."""

from __future__ import annotations

import re
import unicodedata

# Latin letters without a Unicode decomposition.  Written out here, and not taken from the
# folding of the search: improving the search must never change an identifier.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ə": "e", "ŋ": "n"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)


def slug(text: str) -> str:
    """Transliterate a name in Latin letters into lower-case ASCII words.

    >>> slug("N'Zérékoré"), slug("Sønderborg"), slug("Kara - Commune de Kozah 1")
    ('n-zerekore', 'sonderborg', 'kara-commune-de-kozah-1')
    """
    spread = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = "".join(char for char in spread if not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def city_id(name: str, iso3: str) -> str:
    """Return the identifier of a member: slug of the announced name and country code.

    A qualifier in brackets always stays in, so that a namesake admitted later
    changes no identifier that is already in links.

    >>> city_id("La Paz", "MEX"), city_id("Seo-gu (Busan)", "KOR")
    ('la-paz-mex', 'seo-gu-busan-kor')
    """
    return f"{slug(name)}-{iso3.lower()}"
