"""The catalogues: nothing missing, stale or mistranslated that a program can see; and how they are used."""

from __future__ import annotations

import ast
import csv
import re
import subprocess
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from atlas import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from babel.messages.catalog import Message

ROOT: Final = Path(__file__).parents[2]
SCRIPT: Final = ROOT / "scripts" / "update_catalogues.py"
TRANSLATED: Final = sorted(path.parent.parent.name for path in ROOT.glob("locale/*/LC_MESSAGES/atlas.po"))

GETTEXT: Final = ("_", "gettext", "ngettext", "pgettext", "mark")
PLACEHOLDER: Final = re.compile(r"\{[^{}]*\}")
MARKUP: Final = re.compile(r"\*\*|\]\(|<[^<>]+>|\n")
LETTERS: Final = re.compile(r"[^\W\d_]{2,}")

SAME_IN_FRENCH: Final = frozenset(
    (
        *("Beijing", "Cork", "Hangzhou", "La Paz", "Medellín", "Shanghai", "Yeonsu-gu", "UNESCO"),
        *("Citation", "Date", "Latitude", "Licence", "Longitude", "Note", "Notes", "Pause", "Population", "Source"),
        *("Format", "Maximum", "Minimum", "Sources"),
        *("commune", "consortium", "dimension", "district", "population", "position"),
        *("total = 100 × ({terms}) ÷ {total}",),
    )
)
"""Messages that are the same in English and French."""

FAULTY_FRENCH: Final = re.compile(
    "(?P<space>[ \u00a0][;:!?»%])"  # a narrow no-break space belongs there
    "|(?P<none>[^\\s\u202f/;:!?»&][;!?»])"
    '|(?P<quote>«(?!\u202f)|[“”"])'
    "|(?P<apostrophe>\\w'\\w)"
    "|(?P<double>  )"
)
"""Typography: ``Total : 3`` with U+202F before high punctuation and inside « », the curly apostrophe."""


def messages(code: str) -> list[Message]:
    with (ROOT / "locale" / code / "LC_MESSAGES" / "atlas.po").open("rb") as source:
        return [message for message in read_po(source, locale=code) if message.id]


def forms(message: Message) -> Iterator[tuple[str, str]]:
    """Yield each translated form beside the English one that it has to match."""
    if isinstance(message.id, str):
        yield message.id, str(message.string)
    else:
        for at, string in enumerate(message.string or ()):
            yield message.id[min(at, 1)], string


@pytest.fixture(params=TRANSLATED)
def code(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_catalogues_are_those_that_the_script_would_write() -> None:
    run = subprocess.run([sys.executable, SCRIPT, "--check"], capture_output=True, text=True, check=False)
    assert run.returncode == 0, f"{run.stdout}{run.stderr}\nRun: python scripts/update_catalogues.py"


def test_every_language_on_offer_has_a_catalogue() -> None:
    assert {*TRANSLATED, wording.DEFAULT_LANGUAGE} == set(wording.LANGUAGES)


def test_every_message_is_translated(code: str) -> None:
    if wording.LANGUAGES[code].complete:  # in the others the rest is shown in English
        missing = [english for message in messages(code) for english, string in forms(message) if not string]
        assert not missing, "\n".join(missing)


def test_no_translation_is_a_guess(code: str) -> None:
    assert not [message.id for message in messages(code) if message.fuzzy]


def test_plural_messages_have_all_forms_of_the_language(code: str) -> None:
    forms_of_language = Catalog(locale=code).num_plurals
    assert {len(each.string or ()) for each in messages(code) if not isinstance(each.id, str)} == {forms_of_language}


def test_placeholders_are_those_of_the_message(code: str) -> None:
    wrong = [
        (english, string)
        for message in messages(code)
        for english, string in forms(message)
        if string and Counter(PLACEHOLDER.findall(english)) != Counter(PLACEHOLDER.findall(string))
    ]
    assert not wrong


def test_markup_is_that_of_the_message(code: str) -> None:
    wrong = [
        (english, string)
        for message in messages(code)
        for english, string in forms(message)
        if string and Counter(MARKUP.findall(english)) != Counter(MARKUP.findall(string))
    ]
    assert not wrong


def test_nothing_is_left_in_english() -> None:
    same = {
        english
        for message in messages("fr")
        for english, string in forms(message)
        if english == string and LETTERS.search(MARKUP.sub("", PLACEHOLDER.sub("", english)))
    }
    assert same <= SAME_IN_FRENCH, sorted(same - SAME_IN_FRENCH)


def test_french_is_set_as_french_is() -> None:
    wrong = [
        (found[0], string)
        for message in messages("fr")
        for _english, string in forms(message)
        if (found := FAULTY_FRENCH.search(re.sub(r"https?://\S+|\]\([^)]*\)", "", string)))
    ]
    assert not wrong


def calls_of_gettext() -> Iterator[tuple[str, ast.Call]]:
    for folder in ("pages", "atlas", "geo"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in GETTEXT:
                    yield f"{path.relative_to(ROOT)}:{node.lineno}", node


def messages_of(call: ast.Call) -> list[ast.expr]:
    """Return the arguments that are messages: all but the number of a plural."""
    return call.args[:2] if isinstance(call.func, ast.Name) and call.func.id == "ngettext" else call.args


def test_messages_are_whole_never_made_of_pieces() -> None:
    pieces = (ast.JoinedStr, ast.BinOp, ast.IfExp)
    wrong = [where for where, call in calls_of_gettext() if any(isinstance(each, pieces) for each in messages_of(call))]
    assert not wrong, "f-string, sum or condition inside gettext: " + ", ".join(wrong)


def test_every_message_of_the_code_is_in_the_template() -> None:
    known = {each for message in messages("fr") for each in _ids(message)}
    constants = [
        (where, argument.value)
        for where, call in calls_of_gettext()
        for argument in messages_of(call)
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    ]
    assert constants
    assert not [each for each in constants if each[1] not in known]


def _ids(message: Message) -> tuple[str, ...]:
    ids = (message.id,) if isinstance(message.id, str) else message.id
    return (*ids, message.context) if message.context else tuple(ids)


def speaking(code: str, say: Callable[[], str]) -> str:
    def run() -> str:
        wording.use_language(code)
        return say()

    return copy_context().run(run)


@pytest.mark.parametrize("language", ["en", "fr"])  # the languages of UNESCO's own list; the others are CLDR's
def test_every_member_state_has_the_name_that_unesco_gives_it(language: str) -> None:
    with (ROOT / "data" / "curated" / "member_states.csv").open(encoding="utf-8", newline="") as source:
        given = {row["iso3"]: row[f"name_{language}"] for row in csv.DictReader(source)}
    assert len(given) > 190
    # Their apostrophes are set as those of the sentences round them.
    expected = "; ".join(given.values()).replace("'", "’")
    assert speaking(language, lambda: "; ".join(map(wording.country_name, given))) == expected


def test_a_message_without_translation_stays_english() -> None:
    assert speaking("fr", lambda: wording.gettext("No catalogue has this.")) == "No catalogue has this."
    assert (
        speaking("fr", lambda: wording.ngettext("{n} unheard thing", "{n} unheard things", 2)) == "{n} unheard things"
    )
    assert speaking("fr", lambda: wording.gettext("")) == ""


def test_an_unknown_language_is_english() -> None:
    assert speaking("tlh", wording.language) == "en"
    assert speaking("tlh", lambda: wording.gettext("Region")) == "Region"


def test_french_takes_the_singular_for_zero() -> None:
    def say(number: int) -> str:
        return wording.ngettext("{number} member shown", "{number} members shown", number)

    assert speaking("fr", lambda: say(0)) == speaking("fr", lambda: say(1)) != speaking("fr", lambda: say(2))
    assert speaking("en", lambda: say(1)) != speaking("en", lambda: say(0)) == speaking("en", lambda: say(2))


def test_numbers_dates_and_lists_follow_the_language() -> None:
    assert speaking("en", lambda: wording.day(date(2025, 12, 4))) == "4 December 2025"
    assert speaking("fr", lambda: wording.day(date(2025, 12, 4))) == "4 décembre 2025"
    assert speaking("fr", lambda: wording.day(date(2020, 3, 1))) == "1er mars 2020"
    assert speaking("en", lambda: wording.number(12345)) == "12,345"
    assert speaking("fr", lambda: wording.number(12345)) == "12\u202f345"
    assert speaking("en", lambda: wording.listing(["a", "b", "c"])) == "a, b and c"
    assert speaking("fr", lambda: wording.listing(["a", "b", "c"])) == "a, b et c"
    assert speaking("fr", lambda: wording.percent(0.5)) == "50\xa0%"


def test_names_are_sorted_as_people_sort_them() -> None:
    assert sorted(["Zambie", "Égypte", "El Salvador"], key=wording.sort_key) == ["Égypte", "El Salvador", "Zambie"]


def test_the_language_of_one_visitor_is_not_that_of_another() -> None:
    def visit(code: str) -> list[str]:
        wording.use_language(code)
        return [wording.gettext("Region") for _turn in range(200)]

    with ThreadPoolExecutor(2) as threads:
        said = [threads.submit(copy_context().run, visit, code) for code in ("fr", "en")]
    assert [set(each.result()) for each in said] == [{"Région"}, {"Region"}]
    assert wording.language() == "en"
