"""The reasons that can speak for a partner, one record each.

A new one is a record here: sliders, weights in links, scores, cards, columns of tables and files, command line and the
text on how the points are counted follow.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from babel import Locale

from atlas.labels import in_region, sentence_case, theme_in_sentence
from atlas.partners import similarity
from atlas.partners.time_zones import hours_ahead
from atlas.population import GEONAMES
from atlas.wording import gettext as _
from atlas.wording import listing, locale, mark, ngettext, number, series

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    import numpy as np
    from numpy.typing import NDArray

    from atlas.model import Network
    from atlas.partners.model import Contribution, Partner, Weights
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
    brief : callable
        Takes the same; returns the few words that stand in the one sentence about a partner, or empty text where what
        the two have in common is too little to be named there.
    fact : str
        The fact that it is judged by, as the name of what may be missing, marked for translation;
        :data:`NEVER_UNKNOWN` where it always can be judged.
    """

    code: str
    label: str
    rule: Callable[[], str]
    likeness: Callable[[Traits, int, Weights], NDArray[np.float64]]
    facts: Callable[[Traits, int, int], Facts]
    sentence: Callable[[Facts, Network], str]
    brief: Callable[[Facts, Network], str]
    fact: str


NEVER_UNKNOWN: Final = ""
_RELATED: Final = "related:"
_BRIEFLY: Final = 3
"""Themes named in the one sentence about a partner: the rarest."""

_REASONS_NAMED: Final = 4

_ALIKE: Final = 2.0
"""How many times larger the one of two populations of similar size may be."""


def _named_themes(facts: Facts, network: Network) -> tuple[list[str], list[str]]:
    """Return the themes that both state, and those that a cluster relates."""
    stated = [code for code in facts if not code.startswith(_RELATED)]
    related = [code.removeprefix(_RELATED) for code in facts if code.startswith(_RELATED)]
    named = [[theme_in_sentence(code, network.clusters) for code in codes] for codes in (stated, related)]
    return named[0], named[1]


def _shared_focus(facts: Facts, network: Network) -> str:
    stated, related = _named_themes(facts, network)
    told = {"themes": listing(stated), "related": listing(related)}
    if stated and related:
        return _("Both state {themes}; a cluster relates {related}.").format(**told)
    return (_("Both state {themes}.") if stated else _("A cluster relates {related}.")).format(**told)


def _brief_focus(facts: Facts, network: Network) -> str:
    stated, related = _named_themes(facts, network)
    if stated:
        return _("both work on {themes}").format(themes=listing(stated[:_BRIEFLY]))
    return _("related work on {themes}").format(themes=listing(related[:_BRIEFLY]))


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
    brief=_brief_focus,
    fact=mark("stated focus"),
)


def _populations(traits: Traits, own: int, other: int) -> Facts:
    """Return both numbers of inhabitants, then who gives each."""
    pair = (own, other)
    return (*(str(int(traits.population[at])) for at in pair), *(str(traits.population_source[at]) for at in pair))


def _both_populations(facts: Facts, _network: Network) -> str:
    own, other = _people(facts[0], facts[2]), _people(facts[1], facts[3])
    return _("Populations: {own} and {other}.").format(own=own, other=other)


def _brief_size(facts: Facts, _network: Network) -> str:
    smaller, larger = sorted(map(int, facts[:2]))
    return _("similar size") if larger <= _ALIKE * smaller else ""


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
    brief=_brief_size,
    fact=mark("population"),
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
    brief=lambda facts, _network: _("{km} km apart").format(km=number(int(facts[0]))),
    fact=mark("position"),
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


def _brief_clock(facts: Facts, _network: Network) -> str:
    hours = abs(float(facts[0]))
    if not hours:
        return _("same time of day")
    amount = 1 if hours == 1 else 2
    return ngettext("{hours} hour apart", "{hours} hours apart", amount).format(hours=number(hours))


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
    brief=_brief_clock,
    fact=mark("time zone"),
)


def _both_regions(facts: Facts, _network: Network) -> str:
    message = _("Both are {in_region}.") if facts[0] == facts[1] else _("The partner is {in_region}.")
    return message.format(in_region=in_region(facts[0]))


_REGION: Final = Reason(
    "region",
    mark("Region"),
    rule=lambda: _(
        "1 for the same regional group of UNESCO, else 0; the other way round where the question asks for another "
        "region."
    ),
    likeness=lambda traits, own, weights: ((traits.region == traits.region[own]) != weights.contrast).astype(float),
    # region of the partner, then that of the member that asks
    facts=lambda traits, own, other: tuple(str(traits.cities["region"].iloc[at]) for at in (other, own)),
    sentence=_both_regions,
    brief=lambda facts, _network: _("same region") if facts[0] == facts[1] else in_region(facts[0]),
    fact=NEVER_UNKNOWN,
)


def _shared_languages(traits: Traits, own: int, other: int) -> Facts:
    """Return the codes (CLDR) of the official languages of both countries."""
    return tuple(sorted(traits.languages[traits.country[own]] & traits.languages[traits.country[other]]))


def _official_languages(facts: Facts, _network: Network) -> str:
    return ngettext(
        "Shared official language: {languages}.", "Shared official languages: {languages}.", len(facts)
    ).format(languages=listing([_language_name(code, locale()) for code in facts]))


def _brief_languages(facts: Facts, _network: Network) -> str:
    return ngettext("shared language {languages}", "shared languages {languages}", len(facts)).format(
        languages=listing([_language_name(code, locale()) for code in facts])
    )


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
    brief=_brief_languages,
    fact=mark("official languages"),
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
    brief=lambda facts, _network: _("award in {years}").format(years=listing(facts)),
    fact=NEVER_UNKNOWN,
)

_COHORT: Final = Reason(
    "cohort",
    mark("Same year of joining"),
    rule=lambda: _("1 for the same published year of joining, else 0."),
    likeness=lambda traits, own, _weights: similarity.sameness(traits.cohort, traits.cohort[own]),
    facts=lambda traits, own, _other: (str(int(traits.cohort[own])),),
    sentence=lambda facts, _network: _("Both joined in {year}.").format(year=facts[0]),
    brief=lambda facts, _network: _("both joined in {year}").format(year=facts[0]),
    fact=mark("year of joining"),
)

_ALL: Final = (_FOCUS, _SIZE, _DISTANCE, _TIME_ZONE, _REGION, _LANGUAGE, _AWARD, _COHORT)
REASONS: Final = {each.code: each for each in _ALL}
"""Every reason by its code, in the order in which they are offered."""


def reason_label(reason: str) -> str:
    """Return the name of a reason, for a slider or a column, in the language in use."""
    return _(REASONS[reason].label)


def fact_label(reason: str) -> str:
    """Return what a reason is judged by, as the name of a fact, in the language in use."""
    return _(REASONS[reason].fact)


def describe(contribution: Contribution, network: Network) -> str:
    """Return what a reason rests on as a sentence about the two members, in the language in use."""
    return REASONS[contribution.reason].sentence(contribution.facts, network)


def describe_partner(partner: Partner, network: Network) -> str:
    """Return what speaks for a partner as one sentence, in the language in use: the strongest reasons, those first."""
    if named := brief_reasons(partner, network):
        return sentence_case(named) + "."
    # little speaks for the partner: the strongest reason as it is judged
    return describe(partner.contributions[0], network) if partner.contributions else ""


def brief_reasons(partner: Partner, network: Network, *, without: Collection[str] = ()) -> str:
    """Return the strongest reasons in few words, as part of a sentence; empty where none is worth naming.

    Parameters
    ----------
    partner : Partner
        Who it is.
    network : Network
        The whole network.
    without : collection of str
        Reasons that are not to be named.
    """
    told = [each for each in partner.contributions if each.reason not in without]
    briefs = (REASONS[each.reason].brief(each.facts, network) for each in told)
    return series([brief for brief in briefs if brief][:_REASONS_NAMED])
