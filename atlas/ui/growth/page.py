"""The cards of the page "Growth": each puts a summary, a figure, its words and its table together.

What is made of a network alone is kept with it; most cards are about the whole network and are worked out once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import pandas as pd

from atlas.charts import growth as charts
from atlas.charts import intakes as intake_charts
from atlas.html import render
from atlas.kept import once_per_network
from atlas.summaries import growth
from atlas.ui.parts import cards
from atlas.ui.parts.cards import Chart, Fold
from atlas.wording import gettext as _
from atlas.words import cohorts as cohort_words
from atlas.words import growth as words

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.model import Network
    from atlas.palette import Tone
    from atlas.ui.frame.shell import View


_CITIES_HEIGHT: Final = 430
_COUNTRIES_HEIGHT: Final = 250


@once_per_network
def lead(network: Network) -> str:
    """Return the sentence above the page."""
    return words.lead(_counts(network), growth.summarise_intakes(network.milestones))


@once_per_network
def _counts(network: Network) -> pd.DataFrame:
    return growth.summarise_counts(network.milestones)


@once_per_network
def _events(network: Network) -> pd.DataFrame:
    return growth.summarise_events(network.events, network.all_awards)


def show_stock(view: View) -> None:
    """Draw the hero: announced totals over time, with conferences and awards below."""
    network = view.network
    cards.show_card(
        _stock(network, cards.current_tone()),
        key="stock",
        table=lambda: words.counts_table(_counts(network)),
        folds=[Fold("events", words.events_label(), lambda: words.events_table(_events(network)))],
    )


@once_per_network
def _stock(network: Network, tone: Tone) -> Chart:
    counts, events = _counts(network), _events(network)
    drop = growth.largest_drop(counts)
    return Chart(
        charts.build_stock(
            counts,
            column="cities_total",
            tone=tone,
            height=_CITIES_HEIGHT,
            conferences=words.conference_marks(events),
            press_label=words.press_label(),
            drop=drop,
            drop_label=words.drop_label(drop),
        ),
        title=words.stock_title(counts, drop),
        subtitle=words.stock_subtitle(),
        alt=words.stock_alt(counts, events, drop),
        source=words.source(),
        notes=words.stock_notes(counts),
    )


def show_cohorts(view: View) -> None:
    """Draw listed members by year of joining; announced intakes only beside the whole list."""
    whole = len(view.shown) == len(view.network)
    cards.show_card(
        _cohorts(view.shown, cards.current_tone(), whole=whole),
        key="cohorts",
        table=lambda: cohort_words.cohorts_table(growth.summarise_cohorts(view.shown)),
    )


@once_per_network
def _cohorts(shown: Network, tone: Tone, *, whole: bool) -> Chart:
    cohorts = growth.summarise_cohorts(shown)
    if not whole:
        cohorts = cohorts[cohorts["listed"] > 0].assign(announced=pd.NA)
    return Chart(
        intake_charts.build_cohorts(
            cohorts,
            labels=cohort_words.year_names(cohorts["year"]),
            tone=tone,
            with_announced=whole,
            announced_label=cohort_words.announced_label(),
        ),
        title=cohort_words.cohorts_title(cohorts),
        subtitle=cohort_words.cohorts_subtitle(whole=whole),
        alt=cohort_words.cohorts_alt(cohorts),
        source=cohort_words.cohorts_source(whole=whole),
    )


def show_gaps(view: View) -> None:
    """Draw why intakes do not add up to totals."""
    milestones = view.network.milestones
    if chart := _gaps(view.network, cards.current_tone()):
        cards.show_card(chart, key="gaps", table=lambda: words.gaps_table(growth.summarise_gaps(milestones)))


@once_per_network
def _gaps(network: Network, tone: Tone) -> Chart | None:
    gaps = growth.summarise_gaps(network.milestones)
    if gaps.empty:
        return None
    return Chart(
        intake_charts.build_gaps(
            gaps, labels=words.gap_names(gaps), texts=[words.gap_label(gap) for gap in gaps["gap"].tolist()], tone=tone
        ),
        title=words.gaps_title(gaps),
        subtitle=words.gaps_subtitle(),
        alt=words.gaps_alt(gaps),
        source=words.source(),
    )


def show_regions(view: View) -> None:
    """Draw listed members by year of joining and region."""
    cards.show_card(
        _regions(view.shown, cards.current_tone()),
        key="cohort_regions",
        table=lambda: cohort_words.regions_table(growth.summarise_cohort_regions(view.shown.cities)),
    )


@once_per_network
def _regions(shown: Network, tone: Tone) -> Chart:
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
    )


def show_countries(view: View) -> None:
    """Draw the countries that the network reached, and since when each is known to have a member."""
    network = view.network
    cards.show_card(
        _countries(network, cards.current_tone()),
        key="countries",
        table=lambda: words.counts_table(_counts(network).dropna(subset="countries_total")),
        folds=[
            Fold(
                "first_members",
                cohort_words.first_members_label(),
                lambda: cohort_words.first_members_table(growth.summarise_first_members(view.shown.cities)),
            )
        ],
    )


@once_per_network
def _countries(network: Network, tone: Tone) -> Chart:
    counts = _counts(network)
    return Chart(
        charts.build_stock(counts, column="countries_total", tone=tone, height=_COUNTRIES_HEIGHT),
        title=words.countries_title(counts),
        subtitle=words.countries_subtitle(),
        alt=words.countries_alt(counts),
        source=words.source(),
    )


def show_member_states(view: View) -> None:
    """Draw UNESCO's Member States by region and name those without a member listed here."""
    network = view.network
    cards.show_card(
        _member_states(network, cards.current_tone()),
        key="member_states",
        table=lambda: cohort_words.states_table(growth.summarise_member_states(network)),
        folds=[Fold("without", cohort_words.states_without_label(), lambda: _states_without(network))],
    )


@once_per_network
def _member_states(network: Network, tone: Tone) -> Chart:
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
    )


@once_per_network
def _states_without(network: Network) -> Markup:
    groups = cohort_words.states_without(growth.summarise_member_states(network))
    return render("named_groups", groups=groups, level=3)
