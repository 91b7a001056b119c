"""What Streamlit's own controls are called: its English words, and ours for them in every language.

Streamlit's interface speaks English alone.  These are the words of its parts that the Atlas shows or that are read out;
the page puts ours in their place (``atlas/server/controls.js``).  Placeholders stand for what varies: ``{number}`` and
``{at}`` for digits, anything else for any text.
"""

from __future__ import annotations

from typing import Final

from atlas.wording import LANGUAGES, mark, speaking
from atlas.wording import gettext as _

_SAME: Final = (
    # The frame.
    mark("Skip to main content"),
    mark("Page not found"),
    mark("Close"),
    # Headings and fields: a link, a help, lists to choose from, and what is announced of them.
    mark("Link to heading"),
    mark("Help"),
    mark("Help for {field}"),
    mark("Open"),
    mark("Add: {typed}"),
    mark("Remove {chosen}"),
    mark("Selected values"),
    mark("Clear all"),
    mark("Clear value"),
    mark("No results"),
    mark("Dismiss"),
    mark("You can only select up to {number} options. Remove an option first."),
    mark("{number} option available."),
    mark("{number} options available."),
    mark("{option}, selected"),
    # The tools of a table or chart, with and without its name.
    mark("Fullscreen"),
    mark("Fullscreen: {name}"),
    mark("Close fullscreen"),
    mark("Close fullscreen: {name}"),
    mark("Search"),
    mark("Search: {name}"),
    mark("Download as CSV"),
    mark("Download as CSV: {name}"),
    mark("Show/hide columns"),
    mark("Show/hide columns: {name}"),
    mark("Clear selection"),
    mark("Clear selection: {name}"),
    # Searching a table.
    mark("Type to search"),
    mark("{number} result"),
    mark("{number} results"),
    mark("{at} of {number} result"),
    mark("{at} of {number} results"),
    mark("over 1000"),
    mark("{at} of over 1000"),
    mark("Previous Result"),
    mark("Next Result"),
    mark("Close Search"),
    # The menu of a column.
    mark("Copy column name"),
    mark("Sort ascending"),
    mark("Sort descending"),
    mark("Autosize"),
    mark("Pin column"),
    mark("Unpin column"),
    mark("Hide column"),
    mark("Select all"),
    mark("Format"),
    *(mark("Automatic"), mark("Localized"), mark("Plain"), mark("Compact"), mark("Percent"), mark("Scientific")),
    *(mark("Dollar"), mark("Euro"), mark("Yen"), mark("Accounting"), mark("Duration")),
    *(mark("Distance"), mark("Calendar")),
    mark("Statistics"),
    *(mark("Values"), mark("Empty"), mark("Distinct"), mark("Average"), mark("Standard deviation")),
    *(mark("Minimum"), mark("25th percentile"), mark("Median"), mark("75th percentile"), mark("Maximum")),
    *(mark("Range"), mark("Sum")),
    *(mark("Minimum length"), mark("Maximum length"), mark("Average length"), mark("No data")),
    *(mark("Distribution histogram"), mark("Top values frequency chart: {values}")),
    mark("True/false distribution chart: {values}"),
)
"""What Streamlit says well."""

_OTHER: Final = {
    "Sidebar": mark("Filters"),
    "Expand sidebar": mark("Show the filters"),
    "Collapse sidebar": mark("Hide the filters"),
    "App pages": mark("Pages of the Atlas"),
    "{number} more": mark("More ({number})"),
    "Dataframe column menu": mark("Menu of the column"),
    "(index)": mark("(row number)"),
    "You have requested page /{page}, but no corresponding file was found in the app's pages/ directory. "
    "Running the app's main page.": mark("The Atlas has no page “{page}”. This is its first page."),
    "The page that you have requested does not seem to exist. Running the app's main page.": mark(
        "The Atlas has no such page. This is its first page."
    ),
    "Connection error": mark("No connection"),
    "Streamlit server is not responding. Are you connected to the internet?": mark(
        "The Atlas does not answer. Are you connected to the network?"
    ),
    "Is Streamlit still running? If you accidentally stopped Streamlit, just restart it in your terminal:": mark(
        "The Atlas does not answer. If you started it on this machine, start it again:"
    ),
    "streamlit run yourscript.py": "streamlit run dashboard.py",  # a command, the same in every language
    "Connection timed out.": mark("The Atlas takes too long to answer."),
    "Connection failed with status {number}.": mark("The Atlas cannot be reached (status {number})."),
}
"""What it calls by the names of its own parts, which mean nothing to a visitor."""

CONTROLS: Final = {each: each for each in _SAME} | _OTHER
"""Our English message for each of Streamlit's own texts."""


def words_of_controls() -> dict[str, dict[str, str]]:
    """Return, by language, what stands in the place of each of Streamlit's own texts that is not the same."""
    spoken = {}
    for code in LANGUAGES:
        with speaking(code):
            spoken[code] = {own: _(message) for own, message in CONTROLS.items() if _(message) != own}
    return spoken
