"""Identifiers of members that survive renames."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

# Latin letters without a Unicode decomposition.  Written out here, and not taken from the
# folding of the search: improving the search must never change an identifier.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ħ": "h", "ə": "e", "ŋ": "n"}
    | {"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"}
)
_QUALIFIER = re.compile(r"\s*\([^)]*\)")


def slug(text: str) -> str:
    """Transliterate a name in Latin letters into lower-case ASCII words.

    >>> slug("N'Zérékoré"), slug("Sønderborg"), slug("Kara - Commune de Kozah 1")
    ('n-zerekore', 'sonderborg', 'kara-commune-de-kozah-1')
    """
    spread = unicodedata.normalize("NFKD", text.lower().translate(_LETTERS))
    plain = "".join(char for char in spread if not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", plain))


def city_ids(members: Sequence[tuple[str, str]]) -> list[str]:
    """Return one identifier per member, given as (announced name, ISO 3166 alpha-3).

    The announced name without its qualifier in brackets, then the country code;
    members that would share one keep their qualifier.

    >>> city_ids([("La Paz", "MEX"), ("La Paz (Mendoza)", "ARG")])
    ['la-paz-mex', 'la-paz-arg']
    >>> city_ids([("Seo-gu (Busan)", "KOR"), ("Seo-gu (Gwangju)", "KOR")])
    ['seo-gu-busan-kor', 'seo-gu-gwangju-kor']
    """
    short = [f"{slug(_QUALIFIER.sub('', name))}-{iso3.lower()}" for name, iso3 in members]
    taken = Counter(short)
    return [
        brief if taken[brief] == 1 else f"{slug(name)}-{iso3.lower()}"
        for brief, (name, iso3) in zip(short, members, strict=True)
    ]
