"""Files on disk, whole or not at all."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def write_whole(path: Path, content: bytes) -> None:
    """Write a file so that nobody ever finds half of it: beside its place first, then moved there.

    Parameters
    ----------
    path : pathlib.Path
        Where; what stands there is replaced only once the new file is complete.
    content : bytes
        What.

    Raises
    ------
    OSError
        When it cannot be written; the message is a sentence that names the file, and nothing is left behind.
    """
    beside = path.with_name(f".{path.name[:100]}.{os.getpid()}.part")
    try:
        try:
            with beside.open("xb") as target:
                target.write(content)
                target.flush()
                os.fsync(target.fileno())
            beside.replace(path)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise OSError(f"{path} cannot be written: {error.strerror}") from error
