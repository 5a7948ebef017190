"""Read a period from the words of a heading, a title or a cell; never from the clock."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from indicators.errors import PeriodError
from indicators.period import parse
from language.folding import fold

_Y = r"((?:19|20)\d\d)"
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_CUMULATIVE = "(?:luy ke|cong don)"


@dataclass(frozen=True, slots=True)
class Read:
    """A period and the words that are left of the text without it."""

    period: str
    rest: str


@lru_cache(maxsize=8192)
def in_text(text: str) -> Read | None:
    """Find the one period that a heading or a cell names; ``None`` for none or several years."""
    words = fold(text)
    for pattern, write in _FORMS:
        if match := pattern.search(words):
            rest = _JOINTS.sub(" ", words[: match.start()] + " " + words[match.end() :])
            if re.search(rf"\b{_Y}\b", rest) or not _exists(period := write(match)):
                return None
            return Read(period, " ".join(rest.split()))
    return None


def of_cell(cell: object) -> str | None:
    """Read the period of a cell of its own: 2022, "Năm 2022", a date."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and 1900 <= cell < 2100 else None
    if isinstance(cell, date):
        return cell.isoformat()
    read = in_text(cell) if isinstance(cell, str) else None
    return read.period if read else None


def in_title(lines: Iterable[str]) -> str | None:
    """Give the period that the lines above a table name, when they name exactly one.

    Dates of documents and of publication are no periods: "Quyết định ... ngày 20/5/2022",
    "công bố ngày 21/10/2025".
    """
    found = [period for line in lines if (period := _in_line(line))]
    return found[0] if len(set(found)) == 1 else None


def _in_line(line: str) -> str | None:
    words = _DOCUMENT.sub(" ", fold(line))
    read = in_text(words)
    return read.period if read else None


def _exists(period: str) -> bool:
    try:
        parse(period)
    except PeriodError:
        return False
    return True


def _day(match: re.Match[str]) -> str:
    return f"{match[3]}-{int(match[2]):02d}-{int(match[1]):02d}"


def _until(match: re.Match[str]) -> str:
    return f"{match[3]}-01/{match[3]}-{int(match[2]):02d}"


def _months(match: re.Match[str]) -> str:
    return f"{match[2]}-01/{match[2]}-{int(match[1]):02d}"


def _quarter(match: re.Match[str]) -> str:
    return f"{match[2]}-Q{_ROMAN.get(match[1]) or match[1]}"


def _month(match: re.Match[str]) -> str:
    return f"{match[2]}-{int(match[1]):02d}"


_DATE = rf"(\d{{1,2}})\s*[/.-]\s*(\d{{1,2}})\s*[/.-]\s*{_Y}"
_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"{_CUMULATIVE}\D{{0,25}}{_DATE}"), _until),
    (re.compile(rf"\b{_Y}-(\d\d)/\1-(\d\d)\b"), lambda m: m[0]),
    (re.compile(rf"\b{_Y}-(\d\d)-(\d\d)\b"), lambda m: m[0]),
    (re.compile(rf"(?:ngay\s*)?\b{_DATE}\b"), _day),
    (re.compile(rf"\b(\d{{1,2}})\s*thang\s*(?:dau\s*)?(?:nam\s*)?{_Y}\b"), _months),
    (re.compile(rf"\b{_Y}-q([1-4])\b"), lambda m: f"{m[1]}-Q{m[2]}"),
    (re.compile(rf"\bq(?:uy)?\s*(iv|i{{1,3}}|[1-4])\s*(?:nam|[/-])?\s*{_Y}\b"), _quarter),
    (re.compile(rf"\bthang\s*(\d{{1,2}})\s*(?:nam|[/-])?\s*{_Y}\b"), _month),
    (re.compile(rf"\b{_Y}-(\d\d)\b"), lambda m: m[0]),
    (re.compile(rf"(?<!/)\b(\d{{1,2}})/{_Y}\b"), _month),
    (re.compile(rf"\b(?:nam\s*|year\s*)?{_Y}\b"), lambda m: m[1]),
)
# What stands around a period and means nothing more.
_JOINTS = re.compile(
    r"\((?:p|e|so bo|uoc tinh|prel\.?)\)"
    r"|\b(?:so bo|prel\b\.?|preliminary|provisional|uoc tinh|estimate[sd]?)"
    r"|\b(?:tinh den|den het|den|as of|vao|trong|nam|ngay|year|ky)\b(?=\W*$)|\(\s*\)"
)
# Dates of documents and the years of a poverty standard.
_DOCUMENT = re.compile(
    rf"(?:cong bo|ban hanh|quyet dinh|van ban|cong van|nghi quyet|thong tu|ke hoach|so \d+/|qd-"
    rf"|published|decision)[^;()]*?(?:{_DATE}|\b{_Y}/[a-z-]+)"
    rf"|\bchuan(?: ngheo)?[^;,()]*{_Y}\s*-\s*{_Y}"
)
