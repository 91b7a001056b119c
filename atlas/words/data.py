"""What the page of the data says: its lead, what the search found, the files, and the tables beside the members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from atlas import credits
from atlas.addresses import host
from atlas.wording import day, mark, ngettext, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from datetime import date

    from atlas.model import Network


class TableWords(NamedTuple):
    """Title of a table beside the members, and what its rows are; both marked for translation."""

    title: str
    note: str


TABLES: Final = {
    "focus": TableWords(
        mark("Focus statements"),
        mark("What pages say that the members shown above work on, one row per page and theme."),
    ),
    "awards": TableWords(mark("Awards"), mark("The members shown above that received the UNESCO Learning City Award.")),
    "other_awards": TableWords(
        mark("Awards of others"),
        mark("Cities that received the UNESCO Learning City Award and that no source calls a member."),
    ),
    "milestones": TableWords(
        mark("Counts of the network"), mark("Every published count of the network, with the conflicts between them.")
    ),
    "events": TableWords(mark("Events"), mark("Conferences, intakes, awards and other milestones of the network.")),
    "theme_to_sdg": TableWords(
        mark("From theme to goal"),
        mark("Which goal a stated theme or cluster belongs to. “Mapped” is our reading; no city said so."),
    ),
    "clusters": TableWords(mark("Clusters"), mark("Thematic clusters, dimensions and priority areas of the network.")),
    "member_states": TableWords(
        mark("Member States"),
        mark("UNESCO’s Member States after unesco.org/en/countries, with the number of members listed in each."),
    ),
    "not_members": TableWords(
        mark("Not counted as members"),
        mark("Cities that some text names as members, and why they are not counted here."),
    ),
}
"""The tables beside the members, in the order offered (:data:`atlas.facts.FACTS`)."""


def table_title(name: str) -> str:
    """Return what a table beside the members is called."""
    return _(TABLES[name].title)


def table_note(name: str) -> str:
    """Return what the rows of a table beside the members are."""
    return _(TABLES[name].note)


def lead(network: Network) -> str:
    """Return the sentence above the table."""
    sites = {host(address) for address in network.cities["source_url"]} - {""}
    return _("{members} members, each with its source page; the pages are on {sites} websites.").format(
        members=number(len(network)), sites=number(len(sites))
    )


def nothing_found(query: str, among: int) -> str:
    """Return that the search found nothing.

    Parameters
    ----------
    query : str
        What was searched for.
    among : int
        Members that the filters leave.
    """
    return ngettext(
        "Nothing among the {number} member that the filters leave fits “{query}”.",
        "Nothing among the {number} members that the filters leave fits “{query}”.",
        among,
    ).format(number=number(among), query=query)


def shown_rows(count: int, kind: str) -> str:
    """Return the text of a button that hands out the members shown, as a kind of file ("CSV")."""
    return ngettext("{number} shown row as {format}", "{number} shown rows as {format}", count).format(
        number=number(count), format=kind
    )


def all_rows(count: int, kind: str) -> str:
    """Return the text of a button that hands out all members."""
    return ngettext("All {number} row as {format}", "All {number} rows as {format}", count).format(
        number=number(count), format=kind
    )


def rows(count: int, kind: str) -> str:
    """Return the text of a button that hands out a table beside the members."""
    return ngettext("{number} row as {format}", "{number} rows as {format}", count).format(
        number=number(count), format=kind
    )


def download_shown(count: int) -> str:
    """Return the text of the button that opens onto the files of the members shown."""
    return ngettext("Download {number} shown row", "Download {number} shown rows", count).format(number=number(count))


def download_all(count: int) -> str:
    """Return the text of the button that opens onto the files of all members."""
    return ngettext("Download all {number} row", "Download all {number} rows", count).format(number=number(count))


def files_note() -> str:
    """Return what every file brings along."""
    return _(
        "Each file says its source, licence, date and filter, and what its columns mean. Positions are WGS 84; members "
        "that are not placed stay in, without a point."
    )


def citation(version: str, address: str, on: date) -> str:
    """Return how to quote the data.

    Parameters
    ----------
    version : str
        Version of the data.
    address : str
        Where they are read, or empty text where nobody told us.
    on : datetime.date
        Day of reading.
    """
    return retrieved(version).format(date=day(on), address=address) if address else credits.citation(version)


def retrieved(version: str) -> str:
    """Return how to quote the data, with ``{date}`` and ``{address}`` to be filled in where they are known."""
    text = credits.citation(version)
    return _("{citation} Retrieved on {date} from {address}").format(citation=text, date="{date}", address="{address}")


def no_rows() -> str:
    """Return what stands where a table has no row for the members shown."""
    return _("None of the members shown has a row in this table.")
