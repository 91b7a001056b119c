"""A sheet of paper to draw on, in pixels from its top left corner: matplotlib without figures, axes or global state.

Everything is drawn through matplotlib's objects; ``pyplot`` keeps one current figure per process and would mix what two
visitors draw at once.  A sheet belongs to whoever made it; sheets of different threads share nothing but the fonts,
which are registered once and never changed.  A point is a pixel here (72 to the inch), so that PNG and SVG are alike.
"""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from functools import cached_property, lru_cache
from threading import Lock
from typing import TYPE_CHECKING, Any, Final, Literal, NamedTuple
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path as File

    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties
    from matplotlib.path import Path

DPI: Final = 72
LINE: Final = 1.28
"""Height of a line of text in heights of its letters."""
BREAKS: Final = " "
"""Where a line may be broken: not at the no-break spaces before ":" and ";" in French."""

_LOCK: Final = Lock()
_REGISTERED: Final[set[File]] = set()


class Font(NamedTuple):
    """Families to look for a glyph in, the first that has it, and the size in pixels."""

    families: tuple[str, ...]
    size: float


class Box(NamedTuple):
    """A rectangle on a sheet: left, top, width and height in pixels."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Right end."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """Lower end."""
        return self.top + self.height


def register_fonts(files: Iterable[File]) -> None:
    """Make fonts known to matplotlib by the name in them; each once per process, whichever thread comes first.

    Before anything is written in them: how wide a text is, is kept.
    """
    from matplotlib import font_manager, rcParams

    with _LOCK:
        rcParams["svg.hashsalt"] = "learning-cities-atlas"  # names within an SVG: the same drawing is the same file
        for file in files:
            if file not in _REGISTERED:
                font_manager.fontManager.addfont(file)
                _REGISTERED.add(file)


def plain(text: str) -> str:
    """Return a text without characters that XML forbids or that move the pen; blanks stand in for them.

    >>> plain("a" + chr(0) + "b" + chr(10) + "c")
    'a b c'
    """
    return "".join(" " if unicodedata.category(each) in ("Cc", "Cs", "Co", "Cn") else each for each in text)


@lru_cache(maxsize=10_000)
def _width(text: str, font: Font) -> float:
    """Return how wide a text is, in pixels: half the work of a picture, and the next one says much the same."""
    from matplotlib.backends.backend_agg import RendererAgg

    wide, _high, _below = RendererAgg(8, 8, DPI).get_text_width_height_descent(
        plain(text), _properties(font), ismath=False
    )
    return float(wide)


@dataclass(eq=False)
class Sheet:
    """A sheet, drawn on from the back to the front.

    Attributes
    ----------
    width, height : int
        Pixels.
    paper : str
        Colour of the ground.
    """

    width: int
    height: int
    paper: str
    _layer: int = 0

    @cached_property
    def figure(self) -> Figure:
        """The figure of matplotlib behind the sheet."""
        from matplotlib.figure import Figure

        return Figure(figsize=(self.width / DPI, self.height / DPI), dpi=DPI, facecolor=self.paper)

    def width_of(self, text: str, font: Font) -> float:
        """Return how wide a text is, in pixels."""
        return _width(text, font)

    def lines(self, text: str, font: Font, width: float) -> list[str]:
        """Return a text broken into lines that fit, a word that is too long alone cut with an ellipsis."""
        found: list[str] = []
        line = ""
        for word in text.split(BREAKS):
            longer = f"{line} {word}" if line else word
            if line and self.width_of(longer, font) > width:
                found.append(line)
                longer = word
            line = longer
        return [self.cut(each, font, width) for each in (*found, line) if each]

    def balanced(self, text: str, font: Font, width: float) -> list[str]:
        """Return a text broken into as few lines as fit, all about as long: no word stands alone on the last."""
        wanted, low, high = len(self.lines(text, font, width)), width / 2, width
        while high - low > font.size:
            middle = (low + high) / 2
            fits = len(found := self.lines(text, font, middle)) == wanted and "…" not in found[-1]
            low, high = (low, middle) if fits else (middle, high)
        return self.lines(text, font, high)

    def cut(self, text: str, font: Font, width: float) -> str:
        """Return a text, or as much of it as fits with an ellipsis."""
        if self.width_of(text, font) <= width:
            return text
        low, high = 0, len(text)
        while high - low > 1:
            middle = (low + high) // 2
            low, high = (middle, high) if self.width_of(f"{text[:middle]}…", font) <= width else (low, middle)
        return f"{text[:low].rstrip()}…"

    def write(
        self,
        text: str,
        x: float,
        y: float,
        font: Font,
        colour: str,
        *,
        align: Literal["left", "center", "right"] = "left",
        halo: str | None = None,
        language: str | None = None,
    ) -> None:
        """Write one line of text on the base line ``y``; never read as formula or markup.

        Parameters
        ----------
        text : str
            Any text; control characters become blanks.
        x, y : float
            Where it begins, stands centred or ends, and its base line.
        font : Font
            Families and size.
        colour : str
            Of the letters.
        align : {"left", "center", "right"}
            What ``x`` is.
        halo : str, optional
            Colour of a rim that keeps the letters apart from what is below.
        language : str, optional
            BCP 47; Han look different in Chinese, Japanese and Korean.
        """
        from matplotlib.patheffects import withStroke
        from matplotlib.text import Text

        artist = Text(
            x, self.height - y, plain(text), color=colour, fontproperties=_properties(font), parse_math=False,
            horizontalalignment=align, verticalalignment="baseline",
        )  # fmt: skip
        artist.set_language(language)
        if halo:
            artist.set_path_effects([withStroke(linewidth=font.size * 0.22, foreground=halo)])
        self._add(artist)

    def write_lines(
        self,
        lines: Sequence[str],
        x: float,
        top: float,
        font: Font,
        colour: str,
        *,
        line: float = LINE,
        **settings: Any,
    ) -> float:
        """Write lines below each other, the first right below ``top``; return where they end."""
        for at, text in enumerate(lines):
            self.write(text, x, top + (at * line + 1) * font.size, font, colour, **settings)
        return top + (len(lines) * line * font.size if lines else 0)

    def rect(self, box: Box, *, fill: str | None, line: str | None = None, width: float = 0, hatch: str = "") -> None:
        """Draw a rectangle."""
        from matplotlib.patches import Rectangle

        corner = (box.left, self.height - box.bottom)
        fill, line = fill or "none", line or "none"
        area = Rectangle(corner, box.width, box.height, facecolor=fill, edgecolor=line, linewidth=width)
        area.set_hatch(hatch)
        self._add(area)

    def stroke(
        self, points: Sequence[tuple[float, float]], colour: str, width: float, *, dash: Sequence[float] = ()
    ) -> None:
        """Draw a line through points."""
        from matplotlib.lines import Line2D

        xs, ys = [x for x, _y in points], [self.height - y for _x, y in points]
        stroke = Line2D(xs, ys, color=colour, linewidth=width, solid_joinstyle="round")
        if dash:
            stroke.set_dashes([each / width for each in dash])
        self._add(stroke)

    def shape(
        self,
        path: Path,
        *,
        fill: str | None,
        line: str | None = None,
        width: float = 0,
        within: Path | None = None,
        **settings: Any,
    ) -> None:
        """Draw a path whose vertices are pixels from the top left.

        Parameters
        ----------
        path : matplotlib.path.Path
            What to draw; rings inside each other are holes where they run the other way round.
        fill, line : str, optional
            Colours of area and outline.
        width : float
            Of the outline, in pixels.
        within : matplotlib.path.Path, optional
            Nothing is drawn outside it.
        **settings
            Further properties of matplotlib's patch.
        """
        from matplotlib.patches import PathPatch

        look = {"facecolor": fill or "none", "edgecolor": line or "none", "linewidth": width, "joinstyle": "round"}
        patch = PathPatch(path, transform=self.flipped, **look, **settings)
        self._add(patch)
        if within is not None:
            patch.set_clip_path(within, self.flipped)

    @cached_property
    def flipped(self) -> Any:
        """What turns pixels from the top into matplotlib's from the bottom."""
        from matplotlib.transforms import Affine2D

        return Affine2D().scale(1, -1).translate(0, self.height)

    def _add(self, artist: Any) -> None:
        self._layer += 1
        artist.set_zorder(self._layer)
        if not artist.is_transform_set():
            from matplotlib.transforms import IdentityTransform

            artist.set_transform(IdentityTransform())
        self.figure.add_artist(artist)

    def png(self, about: Mapping[str, str]) -> bytes:
        """Return the sheet as PNG.

        Parameters
        ----------
        about : mapping
            Texts within the file by PNG's keywords ("Title", "Description", "Source").
        """
        from matplotlib.backends.backend_agg import FigureCanvasAgg

        content = io.BytesIO()
        FigureCanvasAgg(self.figure).print_png(content, metadata={"Software": None, **about})
        return content.getvalue()

    def svg(self, title: str, description: str) -> bytes:
        """Return the sheet as SVG, its letters as outlines: it looks the same where our fonts are not.

        Parameters
        ----------
        title, description : str
            What screen readers say.
        """
        from matplotlib.backends.backend_svg import FigureCanvasSVG

        content = io.BytesIO()
        about = {"Title": plain(title), "Date": None, "Creator": None}
        FigureCanvasSVG(self.figure).print_svg(content, metadata=about)
        told = f"</title>\n <desc>{escape(plain(description))}</desc>"
        return content.getvalue().decode().replace("</title>", told, 1).replace("<svg ", '<svg role="img" ', 1).encode()


def _properties(font: Font) -> FontProperties:
    from matplotlib.font_manager import FontProperties

    return FontProperties(family=list(font.families), size=font.size)
