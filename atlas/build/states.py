"""Member States of UNESCO, the names they go by, and the cities that are no members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from atlas.countries import iso2

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.build.faults import Fault
    from atlas.build.raw import Raw
    from atlas.build.tables import Row

LANGUAGES = ("en", "fr")


def country_name(raw: Raw, iso3: str, lang: str) -> str:
    """Return the short name of a country as UNESCO uses it, else that of CLDR."""
    from babel import Locale

    given = raw.overrides["country_names"].find(iso3, lang)
    return given["name"] if given else str(Locale(lang).territories.get(iso2(iso3), ""))


def build_member_states(raw: Raw) -> list[Row]:
    """Return UNESCO's Member States by code, with region and names."""
    rows = []
    for row in raw.rows("unesco_member_states"):
        names = {f"name_{lang}": country_name(raw, row["iso3"], lang) for lang in LANGUAGES}
        rows.append({"iso3": row["iso3"], "iso2": iso2(row["iso3"]), "region": row["unesco_region"]} | names)
    return sorted(rows, key=lambda row: row["iso3"])


def build_country_names(raw: Raw) -> list[Row]:
    """Return the names that differ from CLDR."""
    rows = raw.overrides["country_names"].table.rows
    return sorted(rows, key=lambda row: (row["iso3"], row["lang"]))


def name_faults(raw: Raw) -> Iterator[Fault]:
    """Yield members whose country is not written as UNESCO writes it."""
    table = raw.tables["members"]
    for number, row in table.numbered():
        name = country_name(raw, row["iso3"], "en")
        if name and row["country"] != name:
            problem = f'"{row["country"]}" is not the name of {row["iso3"]}'
            yield table.fault(number, "country", problem, f'Write "{name}"')


def build_not_members(raw: Raw) -> list[Row]:
    """Return the cities that are not counted, with the reason."""
    rows = [{**row, "region": row["unesco_region"], "reason": row["notes"]} for row in raw.rows("members_unconfirmed")]
    return sorted(rows, key=lambda row: (row["country"], row["city"]))
