"""Makes ``python -m atlas`` work."""

from __future__ import annotations

import io
import sys

from atlas.cli import main

if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):  # names in all scripts, terminals in any encoding
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
