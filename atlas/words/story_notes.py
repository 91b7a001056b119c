"""What stands round the message of a step: what is counted, the picture in words, sources, remarks for the speaker."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.wording import day, listing, ngettext, number, series
from atlas.wording import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from atlas.summaries.compare import Profile

_IN_AN_ALT = 12


def figures(profile: Profile, announced: tuple[int, int, date] | None) -> list[tuple[str, int]]:
    """Return the numbers that open a story, each after what it counts.

    Parameters
    ----------
    profile : Profile
        Numbers of the members.
    announced : (int, int, date), optional
        Cities, countries and day of UNESCO's newest count, for the whole network.
    """
    found = [(_("Members listed"), profile.members)]
    if profile.countries > 1:
        found.append((_("Countries with a member listed"), profile.countries))
    if announced:
        cities, countries, on = announced
        found += [
            (_("Cities that UNESCO announced on {date}").format(date=day(on)), cities),
            (_("Countries that UNESCO announced on {date}").format(date=day(on)), countries),
        ]
    return [
        *found,
        (_("With a published year of joining"), profile.members - profile.undated),
        (_("With a focus stated on a public page"), profile.covered),
        (_("With a Learning City Award"), profile.awarded),
    ]


def figures_heads() -> tuple[str, str]:
    """Return the heads of the numbers that open a story."""
    return _("What"), _("Number")


def map_definition() -> str:
    """Return what the map shows."""
    return _("Each point is a member, in the colour of its region; a point marks a place and not the extent of a city.")


def newest_definition(year: int) -> str:
    """Return what is marked on the map of the newest members."""
    return _("Marked: the members that joined in {year}; pale: all others.").format(year=year)


def awards_definition(awards: int) -> str:
    """Return what is marked on the map of the winners."""
    return ngettext(
        "Marked: the members with a Learning City Award, {number} award in all; pale: all others.",
        "Marked: the members with a Learning City Award, {number} awards in all; pale: all others.",
        awards,
    ).format(number=number(awards))


def years_definition() -> str:
    """Return what the columns by year of joining count."""
    return _("Members by year of joining; hollow: year not published.")


def counts_definition() -> str:
    """Return what the line of the announced totals counts."""
    return _("Cities in the whole network as UNESCO published them; dotted: counts in the press.")


def themes_definition(covered: int, members: int) -> str:
    """Return what a bar of themes counts, and of how many."""
    return _(
        "Members by stated theme, of {covered} with a statement; a member counts once per theme. Hollow: no statement "
        "found for {missing} of {members}."
    ).format(covered=number(covered), missing=number(members - covered), members=number(members))


def statements_definition() -> str:
    """Return what the table of a single member's themes holds."""
    return _("What public pages state, one row per theme.")


def states_definition() -> str:
    """Return what the bars of the Member States count."""
    return _("UNESCO’s Member States by region: solid with a member listed here, hollow without.")


def gaps_definition() -> str:
    """Return what the bars of the gaps count."""
    return _("Members of which a fact is known, hollow of which it is not.")


def pairs_definition() -> str:
    """Return what the lines of the map join."""
    return _(
        "Each line joins two members of different countries; the order says who has more in common, not who is better."
    )


def pages_definition() -> str:
    """Return what the bars of the websites count."""
    return _("Members by the website of the page that shows them as members.")


def copies() -> str:
    """Return what stands in place of a site nobody should be sent to."""
    return _("copy of a UNESCO page, not linked")


def other_sites(sites: int) -> str:
    """Return what stands for the websites that are not named."""
    return ngettext("{number} other website", "{number} other websites", sites).format(number=number(sites))


def gap_names() -> dict[str, str]:
    """Return what may be missing of a member, by the name that the step of the gaps gives it."""
    return {
        "year": _("year of joining"),
        "focus": _("stated focus"),
        "population": _("population"),
        "position": _("position"),
    }


# Sources


def count_of(on: date) -> str:
    """Return the title of the page with a count."""
    return _("UNESCO’s count of {date}").format(date=day(on))


def award_of(year: int) -> str:
    """Return the title of the page with the winners of a year."""
    return _("Learning City Award {year}").format(year=year)


def statements(city: str) -> str:
    """Return the title of a page with a statement of a member."""
    return _("What {city} works on").format(city=city)


def many_pages(pages: int) -> str:
    """Return what stands for pages that are too many to be listed."""
    return ngettext(
        "{number} public page with a statement, listed on the page “Data”",
        "{number} public pages with a statement, each listed on the page “Data”",
        pages,
    ).format(number=number(pages))


def member_states() -> str:
    """Return the title of the list of Member States."""
    return _("UNESCO’s Member States and regional groups")


# For who speaks


def where_note() -> str:
    """Return what the list is and is not."""
    return _(
        "The list is a documented sample compiled from public pages, not UNESCO’s official one; do not divide the "
        "number listed by the number announced, since cities leave and lists have gaps."
    )


def unplaced_note(members: int) -> str:
    """Return how many members no map shows, or empty text."""
    if not members:
        return ""
    return ngettext(
        "{number} member could not be placed; it is counted, and missing on the map.",
        "{number} members could not be placed; they are counted, and missing on the map.",
        members,
    ).format(number=number(members))


def newest_note(undated: int) -> str:
    """Return how many members may have joined last without anybody telling."""
    return ngettext(
        "For {number} member no year of joining is published; it may belong here too.",
        "For {number} members no year of joining is published; some of them may belong here too.",
        undated,
    ).format(number=number(undated))


def awards_note() -> str:
    """Return which awards are counted."""
    return _("Only awards of cities that are listed as members are counted; no award is no judgement of a city.")


def years_note() -> str:
    """Return how far the years by cohort go."""
    return _("Some lists of new members are known only in part, and cities that left are not in the list.")


def themes_note() -> str:
    """Return what the absence of a statement means."""
    return _(
        "No statement means that no page was found, not that a city has no focus; UNESCO publishes no focus per city."
    )


def states_note() -> str:
    """Return what the absence of a member means."""
    return _("No member listed does not prove that there is none: the list has gaps.")


def gaps_note() -> str:
    """Return how the audience can help."""
    return _("Whoever knows a public page that states one of these facts can help to close the gap.")


def pairs_note() -> str:
    """Return how pairs are found and what they are not."""
    return _(
        "Pairs come from stated themes, language, size and distance, with the weights of the page “City”; they are a "
        "reason to write to each other, not a grade."
    )


def pages_note() -> str:
    """Return where each row has its source."""
    return _("On the page “Data” every row leads to its source.")


# Pictures in words


def marked_alt(names: Sequence[str]) -> str:
    """Return a map with marked members in words."""
    return _("Map with these members marked: {names}.").format(names=listing(list(names)))


def links_alt(pairs: Iterable[tuple[str, str]]) -> str:
    """Return a map with pairs of members in words."""
    return _("Map with lines between {pairs}.").format(
        pairs=series(_("{first} and {second}").format(first=first, second=second) for first, second in pairs)
    )


def bars_alt(definition: str, values: Sequence[tuple[str, int]]) -> str:
    """Return bars in words: what they count, and the first of them."""
    told = series(_("{name}: {value}").format(name=name, value=number(value)) for name, value in values[:_IN_AN_ALT])
    return _("Bars. {definition} {values}.").format(definition=definition, values=told)
