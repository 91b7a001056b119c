"""Decks of a network, opened, and what stands on their slides."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pptx

from atlas.deck.build import build_deck
from atlas.exonyms import speak
from atlas.story import arranged
from atlas.wording import speaking
from tests.stories import told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from atlas.model import Network

Box = tuple[int, int, int, int]


def opened(
    network: Network,
    scope: str = "network",
    *,
    lang: str = "en",
    only: Sequence[str] | None = None,
    **chosen: list[str],
) -> Any:
    """Return the deck of a scope, or only some of its steps, as python-pptx reads it."""
    with speaking(lang):
        story = arranged(told(speak(network, lang), scope, **chosen), only)
        return pptx.Presentation(io.BytesIO(build_deck(story)))


def texts(slide: Any) -> dict[str, str]:
    """Return the texts of the placeholders of a slide by their names."""
    return {shape.name: shape.text_frame.text for shape in slide.shapes if shape.has_text_frame}


def slide_of(deck: Any, step: str) -> Any:
    """Return the slide of a step by its title."""
    (found,) = [each for each in deck.slides if texts(each).get("Step") == step]
    return found


def chart_of(slide: Any) -> Any:
    (found,) = [shape.chart for shape in slide.shapes if shape.has_chart]
    return found


def table_of(slide: Any) -> list[list[str]]:
    """Return the cells of the one table of a slide; a cell that another one covers is empty."""
    (found,) = [shape.table for shape in slide.shapes if shape.has_table]
    return [[cell.text for cell in row.cells] for row in found.rows]


def alt_of(shape: Any) -> str:
    return str(shape._element.xpath(".//p:cNvPr")[0].get("descr") or "")


def boxes(slide: Any) -> Iterator[tuple[str, Box]]:
    """Yield left, top, right and bottom of each shape with something in it."""
    for shape in slide.shapes:
        yield shape.name, (shape.left, shape.top, shape.left + shape.width, shape.top + shape.height)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
