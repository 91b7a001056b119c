"""Files that were made on a press stay until their visitor has fetched them.

Streamlit makes such a file, tells the browser its address and holds on to nothing: whenever any session on the server
has run, files that no session refers to are marked, and at the second time they are deleted (``MediaFileManager`` of
Streamlit 1.67.0).  With many visitors that happens between the two, and the download fails.
"""

from __future__ import annotations

from collections import deque
from functools import cache
from time import monotonic
from typing import TYPE_CHECKING, Final

from streamlit import runtime
from streamlit.runtime.media_file_storage import MediaFileKind, MediaFileStorageError
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage

if TYPE_CHECKING:
    from streamlit.runtime.media_file_manager import MediaFileManager

KEPT_S: Final = 60.0
"""Seconds that a visitor has to begin fetching a file."""


@cache
def keep_files() -> None:
    """Have the running server keep them; without one, as in a test of a page, there is nothing to keep."""
    if runtime.exists():
        keep_files_of(runtime.get_instance().media_file_mgr)


def keep_files_of(manager: MediaFileManager) -> None:
    """Have a manager delete files to take away only when their time is over.

    Parameters
    ----------
    manager : MediaFileManager
        Streamlit's, with the files in memory.
    """
    storage = manager._storage
    assert isinstance(storage, MemoryMediaFileStorage), "Streamlit keeps files elsewhere: look at how they are deleted"
    delete = storage.delete_file
    leaving: deque[tuple[float, str]] = deque()

    def delete_later(file_id: str) -> None:
        try:
            handed_out = storage.get_file(file_id).kind == MediaFileKind.DOWNLOADABLE
        except MediaFileStorageError:
            handed_out = False
        if not handed_out:
            delete(file_id)
            return
        leaving.append((monotonic() + KEPT_S, file_id))
        while leaving and leaving[0][0] <= monotonic():
            _over, old = leaving.popleft()
            if old not in manager._file_metadata:  # the same content may have been handed out anew
                delete(old)

    storage.delete_file = delete_later  # type: ignore[method-assign]
