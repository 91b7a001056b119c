"""Milestones of the network's growth, and its events."""

from __future__ import annotations

import calendar
from typing import TYPE_CHECKING

from atlas.build.raw import RAW_COLUMNS, Raw

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.build.tables import Row

_ANNOTATIONS = ("is_official", "superseded_by", "note")
_PRECISION = {4: "year", 7: "month", 10: "day"}


def sort_date(published: str) -> str:
    """Return the last day of a date that may lack its day or month.

    >>> sort_date("2016-06"), sort_date("2019"), sort_date("2020-09-23")
    ('2016-06-30', '2019-12-31', '2020-09-23')
    """
    if len(published) == len("2019"):
        return f"{published}-12-31"
    if len(published) == len("2019-12"):
        year, month = map(int, published.split("-"))
        return f"{published}-{calendar.monthrange(year, month)[1]:02d}"
    return published


def build_milestones(raw: Raw) -> list[Row]:
    """Return every published count and turning point, in the order of time."""
    overrides = raw.overrides["milestones"]
    found = []
    for row in raw.rows("milestones"):
        given = overrides.find("annotate", row["date"], row["event"]) or {}
        notes = {key: given.get(key, "") for key in _ANNOTATIONS}
        found.append({**row, **notes, "is_official": notes["is_official"] or "no"})
    for row in overrides.table.rows:
        if row["action"] == "add":
            overrides.find("add", row["date"], row["event"])
            found.append({c: row[c] for c in (*RAW_COLUMNS["milestones"], *_ANNOTATIONS)})
    rows = [{**row, **_dates(row["date"])} for row in found]
    # Python's sort is stable: rows of one day stay in the order they were compiled.
    return sorted(rows, key=lambda row: row["sort_date"])


def _dates(published: str) -> Row:
    return {
        "date_precision": _PRECISION.get(len(published), "unknown"),
        "sort_date": sort_date(published),
    }


def build_events(raw: Raw) -> list[Row]:
    """Return conferences, intakes, awards and other events in the order of time."""
    events = [_event(row) for row in raw.rows("events")]
    conferences = {e["start_date"][:4]: e for e in events if e["kind"] == "conference"}
    events += _award_events(raw, conferences)
    return sorted(events, key=lambda e: (sort_date(e["start_date"]), e["kind"], e["event"]))


def _event(row: Row) -> Row:
    start, _, end = row["date"].partition("/")
    return {**row, "start_date": start, "end_date": end, "kind": event_kind(row["event"])}


def event_kind(event: str) -> str:
    """Return conference, cohort or other for the text of an event.

    >>> event_kind("Third International Conference on Learning Cities")
    'conference'
    """
    if "International Conference on Learning Cities" in event:
        return "conference"
    return "cohort" if "admitted" in event or "members (" in event else "other"


def _award_events(raw: Raw, conferences: dict[str, Row]) -> Iterator[Row]:
    """Yield one event per award year, dated by the conference it was given at."""
    by_year: dict[str, list[Row]] = {}
    for row in raw.rows("awards"):
        by_year.setdefault(row["year"], []).append(row)
    for year, rows in by_year.items():
        place = conferences.get(year, {})
        yield {
            "start_date": place.get("start_date", year), "end_date": place.get("end_date", ""),
            "kind": "award", "event": rows[0]["award"], "city": place.get("city", ""),
            "country": place.get("country", ""), "outcome": f"{len(rows)} cities",
            "source_url": rows[0]["source_url"],
        }  # fmt: skip
