"""How a command ends: its exit codes, and the one error that says how to use it."""

from typing import Final

OK: Final = 0
FAULT: Final = 1
"""The data or the answer is at fault."""
WRONG_USE: Final = 2


class WrongUseError(Exception):
    """The command was not used as it can be; the message says how to."""
