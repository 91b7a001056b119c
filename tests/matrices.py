"""How tests read a table of small bars (:mod:`atlas.charts.matrix`)."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from atlas.charts.matrix import Matrix


def headings_of(matrix: Matrix) -> list[tuple[str, str]]:
    """Return the name of each column, and what its bars are counted of."""
    found = re.findall(r'<th scope="col">(.*?)(?: <small>(.*?)</small>)?</th>', matrix.markup())
    return [(unescape(name), unescape(note)) for name, note in found]


def rows_of(matrix: Matrix) -> dict[str, list[tuple[str, str, str]]]:
    """Return colour, length and text of each cell by the name of its row."""
    rows = re.findall(r'<tr><th scope="row">(.*?)</th>(.*?)</tr>', matrix.markup(), flags=re.DOTALL)
    return {
        unescape(name): re.findall(r'<i style="--hue:(#\w+);--long:([\d.]+)"></i>([^<]*)</td>', cells)
        for name, cells in rows
    }
