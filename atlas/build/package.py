"""The Frictionless data package that describes every data file."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from atlas.build.schema import FOREIGN_KEYS, PRIMARY_KEYS, columns_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from atlas.schema import Column

Json = dict[str, Any]
CC_BY: Json = {
    "name": "CC-BY-4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
    "title": "Creative Commons Attribution 4.0 International",
}
UN_GEODATA: Json = {
    "name": "other-un-geodata",
    "path": "https://geoportal.un.org/",
    "title": "UN Geodata, terms of use of the United Nations Geospatial Information Section",
}
_SOURCES: Mapping[str, Json] = {
    "pages": {"title": "Public pages; each row names its own in source_url"},
    "geonames": {"title": "GeoNames", "path": "https://www.geonames.org/"},
    "un": {"title": "UN Geodata as packaged with plotly.js 3.7.0", "path": UN_GEODATA["path"]},
    "cldr": {"title": "Unicode CLDR, through Babel", "path": "https://cldr.unicode.org/"},
}
_HASH_LENGTH = 7  # as long as the short hash of a commit


def sha256(content: bytes) -> str:
    """Return a hash in the notation of Frictionless."""
    return f"sha256:{hashlib.sha256(content).hexdigest()}"


def version_of(files: Mapping[str, bytes], compiled_on: str) -> str:
    """Return the day of compilation and a short hash of the curated tables.

    >>> version_of({}, "2026-11-22")
    '2026-11-22+e3b0c44'
    """
    digest = hashlib.sha256()
    for path in sorted(files):
        digest.update(path.encode() + b"\0" + files[path])
    return f"{compiled_on}+{digest.hexdigest()[:_HASH_LENGTH]}"


def build_package(data: Path, curated: Mapping[str, bytes], compiled_on: str) -> bytes:
    """Return datapackage.json for the curated tables and the other data files.

    Parameters
    ----------
    data : Path
        The data folder with ``raw/``, ``boundaries/`` and ``gazetteer/``.
    curated : mapping
        Content of the curated files by path under the data folder.
    compiled_on : str
        Day on which the raw tables were compiled, ISO 8601.
    """
    resources = [*_curated(curated, compiled_on), *_raw(data), *_others(data)]
    package: Json = {
        "name": "learning-cities-atlas",
        "title": "Learning Cities Atlas: members of the UNESCO Global Network of Learning Cities",
        "description": (
            "A documented sample compiled from public pages, not the official list. "
            "Independent; not an official product of UNESCO."
        ),
        "version": version_of(curated, compiled_on),
        "licenses": [CC_BY, UN_GEODATA],
        "sources": list(_SOURCES.values()),
        "resources": resources,
    }
    return (json.dumps(package, ensure_ascii=False, indent=2) + "\n").encode()


def _resource(path: str, content: bytes, kind: str, **more: object) -> Json:
    folder, _, file = path.partition("/")
    name = file.rpartition(".")[0].replace(".", "-")
    return {
        "name": name if folder == "curated" else f"{folder}-{name}".lower(),
        "type": kind,
        "path": path,
        "bytes": len(content),
        "hash": sha256(content),
        **more,
    }


def _curated(curated: Mapping[str, bytes], compiled_on: str) -> Iterator[Json]:
    for path, content in curated.items():
        table = Path(path).stem
        yield _resource(
            path, content, "table", format="csv", mediatype="text/csv", encoding="utf-8",
            licenses=[CC_BY], schema=table_schema(table, compiled_on),
        )  # fmt: skip


def table_schema(table: str, compiled_on: str) -> Json:
    """Return the Table Schema of a curated table."""
    schema: Json = {
        "fields": [_field(column) for column in columns_of(table, compiled_on)],
        "primaryKey": list(PRIMARY_KEYS[table]),
        "missingValues": [""],
    }
    if table in FOREIGN_KEYS:
        schema["foreignKeys"] = [
            {"fields": [field], "reference": {"resource": other, "fields": [key]}}
            for field, other, key in FOREIGN_KEYS[table]
        ]
    return schema


def _field(column: Column) -> Json:
    limits: Json = {}
    if column.required:
        limits["required"] = True
    if column.unique:
        limits["unique"] = True
    for name in ("minimum", "maximum"):
        if text := getattr(column, name):
            limits[name] = text if column.type == "date" else int(text)
    if column.enum:
        limits["enum"] = list(column.enum)
    if column.pattern:
        limits["pattern"] = column.pattern
    field: Json = {"name": column.name, **_field_type(column.type), "description": column.help}
    return field | ({"constraints": limits} if limits else {})


def _field_type(kind: str) -> Json:
    if kind == "boolean":
        return {"type": kind, "trueValues": ["yes"], "falseValues": ["no"]}
    return {"type": "string" if kind == "category" else kind}


def _raw(data: Path) -> Iterator[Json]:
    for path in sorted((data / "raw").glob("*.csv")):
        content = path.read_bytes()
        header = next(csv.reader(content.decode("utf-8-sig").splitlines()))
        fields = [{"name": name, "type": "string"} for name in header]
        yield _resource(
            f"raw/{path.name}", content, "table", format="csv", mediatype="text/csv",
            encoding="utf-8", licenses=[CC_BY], sources=[_SOURCES["pages"]],
            schema={"fields": fields, "missingValues": [""]},
        )  # fmt: skip


def _others(data: Path) -> Iterator[Json]:
    for path in sorted((data / "boundaries").glob("*.geojson")):
        yield _resource(
            f"boundaries/{path.name}", path.read_bytes(), "file", format="geojson",
            mediatype="application/geo+json", licenses=[UN_GEODATA], sources=[_SOURCES["un"]],
        )  # fmt: skip
    for path in sorted((data / "gazetteer").glob("*.parquet")):
        yield _resource(
            f"gazetteer/{path.name}", path.read_bytes(), "file", format="parquet",
            mediatype="application/vnd.apache.parquet", licenses=[CC_BY],
            sources=[_SOURCES["geonames"]],
        )  # fmt: skip
    for path in sorted((data / "gazetteer").glob("*.csv")):
        yield _resource(
            f"gazetteer/{path.name}", path.read_bytes(), "file", format="csv", mediatype="text/csv",
            licenses=[CC_BY], sources=[_SOURCES["geonames"]],
        )  # fmt: skip
