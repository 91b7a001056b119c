"""The derived view of the page "Focus": goals, what a source states apart from what our table maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas.charts import focus as charts
from atlas.facts import focus_name
from atlas.labels import sdg_label
from atlas.summaries import focus
from atlas.ui.parts import cards
from atlas.wording import gettext as _
from atlas.wording import number
from atlas.words import focus as words

if TYPE_CHECKING:
    from atlas.model import Network
    from atlas.ui.frame.shell import View


def source() -> str:
    """Return the source line of every figure of this page."""
    return _(
        "Source: public pages on each member, one by one in the data. A missing statement means that no page was "
        "found, "
        "not that a city does not work on a theme."
    )


def show_goals(view: View) -> None:
    """Draw the derived view: goals, what is stated apart from what our table maps."""
    goals = focus.summarise_goals(view.shown)
    own = goals[~goals["network_wide"]].reset_index(drop=True)
    covered = number(len(focus.covered_ids(view.shown)))
    cards.show_chart(
        charts.build_goals(
            own,
            labels=[sdg_label(goal) for goal in own["sdg"]],
            texts=words.goal_texts(own),
            tone=cards.current_tone(),
        ),
        key="goals",
        title=words.goals_title(own),
        subtitle=_(
            "A derived view, no statement of UNESCO: pale and outlined where a theme maps to a goal by our table,"
            " solid where a source names the goal. Of {covered} members with a statement; each counts once per "
            "goal."
        ).format(covered=covered),
        alt=words.goals_alt(own),
        table=_goals_table(goals),
        source=source(),
    )
    cards.show_note(" ".join((words.network_goals_sentence(goals), words.absent_goals_sentence(goals))))
    cards.show_table(_mapping_table(view.network), key="mapping", label=_("How themes map to goals"))


def _goals_table(goals: pd.DataFrame) -> pd.DataFrame:
    remark = {True: _("aim of the whole network"), False: ""}
    return pd.DataFrame(
        {
            _("Goal"): [sdg_label(goal) for goal in goals["sdg"]],
            _("Members, mapped"): goals["mapped"],
            _("Members, stated"): goals["stated"],
            _("Remark"): goals["network_wide"].map(remark),
        }
    )


def _mapping_table(network: Network) -> pd.DataFrame:
    pairs = network.theme_to_sdg
    kinds = {"stated": _("stated"), "mapped": _("mapped"), "none": _("no goal given")}
    return pd.DataFrame(
        {
            _("Focus"): [focus_name(code, network.clusters) for code in pairs["focus_kind"] + ":" + pairs["focus"]],
            _("Kind"): pairs["focus_kind"].map(_),
            _("Goal"): pairs["sdg"],
            _("Stated or mapped"): pairs["basis_kind"].map(kinds),
            _("Reason"): pairs["basis"].map(_),
            _("Source"): pairs["source_url"],
        }
    )
