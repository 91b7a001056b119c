"""What the map says in words: how many are shown, its alternative text, the two charts beside it that filter."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from atlas import labels
from atlas.model import NO_STATEMENT, REGIONS, UNKNOWN_YEAR
from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number, series

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    import pandas as pd

    Counts = Mapping[str, int]

_IN_A_TITLE: Final = 2


def count(shown: int, whole: int) -> str:
    """Return how many members are shown, and of how many where a filter leaves some out."""
    text = (
        ngettext("{number} member shown", "{number} members shown", shown)
        if shown == whole
        else ngettext("{number} of {whole} members shown", "{number} of {whole} members shown", shown)
    )
    return text.format(number=number(shown), whole=number(whole))


def map_alt(regions: Counts, *, alone: bool = False) -> str:
    """Return what the map shows, as the name of its frame: screen readers read it out before what is inside.

    Parameters
    ----------
    regions : mapping of str to int
        Members by region.
    alone : bool
        Whether no table stands below it.
    """
    counts = [
        _("{name}: {value}").format(name=_(region), value=number(members))
        for region, members in regions.items()
        if members
    ]
    text = (
        _("Map of the members shown. {values}.")
        if alone
        else _("Map of the members shown. {values}. The same members stand in the table below.")
    )
    return text.format(values=series(counts))


def themes_title(themes: Counts, clusters: pd.DataFrame) -> str:
    """Return the finding of the bars by theme: the theme or themes stated most often."""
    most, first = _leaders(themes, without=NO_STATEMENT)
    if not most:
        return _("No theme is stated")
    if most == 1 and len(first) > 1:
        return _("No theme is stated more than once")
    if len(first) > 1:  # the bars show which; their names would not fit into a line
        return _("{number} themes are stated most often").format(number=number(len(first)))
    return _("{theme} is stated most often").format(theme=labels.theme_label(first[0], clusters))


def themes_subtitle(stated: int) -> str:
    """Return what the bars by theme count; ``stated`` is the number of members for which a statement was found."""
    return _("Members by theme, of {number} with a statement. Click to filter.").format(number=number(stated))


def themes_alt(themes: Counts, clusters: pd.DataFrame) -> str:
    """Return the bars by theme in words."""
    return _("Bar chart of members by stated theme. {values}.").format(
        values=_values((labels.theme_label(code, clusters), members) for code, members in themes.items())
    )


def theme_labels(themes: Iterable[str], clusters: pd.DataFrame) -> list[str]:
    """Return what stands beside each bar by theme."""
    return [labels.sentence_case(labels.theme_label(code, clusters)) for code in themes]


def years_title(years: Counts) -> str:
    """Return the finding of the columns by year: the year or years in which most joined."""
    most, first = _leaders(years, without=UNKNOWN_YEAR)
    if not most:
        return _("No year of joining is published")
    if len(first) > _IN_A_TITLE:
        return _("Never more than {number} joined in a year").format(number=number(most))
    if len(first) > 1:
        return _("Most joined in {years}, {number} each").format(years=listing(first), number=number(most))
    return ngettext("{number} joined in {year}", "Most joined in {year}", most).format(
        year=first[0], number=number(most)
    )


def years_subtitle() -> str:
    """Return what the columns by year of joining count."""
    return _("Members by year of joining; n. p.: not published.")


def years_alt(years: Counts) -> str:
    """Return the columns by year of joining in words."""
    return _("Column chart of members by year of joining. {values}.").format(
        values=_values((labels.year_label(year), members) for year, members in years.items())
    )


def year_labels(years: Iterable[str]) -> list[str]:
    """Return what stands below each column by year."""
    return [_("n. p.") if year == UNKNOWN_YEAR else year for year in years]


def year_names(years: Iterable[str]) -> list[str]:
    """Return what each column by year is called; it begins with what is seen, for those who speak to their machine."""
    return [_("n. p. (year not published)") if year == UNKNOWN_YEAR else year for year in years]


def bar_name(label: str, members: int) -> str:
    """Return what a bar that filters is called for screen readers."""
    return ngettext("{name}: {number} member", "{name}: {number} members", members).format(
        name=label, number=number(members)
    )


def _leaders(counts: Counts, *, without: str) -> tuple[int, list[str]]:
    """Return the largest number, and which codes have it."""
    known = {code: members for code, members in counts.items() if code != without}
    most = max(known.values(), default=0)
    return most, [code for code, members in known.items() if members == most]


def _values(counts: Iterable[tuple[str, int]]) -> str:
    return series(_("{name}: {value}").format(name=name, value=number(members)) for name, members in counts)


def tools(newest: int) -> dict[str, tuple[str, str]]:
    """Return what the buttons on the map say, and what each does; ``newest`` is the newest joining year."""
    return {
        "fit": (_("Fit"), _("Zoom to the members shown")),
        "newest": (_("Newest"), _("Highlight members that joined in {year}").format(year=newest)),
        "tiles": (_("Streets"), _("OpenStreetMap background (needs internet)")),
    }


def texts() -> dict[str, Any]:
    """Return the texts that the map's script shows by itself; it fills in what stands in braces."""
    return {
        "joined": _("joined {year}"),
        "no_year": _("joining year not published"),
        "bunch": _("{number} members around {city}: {regions}"),
        "bunch_part": _("{number} {region}"),
        "regions": [_(region) for region in REGIONS],
        "skip": _("Skip the map"),
        "two_fingers": _("Use two fingers to move the map"),
        "osm": "© OpenStreetMap",
        "zoom_in": _("Zoom in"),
        "zoom_out": _("Zoom out"),
        "tiles_failed": _("The street map cannot be reached; the outlines stay."),
    }
