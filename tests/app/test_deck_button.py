"""One press makes slides of what is shown: a bar while they are made, then the file without another press."""

from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING, Any

import pptx
import pytest

from atlas.ui.parts import downloads
from tests.app.driver import downloads_of, go_to, open_page

if TYPE_CHECKING:
    from collections.abc import Callable

    from streamlit.testing.v1 import AppTest

pytestmark = pytest.mark.usefixtures("tiny_app")

LABEL, SAVE = "Slides (PowerPoint)", "Save the slides"


@pytest.fixture
def handed(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Return the decks that are handed over, by the names of their files."""
    files: dict[str, bytes] = {}
    show = downloads.show_download

    def keep(label: str, file_name: str, make: Callable[[], bytes], **settings: Any) -> None:
        if file_name.endswith(".pptx"):
            files[file_name] = make()
        show(label, file_name, make, **settings)

    monkeypatch.setattr(downloads, "show_download", keep)
    return files


def press(at: AppTest, page: str) -> AppTest:
    at.button(key=f"deck_{page}").click().run()
    assert not at.exception
    return at


def tell_address(at: AppTest, address: str) -> AppTest:
    """Tell the address as the script in the browser does: Streamlit's driver knows no components."""
    (asker,) = [each for each in at.get("bidi_component") if each.proto.id.endswith("deck_asks")]
    states = at._tree.get_widget_states()
    event = [{"event": "address", "value": address}]
    states.widgets.add(id=f"$$STREAMLIT_INTERNAL_KEY_{asker.proto.id}__events", json_trigger_value=json.dumps(event))
    at._run(widget_state=states)
    assert not at.exception
    return at


def test_a_press_makes_the_slides_of_what_is_shown_and_the_browser_saves_them(handed: dict[str, bytes]) -> None:
    at = open_page("place", country="GRC")
    assert (handed, SAVE in downloads_of(at)) == ({}, False)
    press(at, "place")
    (name,) = handed
    assert name == "learning-cities-atlas_2020-03-01_deck_country-grc.pptx"
    deck = pptx.Presentation(io.BytesIO(handed[name]))
    assert deck.slides[0].shapes.title.text == "Greece"
    (bar,) = at.get("progress")
    assert (bar.proto.value, bar.proto.text) == (100, "The slides are ready and are being saved.")
    assert SAVE in downloads_of(at)
    (saver,) = [each for each in at.get("bidi_component") if each.proto.component_name.endswith("deck_courier")]
    assert json.loads(saver.proto.json)["press"] == "deck_file_place"


def test_they_are_in_the_language_of_the_page_and_follow_its_filters(handed: dict[str, bytes]) -> None:
    press(open_page("map", country="GRC", year="2019", lang="fr"), "map")
    (name,) = handed
    assert name == "learning-cities-atlas_2020-03-01_deck_country-grc_year-2019.pptx"
    deck = pptx.Presentation(io.BytesIO(handed[name]))
    assert deck.slides[0].shapes.title.text == "Pays\u202f: Grèce\u202f; Année d’adhésion\u202f: 2019"


def test_the_page_of_the_talk_makes_slides_as_the_talk_is_arranged(handed: dict[str, bytes]) -> None:
    at = press(open_page("present", country="GRC"), "present")
    assert handed == {}
    tell_address(at, "?country=GRC&steps=sources%2Ctitle%2Cnonsense&title.sources=Who+says+so")
    (content,) = handed.values()
    deck = pptx.Presentation(io.BytesIO(content))
    assert [slide.slide_layout.name for slide in deck.slides] == ["Sources", "Opening"]
    (kicker,) = [shape.text_frame.text for shape in deck.slides[0].shapes if shape.name == "Step"]
    assert kicker == "Who says so"


def test_who_leaves_before_the_browser_has_told_gets_no_slides_on_return(handed: dict[str, bytes]) -> None:
    at = press(open_page("present", country="GRC"), "present")
    assert [each.proto.text for each in at.get("progress")] == ["Gathering what the slides say …"]
    go_to(go_to(at, "map"), "present")
    assert (at.get("progress"), handed) == ([], {})


def test_a_talk_without_steps_is_a_sentence_and_no_file(handed: dict[str, bytes]) -> None:
    at = tell_address(press(open_page("present", country="GRC"), "present"), "?steps=")
    assert handed == {}
    assert [each.value for each in at.info] == [
        "All steps are switched off, so there are no slides to make: switch one on."
    ]


@pytest.mark.parametrize("page", ["overview", "map", "present"])
def test_the_button_stands_where_the_hand_out_is(page: str) -> None:
    assert LABEL in [each.label for each in open_page(page, country="GRC").button]


@pytest.mark.parametrize("page", ["place", "present"])
def test_where_nobody_is_shown_stands_a_message_instead(page: str) -> None:
    empty = open_page(page, country="KOR", year="2015")
    assert LABEL not in [each.label for each in empty.button]
    assert "No member fits all filters" in [each.value for each in empty.subheader]
