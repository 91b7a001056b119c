"""What is said of members by year of joining, wherever they are counted so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.model import UNKNOWN_YEAR
from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMED: Final = 3
"""Years with as many members that a title names; where there are more, none of them says much."""


def most_joined(members: Mapping[str, int]) -> str:
    """Return in which year or years most joined: one, a few with as many, the only one, none.

    Parameters
    ----------
    members : mapping
        Members by year of joining as text; those without a published year (``UNKNOWN_YEAR``) are left aside.
    """
    dated = {year: joined for year, joined in members.items() if joined and year != UNKNOWN_YEAR}
    if not dated:
        return _("No year of joining is published for these members")
    most = max(dated.values())
    first = [year for year, joined in dated.items() if joined == most]
    return _words(most, first, others=len(dated) - len(first)).format(years=listing(first), number=number(most))


def _words(most: int, first: list[str], *, others: int) -> str:
    if len(first) == 1 and not others:
        return ngettext(
            "The only member with a published year joined in {years}",
            "Each of the {number} members with a published year joined in {years}",
            most,
        )
    if len(first) == 1:  # others joined in other years, so there are more of these than one
        return _("Most joined in {years}: {number} members")
    if len(first) <= _NAMED and not others:
        return ngettext("{number} member joined in each of {years}", "{number} members joined in each of {years}", most)
    if len(first) <= _NAMED:
        return ngettext(
            "Most joined in {years}, {number} member each", "Most joined in {years}, {number} members each", most
        )
    return ngettext(
        "Never more than {number} member joined in a year", "Never more than {number} members joined in a year", most
    )
