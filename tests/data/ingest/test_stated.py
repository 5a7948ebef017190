"""The unit that a sheet states is known, or it is a question."""

import pytest

from data.ingest import Delivery, message, read_delivery
from tests.fixtures.faults import FAULTS
from tests.fixtures.workbooks import Rows, names, xlsx


def _read(unit: str, heading: str = "Dân số trung bình", value: float = 800) -> Delivery:
    rows: Rows = [["Bảng"], [unit], ["Địa phương", f"{heading} 2023"]]
    return read_delivery(xlsx([*rows, *([name, value] for name in names())]), "danso.xlsx")


def _found(delivery: Delivery) -> tuple[list[str], float | None]:
    return [one.code for one in delivery.issues], delivery.observations[0].value


@pytest.mark.parametrize(
    "unit",
    [
        "Đơn vị tính: người",
        "Đơn vị tính người",
        "ĐVT: Người",
        "(Đơn vị tính: người)",
        "Unit: persons",
    ],
)
def test_a_unit_line_is_read_with_and_without_a_colon(unit: str):
    assert _found(_read(unit, value=800_000)) == ([], 800)


def test_an_unknown_unit_counted_as_ours():
    """ "Đơn vị tính triệu đồng" over an income in thousands was read as thousands, silently."""
    (issue,) = read_delivery(FAULTS["unknown_unit"].content, "thunhap.xlsx").issues

    assert message(issue, "vi") == (
        'Ô B3 (trang tính "DTI"): Đơn vị tính "triệu đồng" không phải đơn vị đã biết của chỉ tiêu '
        "này (Thu nhập bình quân đầu người một tháng). Nếu chấp nhận, số được hiểu theo đơn vị "
        "nghìn đồng một người một tháng."
    )


@pytest.mark.parametrize(
    "heading", ["Dân số trung bình (triệu người)", "Dân số trung bình (vạn hộ)"]
)
def test_an_unknown_unit_in_brackets_is_asked(heading: str):
    assert _found(_read("", heading)) == (["issue.unit_unknown"], 800)


def test_an_unknown_unit_in_a_column_of_units_is_asked_once():
    rows: Rows = [["Tỉnh", "Dân số trung bình 2023", "Đơn vị tính"]]
    rows += [[name, 800, "vạn người"] for name in names()]

    (issue,) = read_delivery(xlsx(rows), "danso.xlsx").issues

    assert (issue.code, issue.cell, issue.found) == ("issue.unit_unknown", "DTI!C2", "vạn người")


def test_the_nearest_statement_counts():
    assert _found(_read("Đơn vị tính: hộ", "Dân số trung bình (nghìn người)")) == ([], 800)


@pytest.mark.parametrize("line", ["Đơn vị: Sở Thông tin và Truyền thông", "Đơn vị báo cáo: UBND"])
def test_an_office_is_no_unit(line: str):
    assert _found(_read(line)) == ([], 800)


@pytest.mark.parametrize("words", ["(sơ bộ)", "(63 tỉnh)", "(1)", "(theo nơi thường trú)"])
def test_other_words_in_brackets_are_no_unit(words: str):
    assert _found(_read("", f"Dân số trung bình {words}")) == ([], 800)


def test_places_beside_scores_have_no_unit():
    rows: Rows = [["Bảng năm 2023"], ["Đơn vị tính: điểm"]]
    rows += [["Tỉnh", "DTI", "Thứ hạng DTI theo công bố"]]
    rows += [[name, 0.5, place] for place, name in enumerate(names(), start=1)]

    assert read_delivery(xlsx(rows), "dti.xlsx").issues == ()
