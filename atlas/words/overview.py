"""What the first page says: what the network is, how large the part shown is, the newest cohort, the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.wording import day, mark, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from datetime import date

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
    Way("data", mark("Take the data"), mark("Every row with its source, as files for spreadsheets and maps.")),
)
"""The ways on, their words marked for translation."""


def lead(coverage: Coverage) -> str:
    """Return what the network is and how large."""
    return _(
        "The UNESCO Global Network of Learning Cities connects {cities} cities in {countries} countries committed to "
        "lifelong learning for all. See where they are, what they work on and how the network grew."
    ).format(cities=number(coverage.announced), countries=number(coverage.announced_countries))


def figures(shown: Summary) -> list[tuple[int, str]]:
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
    ]


def stated(known: int, members: int) -> str:
    """Return for how many of the members shown stated themes are known, and for how many not."""
    unknown = members - known
    if not known:
        return ngettext(
            "No statement found on the themes of the member shown", "No statement found on the themes of any member",
            members,
        )  # fmt: skip
    if not unknown:
        return ngettext(
            "Stated themes known for the member shown", "Stated themes known for each of the {known} members", members
        ).format(known=number(known))
    return _("Stated themes known for {known}, no statement found for {unknown}").format(
        known=number(known), unknown=number(unknown)
    )


def fresh(compiled_on: date) -> str:
    """Return how fresh the data are."""
    return _("Data of {date}, from public pages.").format(date=day(compiled_on))


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
