"""A column is declared once: whoever forgets a part of it is told."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from atlas import schema, tables
from atlas.build.dictionary import build_dictionary
from atlas.build.schema import FOREIGN_KEYS, PRIMARY_KEYS
from atlas.facts import FACTS, fact_table
from atlas.schema import TYPES, SchemaError, load_schema, shown_columns, stored_columns
from atlas.tables import COLUMNS, DEFAULT, LINKS, member_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from atlas.model import Network

HEAD = "table,column,type,required,unique,minimum,maximum,enum,pattern,derived,translated,heading,help\n"
DTYPES = {"integer": "Int64", "year": "Int64", "number": "float64", "boolean": "bool", "category": "category"}


@pytest.fixture
def schema_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return a schema file of our own for one test."""
    path = tmp_path / "schema.csv"
    monkeypatch.setattr(schema, "SCHEMA", path)
    load_schema.cache_clear()
    yield path
    load_schema.cache_clear()


def test_a_row_says_everything_about_a_column(schema_file: Path) -> None:
    schema_file.write_text(f"{HEAD}cities,size,category,yes,,,,small|large,,,yes,Size,How large it is.\n")
    (column,) = stored_columns("cities")
    assert (column.name, column.type, column.required, column.unique) == ("size", "category", True, False)
    assert (column.enum, column.translated, column.is_address) == (("small", "large"), True, False)
    assert shown_columns("cities") == {"size": column}


def test_a_column_without_heading_is_never_shown_and_a_derived_one_never_stored(schema_file: Path) -> None:
    rows = "cities,hidden,string,,,,,,,,,,In the file only.\ncities,made,string,,,,,,,yes,,Made,On screen only.\n"
    schema_file.write_text(HEAD + rows)
    assert list(shown_columns("cities")) == ["made"]
    assert [column.name for column in stored_columns("cities")] == ["hidden"]


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("cities,size,text,,,,,,,,,Size,How large it is.", "the type 'text' is none of string"),
        ("cities,size,string,,,,,,,,,Size,", "there is no help"),
        ("cities,size,string,,,,,,,yes,,,How large it is.", "a derived column is shown nowhere"),
        ("cities,a,string,,,,,,,,,,One.\ncities,a,string,,,,,,,,,,Two.", "cities.a: the name is there twice"),
    ],
)
def test_a_part_that_is_forgotten_is_named(schema_file: Path, row: str, problem: str) -> None:
    schema_file.write_text(f"{HEAD}{row}\n")
    with pytest.raises(SchemaError, match=problem):
        load_schema()


def test_every_table_has_its_keys_among_its_columns() -> None:
    assert set(PRIMARY_KEYS) == set(load_schema())
    for table, key in PRIMARY_KEYS.items():
        assert set(key) <= {column.name for column in stored_columns(table)}
    for keys in FOREIGN_KEYS.values():
        for _field, other, field in keys:
            assert field in {column.name for column in stored_columns(other)}


def test_the_app_reads_every_column_with_the_type_of_the_schema(network: Network) -> None:
    for table in set(load_schema()) - {"country_names", "city_names"}:
        frame = getattr(network, table)
        assert list(frame.columns) == [column.name for column in stored_columns(table)]
        for column in stored_columns(table):
            assert str(frame[column.name].dtype) == DTYPES.get(column.type, "object"), f"{table}.{column.name}"
    assert {column.type for columns in load_schema().values() for column in columns} == set(TYPES)


def test_every_column_with_a_heading_is_offered_and_every_derived_one_is_made(network: Network) -> None:
    assert set(COLUMNS) == set(shown_columns("cities"))
    assert set(tables._DERIVED) == {column.name for column in load_schema()["cities"] if column.derived}
    assert member_table(network.cities, list(COLUMNS), network=network).shape == (len(network), len(COLUMNS))
    for name in FACTS:
        assert fact_table(network, name).shape[1] == len(FACTS[name])


def test_the_identifier_is_offered_last_and_links_are_known_by_their_pattern() -> None:
    assert next(iter(COLUMNS)) == "display_name"
    assert list(COLUMNS)[-1] == "city_id"
    assert set(LINKS) == {"source_url", "profile_url", "website"}
    assert set(DEFAULT) <= set(COLUMNS)


def test_the_dictionary_has_a_row_per_stored_column() -> None:
    text = build_dictionary().decode()
    assert "| `joined_year` | year | Year of joining; empty where no source gives it. [Joined] |" in text
    assert "| `source_mirror` | boolean, required | Yes if source_url is a copy on a foreign host;" in text
    assert "`stated_focus`" not in text
    rows = sum(line.startswith("| `") for line in text.splitlines())
    assert rows == sum(len(stored_columns(table)) for table in load_schema())
    assert r"separated by \|; those" in text
