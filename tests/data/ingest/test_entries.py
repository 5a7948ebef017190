"""What a cell says, and what it does not say."""

import pytest

from data.ingest import Delivery, message, read_delivery
from tests.fixtures.faults import FAULTS
from tests.fixtures.workbooks import Rows, dti_rows, names, row_of, xlsx


def _codes(delivery: Delivery) -> list[str]:
    return [issue.code for issue in delivery.issues]


def test_blank_cells_took_published_figures_away():
    """A sheet with every second cell empty came back as 31 figures that are missing."""
    delivery = read_delivery(FAULTS["blank_cells"].content, "dti.xlsx")

    assert len(delivery.observations) == 32
    assert "M" not in {one.status for one in delivery.observations}
    assert "04" not in {one.province_code for one in delivery.observations if one.value is None}


def test_a_few_blank_cells_are_named_and_asked_once():
    content = xlsx(dti_rows(value=lambda place: None if place in (1, 2) else 0.5))

    (issue,) = read_delivery(content, "dti.xlsx").issues

    assert (issue.cell, issue.found, issue.expected) == ("DTI!C3", "61/63", "Hà Giang, Cao Bằng")


def test_a_column_that_nobody_filled_in_says_nothing():
    rows = dti_rows()
    rows[2].append("Hạ tầng số")

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert (delivery.outcome, delivery.issues) == ("loads", ())


def test_a_table_without_any_figure_is_refused():
    assert read_delivery(xlsx(dti_rows(value=lambda place: None)), "a").outcome == "refused"


def test_a_blank_cell_beside_the_status_missing_is_missing():
    rows: Rows = [["Tỉnh", "DTI 2023", "Trạng thái"]]
    rows += [[name, 0.5, "A"] for name in names()]
    rows[row_of("Cao Bằng", rows) - 1][1:] = [None, "Chưa có số liệu"]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert delivery.outcome == "loads"
    assert [one.province_code for one in delivery.observations if one.status == "M"] == ["04"]


def test_an_unknown_status_became_official():
    """ "Chưa chính thức" was stored as "chính thức" without a word."""
    delivery = read_delivery(FAULTS["unknown_status"].content, "dti.xlsx")

    statuses = {one.province_code: one.status for one in delivery.observations}
    assert (statuses["01"], statuses["02"]) == ("A", "P")


def test_an_unknown_status_is_asked_once_for_all_its_rows():
    rows: Rows = [["Tỉnh", "DTI 2023", "Trạng thái"]]
    rows += [[name, 0.5, "Đang rà"] for name in names()]

    assert _codes(read_delivery(xlsx(rows), "dti.xlsx")) == ["issue.status_unknown"]


@pytest.mark.parametrize("title", ["DTI năm 2023", "Bảng điểm DTI"])
def test_the_period_of_the_person_was_not_the_one_stored(title: str):
    """With the hint 2024, accepting "period_differs" stored the figures under 2023."""
    rows = dti_rows(title=title)
    if "2023" not in title:
        rows[2][2] = "DTI 2023"

    delivery = read_delivery(xlsx(rows), "dti.xlsx", period="2024")

    (issue,) = delivery.issues
    assert (issue.code, delivery.periods) == ("issue.period_differs", ("2024",))
    assert "được ghi vào kỳ 2024" in message(issue, "vi")


def test_headings_of_two_periods_stand_against_a_hint():
    rows: Rows = [["Tỉnh", "DTI 2022", "DTI 2023"], *([name, 0.5, 0.6] for name in names())]

    delivery = read_delivery(xlsx(rows), "dti.xlsx", period="2024")

    assert delivery.periods == ("2022", "2023")
