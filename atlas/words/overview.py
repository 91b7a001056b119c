"""What the first page says: what the network is, how large the part shown is, the newest cohort, the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.wording import gettext as _
from atlas.wording import mark, ngettext, number

if TYPE_CHECKING:
    from atlas.model import Coverage
    from atlas.summaries.members import Summary


class Way(NamedTuple):
    """A way on from the first page: a stem in ``pages/``, what one can do there, and how."""

    page: str
    title: str
    text: str


WAYS: Final = (
    Way("map", mark("Find a city"), mark("Search in any script, open the card of a member, zoom to a country.")),
    Way("focus", mark("See what they work on"), mark("Stated themes by region, and the goals they map to.")),
    Way("growth", mark("Follow the growth"), mark("Announced totals, admissions, and who is still missing.")),
    Way("data", mark("Take the data"), mark("Every row with its source, as CSV or GeoJSON.")),
)
"""The ways on, their words marked for translation."""


def lead(coverage: Coverage) -> str:
    """Return what the network is and how large."""
    return _(
        "The UNESCO Global Network of Learning Cities connects {cities} cities in {countries} countries committed to "
        "lifelong learning for all. This Atlas shows where they are, what they work on and how the network grew."
    ).format(cities=number(coverage.announced), countries=number(coverage.announced_countries))


def figures(shown: Summary, *, placed: int) -> list[tuple[int, str]]:
    """Return the numbers that size what is shown, each with what it counts."""
    return [
        (
            shown.members,
            _("{members}, {in_countries}").format(
                members=ngettext("member shown", "members shown", shown.members),
                in_countries=ngettext("in {number} country", "in {number} countries", shown.countries).format(
                    number=number(shown.countries)
                ),
            ),
        ),
        (
            shown.dated,
            ngettext("has a published year of joining", "have a published year of joining", shown.dated),
        ),
        (
            shown.stated,
            ngettext("has a focus stated on a public page", "have a focus stated on a public page", shown.stated),
        ),
        (placed, ngettext("is placed on the map", "are placed on the map", placed)),
    ]


def members_label() -> str:
    """Return what the table of the members shown is called."""
    return _("Show the members as a table")


def newest_title(members: int, year: int) -> str:
    """Return how many members listed here joined last."""
    return ngettext(
        "The newest cohort: {number} member of {year} listed here",
        "The newest cohort: {number} members of {year} listed here",
        members,
    ).format(number=number(members), year=year)


def ways_title() -> str:
    """Return what stands above the ways on."""
    return _("What you can do here")
