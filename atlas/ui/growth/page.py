"""The cards of the page "Growth": each puts a chart, its table and what is folded away together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.exhibits import growth as charts
from atlas.html import render
from atlas.kept import once_per_network
from atlas.summaries import growth
from atlas.ui.parts import cards
from atlas.ui.parts.cards import Fold
from atlas.ui.parts.pictures import picture_fold
from atlas.words import cohorts as cohort_words
from atlas.words import growth as words

if TYPE_CHECKING:
    from markupsafe import Markup

    from atlas.model import Network
    from atlas.ui.frame.shell import View


_CITIES_HEIGHT: Final = 430
_COUNTRIES_HEIGHT: Final = 250


@once_per_network
def lead(network: Network) -> str:
    """Return the sentence above the page."""
    return words.lead(charts.counts(network), growth.summarise_intakes(network.milestones))


def show_stock(view: View) -> None:
    """Draw the hero: announced totals over time, with conferences and awards below."""
    network = view.network
    cards.show_card(
        charts.stock(network, cards.current_tone()),
        key="stock",
        table=lambda: words.counts_table(charts.counts(network)),
        folds=[
            Fold("events", words.events_label(), lambda: words.events_table(charts.events(network))),
            picture_fold(["stock"], view),
        ],
    )


def show_cohorts(view: View) -> None:
    """Draw listed members by year of joining; announced intakes only beside the whole list."""
    whole = len(view.shown) == len(view.network)
    cards.show_card(
        charts.cohorts(view.shown, cards.current_tone(), whole=whole),
        key="cohorts",
        table=lambda: cohort_words.cohorts_table(growth.summarise_cohorts(view.shown)),
        folds=[picture_fold(["cohorts"], view)],
    )


def show_gaps(view: View) -> None:
    """Draw why intakes do not add up to totals."""
    milestones = view.network.milestones
    if chart := charts.gaps(view.network, cards.current_tone()):
        cards.show_card(
            chart,
            key="gaps",
            table=lambda: words.gaps_table(growth.summarise_gaps(milestones)),
            folds=[picture_fold(["gaps"], view)],
        )


def show_regions(view: View) -> None:
    """Draw listed members by year of joining and region."""
    cards.show_card(
        charts.cohort_regions(view.shown, cards.current_tone()),
        key="cohort_regions",
        table=lambda: cohort_words.regions_table(growth.summarise_cohort_regions(view.shown.cities)),
        folds=[picture_fold(["cohort_regions"], view)],
    )


def show_countries(view: View) -> None:
    """Draw the countries that the network reached, and since when each is known to have a member."""
    network = view.network
    cards.show_card(
        charts.countries(network, cards.current_tone()),
        key="countries",
        table=lambda: words.counts_table(charts.counts(network).dropna(subset="countries_total")),
        folds=[
            Fold(
                "first_members",
                cohort_words.first_members_label(),
                lambda: cohort_words.first_members_table(growth.summarise_first_members(view.shown.cities)),
            ),
            picture_fold(["countries"], view),
        ],
    )


def show_member_states(view: View) -> None:
    """Draw UNESCO's Member States by region and name those without a member listed here."""
    network = view.network
    cards.show_card(
        charts.member_states(network, cards.current_tone()),
        key="member_states",
        table=lambda: cohort_words.states_table(growth.summarise_member_states(network)),
        folds=[
            Fold("without", cohort_words.states_without_label(), lambda: _states_without(network)),
            picture_fold(["member_states"], view),
        ],
    )


@once_per_network
def _states_without(network: Network) -> Markup:
    groups = cohort_words.states_without(growth.summarise_member_states(network))
    return render("named_groups", groups=groups, level=3)
