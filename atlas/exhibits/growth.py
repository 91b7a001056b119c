"""The charts of how the network grew; most are about the whole network and are worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas.charts import growth as charts
from atlas.charts import intakes as intake_charts
from atlas.exhibits.chart import Chart
from atlas.kept import once_per_network
from atlas.summaries import growth
from atlas.wording import gettext as _
from atlas.words import cohorts as cohort_words
from atlas.words import filtering
from atlas.words import growth as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.palette import Tone


@once_per_network
def counts(network: Network) -> pd.DataFrame:
    """Return every published count of members."""
    return growth.summarise_counts(network.milestones)


@once_per_network
def events(network: Network) -> pd.DataFrame:
    """Return the conferences with the awards given there."""
    return growth.summarise_events(network.events, network.all_awards)


@once_per_network
def stock(network: Network, tone: Tone) -> Chart:
    """Return announced totals over time, with conferences and awards below."""
    published, held = counts(network), events(network)
    drop = growth.largest_drop(published)
    return Chart(
        charts.build_stock(
            published,
            column="cities_total",
            tone=tone,
            height=430,
            conferences=words.conference_marks(held),
            press_label=words.press_label(),
            drop=drop,
            drop_label=words.drop_label(drop),
        ),
        title=words.stock_title(published, drop),
        subtitle=words.stock_subtitle(),
        alt=words.stock_alt(published, held, drop),
        source=words.source(),
        notes=words.stock_notes(published),
        remark=filtering.do_not_apply(),
    )


@once_per_network
def cohorts(shown: Network, tone: Tone, *, whole: bool) -> Chart:
    """Return listed members by year of joining; announced intakes only beside the whole list."""
    table = growth.summarise_cohorts(shown)
    if not whole:
        table = table[table["listed"] > 0].reset_index(drop=True).assign(announced=pd.NA)
    return Chart(
        intake_charts.build_cohorts(
            table,
            labels=cohort_words.year_names(table["year"]),
            tone=tone,
            with_announced=whole,
            announced_label=cohort_words.announced_label(),
        ),
        title=cohort_words.cohorts_title(table),
        subtitle=cohort_words.cohorts_subtitle(whole=whole),
        alt=cohort_words.cohorts_alt(table),
        source=cohort_words.cohorts_source(whole=whole),
        remark=cohort_words.cohorts_remark(whole=whole),
    )


@once_per_network
def gaps(network: Network, tone: Tone) -> Chart | None:
    """Return why intakes do not add up to totals; None where no sum can be made."""
    table = growth.summarise_gaps(network.milestones)
    if table.empty:
        return None
    return Chart(
        intake_charts.build_gaps(
            table,
            labels=words.gap_names(table),
            texts=[words.gap_label(gap) for gap in table["gap"].tolist()],
            tone=tone,
        ),
        title=words.gaps_title(table),
        subtitle=words.gaps_subtitle(),
        alt=words.gaps_alt(table),
        source=words.source(),
        remark=filtering.do_not_apply(),
    )


@once_per_network
def cohort_regions(shown: Network, tone: Tone) -> Chart:
    """Return listed members by year of joining and region."""
    table = growth.summarise_cohort_regions(shown.cities)
    return Chart(
        intake_charts.build_cohort_regions(
            table,
            labels=cohort_words.year_names(dict.fromkeys(table["year"])),
            headings=cohort_words.region_headings(table),
            tone=tone,
        ),
        title=cohort_words.regions_title(table),
        subtitle=cohort_words.regions_subtitle(),
        alt=cohort_words.regions_alt(table),
        source=cohort_words.source(),
        remark=filtering.apply(),
    )


@once_per_network
def countries(network: Network, tone: Tone) -> Chart:
    """Return the countries that the network reached."""
    published = counts(network)
    return Chart(
        charts.build_stock(published, column="countries_total", tone=tone, height=250),
        title=words.countries_title(published),
        subtitle=words.countries_subtitle(),
        alt=words.countries_alt(published),
        source=words.source(),
        remark=filtering.do_not_apply(),
    )


@once_per_network
def member_states(network: Network, tone: Tone) -> Chart:
    """Return UNESCO's Member States by region, with and without a member listed here."""
    states, coverage = growth.summarise_member_states(network), network.coverage
    return Chart(
        intake_charts.build_member_states(
            states,
            labels=[_(region) for region in states["region"]],
            texts=cohort_words.states_texts(states),
            tone=tone,
        ),
        title=cohort_words.states_title(states),
        subtitle=cohort_words.states_subtitle(listed=coverage.countries, announced=coverage.announced_countries),
        alt=cohort_words.states_alt(states),
        source=cohort_words.states_source(),
        remark=filtering.do_not_apply(),
    )
