"""How tests read a picture: a sheet that keeps what is drawn on it as plain values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.sheet import Box, Font


@dataclass(eq=False)
class Recorder(Sheet):
    """A sheet that remembers texts with their places, rectangles, lines and shapes in the order drawn."""

    texts: dict[str, tuple[float, float]] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    boxes: list[tuple[Box, str | None, str | None]] = field(default_factory=list)
    lines: list[list[tuple[float, float]]] = field(default_factory=list)
    shapes: list[tuple[Any, str | None]] = field(default_factory=list)

    def write(self, text: str, x: float, y: float, font: Font, colour: str, **settings: Any) -> None:
        self.texts[text] = (x, y)
        self.sizes[text] = font.size
        super().write(text, x, y, font, colour, **settings)

    def rect(self, box: Box, *, fill: str | None, line: str | None = None, width: float = 0, hatch: str = "") -> None:
        self.boxes.append((box, fill, line))
        super().rect(box, fill=fill, line=line, width=width, hatch=hatch)

    def stroke(
        self, points: Sequence[tuple[float, float]], colour: str, width: float, *, dash: Sequence[float] = ()
    ) -> None:
        self.lines.append(list(points))
        super().stroke(points, colour, width, dash=dash)

    def shape(self, path: Any, *, fill: str | None, **settings: Any) -> None:
        self.shapes.append((path, fill))
        super().shape(path, fill=fill, **settings)
