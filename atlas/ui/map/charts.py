"""What answers the map and filters it: the key of the regions on it, and beside it themes and years of joining."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from atlas.charts import facets as charts
from atlas.model import NO_STATEMENT, UNKNOWN_YEAR
from atlas.palette import SHAPES
from atlas.summaries.facets import count_without, every_year, facet, leading_themes
from atlas.ui.frame import filters, links
from atlas.ui.parts.cards import current_tone
from atlas.ui.parts.facet_charts import FacetChart, Row, show_facet_charts
from atlas.wording import gettext as _
from atlas.words import map as words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from atlas.ui.frame.shell import View

_NO_SHAPES: Final[dict[str, str]] = {}
_ROWS: Final = 10
"""Bars that the screen of a laptop has room for, the one without a statement among them."""


def show_charts(view: View) -> None:
    """Draw all three; none heeds its own filter, so that every bar stays within reach of a second click."""
    show_facet_charts([_regions(view), _themes(view), _years(view)], key="facets", on_press=filters.toggle)


def _regions(view: View) -> FacetChart:
    counted = facet(view.network, view.selection, "region")
    labels = [_(region) for region in counted]
    return FacetChart(
        filter="region",
        kind="key",
        rows=_rows(counted, labels, labels, view.selection["region"], shapes=SHAPES),
        title=_("Members by region"),
    )


def _themes(view: View) -> FacetChart:
    counted, chosen = facet(view.network, view.selection, "focus"), view.selection["focus"]
    clusters, drawn = view.network.clusters, leading_themes(counted, chosen, _ROWS)
    labels = words.theme_labels(drawn, clusters)
    return FacetChart(
        filter="focus",
        kind="rows",
        figure=charts.build_facet_rows(drawn, unknown=NO_STATEMENT, chosen=chosen, rows=_ROWS, tone=current_tone()),
        rows=_rows(drawn, labels, labels, chosen),
        title=words.themes_title(counted, clusters),
        subtitle=words.themes_subtitle(count_without(view.network, view.selection, "focus") - counted[NO_STATEMENT]),
        alt=words.themes_alt(drawn, clusters),
        links=[(_("All themes"), links.address("focus")), (_("Sources"), links.address("data"))],
    )


def _years(view: View) -> FacetChart:
    counted, chosen = facet(view.network, view.selection, "year"), view.selection["year"]
    drawn = every_year(counted)
    return FacetChart(
        filter="year",
        kind="columns",
        figure=charts.build_facet_columns(drawn, unknown=UNKNOWN_YEAR, chosen=chosen, tone=current_tone()),
        rows=_rows(drawn, words.year_labels(drawn), words.year_names(drawn), chosen),
        title=words.years_title(counted),
        subtitle=words.years_subtitle(),
        alt=words.years_alt(drawn),
        links=[(_("Growth of the network"), links.address("growth")), (_("Sources"), links.address("data"))],
    )


def _rows(
    counts: Mapping[str, int],
    labels: list[str],
    names: list[str],
    chosen: tuple[str, ...],
    shapes: Mapping[str, str] = _NO_SHAPES,
) -> list[Row]:
    return [
        Row(code, label, words.bar_name(name, members), code in chosen, members, shapes.get(code, ""))
        for (code, members), label, name in zip(counts.items(), labels, names, strict=True)
    ]
