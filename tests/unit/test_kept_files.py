"""A file made on a press can be fetched whatever other visitors do meanwhile, and does not stay for ever."""

from __future__ import annotations

from typing import TYPE_CHECKING

from streamlit.runtime.media_file_manager import MediaFileManager
from streamlit.runtime.media_file_storage import MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

from atlas.ui.parts import kept_files

if TYPE_CHECKING:
    import pytest

OTHERS_RUN = 2
"""Runs of others after which Streamlit by itself has lost a file."""


class Server:
    """Streamlit's store of files, as a server has it, and a clock."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *, keeps: bool = True) -> None:
        self.now = 0.0
        monkeypatch.setattr(kept_files, "monotonic", lambda: self.now)
        self.storage = MemoryMediaFileStorage("/media")
        self.manager = MediaFileManager(self.storage)
        if keeps:
            kept_files.keep_files_of(self.manager)

    def press(self, content: bytes) -> str:
        """Have a file made, as a press does; return its address."""
        asked = self.manager.add_deferred(lambda: content, "text/plain", "0.0", "file.txt")
        return self.manager.execute_deferred(asked)

    def others_run(self) -> None:
        for _run in range(OTHERS_RUN):
            self.manager.clear_session_refs()
            self.manager.remove_orphaned_files()

    def has(self, address: str) -> bool:
        try:
            return bool(self.storage.get_file(address.rpartition("/")[2]).content)
        except MediaFileStorageError:
            return False


def test_streamlit_by_itself_loses_it(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(monkeypatch, keeps=False)
    address = server.press(b"deck")
    server.others_run()
    assert not server.has(address)


def test_a_file_stays_for_a_minute_and_then_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(monkeypatch)
    address = server.press(b"deck")
    server.others_run()
    assert server.has(address)
    server.now = 59.9
    later = server.press(b"kit")
    server.others_run()
    assert server.has(address)
    server.now = 60.0
    server.press(b"picture")
    server.others_run()
    assert not server.has(address)
    assert server.has(later)


def test_the_same_file_made_again_is_not_deleted_with_the_first(monkeypatch: pytest.MonkeyPatch) -> None:
    server = Server(monkeypatch)
    address = server.press(b"deck")
    server.others_run()
    server.now = 60.0
    assert server.press(b"deck") == address
    server.press(b"kit")
    server.manager.clear_session_refs()
    server.manager.remove_orphaned_files()
    assert server.has(address)
    server.others_run()
    assert server.has(address)
