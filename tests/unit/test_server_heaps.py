"""Few heaps for many threads, where the C library has heaps."""

from __future__ import annotations

import ctypes
import platform

import pytest

from atlas.server import heaps


class _Library:
    def __init__(self, answer: int) -> None:
        self.asked: list[tuple[int, int]] = []
        self._answer = answer

    def mallopt(self, name: int, value: int) -> int:
        self.asked.append((name, value))
        return self._answer


@pytest.mark.parametrize(("answer", "done"), [(1, True), (0, False)])
def test_glibc_is_asked_for_two_heaps_and_says_whether_it_took_them(
    monkeypatch: pytest.MonkeyPatch, answer: int, done: bool
) -> None:
    library = _Library(answer)
    monkeypatch.setattr(ctypes, "CDLL", {None: library}.__getitem__)
    monkeypatch.setattr(platform, "libc_ver", lambda: ("glibc", "2.36"))
    assert heaps.keep_few_heaps() is done
    assert library.asked == [(-8, 2)]


def test_another_c_library_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(platform, "libc_ver", lambda: ("", ""))
    monkeypatch.setattr(ctypes, "CDLL", {}.__getitem__)
    assert heaps.keep_few_heaps() is False
