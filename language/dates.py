"""Days and periods as a reader of the language writes them.

Vietnamese dates follow official documents: a zero before days under 10 and before the months 1
and 2 only (31/8/2024, 01/7/2025, 30/9/2026).
"""

import re
from datetime import date

from language.words import Lang, text

_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV"}
_FORMS = {
    "year": re.compile(r"(?P<year>\d{4})"),
    "quarter": re.compile(r"(?P<year>\d{4})-Q(?P<quarter>[1-4])"),
    "month": re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "months": re.compile(r"(?P<year>\d{4})-01/(?P=year)-(?P<month>\d\d)"),
    "span": re.compile(r"(?P<start>\d{4}-\d\d)/(?P<end>\d{4}-\d\d)"),
}


def day(iso: str, lang: Lang) -> str:
    """Write a day given as ``2024-08-31``: ``31/8/2024``; in English ``31 August 2024``."""
    given = date.fromisoformat(iso)
    if lang == "en":
        return f"{given.day} {_month_name(given.month, lang)} {given.year}"
    return f"{given.day:02}/{_month_number(given.month)}/{given.year}"


def period(code: str, lang: Lang) -> str:
    """Name a period of any form that observations have.

    ``2024`` năm 2024, ``2024-Q3`` quý III năm 2024, ``2024-08`` tháng 8 năm 2024, ``2024-08-31``
    ngày 31/8/2024, ``2026-01/2026-09`` 9 tháng năm 2026. The Vietnamese name says its kind, so
    that it stands in a sentence ("đạt 0,7292 điểm năm 2024"). Raises ``ValueError`` for a text
    that is no period.
    """
    for form, pattern in _FORMS.items():
        if match := pattern.fullmatch(code):
            return _NAMERS[form](match, lang)
    raise ValueError(f"Unknown period {code!r}. Write 2025, 2025-Q3, 2025-09 or 2025-09-30.")


def _year(match: re.Match[str], lang: Lang) -> str:
    return text("period.year", lang, year=match["year"])


def _quarter(match: re.Match[str], lang: Lang) -> str:
    number = match["quarter"] if lang == "en" else _ROMAN[match["quarter"]]
    return text("period.quarter", lang, quarter=number, year=match["year"])


def _month(match: re.Match[str], lang: Lang) -> str:
    month = _month_name(int(match["month"]), lang)
    return text("period.month", lang, month=month, year=match["year"])


def _day(match: re.Match[str], lang: Lang) -> str:
    return text("period.day", lang, day=day(match[0], lang))


def _months(match: re.Match[str], lang: Lang) -> str:
    count = int(match["month"])
    if count == 1:
        return _month(match, lang)
    _month_name(count, lang)  # refuses a month 13
    return text("period.months", lang, count=count, year=match["year"])


def _span(match: re.Match[str], lang: Lang) -> str:
    start, end = (period(match[side], lang) for side in ("start", "end"))
    return text("period.span", lang, start=start, end=end)


_NAMERS = {
    "year": _year,
    "quarter": _quarter,
    "month": _month,
    "day": _day,
    "months": _months,
    "span": _span,
}


def _month_number(month: int) -> str:
    return f"{month:02}" if month < 3 else str(month)


def _month_name(month: int, lang: Lang) -> str:
    if not 1 <= month <= 12:
        raise ValueError(f"There is no month {month}.")
    return text(f"month.{month}", lang)
