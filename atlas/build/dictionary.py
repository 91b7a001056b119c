"""The dictionary of the curated tables, written from the schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.build.schema import PRIMARY_KEYS
from atlas.schema import load_schema, stored_columns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.schema import Column

DICTIONARY = "DICTIONARY.md"
_HEAD = """# Dictionary

The tables of `curated/`, written from `atlas/schema.csv` by `python -m atlas build`; never edited by hand. An empty cell means: not published or not known. A boolean is `yes` or `no`, a category a text of few values, a date ISO 8601. Where a column is shown on screen, its heading there stands in brackets.
"""
_ROWS = {
    "cities": "One row per member that at least one public page names, sorted by `city_id`.",
    "focus": "One row per statement of what a member works on. A city counts once per theme, however many rows it has. Rows marked `weak` are off by default.",
    "awards": "One row per city that received the UNESCO Learning City Award, member or not.",
    "milestones": "Every published count of the network, conflicts included. Take totals from here, never from the number of rows in `cities`.",
    "events": "Conferences, intakes, awards and other events. An award is dated by the conference at which it was given.",
    "clusters": "Clusters, dimensions and priority learning areas of the network. No list of the members of a cluster was found.",
    "theme_to_sdg": "Which theme or cluster belongs to which goal. `mapped` is a reading aid of the compilers, not a statement of UNESCO about a city.",
    "member_states": "UNESCO's Member States.",
    "country_names": "Names of countries where UNESCO and CLDR differ; all others come from CLDR.",
    "city_names": "Names of members in other languages where CLDR has none or another; what is neither here nor there keeps the announced name.",
    "not_members": "Cities that look like members but are not counted, with the reason. Never mixed in.",
}  # fmt: skip


def build_dictionary() -> bytes:
    """Return the dictionary as Markdown: a section per table, a row per column of its file."""
    return "\n".join([_HEAD, *(_section(table) for table in load_schema())]).encode()


def _section(table: str) -> str:
    key = ", ".join(f"`{name}`" for name in PRIMARY_KEYS[table])
    rows = "\n".join(_lines(stored_columns(table)))
    return (
        f"## `curated/{table}.csv`\n\n{_ROWS[table]} Key: {key}.\n\n| column | type | meaning |\n|---|---|---|\n{rows}\n"
    )


def _lines(columns: tuple[Column, ...]) -> Iterator[str]:
    for column in columns:
        kind = f"{column.type}, required" if column.required else column.type
        heading = f" [{column.heading}]" if column.heading else ""
        values = f" One of: {', '.join(column.enum)}." if column.enum else ""
        meaning = f"{column.help}{heading}{values}".replace("|", r"\|")
        yield f"| `{column.name}` | {kind} | {meaning} |"
