"""Templates: what an analyst fills in loads without a question; what is forgotten is asked."""

from io import BytesIO
from typing import Any

import openpyxl
import pytest

from data.catalogue import dataflows, indicators
from data.ingest import Severity, read_delivery
from data.reference import provinces
from data.templates import empty_workbook, file_name
from data.templates.empty import FIRST_COLUMN, FIRST_ROW, HEAD, columns


def opened(flow: str, boundary: str = "34", lang: str = "vi") -> Any:
    return openpyxl.load_workbook(BytesIO(empty_workbook(flow, boundary, lang)))


def filled(book: Any, flow: str, *, period: str = "năm 2025") -> bytes:
    """Fill in every cell as a person does: the same number for an indicator everywhere."""
    sheet = book.worksheets[0]
    sheet["C2"] = period
    for place, about in enumerate(columns(flow), start=FIRST_COLUMN + 1):
        for row in range(FIRST_ROW + 1, sheet.max_row):
            if sheet.cell(row, 3).value:
                sheet.cell(row, place).value = value_of(about.id)
    target = BytesIO()
    book.save(target)
    return target.getvalue()


def value_of(indicator: str) -> float:
    low, high = indicators()[indicator].range
    return {"index": 0.5, "percent": 12.5}.get(indicators()[indicator].unit, low + (high - low) / 8)


def questions(content: bytes, name: str = "qr.xlsx") -> list[str]:
    found = read_delivery(content, name)
    return [one.code for one in found.issues if one.severity != Severity.NOTE]


@pytest.mark.parametrize("flow", dataflows())
@pytest.mark.parametrize(("boundary", "period"), [("34", "năm 2025"), ("63", "năm 2024")])
def test_a_filled_template_loads_without_a_question(flow, boundary, period):
    content = filled(opened(flow, boundary), flow, period=period)
    found = read_delivery(content, file_name(flow, boundary))

    assert found.outcome == "loads", found.issues
    assert (found.flows, found.boundary) == ((flow,), boundary)
    assert found.periods == (period[-4:],)
    assert len(found.observations) == len(columns(flow)) * len(provinces(boundary))
    assert {(one.indicator_id, one.value) for one in found.observations} == {
        (one.id, value_of(one.id)) for one in columns(flow)
    }


@pytest.mark.parametrize(
    ("written", "period"),
    [
        ("quý III năm 2025", "2025-Q3"),
        ("9 tháng năm 2025", "2025-01/2025-09"),
        ("ngày 31/8/2025", "2025-08-31"),
    ],
)
def test_the_periods_that_the_guide_names_are_read(written, period):
    found = read_delivery(filled(opened("qr"), "qr", period=written), "qr.xlsx")

    assert found.outcome == "loads"
    assert found.periods == (period,)


def test_the_english_template_loads_too():
    found = read_delivery(filled(opened("qr", lang="en"), "qr", period="2025-Q3"), "qr.xlsx")

    assert found.outcome == "loads", found.issues
    assert found.periods == ("2025-Q3",)


def test_a_forgotten_period_is_asked_for():
    assert questions(filled(opened("qr"), "qr", period="")) == ["issue.period_unknown"] * 3


def test_another_unit_in_the_brackets_converts_the_column():
    book = opened("qr")
    place = FIRST_COLUMN + 3
    assert book.worksheets[0].cell(HEAD + 2, place).value == "(tỷ đồng)"
    book.worksheets[0].cell(HEAD + 2, place).value = "(triệu đồng)"
    found = read_delivery(filled(book, "qr"), "qr.xlsx")
    value = next(one.value for one in found.observations if one.indicator_id == "qr_value")

    assert value == value_of("qr_value") / 1000


def test_a_document_below_the_table_does_not_change_the_period():
    book = opened("qr")
    sheet = book.worksheets[0]
    line = next(row for row in sheet.iter_rows(max_col=1) if row[0].value == "Nguồn: ")
    line[0].value = "Nguồn: Ngân hàng Nhà nước Khu vực 5, công văn số 12/KV5 ngày 05/02/2026"

    assert read_delivery(filled(book, "qr"), "qr.xlsx").periods == ("2025",)


def test_headings_stay_in_sight_and_names_come_from_a_list():
    book = opened("qr", "63")
    sheet = book.worksheets[0]
    lists = [one for one in sheet.data_validations.dataValidation if one.type == "list"]
    guide, cells = lists[0].formula1.removeprefix("=").split("!")
    named = [row[0].value for row in book[guide.strip("'")][cells.replace("$", "")]]

    assert sheet.freeze_panes == "D7"
    assert str(lists[0].sqref) == "C7:C69"
    assert named == [one.name.vi for one in provinces("63").values()]


def test_the_guide_defines_every_column_in_vietnamese():
    guide = opened("qr")["Hướng dẫn"]
    words = "\n".join(str(row[0].value) for row in guide.iter_rows(max_col=1))

    assert "34 tỉnh, thành phố (từ ngày 01/7/2025)" in words
    for about in columns("qr"):
        assert about.definition.vi in words


def test_what_is_computed_is_not_asked_for():
    assert [one.id for one in columns("qr")] == [
        "qr_acceptance_points",
        "qr_transactions",
        "qr_value",
    ]
    assert "dti_government_pillar" not in [one.id for one in columns("dti")]


def test_the_same_template_has_the_same_bytes():
    assert empty_workbook("qr", "34") == empty_workbook("qr", "34")
