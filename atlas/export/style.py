"""How mapping software draws the members: the colours and shapes of the Atlas, as QGIS and others read them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atlas import credits
from atlas.export.provenance import metadata
from atlas.html import render_file
from atlas.model import REGIONS
from atlas.palette import LIGHT, SHAPES
from atlas.wording import gettext as _
from atlas.wording import language

if TYPE_CHECKING:
    from atlas.export.provenance import Provenance

_MILLIMETRES: Final = {"circle": 3.0, "triangle": 3.3, "square": 2.7, "diamond": 3.6, "pentagon": 3.2}
"""Sizes at which the shapes look equally large."""
_MILLIMETRES_A_PIXEL: Final = 0.28  # as the OGC counts
_LABELS_FROM: Final = 12_000_000
"""Scale from which on names are written: a few countries fill the screen; further out names would hide each other."""


class _Mark(NamedTuple):
    """The pin of a region: what the data and the legend call it, its colour, shape and size in millimetres."""

    region: str
    label: str
    colour: str
    shape: str
    size: float

    @property
    def rgba(self) -> str:
        """The colour as QGIS writes it."""
        return _rgba(self.colour)

    @property
    def pixels(self) -> int:
        """The size in the pixels of the OGC."""
        return round(self.size / _MILLIMETRES_A_PIXEL)


def _rgba(colour: str) -> str:
    return ",".join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5)) + ",255"


def _marks() -> list[_Mark]:
    return [
        _Mark(region, _(region), LIGHT.regions[region], SHAPES[region], _MILLIMETRES[SHAPES[region]])
        for region in REGIONS
    ]


def qml() -> str:
    """Return the style of the layer for QGIS: one symbol per region, the names from a scale on."""
    paper, ink = _rgba(LIGHT.paper), _rgba(LIGHT.ink)
    return str(render_file("members.qml", marks=_marks(), paper=paper, ink=ink, labels_from=_LABELS_FROM))


def sld() -> str:
    """Return the same style as Styled Layer Descriptor, for other software."""
    paper, ink = LIGHT.paper, LIGHT.ink
    return str(render_file("members.sld", marks=_marks(), paper=paper, ink=ink, labels_from=_LABELS_FROM))


def qmd(about: Provenance, count: int) -> str:
    """Return what QGIS shows about the layer among its properties."""
    return str(
        render_file(
            "members.qmd",
            told=metadata(about, count),
            licence=f"{credits.CC_BY}, {credits.CC_BY_URL}",
            network=credits.NETWORK_URL,
            spoken=language(),
        )
    )
