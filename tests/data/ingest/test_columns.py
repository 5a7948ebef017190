"""What stands in a column is never lost without a word."""

import pytest

from data.ingest import message, read_delivery
from tests.fixtures.workbooks import Rows, dti_rows, names, xlsx


def _text(rows: list[str]) -> bytes:
    return "\n".join(rows).encode()


def test_a_decimal_comma_lost_its_decimals_in_a_comma_separated_file():
    """`Hà Nội,300,1` under two headings loaded 300 and lost the rest."""
    lines = ["Tỉnh,Dân số trung bình 2023", *(f"{name},300,1" for name in names())]

    delivery = read_delivery(_text(lines), "danso.csv")

    (issue,) = delivery.issues
    assert (delivery.outcome, issue.code, issue.cell) == (
        "refused",
        "issue.row_too_wide",
        "danso!C2",
    )
    assert "3 ô nhưng chỉ có 2 tiêu đề" in message(issue, "vi")


def test_one_split_number_is_enough_to_refuse():
    lines = ["Tỉnh,Dân số trung bình 2023", *(f"{name},300" for name in names())]
    lines[5] += ",1"

    assert read_delivery(_text(lines), "a.csv").outcome == "refused"


def test_commas_at_the_end_and_words_beside_the_table_are_harmless():
    lines = ["Tỉnh,Dân số trung bình 2023,,", *(f"{name},300,," for name in names())]
    lines[5] += "xem lại"

    assert read_delivery(_text(lines), "a.csv").outcome == "loads"


def test_figures_as_texts_under_an_unknown_heading_were_dropped_without_a_note():
    rows: Rows = [["Tỉnh", "DTI 2023", "Độ phủ mạng"], *([n, 0.5, "12,5"] for n in names())]

    (issue,) = read_delivery(xlsx(rows), "dti.xlsx").issues

    assert (issue.code, issue.found) == ("issue.column_left_out", "Độ phủ mạng")


def test_a_running_number_needs_no_heading_in_a_text_file_either():
    lines = [",Tỉnh,DTI 2023", *(f"{n},{name},0.5" for n, name in enumerate(names(), start=1))]

    assert read_delivery(_text(lines), "a.csv").issues == ()


@pytest.mark.parametrize(
    "heading", ["DTI (kế hoạch)", "KH DTI 2023", "DTI 2023 (dự kiến)", "Điểm DTI so với 2022"]
)
def test_a_plan_was_stored_as_a_result(heading: str):
    """ "DTI (kế hoạch)" is "DTI" with words in brackets: it was read as the figure."""
    rows: Rows = [["DTI năm 2023"], ["Tỉnh", heading], *([name, 0.9] for name in names())]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert delivery.observations == ()
    assert ("issue.plan_column", heading) in [(one.code, one.found) for one in delivery.issues]


def test_a_plan_under_the_name_of_its_indicator_is_left_out_and_the_result_is_kept():
    rows: Rows = [["DTI năm 2023"], ["Tỉnh", "DTI", None, None]]
    rows += [[None, "Kế hoạch", "Thực hiện", "TH/KH"], *([name, 0.9, 0.6, 0.7] for name in names())]

    delivery = read_delivery(xlsx(rows, merged=["A2:A3", "B2:D2"]), "dti.xlsx")

    assert {one.value for one in delivery.observations} == {0.6}
    assert [(i.code, i.found) for i in delivery.issues] == [
        ("issue.plan_column", "DTI / Kế hoạch"),
        ("issue.plan_column", "DTI / TH/KH"),
    ]


def test_a_title_that_says_plan_is_a_question():
    rows = dti_rows(title="Kế hoạch điểm DTI năm 2023")

    assert [one.code for one in read_delivery(xlsx(rows), "a.xlsx").issues] == ["issue.plan_title"]


def test_a_title_that_cites_a_plan_is_none():
    rows = dti_rows(title="Kế hoạch số 12/KH-UBND: kết quả DTI năm 2023")

    assert read_delivery(xlsx(rows), "a.xlsx").issues == ()


@pytest.mark.parametrize(
    ("key", "heading"),
    [("do phu mang", "Độ phủ mạng 2023"), ("do phu mang 2022", "Độ phủ mạng năm 2023 (%)")],
)
def test_a_heading_that_was_taught_is_known_in_every_year(key: str, heading: str):
    rows: Rows = [["Tỉnh", heading], *([name, 50.5] for name in names())]

    delivery = read_delivery(xlsx(rows), "a.xlsx", taught={key: "household_computer_rate"})

    assert {one.indicator_id for one in delivery.observations} == {"household_computer_rate"}
    assert delivery.periods == ("2023",)


def test_what_was_taught_stands_above_the_dictionary():
    """ "Kinh tế số" is an activity or a pillar: who was asked once is not asked again."""
    rows: Rows = [["Tỉnh", "Kinh tế số 2023"], *([name, 0.5] for name in names())]

    delivery = read_delivery(xlsx(rows), "a.xlsx", taught={"kinh te so": "dti_economy_activity"})

    assert (delivery.outcome, delivery.issues) == ("loads", ())
    assert {one.indicator_id for one in delivery.observations} == {"dti_economy_activity"}


def test_what_was_taught_is_known_in_the_rows_of_a_long_table():
    rows: Rows = [["Tỉnh", "Năm", "Chỉ tiêu", "Giá trị"]]
    rows += [[name, 2023, "Độ phủ mạng", 0.5] for name in names()]

    delivery = read_delivery(xlsx(rows), "a.xlsx", taught={"do phu mang": "dti_infrastructure"})

    assert {one.indicator_id for one in delivery.observations} == {"dti_infrastructure"}


def test_indicators_of_three_flows_stand_in_one_sheet():
    """DTI, poverty and QR side by side, each with its own year and unit."""
    rows: Rows = [["Số liệu chung các tỉnh"]]
    rows += [["TT", "Tỉnh", "DTI 2023", "Hộ nghèo", None, "QR"]]
    rows += [
        [None, None, "Điểm", "Tỷ lệ hộ nghèo (rà soát) 2023 (%)", "KH 2024", "Số điểm QR 31/8/2024"]
    ]
    rows += [[n, name, 0.5, 4.5, 4.0, 1_000] for n, name in enumerate(names(), start=1)]

    delivery = read_delivery(xlsx(rows, merged=["D2:E2"]), "chung.xlsx")

    assert {(one.indicator_id, one.period, one.value) for one in delivery.observations} == {
        ("dti_total", "2023", 0.5),
        ("poverty_rate_molisa", "2023", 4.5),
        ("qr_acceptance_points", "2024-08-31", 1_000),
    }
    assert [one.code for one in delivery.issues] == ["issue.plan_column"]


def test_one_bank_of_many_is_not_the_number_of_a_province():
    rows: Rows = [
        ["Tỉnh", "Số điểm QR 31/8/2024", None, None],
        [None, "Agribank", "BIDV", "Tổng cộng"],
    ]
    rows += [[name, 400, 600, 1_000] for name in names()]

    delivery = read_delivery(xlsx(rows, merged=["A1:A2", "B1:D1"]), "qr.xlsx")

    assert {one.value for one in delivery.observations} == {1_000}
    assert [one.found for one in delivery.issues] == [
        "Số điểm QR 31/8/2024 / Agribank",
        "Số điểm QR 31/8/2024 / BIDV",
    ]


def test_the_poor_of_the_countryside_are_not_those_of_a_province():
    rows: Rows = [
        ["Tỉnh", "Nông thôn"],
        [None, "Tỷ lệ hộ nghèo 2023"],
        *([n, 4.5] for n in names()),
    ]

    assert read_delivery(xlsx(rows), "a.xlsx").observations == ()


def test_a_name_that_says_countryside_itself_is_known():
    rows: Rows = [["Tỉnh", "Dân số nông thôn 2023 (nghìn người)"], *([n, 450.5] for n in names())]

    (found,) = {one.indicator_id for one in read_delivery(xlsx(rows), "a.xlsx").observations}
    assert found.startswith("population")
