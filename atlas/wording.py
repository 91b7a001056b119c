"""All words that people see: gettext catalogues, country names and number formats of the visitor's language.

The language belongs to one run of one session, so it lives in a context variable and never in the process: two
visitors of one server read two languages.  Catalogues are read as ``.po`` text; nothing has to be compiled.
"""

from __future__ import annotations

import gettext as _gettext
import io
import re
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from babel import Locale
from babel.dates import format_date
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from datetime import date


@dataclass(frozen=True)
class Language:
    """A language that the Atlas speaks.

    Attributes
    ----------
    code : str
        Name in links and of the folder in ``locale/``.
    name : str
        What its speakers call it.
    locale : str
        CLDR locale for dates, numbers, percentages and lists.
    direction : {"ltr", "rtl"}
        Which way it is written.
    complete : bool
        Whether every message has to be translated; in the others a message without a translation is shown in English.
    """

    code: str
    name: str
    locale: str
    direction: Literal["ltr", "rtl"] = "ltr"
    complete: bool = True


LANGUAGES: Final = {
    each.code: each
    for each in (
        Language("en", "English", locale="en_GB"),  # an international readership reads "4 December 2025"
        Language("fr", "Français", locale="fr"),
    )
}
"""Every language by its code, in the order offered; the first is that of the messages themselves."""

DEFAULT_LANGUAGE: Final = "en"
_LOCALES: Final = Path(__file__).resolve().parent.parent / "locale"
_COUNTRY_NAMES: Final = Path(__file__).resolve().parent.parent / "data" / "curated" / "country_names.csv"
_language: ContextVar[str] = ContextVar("language", default=DEFAULT_LANGUAGE)


def use_language(code: str) -> None:
    """Speak this language for the rest of the current run; an unknown code means English."""
    _language.set(code if code in LANGUAGES else DEFAULT_LANGUAGE)


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak another language for a moment."""
    token = _language.set(code)
    try:
        yield
    finally:
        _language.reset(token)


def language() -> str:
    """Return the code of the language in use."""
    return _language.get()


def known_language(tag: str) -> str:
    """Return the language of the Atlas that a language tag of a browser means.

    >>> known_language("fr-CA"), known_language("de"), known_language("")
    ('fr', 'en', 'en')
    """
    code = tag.split("-", maxsplit=1)[0].lower()
    return code if code in LANGUAGES else DEFAULT_LANGUAGE


def locale() -> str:
    """Return the CLDR locale of the language in use."""
    return LANGUAGES[language()].locale


@cache
def _catalogue(code: str) -> _gettext.NullTranslations:
    path = _LOCALES / code / "LC_MESSAGES" / "atlas.po"
    if not path.exists():  # English is the language of the messages themselves
        return _gettext.NullTranslations()
    with path.open("rb") as source:
        messages = read_po(source, locale=code)
    compiled = io.BytesIO()
    write_mo(compiled, messages)
    compiled.seek(0)
    return _gettext.GNUTranslations(compiled)


def gettext(message: str) -> str:
    """Return the message in the language in use; ``_`` in the code."""
    return _catalogue(language()).gettext(message) if message else ""


def ngettext(singular: str, plural: str, number: int) -> str:
    """Return the form of the message that fits the number."""
    return _catalogue(language()).ngettext(singular, plural, number)


def pgettext(context: str, message: str) -> str:
    """Return the message as it reads in a context (``"year"`` of joining or of a statement)."""
    return _catalogue(language()).pgettext(context, message)


def mark(message: str) -> str:
    """Mark a message for the catalogue without translating it yet (for tables of words)."""
    return message


@cache
def _un_names(code: str) -> dict[str, str]:
    import csv

    with _COUNTRY_NAMES.open(encoding="utf-8", newline="") as source:
        return {row["iso3"]: row["name"] for row in csv.DictReader(source) if row["lang"] == code}


@cache
def _territories() -> dict[str, str]:
    """Return alpha-2 by alpha-3 codes, as CLDR aliases them."""
    from babel.core import get_global

    aliases = get_global("territory_aliases")
    return {alpha3: codes[0] for alpha3, codes in aliases.items() if len(alpha3) == 3 and alpha3.isalpha()}


@cache
def _country_name(iso3: str, code: str) -> str:
    name = _un_names(code).get(iso3)
    if not name:
        territories = Locale.parse(LANGUAGES[code].locale, sep="_").territories
        name = str(territories.get(_territories().get(iso3, ""), iso3))
    return name.replace("'", "’")  # as the sentences round it are set


def country_name(iso3: str) -> str:
    """Return the name of a country: the UN short name where one is recorded, else CLDR's."""
    return _country_name(iso3, language())


@lru_cache(maxsize=4096)
def sort_key(name: str) -> str:
    """Return what a name is sorted by: without accents and case, so that Égypte stands with E.

    >>> sorted(["Zambie", "Égypte", "El Salvador"], key=sort_key)
    ['Égypte', 'El Salvador', 'Zambie']
    """
    return fold(name)


def number(value: float) -> str:
    """Return a number with the language's separators."""
    return _number(value, locale())


@lru_cache(maxsize=4096)  # a page writes the same few hundred small numbers again and again
def _number(value: float, locale: str) -> str:
    return str(format_decimal(value, locale=locale))


def percent(share: float) -> str:
    """Return a share (0 to 1) as a whole percentage, with the sign where the language puts it (CLDR)."""
    return str(format_percent(share, locale=locale()))


def day(value: date, style: str = "long") -> str:
    """Return a date in words."""
    text = str(format_date(value, format=style, locale=locale()))
    # CLDR gives the day as a bare number; French counts the first one.
    return re.sub(r"^1(?= )", "1er", text) if language() == "fr" else text


def listing(items: Sequence[str]) -> str:
    """Return items joined as a sentence joins them ("a, b and c")."""
    return str(format_list(list(items), locale=locale()))


def series(items: Iterable[str]) -> str:
    """Return items that have numbers or commas of their own, with the language's semicolon between them."""
    return gettext("; ").join(items)
