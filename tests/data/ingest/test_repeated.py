"""The figures of one year under the heading of another are asked about, once."""

import pytest

from data.ingest import Answer, Delivery, message, read_delivery
from data.ingest.jumps import History, with_jumps
from data.reference import provinces
from tests.fixtures.workbooks import xlsx

CODES = tuple(provinces("63"))
YEARS = ("2021", "2022", "2023")


def value(code: str, year: str) -> float:
    """A rate of a province: no two years are alike, and the order stays nearly the same."""
    place = CODES.index(code)
    return round(30 - place * 0.41 - int(year[-1]) * 0.73 + place * int(year[-1]) % 7 * 0.11, 2)


def known(*years: str) -> History:
    used = {year: {code: value(code, year) for code in CODES} for year in years}
    return {("poverty_rate_nso", "63"): used}


def delivered(columns: dict[str, str], decimals: int = 2) -> Delivery:
    """A table by year, each column with the figures of a year that may be another."""
    head = ["Tỉnh", *(f"poverty_rate_nso {year} (%)" for year in columns)]
    rows = [
        [
            provinces("63")[code].name.vi,
            *(round(value(code, of), decimals) for of in columns.values()),
        ]
        for code in CODES
    ]
    return read_delivery(xlsx([head, *rows]), "ngheo.xlsx", flow="poverty")


def asked(columns: dict[str, str], history: History, decimals: int = 2) -> list[tuple[str, ...]]:
    delivery = with_jumps(delivered(columns, decimals), history)
    return [(one.code, one.cell, one.found, one.expected) for one in delivery.issues]


def test_the_table_reads_without_a_question():
    assert delivered({"2023": "2023"}).outcome == "loads"
    assert asked({"2023": "2023"}, known("2021", "2022")) == []


def test_a_year_that_has_the_figures_of_another_in_use_is_asked_about_once():
    assert asked({"2023": "2022"}, known("2021", "2022")) == [
        ("issue.year_repeated", "DTI!B2", "2023", "2022")
    ]


def test_two_years_that_have_changed_places_are_one_question():
    swapped = with_jumps(delivered({"2022": "2023", "2023": "2022"}), known(*YEARS))

    (question,) = swapped.questions
    assert (question.code, question.cells) == ("issue.year_repeated", ("DTI!B2", "DTI!C2"))
    assert (question.kind, question.needs_reason, swapped.outcome) == ("accept", True, "review")
    assert message(swapped.issues[0], "vi") == (
        'Ô B2 (trang tính "DTI"): Tỷ lệ hộ nghèo đa chiều (khảo sát mức sống, Cục Thống kê): số '
        "liệu ghi là kỳ 2022 trùng với số liệu kỳ 2023 đã nạp. Có thể tiêu đề năm của các cột bị "
        "đổi chỗ, hoặc chép nhầm cột. Các số này có đúng không?"
    )


def test_whoever_keeps_them_says_why():
    file, history = delivered({"2023": "2022"}), known("2021", "2022")
    answer = Answer("issue.year_repeated", "DTI!B2", "accept")
    said = Answer("issue.year_repeated", "DTI!B2", "accept", "không điều tra lại")

    assert with_jumps(file, history, [answer]).outcome == "review"
    assert with_jumps(file, history, [said]).outcome == "loads"


@pytest.mark.parametrize("decimals", [1, 2])
def test_figures_that_are_printed_shorter_are_the_same_figures(decimals: int):
    found = asked({"2023": "2022"}, known("2021", "2022"), decimals)

    assert [one[0] for one in found] == ["issue.year_repeated"]


def test_the_same_file_again_is_no_repetition():
    assert asked({"2022": "2022", "2023": "2023"}, known(*YEARS)) == []


def test_three_provinces_that_stay_the_same_are_none():
    history = known("2021", "2022")
    same = {code: value(code, "2023") for code in CODES}
    used = history["poverty_rate_nso", "63"]
    kept = {**used["2022"], **{code: same[code] for code in CODES[:3]}}

    assert asked({"2023": "2023"}, {("poverty_rate_nso", "63"): {**used, "2022": kept}}) == []


def test_what_hardly_changes_from_year_to_year_is_not_asked_about():
    """The area of provinces is the same in most years, and it is right that it is."""
    used = known("2021", "2022")["poverty_rate_nso", "63"]
    still = {**used["2022"], "01": 1.0, "02": 2.0}

    assert asked({"2023": "2022"}, {("poverty_rate_nso", "63"): {**used, "2021": still}}) == []
