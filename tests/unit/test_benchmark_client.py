"""The benchmarks' visitor without a browser must see what a browser shows, or every figure of theirs is wrong."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

import pytest
from _client import Visitor
from _crowd import percentile
from _widgets import key_of
from load import slope, spread
from server_cost import Cost, ring, rows
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Script:
    """A connection whose server answers every request with the next prepared run."""

    def __init__(self, *runs: list[ForwardMsg]) -> None:
        self.runs = list(runs)
        self.asked: list[BackMsg] = []

    async def send(self, payload: bytes) -> None:
        self.asked.append(BackMsg.FromString(payload))

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for message in self.runs.pop(0):
            yield message.SerializeToString()


def begin(*fragments: str) -> ForwardMsg:
    message = ForwardMsg()
    message.new_session.page_script_hash = "hash"
    message.new_session.initialize.session_id = "session"
    message.metadata.run.fragment_ids.extend(fragments)
    return message


def html(place: int, text: str, fragment: str = "") -> ForwardMsg:
    message = ForwardMsg(hash=text)
    message.metadata.delta_path.extend([0, place])
    message.metadata.cacheable = True
    message.delta.new_element.html.body = text
    message.delta.fragment_id = fragment
    return message


def pills(*default: int) -> ForwardMsg:
    message = ForwardMsg()
    message.metadata.delta_path.extend([1, 0])
    group = message.delta.new_element.button_group
    group.id = "$$ID-1-region"
    group.default.extend(default)
    for label in ("Africa", "Arab States"):
        group.options.add(content=label)
    return message


def end() -> ForwardMsg:
    return ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY)


def visitor(*runs: list[ForwardMsg]) -> tuple[Visitor, Script]:
    script, found = Script(*runs), Visitor("http://127.0.0.1:1")
    found._connection = script  # type: ignore[assignment]  # no network in tests
    for _each in runs:
        asyncio.run(found.again())
    return found, script


def test_what_a_run_does_not_draw_again_is_gone() -> None:
    found, _script = visitor([begin(), html(0, "one"), html(1, "two"), end()], [begin(), html(0, "three"), end()])
    assert list(found.texts()) == ["three"]


def test_run_of_a_fragment_leaves_the_rest_alone() -> None:
    first = [begin(), html(0, "page"), html(1, "map", "m"), html(2, "card", "m"), end()]
    found, _script = visitor(first, [begin("m"), html(1, "other map", "m"), end()])
    assert list(found.texts()) == ["page", "other map"]


def test_reference_stands_for_a_message_sent_before_in_its_new_place() -> None:
    reference = ForwardMsg(ref_hash="long text")
    reference.metadata.delta_path.extend([0, 5])
    found, script = visitor([begin(), html(0, "long text"), end()], [begin(), reference, html(0, "new"), end()])
    assert list(found.texts()) == ["new", "long text"]
    assert list(script.asked[1].rerun_script.cached_message_hashes) == ["long text"]


def test_message_is_no_longer_claimed_after_two_runs_without_it() -> None:
    run = [begin(), end()]
    _found, script = visitor([begin(), html(0, "old"), end()], run, run, run, run)
    claimed = [list(asked.rerun_script.cached_message_hashes) for asked in script.asked]
    assert claimed == [[], ["old"], ["old"], ["old"], []]


def test_choice_is_sent_with_every_request_until_the_widget_goes() -> None:
    found, script = visitor([begin(), pills(), end()])
    script.runs = [[begin(), pills(), end()], [begin(), end()], [begin(), pills(), end()], [begin(), pills(), end()]]
    asyncio.run(found.choose("region", ["Africa"]))
    for _each in range(3):
        asyncio.run(found.again())
    sent = [
        [list(each.string_array_value.data) for each in asked.rerun_script.widget_states.widgets]
        for asked in script.asked
    ]
    assert sent == [[], [["Africa"]], [["Africa"]], [], [[]]]


def test_default_counts_when_the_widget_appears_and_never_again() -> None:
    found, script = visitor([begin(), pills(1), end()], [begin(), pills(0), end()], [begin(), end()])
    sent = [list(each.rerun_script.widget_states.widgets) for each in script.asked]
    assert [list(widget.string_array_value.data) for widgets in sent for widget in widgets] == [["Arab States"]] * 2
    assert not found.widgets()


def test_address_that_the_server_writes_is_sent_back() -> None:
    written = ForwardMsg()
    written.page_info_changed.query_string = "region=Africa"
    found, script = visitor([begin(), written, end()], [begin(), end()])
    assert found.query == "region=Africa"
    assert script.asked[1].rerun_script.query_string == "region=Africa"


def test_exception_on_the_page_is_told() -> None:
    broken = ForwardMsg()
    broken.metadata.delta_path.extend([0, 0])
    broken.delta.new_element.exception.type = "KeyError"
    broken.delta.new_element.exception.message = "'Germany'"
    found, script = visitor([begin(), end()])
    script.runs = [[begin(), broken, end()]]
    assert asyncio.run(found.again()).exceptions == ["KeyError: 'Germany'"]


def test_run_that_announces_another_is_not_the_end() -> None:
    early = ForwardMsg(script_finished=ForwardMsg.FINISHED_EARLY_FOR_RERUN)
    found, _script = visitor([begin(), html(0, "first"), early, begin(), html(0, "second"), end()])
    assert list(found.texts()) == ["second"]


def test_connection_that_breaks_within_a_run_is_told() -> None:
    found, script = visitor()
    script.runs = [[begin()]]
    with pytest.raises(ConnectionError):
        asyncio.run(found.again())


def test_count_of_the_atlas_is_read_with_its_separators() -> None:
    found, _script = visitor([begin(), html(0, '<p class="status" role="status">1,396 members shown</p>'), end()])
    assert found.members() == 1396


def test_key_of_a_widget_may_hold_hyphens() -> None:
    assert [key_of(each) for each in ("$$ID-0a-chip_city_a-b", "$$ID-0a-None", "")] == ["chip_city_a-b", "", ""]


def test_ring_shows_no_state_twice_within_ten() -> None:
    choices = ring(["A", "B", "C", "D", "E"])
    ten = [next(choices) for _each in range(10)]
    assert ten == [["A"], ["A", "B"], ["B"], ["B", "C"], ["C"], ["C", "D"], ["D"], ["D", "E"], ["E"], ["E", "A"]]


def test_figures_of_a_benchmark() -> None:
    assert percentile([5.0, 1.0, 2.0, 4.0, 3.0], 0.6) == 3.0
    assert percentile([float(each) for each in range(1, 101)], 0.95) == 95.0
    assert spread([3.0, 1.0, 2.0, float("nan")]) == [1.0, 2.0, 3.0]
    assert slope([(0.0, 1.0), (1.0, 3.0), (2.0, 5.0)]) == 2.0
    costs = [Cost(10.0, 40, 2000), Cost(30.0, 42, 1000), Cost(20.0, 41, 3000)]
    assert rows({"map": costs}, 5.0, 3.5)["map"] == {
        "ms": 20.0, "mean": 20.0, "q1": 15.0, "q3": 25.0, "ratio": 4.0, "target": 3.5, "messages": 41, "bytes": 2000,
    }  # fmt: skip
