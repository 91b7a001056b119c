"""What a picture is about: the network, and the part of it that somebody chose."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from atlas import filters
from atlas.exhibits.compare import profiles_of
from atlas.export import filter_words
from atlas.selection import counting, mask, select
from atlas.summaries.compare import Profile, summarise_profile
from atlas.summaries.members import Summary
from atlas.summaries.place import chosen_place

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.selection import Selection
    from atlas.summaries.compare import Thing


@dataclass(frozen=True)
class Scope:
    """The network and what is chosen of it.

    Attributes
    ----------
    network : Network
        The whole network, with names in the language in use (:func:`atlas.exonyms.speak`).
    selection : Selection
        The filters.
    local_names : bool
        Whether maps name members in their own script where that is known.
    things : tuple of Thing
        What is put side by side, for pictures that compare.
    """

    network: Network
    selection: Selection
    local_names: bool = False
    things: tuple[Thing, ...] = ()

    @cached_property
    def shown(self) -> Network:
        """The members that fit the filters."""
        return select(self.network, self.selection)

    @cached_property
    def before_focus(self) -> Network:
        """The members that fit every filter but the one on the focus."""
        return select(self.network, self.selection.without("focus"))

    @cached_property
    def summary(self) -> Summary:
        """The members shown, counted."""
        return Summary(self.shown)

    @cached_property
    def profile(self) -> Profile:
        """The numbers of the members shown."""
        counted = counting(self.network, weak=self.selection.counts_weak)
        return summarise_profile(counted, mask(counted, self.selection))

    @cached_property
    def profiles(self) -> dict[Thing, Profile]:
        """The numbers of what is put side by side."""
        return profiles_of(self.network, self.selection, self.things)

    @property
    def place(self) -> Thing | None:
        """The one country or region that the filters name."""
        return chosen_place(self.selection)

    def filter_words(self, selection: Selection) -> str:
        """Return filters in words, on one line."""
        choices = [(filters.title(name), filters.label(name, code, self.network)) for name, code in selection.items()]
        return filter_words(choices)
