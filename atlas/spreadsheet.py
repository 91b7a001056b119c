"""Reading tables that people send: any delimiter, any encoding, sometimes no table at all."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass

_DELIMITERS = ",;\t"
_ENCODINGS = (("utf-8-sig", ""), ("cp1252", "Windows-1252"), ("latin-1", "Latin-1"))
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_ZIP_MARK, _OLD_EXCEL_MARK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_CONTROLS_IN_TEXT = frozenset(b"\t\n\r\x0c\x1b")
_SAMPLE_BYTES = 65_536
_SIGNED_NUMBER = re.compile(r"[+-]\d+(?:[.,]\d+)?")

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""Starts of a cell that a spreadsheet would run as a formula, the full-width ones too (OWASP, "CSV Injection")."""


class NotATableError(Exception):
    """The file holds no table; ``remedy`` says what to do."""

    def __init__(self, problem: str, remedy: str) -> None:
        super().__init__(problem)
        self.remedy = remedy


@dataclass(frozen=True)
class Sheet:
    """A table as a spreadsheet shows it.

    ``rows`` are the data rows with their row numbers; blank rows are left out but
    counted.  ``encoding`` is empty for UTF-8.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    encoding: str
    delimiter: str


def is_formula(cell: str) -> bool:
    """Tell whether a spreadsheet could run a cell as a formula; signed numbers are none.

    The check of sent tables refuses such cells and the export disarms them: what one of them lets pass, both do.

    >>> [is_formula(cell) for cell in ("=1+1", "＝1+1", "@SUM(A1)", "-cmd", "-33.4", "Lyon")]
    [True, True, True, True, False, False]
    """
    return cell.startswith(FORMULA_STARTS) and not _SIGNED_NUMBER.fullmatch(cell.rstrip(" "))


def load_sheet(content: bytes) -> Sheet:
    """Read the bytes of a CSV file.

    Raises
    ------
    NotATableError
        If the file is empty, binary, or no CSV.
    """
    text, encoding = _decode(content)
    if not text.strip():
        raise NotATableError("the file is empty", "Export the table again")
    delimiter = _delimiter(text)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise NotATableError(f"the file is no CSV ({error})", "Save it as CSV UTF-8") from None
    # A quoted cell may span lines: the records are counted, as in a spreadsheet.
    filled = [(number, line) for number, line in enumerate(lines, 1) if any(map(str.strip, line))]
    header = tuple(name.strip() for name in filled[0][1])
    rows = tuple((number, tuple(line)) for number, line in filled[1:])
    return Sheet(header, rows, encoding, delimiter)


def _decode(content: bytes) -> tuple[str, str]:
    """Return the text and, if it is not UTF-8, the name of its encoding."""
    if content.startswith((_ZIP_MARK, _OLD_EXCEL_MARK)):
        raise NotATableError("the file is a workbook, not CSV", "Save the sheet as CSV UTF-8")
    if content.startswith(_UTF16_MARKS):
        return content.decode("utf-16", errors="replace"), "UTF-16"
    sample = content[:_SAMPLE_BYTES]
    if any(byte < ord(" ") and byte not in _CONTROLS_IN_TEXT for byte in sample) and (
        b"\0" in sample or not _is_utf8(content)
    ):
        raise NotATableError("the file is binary, not text", "Save the table as CSV UTF-8")
    for encoding, name in _ENCODINGS:
        try:
            return content.decode(encoding), name
        except UnicodeDecodeError:
            continue
    raise AssertionError("Latin-1 decodes everything")


def _is_utf8(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _delimiter(text: str) -> str:
    """Return the delimiter that is most frequent in the header."""
    header = text.lstrip().partition("\n")[0]
    return max(_DELIMITERS, key=header.count)
