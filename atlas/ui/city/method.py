"""How the partner finder counts, in words and as a formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from atlas.partners import REASONS, reason_label
from atlas.partners.index import UNKNOWN_SHARE
from atlas.wording import gettext as _
from atlas.wording import number, percent

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.partners import Weights


def show_method(network: Network, weights: Weights) -> None:
    """Draw the explanation with the formula and the weights in use, folded away."""
    with st.expander(_("How the points are counted"), icon=":material/calculate:", key="method"):
        st.markdown("\n\n".join(_paragraphs(len(network))))
        st.code(_formula(weights), language=None, wrap_lines=True)


def _paragraphs(members: int) -> list[str]:
    return [
        _(
            "Each of {members} listed members is compared with the city, reason by reason. A reason says from 0 "
            "(nothing in common) to 1 how much two members have in common; its weight says how much that counts. "
            "The points of a reason are its share of all weights, and the points add up to the sum."
        ).format(members=number(members)),
        _(
            "A shared focus counts more the fewer members state it, so that a focus that everyone has says little. "
            "Weak evidence is left out. Distances are straight lines. Size is the population that a page states, else "
            "that of the town in GeoNames. Languages are those that are official in the countries, as Unicode CLDR "
            "lists them."
        ),
        _(
            "What is not published adds nothing, keeps {share} of its weight below the line, and is named on the card; "
            "nobody is left out for it. A high sum is a reason to write to a city, not a grade: the sums that two "
            "cities get are not comparable."
        ).format(share=percent(UNKNOWN_SHARE)),
    ]


def _formula(weights: Weights) -> str:
    """Return the formula with the weights as they are now."""
    terms = " + ".join(
        _("{weight} × {reason}").format(weight=number(weights.of(reason)), reason=reason_label(reason))
        for reason in REASONS
        if weights.of(reason)
    )
    total = number(round(sum(weights.of(reason) for reason in REASONS), 2))
    return _("sum = 100 × ({terms}) ÷ {total}").format(terms=terms or number(0), total=total)
