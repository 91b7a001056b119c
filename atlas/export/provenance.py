"""What a file says about itself: name, source, licence, date, coverage and filter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from atlas import credits, filters
from atlas.wording import day, series
from atlas.wording import gettext as _
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.model import Network
    from atlas.selection import Selection

_NAME: Final = "learning-cities-atlas"
_SLUG_LENGTH: Final = 80


@dataclass(frozen=True)
class Provenance:
    """What a file says about itself.

    Attributes
    ----------
    version : str
        Version of the data.
    coverage : str
        The coverage line, in the visitor's language.
    filter : str
        In words, which part of the data this is.
    """

    version: str
    coverage: str
    filter: str


def provenance(network: Network, selection: Selection | None, query: str = "") -> Provenance:
    """Return what a file says about itself.

    Parameters
    ----------
    network : Network
        The whole network.
    selection : Selection, optional
        The filters; without them the file holds everything.
    query : str
        What was searched for among the filtered members.
    """
    choices = [
        (filters.title(name), filters.label(name, code, network))
        for name, code in (selection.items() if selection else ())
    ]
    if query:
        choices.append((_("Search"), query))
    return Provenance(
        version=network.version,
        coverage=credits.coverage_sentence(network.coverage),
        filter=filter_words(choices) or _("none, so everything that is listed"),
    )


def filter_words(choices: Iterable[tuple[str, str]]) -> str:
    """Return chosen filters as one line ("Region: Africa; Year of joining: 2024").

    Parameters
    ----------
    choices : iterable of (str, str)
        Name of the filter and its value, in words.
    """
    grouped: dict[str, list[str]] = {}
    for name, value in choices:
        grouped.setdefault(name, []).append(value)
    return series(_("{name}: {value}").format(name=name, value=", ".join(values)) for name, values in grouped.items())


def file_name(version: str, selection: Selection | None, ending: str, *, query: str = "", table: str = "") -> str:
    """Return the name of a file: date of the data, table, filter.

    >>> file_name("2026-11-22+0c97e2a", None, "csv")
    'learning-cities-atlas_2026-11-22_all.csv'
    """
    chosen = [f"{name}-{code}" for name, code in selection.items()] if selection else []
    parts = [_slug(part) for part in (*chosen, f"search-{query}" if query else "")]
    what = "_".join(filter(None, parts))[:_SLUG_LENGTH].rstrip("-_") or "all"
    return "_".join(filter(None, (_NAME, version.partition("+")[0], _slug(table), what))) + f".{ending}"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def metadata(about: Provenance, count: int) -> dict[str, Any]:
    """Return what programs ask of a file, under names that are the same in every language.

    Parameters
    ----------
    about : Provenance
        Version, coverage and filter.
    count : int
        Number of members in the file.
    """
    return {
        "title": "Learning Cities Atlas: members of the UNESCO Global Network of Learning Cities",
        "independence": credits.independence(),
        "source": credits.attribution(),
        "licence": credits.CC_BY,
        "licence_url": credits.CC_BY_URL,
        "citation": credits.citation(about.version),
        "data_version": about.version,
        "date": credits.version_date(about.version).isoformat(),
        "coverage": about.coverage,
        "filter": about.filter,
        "count": count,
    }


def about_lines(about: Provenance, count: int) -> list[tuple[str, str]]:
    """Return what people ask of a file, as pairs of a question and its answer in the visitor's language."""
    return [
        (_("To quote it"), credits.citation(about.version)),
        (_("Independence"), credits.independence()),
        (_("Members in this file"), str(count)),
        (_("Filter"), about.filter),
        (_("Coverage"), about.coverage),
        (_("Data version"), about.version),
        (_("Date of the data"), day(credits.version_date(about.version))),
        (_("Licence"), credits.CC_BY),
        (_("Text of the licence"), credits.CC_BY_URL),
        (_("Attribution to give"), credits.attribution()),
        (_("Source of the members"), credits.members_credit()),
        (_("Source of the positions"), credits.places_credit()),
        ("GeoNames", credits.GEONAMES_URL),
        (_("The network at UNESCO"), credits.NETWORK_URL),
        (_("Empty cells"), _("Not published or not known.")),
        (_("Coordinates"), _("Degrees, WGS 84 (EPSG:4326).")),
    ]
