"""Reasons for a partner in sentences, in the visitor's language."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale

from atlas.labels import theme_label
from atlas.population import GEONAMES
from atlas.wording import gettext as _
from atlas.wording import listing, locale, mark, ngettext, number

if TYPE_CHECKING:
    import pandas as pd

    from atlas.partners.model import Contribution

_REASONS: Final = {
    "focus": mark("Shared focus"),
    "size": mark("Similar size"),
    "distance": mark("Short distance"),
    "time_zone": mark("Working hours in common"),
    "region": mark("Region"),
    "language": mark("Language of the country"),
    "award": mark("Learning City Award"),
    "cohort": mark("Same year of joining"),
}
_PRESETS: Final = {
    "alike": mark("Most alike"),
    "elsewhere": mark("Same challenge elsewhere in the world"),
    "day_travel": mark("Within a day’s travel"),
    "mentor": mark("Mentor: an award winner with our theme"),
}
_UNKNOWN: Final = {
    "focus": mark("A stated focus is not published for both."),
    "size": mark("The population is not known for both."),
    "distance": mark("The position is not known for both."),
    "time_zone": mark("The time zone is not known for both."),
    "language": mark("The official languages are not known for both countries."),
    "cohort": mark("The year of joining is not published for both."),
}


def reason_label(reason: str) -> str:
    """Return the name of a reason, for a slider or a bar."""
    return _(_REASONS[reason])


def preset_label(preset: str) -> str:
    """Return the name of a set of weights."""
    return _(_PRESETS[preset])


def unknown_label(reason: str) -> str:
    """Return the sentence that says why a reason could not be judged for a pair."""
    return _(_UNKNOWN[reason])


def describe(contribution: Contribution, clusters: pd.DataFrame) -> str:
    """Return a reason as a sentence about the two members.

    Parameters
    ----------
    contribution : Contribution
        Its facts are put into words.
    clusters : pandas.DataFrame
        The network's clusters, for their names.
    """
    facts = contribution.facts
    match contribution.reason:
        case "focus":
            return _focus(facts, clusters)
        case "size":
            own, other = _people(facts[0], facts[2]), _people(facts[1], facts[3])
            return _("Populations of {own} and {other}.").format(own=own, other=other)
        case "distance":
            return _("{km} km apart in a straight line.").format(km=number(int(facts[0])))
        case "time_zone":
            return _time_zone(float(facts[0]))
        case "region":
            return _("Region of the partner: {region}.").format(region=_(facts[0]))
        case "language":
            names = listing([_language_name(code, locale()) for code in facts])
            return _("Official in both countries according to Unicode CLDR: {languages}.").format(languages=names)
        case "award":
            return _("The partner received the Learning City Award in {years}.").format(years=listing(facts))
        case _:
            return _("Both joined in {year}.").format(year=facts[0])


def _people(inhabitants: str, source: str) -> str:
    text = number(int(inhabitants))
    return _("{number} (town, GeoNames)").format(number=text) if source == GEONAMES else text


def _focus(facts: tuple[str, ...], clusters: pd.DataFrame) -> str:
    stated = [theme_label(code, clusters) for code in facts if not code.startswith("related:")]
    related = [theme_label(code.removeprefix("related:"), clusters) for code in facts if code.startswith("related:")]
    if stated and related:
        return _("Both state: {themes}. Related through a cluster: {related}.").format(
            themes=listing(stated), related=listing(related)
        )
    if stated:
        return _("Both state: {themes}.").format(themes=listing(stated))
    return _("Related through a cluster: {related}.").format(related=listing(related))


def _time_zone(hours: float) -> str:
    if not hours:
        return _("The same time of day.")
    # The plural follows the number as it is written: 1.5 hours take the form of 2.
    amount = 1 if abs(hours) == 1 else 2
    if hours > 0:
        text = ngettext(
            "The partner’s clock is {hours} hour ahead.", "The partner’s clock is {hours} hours ahead.", amount
        )
    else:
        text = ngettext(
            "The partner’s clock is {hours} hour behind.", "The partner’s clock is {hours} hours behind.", amount
        )
    return text.format(hours=number(abs(hours)))


@cache
def _language_name(code: str, spoken: str) -> str:
    return str(Locale.parse(spoken).languages.get(code, code))
