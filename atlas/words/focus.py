"""What is said of the stated focus: themes, how much of them is known, by region and period, and in pairs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from atlas.labels import in_region, sentence_case, theme_label, year_label
from atlas.model import NO_STATEMENT, REGIONS, UNKNOWN_YEAR, rows
from atlas.wording import gettext as _
from atlas.wording import listing, ngettext, number, series

if TYPE_CHECKING:
    from collections.abc import Iterable

_IN_A_TITLE = 3
_IN_AN_ALT = 5


def source() -> str:
    """Return the source line of every figure of stated focus."""
    return _("Source: public pages, listed on the Data page.")


def lead(themes: pd.DataFrame, *, covered: int, members: int, clusters: pd.DataFrame) -> str:
    """Return the sentence above the page: the first theme or themes, and how much is unknown."""
    if themes.empty:
        return _("No statement was found on what these members work on.")
    sentences = [first_themes(themes, covered, clusters)]
    if covered < members:
        sentences.append(
            ngettext(
                "For {missing} of {members} members no statement was found.",
                "For {missing} of {members} members no statement was found.",
                members - covered,
            ).format(missing=number(members - covered), members=number(members))
        )
    return " ".join(sentences)


def first_themes(themes: pd.DataFrame, covered: int, clusters: pd.DataFrame) -> str:
    """Return which theme is stated most often, or which several, by how many of those with a statement."""
    most = int(themes["members"].iloc[0])
    first = [_quoted(code, clusters) for code, members in rows(themes, "code", "members") if members == most]
    told = {"first": number(most), "covered": number(covered), "themes": listing(first), "number": number(len(first))}
    if covered == 1:
        return _("A statement was found for one member; it names {themes}.").format(**told)
    if len(first) > _IN_A_TITLE:
        return ngettext(
            "No theme comes first among the {covered} members with a statement: {number} themes are stated by {first} "
            "member each.",
            "No theme comes first among the {covered} members with a statement: {number} themes are stated by {first} "
            "members each.",
            most,
        ).format(**told)
    if most == covered:
        return _("Each of the {covered} members with a statement works on {themes}.").format(**told)
    if len(first) == 1:
        return _(
            "{first} of the {covered} members with a statement work on {themes}, more than on any other theme."
        ).format(**told)
    return _(
        "{first} of the {covered} members with a statement work on each of {themes}, more than on any other theme."
    ).format(**told)


def themes_title(themes: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the finding: the themes stated most often; a tie is named whole or not at all."""
    members = themes["members"].tolist()
    if not members:
        return _("No stated theme was found")
    if len(members) == 1:
        return _("The only theme that members state is {theme}").format(theme=_quoted(themes["code"].iloc[0], clusters))
    # Slices, since there may be fewer themes: an empty one is less than any.
    named = next((n for n in range(_IN_A_TITLE, 0, -1) if members[n - 1 : n] > members[n : n + 1]), 0)
    if not named:
        most = max(members)
        return ngettext(
            "No theme is stated more often than others: {themes} have {number} member each",
            "No theme is stated more often than others: {themes} have {number} members each",
            most,
        ).format(themes=number(members.count(most)), number=number(most))
    return ngettext(
        "The theme members state most often is {themes}", "The themes members state most often are {themes}", named
    ).format(themes=listing([_quoted(code, clusters) for code in themes["code"].head(named)]))


def themes_subtitle(*, covered: int, members: int) -> str:
    """Return what a bar counts, and of how many."""
    sentences = [_("Members that state a theme, each counted once per theme.")]
    if covered < members:
        sentences.append(
            _(
                "A statement was found for {covered} of {members}; without one, a city may still work on a theme."
            ).format(covered=number(covered), members=number(members))
        )
    return " ".join(sentences)


def themes_remark(*, chosen: bool) -> str:
    """Return what the filter on the focus does here, or how to set it."""
    if chosen:
        return _("The filter on the focus lights its bars here and narrows everything below.")
    return _("Click a row to filter.")


def themes_note() -> str:
    """Return how a bar filters, and how to do without a mouse."""
    return _(
        "Click a row to see only the members that state it, and again to see all. With the keyboard, use “Stated "
        "focus” in the filters."
    )


def all_themes_label(themes: int) -> str:
    """Return what the switch for the rare themes is called."""
    return ngettext("Show all {number} theme and cluster", "Show all {number} themes and clusters", themes).format(
        number=number(themes)
    )


def themes_alt(themes: pd.DataFrame, *, missing: int, clusters: pd.DataFrame) -> str:
    """Return the bar chart in words."""
    named = [
        _("{name}: {value}").format(name=theme_label(code, clusters), value=number(count))
        for code, count in rows(themes.head(_IN_AN_ALT), "code", "members")
    ]
    named.append(_("{name}: {value}").format(name=theme_label(NO_STATEMENT, clusters), value=number(missing)))
    return ngettext(
        "Bar chart of {number} stated theme by number of members. {values}.",
        "Bar chart of {number} stated themes by number of members. {values}.",
        len(themes),
    ).format(number=number(len(themes)), values=series(named))


def themes_table(themes: pd.DataFrame, *, missing: int, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return every theme with its members, and those without a statement."""
    return pd.DataFrame(
        {
            _("Theme or cluster"): theme_names([*themes["code"], NO_STATEMENT], clusters),
            _("Members"): [*themes["members"], missing],
        }
    )


def theme_names(codes: Iterable[str], clusters: pd.DataFrame) -> list[str]:
    """Return the names of themes, clusters and ``NO_STATEMENT`` as a chart or a table begins a row with them."""
    return [sentence_case(theme_label(code, clusters)) for code in codes]


def coverage_title(coverage: pd.DataFrame) -> str:
    """Return the finding: where most and where least is known."""
    known, members = int(coverage["covered"].sum()), int(coverage["members"].sum())
    shares = {region: covered / whole for region, covered, whole in rows(coverage, "region", "covered", "members")}
    if known == members:
        return ngettext(
            "A statement was found for the member shown",
            "A statement was found for each of the {number} members shown",
            known,
        ).format(number=number(known))
    if not known:
        return _("No statement was found for the members shown")
    most, least = max(shares.values()), min(shares.values())
    if most == least:
        return ngettext(
            "{covered} of {members} members has a focus stated on a public page",
            "{covered} of {members} members have a focus stated on a public page",
            known,
        ).format(covered=number(known), members=number(members))
    return _("Best documented: {most}; least: {least}").format(
        most=listing([_(region) for region, share in shares.items() if share == most]),
        least=listing([_(region) for region, share in shares.items() if share == least]),
    )


def coverage_subtitle() -> str:
    """Return what the bars of a region count."""
    return _("Members by region, solid with a statement, hollow without.")


def coverage_remark() -> str:
    """Return that how much is known does not hang on what is asked for."""
    return _("The filter on the focus does not apply here.")


def coverage_alt(coverage: pd.DataFrame) -> str:
    """Return the coverage by region in words."""
    parts = [
        _("{region}: {covered} of {members}").format(region=_(region), covered=number(covered), members=number(members))
        for region, covered, members in rows(coverage, "region", "covered", "members")
    ]
    return _("Bar chart of members with a stated focus, by region. {values}.").format(values=series(parts))


def coverage_texts(coverage: pd.DataFrame) -> list[str]:
    """Return what stands at the end of each region's bar."""
    return [
        _("{covered} of {members}").format(covered=number(covered), members=number(members))
        for covered, members in rows(coverage, "covered", "members")
    ]


def coverage_table(coverage: pd.DataFrame) -> pd.DataFrame:
    """Return members with and without a statement by region."""
    return coverage.assign(region=coverage["region"].map(_)).set_axis(
        [_("Region"), _("Members"), _("With a statement"), _("No statement found")], axis=1
    )


def weak_note(weak_only: int, *, counted: bool) -> str:
    """Return how many members only weak statements speak for, and whether they count now."""
    if counted and weak_only:
        return ngettext(
            "Weak statements count now; without them {number} more member would have no statement.",
            "Weak statements count now; without them {number} more members would have no statement.",
            weak_only,
        ).format(number=number(weak_only))
    if counted:
        return _("Weak statements count now; each of these members has a stronger one, or none at all.")
    if not weak_only:
        return _("Weak statements (webinars, very general texts, opinion) do not count; they would add no member.")
    return ngettext(
        "Weak statements (webinars, very general texts, opinion) do not count; they would add {number} member.",
        "Weak statements (webinars, very general texts, opinion) do not count; they would add {number} members.",
        weak_only,
    ).format(number=number(weak_only))


def nothing_to_compare() -> str:
    """Return why there is no comparison."""
    return _("No statement was found for the members shown, so there is nothing to compare or to map.")


def regions_title(shares: pd.DataFrame, clusters: pd.DataFrame, *, least: int) -> str:
    """Return the finding: the largest share of a region with enough covered members."""
    enough = shares[(shares["covered"] >= least) & (shares["members"] > 0)]
    if enough.empty:
        return _("Too few statements to compare regions")
    top = enough.loc[(enough["members"] / enough["covered"]).idxmax()]
    words = (
        _("{theme} stands out {in_region}: {of_those}")
        if shares["group"].nunique() > 1
        else _("{theme} comes first {in_region}: {of_those}")
    )
    return words.format(
        theme=_quoted(top["code"], clusters), in_region=in_region(top["group"]), of_those=_of_covered(top)
    )


def periods_title(shares: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the finding: how the first theme fares among those who joined last."""
    last = shares[shares["group"] != UNKNOWN_YEAR]
    if last.empty:
        return _("No year of joining is published for these members")
    newest = last[last["group"] == last["group"].max()]
    top = newest.loc[newest["members"].idxmax()]
    if not top["members"]:
        return _("Those who joined in {period} state no theme").format(period=_group_name(str(top["group"])))
    return _("{theme} comes first among those who joined in {period}: {of_those}").format(
        theme=_quoted(top["code"], clusters), period=_group_name(str(top["group"])), of_those=_of_covered(top)
    )


def _of_covered(top: pd.Series) -> str:
    """Return how many of the members with a statement state a theme: the only one, all or some."""
    members, covered = int(top["members"]), int(top["covered"])
    if members == covered:
        return ngettext(
            "the only member with a statement", "each of the {covered} members with a statement", covered
        ).format(covered=number(covered))
    return _("{members} of {covered} members with a statement").format(members=number(members), covered=number(covered))


def _group_name(group: str) -> str:
    """Return what a region or a period of joining is called."""
    return _(group) if group in REGIONS else year_label(group).replace("-", "–")


def matrix_subtitle() -> str:
    """Return what number and bar of the matrix count."""
    return _(
        "The number counts members; the length of a bar is their share of the members with a statement, given under "
        "each heading. Places with many pages online are over-represented."
    )


def matrix_alt(shares: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the matrix in words: the first theme in each group."""
    first = shares[shares["code"] == shares["code"].iloc[0]]
    parts = [
        _("{group}: {members} of {covered}").format(
            group=_group_name(group), members=number(members), covered=number(covered)
        )
        for group, members, covered in rows(first, "group", "members", "covered")
    ]
    return _("Small bars of the share that each theme has in each group. For {theme}: {values}.").format(
        theme=_quoted(first["code"].iloc[0], clusters), values=series(parts)
    )


def region_headings(shares: pd.DataFrame) -> dict[str, str]:
    """Return a heading with its denominator for each region that has members with a statement, in UNESCO's order."""
    covered = dict(rows(shares, "group", "covered"))
    return {region: _heading(_(region), covered[region]) for region in REGIONS if region in covered}


def period_headings(shares: pd.DataFrame) -> dict[str, str]:
    """Return a heading with its denominator for each period of joining, the unknown year last."""
    covered = dict(rows(shares, "group", "covered"))
    periods = sorted(covered)  # "unknown" sorts after digits
    return {period: _heading(sentence_case(_group_name(period)), covered[period]) for period in periods}


def _heading(name: str, covered: int) -> str:
    return "\n".join((name, _("of {denominator}").format(denominator=number(covered))))


def matrix_table(shares: pd.DataFrame, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return theme, group, members and denominator."""
    return pd.DataFrame(
        {
            _("Theme or cluster"): theme_names(shares["code"], clusters),
            _("Group"): [sentence_case(_group_name(group)) for group in shares["group"]],
            _("Members"): shares["members"],
            _("Members with a statement"): shares["covered"],
        }
    )


def pairs_title(pairs: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the finding: the most frequent pair, or that none is."""
    (first, second, most), *more = rows(pairs, "first", "second", "members")
    if more and more[0][2] == most:
        return ngettext(
            "No two themes are named together by more than {number} member",
            "No two themes are named together by more than {number} members",
            most,
        ).format(number=number(most))
    return ngettext(
        "{number} member names both {first} and {second}", "{number} members name both {first} and {second}", most
    ).format(number=number(most), first=_quoted(first, clusters), second=_quoted(second, clusters))


def pairs_subtitle() -> str:
    """Return what a pair counts, and what makes some pairs likelier."""
    return _(
        "Members that state both themes. UNESCO’s form for profiles asks for inclusion, environment, health and work, "
        "so these meet more often than a city’s own choice would make them."
    )


def pairs_alt(pairs: pd.DataFrame, clusters: pd.DataFrame) -> str:
    """Return the pairs in words."""
    parts = [
        _("{first} and {second}: {value}").format(
            first=theme_label(first, clusters), second=theme_label(second, clusters), value=number(members)
        )
        for first, second, members in rows(pairs.head(_IN_AN_ALT), "first", "second", "members")
    ]
    return _("Bar chart of themes that the same members state. {values}.").format(values=series(parts))


def pair_names(pairs: pd.DataFrame, clusters: pd.DataFrame) -> list[str]:
    """Return the names of pairs of themes."""
    return [
        _("{first} + {second}").format(first=theme_label(first, clusters), second=theme_label(second, clusters))
        for first, second in rows(pairs, "first", "second")
    ]


def pairs_table(pairs: pd.DataFrame, clusters: pd.DataFrame) -> pd.DataFrame:
    """Return both themes of each pair, and how many members state both or one."""
    return pairs.assign(
        first=[theme_label(code, clusters) for code in pairs["first"]],
        second=[theme_label(code, clusters) for code in pairs["second"]],
    ).set_axis([_("Theme"), _("And"), _("Members with both"), _("With the first"), _("With the second")], axis=1)


def _quoted(code: str, clusters: pd.DataFrame) -> str:
    return _("“{theme}”").format(theme=theme_label(code, clusters))
