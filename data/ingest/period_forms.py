"""The forms in which workbooks write a period, on folded words: patterns and what they mean."""

import re
from calendar import monthrange
from collections.abc import Callable

Match = re.Match[str]
YEAR = r"(?P<y>(?:19|20)\d\d)"
_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "one": 1, "two": 2, "three": 3}
_NUMBERS |= {"six": 6, "nine": 9}
_SUM = r"(?:luy ke|cong don|tu dau nam|cumulative|year to date)"
_IN = r"\s*(?:cua\s*)?(?:nam|of|in|[/-])?\s*"
_QUARTER = r"(?:quy|quarter|q)\s*\.?\s*(?P<q>iv|i{1,3}|[1-4])"
DATE = r"(?P<d>\d{1,2})\s*(?P<mark>[/.-])\s*(?P<m>\d{1,2})\s*(?P=mark)\s*" + YEAR
_WORDS = r"(?:ngay\s*)?(?P<d>\d{1,2})\s*thang\s*(?P<m>\d{1,2})\s*nam\s*" + YEAR
_SHORT = r"(?:ngay\s*)?(?P<d>\d{1,2})\s*/\s*(?P<m>\d{1,2})\s*nam\s*" + YEAR
_SPAN = r"(?:thang\s*)?0?1\s*(?:-|den)\s*(?:thang\s*)?(?P<m>\d{1,2})" + _IN + YEAR
_MONTHS = rf"(?P<m>[2-9]|0[2-9]|1[0-2])\s*(?:thang|months?|t|m)\b\s*(?:dau\s*)?{_IN}{YEAR}"
_FIRST = r"first (?P<m>\d{1,2}|three|six|nine) months" + _IN + YEAR


def _day(match: Match) -> str:
    return f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}"


def _until_day(match: Match) -> str:
    """A sum up to the last day of a month; up to another day there is no such period: ``""``."""
    year, month = int(match["y"]), int(match["m"])
    if not 1 <= month <= 12 or int(match["d"]) != monthrange(year, month)[1]:
        return ""
    return _until(match)


def _until(match: Match) -> str:
    month = _NUMBERS.get(match["m"]) or int(match["m"])
    return f"{match['y']}-01/{match['y']}-{month:02d}"


def _until_quarter(match: Match) -> str:
    return f"{match['y']}-01/{match['y']}-{3 * _quarter_number(match):02d}"


def _quarter(match: Match) -> str:
    return f"{match['y']}-Q{_quarter_number(match)}"


def _quarter_number(match: Match) -> int:
    return _NUMBERS.get(match["q"]) or int(match["q"])


def _month(match: Match) -> str:
    return f"{match['y']}-{int(match['m']):02d}"


def _year(match: Match) -> str:
    return match["y"]


def _whole(match: Match) -> str:
    return match[0]


_OF_YEAR = (
    r"(?:tu\s*)?(?:ngay\s*)?0?1\s*[/.-]\s*0?1\s*(?:[/.-]\s*(?P=y)\s*)?(?:-|den)\s*(?:ngay\s*)?"
)
_FROM = _OF_YEAR.replace("(?P=y)", r"(?P<from>(?:19|20)\d\d)") + DATE


def _from_january(match: Match) -> str:
    return _until_day(match) if match["from"] in (None, match["y"]) else ""


_LISTED: tuple[tuple[str, Callable[[Match], str]], ...] = (
    (rf"\b{_FROM}\b", _from_january),
    (rf"{_SUM}\D{{0,25}}(?:{DATE})", _until_day),
    (rf"{_SUM}\D{{0,25}}(?:{_WORDS})", _until_day),
    (rf"{_SUM}\D{{0,25}}(?:{_SHORT})", _until_day),
    (rf"{_SUM}[^\dq]{{0,25}}{_QUARTER}{_IN}{YEAR}\b", _until_quarter),
    (rf"(?:{_SUM}\s*)?\b{_SPAN}\b", _until),
    (rf"(?:{_SUM}\s*)?\b{_MONTHS}\b", _until),
    (rf"(?:{_SUM}\s*)?\b{_FIRST}\b", _until),
    (r"\b1\s*thang\s*dau\s*(?:nam\s*)?" + YEAR, lambda m: f"{m['y']}-01/{m['y']}-01"),
    (rf"{_SUM}\D{{0,25}}\b(?P<m>\d{{1,2}}){_IN}{YEAR}\b", _until),
    (rf"\b{YEAR}-(\d\d)/(?P=y)-(\d\d)\b", _whole),
    (rf"\b{YEAR}-(\d\d)-(\d\d)\b", _whole),
    (rf"\b{_WORDS}\b", _day),
    (rf"\b{_SHORT}\b", _day),
    (rf"(?:ngay\s*)?\b{DATE}\b", _day),
    (rf"\b{YEAR}\s*[-/]?\s*q(?P<q>[1-4])\b", _quarter),
    (rf"\b{_QUARTER}{_IN}{YEAR}\b", _quarter),
    (rf"\b(?:thang\s*|t)(?P<m>\d{{1,2}}){_IN}{YEAR}\b", _month),
    (rf"\b{YEAR}-(\d\d)\b", _whole),
    (rf"(?<![/\d.-])(?<!tuan )\b(?P<m>\d{{1,2}})/{YEAR}\b", _month),
    (rf"\b(?:nam\s*|year\s*)?{YEAR}\b", _year),
)
FORMS = tuple((re.compile(pattern), write) for pattern, write in _LISTED)
"""Each form with what it means; the first that is found counts. ``""`` is no period."""

LEFT_OVER = re.compile(
    rf"{_SUM}|\b(?:[2-9]|[01]\d)\s*(?:thang|months?|t|m)\b|\b[tm]\s?\d{{1,2}}\b|\bthang\s*\d|\b(?:quy|quarter)\b|\bq\s*[1-4]\b"
    r"|\b(?:i{1,3}|iv|\d{1,2})\s*[/-]\s*$|\bnua (?:dau|cuoi)|\b(?:first|second) half"
    r"|\btu \d|^\s*[/-]\s*\d|\bgiai doan\b|\bnien do\b|\bmonths?\s*(?:of|in)?\s*$|\btuan\s*\d"
)
"""Words of a period that no form has understood: beside a bare year, the year is not all of it."""

PART = re.compile(
    rf"(?:{_SUM}\s*)?\b(?:(?:[2-9]|0[2-9]|1[0-2])\s*(?:thang|months?|t|m)\b(?:\s*dau(?:\s*nam)?)?"
    rf"|thang\s*(?:[1-9]|0[1-9]|1[0-2])\b(?!\s*[/-])|{_QUARTER}\b"
    r"|(?:den\s*)?(?:ngay\s*)\d{1,2}\s*/\s*\d{1,2}\b(?!\s*/))"
)
"""A part of a year that is named without its year: "9 tháng", "quý III", "ngày 30/9"."""
