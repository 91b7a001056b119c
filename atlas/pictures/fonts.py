"""The letters and colours of pictures: the same faces as in the app, and one for every other script."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Final

from geo.sheet import Font, register_fonts

if TYPE_CHECKING:
    from atlas.palette import Tone

FOLDER: Final = Path(__file__).resolve().parents[2] / "static" / "fonts" / "pictures"
_NAMED: Final = "Atlas Pictures"
_LATIN: Final = ("sans-400", "sans-600", "serif-500")


def font_files() -> list[Path]:
    """Return the fonts that are shipped, made by ``scripts/build_picture_fonts.py``."""
    return sorted(FOLDER.glob("*.[ot]tf"))


@cache
def _families(first: str) -> tuple[str, ...]:
    """Return a face and after it those of other scripts, for the letters that it lacks."""
    register_fonts(font_files())
    return tuple(
        f"{_NAMED} {name}" for name in (first, *(path.stem for path in font_files() if path.stem not in _LATIN))
    )


@cache
def _letters() -> frozenset[int]:
    from matplotlib.ft2font import FT2Font

    return frozenset(code for path in font_files() for code in FT2Font(path).get_charmap())


def can_write(text: str) -> bool:
    """Return whether there is a glyph for every character of a text.

    >>> can_write("부산 Évry"), can_write("𐌲")
    (True, False)
    """
    return _letters().issuperset(map(ord, text))


@dataclass(frozen=True)
class Type:
    """Faces and colours of a picture.

    Attributes
    ----------
    tone : Tone
        Colours of the theme.
    """

    tone: Tone

    def sans(self, size: float, *, bold: bool = False) -> Font:
        """Return the face of text and figures, in pixels."""
        return Font(_families("sans-600" if bold else "sans-400"), size)

    def serif(self, size: float) -> Font:
        """Return the face of titles, in pixels."""
        return Font(_families("serif-500"), size)
