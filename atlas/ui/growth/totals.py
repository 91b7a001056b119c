"""The cards of the page "Growth": each puts a summary, a figure, its words and its table together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pandas as pd

from atlas.charts import growth as charts
from atlas.summaries import growth
from atlas.ui.parts import cards
from atlas.wording import country_name, day, listing
from atlas.wording import gettext as _
from atlas.words import growth as words

if TYPE_CHECKING:
    from atlas.ui.frame.shell import View


def lead(view: View) -> str:
    """Return the sentence above the page."""
    milestones = view.network.milestones
    return words.lead(growth.summarise_counts(milestones), growth.summarise_intakes(milestones))


def announced_source() -> str:
    """Return the source line of published counts."""
    return _("Source: UNESCO, UIL and the press, count by count in the table.")


def show_stock(view: View) -> None:
    """Draw the hero: announced totals over time, with conferences and awards below."""
    counts = growth.summarise_counts(view.network.milestones)
    events = growth.summarise_events(view.network.events, view.network.all_awards)
    cards.show_chart(
        charts.build_stock(
            counts,
            column="cities_total",
            tone=cards.current_tone(),
            height=430,
            conferences=words.conference_marks(events),
            press_label=words.press_label(),
        ),
        key="stock",
        title=words.stock_title(counts),
        subtitle=_(
            "Cities in the whole network as published; the filters do not apply. Points on the line are UNESCO’s "
            "own counts (hollow: changed later), diamonds those of the press. Triangles are conferences with the "
            "awards given there."
        ),
        alt=words.stock_alt(counts, events),
        table=_counts_table(counts),
        source=announced_source(),
    )
    cards.show_note(" ".join(words.stock_notes(counts)))
    cards.show_table(_events_table(events), key="events", label=_("Conferences and awards as a table"))


def _counts_table(counts: pd.DataFrame) -> pd.DataFrame:
    voices = {"unesco": _("UNESCO"), "corrected": _("UNESCO, corrected"), "press": _("other source")}
    return pd.DataFrame(
        {
            _("Date"): counts.apply(words.when, axis=1),
            _("Cities"): counts["cities_total"],
            _("Countries"): counts["countries_total"],
            _("Counted by"): counts["voice"].map(voices),
            _("Later texts say"): counts["superseded_by"],
            _("What was published"): counts["event"].map(_),
            _("Remark"): counts["note"].map(_),
            _("Source"): counts["source_url"],
        }
    )


def _events_table(events: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Date"): [day(when) for when in events["day"]],
            _("Conference"): [_(event) for event in events["event"]],
            _("City"): [_(city) for city in events["city"]],
            _("Outcome"): [_(outcome) for outcome in events["outcome"]],
            _("Learning City Awards"): events["awards"],
            _("Source"): events["source_url"],
        }
    )


def show_countries(view: View) -> None:
    """Draw the countries that the network reached, and since when each is known to have a member."""
    counts = growth.summarise_counts(view.network.milestones)
    cards.show_chart(
        charts.build_stock(counts, column="countries_total", tone=cards.current_tone(), height=250),
        key="countries",
        title=words.countries_title(counts),
        subtitle=_("Countries with a member, as published, for the whole network; the filters do not apply."),
        alt=words.countries_alt(counts),
        table=_counts_table(counts.dropna(subset="countries_total")),
        source=announced_source(),
    )
    first = growth.summarise_first_members(view.shown.cities)
    table = pd.DataFrame(
        {
            _("Country"): [country_name(code) for code in first["iso3"]],
            _("Member at the latest by"): [day(date.fromisoformat(when)) for when in first["day"]],
            _("First members listed"): [listing(names) for names in first["names"]],
        }
    )
    cards.show_table(table, key="first_members", label=_("Since when each country has a member (follows the filters)"))
