"""Names on a map: each beside its pin or at the end of a short line, none over a pin, another name or a line.

Every name has some two hundred places where it could stand, each with what is wrong with it by itself: far away, on the
wrong side, over a pin.  Names choose in the order of importance, then choose again a few times knowing where the others
stand.  What still collides after that stays away; the map says how many names it has.
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
_AROUND: Final = np.arange(0, 360, 10)
_FARTHER: Final = np.array([1.4, 2.2, 3.2, 4.4, 5.8, 7.4, 9.4, 11.6, 14.0, 17.0, 20.0])
"""How far out names are tried, in heights of a name."""
_ROUNDS: Final = 5

_SIDE, _APART, _FAR, _STEEP = 0.5, 5.0, 1.0, 0.6
_PIN_CROSSED: Final = 4.0
_IN_THE_WAY: Final = 200.0
"""What is wrong with a place: more than all the rest together if something else is there already."""


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
    """All places of a name: rectangles, leading lines (NaN without one), and what is wrong with each by itself."""

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
    choices = [_choice(wish, box, pins, reach) for wish in wishes]
    taken = np.full(len(choices), -1)
    for _round in range(_ROUNDS):
        before = taken.copy()
        for at, choice in enumerate(choices):
            taken[at] = int((choice.costs + _IN_THE_WAY * _collisions(choice, at, choices, taken)).argmin())
        if (taken == before).all():
            break
    return _kept(choices, taken)


def is_free(place: tuple[float, float, float, float], box: Box, taken: Sequence[tuple[float, ...]]) -> bool:
    """Return whether a rectangle (left, top, right, bottom) lies in a box and covers nothing that is there."""
    rectangle = np.array([place])
    there = np.array(taken, dtype=float).reshape(-1, 4)
    return not (_outside(rectangle, box).any() or _hits(rectangle, there).any())


def _kept(choices: Sequence[_Choice], chosen: NDArray[np.int_]) -> list[Place | None]:
    """Return the places without a collision, the important ones first; a name that lost its place may find another."""
    taken = np.full(len(choices), -1)
    for again in (False, True):
        for at, choice in enumerate(choices):
            if taken[at] >= 0:
                continue
            wrong = choice.costs + _IN_THE_WAY * _collisions(choice, at, choices, taken)
            best = int(wrong.argmin()) if again else int(chosen[at])
            if wrong[best] < _IN_THE_WAY:
                taken[at] = best
    return [_place(choice, each) if each >= 0 else None for choice, each in zip(choices, taken.tolist(), strict=True)]


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
    costs += _IN_THE_WAY * (_hits(rectangles, _squares(pins)).any(axis=1) | _outside(rectangles, box))
    return _Choice(rectangles, lines, costs)


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


def _collisions(choice: _Choice, at: int, choices: Sequence[_Choice], taken: NDArray[np.int_]) -> NDArray[np.int_]:
    """Return with how many of the other names and their lines each place of a name collides."""
    others = [(each, taken[other]) for other, each in enumerate(choices) if other != at and taken[other] >= 0]
    if not others:
        return np.zeros(len(choice.costs), dtype=int)
    rectangles = np.array([each.rectangles[where] for each, where in others])
    lines = np.array([each.lines[where] for each, where in others])
    found = _hits(choice.rectangles, rectangles).astype(int) + _cut(choice.lines, rectangles)
    return np.asarray((found + _cut(lines, choice.rectangles).T + _meet(choice.lines, lines)).sum(axis=1))


def _hits(one: Floats, other: Floats) -> Bools:
    """Return which rectangles overlap, shape (one, other)."""
    (left, top, right, bottom), (lefts, tops, rights, bottoms) = one.T[:, :, None], other.T[:, None, :]
    return np.asarray((lefts < right) & (left < rights) & (tops < bottom) & (top < bottoms))


def _cut(lines: Floats, rectangles: Floats) -> Bools:
    """Return which lines run through which rectangles (Liang and Barsky), shape (lines, rectangles)."""
    x, y, x1, y1 = lines.T[:, :, None]
    left, top, right, bottom = rectangles.T[:, None, :]
    first, last = np.zeros((len(lines), len(rectangles))), np.ones((len(lines), len(rectangles)))
    with np.errstate(divide="ignore", invalid="ignore"):
        for start, way, low, high in ((x, x1 - x, left, right), (y, y1 - y, top, bottom)):
            one, other = (low - start) / way, (high - start) / way
            still, inside = way == 0, (low < start) & (start < high)
            enters = np.where(still, np.where(inside, -np.inf, np.inf), np.minimum(one, other))
            leaves = np.where(still, np.where(inside, np.inf, -np.inf), np.maximum(one, other))
            first, last = np.maximum(first, enters), np.minimum(last, leaves)
    return np.asarray(first < last)  # False wherever there is no line


def _meet(one: Floats, other: Floats) -> Bools:
    """Return which lines cross which, shape (one, other)."""
    ax, ay, bx, by = one.T[:, :, None]
    cx, cy, dx, dy = other.T[:, None, :]

    def turn(px: Floats, py: Floats, qx: Floats, qy: Floats, rx: Floats, ry: Floats) -> Floats:
        return (qx - px) * (ry - py) - (qy - py) * (rx - px)

    apart = turn(ax, ay, bx, by, cx, cy) * turn(ax, ay, bx, by, dx, dy) < 0
    return np.asarray(apart & (turn(cx, cy, dx, dy, ax, ay) * turn(cx, cy, dx, dy, bx, by) < 0))
