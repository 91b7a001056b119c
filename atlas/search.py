"""Search for members that forgives accents, scripts, old names, typos and word order.

rapidfuzz (MIT) counts the differing letters: in plain Python that would take
100 times as long, too long for a search at every key stroke.
"""

from __future__ import annotations

import weakref
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import numpy as np

from atlas.countries import country_names
from geo.names import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    Scores = NDArray[np.float64]

# How good a kind of agreement is, of 100.  Only the order matters: a country named in full
# beats a city with a typo, a typo in a full name beats one in a name still being typed.
EXACT, PREFIX, COUNTRY, WORDS, TYPO, MIXED, COUNTRY_PREFIX, TWO_TYPOS, COUNTRY_TYPO, PREFIX_TYPO = (
    100, 92, 88, 84, 80, 76, 74, 70, 60, 56,
)  # fmt: skip
_COMPLETENESS = 4  # "mex" is nearer to "Mexico City" than to "Mexicali Municipality"
_ALIAS_PENALTY = 2  # the name itself comes before another place's former name
_ONE_TYPO = 1
_ONE_TYPO_FROM, _TWO_TYPOS_FROM = 4, 8  # letters a query needs before typos are forgiven
_PREFIX_TYPO_FROM = 5
_COUNTRY_PREFIX_FROM = 3


@dataclass(frozen=True, slots=True)
class Match:
    """A member that was found; ``score`` is from 0 to 100, the best first."""

    city_id: str
    city: str
    country: str
    iso3: str
    score: int = 0


class SearchIndex:
    """The names of the members, folded once and ready for many queries."""

    def __init__(
        self,
        records: Sequence[Match],
        names: Sequence[Iterable[str]],
        aliases: Sequence[Iterable[str]],
        countries: Mapping[str, Iterable[str]],
    ) -> None:
        plain = cache(fold)  # many members share a name with another, in their aliases
        self._records = records
        self._order = [(fold(record.city), record.city_id) for record in records]
        keys: list[tuple[str, int, int]] = []
        for owner, (own, other) in enumerate(zip(names, aliases, strict=True)):
            first = {plain(name) for name in own} - {""}
            rest = {plain(name) for name in other} - first - {""}
            keys += [(key, owner, 0) for key in sorted(first)]
            keys += [(key, owner, _ALIAS_PENALTY) for key in sorted(rest)]
        self._words = _Lines([f" {key}" for key, _, _ in keys])
        self._tight = _Lines([key.replace(" ", "") for key, _, _ in keys])
        self._owner = np.array([owner for _, owner, _ in keys], dtype=np.intp)
        self._penalty = np.array([penalty for _, _, penalty in keys], dtype=np.float64)
        folded = {iso3: {fold(name) for name in all_} - {""} for iso3, all_ in countries.items()}
        self._countries = {iso3: all_ for iso3, all_ in folded.items() if all_}
        self._iso3 = np.array([record.iso3 for record in records])
        self._documents = self._join_documents()

    def _join_documents(self) -> _Lines:
        parts: list[list[str]] = [[] for _ in self._records]
        for owner, words in zip(self._owner.tolist(), self._words.lines, strict=True):
            parts[owner].append(words)
        of_country = {iso3: "".join(f" {name}" for name in names) for iso3, names in self._countries.items()}
        return _Lines(
            [
                "".join(words) + of_country.get(record.iso3, "")
                for words, record in zip(parts, self._records, strict=True)
            ]
        )

    @classmethod
    def from_cities(cls, cities: pd.DataFrame) -> SearchIndex:
        """Index the members.

        Parameters
        ----------
        cities : pandas.DataFrame
            Needs the columns city_id, city, country and iso3; uses display_name,
            local_name and aliases ("|" between them) if they are there.
        """
        columns = {name: cities[name].astype(str).tolist() for name in cities.columns}
        blank = [""] * len(cities)
        facts = [columns[name] for name in ("city_id", "city", "country", "iso3")]
        records = [Match(city_id, city, country, iso3) for city_id, city, country, iso3 in zip(*facts, strict=True)]
        others = (columns.get(name, blank) for name in ("display_name", "local_name"))
        names = list(zip(columns["city"], *others, strict=True))
        aliases = [text.split("|") for text in columns.get("aliases", blank)]
        written = {record.iso3: record.country for record in records}
        countries = {iso3: (name, *country_names(iso3)) for iso3, name in written.items()}
        return cls(records, names, aliases, countries)

    def as_data(self) -> dict[str, Any]:
        """Return the index for a script that searches in a browser (``static/kit/kit_search.js``).

        Returns
        -------
        dict
            By member, in the order of the table: ``names`` and ``aliases`` folded, ``iso3``, and ``order`` as the place
            among equally good matches; ``countries`` has the folded names of each country.
        """
        spelled: dict[int, list[list[str]]] = {
            penalty: [[] for _record in self._records] for penalty in (0, _ALIAS_PENALTY)
        }
        for line, owner, penalty in zip(self._words.lines, self._owner.tolist(), self._penalty.tolist(), strict=True):
            spelled[int(penalty)][owner].append(line[1:])
        ranks = sorted(range(len(self._order)), key=self._order.__getitem__)
        return {
            "names": spelled[0],
            "aliases": spelled[_ALIAS_PENALTY],
            "iso3": self._iso3.tolist(),
            "order": [rank for _member, rank in sorted((member, rank) for rank, member in enumerate(ranks))],
            "countries": {iso3: sorted(names) for iso3, names in self._countries.items()},
        }

    def search(self, query: str, limit: int = 8) -> list[Match]:
        """Return the members that fit a query best, at most ``limit``.

        Ties go by name and identifier, so the same query always gives the same list.
        An empty query, or one that fits nothing, gives an empty list.
        """
        wanted = fold(query)
        if not wanted or not self._records:
            return []
        countries = self._country_scores(wanted)
        names = self._name_scores(wanted, sure=float(countries.max()) >= COUNTRY)
        scores = np.maximum.reduce([names, countries, self._mixed_scores(wanted)])
        found = np.flatnonzero(scores >= _floor(float(scores.max()))).tolist()
        found.sort(key=lambda i: (-scores[i], self._order[i]))
        return [self._match(i, scores[i]) for i in found[:limit]]

    def _match(self, position: int, score: float) -> Match:
        return replace(self._records[position], score=round(score))

    def _name_scores(self, wanted: str, *, sure: bool) -> Scores:
        """Return the best score of each member over all its names.

        Typos are looked for only if nothing is sure: beside an exact name, or that
        of a country, nobody wants guesses, and they are what takes time.
        """
        tight = wanted.replace(" ", "")
        scores = np.zeros(len(self._tight.lines))
        scores[list(self._words.with_words(wanted))] = WORDS
        for i in self._tight.starting_with(tight):
            length = len(self._tight.lines[i])
            whole = length == len(tight)
            scores[i] = EXACT if whole else PREFIX + _COMPLETENESS * len(tight) / length
        if not (sure or scores.max() == EXACT):
            scores = np.maximum(scores, self._typo_scores(tight, guess=not scores.any()))
        best = np.zeros(len(self._records))
        np.maximum.at(best, self._owner, scores - self._penalty)
        return best

    def _typo_scores(self, tight: str, *, guess: bool) -> Scores:
        """Return scores for names with typos and, as a guess, for beginnings with one."""
        scores = np.zeros(len(self._tight.lines))
        if guess and len(tight) >= _PREFIX_TYPO_FROM:
            starts = [key[: len(tight)] for key in self._tight.lines]
            scores[_distances(tight, starts, _ONE_TYPO) <= _ONE_TYPO] = PREFIX_TYPO
        if len(tight) >= _ONE_TYPO_FROM:
            allowed = 2 if len(tight) >= _TWO_TYPOS_FROM else _ONE_TYPO
            distances = _distances(tight, self._tight.lines, allowed)
            scores[distances <= allowed] = TWO_TYPOS
            scores[distances <= _ONE_TYPO] = TYPO
        return scores

    def _country_scores(self, wanted: str) -> Scores:
        """Return for each member how well the query names its country."""
        scores = np.zeros(len(self._records))
        for iso3, names in self._countries.items():
            score = max(_country_score(wanted, name) for name in names)
            if score:
                scores[self._iso3 == iso3] = score
        return scores

    def _mixed_scores(self, wanted: str) -> Scores:
        """Return scores for words spread over names and country ("la paz mexique")."""
        scores = np.zeros(len(self._records))
        if " " in wanted:
            scores[list(self._documents.with_words(wanted))] = MIXED
        return scores


class _Lines:
    """Texts searched as one string: the loop over them then runs in C, not in Python."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = lines
        self._text = "\n" + "\n".join(lines)
        self._starts = np.cumsum([0, *(len(line) + 1 for line in lines)])

    def _finds(self, part: str) -> Iterator[int]:
        """Yield the number of each line that holds the part, once or more often."""
        at = self._text.find(part)
        while at >= 0:
            yield int(np.searchsorted(self._starts, at, side="right")) - 1
            at = self._text.find(part, at + len(part))

    def starting_with(self, start: str) -> Iterator[int]:
        """Yield the lines that start with a text."""
        return self._finds("\n" + start)

    def with_words(self, wanted: str) -> Iterator[int]:
        """Yield the lines in which every wanted word, or a longer one, stands."""
        words = [f" {word}" for word in wanted.split()]
        found = dict.fromkeys(self._finds(max(words, key=len)))
        return (i for i in found if all(word in self.lines[i] for word in words))


def _floor(best: float) -> float:
    """Return the least score worth showing: guesses only help where nothing is sure."""
    if best >= EXACT - _ALIAS_PENALTY:
        return WORDS - _ALIAS_PENALTY
    return TWO_TYPOS - _ALIAS_PENALTY if best >= MIXED - _ALIAS_PENALTY else PREFIX_TYPO - _ALIAS_PENALTY


def _distances(query: str, keys: Sequence[str], cutoff: int) -> NDArray[np.uint8]:
    """Return how many letters differ (a swap of neighbours is one), up to a cutoff."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    found = process.cdist([query], keys, scorer=OSA.distance, score_cutoff=cutoff, dtype=np.uint8)
    return np.asarray(found[0], dtype=np.uint8)


def _country_score(wanted: str, name: str) -> int:
    from rapidfuzz.distance import OSA

    if wanted == name:
        return COUNTRY
    if len(wanted) >= _COUNTRY_PREFIX_FROM and name.startswith(wanted):
        return COUNTRY_PREFIX
    near = len(wanted) > _ONE_TYPO_FROM and OSA.distance(wanted, name, score_cutoff=_ONE_TYPO) <= _ONE_TYPO
    return COUNTRY_TYPO * near


_latest: list[tuple[weakref.ref[pd.DataFrame], SearchIndex]] = []


def search(query: str, cities: pd.DataFrame, limit: int = 8) -> list[Match]:
    """Return the members that fit a query best; see `SearchIndex.search`.

    The index of the latest table is kept, so that a table that nobody writes to
    (as in `atlas.model.Network`) is indexed once.
    """
    for table, index in _latest:
        if table() is cities:
            return index.search(query, limit)
    index = SearchIndex.from_cities(cities)
    _latest[:] = [(weakref.ref(cities), index)]  # one step: another thread sees the old or the new
    return index.search(query, limit)
