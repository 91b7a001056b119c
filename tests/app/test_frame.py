"""The frame round every page, run by Streamlit's own test driver: pages, language, links, nothing found.

What needs a browser is in ``tests/e2e``: the driver forgets persistent widgets on the way to another page, and has no
cold start.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from atlas import wording
from atlas.ui.frame.pages import LISTED
from atlas.ui.frame.shell import coverage_sentence

if TYPE_CHECKING:
    from atlas.model import Network

ROOT = Path(__file__).resolve().parents[2]
PAGES = [each.stem for each in LISTED]
FILTERED = [stem for stem in PAGES if stem not in ("about", "city")]


def _open(stem: str, **query: str | list[str]) -> AppTest:
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    app.query_params.update(query)
    return _go(app, stem)


def _go(app: AppTest, stem: str) -> AppTest:
    app.switch_page(f"pages/{stem}.py").run()
    assert not app.exception
    return app


def _html(app: AppTest) -> str:
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def _shown(app: AppTest) -> int:
    found = re.search(r'class="status"[^>]*>\D*(\d+)', _html(app))
    assert found, "the page says no count"
    return int(found[1])


def _africa(network: Network) -> int:
    return int((network.cities["region"] == "Africa").sum())


@pytest.mark.parametrize("stem", PAGES)
def test_every_page_runs_and_carries_title_coverage_and_credits(stem: str, network: Network) -> None:
    app = _open(stem)
    assert _html(app).count("<h1>") == 1
    assert coverage_sentence(network.coverage) in _html(app)
    assert 'class="footer"' in _html(app)
    assert network.version in _html(app)


@pytest.mark.parametrize("stem", PAGES)
def test_every_page_speaks_the_language_of_the_link(stem: str) -> None:
    app = _open(stem, lang="fr")
    assert app.session_state["lang"] == "fr"
    wording.use_language("fr")
    assert app.sidebar.get("multiselect")[0].proto.label == "Pays"


def test_an_unknown_language_is_named_and_english_is_spoken() -> None:
    app = _open("overview", lang="tlh")
    assert app.session_state["lang"] == "en"
    assert "“tlh”" in _html(app)


@pytest.mark.parametrize("stem", FILTERED)
def test_an_unknown_value_is_named_and_the_rest_applies(stem: str, network: Network) -> None:
    app = _open(stem, region=["Africa", "Atlantis"])
    assert "“Atlantis”" in _html(app)
    assert _shown(app) == _africa(network)


def test_a_value_from_a_link_cannot_bring_its_own_markup() -> None:
    assert "<script>alert" not in _html(_open("overview", region="<script>alert(1)</script>"))


@pytest.mark.parametrize("stem", FILTERED)
def test_nothing_found_is_a_sentence_and_never_an_error(stem: str, network: Network) -> None:
    app = _open(stem, region="Africa", country="KOR")
    assert _shown(app) == 0
    advice = "\n".join(each.value for each in app.markdown)
    korean = int((network.cities["iso3"] == "KOR").sum())
    assert f"Without the filter “Region”, {korean} members would be shown." in advice


@pytest.mark.parametrize("stem", FILTERED)
def test_the_reset_of_an_empty_page_brings_everybody_back(stem: str, network: Network) -> None:
    app = _open(stem, region="Africa", country="KOR")
    app.button(key="reset_empty").click().run()
    assert not app.exception
    assert _shown(app) == len(network)


@pytest.mark.parametrize("stem", FILTERED)
def test_a_single_member_is_enough_for_every_page(stem: str, network: Network) -> None:
    counts = network.cities["iso3"].value_counts()
    alone = str(counts[counts == 1].index[0])
    assert _shown(_open(stem, country=alone)) == 1
