"""Small multiples for things side by side: one axis, one scale, one strip or column per thing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from atlas.charts.base import CLEAR, Figure, build_figure, line_between, plain, text_at
from atlas.charts.places import year_ticks
from atlas.model import UNKNOWN_YEAR
from atlas.wording import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from atlas.palette import Tone

STRIP: Final = 92
FLAT_STRIP: Final = 64
"""Height of a strip in pixels; of one that only ever holds a single member, less."""

_FILLED: Final = 0.52
"""Part of a strip that the highest column of all may fill; name and number need the rest."""


def build_year_strips(
    rows: pd.DataFrame, *, names: Mapping[str, str], colours: Mapping[str, str], unknown: str, tone: Tone
) -> Figure:
    """Return members by year of joining as one strip per thing, all on the same axes.

    Parameters
    ----------
    rows : pandas.DataFrame
        As :func:`atlas.summaries.compare.summarise_years_of` returns it.
    names, colours : mapping
        Name and colour of each ``item``, in the order shown.
    unknown : str
        Label of the members without a published year, a hollow column apart.
    tone : Tone
        Colours of the visitor's theme.
    """
    years = list(dict.fromkeys(rows["year"]))
    members: dict[str, list[int]] = {item: [] for item in names}
    for row in rows.itertuples():
        members[row.item].append(int(row.members))
    most = max([1, *(count for counts in members.values() for count in counts)])
    feet = range(1, len(names) + 1)
    return build_figure(
        tone=tone,
        height=(STRIP if most > 1 else FLAT_STRIP) * len(names) + 44,
        data=[_strip(at, years, members[item], most, colours[item]) for at, item in enumerate(names)],
        bargap=0.25,
        barmode="overlay",
        xaxis=year_ticks(years, unknown=unknown) | {"showline": False, "range": [-0.6, len(years) - 0.4]},
        yaxis={"visible": False, "range": [len(names), 0]},
        annotations=[
            text_at(f"<b>{plain(name)}</b>", x=0, xref="paper", y=at + 0.06, yanchor="top")
            for at, name in enumerate(names.values())
        ],
        shapes=[line_between((0, foot), (1, foot), colour=tone.hairline, xref="paper") for foot in feet],
    )


def _strip(at: int, years: Sequence[str], members: Sequence[int], most: int, colour: str) -> dict[str, Any]:
    known = [year != UNKNOWN_YEAR for year in years]
    return {
        "type": "bar",
        "x": list(range(len(years))),
        # The axis runs downwards, so a column grows from the foot of its strip by a negative length.
        "y": [-_FILLED * count / most for count in members],
        "base": at + 1,
        "text": [number(count) if count and most > 1 else "" for count in members],
        "textposition": "outside",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "marker": {
            "color": [colour if each else CLEAR for each in known],
            "line": {
                "color": colour,
                "width": [1.5 if count and not each else 0 for count, each in zip(members, known, strict=True)],
            },
        },
    }
