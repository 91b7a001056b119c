"""The steps, one record each: a new one is a record here, and every form tells it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from atlas import credits
from atlas.story.members import make_awards, make_newest, make_sources, make_title, make_where
from atlas.story.model import LeftOut, NothingToTell, Step, Story
from atlas.story.numbers import make_how, make_missing, make_work
from atlas.story.partners import make_partners
from atlas.story.telling import Telling
from atlas.wording import language
from atlas.words import story as words

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.model import Network
    from atlas.story.scope import Scope


@dataclass(frozen=True)
class Maker:
    """A step in the making.

    Attributes
    ----------
    code : str
        Name of the step, in addresses and files.
    make : callable
        Takes what is told and returns the step, or why there is none.
    """

    code: str
    make: Callable[[Telling], Step | LeftOut]


_ALL: Final = (
    Maker("title", make_title),
    Maker("where", make_where),
    Maker("how", make_how),
    Maker("work", make_work),
    Maker("newest", make_newest),
    Maker("awards", make_awards),
    Maker("missing", make_missing),
    Maker("partners", make_partners),
    Maker("sources", make_sources),
)
MAKERS: Final = {each.code: each for each in _ALL}
"""Every step by its code, in the order told."""


def make_story(network: Network, scope: Scope) -> Story:
    """Return the story of a scope, in the language in use.

    Parameters
    ----------
    network : Network
        The whole network, with the names of its members in that language (:func:`atlas.exonyms.speak`).
    scope : Scope
        Whose story it is.

    Raises
    ------
    NothingToTell
        When no member fits the scope.
    """
    telling = Telling(network, scope)
    if not telling.profile.members:
        raise NothingToTell(words.nothing_to_tell())
    made = [maker.make(telling) for maker in MAKERS.values()]
    return Story(
        scope=scope,
        name=scope.name(network),
        members=telling.profile.members,
        steps=tuple(each for each in made if isinstance(each, Step)),
        left_out=tuple(each for each in made if isinstance(each, LeftOut)),
        coverage=credits.coverage_sentence(network.coverage),
        version=network.version,
        dated=credits.version_date(network.version),
        imprint=_imprint(network.version),
        language=language(),
    )


def _imprint(version: str) -> tuple[str, ...]:
    return (
        credits.independence(),
        credits.citation(version),
        credits.members_credit(),
        " ".join((credits.places_credit(), credits.outlines_credit())),
        credits.map_disclaimer(),
    )
