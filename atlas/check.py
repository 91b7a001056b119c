"""What is wrong with a table of members, told by row and column, with a remedy."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from atlas.addresses import is_url
from atlas.countries import load_states, suggest_country
from atlas.spreadsheet import NotATableError, Sheet, is_formula, load_sheet
from geo.names import fold

if TYPE_CHECKING:
    from pathlib import Path

    from geo.gazetteer import Gazetteer
    from geo.geocode import GeocodeResult

COLUMNS = ("city", "country", "iso3", "unesco_region", "joined_year", "source_url")
_MAY_BE_EMPTY = frozenset({"joined_year"})
_OTHER_COLUMN_NAMES = {"region": "unesco_region"}  # as the curated table calls it
FIRST_YEAR = 2013  # the network was launched in October 2013
_SIMILARITY = 80  # of 100; below it a suggestion would only puzzle
# Marks that turn text around and so can hide what a cell says.
_TURNING_MARKS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")

Row = Mapping[str, str]
Finding = tuple[str, str, str]  # column, problem, remedy
Finder = Callable[[Row], Iterator[Finding]]


@dataclass(frozen=True, order=True)
class CellFault:
    """One fault; ``row`` is what a spreadsheet shows, 0 for the file as a whole."""

    row: int
    column: str
    value: str
    problem: str
    remedy: str


@dataclass(frozen=True)
class Report:
    """All faults of a file, in the order of its rows."""

    file: str
    rows: int
    faults: tuple[CellFault, ...]

    def as_json(self) -> dict[str, Any]:
        """Return the report with plain values only."""
        faults = [asdict(fault) for fault in self.faults]
        return {"file": self.file, "rows": self.rows, "faults": faults}


def check_file(path: Path) -> Report:
    """Check a CSV file; see `check_bytes`."""
    return check_bytes(path.read_bytes(), str(path))


def check_bytes(content: bytes, name: str) -> Report:
    """Return every fault of a table of members.

    Needs the columns city, country, iso3, unesco_region (or region), joined_year
    and source_url; further columns are looked at only for dangerous cells.

    Parameters
    ----------
    content : bytes
        The file as it is, in any encoding, with commas, semicolons or tabs.
    name : str
        What the report calls the file.
    """
    try:
        sheet = load_sheet(content)
    except NotATableError as error:
        return Report(name, 0, (CellFault(0, "", "", str(error), error.remedy),))
    faults = sorted(set(_sheet_faults(sheet)))
    return Report(name, len(sheet.rows), tuple(faults))


def _sheet_faults(sheet: Sheet) -> Iterator[CellFault]:
    header = tuple(_OTHER_COLUMN_NAMES.get(fold(n), n.casefold()) for n in sheet.header)
    if sheet.encoding:
        problem = f"the file is {sheet.encoding}, not UTF-8: letters may be wrong"
        yield CellFault(0, "", "", problem, "Save it as CSV UTF-8")
    missing = [column for column in COLUMNS if column not in header]
    for column in missing:
        yield CellFault(1, column, "", "the column is missing", f"Add a column named {column}")
    for column in {column for column in header if header.count(column) > 1}:
        yield CellFault(1, column, "", "two columns have this name", "Keep one of them")
    if not sheet.rows:
        yield CellFault(0, "", "", "there are no rows below the header", "Add the members")
    rows = []
    for number, cells in sheet.rows:
        if len(cells) != len(header):
            problem = f"{len(cells)} cells where the header has {len(header)}"
            yield CellFault(number, "", "", problem, "Put texts that hold the delimiter in quotes")
            continue
        row = dict(zip(header, cells, strict=True))
        yield from _cell_faults(number, row)
        rows.append((number, {column: cell.strip() for column, cell in row.items()}))
    if not missing:
        yield from _member_faults(rows)


def _cell_faults(number: int, row: Row) -> Iterator[CellFault]:
    """Yield cells that are dangerous in a spreadsheet or on a page, in any column."""
    for column, cell in row.items():
        if is_formula(cell):
            problem = "a spreadsheet would run the cell as a formula"
            yield CellFault(number, column, cell, problem, "Remove the first sign")
        if any(unicodedata.category(c) == "Cc" or c in _TURNING_MARKS for c in cell):
            problem = "the cell holds invisible control characters or a line break"
            yield CellFault(number, column, cell, problem, "Type the cell anew")


def _member_faults(rows: list[tuple[int, dict[str, str]]]) -> Iterator[CellFault]:
    seen: dict[tuple[str, str], int] = {}
    find_place = _place_finder()
    for number, row in rows:
        for find in (*_FINDERS, find_place):
            for column, problem, remedy in find(row):
                yield CellFault(number, column, row[column], problem, remedy)
        key = (fold(row["city"]), row["iso3"])
        if row["city"] and key in seen:
            problem = f"the same city is in row {seen[key]}"
            yield CellFault(number, "city", row["city"], problem, "Keep one of the two rows")
        seen.setdefault(key, number)


def _find_empty(row: Row) -> Iterator[Finding]:
    for column in COLUMNS:
        if not row[column] and column not in _MAY_BE_EMPTY:
            yield column, "the cell is empty", "Fill it in"


def _find_country(row: Row) -> Iterator[Finding]:
    iso3, country = row["iso3"], row["country"]
    state = load_states().get(iso3)
    if iso3 and state is None:
        hint = suggest_country(country) or suggest_country(iso3)
        asked = f". Did you mean {hint}?" if hint else ""
        yield "iso3", "no Member State of UNESCO has this code", f"Use the ISO 3166 code{asked}"
    if state is None or not country or country == state.names[0]:
        return
    hint = suggest_country(country)
    if hint and not hint.startswith(iso3):
        problem = f"{iso3} is {state.names[0]}, not this country"
        yield "country", problem, f"Correct the name or the code. Did you mean {hint}?"
    else:
        problem = "the country is not written as UNESCO writes it"
        yield "country", problem, f'Did you mean "{state.names[0]}"?'


def _find_region(row: Row) -> Iterator[Finding]:
    state = load_states().get(row["iso3"])
    if state and row["unesco_region"] and row["unesco_region"] != state.region:
        problem = f"{row['iso3']} is in another regional group of UNESCO"
        yield "unesco_region", problem, f'Write "{state.region}"'


def _find_year(row: Row) -> Iterator[Finding]:
    year, this_year = row["joined_year"], datetime.now(UTC).year
    remedy = f"Write a year from {FIRST_YEAR} to {this_year}, or nothing if no source gives one"
    if year and not re.fullmatch(r"\d{4}", year, re.ASCII):
        yield "joined_year", "this is no year of four digits", remedy
    elif year and not FIRST_YEAR <= int(year) <= this_year:
        yield "joined_year", "the network did not admit members in that year", remedy


def _find_source(row: Row) -> Iterator[Finding]:
    if row["source_url"] and not is_url(row["source_url"]):
        remedy = "Give the full address, starting with https://"
        yield "source_url", "this is no address of a page", remedy


_FINDERS: tuple[Finder, ...] = (
    _find_empty, _find_country, _find_region, _find_year, _find_source,
)  # fmt: skip


def _place_finder() -> Finder:
    """Return a finder of cities that the gazetteer lacks, or has with another spelling."""
    from geo.geocode import geocode
    from geo.overrides import load_overrides, member_key

    decisions = load_overrides()

    def find_place(row: Row) -> Iterator[Finding]:
        city, iso3 = row["city"], row["iso3"]
        is_member = member_key(city, iso3) in decisions.kinds
        if not city or is_member or iso3 not in load_states():
            return
        gazetteer = _gazetteer_of(iso3)
        if iso3 in gazetteer.iso3s:
            found = geocode(city, iso3, gazetteer=gazetteer, overrides=decisions)
            yield from _place_findings(found, gazetteer)

    return find_place


@lru_cache(maxsize=2)
def _gazetteer_of(iso3: str) -> Gazetteer:
    """Read one country: the whole gazetteer would take more memory than the app has."""
    from geo.gazetteer import load_gazetteer

    return load_gazetteer(iso3s=[iso3])


def _place_findings(found: GeocodeResult, gazetteer: Gazetteer) -> Iterator[Finding]:
    if found.method == "gazetteer-fuzzy" and found.geonameid:
        place = gazetteer.by_id(found.geonameid, found.iso3)
        hint = f'Did you mean "{place.name}"?' if place else "Check the spelling"
        yield "city", "no place is spelt like this in the country", hint
    elif not found.is_placed:
        hint = _suggest_place(found.name, found.iso3, gazetteer)
        remedy = f'Did you mean "{hint}"? ' if hint else ""
        remedy += "If the name is right, give its position in data/overrides/coordinates.csv"
        yield "city", "no such place is known in the country", remedy


def _suggest_place(city: str, iso3: str, gazetteer: Gazetteer) -> str:
    from rapidfuzz import fuzz, process

    names = {fold(place.name): place.name for place in gazetteer.places[iso3]}
    best = process.extractOne(fold(city), list(names), scorer=fuzz.ratio, score_cutoff=_SIMILARITY)
    return names[best[0]] if best else ""
