"""Periods: five forms, each with its first and last day."""

from datetime import date

import pytest

from indicators.errors import PeriodError
from indicators.period import parse


@pytest.mark.parametrize(
    ("text", "kind", "start", "end"),
    [
        ("2024", "year", date(2024, 1, 1), date(2024, 12, 31)),
        ("2024-Q3", "quarter", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-02", "month", date(2024, 2, 1), date(2024, 2, 29)),
        ("2024-08-31", "day", date(2024, 8, 31), date(2024, 8, 31)),
        ("2026-01/2026-09", "months", date(2026, 1, 1), date(2026, 9, 30)),
    ],
)
def test_every_form_knows_its_days(text, kind, start, end):
    period = parse(text)

    assert (period.text, period.kind, period.start, period.end) == (text, kind, start, end)
    assert period.year == end.year


@pytest.mark.parametrize(
    "text",
    ["", "24", "2025Q3", "2024-Q5", "2024-13", "2024-02-30", "2026-09/2026-01", "0000", "２０２４"],
)
def test_anything_else_is_refused_with_a_way_out(text):
    with pytest.raises(PeriodError, match="Write a year, a quarter") as error:
        parse(text)
    assert repr(text) in str(error.value)


def test_periods_sort_by_their_end_and_then_by_their_start():
    texts = ["2025", "2024-12-31", "2024-Q4", "2024", "2024-Q3", "2023"]

    assert [period.text for period in sorted(map(parse, texts))] == [
        "2023",
        "2024-Q3",
        "2024",
        "2024-Q4",
        "2024-12-31",
        "2025",
    ]
