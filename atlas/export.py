"""Files to take away: CSV and GeoJSON that still say where they come from when the Atlas is long out of sight.

A file carries the data as they are (codes and English words, not the translated table), so that files in two
languages can be joined; only the sentences about the file are in the visitor's language.

A CSV holds the table and nothing else, so that columns are variables.  Licence, attribution, version, coverage and
filter stand once, in a README beside it in the same archive: RFC 4180 knows no comments, and constant columns in each
row say four hundred times what one page says better.  GeoJSON has a place of its own for them.
"""

from __future__ import annotations

import io
import json
import re
import zipfile
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final

import pandas as pd

from atlas import credits
from atlas.exonyms import ANNOUNCED
from atlas.focus_codes import focus_codes
from atlas.spreadsheet import is_formula
from atlas.wording import day, ngettext, number, series
from atlas.wording import gettext as _
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

    from atlas.model import Network
    from atlas.selection import Selection

_NAME: Final = "learning-cities-atlas"
_SLUG_LENGTH: Final = 80
_COORDINATE_DIGITS: Final = 5  # about a metre: more than any pin means, and what GeoNames gives
_LEFT_OUT: Final = ("aliases",)  # spellings for the search, thousands of words that are no facts about the members


@dataclass(frozen=True)
class Provenance:
    """What a file says about itself.

    Attributes
    ----------
    version : str
        Version of the data.
    coverage : str
        The coverage line, in the visitor's language.
    filter : str
        In words, which part of the data this is.
    """

    version: str
    coverage: str
    filter: str


def members_to_export(network: Network) -> pd.DataFrame:
    """Return the members with all that is known of them, one row each.

    Returns
    -------
    pandas.DataFrame
        The columns of ``cities`` without ``aliases``, then ``stated_focus`` and ``award_years``, both joined by "|".
        ``lat`` and ``lon`` are degrees, EPSG:4326.
    """
    cities = network.cities.drop(columns=list(_LEFT_OUT))
    if ANNOUNCED in cities:  # a language has names of its own
        cities = cities.assign(display_name=cities[ANNOUNCED]).drop(columns=ANNOUNCED)
    focus = _joined(network.focus["city_id"], focus_codes(network.focus))
    awards = _joined(network.awards["city_id"], network.awards["year"].astype("str"))
    return cities.assign(
        stated_focus=focus.reindex(cities.index).fillna(""), award_years=awards.reindex(cities.index).fillna("")
    )


def _joined(city_ids: pd.Series, values: pd.Series) -> pd.Series:
    pairs = pd.DataFrame({"city_id": city_ids, "value": values}).drop_duplicates().sort_values("value")
    return pairs.groupby("city_id")["value"].agg("|".join)


def to_csv(table: pd.DataFrame) -> bytes:
    """Return a table as CSV: RFC 4180, UTF-8 with the mark that spreadsheets need to read it as such.

    Texts that a spreadsheet would run as a formula get an apostrophe in front; numbers stay numbers, also negative
    ones.  Unknown is empty; yes and no are written as words.
    """
    text: str = table.apply(_safe_column).to_csv(index=False, lineterminator="\r\n")
    return text.encode("utf-8-sig")


def to_zip(table: pd.DataFrame, provenance: Provenance, name: str) -> bytes:
    """Return an archive of a table as CSV and of a README that says once where it comes from and what may be done.

    Parameters
    ----------
    table : pandas.DataFrame
        The rows.
    provenance : Provenance
        What the file says about itself.
    name : str
        Name of the archive; the CSV in it is called the same.
    """
    inside = PurePath(name).with_suffix(".csv").name
    made = credits.version_date(provenance.version)
    content = {inside: to_csv(table), "README.txt": readme(provenance, inside, len(table)).encode()}
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as files:
        for path, text in content.items():  # with the day of the data: the same data make the same file
            files.writestr(
                zipfile.ZipInfo(path, (made.year, made.month, made.day, 0, 0, 0)), text, zipfile.ZIP_DEFLATED
            )
    return archive.getvalue()


def readme(provenance: Provenance, name: str, rows: int) -> str:
    """Return what an archive says about the table in it, in the visitor's language.

    Parameters
    ----------
    provenance : Provenance
        Version, coverage and filter.
    name : str
        Name of the table's file.
    rows : int
        Number of its rows.
    """
    lines = [
        credits.citation(provenance.version),
        credits.independence(),
        "",
        ngettext("{file}: {number} row.", "{file}: {number} rows.", rows).format(file=name, number=number(rows)),
        _("Filter: {filter}.").format(filter=provenance.filter.removesuffix(".")),
        _("Coverage: {coverage}").format(coverage=provenance.coverage),
        _("Data version {version} of {date}; licence {licence}, {url}.").format(
            version=provenance.version,
            date=day(credits.version_date(provenance.version)),
            licence=credits.CC_BY,
            url=credits.CC_BY_URL,
        ),
        _("Attribution: {attribution}.").format(attribution=credits.attribution()),
        "",
        _("Comma-separated, UTF-8. Empty means not published. A text that begins like a formula has an apostrophe in "
          "front."),
    ]  # fmt: skip
    return "\r\n".join(lines) + "\r\n"


def _safe_column(column: pd.Series) -> pd.Series:
    if pd.api.types.is_bool_dtype(column):
        return column.map({True: "yes", False: "no"})
    return column if pd.api.types.is_numeric_dtype(column) else _safe(column.astype("str"))


def _safe(texts: pd.Series) -> pd.Series:
    return texts.mask(texts.map(is_formula).astype(bool), "'" + texts)


def to_geojson(members: pd.DataFrame, provenance: Provenance) -> bytes:
    """Return members as GeoJSON (RFC 7946): WGS 84, positions as (longitude, latitude).

    Members that are not placed are kept with a null geometry.  Properties are typed, null where unknown; the foreign
    member ``metadata`` (RFC 7946, 6.1) says source, licence, date, coverage and filter.

    Parameters
    ----------
    members : pandas.DataFrame
        As :func:`members_to_export` returns them; ``lat`` and ``lon`` in degrees, EPSG:4326.
    provenance : Provenance
        What the file says about itself.
    """
    properties = _plain_values(members)
    features = [
        {"type": "Feature", "id": each["city_id"], "geometry": _point(each["lon"], each["lat"]), "properties": each}
        for each in properties
    ]
    collection = {"type": "FeatureCollection", "metadata": _metadata(provenance, len(features)), "features": features}
    return json.dumps(collection, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _plain_values(table: pd.DataFrame) -> list[dict[str, Any]]:
    """Return rows of plain Python values, None for what is unknown."""
    columns = {}
    for name, column in table.items():
        known = column.notna() & (column.astype("str") != "")
        columns[name] = column.astype("object").where(known, None).tolist()
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def _point(lon: float | None, lat: float | None) -> dict[str, Any] | None:
    """Return a position in GeoJSON's order, which is that of x and y: longitude first."""
    if lon is None or lat is None:
        return None
    return {"type": "Point", "coordinates": [round(lon, _COORDINATE_DIGITS), round(lat, _COORDINATE_DIGITS)]}


def _metadata(provenance: Provenance, count: int) -> dict[str, Any]:
    return {
        "title": "Learning Cities Atlas: members of the UNESCO Global Network of Learning Cities",
        "independence": credits.independence(),
        "source": credits.attribution(),
        "licence": credits.CC_BY,
        "licence_url": credits.CC_BY_URL,
        "data_version": provenance.version,
        "date": credits.version_date(provenance.version).isoformat(),
        "coverage": provenance.coverage,
        "filter": provenance.filter,
        "count": count,
    }


def file_name(version: str, selection: Selection | None, ending: str, *, query: str = "", table: str = "") -> str:
    """Return the name of a file: date of the data, table, filter.

    >>> file_name("2026-11-22+0c97e2a", None, "csv")
    'learning-cities-atlas_2026-11-22_all.csv'
    """
    chosen = [f"{name}-{code}" for name, code in selection.items()] if selection else []
    parts = [_slug(part) for part in (*chosen, f"search-{query}" if query else "")]
    what = "_".join(filter(None, parts))[:_SLUG_LENGTH].rstrip("-_") or "all"
    return "_".join(filter(None, (_NAME, version.partition("+")[0], _slug(table), what))) + f".{ending}"


def _slug(text: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", fold(text)))


def filter_words(choices: Iterable[tuple[str, str]]) -> str:
    """Return chosen filters as one line ("Region: Africa; Year of joining: 2024").

    Parameters
    ----------
    choices : iterable of (str, str)
        Name of the filter and its value, in words.
    """
    grouped: dict[str, list[str]] = {}
    for name, value in choices:
        grouped.setdefault(name, []).append(value)
    return series(_("{name}: {value}").format(name=name, value=", ".join(values)) for name, values in grouped.items())
