"""The forms in which pictures are handed out, one record each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas.pictures.draw import LANDSCAPE, SQUARE
from atlas.wording import gettext as _
from atlas.wording import mark

if TYPE_CHECKING:
    from atlas.pictures.draw import Form, Size


@dataclass(frozen=True)
class FileForm:
    """A form of a picture.

    Attributes
    ----------
    code : str
        Name in file names and on the command line.
    title : str
        What it is for, marked for translation.
    ending : {"png", "svg"}
        Kind of file.
    size : Size
        Pixels.
    """

    code: str
    title: str
    ending: Form
    size: Size

    def label(self) -> str:
        """Return what the form is called, in the language in use."""
        return _(self.title)


FORMS: Final = (
    FileForm("wide", mark("PNG for slides, 1920 × 1080"), "png", LANDSCAPE),
    FileForm("square", mark("PNG for social media, 1080 × 1080"), "png", SQUARE),
    FileForm("drawing", mark("SVG for print, any size"), "svg", LANDSCAPE),
)
"""Every form, in the order in which they are offered."""
