"""The data package describes every data file, and a validator of its own agrees."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from atlas.build.provenance import compiled_on
from atlas.schema import load_schema

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def package() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))
    return loaded


def test_frictionless_finds_every_resource_valid() -> None:
    from frictionless import Package, system

    # The package lies in a folder given by an absolute path; its own paths are relative.
    with system.use_context(trusted=True):
        report = Package(str(DATA / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "rowNumber", "fieldName", "message"])


def test_every_data_file_is_a_resource(package: dict[str, Any]) -> None:
    described = {resource["path"] for resource in package["resources"]}
    files = {
        path.relative_to(DATA).as_posix()
        for pattern in ("curated/*.csv", "raw/*.csv", "boundaries/*.geojson", "gazetteer/*.parquet", "gazetteer/*.csv")
        for path in DATA.glob(pattern)
    }
    assert described == files


def test_every_hash_and_size_fits_its_file(package: dict[str, Any]) -> None:
    for resource in package["resources"]:
        content = (DATA / resource["path"]).read_bytes()
        assert resource["bytes"] == len(content), resource["path"]
        assert resource["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"


def test_every_resource_has_a_licence(package: dict[str, Any]) -> None:
    assert {licence["name"] for licence in package["licenses"]} == {"CC-BY-4.0", "other-un-geodata"}
    assert all(resource["licenses"] for resource in package["resources"])


def test_every_curated_column_is_described(package: dict[str, Any]) -> None:
    schemas = {each["name"]: each["schema"] for each in package["resources"] if each["path"].startswith("curated/")}
    assert set(schemas) == set(load_schema())
    for schema in schemas.values():
        assert schema["primaryKey"]
        assert all(field["description"] for field in schema["fields"])


def test_the_version_is_the_day_of_compilation_and_a_hash(package: dict[str, Any]) -> None:
    day, _, short = package["version"].partition("+")
    assert day == compiled_on(DATA)
    assert len(short) == 7


def test_the_package_holds_no_time_of_its_making(package: dict[str, Any]) -> None:
    assert not {"created", "updated", "modified"} & set(package)
