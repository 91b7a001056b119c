"""What the offline kit says: in its page, and by its scripts, which fill in what stands in braces."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from atlas.wording import gettext as _
from atlas.wording import ngettext
from atlas.words import map as map_words

if TYPE_CHECKING:
    from collections.abc import Callable


def label() -> str:
    """Return the text of the button that makes the kit."""
    return _("Offline kit (HTML, works without internet)")


def lead() -> str:
    """Return what the file is, in two sentences."""
    return _(
        "This file needs no internet: map, list, talk and sources are all inside. Links to source pages open only when "
        "you press them."
    )


def kept_at() -> str:
    """Return what stands before the address of the Atlas."""
    return _("The same in the Atlas, which may have newer data:")


def made(dated: str, printed: str) -> str:
    """Return of which day the data are, and when the file was made of them."""
    return _("Data of {date}; file made on {made}.").format(date=dated, made=printed)


def _forms(message: Callable[[int], str]) -> tuple[str, str]:
    """Return both forms of a message, for a script that knows when the language says one."""
    return message(1), message(2)


def map_texts(newest: int | None) -> dict[str, Any]:
    """Return the texts of the map: those of the app, and its tools less the one that needs a network.

    Parameters
    ----------
    newest : int or None
        The newest joining year; without one there is nothing to highlight.
    """
    tools = map_words.tools(newest or 0)
    kept = ("fit", "newest") if newest else ("fit",)
    return {"texts": map_words.texts(), "tools": {name: tools[name] for name in kept}}


def map_alt() -> str:
    """Return what the map shows, with a place for the counts by region."""
    return _("Map of the members shown. {values}. The same members stand in the table below.")


def texts() -> dict[str, Any]:
    """Return the texts of the scripts (``static/kit``) by what they are about."""
    return {
        "count": _count(),
        "filters": _filters(),
        "search": _search(),
        "map_alt": map_alt(),
        "unknown_city": _(
            "The link names the city “{city}”, which is not listed (any more). The rest of the link applies."
        ),
        "unknown_code": _(
            "The link asks for {filter} “{value}”, which the Atlas does not know. It is ignored; the rest applies."
        ),
        "charts": _charts(),
        "list": _list(),
        "card": _card(),
    }


def _count() -> dict[str, Any]:
    return {
        "some": _forms(
            lambda count: ngettext("{number} of {whole} members shown", "{number} of {whole} members shown", count)
        ),
        "all": _forms(lambda count: ngettext("{number} member shown", "{number} members shown", count)),
    }


def _filters() -> dict[str, Any]:
    return {
        "any": _("Any"),
        "option": _("{name} ({number})"),
        "more": _("More filters"),
        "without": _forms(
            lambda count: ngettext(
                "Without the filter “{filter}”, {number} member would be shown.",
                "Without the filter “{filter}”, {number} members would be shown.",
                count,
            )
        ),
        "together": _("Each filter alone leaves members, but no two of them together do. Reset them and start again."),
        "chosen": _forms(lambda count: ngettext("More filters ({number} set)", "More filters ({number} set)", count)),
    }


def _search() -> dict[str, Any]:
    return {
        "none": _("No listed member is called anything like “{query}”."),
        "found": _forms(lambda count: ngettext("{number} match", "{number} matches", count)),
        "match": _("{city}, {country}"),
    }


def _charts() -> dict[str, Any]:
    return {
        "bar": _forms(lambda count: ngettext("{name}: {number} member", "{name}: {number} members", count)),
        "themes": {
            "none": _("No theme is stated"),
            "once": _("No theme is stated more than once"),
            "tie": _("{number} themes are stated most often"),
            "first": _("{theme} is stated most often"),
            "subtitle": _("Members by theme, of {number} with a statement. Click to filter."),
        },
        "years": {
            "none": _("No year of joining is published"),
            "many": _("Never more than {number} joined in a year"),
            "tie": _("Most joined in {years}, {number} each"),
            "first": _forms(lambda count: ngettext("{number} joined in {year}", "Most joined in {year}", count)),
            "subtitle": map_words.years_subtitle(),
            "alt": _("Column chart of members by year of joining. {values}."),
            "value": _("{name}: {value}"),
            "between": _("; "),
            "unknown": _("n. p."),
            "unknown_name": _("n. p. (year not published)"),
        },
    }


def _list() -> dict[str, Any]:
    return {
        "absent": _("not published"),
        "sort": _("Sort by {column}"),
        "open": _("Open the card of {city}"),
        "none": _("No member fits all filters"),
    }


def _card() -> dict[str, Any]:
    return {
        "at": _("{number} of {all}"),
        "before": _("Previous member shown"),
        "after": _("Next member shown"),
        "close": _("Close the card"),
        "left_out": _("Not among the members shown: a filter leaves it out."),
        "page": _("open page"),
        "focus": _("Stated focus"),
        "focus_note": _(
            "What the pages say, in our words (English). It never means that the city works on nothing else."
        ),
        "no_focus": _("No statement found. The city may well have a focus; no page that was read names it."),
        "goals": _("Goals (SDG)"),
        "goals_note": _(
            "SDG 4 and 11 belong to every member and are not repeated. “Mapped” is our reading of a stated theme."
        ),
        "no_goals": _("None is stated or mapped."),
    }
