"""The tables as they are read: types, and what is set apart."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from atlas.load import DataError, load_network
from atlas.model import Network
from atlas.selection import Selection, select


def test_awards_are_those_of_members_whether_or_not_anything_is_filtered(network: Network) -> None:
    assert set(network.awards["city_id"]) <= set(network.cities.index)
    pd.testing.assert_frame_equal(network.only(network.cities.index).awards, network.awards)


def test_awards_of_others_are_kept_apart_in_every_part(network: Network) -> None:
    assert network.other_awards[["city", "iso3", "year"]].to_numpy().tolist() == [["Ybycuí", "PRY", 2015]]
    paraguay = select(network, Selection(country=("PRY",)))
    assert paraguay.other_awards["city"].tolist() == ["Ybycuí"]
    assert "Ybycuí" not in paraguay.awards["city"].tolist()


def test_all_awards_are_those_of_both(network: Network) -> None:
    assert (len(network.awards), len(network.other_awards), len(network.all_awards)) == (57, 1, 58)


def test_a_missing_table_is_an_error_that_names_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=r"python -m atlas build"):
        load_network(tmp_path)
