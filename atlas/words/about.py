"""The prose of the about page: sections of short paragraphs whose numbers come from the data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas import credits
from atlas.labels import sdg_label, sentence_case
from atlas.wording import day, mark, ngettext, number, series
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atlas.model import Network
    from atlas.summaries.gaps import Gaps

SECTIONS: Final = {
    "purpose": mark("What this is"),
    "method": mark("How the list was made"),
    "definitions": mark("What the words mean"),
    "pins": mark("What a pin stands for"),
    "goals": mark("From themes to goals"),
    "gaps": mark("What is missing"),
    "licences": mark("Licences and credits"),
    "accessibility": mark("Accessibility"),
    "corrections": mark("Correcting an error"),
}
"""Sections of the page by anchor, in order."""

DEFINITIONS: Final = {
    mark("Listed"): mark("A page names the city as a member of the network; the row of the city gives its address."),
    mark("Announced"): mark(
        "The number that UNESCO gave on a date. Do not use it as a denominator: cities leave the network."
    ),
    mark("Year of joining"): mark("The year that a source gives. Where none does, it is not guessed."),
    mark("Region"): mark("One of UNESCO's five regional groups, which are neither continents nor groups of the UN."),
    mark("Stated focus"): mark(
        "A page says that the city works on this. It never means that it works on nothing else."
    ),
    mark("Mapped goal"): mark("Our table leads from a stated theme to a goal (SDG). The city did not say so itself."),
    mark("Strength"): mark(
        "Official: UNESCO, the UN or the city says so. Reported: the press or a national body. "
        "Weak: a hint in passing; these are left out unless you ask for them."
    ),
}
PRECISIONS: Final = {
    "town centre": mark("The centre of the town that the member is or is named after."),
    "district centre": mark("The centre of a district within a larger city."),
    "seat": mark("The seat of the administration of a larger area; the area is wider than the pin."),
    "area centre": mark("About the middle of an area without a single main town."),
    "ambiguous": mark("Several places bear the name; the pin is on the likeliest."),
    "not placed": mark("No position is known: in the table and in every count, but without a pin."),
}
KINDS: Final = {
    "city": mark("A town or city."),
    "municipality": mark("A local authority that covers a town and what surrounds it."),
    "district": mark("Part of a larger city, with its own authority."),
    "county": mark("A county or another area with many places."),
    "commune": mark("The smallest unit of local government in several countries."),
    "planned city": mark("A new town built to a plan, industrial cities included."),
    "consortium": mark("Several local authorities that joined as one member."),
    "governorate": mark("A province with an appointed governor."),
    "emirate": mark("One of the emirates of a federation."),
}


def purpose() -> list[str]:
    """Return what the Atlas is and is not."""
    return [
        _(
            "The Atlas shows the members of the [UNESCO Global Network of Learning Cities]({url}): where they are, "
            "what they say they work on, and how the network grew. It is made for people who look for cities to learn "
            "from, and for those who present the network to others."
        ).format(url=credits.NETWORK_URL),
        _(
            "**Independent; not an official product of UNESCO.** The list was compiled from public pages and is a "
            "documented sample; the official list is kept by the UNESCO Institute for Lifelong Learning (UIL)."
        ),
        "*" + credits.map_disclaimer() + "*",
    ]


def method(network: Network) -> list[str]:
    """Return how the list came about."""
    made = credits.version_date(network.version)
    return [
        _(
            "A city is listed when at least one public page says that it is a member: the announcement of an intake, a "
            "page that calls it a member, or its profile at UIL. Pages were read from stored copies up to {date}, not "
            "from the live web. Every row carries the address of its page."
        ).format(date=day(made)),
        _(
            "Members were placed with the GeoNames gazetteer, by name within their country. Where a name fits several "
            "places, or none, the place was chosen by hand; the reason is kept in the data."
        ),
        _(
            "Totals of the network are those that UNESCO announced, with date and source. They are never added up from "
            "the intakes: cities leave, and nobody publishes which."
        ),
        _(
            "The compiled tables are kept as they were. Corrections are rows of their own, each with a reason, a "
            "source and a date, and the tables that you see are built from both."
        ),
    ]


def lead() -> str:
    """Return the sentence above the sections."""
    return _("How the Atlas knows what it shows, and what nobody has published.")


def definitions_table() -> pd.DataFrame:
    """Return what the words mean."""
    return pd.DataFrame(
        {
            _("Word"): [f"**{_(term)}**" for term in DEFINITIONS],
            _("Meaning here"): [_(meaning) for meaning in DEFINITIONS.values()],
        }
    )


def pins() -> list[str]:
    """Return why it has to be said what a pin shows."""
    return [_("A pin is a point, while a member is an area with people in it. What the point marks differs:")]


def pins_table(precisions: Mapping[str, int]) -> pd.DataFrame:
    """Return what pins show, each with the number of members."""
    return _counted(precisions, PRECISIONS, _("What the pin shows"))


def kinds() -> list[str]:
    """Return why members are told apart by kind."""
    return [_("And many members are not cities in the narrow sense:")]


def kinds_table(counts: Mapping[str, int]) -> pd.DataFrame:
    """Return kinds of members, each with their number."""
    return _counted(counts, KINDS, _("Kind of member"))


def _counted(counts: Mapping[str, int], meanings: Mapping[str, str], heading: str) -> pd.DataFrame:
    return pd.DataFrame(
        {
            heading: [sentence_case(_(value)) for value in counts],
            _("Meaning"): [_(meanings.get(value, "")) for value in counts],
            _("Members"): [number(count) for count in counts.values()],
        }
    )


def goals(tables: str) -> list[str]:
    """Return how a theme becomes a goal; ``tables`` is the address of the tables of the data page."""
    return [
        _(
            "The network as a whole stands for all 17 goals, quality education (SDG 4) and sustainable cities (SDG 11) "
            "first. UNESCO publishes no goal per city. What can be found are statements about themes."
        ),
        _(
            "The table below leads from each theme to the goals whose targets come closest to it in wording. It is a "
            "reading aid of the makers of this Atlas, and wherever it is used the Atlas says “mapped”. The target "
            "behind each pair and its source are on the [data page]({link})."
        ).format(link=tables),
    ]


def goals_label() -> str:
    """Return what the table of themes and goals is called."""
    return _("All themes and their goals")


def goals_table(theme_goals: pd.DataFrame) -> pd.DataFrame:
    """Return the goals that each theme is mapped to."""
    return pd.DataFrame(
        {
            _("Theme"): [sentence_case(_(theme)) for theme in theme_goals["focus"]],
            _("Mapped to"): [
                series(sdg_label(goal) for goal in goals) or _("no single goal") for goals in theme_goals["goals"]
            ],
        }
    )


def gaps(found: Gaps, network: Network) -> list[str]:
    """Return one sentence for each known gap, with its number; gaps that are closed are left out."""
    coverage = network.coverage
    first = _(
        "The list has members in {countries} countries; UNESCO announced {announced}. Some members on the list may "
        "have left the network, and others are missing."
    ).format(countries=number(coverage.countries), announced=number(coverage.announced_countries))
    counted = (*_unknown(found), *_doubtful(found))
    return [first, *(sentence.format(number=number(count)) for count, sentence in counted if count)]


def _unknown(found: Gaps) -> Iterator[tuple[int, str]]:
    """Yield how many members lack something, and the sentence that says so."""
    yield (
        found.without_year,
        ngettext(
            "{number} member has no year of joining; it is shown as a group of its own, never guessed.",
            "{number} members have no year of joining; they are shown as a group of their own, never guessed.",
            found.without_year,
        ),
    )
    yield (
        found.without_focus,
        ngettext(
            "For {number} member no statement about its focus was found, or a weak one only; it may have one.",
            "For {number} members no statement about their focus was found, or a weak one only; they may have one.",
            found.without_focus,
        ),
    )
    yield (
        found.without_population,
        ngettext(
            "For {number} member no page about it states a population; that of its town in GeoNames stands apart.",
            "For {number} members no page about them states a population; that of their town in GeoNames stands apart.",
            found.without_population,
        ),
    )
    yield (
        found.without_size,
        ngettext(
            "For {number} member neither a page nor GeoNames gives a population, so its size is not known.",
            "For {number} members neither a page nor GeoNames gives a population, so their size is not known.",
            found.without_size,
        ),
    )
    yield (
        found.not_placed,
        ngettext(
            "{number} member could not be placed on the map.",
            "{number} members could not be placed on the map.",
            found.not_placed,
        ),
    )


def _doubtful(found: Gaps) -> Iterator[tuple[int, str]]:
    """Yield how many facts rest on weak ground, and the sentence that says so."""
    yield (
        found.mirrored,
        ngettext(
            "{number} member rests on a copy of a UNESCO page on another site; it is named but not linked.",
            "{number} members rest on copies of UNESCO pages on other sites; these are named but not linked.",
            found.mirrored,
        ),
    )
    yield (
        found.profile_only,
        ngettext(
            "{number} member is known from its profile at UIL only; a profile can outlive a membership.",
            "{number} members are known from their profiles at UIL only; a profile can outlive a membership.",
            found.profile_only,
        ),
    )
    yield (
        found.corrected_counts,
        ngettext(
            "{number} announced total was changed by later official texts; both figures are kept.",
            "{number} announced totals were changed by later official texts; both figures are kept.",
            found.corrected_counts,
        ),
    )
    yield (
        found.not_counted,
        ngettext(
            "{number} city is called a member somewhere, but no page settles it; it is kept apart, not counted.",
            "{number} cities are called members somewhere, but no page settles it; they are kept apart, not counted.",
            found.not_counted,
        ),
    )


def licences() -> list[str]:
    """Return who may do what with which part."""
    return [
        _("**Code**: open source under the licence in the file LICENSE that comes with it (MIT)."),
        _(
            "**Compiled tables**: [{licence}]({url}). Name the Learning Cities Atlas, the version of the data, and "
            "GeoNames for the positions."
        ).format(licence=credits.CC_BY, url=credits.CC_BY_URL),
        _("**Facts from UNESCO and others**: taken as facts, with a link to the page. No text or picture was copied."),
    ]


def components_table() -> pd.DataFrame:
    """Return what others made, with use and licence."""
    return pd.DataFrame(
        {
            _("Made by others"): [f"[{each.name}]({each.url})" for each in credits.COMPONENTS],
            _("Used for"): [_(each.use) for each in credits.COMPONENTS],
            _("Licence"): [_(each.licence) for each in credits.COMPONENTS],
        }
    )


def accessibility() -> list[str]:
    """Return what is supported and what is not."""
    return [
        _(
            "The Atlas aims at WCAG 2.2, level AA. Every map and chart is followed by a table with the same values, "
            "and described in a text for screen readers. No value appears only under the mouse, and colour is never "
            "the only cue: regions also have a shape, goals a number and a name. Counts that change are announced."
        ),
        _(
            "On the map, Tab moves from control to control, the arrow keys move the map, and plus and minus zoom. The "
            "search and the list of members reach every city without the map. Motion stops when your system asks for "
            "less of it, and the colours follow its light or dark setting."
        ),
        _(
            "Known limits: tables are drawn as a picture with a hidden table beside it, which some screen readers read "
            "only in part, so every table can also be downloaded; and what the pages say is noted in English."
        ),
    ]


def corrections(data: str) -> list[str]:
    """Return what to do about a mistake; ``data`` is the address of the data page."""
    return [
        _(
            "Open the page behind the fact first: each row of the [data page]({link}) leads to it. If the page says "
            "something else, or a newer one does, contact whoever hosts this copy of the Atlas, or open an issue where "
            "its code is kept."
        ).format(link=data),
        _(
            "Give the name of the city, what is wrong, and the address of a public page that shows what is right. "
            "A correction is entered with its reason and its source, and appears with the next version of the data."
        ),
    ]
