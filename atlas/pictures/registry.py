"""The pictures that can be taken away, one record each.

A further one is a record here; files, what a story draws and the command line follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from atlas.exhibits import compare, focus, growth, place
from atlas.selection import Selection
from atlas.wording import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    from atlas.exhibits.chart import Chart
    from atlas.palette import Tone
    from atlas.pictures.scope import Scope

    Make: TypeAlias = Callable[[Scope, Tone], Chart | None]


@dataclass(frozen=True)
class Picture:
    """Something that can be drawn.

    Attributes
    ----------
    code : str
        Name on the command line and in file names.
    title : str
        What it is called in a list, marked for translation.
    make : callable, optional
        Makes the chart, or nothing where there is none to tell; a picture without it is the map of the members.
    follows : callable
        Which of the filters its numbers follow.
    """

    code: str
    title: str
    make: Make | None
    follows: Callable[[Selection], Selection]


def _all(selection: Selection) -> Selection:
    return selection


def _none(_selection: Selection) -> Selection:
    return Selection()


def _but_focus(selection: Selection) -> Selection:
    return selection.without("focus")


def _cohorts(scope: Scope, tone: Tone) -> Chart:
    return growth.cohorts(scope.shown, tone, whole=len(scope.shown) == len(scope.network))


def _themes(scope: Scope, tone: Tone) -> Chart:
    return focus.themes(scope.before_focus, scope.selection["focus"], tone, every=False)


def _place_countries(scope: Scope, tone: Tone) -> Chart | None:
    here = scope.place
    return place.countries(scope.shown, here.code, tone) if here and here.kind == "region" else None


_RECORDS: Final = (
    Picture("map", mark("Map of the members"), None, _all),
    Picture("stock", mark("Cities over time"), lambda scope, tone: growth.stock(scope.network, tone), _none),
    Picture("countries", mark("Countries over time"), lambda scope, tone: growth.countries(scope.network, tone), _none),
    Picture("cohorts", mark("Members by year of joining, beside intakes"), _cohorts, _all),
    Picture("gaps", mark("Why intakes do not add up"), lambda scope, tone: growth.gaps(scope.network, tone), _none),
    Picture(
        "cohort_regions",
        mark("Members by year of joining and region"),
        lambda scope, tone: growth.cohort_regions(scope.shown, tone),
        _all,
    ),
    Picture(
        "member_states",
        mark("Member States with and without a member"),
        lambda scope, tone: growth.member_states(scope.network, tone),
        _none,
    ),
    Picture("themes", mark("Stated themes"), _themes, _but_focus),
    Picture(
        "coverage",
        mark("Known focus by region"),
        lambda scope, tone: focus.coverage(scope.before_focus, tone),
        _but_focus,
    ),
    Picture(
        "themes_by_region",
        mark("Themes by region"),
        lambda scope, tone: focus.matrix(scope.shown, "region", scope.selection["focus"], tone),
        _all,
    ),
    Picture(
        "themes_by_period",
        mark("Themes by year of joining"),
        lambda scope, tone: focus.matrix(scope.shown, "period", scope.selection["focus"], tone),
        _all,
    ),
    Picture("goals", mark("Goals (SDG)"), lambda scope, tone: focus.goals(scope.shown, tone), _all),
    Picture("pairs", mark("Themes stated together"), lambda scope, tone: focus.pairs(scope.shown, tone), _all),
    Picture(
        "years", mark("Members by year of joining"), lambda scope, tone: place.years(scope.summary.years, tone), _all
    ),
    Picture(
        "place_themes",
        mark("Themes of the members shown"),
        lambda scope, tone: place.themes(scope.profile, scope.network.clusters, tone),
        _all,
    ),
    Picture(
        "compare_years",
        mark("Years of joining side by side"),
        lambda scope, tone: compare.years(scope.profiles, scope.network, tone),
        _all,
    ),
    Picture("place_countries", mark("Members of a region by country"), _place_countries, _all),
)
PICTURES: Final = {each.code: each for each in _RECORDS}
"""Every picture by its code, in the order in which they are listed."""
