"""How tests read a picture: a sheet that keeps what is drawn on it as plain values."""

# ruff: noqa: ARG002 - the methods are those of the sheet, and need not all of what they are told

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from geo.sheet import Sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from geo.sheet import Box, Font


@dataclass(eq=False)
class Recorder(Sheet):
    """A sheet that remembers texts with their places, rectangles, lines and shapes in the order drawn, and no more."""

    texts: dict[str, tuple[float, float]] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    boxes: list[tuple[Box, str | None, str | None]] = field(default_factory=list)
    strokes: list[list[tuple[float, float]]] = field(default_factory=list)
    shapes: list[tuple[Any, str | None]] = field(default_factory=list)

    def write(self, text: str, x: float, y: float, font: Font, colour: str, **settings: Any) -> None:
        self.texts[text] = (x, y)
        self.sizes[text] = font.size

    def rect(self, box: Box, *, fill: str | None, line: str | None = None, width: float = 0, hatch: str = "") -> None:
        self.boxes.append((box, fill, line))

    def stroke(
        self, points: Sequence[tuple[float, float]], colour: str, width: float, *, dash: Sequence[float] = ()
    ) -> None:
        self.strokes.append(list(points))

    def shape(self, path: Any, *, fill: str | None, **settings: Any) -> None:
        self.shapes.append((path, fill))

    def png(self, about: Mapping[str, str]) -> bytes:
        return b""
