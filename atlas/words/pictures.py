"""What stands on pictures beside what they show: titles of maps, filters, projection, and what they are called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.labels import in_region
from atlas.prepositions import in_country
from atlas.wording import day, ngettext, number, series
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from datetime import date

    from atlas.summaries.compare import Thing
    from atlas.summaries.members import Summary


def map_title(place: Thing | None, shown: Summary) -> str:
    """Return how many members a map shows, and where.

    Parameters
    ----------
    place : Thing, optional
        The one country or region that the filters name.
    shown : Summary
        The members shown.
    """
    members = ngettext("{number} member", "{number} members", shown.members).format(number=number(shown.members))
    return _("{members} {where}").format(members=members, where=_where(place, shown))


def _where(place: Thing | None, shown: Summary) -> str:
    if place is None:
        return ngettext("in {number} country", "in {number} countries", shown.countries).format(
            number=number(shown.countries)
        )
    return in_region(place.code) if place.kind == "region" else in_country(place.code)


def map_subtitle() -> str:
    """Return what the pins of a map are."""
    return _("Members of the UNESCO Global Network of Learning Cities; one pin is one member.")


def map_alt(place: Thing | None, shown: Summary) -> str:
    """Return a map in words: how many members it shows, and how many of them in each region."""
    counts = [
        _("{name}: {value}").format(name=_(each.region), value=number(each.members))
        for each in shown.regions
        if each.members
    ]
    return _("Map of {title}. {values}.").format(title=map_title(place, shown), values=series(counts))


def filters_line(filters: str) -> str:
    """Return the active filters in one line; ``filters`` are their names and values, or empty text."""
    return _("Filters: {filters}").format(filters=filters) if filters else ""


def dated(compiled_on: date) -> str:
    """Return how old the data are."""
    return _("Data of {date}.").format(date=day(compiled_on))


def signature() -> str:
    """Return whose picture it is."""
    return _("Learning Cities Atlas")


def projection(kind: str, lat: float, lon: float) -> str:
    """Return the name of a map's projection; ``lat`` and ``lon`` are the degrees of its centre."""
    if kind == "equal earth":
        return _("Projection: Equal Earth.")
    return _("Projection: Lambert azimuthal equal-area, centred on {lat}, {lon}.").format(
        lat=_parallel(round(lat)), lon=_meridian(round(lon))
    )


def _parallel(lat: int) -> str:
    return (_("{degrees}° S") if lat < 0 else _("{degrees}° N")).format(degrees=number(abs(lat)))


def _meridian(lon: int) -> str:
    return (_("{degrees}° W") if lon < 0 else _("{degrees}° E")).format(degrees=number(abs(lon)))


def named(count: int, members: int) -> str:
    """Return for how many members there was room to write the name, or empty text where all are named."""
    if count == members:
        return ""
    return ngettext(
        "{number} of {members} is named; there was no room for the other names.",
        "{number} of {members} are named; there was no room for the other names.",
        count,
    ).format(number=number(count), members=number(members))


def not_placed(count: int) -> str:
    """Return how many members have no position and thus no pin, or empty text."""
    if not count:
        return ""
    return ngettext(
        "{number} member has no known position and no pin.", "{number} members have no known position and no pin.",
        count,
    ).format(number=number(count))  # fmt: skip


def nothing() -> str:
    """Return what is said instead of a picture that would be empty."""
    return _("Nothing to draw: no member fits all filters. Loosen one of them.")


def no_such_chart() -> str:
    """Return what is said where members fit, but the chart has nothing to tell about them."""
    return _("Nothing to draw: this chart has nothing to say about the members chosen.")


def fold_label(count: int) -> str:
    """Return what opens the files of pictures."""
    return ngettext("Picture", "Pictures", count)


def alt_line(alt: str) -> str:
    """Return the text to put beside a picture for those who do not see it."""
    return _("Text for those who do not see the picture: {alt}").format(alt=alt)
