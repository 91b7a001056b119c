"""The line that every page, picture and file carries: how much of the network is listed here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.wording import day, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.model import Coverage


def coverage_sentence(coverage: Coverage) -> str:
    """Return how many members are listed here, and how many UNESCO announced."""
    return _(
        "{listed} members in {countries} countries listed; UNESCO announced {announced} in {announced_countries} "
        "on {date}."
    ).format(
        listed=number(coverage.listed),
        countries=number(coverage.countries),
        announced=number(coverage.announced),
        announced_countries=number(coverage.announced_countries),
        date=day(coverage.announced_on),
    )
