"""The period an observation is for: SDMX's TIME_PERIOD as text, with its first and last day."""

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, total_ordering
from typing import Literal

from indicators.errors import PeriodError

Kind = Literal["year", "quarter", "month", "day", "months"]
_Days = tuple[date, date]


@total_ordering
@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of time; ``start`` and ``end`` are its first and last day.

    Periods sort by their end, then by their start: 2024-Q4 stands after 2024, which began before
    it. ``kind`` is ``months`` for a cumulative period.
    """

    text: str
    kind: Kind
    start: date
    end: date

    @property
    def year(self) -> int:
        """The year in which the period ends."""
        return self.end.year

    def __lt__(self, other: "Period") -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[date, date, str]:
        return self.end, self.start, self.text

    def __str__(self) -> str:
        return self.text


@lru_cache(maxsize=4096)
def parse(text: str) -> Period:
    """Read ``2024``, ``2024-Q3``, ``2024-08``, ``2024-08-31`` or ``2026-01/2026-09``.

    Raises
    ------
    PeriodError
        If the text has none of these forms, or a cumulative period ends before it starts.
    """
    for pattern, kind, days in _FORMS:
        if match := pattern.fullmatch(text):
            try:
                start, end = days(*map(int, match.groups()))
            except ValueError:
                break
            if start <= end:
                return Period(text, kind, start, end)
    raise PeriodError(
        f"Unknown period {text!r}. Write a year, a quarter, a month, a day or months from to: "
        "2025, 2025-Q3, 2025-09, 2025-09-30, 2025-01/2025-09."
    )


def _year(year: int) -> _Days:
    return date(year, 1, 1), date(year, 12, 31)


def _quarter(year: int, quarter: int) -> _Days:
    return _months(year, 3 * quarter - 2, year, 3 * quarter)


def _month(year: int, month: int) -> _Days:
    return _months(year, month, year, month)


def _day(year: int, month: int, day: int) -> _Days:
    return date(year, month, day), date(year, month, day)


def _months(year: int, month: int, last_year: int, last_month: int) -> _Days:
    first = date(year, month, 1)
    return first, date(last_year, last_month, monthrange(last_year, last_month)[1])


_FORMS: tuple[tuple[re.Pattern[str], Kind, Callable[..., _Days]], ...] = (
    (re.compile(r"(\d{4})", re.ASCII), "year", _year),
    (re.compile(r"(\d{4})-Q([1-4])", re.ASCII), "quarter", _quarter),
    (re.compile(r"(\d{4})-(\d\d)", re.ASCII), "month", _month),
    (re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII), "day", _day),
    (re.compile(r"(\d{4})-(\d\d)/(\d{4})-(\d\d)", re.ASCII), "months", _months),
)
