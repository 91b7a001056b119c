"""What is said of goals: stated and mapped apart, aims of the whole network never as bars, absences named."""

from __future__ import annotations

import pandas as pd
import pytest

from atlas.model import Network
from atlas.selection import Selection, select
from atlas.summaries import focus
from atlas.words import goals as words


@pytest.fixture(scope="module")
def found(tiny: Network) -> pd.DataFrame:
    return focus.summarise_goals(select(tiny, Selection()))


def test_the_title_names_the_goal_or_goals_of_most_members(found: pd.DataFrame) -> None:
    lead = "Mapped to the Sustainable Development Goals, statements lead most often to "
    assert words.title(found) == lead + "SDG 10 · Reduced inequalities"
    tied = found.assign(members=[4, 4, 3, 2, 1])
    assert words.title(tied) == lead + "SDG 10 · Reduced inequalities and SDG 4 · Quality education"
    third = found.assign(members=[4, 4, 4, 2, 1])
    assert words.title(third).endswith("SDG 4 · Quality education and SDG 13 · Climate action")
    assert words.title(found.assign(members=[4, 4, 4, 4, 1])) == "No goal comes first: 4 goals have 4 members each"
    assert words.title(found.assign(members=1)) == "No goal comes first: 5 goals have 1 member each"
    assert words.title(found.assign(members=1200)) == "No goal comes first: 5 goals have 1,200 members each"
    assert words.title(found.iloc[:0]) == "No statement names or maps to a goal other than those of the whole network"


def test_the_subtitle_says_whose_mapping_it_is_and_of_how_many() -> None:
    assert words.subtitle(1200).startswith("Our own mapping, not a UNESCO statement")
    assert words.subtitle(1200).endswith("Of 1,200 members with a statement; each member counts once per goal.")
    assert words.subtitle(1).endswith("Of 1 member with a statement, counted once per goal.")


def test_aims_of_the_network_and_goals_of_nobody_are_told(found: pd.DataFrame) -> None:
    network_wide, absent = words.notes(found)
    assert network_wide.startswith(
        "SDG 4 · Quality education and SDG 11 · Sustainable cities and communities are aims of the network as a whole"
    )
    assert network_wide.endswith("(By our table 3 and 0 members would map to them.)")
    assert absent == "No statement names or maps to goals 1, 2, 3, 6, 7, 8, 9, 11, 14, 15, 16 and 17."


def test_one_absent_goal_and_none_have_their_own_words(found: pd.DataFrame) -> None:
    def notes(*goals: int) -> list[str]:
        return words.notes(pd.DataFrame({"sdg": goals, "members": 1}))

    assert notes(*range(1, 17))[1] == "No statement names or maps to goal 17."
    assert len(notes(*range(1, 18))) == 1


def test_goals_in_words_keep_stated_and_mapped_apart(found: pd.DataFrame) -> None:
    assert words.alt(found.head(2)) == (
        "Bar chart of goals by number of members. SDG 10 · Reduced inequalities: 4 mapped, 0 stated; SDG 4 · Quality "
        "education: 2 mapped, 1 stated."
    )
    assert words.table(found).to_numpy().tolist()[:2] == [
        ["SDG 10 · Reduced inequalities", 4, 0, ""],
        ["SDG 4 · Quality education", 2, 1, "aim of the whole network"],
    ]


def test_a_goal_tells_only_what_there_is() -> None:
    goals = pd.DataFrame({"sdg": [3, 4, 5, 10], "stated": [0, 2, 1, 1000], "mapped": [4, 0, 7, 1]})
    assert words.texts(goals) == ["4 mapped", "2 stated", "7 mapped, 1 stated", "1 mapped, 1,000 stated"]


def test_the_mapping_names_theme_goal_and_why(tiny: Network) -> None:
    table = words.mapping_table(tiny)
    assert len(table) == len(tiny.theme_to_sdg)
    assert table.columns.tolist() == ["Focus", "Kind", "Goal", "Stated or mapped", "Reason", "Source"]
    assert {"Older people", "Cluster: Education for sustainable development"} <= set(table["Focus"])
