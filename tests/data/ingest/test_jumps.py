"""A change that the indicator's own history makes implausible is asked about."""

from collections import defaultdict
from functools import cache

import pytest

from data.ingest import Answer, Delivery, message, read_delivery
from data.ingest.jumps import History, check_jumps, former_periods, with_jumps
from data.service.opening import PUBLISHED
from indicators.model import Observation, Status

BOOKS = [*sorted(PUBLISHED.glob("*.xlsx")), *sorted((PUBLISHED / "illustrative").glob("*.xlsx"))]


@cache
def published() -> tuple[Observation, ...]:
    return tuple(
        one for book in BOOKS for one in read_delivery(book.read_bytes(), book.name).observations
    )


def history(observations: tuple[Observation, ...]) -> History:
    found: dict[tuple[str, str], dict[str, dict[str, float]]] = defaultdict(dict)
    for one in observations:
        if one.value is not None:
            periods = found[one.indicator_id, one.boundary]
            periods.setdefault(one.period, {})[one.province_code] = one.value
    return found


def of(indicator: str, period: str) -> dict[str, float]:
    return dict(history(published())[indicator, "63"][period])


def asked(indicator: str, period: str, values: dict[str, float]) -> list[str]:
    """The provinces that are asked about when a period is delivered on the published history."""
    new = [observation(indicator, period, code, value) for code, value in values.items()]
    return [one.cell.rpartition("!C")[2] for one in check_jumps(new, history(published()))]


def observation(
    indicator: str, period: str, code: str, value: float, boundary: str = "63"
) -> Observation:
    return Observation(
        code, boundary, indicator, period, value, "u", Status.A, "s01", "Bảng", f"C{code}"
    )


def test_the_figures_from_2019_to_2024_raise_no_question():
    """Hà Giang rose by 0.1954 from 2022 to 2023, and half the country by 0.1."""
    assert list(check_jumps(published(), {})) == []
    assert of("dti_total", "2023")["02"] - of("dti_total", "2022")["02"] == pytest.approx(0.1954)


@pytest.mark.parametrize(
    ("indicator", "period"),
    [
        ("population", "2024"),
        ("population_rural", "2022"),
        ("area", "2021"),
        ("qr_acceptance_points", "2024"),
        ("qr_value", "2023"),
    ],
)
def test_a_count_typed_with_a_digit_too_many_or_too_few_is_asked_about(indicator: str, period: str):
    values = of(indicator, period)

    for code in ("02", "01", "79", "96"):
        assert asked(indicator, period, {**values, code: values[code] * 10}) == [code]
        assert asked(indicator, period, {**values, code: values[code] / 10}) == [code]


def test_two_provinces_that_are_swapped_by_a_wide_margin_are_asked_about():
    values = of("dti_total", "2023")
    first, last = max(values, key=values.__getitem__), min(values, key=values.__getitem__)
    swapped = {**values, first: values[last], last: values[first]}

    assert sorted(asked("dti_total", "2023", swapped)) == sorted([first, last])


def test_a_whole_column_on_another_scale_is_asked_about():
    values = {code: value * 10 for code, value in of("qr_transactions", "2024").items()}

    assert len(asked("qr_transactions", "2024", values)) == 63


def test_nothing_is_compared_across_a_change_of_method():
    values = of("dti_total", "2023")
    first, last = max(values, key=values.__getitem__), min(values, key=values.__getitem__)

    assert asked("dti_total", "2024", {first: 0.1, last: 0.99}) == []


def test_nothing_is_compared_with_the_other_list_of_provinces():
    new = [observation("population", "2024", "08", 1.0, boundary="34")]

    assert list(check_jumps(new, history(published()))) == []


def test_nine_months_are_compared_with_nine_months():
    known = ["2024", "2025-01/2025-09", "2025-01/2025-12", "2025-09"]

    assert former_periods("2026-01/2026-09", known, "qr_value") == ["2025-01/2025-09"]


def test_a_figure_that_mends_a_wrong_one_in_use_is_no_jump():
    """The year before is wrong in use; the new year fits the year before that."""
    known = history(published())
    used = {series: dict(periods) for series, periods in known.items()}
    used["population", "63"] = {**used["population", "63"]}
    used["population", "63"]["2023"] = {**of("population", "2023"), "02": 8.9}
    new = [
        observation("population", "2024", code, v) for code, v in of("population", "2024").items()
    ]

    assert list(check_jumps(new, used)) == []


def test_a_figure_in_use_is_not_asked_about_again():
    used = {("population", "63"): {"2022": {"02": 890.0}, "2023": {"02": 8.9}}}

    assert list(check_jumps([observation("population", "2023", "02", 8.9)], used)) == []


def test_between_few_provinces_three_times_as_much_is_asked_about():
    used = {("poverty_rate_molisa", "63"): {"2022": {"04": 28.94, "11": 35.0}}}
    new = [
        observation("poverty_rate_molisa", "2023", "04", 2.471),
        observation("poverty_rate_molisa", "2023", "11", 30.4),
    ]

    (issue,) = check_jumps(new, used)

    assert (issue.cell, issue.found, issue.expected) == ("Bảng!C04", "2.471", "28.94 2022")
    assert message(issue, "vi") == (
        'Ô C04 (trang tính "Bảng"): Tỷ lệ hộ nghèo (rà soát hằng năm): số này là 2,471, khác nhiều '
        "so với 28,94 (năm 2022). Các tỉnh, thành phố khác không thay đổi nhiều như vậy. Số này có "
        "đúng không?"
    )


def test_a_jump_is_kept_with_a_reason_and_not_without():
    used = {("population", "63"): {"2022": {"02": 890.0}}}
    found = (observation("population", "2023", "02", 89.0),)
    delivery = Delivery("a.xlsx", "", "loads", observations=found)
    accept = Answer("issue.jump", "Bảng!C02", "accept")
    said = Answer("issue.jump", "Bảng!C02", "accept", "điều chỉnh theo tổng điều tra")

    asked_ = with_jumps(delivery, used)
    (question,) = asked_.questions

    assert (asked_.outcome, question.needs_reason, question.kind) == ("review", True, "accept")
    assert with_jumps(delivery, used, [accept]).questions == (question,)
    told = with_jumps(delivery, used, [said])
    assert (told.outcome, told.answered, told.observations) == ("loads", (said,), found)
    assert "điều chỉnh theo tổng điều tra" in message(told.issues[0], "vi")
