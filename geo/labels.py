"""Names on a map: each beside its pin or at the end of a short line, none over a pin, another name or a line.

Every name has some five hundred places where it could stand, each with a cost of its own: far away, on the wrong
side, its line across a pin.  Names choose in turn, then those that collide choose again, and a collision that comes
back costs more each time (guided local search), so that names round a crowd move apart.  What still collides at the
end stays away, the least important first; the map says how many names it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from geo.sheet import Box

    Floats = NDArray[np.float64]
    Bools = NDArray[np.bool_]
    Line = tuple[tuple[float, float], tuple[float, float]]

_SIDES: Final = np.array([0, 180, 90, 270, 45, 315, 135, 225])
"""Directions in which a name is tried beside its pin, degrees anticlockwise from the right, the best first."""
_AROUND: Final = np.arange(0, 360, 9)
_FARTHER: Final = np.array([1.4, 2.2, 3.2, 4.4, 5.8, 7.4, 9.2, 11.2, 13.4, 15.8, 18.4, 21.2])
"""Directions, and distances in heights of a name, in which it is tried farther out."""
_TURNS: Final = 24_000
"""Choices made at most, times names: a choice costs as much as there are names."""

_SIDE, _APART, _FAR, _STEEP = 0.5, 5.0, 1.0, 0.6
_PIN_CROSSED: Final = 6.0
_IN_THE_WAY: Final = 100.0
_IN_THE_WAY_AGAIN: Final = 50.0
"""Costs of a place: of a collision, and how much dearer it becomes each time that nobody gives way."""


class Wish(NamedTuple):
    """A name that wants a place.

    ``x, y`` is its pin's middle and ``radius`` what the pin covers; ``width`` and ``height`` are the name's, in pixels.
    """

    x: float
    y: float
    radius: float
    width: float
    height: float


class Place(NamedTuple):
    """Where a name stands: its left end and top; and the line that leads to it from its pin, if it stands apart."""

    left: float
    top: float
    leader: Line | None = None


class _Choice(NamedTuple):
    """All places that a name could have: rectangles, leading lines (NaN without one), and the cost of each."""

    rectangles: Floats
    lines: Floats
    costs: Floats


def place_names(wishes: Sequence[Wish], box: Box, pins: Floats, *, reach: float) -> list[Place | None]:
    """Return where each name stands, None for those that find no room.

    Parameters
    ----------
    wishes : sequence of Wish
        The most important first.
    box : Box
        What names must not leave.
    pins : numpy.ndarray, shape (n, 3)
        Middle and radius of everything that no name may cover.
    reach : float
        How far from its pin a name may stand, in heights of a name.
    """
    search = _Search([_choice(wish, box, pins, reach) for wish in wishes])
    search.improve()
    return search.places()


class _Search:
    """Names and the places that they have chosen so far.

    Attributes
    ----------
    choices : sequence of _Choice
        Of each name, the most important first.
    taken : numpy.ndarray of int
        Which place each name has, -1 without one.
    """

    def __init__(self, choices: Sequence[_Choice]) -> None:
        self.choices = choices
        count = len(choices)
        self.taken = np.full(count, -1)
        self._rectangles, self._lines = np.full((count, 4), np.nan), np.full((count, 4), np.nan)
        self._colliding = np.zeros((count, count), dtype=bool)
        self._dear = np.full((count, count), _IN_THE_WAY)
        self._last: list[int] = [-1] * count

    def improve(self) -> None:
        """Let all names choose in turn, then those that collide, until none does or patience ends."""
        movable = [at for at, choice in enumerate(self.choices) if len(choice.costs)]
        for at in movable:
            self._choose(at)
        best, fewest, dice = self.taken.copy(), len(movable) + 1, np.random.default_rng(seed=1)
        for _turn in range(_TURNS // (len(movable) + 1)):
            stuck = np.flatnonzero(self._colliding.any(axis=1))
            if len(stuck) < fewest:
                best, fewest = self.taken.copy(), len(stuck)
            if not len(stuck):
                break
            self._dear[self._colliding] += _IN_THE_WAY_AGAIN
            at = int(dice.choice(stuck))
            self._last[at] = int(self.taken[at])
            self._choose(at)
        self.taken = best

    def _choose(self, at: int) -> None:
        """Let a name take its cheapest place, not the one that it has just left."""
        choice = self.choices[at]
        others = np.flatnonzero(self.taken >= 0)
        others = others[others != at]
        hits = self._hits_of(choice, others)
        costs = choice.costs + hits @ self._dear[at, others]
        if self._last[at] >= 0 and len(costs) > 1:
            costs[self._last[at]] = np.inf
        place = int(costs.argmin())
        self._take(at, place)
        self._colliding[at, others] = self._colliding[others, at] = hits[place]

    def _take(self, at: int, place: int) -> None:
        self.taken[at] = place
        self._rectangles[at], self._lines[at] = self.choices[at].rectangles[place], self.choices[at].lines[place]

    def _hits_of(self, choice: _Choice, others: NDArray[np.int_]) -> Bools:
        """Return which places of a name collide with which others, they or their lines."""
        return _collide(choice.rectangles, choice.lines, self._rectangles[others], self._lines[others])

    def places(self) -> list[Place | None]:
        """Return the places that do not collide, the important ones first; who has lost one may find another."""
        wanted, self.taken = self.taken, np.full(len(self.choices), -1)
        for at, place in enumerate(wanted.tolist()):
            if place >= 0 and self._free(at)[place]:
                self._take(at, place)
        for at in [*np.flatnonzero((self.taken < 0) & (wanted >= 0)).tolist(), *2 * self._by_cost()]:
            if (free := self._free(at)).any():  # also for those that moved far away for a neighbour who is gone now
                self._take(at, int(np.where(free, self.choices[at].costs, np.inf).argmin()))
        return [_place(self.choices[at], place) if place >= 0 else None for at, place in enumerate(self.taken.tolist())]

    def _by_cost(self) -> list[int]:
        """Return the names with a place, those with the worst first."""
        placed = np.flatnonzero(self.taken >= 0).tolist()
        return sorted(placed, key=lambda at: -self.choices[at].costs[self.taken[at]])

    def _free(self, at: int) -> Bools:
        """Return which places of a name collide with no other."""
        there = np.flatnonzero(self.taken >= 0)
        there = there[there != at]
        return np.asarray(~self._hits_of(self.choices[at], there).any(axis=1))


def is_free(place: tuple[float, float, float, float], box: Box, taken: Sequence[tuple[float, ...]]) -> bool:
    """Return whether a rectangle (left, top, right, bottom) lies in a box and covers nothing that is there."""
    rectangle = np.array([place])
    there = np.array(taken, dtype=float).reshape(-1, 4)
    return not (_outside(rectangle, box).any() or _hits(rectangle, there).any())


def _place(choice: _Choice, at: int) -> Place:
    left, top = choice.rectangles[at, :2].tolist()
    x0, y0, x1, y1 = choice.lines[at].tolist()
    return Place(left, top, None if np.isnan(x0) else ((x0, y0), (x1, y1)))


def _choice(wish: Wish, box: Box, pins: Floats, reach: float) -> _Choice:
    beside = _corners(wish, _SIDES, np.full(len(_SIDES), wish.radius + 2))
    angles, far = (each.ravel() for each in np.meshgrid(_AROUND, _FARTHER[reach >= _FARTHER]))
    apart = _corners(wish, angles, wish.radius + far * wish.height)
    corners = np.vstack([beside, apart])
    rectangles = np.hstack([corners, corners + [wish.width, wish.height]])
    lines = _leaders(wish, rectangles)
    lines[: len(_SIDES)] = np.nan
    steep = np.abs(np.sin(np.radians(angles)))
    costs = np.r_[_SIDE * np.arange(len(_SIDES)), _APART + _FAR * far + _STEEP * steep]
    costs += _PIN_CROSSED * _crossed_pins(wish, lines, pins)
    possible = ~(_hits(rectangles, _squares(pins)).any(axis=1) | _outside(rectangles, box))
    return _Choice(rectangles[possible], lines[possible], costs[possible])


def _corners(wish: Wish, angles: NDArray[np.int_], distance: Floats) -> Floats:
    """Return left and top of a name whose edge is so far from the middle of its pin in a direction."""
    turn = np.radians(angles)
    aside, above = np.clip(1.6 * np.cos(turn), -1, 1), np.clip(1.6 * np.sin(turn), -1, 1)
    x, y = wish.x + np.cos(turn) * distance, wish.y - np.sin(turn) * distance
    return np.column_stack([x - wish.width * (1 - aside) / 2, y - wish.height * (1 + above) / 2])


def _leaders(wish: Wish, rectangles: Floats) -> Floats:
    """Return the line from a pin to the nearest point of each place of its name."""
    left, top, right, bottom = rectangles.T
    x = np.clip(wish.x, left, right)
    y = np.clip(wish.y, top + 0.2 * wish.height, bottom - 0.2 * wish.height)
    return np.column_stack([np.full(len(x), wish.x), np.full(len(x), wish.y), x, y])


def _outside(rectangles: Floats, box: Box) -> Bools:
    left, top, right, bottom = rectangles.T
    return np.asarray((left < box.left) | (top < box.top) | (right > box.right) | (bottom > box.bottom))


def _squares(pins: Floats) -> Floats:
    return np.hstack([pins[:, :2] - pins[:, 2:], pins[:, :2] + pins[:, 2:]])


def _crossed_pins(wish: Wish, lines: Floats, pins: Floats) -> NDArray[np.int_]:
    """Return how many other pins each leading line runs over; those in the same place cannot be avoided."""
    others = pins[np.hypot(pins[:, 0] - wish.x, pins[:, 1] - wish.y) > wish.radius]
    across = _squares(others * [1, 1, 0.8])
    return np.asarray(_cut(lines, across).sum(axis=1))


def _collide(rectangles: Floats, lines: Floats, others: Floats, their_lines: Floats) -> Bools:
    """Return which names, with their lines, collide with which others with theirs, shape (names, others)."""
    across = _cut(lines, others) | _cut(their_lines, rectangles).T
    return np.asarray(_hits(rectangles, others) | across | _meet(lines, their_lines))


def _hits(one: Floats, other: Floats) -> Bools:
    """Return which rectangles overlap, shape (one, other)."""
    (left, top, right, bottom), (lefts, tops, rights, bottoms) = one.T[:, :, None], other.T[:, None, :]
    return np.asarray((lefts < right) & (left < rights) & (tops < bottom) & (top < bottoms))


def _cut(lines: Floats, rectangles: Floats) -> Bools:
    """Return which lines run through which rectangles (separating axes), shape (lines, rectangles)."""
    x, y, x1, y1 = lines.T[:, :, None]
    left, top, right, bottom = rectangles.T[:, None, :]
    # The line's middle and half of its way, from the rectangle's middle and halves: apart along an axis, or across it.
    across, down = (x1 - x) / 2, (y1 - y) / 2
    wide, high = (right - left) / 2, (bottom - top) / 2
    aside, below = (x + x1 - left - right) / 2, (y + y1 - top - bottom) / 2
    near = (np.abs(aside) < wide + np.abs(across)) & (np.abs(below) < high + np.abs(down))
    return np.asarray(near & (np.abs(across * below - down * aside) < wide * np.abs(down) + high * np.abs(across)))


def _meet(one: Floats, other: Floats) -> Bools:
    """Return which lines cross which, shape (one, other)."""
    ax, ay, bx, by = one.T[:, :, None]
    cx, cy, dx, dy = other.T[:, None, :]

    def turn(px: Floats, py: Floats, qx: Floats, qy: Floats, rx: Floats, ry: Floats) -> Floats:
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    apart = turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) < 0
    return np.asarray(apart & (turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) < 0))
