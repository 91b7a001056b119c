"""What is worked out once per network: per language and arguments, and gone with the network."""

from __future__ import annotations

import gc
from weakref import ref

import pytest

from atlas import kept, wording
from atlas.model import Network


@pytest.fixture
def asked() -> list[str]:
    return []


def test_the_same_question_is_worked_out_once(network: Network, asked: list[str]) -> None:
    @kept.once_per_network
    def count(of: Network, word: str, *, much: int = 1) -> str:
        asked.append(word)
        return f"{len(of) // len(of)} {word} {much}"

    assert count(network, "a") == count(network, "a") == "1 a 1"
    assert count(network, "b") == "1 b 1"
    assert count(network, "a", much=2) == "1 a 2"
    assert asked == ["a", "b", "a"]


def test_the_order_in_which_a_question_is_put_does_not_matter(network: Network, asked: list[str]) -> None:
    @kept.once_per_network
    def count(_of: Network, *, first: str, second: str) -> str:
        asked.append(first)
        return first + second

    assert count(network, first="a", second="b") == count(network, second="b", first="a") == "ab"
    assert asked == ["a"]


def test_functions_networks_and_languages_do_not_answer_for_one_another(network: Network) -> None:
    @kept.once_per_network
    def size(of: Network) -> str:
        return wording.number(len(of) * 1000)

    @kept.once_per_network
    def version(of: Network) -> str:
        return of.version

    two = network.only(network.cities.index[:2])
    assert (size(two), version(two)) == ("2,000", network.version)
    assert size(network.only(network.cities.index[:3])) == "3,000"
    wording.use_language("fr")
    assert size(two) == "2\u202f000"


def test_what_is_kept_goes_with_its_network(network: Network) -> None:
    class Answer:
        pass

    @kept.once_per_network
    def answer(_of: Network) -> Answer:
        return Answer()

    filtered = network.only(network.cities.index[:1])
    held = ref(answer(filtered))
    assert held() is not None
    del filtered
    gc.collect()
    assert held() is None


def test_what_is_kept_can_be_forgotten(network: Network, asked: list[str]) -> None:
    @kept.once_per_network
    def count(_of: Network) -> None:
        asked.append("")

    count(network)
    kept.forget()
    count(network)
    assert len(asked) == 2


def test_no_more_is_kept_than_agreed(network: Network, monkeypatch: pytest.MonkeyPatch, asked: list[str]) -> None:
    @kept.once_per_network
    def count(_of: Network, number: int) -> int:
        asked.append("")
        return number

    monkeypatch.setattr(kept, "MOST", 3)
    two = network.only(network.cities.index[:2])
    assert [count(two, number) for number in (1, 2, 3, 1, 2, 3)] == [1, 2, 3, 1, 2, 3]
    assert len(asked) == 3
    assert [count(two, number) for number in (4, 1, 4)] == [4, 1, 4]
    assert len(asked) == 5
