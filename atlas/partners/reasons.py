"""The reasons that can speak for a partner, one record each.

A new one is a record here: sliders, weights in links, scores, cards, columns of tables and files, command line and the
text on how the points are counted follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale

from atlas.labels import theme_label
from atlas.partners import similarity
from atlas.partners.time_zones import hours_ahead
from atlas.population import GEONAMES
from atlas.wording import gettext as _
from atlas.wording import listing, locale, mark, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    from numpy.typing import NDArray

    from atlas.model import Network
    from atlas.partners.model import Contribution, Weights
    from atlas.partners.traits import Traits

    Facts = tuple[str, ...]


@dataclass(frozen=True)
class Reason:
    """Something that can speak for a partner.

    Attributes
    ----------
    code : str
        Name in weights, links and files.
    label : str
        What it is called, marked for translation.
    rule : callable
        Returns how it is judged, as a sentence in the language in use.
    likeness : callable
        Takes the traits, the row of the member that asks and the weights; returns how much speaks for each member,
        shape (members,), from 0 to 1, NaN where nobody can tell.
    facts : callable
        Takes the traits and the rows of the member that asks and of the partner; returns what the likeness of the two
        rests on, as codes.
    sentence : callable
        Takes these codes and the network; returns them as a sentence in the language in use.
    gap : str
        Why it cannot be judged for a pair, marked for translation; :data:`NEVER_UNKNOWN` where it always can.
    """

    code: str
    label: str
    rule: Callable[[], str]
    likeness: Callable[[Traits, int, Weights], NDArray[np.float64]]
    facts: Callable[[Traits, int, int], Facts]
    sentence: Callable[[Facts, Network], str]
    gap: str


NEVER_UNKNOWN: Final = ""


def _shared_focus(facts: Facts, network: Network) -> str:
    themes = {code: theme_label(code.removeprefix("related:"), network.clusters) for code in facts}
    stated = [theme for code, theme in themes.items() if not code.startswith("related:")]
    related = [theme for code, theme in themes.items() if code.startswith("related:")]
    if stated and related:
        return _("Both state: {themes}. Related through a cluster: {related}.").format(
            themes=listing(stated), related=listing(related)
        )
    if stated:
        return _("Both state: {themes}.").format(themes=listing(stated))
    return _("Related through a cluster: {related}.").format(related=listing(related))


_FOCUS: Final = Reason(
    "focus",
    mark("Shared focus"),
    rule=lambda: _(
        "From the themes, clusters and goals that both state: one counts more the fewer members state it, so that a "
        "focus that everyone has says little. Weak evidence is left out."
    ),
    likeness=lambda traits, own, _weights: traits.focus.likeness(own),
    # cluster:<id>, sdg:<n> or a theme, rarest first; related:<theme> where one of the two does not state it itself
    facts=lambda traits, own, other: traits.focus.shared(own, other),
    sentence=_shared_focus,
    gap=mark("A stated focus is missing for at least one of the two."),
)


def _populations(traits: Traits, own: int, other: int) -> Facts:
    """Return both numbers of inhabitants, then who gives each."""
    pair = (own, other)
    return (*(str(int(traits.population[at])) for at in pair), *(str(traits.population_source[at]) for at in pair))


def _both_populations(facts: Facts, _network: Network) -> str:
    own, other = _people(facts[0], facts[2]), _people(facts[1], facts[3])
    return _("Populations of {own} and {other}.").format(own=own, other=other)


def _people(inhabitants: str, source: str) -> str:
    text = number(int(inhabitants))
    return _("{number} (town, GeoNames)").format(number=text) if source == GEONAMES else text


_SIZE: Final = Reason(
    "size",
    mark("Similar size"),
    rule=lambda: _(
        "1 for equal populations, 0 when one is ten times the other or more. The population is the one that a page "
        "states, else that of the town in GeoNames."
    ),
    likeness=lambda traits, own, _weights: similarity.size_likeness(traits.population, traits.population[own]),
    facts=_populations,
    sentence=_both_populations,
    gap=mark("The population is missing for at least one of the two."),
)

_DISTANCE: Final = Reason(
    "distance",
    mark("Short distance"),
    rule=lambda: _("1 for the same place, a half at {km} km; in a straight line.").format(
        km=number(similarity.NEAR_KM)
    ),
    likeness=lambda traits, own, _weights: similarity.nearness(traits.km(own)),
    facts=lambda traits, own, other: (str(round(float(traits.km(own)[other]))),),
    sentence=lambda facts, _network: _("{km} km apart in a straight line.").format(km=number(int(facts[0]))),
    gap=mark("The position is missing for at least one of the two."),
)


def _partners_clock(facts: Facts, _network: Network) -> str:
    hours = float(facts[0])
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


_TIME_ZONE: Final = Reason(
    "time_zone",
    mark("Working hours in common"),
    rule=lambda: _("The share of a working day of {hours} hours that both clocks have in common.").format(
        hours=number(similarity.WORKING_DAY_HOURS)
    ),
    likeness=lambda traits, own, _weights: similarity.common_working_hours(
        hours_ahead(traits.offset, traits.offset[own])
    ),
    # hours by which the partner's clock is ahead
    facts=lambda traits, own, other: (f"{hours_ahead(traits.offset[[other]], traits.offset[own])[0]:g}",),
    sentence=_partners_clock,
    gap=mark("The time zone is missing for at least one of the two."),
)

_REGION: Final = Reason(
    "region",
    mark("Region"),
    rule=lambda: _(
        "1 for the same regional group of UNESCO, else 0; the other way round where the question asks for another "
        "region."
    ),
    likeness=lambda traits, own, weights: ((traits.region == traits.region[own]) != weights.contrast).astype(float),
    facts=lambda traits, _own, other: (str(traits.cities["region"].iloc[other]),),
    sentence=lambda facts, _network: _("Region of the partner: {region}.").format(region=_(facts[0])),
    gap=NEVER_UNKNOWN,
)


def _shared_languages(traits: Traits, own: int, other: int) -> Facts:
    """Return the codes (CLDR) of the official languages of both countries."""
    return tuple(sorted(traits.languages[traits.country[own]] & traits.languages[traits.country[other]]))


def _official_languages(facts: Facts, _network: Network) -> str:
    return ngettext(
        "Shared official language: {languages}.", "Shared official languages: {languages}.", len(facts)
    ).format(languages=listing([_language_name(code, locale()) for code in facts]))


@cache
def _language_name(code: str, spoken: str) -> str:
    return str(Locale.parse(spoken).languages.get(code, code))


_LANGUAGE: Final = Reason(
    "language",
    mark("Language of the country"),
    rule=lambda: _("1 where the countries share an official language, as Unicode CLDR lists them, else 0."),
    likeness=lambda traits, own, _weights: traits.common[traits.country[own]][traits.country],
    facts=_shared_languages,
    sentence=_official_languages,
    gap=mark("The official languages are missing for at least one of the two countries."),
)

_AWARD: Final = Reason(
    "award",
    mark("Learning City Award"),
    rule=lambda: _("1 where the partner received the Learning City Award, else 0."),
    likeness=lambda traits, _own, _weights: traits.award,
    facts=lambda traits, _own, other: traits.award_years[str(traits.cities.index[other])],
    sentence=lambda facts, _network: _("The partner received the Learning City Award in {years}.").format(
        years=listing(facts)
    ),
    gap=NEVER_UNKNOWN,
)

_COHORT: Final = Reason(
    "cohort",
    mark("Same year of joining"),
    rule=lambda: _("1 for the same published year of joining, else 0."),
    likeness=lambda traits, own, _weights: similarity.sameness(traits.cohort, traits.cohort[own]),
    facts=lambda traits, own, _other: (str(int(traits.cohort[own])),),
    sentence=lambda facts, _network: _("Both joined in {year}.").format(year=facts[0]),
    gap=mark("The year of joining is missing for at least one of the two."),
)

_ALL: Final = (_FOCUS, _SIZE, _DISTANCE, _TIME_ZONE, _REGION, _LANGUAGE, _AWARD, _COHORT)
REASONS: Final = {each.code: each for each in _ALL}
"""Every reason by its code, in the order in which they are offered."""


def reason_label(reason: str) -> str:
    """Return the name of a reason, for a slider or a column, in the language in use."""
    return _(REASONS[reason].label)


def unknown_label(reason: str) -> str:
    """Return the sentence that says why a reason could not be judged for a pair, in the language in use."""
    return _(REASONS[reason].gap)


def describe(contribution: Contribution, network: Network) -> str:
    """Return what a reason rests on as a sentence about the two members, in the language in use."""
    return REASONS[contribution.reason].sentence(contribution.facts, network)
