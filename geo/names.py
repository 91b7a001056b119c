"""The one way in which the Atlas makes two spellings of a name comparable."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Any

# Letters that Unicode does not decompose, with the spelling people type instead.
_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "ħ": "h",
        "ŋ": "n",
        "ə": "e",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        # Persian and Arabic keyboards send different code points for one letter.
        "ی": "ي",
        "ى": "ي",
        "ک": "ك",
        "ـ": "",
    }
)
# Marks that are accents or vowel points.  Marks of Indic scripts, Thai or kana are letters.
_ACCENT_RANGES = ((0x0300, 0x036F), (0x0591, 0x05C7), (0x064B, 0x065F), (0x0670, 0x0670))
# Apostrophes and the like join ("Xi'an" is "xian"); all other punctuation separates.
_JOINERS = frozenset("'’‘ʼʻ`´ʹʺ′ʾʿ\u200c\u200d\u00ad")


def rules() -> dict[str, Any]:
    """Return what :func:`fold` changes letter by letter, for a script that folds what somebody types.

    Returns
    -------
    dict
        ``letters`` by what stands for them, ``accents`` as ranges of code points, ``joiners`` as one text.
    """
    return {
        "letters": {chr(letter): plain for letter, plain in _LETTERS.items()},
        "accents": [list(span) for span in _ACCENT_RANGES],
        "joiners": "".join(sorted(_JOINERS)),
    }


def _is_accent(char: str) -> bool:
    return any(first <= ord(char) <= last for first, last in _ACCENT_RANGES)


@lru_cache(maxsize=4096)  # a gazetteer has millions of characters, and hundreds of different ones
def _plain(char: str) -> str:
    """Return the character, nothing (accents, apostrophes) or a space (punctuation)."""
    if char in _JOINERS or _is_accent(char):
        return ""
    return char if unicodedata.category(char)[0] in "LNM" else " "


def fold(text: str) -> str:
    """Fold case, accents and punctuation away; keep the script.

    Nothing is transliterated: Cyrillic stays Cyrillic, Hangul stays Hangul.
    Two names are the same to the Atlas when they fold to the same text.

    Parameters
    ----------
    text : str
        A name in any script.

    Returns
    -------
    str
        Letters and digits in lower case, separated by single spaces; empty if
        the text has neither.

    Examples
    --------
    >>> fold("  São  FILIPE "), fold("Xi’an"), fold("İzmir"), fold("Évry-Courcouronnes")
    ('sao filipe', 'xian', 'izmir', 'evry courcouronnes')
    >>> fold("Łódź"), fold("Sønderborg"), fold("부산"), fold("Київ")
    ('lodz', 'sonderborg', '부산', 'киів')
    """
    if text.isascii():
        plain = "".join(_plain(char) for char in text.lower())
    else:
        # Twice, since a letter may stand in a sign: "№" spreads to "No".
        spread = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text.casefold()).casefold())
        plain = "".join(_plain(char) for char in spread).translate(_LETTERS)
    # Compose again: decomposed Hangul and kana are not what a keyboard sends.
    return unicodedata.normalize("NFC", " ".join(plain.split()))


def fold_tight(text: str) -> str:
    """Fold and leave out the spaces, so that "AlUla" meets "Al Ula".

    >>> fold_tight("Al-Ula") == fold_tight("AlUla")
    True
    """
    return fold(text).replace(" ", "")
