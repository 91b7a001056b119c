"""A story as every form tells it: steps with one message, one picture, one table and their sources."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, TypeAlias

from atlas.addresses import is_linkable

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import pandas as pd

    from atlas.story.pictures import Picture
    from atlas.story.scope import Scope

Cell: TypeAlias = str | int | None
"""A value of a table; None is what nobody has published."""

Kind: TypeAlias = Literal["text", "number", "address"]
"""What the cells of a column are."""


class NothingToTell(Exception):
    """No member fits the scope; the message says so in the language in use."""


@dataclass(frozen=True)
class Source:
    """Where something comes from: its title, and its address or empty text where there is none to send anybody to."""

    title: str
    address: str = ""


@dataclass(frozen=True)
class Column:
    """The head of a column and what its cells hold, so that each form sets, sorts and links them as they are."""

    heading: str
    kind: Kind = "text"


def columns(headings: Sequence[str], kinds: Sequence[Kind]) -> tuple[Column, ...]:
    """Return the heads of a table."""
    return tuple(map(Column, headings, kinds))


@dataclass(frozen=True)
class Table:
    """The values behind a picture, or what is told instead of one.

    Attributes
    ----------
    columns : tuple of Column
        Heads, in the language in use.
    rows : tuple of tuple
        Cells (:data:`Cell`).
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @classmethod
    def of(cls, frame: pd.DataFrame) -> Table:
        """Return a table made for the pages: its headings, whole numbers as numbers, addresses as addresses."""
        cells = {str(heading): _cells(values) for heading, values in frame.items()}
        return cls(
            columns(list(cells), [_kind(each) for each in cells.values()]), tuple(zip(*cells.values(), strict=True))
        )


def _cells(values: pd.Series) -> list[Cell]:
    known = values.notna() & (values.astype("str") != "")
    return list(values.astype("object").where(known, None).tolist())


def _kind(cells: Sequence[Cell]) -> Kind:
    known = [cell for cell in cells if cell is not None]
    if known and all(isinstance(cell, int) for cell in known):
        return "number"
    return "address" if known and all(isinstance(cell, str) and is_linkable(cell) for cell in known) else "text"


@dataclass(frozen=True)
class Step:
    """One step of a story.

    Attributes
    ----------
    code : str
        Name in addresses, the same in every language.
    title : str
        What it is called.
    message : str
        What it says: one sentence, computed from the data.
    definition : str
        What the picture, or else the table, counts and of how many.
    picture : Picture or None
        What is to be seen; None where the table says it all.
    table : Table
        The values behind it.
    alt : str
        The picture in words; empty without one.
    sources : tuple of Source
        Where the values come from.
    notes : tuple of str
        For who speaks: what to say about sources and limits.
    """

    code: str
    title: str
    message: str
    definition: str
    picture: Picture | None
    table: Table
    alt: str = ""
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class LeftOut:
    """A step that a story does without, and why, as a sentence."""

    code: str
    title: str
    reason: str


@dataclass(frozen=True)
class Story:
    """What is told of a scope, in the language in which it was made.

    Attributes
    ----------
    scope : Scope
        Whose story it is.
    name : str
        What the scope is called.
    members : int
        Members in it.
    steps : tuple of Step
        In the order told.
    left_out : tuple of LeftOut
        The steps without anything to tell.
    coverage : str
        The coverage line, for the foot of every step.
    version : str
        Version of the data.
    dated : datetime.date
        Day of the data.
    imprint : tuple of str
        Independence, citation, licence and the disclaimer of maps, one sentence each.
    language : str
        Code of the language.
    """

    scope: Scope
    name: str
    members: int
    steps: tuple[Step, ...]
    left_out: tuple[LeftOut, ...]
    coverage: str
    version: str
    dated: date
    imprint: tuple[str, ...]
    language: str


def arranged(story: Story, order: Sequence[str] | None = None, titles: Mapping[str, str] | None = None) -> Story:
    """Return a story with its steps switched off, put into another order and given other titles.

    Parameters
    ----------
    story : Story
        As it was made.
    order : sequence of str, optional
        Codes of the steps to tell, in this order; the others are switched off.  Codes that the story does not have are
        passed over, since a link may come from another scope; what is named twice is told once.  None changes nothing.
    titles : mapping, optional
        Titles by code; an empty one leaves the title as it is.

    Examples
    --------
    >>> from atlas.load import load_network
    >>> from atlas.story import arranged, make_story, read_scope
    >>> network = load_network()
    >>> whole = make_story(network, read_scope("country:KOR", network))
    >>> [(step.code, step.title) for step in arranged(whole, ["awards", "where"], {"where": "On the map"}).steps]
    [('awards', 'Award winners'), ('where', 'On the map')]
    """
    steps = {step.code: step for step in story.steps}
    codes = steps if order is None else [code for code in dict.fromkeys(order) if code in steps]
    named = titles or {}
    return replace(story, steps=tuple(_titled(steps[code], named.get(code, "")) for code in codes))


def _titled(step: Step, title: str) -> Step:
    return replace(step, title=title.strip()) if title.strip() else step
