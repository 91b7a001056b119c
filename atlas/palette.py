"""The colours and shapes of the Atlas: one table for map, charts, chips, exports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from atlas.model import REGIONS
from atlas.wording import mark


@dataclass(frozen=True, eq=False)
class Tone:
    """The colours of one theme, as hex codes; there are only these two.

    The same as in ``.streamlit/config.toml`` and, from ``sea`` to ``pin_edge``, in ``static/map/atlas_map.css``.
    """

    paper: str
    ink: str
    muted: str
    hairline: str
    quantity: str
    quantity_soft: str
    sea: str
    land: str
    border: str
    quiet: str
    pin_edge: str
    regions: dict[str, str]


LIGHT: Final = Tone(
    paper="#FBF8F1",
    ink="#22282D",
    muted="#5E6468",
    hairline="#D9D2C2",
    quantity="#3D5D6F",
    quantity_soft="#B9C7CD",
    sea="#E8EDEE",
    land="#F1EBDD",
    border="#B9B09C",
    quiet="#6E6757",
    pin_edge="#3A3F44",
    regions=dict(zip(REGIONS, ("#D55E00", "#009E73", "#0072B2", "#22282D", "#CC79A7"), strict=True)),
)
DARK: Final = Tone(
    paper="#151B21",
    ink="#EAE6DC",
    muted="#A9AFB2",
    hairline="#37424D",
    quantity="#94ACB8",
    quantity_soft="#3F5867",
    sea="#10161B",
    land="#262F37",
    border="#52606C",
    quiet="#9AA5AD",
    pin_edge="#C9CDD0",
    regions=dict(zip(REGIONS, ("#E8772E", "#23B58A", "#4AA3DC", "#EAE6DC", "#DE96BC"), strict=True)),
)


def tone(mode: str | None) -> Tone:
    """Return the colours of the visitor's theme; light while it is not known yet."""
    return DARK if mode == "dark" else LIGHT


SHAPES: Final = dict(zip(REGIONS, ("circle", "triangle", "square", "diamond", "pentagon"), strict=True))
"""A shape beside each region's colour, so that colour never speaks alone."""

SDG_COLOURS: Final = {
    1: "#E5243B",
    2: "#DDA63A",
    3: "#4C9F38",
    4: "#C5192D",
    5: "#FF3A21",
    6: "#26BDE2",
    7: "#FCC30B",
    8: "#A21942",
    9: "#FD6925",
    10: "#DD1367",
    11: "#FD9D24",
    12: "#BF8B2E",
    13: "#3F7E44",
    14: "#0A97D9",
    15: "#56C02B",
    16: "#00689D",
    17: "#19486A",
}
"""The official colours of the goals: only ever a badge beside number and name."""

SDG_NAMES: Final = {
    1: mark("No poverty"),
    2: mark("Zero hunger"),
    3: mark("Good health and well-being"),
    4: mark("Quality education"),
    5: mark("Gender equality"),
    6: mark("Clean water and sanitation"),
    7: mark("Affordable and clean energy"),
    8: mark("Decent work and economic growth"),
    9: mark("Industry, innovation and infrastructure"),
    10: mark("Reduced inequalities"),
    11: mark("Sustainable cities and communities"),
    12: mark("Responsible consumption and production"),
    13: mark("Climate action"),
    14: mark("Life below water"),
    15: mark("Life on land"),
    16: mark("Peace, justice and strong institutions"),
    17: mark("Partnerships for the goals"),
}
