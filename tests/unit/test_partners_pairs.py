"""Pairs across borders: whoever has work in common, each partner once, nobody from home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from atlas.partners import PRESETS, PartnerIndex, Weights, brief_reasons

if TYPE_CHECKING:
    from atlas.model import Network

_FOCUS = Weights(focus=1.0)


@pytest.fixture(scope="module")
def index(tiny: Network) -> PartnerIndex:
    return PartnerIndex.from_network(tiny)


def pairs(index: PartnerIndex, asking: list[str], answering: list[str], **more: object) -> list[tuple[str, str]]:
    found = index.pairs(pd.Index(asking), pd.Index(answering), **{"weights": _FOCUS, **more})  # type: ignore[arg-type]
    return [(own, partner.city_id) for own, partner in found]


def test_the_closest_come_first_and_each_partner_once(tiny: Network, index: PartnerIndex) -> None:
    everyone = tiny.cities.index.tolist()
    found = pairs(index, everyone, everyone)
    assert found[0] == ("accent-fra", "rtl-egy")  # both are in the cluster
    named = [partner for _own, partner in found]
    assert len(named) == len(set(named))
    assert not {own for own, _partner in found} & set(named)


def test_nobody_of_the_same_country_and_nobody_without_common_work(index: PartnerIndex) -> None:
    korea = ["long-kor", "quote-kor", "plain-kor"]
    assert pairs(index, korea, [*korea, "formula-nga", "markup-ken", "at-deu"]) == [("long-kor", "formula-nga")]
    assert pairs(index, ["markup-ken"], ["formula-nga", "rtl-egy"]) == []


def test_few_who_ask_may_ask_more_often(index: PartnerIndex) -> None:
    answering = ["formula-nga", "accent-fra", "long-kor"]
    assert sorted(pairs(index, ["rtl-egy"], answering)) == [("rtl-egy", "accent-fra"), ("rtl-egy", "formula-nga")]
    assert len(pairs(index, ["rtl-egy"], answering, limit=1)) == 1
    assert len(pairs(index, ["rtl-egy", "markup-ken"], answering, limit=2)) == 1  # one turn for each of the two


def test_another_region_is_asked_where_the_question_wants_one(index: PartnerIndex) -> None:
    weights = PRESETS["elsewhere"].weights
    assert pairs(index, ["at-deu"], ["accent-fra"], weights=weights) == []
    assert pairs(index, ["at-deu"], ["accent-fra"]) == [("at-deu", "accent-fra")]


def test_reasons_can_be_left_out_of_a_sentence(tiny: Network, index: PartnerIndex) -> None:
    ((_own, partner),) = index.pairs(
        pd.Index(["rtl-egy"]), pd.Index(["accent-fra"]), PRESETS["elsewhere"].weights
    )  # fmt: skip
    told = brief_reasons(partner, tiny)
    assert "in Europe and North America" in told
    assert "in Europe" not in brief_reasons(partner, tiny, without=["region"])
