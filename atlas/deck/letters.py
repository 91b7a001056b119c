"""Text on a slide: how wide it is, how small it has to be to fit, and its runs in the language of their letters."""

from __future__ import annotations

import math
import unicodedata
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from atlas.wording import LANGUAGES, locale
from geo.sheet import BREAKS, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LEAST: Final = 14
"""Points below which nothing is written above the foot of a slide."""

_LINE: Final = 1.22
"""Height of a line in heights of its letters, in the faces of the master and those that stand in for them."""

_WIDTHS: Final = {
    0.12: "\u202f\u2009", 0.23: "\u00a0",
    0.24: "il' ıj,’ł", 0.27: "I.:;·", 0.31: "f()-[]`J!{}", 0.35: "rt", 0.39: "/\\", 0.41: "sz\"", 0.43: "cL“”x",
    0.47: "kvyFSZ?|", 0.49: "agETY", 0.51: "0123456789e#$*+<=>^_~–€", 0.53: "bdhnopquKPX«»ßø", 0.55: "BCR", 0.57: "Vđ",
    0.59: "A", 0.63: "DH", 0.65: "GNU", 0.67: "O", 0.69: "Q&", 0.71: "…", 0.73: "w%", 0.81: "mæ", 0.86: "Mœ", 0.9: "W@",
}  # fmt: skip
_WIDTH_OF: Final = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
"""Widths of letters in heights, those of Calibri."""
_OTHER, _WIDE = 0.58, 1.0
"""Of letters of other alphabets, and of Han, Hangul and Kana."""
_SERIF: Final = 1.15
"""How much wider Georgia's are."""

_SPOKEN: Final = {
    "HANGUL": "ko-KR", "HIRAGANA": "ja-JP", "KATAKANA": "ja-JP", "CJK": "zh-CN", "ARABIC": "ar-SA", "HEBREW": "he-IL",
    "THAI": "th-TH", "GEORGIAN": "ka-GE", "ARMENIAN": "hy-AM", "ETHIOPIC": "am-ET", "TELUGU": "te-IN",
    "MALAYALAM": "ml-IN", "DEVANAGARI": "hi-IN", "KHMER": "km-KH", "LAO": "lo-LA",
}  # fmt: skip
"""A language for the letters of a script, by the first word of their names in Unicode: it decides on the face."""


class Run(NamedTuple):
    """A piece of text and the language that says which face of the theme has its letters."""

    text: str
    language: str


def width_of(text: str, size: float, *, serif: bool = False) -> float:
    """Return how wide a text is, in the unit of ``size``; an estimate, rather too wide.

    >>> width_of("Lisbon", 10) < width_of("Lisbon", 10, serif=True) < width_of("부산 광역시", 10)
    True
    """
    return size * sum(map(_letter, text)) * (_SERIF if serif else 1.0)


@cache
def _letter(letter: str) -> float:
    base = unicodedata.normalize("NFD", letter)[0]
    if base in _WIDTH_OF:
        return _WIDTH_OF[base]
    if unicodedata.combining(letter):
        return 0.0
    return _WIDE if unicodedata.east_asian_width(letter) in "WF" else _OTHER


def lines_of(text: str, size: float, width: float, *, serif: bool = False) -> int:
    """Return into how many lines a text is broken; a word that is too long alone is broken within."""
    count, line = 1, 0.0
    for word in text.split(BREAKS):
        wide = width_of(word, size, serif=serif)
        space = width_of(BREAKS, size, serif=serif) if line else 0.0
        if line and line + space + wide > width:
            count, line, space = count + 1, 0.0, 0.0
        line += space + wide
        count += max(math.ceil(line / width) - 1, 0)
        line = min(line, width)
    return count


def height_of(texts: Sequence[str], size: float, width: float, *, serif: bool = False, after: float = 0.0) -> float:
    """Return how high paragraphs are below each other, each with some room after it."""
    return sum(lines_of(text, size, width, serif=serif) * size * _LINE + after for text in texts)


def scale_for(
    texts: Sequence[str], size: float, room: tuple[float, float], *, serif: bool = False, after: float = 0.0
) -> float:
    """Return the part of its size to which text has to shrink to fit, 1 where it fits as it is.

    Parameters
    ----------
    texts : sequence of str
        Paragraphs.
    size : float
        Points.
    room : (float, float)
        Width and height in points.
    serif : bool
        Whether it is set in the face of titles.
    after : float
        Points below each paragraph.
    """
    part, least = 1.0, LEAST / size
    while part > least and height_of(texts, part * size, room[0], serif=serif, after=after * part) > room[1]:
        part -= 0.025
    return max(round(part, 3), least)


def runs(text: str) -> Iterator[Run]:
    """Yield a text in pieces, each in one language: that of the deck, or that of foreign letters.

    >>> [run.language for run in runs("Busan (부산)")]
    ['en-GB', 'ko-KR', 'en-GB']
    """
    own = _own()
    spoken: list[tuple[str, str]] = []
    for letter in plain(text):
        before = spoken[-1][0] if spoken else own
        spoken.append((_language(letter, own) if letter.isalpha() else before if letter.isspace() else own, letter))
    for language, letters in groupby(spoken, lambda each: each[0]):
        yield Run("".join(letter for _language, letter in letters), language)


def _own() -> str:
    """Return the language in use as Office writes it."""
    tag = locale().replace("_", "-")
    return tag if "-" in tag else f"{tag}-{tag.upper()}"


def _language(letter: str, own: str) -> str:
    return _SPOKEN.get(unicodedata.name(letter, "").partition(" ")[0], own)


def runs_leftwards(text: str, language: str) -> bool:
    """Return whether a paragraph runs from right to left: of such a language, or a name in such letters alone.

    >>> runs_leftwards("الرياض", "en"), runs_leftwards("الرياض, Saudi Arabia", "en")
    (True, False)
    """
    if LANGUAGES[language].direction == "rtl":
        return True
    kinds = {unicodedata.bidirectional(letter) for letter in text}
    return bool(kinds & {"R", "AL"}) and "L" not in kinds


def write(paragraph: Any, text: str, language: str, *, size: float = 0, bold: bool = False, colour: Any = None) -> None:
    """Write a text into a paragraph of python-pptx.

    Parameters
    ----------
    paragraph : pptx.text.text._Paragraph
        Empty.
    text : str
        Any text; what XML forbids becomes blanks.
    language : str
        Code of the language of the deck.
    size : float
        Points, where the layout does not say it: in a table.
    bold : bool
        Whether it is bold, where the layout does not say so.
    colour : pptx.enum.dml.MSO_THEME_COLOR, optional
        Colour of the theme, where the layout does not say it.
    """
    from pptx.util import Pt

    if runs_leftwards(text, language):
        paragraph._p.get_or_add_pPr().set("rtl", "1")
    for each in runs(text):
        run = paragraph.add_run()
        run.text = each.text
        run._r.get_or_add_rPr().set("lang", each.language)
        if size:
            run.font.size = Pt(size)
        if bold:
            run.font.bold = True
        if colour is not None:
            run.font.color.theme_color = colour
