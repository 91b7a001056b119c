"""Learning Cities Atlas: model, summaries and command line, free of any interface."""

from __future__ import annotations

__version__ = "0.1.0"
