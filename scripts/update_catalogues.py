"""Collect every message of the code and every word of the data that is shown, and bring the catalogues up to date.

    python scripts/update_catalogues.py            writes locale/atlas.pot and locale/*/LC_MESSAGES/atlas.po
    python scripts/update_catalogues.py --check    writes nothing; exits 1 if a catalogue is out of date

Translations are kept where the English message is still the same and never guessed where it changed: a new message
has an empty translation until somebody writes one.  The files hold no dates and no line numbers, so they change only
when a message does.  The app reads the .po files as they are; nothing has to be compiled.
"""

from __future__ import annotations

import argparse
import ast
import csv
import io
import sys
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Final

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2.ext import babel_extract

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from atlas.schema import SCHEMA, load_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT: Final = Path(__file__).resolve().parent.parent
LOCALES: Final = ROOT / "locale"
TEMPLATE: Final = LOCALES / "atlas.pot"
TEMPLATES: Final = ROOT / "atlas" / "templates"
SOURCES: Final = ("dashboard.py", "pages", "atlas", "geo")
SIMPLE: Final = ("_", "gettext", "mark")
PLURAL: Final = "ngettext"
IN_CONTEXT: Final = "pgettext"
_CODES: Final = {"focus": "kind", "theme_to_sdg": "focus_kind"}
"""Where the column ``focus`` holds words (of a theme) or codes (of a cluster, a goal), and what tells them apart."""


def collect() -> Catalog:
    """Return the template: every message with the files that it comes from, in alphabetical order."""
    catalogue = Catalog(fuzzy=False)
    of_code, of_data = (_messages_of_code(), _messages_of_templates()), (_words_of_schema(), _words_of_data())
    for path, message, context in chain(*of_code, *of_data):
        catalogue.add(message, locations=[(path, 1)], context=context)
    return catalogue


def _messages_of_code() -> Iterator[tuple[str, str | tuple[str, ...], str | None]]:
    for source in SOURCES:
        found = ROOT / source
        for path in [found] if found.is_file() else sorted(found.rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            for message, context in messages_in(path.read_text(encoding="utf-8")):
                yield name, message, context


def _messages_of_templates() -> Iterator[tuple[str, str | tuple[str, ...], None]]:
    for path in sorted(TEMPLATES.rglob("*.*")):
        with path.open("rb") as source:
            for _line, function, found, _comments in babel_extract(source, (*SIMPLE, PLURAL), (), {}):
                texts = tuple(text for text in (found if isinstance(found, tuple) else (found,)) if text)
                if texts:  # a word of the data, ``_(region)``, is collected with the data
                    yield path.relative_to(ROOT).as_posix(), texts[:2] if function == PLURAL else texts[0], None


def messages_in(code: str) -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Yield each message of a module with its context.

    Babel's own extractor reads tokens and takes ``_(row["note"])`` for the message "note"; the syntax tree does not.
    """
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = tuple(each.value for each in node.args if isinstance(each, ast.Constant))
            if node.func.id in SIMPLE and len(texts) == len(node.args) == 1:
                yield texts[0], None
            elif node.func.id == PLURAL and len(texts) > 1:
                yield texts[:2], None
            elif node.func.id == IN_CONTEXT and len(texts) > 1:
                yield texts[1], texts[0]


def _words_of_schema() -> Iterator[tuple[str, str, None]]:
    """Yield the heading of every column that is shown, and the help of every column, which files bring along."""
    for columns in load_schema().values():
        for column in columns:
            for message in filter(None, (column.heading, column.help)):
                yield SCHEMA.relative_to(ROOT).as_posix(), message, None


def _words_of_data() -> Iterator[tuple[str, str, None]]:
    """Yield the values of every column whose words are shown through gettext."""
    for table, columns in load_schema().items():
        path = ROOT / "data" / "curated" / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as source:
            rows = list(csv.DictReader(source))
        for column in (column.name for column in columns if column.translated):
            for word in sorted({row[column] for row in rows if _is_word(table, column, row)}):
                yield path.relative_to(ROOT).as_posix(), word, None


def _is_word(table: str, column: str, row: dict[str, str]) -> bool:
    coded = column == "focus" and row[_CODES[table]] != "theme"
    return bool(row[column]) and not coded


def merge(template: Catalog, language: str) -> Catalog:
    """Return the template with the translations that the language has for exactly these messages."""
    merged = Catalog(locale=language, fuzzy=False)
    known = read_catalogue(language)
    for message in template:
        if message.id:
            old = known.get(message.id, message.context)
            same = old is not None and old.id == message.id  # not so where it gained or lost its plural
            string = old.string if old and same and not old.fuzzy else None
            comments = old.user_comments if old else ()
            merged.add(
                message.id,
                string,
                locations=message.locations,
                context=message.context,
                user_comments=comments,
            )
    return merged


def read_catalogue(language: str) -> Catalog:
    """Return the catalogue of a language as it is on disk."""
    with catalogue_path(language).open("rb") as source:
        return read_po(source, locale=language)


def catalogue_path(language: str) -> Path:
    """Return the file of a language."""
    return LOCALES / language / "LC_MESSAGES" / "atlas.po"


def languages() -> list[str]:
    """Return the codes of the languages that have a catalogue."""
    return sorted(path.parent.parent.name for path in LOCALES.glob("*/LC_MESSAGES/atlas.po"))


def as_text(catalogue: Catalog) -> bytes:
    """Return a catalogue as the text of its file, with a header that never changes by itself."""
    # Babel would write today's date; what git says about the file is enough.
    fields = {"Content-Type": "text/plain; charset=UTF-8", "Content-Transfer-Encoding": "8bit"}
    if catalogue.locale:
        fields |= {"Language": str(catalogue.locale), "Plural-Forms": catalogue.plural_forms}
    header = "".join(f'"{name}: {value}\\n"\n' for name, value in fields.items())
    body = io.BytesIO()
    write_po(body, catalogue, width=0, omit_header=True, sort_output=True, include_lineno=False)
    return f'msgid ""\nmsgstr ""\n{header}\n'.encode() + body.getvalue().strip() + b"\n"


def wanted() -> dict[Path, bytes]:
    """Return every catalogue's file with the content that it should have."""
    template = collect()
    files = {TEMPLATE: as_text(template)}
    return files | {catalogue_path(code): as_text(merge(template, code)) for code in languages()}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if a catalogue is out of date")
    checking = parser.parse_args(arguments).check
    stale = {path: text for path, text in wanted().items() if not path.exists() or path.read_bytes() != text}
    for path, text in stale.items():
        print(f"{path.relative_to(ROOT)} {'is out of date' if checking else 'written'}")
        if not checking:
            path.write_bytes(text)
    for code in languages() if not checking else ():
        missing = [message for message in read_catalogue(code) if message.id and not _is_translated(message.string)]
        print(f"{code}: {len(missing)} messages without a translation")
    return 1 if checking and stale else 0


def _is_translated(string: str | tuple[str, ...] | list[str]) -> bool:
    return all([string] if isinstance(string, str) else string)


if __name__ == "__main__":
    sys.exit(main())
