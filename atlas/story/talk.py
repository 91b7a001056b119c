"""The talk: a story as slides of HTML, one message and one picture each, in type that the last row can read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from atlas.html import render
from atlas.palette import LIGHT
from atlas.story.drawing import draw
from atlas.story.pictures import Bars
from atlas.story.slides import ROWS, beside, read_out
from atlas.words import story as words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from markupsafe import Markup

    from atlas.story.model import Step, Story

_MAP, _MAP_BESIDE = 0.62, 0.4
"""Type and marks of a map are made for a page this much narrower than the slide, so that the last row reads them: of a
map that has the slide to itself, and of one beside a table."""


class _Bar(NamedTuple):
    """A bar: its name, what is written at its end, its two parts in percent of the longest, and its colour."""

    label: str
    text: str
    solid: float
    hollow: float
    colour: str
    pale: bool


class _Slide(NamedTuple):
    """A step as the template sets it; of bars, picture and rows what it has."""

    step: Step
    bars: list[_Bar]
    key: tuple[str, ...]
    picture: Markup | None
    heads: list[str]
    rows: list[list[str]]
    more: str


def build_talk(story: Story) -> Markup:
    """Return the slides of a story, one after the other, the land of its maps written once.

    Parameters
    ----------
    story : Story
        What is told, in its own language, which must be the one in use.
    """
    lands: dict[str, str] = {}
    return render("talk", story=story, slides=[_slide(step, lands) for step in story.steps])


def talk_data(story: Story) -> dict[str, Any]:
    """Return what the script of the talk (``static/present/present.js``) needs beside its words.

    Parameters
    ----------
    story : Story
        What is told.
    """
    return {
        "html": str(build_talk(story)),
        "steps": [{"code": step.code, "title": step.title, "message": step.message} for step in story.steps],
    }


def _slide(step: Step, lands: dict[str, str]) -> _Slide:
    bars = step.picture if isinstance(step.picture, Bars) and not step.picture.upright else None
    heads, rows, _numeric = read_out(beside(step))
    width = _MAP_BESIDE if rows else _MAP
    drawn = draw(step.picture, alt=step.alt, lands=lands, width=width) if step.picture and not bars else None
    return _Slide(
        step=step,
        bars=list(_bars(bars)) if bars else [],
        key=(bars.solid.name, bars.hollow.name) if bars and bars.hollow else (),
        picture=drawn,
        heads=heads,
        rows=rows[:ROWS],
        more=words.more_rows(len(rows) - ROWS) if len(rows) > ROWS else "",
    )


def _bars(bars: Bars) -> Iterator[_Bar]:
    scale = 100 / bars.longest
    for at, (label, solid, hollow, text) in enumerate(bars):
        yield _Bar(
            label=label,
            text=text,
            solid=round(solid * scale, 2),
            hollow=round(hollow * scale, 2),
            colour=LIGHT.regions[bars.regions[at]] if bars.regions else LIGHT.quantity,
            pale=bars.strong not in (None, at),
        )
