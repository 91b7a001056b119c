"""One function that draws any picture into the bytes of a file, and what to say of it in words."""

from __future__ import annotations

import math
from threading import BoundedSemaphore
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from atlas import credits
from atlas.charts.matrix import Matrix
from atlas.palette import LIGHT, Tone
from atlas.pictures.figures import Plot, draw_figure
from atlas.pictures.fonts import Type
from atlas.pictures.frame import Said, draw_frame, unit
from atlas.pictures.maps import draw_members
from atlas.pictures.matrices import draw_matrix
from atlas.pictures.registry import PICTURES
from atlas.words import pictures as words
from geo.sheet import Box, Sheet

if TYPE_CHECKING:
    from atlas.charts.base import Figure
    from atlas.exhibits.chart import Chart
    from atlas.pictures.registry import Picture
    from atlas.pictures.scope import Scope

    Form = Literal["png", "svg"]


class Size(NamedTuple):
    """Width and height in pixels."""

    width: int
    height: int


LANDSCAPE: Final = Size(1920, 1080)
"""For slides and documents."""
SQUARE: Final = Size(1080, 1080)
"""For social media."""

AT_ONCE: Final = BoundedSemaphore(2)
"""Drawing is work for the interpreter, which does one thing at a time: more at once would only fill the memory."""
_LARGEST: Final = 2.6
_LEAST: Final = 1.45
"""Pixels to one of the page for a sheet 1080 high: a text of 14 px has at least 20 there, or bars go into columns."""
_SQUEEZED: Final = 0.88
"""How much closer than on a page bars may stand."""
_STRETCHED: Final = 1.4
"""How much farther apart than on a page bars may stand; lines and columns take all the height there is."""
_COLUMN_GAP: Final = 40


class EmptyPictureError(Exception):
    """There is nothing to draw; the message says why, in the language in use."""


class Told(NamedTuple):
    """A picture in words: its title, and what it shows for those who do not see it."""

    title: str
    alt: str


def draw_picture(
    code: str, scope: Scope, *, size: Size = LANDSCAPE, form: Form = "png", bare: bool = False, tone: Tone = LIGHT
) -> bytes:
    """Return a picture as the bytes of a file.

    Parameters
    ----------
    code : str
        One of :data:`atlas.pictures.registry.PICTURES`.
    scope : Scope
        The network and the filters.
    size : Size
        Pixels; letters grow with the shorter side.
    form : {"png", "svg"}
        Kind of file.
    bare : bool
        Leave title and footer away, where a slide or page has them already.
    tone : Tone
        Colours of the light or the dark theme.

    Raises
    ------
    KeyError
        When no picture has that code.
    EmptyPictureError
        When it would show nothing.
    """
    picture = PICTURES[code]
    chart = _chart(picture, scope, tone)
    said = _said(picture, chart, scope)
    with AT_ONCE:
        sheet, look = Sheet(*size, paper=tone.paper), Type(tone)
        room = Box(0, 0, *size) if bare else draw_frame(sheet, said, look)
        if chart:
            _draw_chart(sheet, room, chart, look)
        else:
            draw_members(sheet, room, scope, look)
        return _file(sheet, form, Told(said.title, _alt(chart, scope)), said)


def tell_picture(code: str, scope: Scope) -> Told:
    """Return title and alternative text of a picture.

    Raises
    ------
    KeyError, EmptyPictureError
        As for :func:`draw_picture`.
    """
    picture = PICTURES[code]
    chart = _chart(picture, scope, LIGHT)
    return Told(_said(picture, chart, scope).title, _alt(chart, scope))


def _chart(picture: Picture, scope: Scope, tone: Tone) -> Chart | None:
    """Return the chart of a picture, nothing for the map."""
    if not len(scope.shown) and picture.follows(scope.selection):
        raise EmptyPictureError(words.nothing())
    if picture.make is None:
        return None
    chart = picture.make(scope, tone)
    if chart is None or _is_bare(chart):
        raise EmptyPictureError(words.no_such_chart())
    return chart


def _is_bare(chart: Chart) -> bool:
    """Return whether a chart has no mark."""
    if isinstance(chart.figure, Matrix):
        return not chart.figure.labels
    return not any(len(trace["x"]) for trace in chart.figure["data"])


def _said(picture: Picture, chart: Chart | None, scope: Scope) -> Said:
    follows, network = picture.follows(scope.selection), scope.network
    if chart:
        title, subtitle, source = chart.title, chart.subtitle, chart.source
        small = [credits.independence()]
    else:
        title, subtitle = words.map_title(scope.place, scope.summary), words.map_subtitle()
        follows = follows.without("region", "country") if scope.place else follows
        source = " ".join((credits.members_credit(), credits.places_credit(), credits.outlines_credit()))
        small = [credits.independence(), credits.map_disclaimer()]
    return Said(
        title=title,
        subtitle=subtitle,
        filters=words.filters_line(scope.filter_words(follows)),
        facts=" ".join(
            (credits.coverage_sentence(network.coverage), source, words.dated(credits.version_date(network.version)))
        ),
        small=" ".join(small),
        signature=words.signature(),
    )


def _alt(chart: Chart | None, scope: Scope) -> str:
    return chart.alt if chart else words.map_alt(scope.place, scope.summary)


def _draw_chart(sheet: Sheet, box: Box, chart: Chart, look: Type) -> None:
    u = unit(sheet)
    if isinstance(chart.figure, Matrix):
        draw_matrix(sheet, box, chart.figure, look, u)
        return
    wanted = _height(chart.figure)
    scale = min(box.height / wanted / _SQUEEZED, _LARGEST * u)
    if scale >= _LEAST * u or not _lies(chart.figure):
        high = min(box.height, wanted * scale * _STRETCHED) if _lies(chart.figure) else box.height
        draw_figure(Plot(sheet, chart.figure, box._replace(height=high), scale, look))
        return
    _draw_columns(sheet, box, chart.figure, look, wanted, _LEAST * u)


def _height(figure: Figure) -> float:
    return float(figure["layout"]["height"])


def _lies(figure: Figure) -> bool:
    """Return whether the rows of a figure run from the top down, so that it can be set in columns."""
    first, last = figure["layout"]["yaxis"].get("range", (0, 1))
    return bool(first > last)


def _draw_columns(sheet: Sheet, box: Box, figure: Figure, look: Type, wanted: float, scale: float) -> None:
    """Draw the rows of a long figure in columns beside each other, all on the same scale."""
    last, first = figure["layout"]["yaxis"]["range"]
    rows = round(last - first)
    columns = math.ceil(wanted * _SQUEEZED * scale / box.height)
    each, gap = math.ceil(rows / columns), _COLUMN_GAP * unit(sheet)
    wide = (box.width - gap * (columns - 1)) / columns
    high = min(box.height, wanted * scale * each / rows)
    for at in range(columns):
        place = Box(box.left + at * (wide + gap), box.top, wide, high)
        top = first + at * each
        draw_figure(Plot(sheet, figure, place, scale, look, rows=(top + each, top)))


def _file(sheet: Sheet, form: Form, told: Told, said: Said) -> bytes:
    if form == "svg":
        return sheet.svg(told.title, " ".join(filter(None, (told.alt, said.filters, said.facts, said.small))))
    about = {
        "Title": told.title,
        "Description": told.alt,
        "Comment": said.filters,
        "Source": said.facts,
        "Disclaimer": said.small,
    }
    return sheet.png({name: text for name, text in about.items() if text})
