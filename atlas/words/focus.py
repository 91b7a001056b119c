"""What the figures of the page "Focus" say, in sentences made from the same frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.labels import sdg_label, sentence_case, theme_label, year_label
from atlas.model import NETWORK_GOALS, NO_STATEMENT, REGIONS
from atlas.palette import SDG_NAMES
from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

_IN_A_TITLE = 3
_IN_AN_ALT = 5


def lead(themes: pd.DataFrame, *, covered: int, members: int, clusters: pd.DataFrame) -> str:
    """Return the sentence above the page: the first theme, and how much is unknown."""
    if themes.empty:
        return _("No statement was found on what these members work on.")
    return _(
        "“{theme}” is the focus stated most often, by {first} of the {covered} members for which any statement was "
        "found; for {missing} of {members} none was found."
    ).format(
        theme=theme_label(themes["code"].iloc[0], clusters),
        first=number(int(themes["members"].iloc[0])),
        covered=number(covered),
        missing=number(members - covered),
        members=number(members),
    )


def themes_title(themes: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the finding: the themes stated most often."""
    names = [_quoted(code, clusters) for code in themes["code"].head(_IN_A_TITLE)]
    if not names:
        return _("No stated theme was found")
    return _("Members speak most of {themes}").format(themes=listing(names))


def themes_subtitle(*, covered: int, members: int, chosen: bool) -> str:
    """Return what a bar counts, and of how many."""
    text = _(
        "Members that state a theme; each counts once per theme. A statement was found for {covered} of {members}, "
        "and a member can state several themes."
    )
    if chosen:
        text = _(
            "Members that state a theme; each counts once per theme. A statement was found for {covered} of "
            "{members}. "
            "The filter on the focus lights its bars here and narrows everything below."
        )
    return text.format(covered=number(covered), members=number(members))


def themes_alt(themes: pd.DataFrame, *, missing: int, clusters: pd.DataFrame) -> str:
    """Return the bar chart in words."""
    named = [
        _("{name}: {value}").format(name=theme_label(code, clusters), value=number(int(count)))
        for code, count in themes.head(_IN_AN_ALT).itertuples(index=False)
    ]
    named.append(_("{name}: {value}").format(name=theme_label(NO_STATEMENT, clusters), value=number(missing)))
    return ngettext(
        "Bar chart of {number} stated theme by number of members. {values}.",
        "Bar chart of {number} stated themes by number of members. {values}.",
        len(themes),
    ).format(number=number(len(themes)), values="; ".join(named))


def coverage_title(coverage: pd.DataFrame) -> str:
    """Return the finding: where most and where least is known."""
    shares = coverage["covered"] / coverage["members"]
    if shares.nunique() < len(("most", "least")):
        return _("A statement was found for {covered} of {members} members").format(
            covered=number(int(coverage["covered"].sum())), members=number(int(coverage["members"].sum()))
        )
    most, least = coverage.loc[shares.idxmax()], coverage.loc[shares.idxmin()]
    return _("Most is known of {most}, least of {least}").format(most=_(most["region"]), least=_(least["region"]))


def coverage_alt(coverage: pd.DataFrame) -> str:
    """Return the coverage by region in words."""
    parts = [
        _("{region}: {covered} of {members}").format(
            region=_(row.region), covered=number(row.covered), members=number(row.members)
        )
        for row in coverage.itertuples()
    ]
    return _("Bar chart of members with a stated focus, by region. {values}.").format(values="; ".join(parts))


def regions_title(rows: pd.DataFrame, clusters: pd.DataFrame, *, least: int) -> str:
    """Return the finding: the largest share of a region with enough covered members."""
    enough = rows[(rows["covered"] >= least) & (rows["members"] > 0)]
    if enough.empty:
        return _("Too few statements to compare regions")
    top = enough.loc[(enough["members"] / enough["covered"]).idxmax()]
    return _("“{theme}” stands out in {region}: {members} of {covered} members with a statement").format(
        theme=theme_label(top["code"], clusters),
        region=_(top["group"]),
        members=number(int(top["members"])),
        covered=number(int(top["covered"])),
    )


def periods_title(rows: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the finding: how the first theme fares among those who joined last."""
    last = rows[rows["group"].str[:1].str.isdigit()]
    if last.empty:
        return _("No year of joining is published for these members")
    newest = last[last["group"] == last["group"].max()]
    top = newest.loc[newest["members"].idxmax()]
    return _(
        "“{theme}” leads among those who joined in {period}: {members} of {covered} members with a statement"
    ).format(
        theme=theme_label(top["code"], clusters),
        period=str(top["group"]).replace("-", "–"),
        members=number(int(top["members"])),
        covered=number(int(top["covered"])),
    )


def matrix_alt(rows: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the matrix in words: the first theme in each group."""
    first = rows[rows["code"] == rows["code"].iloc[0]]
    parts = [
        _("{group}: {members} of {covered}").format(
            group=_(row.group), members=number(row.members), covered=number(row.covered)
        )
        for row in first.itertuples()
    ]
    return _("Small bars of {number} themes in {groups} groups. For “{theme}”: {values}.").format(
        number=number(rows["code"].nunique()),
        groups=number(rows["group"].nunique()),
        theme=theme_label(first["code"].iloc[0], clusters),
        values="; ".join(parts),
    )


def pairs_title(pairs: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the finding: the most frequent pair."""
    top = pairs.iloc[0]
    return ngettext(
        "{number} member names both {first} and {second}",
        "{number} members name both {first} and {second}",
        int(top["members"]),
    ).format(
        number=number(int(top["members"])),
        first=_quoted(top["first"], clusters),
        second=_quoted(top["second"], clusters),
    )


def pairs_alt(pairs: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the pairs in words."""
    parts = [
        _("{first} and {second}: {value}").format(
            first=theme_label(row.first, clusters), second=theme_label(row.second, clusters), value=number(row.members)
        )
        for row in pairs.head(_IN_AN_ALT).itertuples()
    ]
    return _("Bar chart of themes that the same members state. {values}.").format(values="; ".join(parts))


def goals_title(goals: pd.DataFrame) -> str:
    """Return the finding: the goal that most stated themes map to."""
    if goals.empty:
        return _("No stated focus names or maps to a goal of its own")
    return _("Mapped to the Sustainable Development Goals, most statements lead to {goal}").format(
        goal=sdg_label(int(goals["sdg"].iloc[0]))
    )


def network_goals_sentence(goals: pd.DataFrame) -> str:
    """Return the remark on the goals of the whole network, which are never bars."""
    names = [sdg_label(goal) for goal in NETWORK_GOALS]
    counts = goals.set_index("sdg")["members"].reindex(NETWORK_GOALS, fill_value=0)
    return _(
        "{goals} are aims of the network as a whole: they hold for every member and tell no city apart, so they are "
        "no bars here. (By our table {first} and {second} members would map to them.)"
    ).format(goals=listing(names), first=number(int(counts.iloc[0])), second=number(int(counts.iloc[1])))


def absent_goals_sentence(goals: pd.DataFrame) -> str:
    """Return which goals no statement leads to; absence means that no page was found."""
    absent = [number(goal) for goal in SDG_NAMES if goal not in set(goals["sdg"])]
    if not absent:
        return ""
    return ngettext(
        "No statement names or maps to goal {goals}.", "No statement names or maps to goals {goals}.", len(absent)
    ).format(goals=listing(absent))


def goals_alt(goals: pd.DataFrame) -> str:
    """Return the goals in words, stated and mapped apart."""
    parts = [
        _("{goal}: {mapped} mapped, {stated} stated").format(
            goal=sdg_label(int(row.sdg)), mapped=number(row.mapped), stated=number(row.stated)
        )
        for row in goals.itertuples()
    ]
    return _("Bar chart of goals by number of members. {values}.").format(values="; ".join(parts))


def weak_note(weak_only: int, *, counted: bool) -> str:
    """Return how many members only weak statements speak for, and whether they count now."""
    if counted:
        return ngettext(
            "Weak statements count now; without them {number} more member would have no statement.",
            "Weak statements count now; without them {number} more members would have no statement.",
            weak_only,
        ).format(number=number(weak_only))
    return ngettext(
        "Weak statements (webinars, very general texts, opinion) do not count; they would add {number} member.",
        "Weak statements (webinars, very general texts, opinion) do not count; they would add {number} members.",
        weak_only,
    ).format(number=number(weak_only))


def _quoted(code: str, clusters: pd.DataFrame) -> str:
    return _("“{theme}”").format(theme=theme_label(code, clusters))


def theme_names(codes: Iterable[str], clusters: pd.DataFrame) -> list[str]:
    """Return the names of themes, clusters and ``NO_STATEMENT`` as a chart or a table begins a row with them."""
    return [sentence_case(theme_label(code, clusters)) for code in codes]


def coverage_texts(coverage: pd.DataFrame) -> list[str]:
    """Return what stands at the end of each region's bar."""
    return [
        _("{covered} of {members}").format(covered=number(covered), members=number(members))
        for covered, members in zip(coverage["covered"], coverage["members"], strict=True)
    ]


def pair_names(pairs: pd.DataFrame, clusters: pd.DataFrame) -> list[str]:
    """Return the names of pairs of themes."""
    return [
        _("{first} + {second}").format(first=theme_label(first, clusters), second=theme_label(second, clusters))
        for first, second in zip(pairs["first"], pairs["second"], strict=True)
    ]


def region_headings(rows: pd.DataFrame) -> dict[str, str]:
    """Return a heading with its denominator for each region that has members with a statement, in UNESCO's order."""
    covered = dict(zip(rows["group"], rows["covered"], strict=True))
    return {region: _heading(_(region), covered[region]) for region in REGIONS if region in covered}


def period_headings(rows: pd.DataFrame) -> dict[str, str]:
    """Return a heading with its denominator for each period of joining, the unknown year last."""
    covered = dict(zip(rows["group"], rows["covered"], strict=True))
    periods = sorted(covered)  # "unknown" sorts after digits
    # A period is a column wide only when its years stand one above the other.
    names = {period: sentence_case(year_label(period)).replace("-", "–\n") for period in periods}
    return {period: _heading(names[period], covered[period]) for period in periods}


def _heading(name: str, covered: int) -> str:
    return "\n".join((name, _("of {denominator}").format(denominator=number(covered))))


def goal_texts(goals: pd.DataFrame) -> list[str]:
    """Return what stands at the end of each goal's bar."""
    return [
        _goal_text(stated, mapped)
        for stated, mapped in zip(goals["stated"].tolist(), goals["mapped"].tolist(), strict=True)
    ]


def _goal_text(stated: int, mapped: int) -> str:
    if not stated:
        return ngettext("{number} mapped", "{number} mapped", mapped).format(number=number(mapped))
    if not mapped:
        return ngettext("{number} stated", "{number} stated", stated).format(number=number(stated))
    return _("{mapped} mapped, {stated} stated").format(mapped=number(mapped), stated=number(stated))
