"""What the replay says: its section, what happened in each year, and the words that its script fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from atlas.labels import sentence_case, year_label
from atlas.model import REGIONS, UNKNOWN_YEAR
from atlas.wording import gettext as _
from atlas.wording import ngettext, number, series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.summaries.replay import Joined, Year


def title() -> str:
    """Return the heading of the section."""
    return _("Replay: how the network grew")


def subtitle(undated: int) -> str:
    """Return what the replay shows; ``undated`` is the number of members shown without a published year."""
    what = _("The members shown appear on the map year by year, beside what happened in the whole network.")
    if not undated:
        return what
    return " ".join(
        (
            what,
            ngettext(
                "{number} member without a published year comes last, on its own.",
                "{number} members without a published year come last, on their own.",
                undated,
            ).format(number=number(undated)),
        )
    )


def open_label() -> str:
    """Return what opens the replay."""
    return _("Replay on the map")


def close_label() -> str:
    """Return what puts it away."""
    return _("Close the replay")


def map_title(shown: int) -> str:
    """Return the name of the map's frame."""
    return ngettext(
        "Replay of the {number} member shown on a map, year by year. The same years stand in the table below.",
        "Replay of the {number} members shown on a map, year by year. The same years stand in the table below.",
        shown,
    ).format(number=number(shown))


def source() -> str:
    """Return whom the replay counts, and whom not."""
    return _(
        "Counts: members listed in the Atlas today, by year of joining; cities that have left are not among them, so "
        "these are not the totals of the time. Conferences (triangles), awards and UNESCO’s counts concern the whole "
        "network."
    )


def happenings(year: Year) -> list[str]:
    """Return what happened in a year, each as a phrase."""
    said = [_("{event} ({city})").format(event=_(event), city=_(city)) for event, city in year.conferences]
    if year.awards:
        said.append(
            ngettext("{number} Learning City Award", "{number} Learning City Awards", year.awards).format(
                number=number(year.awards)
            )
        )
    said += [_intake(*intake) for intake in year.intakes]
    if year.counted is not None:
        said.append(_count(year.counted, year.later))
    return said


def _intake(cities: int, countries: int) -> str:
    return _("UNESCO admitted {cities} cities from {countries} countries").format(
        cities=number(cities), countries=number(countries)
    )


def _count(cities: int, later: str) -> str:
    words = (
        _("UNESCO counted {cities} cities, {later} in later texts") if later else _("UNESCO counted {cities} cities")
    )
    return words.format(cities=number(cities), later=number(int(later)) if later else "")


def texts() -> dict[str, Any]:
    """Return the words of the replay's script; it fills in what stands in braces.

    What is counted comes twice: as it reads for one, and for more than one.
    """
    return {
        "replay": _("Replay"),
        "play": _("Play"),
        "pause": _("Pause"),
        "back": _("One year back"),
        "on": _("One year on"),
        "year": _("Year of joining"),
        "step": _("{year}: {counts}"),
        "counts": _("{joined}, {so_far}"),
        "joined": [ngettext("{number} joined", "{number} joined", count) for count in (1, 2)],
        "so_far": _("{number} so far"),
        "members": [ngettext("{number} member", "{number} members", count) for count in (1, 2)],
        "in_all": _("{number} in all"),
        "undated": sentence_case(year_label(UNKNOWN_YEAR)),
        "undated_note": _("The year in which these members joined is not published."),
        "undated_short": _("n. p."),
        "apart": _("{number} without a published year"),
        "fresh": [
            ngettext("{number} of them joined in {year}", "{number} of them joined in {year}", count)
            for count in (1, 2)
        ],
        "and": _("; "),
        "regions": [_(region) for region in REGIONS],
    }


def table(years: Iterable[Year], joined: list[Joined]) -> pd.DataFrame:
    """Return the steps of the replay as a table."""
    happened = {str(year.year): sentence_case(series(happenings(year))) for year in years}
    return pd.DataFrame(
        {
            _("Year of joining"): [sentence_case(year_label(each.code)) for each in joined],
            _("Joined"): [each.joined for each in joined],
            _("So far"): [each.so_far for each in joined],
            _("In the whole network"): [happened.get(each.code, "") for each in joined],
        }
    )
