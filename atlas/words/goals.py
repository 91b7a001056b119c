"""What is said of the goals that members' focus names or maps to, always with whose mapping it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas.labels import sdg_label, theme_label
from atlas.model import NETWORK_GOALS, rows
from atlas.palette import SDG_NAMES
from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number, series

if TYPE_CHECKING:
    from atlas.model import Network

_IN_A_TITLE = 3


def title(goals: pd.DataFrame) -> str:
    """Return the finding: the goal or goals that most statements lead to."""
    if goals.empty:
        return _("No statement names or maps to a goal other than those of the whole network")
    most = int(goals["members"].max())
    first = goals.loc[goals["members"] == most, "sdg"]
    if len(first) > _IN_A_TITLE:
        return ngettext(
            "No goal comes first: {goals} goals have {number} member each",
            "No goal comes first: {goals} goals have {number} members each",
            most,
        ).format(goals=number(len(first)), number=number(most))
    return _("Mapped to the Sustainable Development Goals, statements lead most often to {goals}").format(
        goals=listing([sdg_label(goal) for goal in first])
    )


def subtitle(covered: int) -> str:
    """Return whose the mapping is, what bars mean and of how many members."""
    return ngettext(
        "Our own mapping, not a UNESCO statement: pale and outlined where a theme maps to a goal by our table, solid "
        "where a source names the goal. Of {covered} member with a statement, counted once per goal.",
        "Our own mapping, not a UNESCO statement: pale and outlined where a theme maps to a goal by our table, solid "
        "where a source names the goal. Of {covered} members with a statement; each member counts once per goal.",
        covered,
    ).format(covered=number(covered))


def notes(goals: pd.DataFrame) -> list[str]:
    """Return what is said below the goals: on those of the whole network, and on those that nothing leads to."""
    return [sentence for sentence in (_of_the_network(goals), _absent(goals)) if sentence]


def _of_the_network(goals: pd.DataFrame) -> str:
    """Return the remark on the goals of the whole network, which are never bars."""
    members = dict(rows(goals, "sdg", "members"))
    first, second = (number(members.get(goal, 0)) for goal in NETWORK_GOALS)
    return _(
        "{goals} are aims of the network as a whole: they hold for every member and do not distinguish cities, so they "
        "have no bar. (By our table {first} and {second} members would map to them.)"
    ).format(goals=listing([sdg_label(goal) for goal in NETWORK_GOALS]), first=first, second=second)


def _absent(goals: pd.DataFrame) -> str:
    """Return which goals no statement leads to; absence means that no page was found."""
    absent = [number(goal) for goal in SDG_NAMES if goal not in set(goals["sdg"])]
    if not absent:
        return ""
    return ngettext(
        "No statement names or maps to goal {goals}.", "No statement names or maps to goals {goals}.", len(absent)
    ).format(goals=listing(absent))


def alt(goals: pd.DataFrame) -> str:
    """Return the goals in words, stated and mapped apart."""
    parts = [
        _("{name}: {value}").format(name=sdg_label(goal), value=", ".join((_mapped(mapped), _stated(stated))))
        for goal, mapped, stated in rows(goals, "sdg", "mapped", "stated")
    ]
    return _("Bar chart of goals by number of members. {values}.").format(values=series(parts))


def texts(goals: pd.DataFrame) -> list[str]:
    """Return what stands at the end of each goal's bar: only what there is."""
    return [
        ", ".join([*([_mapped(mapped)] if mapped else []), *([_stated(stated)] if stated else [])])
        for mapped, stated in rows(goals, "mapped", "stated")
    ]


def _mapped(members: int) -> str:
    return ngettext("{number} mapped", "{number} mapped", members).format(number=number(members))


def _stated(members: int) -> str:
    return ngettext("{number} stated", "{number} stated", members).format(number=number(members))


def table(goals: pd.DataFrame) -> pd.DataFrame:
    """Return every goal with the members whose focus maps to it or names it."""
    remark = {True: _("aim of the whole network"), False: ""}
    return pd.DataFrame(
        {
            _("Goal"): [sdg_label(goal) for goal in goals["sdg"]],
            _("Members, mapped"): goals["mapped"],
            _("Members, stated"): goals["stated"],
            _("Remark"): goals["network_wide"].map(remark),
        }
    )


def mapping_label() -> str:
    """Return what the table of our mapping is called."""
    return _("How themes map to goals")


def mapping_table(network: Network) -> pd.DataFrame:
    """Return our mapping, pair by pair, with reason and source."""
    pairs = network.theme_to_sdg
    kinds = {"stated": _("stated"), "mapped": _("mapped"), "none": _("no goal given")}
    codes = [focus if kind == "theme" else f"{kind}:{focus}" for kind, focus in rows(pairs, "focus_kind", "focus")]
    return pd.DataFrame(
        {
            _("Focus"): [theme_label(code, network.clusters) for code in codes],
            _("Kind"): pairs["focus_kind"].map(_),
            _("Goal"): pairs["sdg"],
            _("Stated or mapped"): pairs["basis_kind"].map(kinds),
            _("Reason"): pairs["basis"].map(_),
            _("Source"): pairs["source_url"],
        }
    )
