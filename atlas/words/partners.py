"""What the partner finder says round its list: what was asked, what is missing, how the points are counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number, percent, series

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from atlas.partners import Weights


def found_sentence(city: str, found: int, weights: Weights) -> str:
    """Return what the list is: how many there are, and under which conditions.

    Parameters
    ----------
    city : str
        Name of the city that asks.
    found : int
        Number of partners in the list.
    weights : Weights
        What was asked.
    """
    return " ".join((_found(city, found), *_conditions(weights)))


def _found(city: str, found: int) -> str:
    if not found:
        return _("No member fits these conditions. Choose another question, or allow every region.")
    return ngettext(
        "{number} member {city} could contact. The order holds for {city} alone and is not a ranking.",
        "{number} members {city} could contact. The order holds for {city} alone and is not a ranking.",
        found,
    ).format(number=number(found), city=city)


def _conditions(weights: Weights) -> Iterator[str]:
    if weights.winners_only:
        yield _("Only members that received the Learning City Award are asked.")
    if weights.max_km is not None:
        yield _("Only members within {km} km in a straight line are asked.").format(km=number(weights.max_km))
    if weights.contrast:
        yield _("A different region speaks for a partner.")


def missing(city: str, own: Sequence[str], of_partners: Mapping[str, Sequence[str]]) -> list[str]:
    """Return which facts the order had to do without, each said once above the list.

    Parameters
    ----------
    city : str
        Name of the city that asks.
    own : sequence of str
        Names of the facts that are not published for it.
    of_partners : mapping
        Names of the partners for which a fact is not published, by the name of the fact.
    """
    found = []
    if own:
        found.append(
            _("Not published for {city}, so without influence on the order: {facts}.").format(
                city=city, facts=listing(own)
            )
        )
    if of_partners:
        facts = series(
            _("{fact} ({names})").format(fact=fact, names=listing(names)) for fact, names in of_partners.items()
        )
        found.append(_("Not published for some of the partners: {facts}.").format(facts=facts))
    return found


def total_heading() -> str:
    """Return the heading of the total of points."""
    return _("Total, out of 100")


def method(members: int, share: float) -> tuple[str, str]:
    """Return how the points are counted: what is said before the rules of the reasons, and what after.

    Parameters
    ----------
    members : int
        Number of listed members.
    share : float
        How much of the weight of an unknown reason stays below the line.
    """
    before = _(
        "Each of {members} listed members is compared with the city, reason by reason. A reason says from 0 "
        "(nothing in common) to 1 how much two members have in common; its weight says how much that counts. "
        "The points of a reason are its share of all weights, and the points add up to the total."
    )
    after = _(
        "What is not published adds nothing, keeps {share} of its weight below the line, and is named above the list; "
        "nobody is left out for it. A high total is a reason to write to a city, not a grade: totals of two cities "
        "are not comparable."
    )
    return before.format(members=number(members)), after.format(share=percent(share))


def formula(weighed: Iterable[tuple[str, float]]) -> str:
    """Return the formula with the weights as they are now.

    Parameters
    ----------
    weighed : iterable of (str, float)
        Name and weight of each reason; those without weight are left out.
    """
    counting = [(name, weight) for name, weight in weighed if weight]
    terms = [_("{weight} × {reason}").format(weight=number(weight), reason=name) for name, weight in counting]
    total = number(round(sum(weight for _name, weight in counting), 2))
    return _("total = 100 × ({terms}) ÷ {total}").format(terms=" + ".join(terms) or number(0), total=total)


def unknown_question(value: str) -> str:
    """Return what is said of a link that asks a question nobody knows."""
    return _("The link asks for the question “{value}”, which is not known. It is ignored.").format(value=value)


def unknown_weight(reason: str, value: str, most: int) -> str:
    """Return what is said of a link whose weight of a reason is none."""
    return _(
        "The link gives the weight “{name}” as “{value}”, which is no whole number from 0 to {most}. It is ignored."
    ).format(name=reason, value=value, most=number(most))


def unknown_wish(name: str, value: str) -> str:
    """Return what is said of a link that says something else that nobody knows."""
    return _("The link says {name}={value}, which the partner finder does not know. It is ignored.").format(
        name=name, value=value
    )
