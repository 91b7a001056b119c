"""What a code of the data is called on screen, in the visitor's language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.model import NO_STATEMENT, UNKNOWN_YEAR
from atlas.palette import SDG_NAMES
from atlas.population import GEONAMES, Population
from atlas.wording import gettext as _
from atlas.wording import mark, number, pgettext

if TYPE_CHECKING:
    import pandas as pd

_SIZES: Final = {
    "small": mark("under 100,000 inhabitants"),
    "medium": mark("100,000 to 1 million inhabitants"),
    "large": mark("over 1 million inhabitants"),
    "unknown": mark("population not known"),
}


_IN_REGIONS: Final = {
    "Africa": mark("in Africa"),
    "Arab States": mark("in the Arab States"),
    "Asia and the Pacific": mark("in Asia and the Pacific"),
    "Europe and North America": mark("in Europe and North America"),
    "Latin America and the Caribbean": mark("in Latin America and the Caribbean"),
}
"""A region as the place of something, since each language has its own words for "in" before each name."""


def sentence_case(text: str) -> str:
    """Return the text with a capital first letter and everything else as it is."""
    return text[:1].upper() + text[1:]


def in_region(region: str) -> str:
    """Return where something is that is in a region."""
    return _(_IN_REGIONS[region])


def year_label(code: str) -> str:
    """Return a joining year, or that nobody published it."""
    return _("year not published") if code == UNKNOWN_YEAR else code


def theme_label(code: str, clusters: pd.DataFrame) -> str:
    """Return the name of a stated theme, of a cluster (``cluster:<id>``) or of a stated goal (``sdg:<n>``)."""
    if code == NO_STATEMENT:
        return _("no statement found")
    kind, _colon, identifier = code.rpartition(":")
    if kind == "cluster":
        return _("Cluster: {name}").format(name=_(cluster_name(identifier, clusters)))
    if kind == "sdg":
        return _("Stated: {goal}").format(goal=sdg_label(identifier))
    return sentence_case(_(code))


def theme_in_sentence(code: str, clusters: pd.DataFrame) -> str:
    """Return what a member works on as it stands within a sentence: a theme, the subject of a cluster, or a goal."""
    kind, _colon, identifier = code.rpartition(":")
    if kind == "sdg":
        return _("SDG {number}").format(number=identifier)
    name = cluster_name(identifier, clusters) if kind == "cluster" else code
    name = _(name).rpartition(":")[2].strip()  # "Dimension: equity and inclusion" is about equity and inclusion
    return name if name[:2].isupper() else name[:1].lower() + name[1:]  # "ICT" stays what it is


def cluster_name(identifier: str, clusters: pd.DataFrame) -> str:
    """Return the published name of a cluster (English; pass it through gettext to show it)."""
    # A dozen rows: a dictionary costs a fifth of a mask, and a chart asks for several names.
    names: dict[str, str] = dict(zip(clusters["cluster_id"], clusters["name"], strict=True))
    return names.get(identifier, identifier)


def sdg_label(goal: str | int) -> str:
    """Return number and name of a goal: the colour never stands alone."""
    return _("SDG {number} · {name}").format(number=goal, name=_(SDG_NAMES[int(goal)]))


def size_label(code: str) -> str:
    """Return what a size is called; ``code`` is one of :data:`atlas.population.SIZES`."""
    return _(_SIZES[code])


def population_label(population: Population) -> str:
    """Return a population with its year, or with its source where that is GeoNames; unknown is said in words."""
    if population.value is None:
        return pgettext("population", "not published")
    if population.source == GEONAMES:
        return _("{number} (GeoNames, for the town, undated)").format(number=number(population.value))
    if population.year is None:
        return _("{number} (year not stated)").format(number=number(population.value))
    return _("{number} ({year})").format(number=number(population.value), year=population.year)
