"""Every page in a language that no human speaks: what is translated comes back in brackets, the rest gives itself away.

The pseudo-language brackets the words of a message but not what is put into its placeholders, so English that slips in
through a placeholder is found too.  What may stand outside brackets is data: names of cities, numbers, addresses,
quoted evidence.
"""

from __future__ import annotations

import gettext
import json
import re
import sys
from functools import partial
from html.parser import HTMLParser
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
import streamlit as st
from babel import Locale
from streamlit.testing.v1 import AppTest

from atlas import credits, prepositions, wording
from atlas.load import load_network
from atlas.tables import COLUMNS
from atlas.ui.frame import keys, pages, shell
from atlas.words import map as words
from tests.app.driver import forget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import pandas as pd

ROOT: Final = Path(__file__).parents[2]
NETWORK: Final = load_network()

BRACKETED: Final = re.compile(r"⟦[^⟦⟧]*⟧")
PLACEHOLDER: Final = re.compile(r"(?<!\]\()(\{[^{}]*\})")  # an address in [text]({url}) is not seen
ADDRESS: Final = re.compile(r"https?://\S+|\bcity\?city=\S+")
HOST: Final = re.compile(r"\b[\w-]+(?:\.[\w-]+)+\b")
WORD: Final = re.compile(r"[^\W\d_]{2,}")

VISIBLE: Final = frozenset(
    ("label", "help", "placeholder", "body", "alt", "options", "content", "caption", "code_text", "title", "text")
)
"""Fields of Streamlit's messages that people see or hear."""
SEEN_ATTRIBUTES: Final = ("aria-label", "title", "alt", "placeholder")

PROPER_NAMES: Final = (
    *("CSV", "zip", "(zip)", "Excel", "(XLSX)", "GeoJSON", "GeoPackage", "English", "Français", "SDG"),
    *(name for each in credits.COMPONENTS for name in (each.name, each.licence)),
)
"""Names that are the same in every language."""

QUOTED: Final = (
    *("What was found", "Notes", "Why it is not counted", "Coordinating cities"),
    *("Names", "First members listed", "Member", "City"),
)
"""Columns of tables with prose that is quoted in English, or with names of cities."""

TYPED: Final = ("Atlantis", "NER", "xx", "atlantis-xxx", "zzqxzzqx")
"""What a visitor or a link says in the states below."""

PSEUDO: Final = "pseudo"
PAGES: Final = tuple(each.stem for each in pages.LISTED)
STATES: Final[tuple[tuple[str, dict[str, Any], dict[str, Any]], ...]] = (
    *((page, {}, {}) for page in PAGES),
    *((page, {"region": "Africa", "evidence": "weak", "award": "2015", "sdg": "4"}, {}) for page in PAGES),
    *((page, {"region": "Africa", "country": "KOR"}, {}) for page in ("overview", "map", "focus", "growth", "data")),
    ("overview", {"region": "Atlantis", "lang": "xx"}, {}),
    ("overview", {"focus": ["cluster:esd", "none", "older people"]}, {}),
    ("map", {"city": "atlantis-xxx"}, {}),
    ("map", {"city": "bouake-civ"}, {}),
    ("map", {"city": "bouake-civ", "region": "Arab States", "evidence": "weak"}, {}),
    ("map", {}, {"search": "zzqxzzqx"}),
    ("map", {}, {"search": "busan"}),
    ("focus", {"focus": "older people"}, {"themes_by": "period", "all_themes": True}),
    ("focus", {"focus": "none"}, {}),
    ("growth", {"date": "2020-09-23"}, {}),
    ("growth", {"date": "2016-06-30"}, {}),
    ("city", {"city": "larissa-grc", "w_size": "xx", "like": "xx"}, {}),
    ("city", {"city": "athens-grc", "like": "mentor", "other_region": "1"}, {keys.TRAVEL_BY: "hours"}),
    ("city", {"city": "abuja-nga", "like": "day_travel", "region": "Africa"}, {}),
    ("city", {"city": "atlantis-xxx"}, {}),
    ("compare", {"item": ["city:larissa-grc", "city:shiraz-irn", "country:KOR", "region:Africa"]}, {}),
    ("compare", {"item": ["city:larissa-grc", "city:yeonsu-gu-kor", "xx"]}, {}),
    ("compare", {"item": [f"country:{code}" for code in ("KOR", "CHN", "FRA", "EGY", "KEN", "PRT", "ITA")]}, {}),
    ("place", {}, {}),
    ("place", {"region": "Africa"}, {}),
    ("place", {"country": "KOR", "evidence": "weak"}, {}),
    ("place", {"country": ["KOR", "NER"], "year": "2022"}, {}),
    ("place", {"country": ["KOR", "FRA"]}, {}),
    ("data", {"q": "zzqxzzqx"}, {}),
    ("data", {"region": "Africa", "q": "bouake"}, {}),
    ("data", {}, {keys.COLUMNS: list(COLUMNS)}),
    *(
        ("data", {}, {keys.OTHER_TABLE: name})
        for name in (*("awards", "milestones", "events", "theme_to_sdg", "clusters", "member_states", "not_members"),)
    ),
)
"""What to look at: page, link, state of widgets."""


def bracketed(message: str) -> str:
    parts = PLACEHOLDER.split(message)
    return "".join(part if PLACEHOLDER.fullmatch(part) or not part.strip() else f"⟦{part}⟧" for part in parts)


class Pseudo(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return bracketed(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return bracketed(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:  # noqa: ARG002
        return bracketed(message)


class Opened:
    """An expander that somebody has opened: what is drawn on demand only is drawn."""

    open = True

    def __init__(self, draw: Callable[..., Any], label: str, **settings: Any) -> None:
        self.container = draw(label, **{**settings, "on_change": "ignore"})

    def __enter__(self) -> None:
        self.container.__enter__()

    def __exit__(self, *error: object) -> None:
        self.container.__exit__(*error)


@pytest.fixture
def pseudo_language(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    forget()  # words that other tests had a server keep
    monkeypatch.setitem(wording.LANGUAGES, PSEUDO, wording.Language(PSEUDO, "⟦pseudo⟧", locale="en_GB"))
    wording.use_language(PSEUDO)
    monkeypatch.setattr(wording, "_catalogue", lambda _code: Pseudo())
    monkeypatch.setattr(wording, "_country_name", lambda iso3, _code: f"⟦{iso3}⟧")
    monkeypatch.setattr(wording, "format_date", lambda *_args, **_settings: "⟦a date⟧")
    monkeypatch.setattr(wording, "format_list", lambda items, **_settings: " ⟦and⟧ ".join(items))
    monkeypatch.setattr(st, "expander", partial(Opened, st.expander))
    _bracket_prepositions(monkeypatch)
    yield
    forget()


def _bracket_prepositions(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have each language's own words before names in brackets, wherever they are used."""
    for path in Path(words.__file__).parent.glob("*.py"):  # what is first imported meanwhile would keep the brackets
        import_module(f"atlas.words.{path.stem}")
    own = {prepositions.in_country: "in", prepositions.of_name: "of"}
    for name, module in list(sys.modules.items()):
        for attribute, each in list(vars(module).items()) if name.startswith("atlas.") else ():
            if callable(each) and each in own:
                monkeypatch.setattr(module, attribute, partial("⟦{} {}⟧".format, own[each]))


def names_of_data() -> re.Pattern[str]:
    cities = NETWORK.cities
    texts = {*cities.index, *cities["display_name"], *cities["city"], *cities["local_name"]}
    languages = Locale.parse("en").languages.values()  # Unicode CLDR translates these
    names = {*texts, NETWORK.version, *PROPER_NAMES, *TYPED, *languages} - {""}
    longest_first = sorted(names, key=len, reverse=True)
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")


NAMES: Final = names_of_data()


def english_in(text: str) -> str:
    """Return what is left of a text when everything translated and all data are taken away; empty is good."""
    before = None
    while text != before:
        before, text = text, BRACKETED.sub(" ", text)
    left = HOST.sub(" ", NAMES.sub(" ", ADDRESS.sub(" ", text)))
    return left.strip() if WORD.search(left) else ""


class Words(HTMLParser):
    """Collects the text of HTML and the attributes that are read out."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.skipping = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        # What is quoted says in which language it is; names of places are in any.
        self.skipping = tag in ("style", "script") or ("lang", "en") in attrs or ("lang", "") in attrs
        self.found += [value or "" for name, value in attrs if name in SEEN_ATTRIBUTES]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        self.skipping = False

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.found.append(data)


def words_of_html(body: str) -> list[str]:
    parser = Words()
    parser.feed(body)
    return parser.found


def words_of_figure(spec: str) -> Iterator[str]:
    figure = json.loads(spec)
    layout = figure["layout"]
    for each in (*layout.get("annotations", ()), *figure["data"]):
        texts = each.get("text") or ()
        yield from [texts] if isinstance(texts, str) else map(str, texts)
        yield each.get("name") or ""
    for name, part in layout.items():
        if "axis" in name:
            yield from map(str, part.get("ticktext") or ())


def words_of_table(table: pd.DataFrame) -> Iterator[str]:
    # Headings that differ only in what they are called are told apart by their English words.
    for heading in table.columns:
        yield str(heading)
        if not any(str(heading) == bracketed(quoted) for quoted in QUOTED):
            yield from {str(value) for value in table[heading].dropna() if isinstance(value, str)}


def words_of_settings(columns: str) -> Iterator[str]:
    for setting in filter(None, json.loads(columns or "{}").values()):
        yield setting.get("help") or ""
        yield setting.get("label") or ""
        yield (setting.get("type_config") or {}).get("display_text") or ""


def words_of_message(message: Any) -> Iterator[str]:
    """Yield the visible texts of a protobuf message, at any depth."""
    for field, value in message.ListFields():
        several = isinstance(value, str | bytes) or not hasattr(value, "__iter__") or hasattr(value, "ListFields")
        for each in [value] if several else value:
            if hasattr(each, "ListFields"):
                yield from words_of_message(each)
            elif isinstance(each, str) and field.name in VISIBLE:
                yield each


def words_of_element(node: Any) -> Iterator[str]:
    kind: str = getattr(node, "type", "")
    proto: Any = getattr(node, "proto", None)
    if kind == "html" or getattr(proto, "allow_html", False):
        yield from words_of_html(proto.body)
    elif kind == "bidi_component":
        data = json.loads(proto.json)
        # What stands in braces is put in by the script.
        yield from (re.sub(r"\{\w+\}", "", each) for each in data.get("words", {}).values())
        yield from words_of_html(data.get("html", ""))
        for chart in data.get("charts", ()):
            yield from (chart["title"], chart["alt"])
            yield from words_of_html(chart["head"] + chart["rows"] + chart["foot"])
    elif kind == "plotly_chart":
        yield from words_of_figure(proto.spec)
        yield from words_of_message(proto)
    elif kind in ("dataframe", "table", "arrow_data_frame", "arrow_table"):
        yield from words_of_table(node.value)
        yield from words_of_message(proto)
        yield from words_of_settings(getattr(proto, "columns", ""))
    elif hasattr(proto, "ListFields"):
        yield from words_of_message(proto)


def nodes_of(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "children", {}).values():
        yield from nodes_of(child)


def without_icons(text: str) -> str:
    return re.sub(r":material/\w+:|\(#[\w-]+\)|<br\s*/?>|</?[a-z]+>", " ", text)


def faults(texts: Iterable[str]) -> list[str]:
    left = {text: english_in(without_icons(text)) for text in texts}
    return [f"{english!r} in {text[:160]!r}" for text, english in left.items() if english]


def run_page(page: str, query: dict[str, Any], state: dict[str, Any]) -> AppTest:
    at = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    at.query_params.update({"lang": PSEUDO, **query})
    at.switch_page(str(ROOT / "pages" / f"{page}.py")).run()
    if state:
        for key, value in state.items():
            at.session_state[key] = value
        at.run()
    assert not at.exception
    return at


@pytest.mark.usefixtures("pseudo_language")
@pytest.mark.parametrize(("page", "query", "state"), STATES, ids=lambda each: str(each).replace(" ", ""))
def test_nothing_on_the_page_is_left_in_english(page: str, query: dict[str, Any], state: dict[str, Any]) -> None:
    nodes = nodes_of(run_page(page, query, state)._tree)
    found = faults(text for node in nodes for text in words_of_element(node))
    assert not found, f"on the page {page!r}:\n" + "\n".join(found)


@pytest.mark.usefixtures("pseudo_language")
def test_titles_of_pages_and_of_the_tab_are_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    titles: list[str] = []

    def noting(draw: Callable[..., Any], name: str) -> Callable[..., Any]:
        def noted(*arguments: Any, **settings: Any) -> Any:
            titles.append(settings[name])
            return draw(*arguments, **settings)

        return noted

    forget()  # a server declares its pages once per language
    monkeypatch.setattr(st, "Page", noting(st.Page, "title"))
    monkeypatch.setattr(st, "set_page_config", noting(st.set_page_config, "page_title"))
    shell._declared.cache_clear()  # declared once per language
    run_page("overview", {}, {})
    assert len(titles) > len(PAGES)
    assert not faults(titles)


@pytest.mark.usefixtures("pseudo_language")
def test_words_of_the_map_are_translated() -> None:
    tools = [text for texts in words.tools(2025).values() for text in texts]
    own = {**words.texts(), "osm": "", "regions": ""}
    texts = [words.map_alt({"Africa": 2}), *tools, *own.values(), *words.texts()["regions"]]
    assert not faults(PLACEHOLDER.sub("", text) for text in texts)


def test_the_search_for_english_finds_what_is_not_translated() -> None:
    assert english_in("⟦Region: ⟧Africa") == "Africa"
    assert english_in("Show as a table")
    assert not english_in("⟦In ⟧2024⟦ ⟦Region⟧⟧: Bouaké, 12")


def test_the_pseudo_language_leaves_what_is_put_in_outside() -> None:
    assert bracketed("{number} members in {region}") == "{number}⟦ members in ⟧{region}"
    assert bracketed("see the [page]({url})") == "⟦see the [page]({url})⟧"
