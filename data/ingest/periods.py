"""Read a period from the words of a heading, a title or a cell; never from the clock."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from data.ingest.period_forms import FORMS, LEFT_OVER, PART, YEAR
from indicators.errors import PeriodError
from indicators.period import parse
from language.folding import fold

_Y = YEAR.replace("?P<y>", "?:")
_DAY = rf"\d{{1,2}}\s*[/.-]\s*\d{{1,2}}\s*[/.-]\s*{_Y}"


@dataclass(frozen=True, slots=True)
class Read:
    """A period and the words that are left of the text without it."""

    period: str
    rest: str


@lru_cache(maxsize=8192)
def in_text(text: str) -> Read | None:
    """Find the one period that a heading or a cell names.

    ``None`` for none, for several years, and where other words are of a period too but of none
    that is known: "tuần 3/2026" is not the year 2026.
    """
    words = fold(text)
    for pattern, write in FORMS:
        if match := pattern.search(words):
            rest = words[: match.start()] + " " + words[match.end() :]
            period = write(match)
            if re.search(rf"\b{_Y}\b", rest) or not _exists(period):
                return None
            if LEFT_OVER.search(_without_gaps(rest)):
                return None
            return Read(period, " ".join(_JOINTS.sub(" ", rest).split()))
    return None


def part_in(text: str) -> str:
    """Give the part of a year that a text names without its year: "9 thang" of "9 tháng"."""
    words = fold(text)
    if re.search(rf"\b{_Y}\b", words):
        return ""
    match = PART.search(words)
    return match[0].strip() if match else ""


def completed(text: str, year: str) -> Read | None:
    """Read a part of a year ("9 tháng", "quý III") in the year that is named elsewhere."""
    part = part_in(text)
    if not part:
        return None
    read = in_text(f"{part} nam {year}")
    left = _JOINTS.sub(" ", fold(text).replace(part, " ", 1))
    return Read(read.period, " ".join(left.split())) if read else None


def of_cell(cell: object, year: str = "") -> str | None:
    """Read the period of a cell of its own: 2022, "Năm 2022", a date; "9 tháng" of ``year``."""
    if isinstance(cell, bool):
        return None
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() and 1900 <= cell < 2100 else None
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return None
    read = in_text(cell) or (completed(cell, year) if year else None)
    return read.period if read else None


def of_row(cell: object, parts: Mapping[str, object], year: str) -> tuple[str | None, str]:
    """Read the period of a row from its cells; beside it words of a period that nobody knows.

    ``parts`` holds the cells of columns for "tháng" and "quý"; ``year`` is that of the title.
    """
    whole = of_cell(cell, year)
    said = {word: one for word, one in parts.items() if one is not None}
    if not said:
        words = cell.strip() if isinstance(cell, str) and not whole else ""
        return whole, words
    written = " ".join(_part(word, one) for word, one in said.items())
    read = completed(written, (whole or year)[:4]) if len(said) == 1 and (whole or year) else None
    return (read.period, "") if read else (None, written)


def _part(word: str, cell: object) -> str:
    """Write the cell of a column "Tháng" or "Quý" as words: 8, "8", "Tháng 8"."""
    text = f"{cell:g}" if isinstance(cell, float) else str(cell)
    return text if part_in(text) else f"{word} {text}"


def in_title(lines: Iterable[str]) -> str | None:
    """Give the period that the lines above a table name, when they name exactly one.

    Dates of documents, of publication and of signing are no periods: "Quyết định ... ngày
    20/5/2022", "công bố ngày 21/10/2025", "Hà Nội, ngày 05 tháng 10 năm 2026". A part of a year
    in one line is completed by the year in another.
    """
    spoken = [_DOCUMENT.sub(" ", fold(line)) for line in lines]
    found = {read.period for line in spoken if (read := in_text(line))}
    if len(found) != 1 or any(_is_unread(line) for line in spoken):
        return None
    (period,) = found
    parts = {line for line in spoken if part_in(line)}
    if not parts:
        return period
    whole = {read.period for one in parts if (read := completed(one, period[:4]))}
    return whole.pop() if len(whole) == 1 and (len(period) == 4 or whole == found) else None


def years_in(text: str) -> frozenset[str]:
    """The years that a heading names; those of documents and poverty standards do not count."""
    return frozenset(re.findall(rf"\b{_Y}\b", _DOCUMENT.sub(" ", fold(text))))


def _is_unread(line: str) -> bool:
    """Whether a line names one year with words of a period that nobody understood."""
    return bool(re.findall(rf"\b{_Y}\b", line)) and not in_text(line) and _is_one_year(line)


def _is_one_year(line: str) -> bool:
    return len(set(re.findall(rf"\b{_Y}\b", line))) == 1


def _without_gaps(words: str) -> str:
    return " ".join(words.split())


def _exists(period: str) -> bool:
    try:
        parse(period)
    except PeriodError:
        return False
    return True


# What stands around a period and means nothing more.
_JOINTS = re.compile(
    r"\((?:p|e|so bo|uoc tinh|prel\.?)\)"
    r"|\b(?:so bo|prel\b\.?|preliminary|provisional|uoc tinh|estimate[sd]?)"
    r"|\b(?:tinh den|den het|den|as of|vao|trong|nam|ngay|year|ky|tu|the)\b(?=\W*$)|\(\s*\)"
)
# Dates of documents and of signing, and the years of a poverty standard.
_DOCUMENT = re.compile(
    rf"(?:cong bo|ban hanh|quyet dinh|van ban|cong van|bao cao so|to trinh|nghi quyet|thong tu"
    rf"|ke hoach|so \d+/|qd-|published|decision)[^;()]*?(?:{_DAY}|\b{_Y}/[a-z-]+"
    rf"|ngay\s*\d{{1,2}}\s*thang\s*\d{{1,2}}\s*nam\s*{_Y})"
    rf"|^[^,]{{2,40}},\s*ngay\s*[\d.…]{{0,3}}\s*thang\s*[\d.…]{{0,3}}\s*nam\s*{_Y}"
    rf"|\bchuan(?: ngheo)?[^;,()]*{_Y}\s*-\s*{_Y}"
)
