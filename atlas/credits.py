"""Who made what, under which licence, and how to quote it: the texts that pages, pictures and files share."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final, NamedTuple

from atlas.wording import day, mark, number
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from atlas.model import Coverage

CC_BY_URL: Final = "https://creativecommons.org/licenses/by/4.0/"
CC_BY: Final = "CC BY 4.0"
GEONAMES_URL: Final = "https://www.geonames.org/"
UN_GEODATA_URL: Final = "https://geoportal.un.org/"
NETWORK_URL: Final = "https://www.uil.unesco.org/en/learning-cities"


class Component(NamedTuple):
    """Something in the Atlas that others made."""

    name: str
    use: str
    licence: str
    url: str


COMPONENTS: Final = (
    Component("GeoNames", mark("positions and spellings of places"), CC_BY, GEONAMES_URL),
    Component("UN Geodata", mark("outlines of countries"), mark("terms of use of the United Nations"), UN_GEODATA_URL),
    Component("Natural Earth", mark("coasts, close up"), mark("public domain"), "https://www.naturalearthdata.com/"),
    Component(
        "Unicode CLDR", mark("names of countries, dates and numbers"), "Unicode-3.0", "https://cldr.unicode.org/"
    ),
    Component("Leaflet", mark("the map in the browser"), "BSD-2-Clause", "https://leafletjs.com/"),
    Component("Literata", mark("type of the headings"), "OFL-1.1", "https://github.com/googlefonts/literata"),
    Component("Source Sans 3", mark("type of the text"), "OFL-1.1", "https://github.com/adobe-fonts/source-sans"),
    Component("Noto", mark("type of pictures in other scripts"), "OFL-1.1", "https://notofonts.github.io/"),
    Component("Streamlit", mark("pages and widgets"), "Apache-2.0", "https://streamlit.io/"),
    Component("Plotly", mark("charts"), "MIT", "https://plotly.com/python/"),
    Component("Matplotlib", mark("pictures to take away"), "PSF-2.0", "https://matplotlib.org/"),
    Component("python-pptx", mark("slides to take away"), "MIT", "https://python-pptx.readthedocs.io/"),
    Component("Folium", mark("from tables to the map"), "MIT", "https://python-visualization.github.io/folium/"),
)
"""What the visitor's screen shows of other people's work; licences as SPDX identifiers where there is one."""


def coverage_sentence(coverage: Coverage) -> str:
    """Return the line that every page, chart and export carries."""
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


def map_disclaimer() -> str:
    """Return the sentence that stands under every map and in every picture, slide and embed."""
    return _(
        "The boundaries and names shown and the designations used on this map do not imply official endorsement or "
        "acceptance by the United Nations or UNESCO, nor by the makers of this Atlas."
    )


def independence() -> str:
    """Return the line that says who does not speak here."""
    return _("Independent; not an official product of UNESCO.")


def members_credit() -> str:
    """Return where the members come from."""
    return _("Members: compiled from public pages, each row with its source.")


def places_credit() -> str:
    """Return the credit that GeoNames asks for."""
    return _("Places: GeoNames, CC BY 4.0.")


def outlines_credit() -> str:
    """Return the credit of the country outlines."""
    return _("Outlines: UN Geodata.")


def attribution() -> str:
    """Return the line that a copy of the data has to carry."""
    return _("Learning Cities Atlas, compiled from public pages (see source_url); places: GeoNames, CC BY 4.0")


def version_date(version: str) -> date:
    """Return the day of compilation in a data version.

    >>> version_date("2026-11-22+0c97e2a")
    datetime.date(2026, 11, 22)
    """
    return date.fromisoformat(version.partition("+")[0])


def citation(version: str) -> str:
    """Return how to quote the data."""
    return _(
        "Learning Cities Atlas: members of the UNESCO Global Network of Learning Cities, compiled from public pages. "
        "Data version {version} of {date}. Licence CC BY 4.0."
    ).format(version=version, date=day(version_date(version)))
