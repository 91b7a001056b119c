"""The charts of a country or region: members by year of joining, by stated theme and by country."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.charts.bars import Segment, build_rows
from atlas.charts.focus import build_themes
from atlas.charts.places import build_joining_years
from atlas.exhibits.chart import Chart
from atlas.model import NO_STATEMENT
from atlas.summaries import place
from atlas.wording import country_name, number
from atlas.wording import gettext as _
from atlas.words import filtering
from atlas.words import place as words
from atlas.words.focus import theme_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from atlas.model import Network
    from atlas.palette import Tone
    from atlas.summaries.compare import Profile
    from atlas.summaries.members import YearCount

THEMES: Final = 10
"""Themes drawn; the table holds all of them."""


def years(counted: Sequence[YearCount], tone: Tone) -> Chart | None:
    """Return the members by year of joining; None where the years tell nothing."""
    if not (title := words.years_title(counted)):
        return None
    return Chart(
        build_joining_years(counted, unknown=_("not publ."), tone=tone, height=240),
        title=title,
        subtitle=words.years_subtitle(),
        alt=words.years_alt(counted),
        source=words.members_source(),
        remark=filtering.apply(),
    )


def themes(profile: Profile, clusters: pd.DataFrame, tone: Tone) -> Chart:
    """Return what the members state, and for how many no statement was found."""
    drawn = pd.DataFrame(list(profile.themes.items())[:THEMES], columns=["code", "members"])
    return Chart(
        build_themes(
            drawn,
            missing=profile.members - profile.covered,
            labels=theme_names([*drawn["code"], NO_STATEMENT], clusters),
            tone=tone,
        ),
        title=words.themes_title(profile, clusters),
        subtitle=words.themes_subtitle(),
        alt=words.themes_alt(drawn["code"], profile, clusters),
        source=words.themes_source(),
        remark=words.themes_remark(len(profile.themes)),
    )


def countries(shown: Network, region: str, tone: Tone) -> Chart:
    """Return the members of a region by country."""
    counted = place.summarise_countries(shown)[region]
    members = [each.members for each in counted]
    return Chart(
        build_rows(
            labels=[country_name(each.iso3) for each in counted],
            segments=[Segment(members, tone.regions[region])],
            texts=[number(count) for count in members],
            tone=tone,
        ),
        title=words.countries_title(len(counted)),
        subtitle=words.countries_subtitle(),
        alt=words.countries_alt(counted),
        source=words.members_source(),
        remark=filtering.apply(),
    )
