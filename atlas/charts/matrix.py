"""Tables of small bars: one column per group, every column on the same scale.

They are HTML, not plotly: names and headings break where the page is narrow, a screen reader reads rows and columns,
and nothing has to be drawn by a script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from atlas.html import render
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from markupsafe import Markup


@dataclass(frozen=True)
class Column:
    """One column of a matrix.

    Attributes
    ----------
    heading : str
        Name of the group and, after a line break, what its bars are counted of.
    lengths : sequence of float
        Length of each bar, from 0 to 1.
    texts : sequence of str
        What is written at the end of each bar.
    colour : str
        Colour of the bars.
    """

    heading: str
    lengths: Sequence[float]
    texts: Sequence[str]
    colour: str


@dataclass(frozen=True)
class Matrix:
    """A table of small bars.

    Attributes
    ----------
    labels : sequence of str
        Name of each row, at its left.
    columns : sequence of Column
        Groups, from the left.
    """

    labels: Sequence[str]
    columns: Sequence[Column]

    def markup(self) -> Markup:
        """Return the table as HTML."""
        rows = [
            (label, [(column.colour, column.lengths[at], column.texts[at]) for column in self.columns])
            for at, label in enumerate(self.labels)
        ]
        headings = [column.heading.partition("\n")[::2] for column in self.columns]
        return render("matrix", headings=headings, rows=rows)


def share_columns(rows: pd.DataFrame, *, headings: Mapping[str, str], colours: Mapping[str, str]) -> list[Column]:
    """Return a column per group: a bar is the share of the covered members that state a theme, its text their number.

    The largest share fills its column.

    Parameters
    ----------
    rows : pandas.DataFrame
        One row per theme and group: ``code``, ``group``, ``members`` that state it, and ``covered``, the members with
        any statement (:func:`atlas.summaries.focus.summarise_themes_by`).
    headings, colours : mapping
        Heading (with the denominator) and colour of each group; headings in the order shown.
    """
    cells = zip(rows["group"], rows["code"], rows["members"].tolist(), rows["covered"].tolist(), strict=True)
    counts = {(group, code): (members, covered) for group, code, members, covered in cells}
    shares = {key: members / max(covered, 1) for key, (members, covered) in counts.items()}
    full = max([0.01, *shares.values()])
    codes = list(dict.fromkeys(rows["code"]))
    return [
        Column(
            heading,
            [shares[group, code] / full for code in codes],
            # Without any statement the heading says so; a row of zeros would claim to know.
            [number(counts[group, code][0]) if counts[group, code][1] else "" for code in codes],
            colours[group],
        )
        for group, heading in headings.items()
    ]
