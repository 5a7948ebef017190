"""Where one table ends and the next begins; and what only looks like a second table."""

from data.ingest import Delivery, read_delivery
from tests.fixtures.workbooks import Rows, csv, names, xlsx


def _codes(delivery: Delivery) -> list[str]:
    return [issue.code for issue in delivery.issues]


def _page(first: int, last: int, value: float = 0.5) -> Rows:
    return [["Tỉnh", "DTI"], *([name, value] for name in names()[first:last])]


def test_the_second_table_was_read_under_the_headings_of_the_first():
    rows: Rows = [["Tỉnh", "DTI 2022"], *([name, 0.5] for name in names()), []]
    rows += [["Địa phương", "Hạ tầng số 2023"], *([name, 0.6] for name in names())]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert {(one.indicator_id, one.period, one.value) for one in delivery.observations} == {
        ("dti_total", "2022", 0.5),
        ("dti_infrastructure", "2023", 0.6),
    }
    assert (delivery.outcome, len(delivery.observations)) == ("loads", 126)


def test_the_year_of_one_table_is_not_that_of_the_next():
    """ "Bảng 2" says no year: it is asked, not taken from "Bảng 1"."""
    rows: Rows = [["Bảng 1. DTI năm 2023"], *_page(0, 63), []]
    rows += [["Bảng 2. Hạ tầng số"], ["Tỉnh", "Hạ tầng số"], *([n, 0.6] for n in names())]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert _codes(delivery) == ["issue.period_unknown"]
    assert {one.indicator_id for one in delivery.observations} == {"dti_total"}


def test_a_line_above_all_tables_speaks_for_each():
    rows: Rows = [["Số liệu năm 2023"], ["1. DTI"], *_page(0, 63), []]
    rows += [["2. Hạ tầng số"], ["Tỉnh", "Hạ tầng số"], *([name, 0.6] for name in names())]

    assert read_delivery(xlsx(rows), "dti.xlsx").periods == ("2023",)


def test_the_same_table_twice_is_two_tables_whose_figures_are_asked_about():
    rows: Rows = [["DTI năm 2023"], *_page(0, 63), [], *_page(0, 63, 0.6)]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert _codes(delivery) == ["issue.duplicate"] * 63
    assert len(delivery.questions) == 1


def test_a_province_that_is_on_no_page_is_asked_about_once():
    rows: Rows = [["DTI năm 2023"], *_page(0, 30), ["Trang 1/2"], *_page(31, 63), ["Trang 2/2"]]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    (issue,) = delivery.issues
    assert (issue.code, issue.found, issue.expected) == (
        "issue.missing_province",
        "62/63",
        names()[30],
    )


def test_a_column_of_successors_is_no_second_table():
    rows: Rows = [["DTI năm 2023"], ["Tỉnh", "DTI", "Tỉnh sau sắp xếp", "Ghi chú"]]
    rows += [[name, 0.5, name, "giữ nguyên"] for name in names()]

    assert read_delivery(xlsx(rows), "dti.xlsx").outcome == "loads"


def test_the_leader_beside_each_province_is_no_second_table():
    rows: Rows = [["DTI năm 2023"], ["Tỉnh", "DTI", "Tỉnh dẫn đầu vùng", "Điểm cao nhất"]]
    rows += [[name, 0.5, "Đà Nẵng", 0.8] for name in names()]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert {one.value for one in delivery.observations} == {0.5}
    assert _codes(delivery) == ["issue.column_left_out"]


def test_two_names_that_stand_for_themselves_are_not_joined():
    """ "Hà Nội" above "Hà Giang" is two provinces, with figures or without."""
    rows: Rows = [["Tỉnh", "DTI 2023"], *([name, 0.5] for name in names())]
    rows[2][1] = None

    (issue,) = read_delivery(xlsx(rows), "dti.xlsx").issues

    assert (issue.code, issue.expected) == ("issue.missing_province", names()[1])


def test_a_name_over_two_rows_is_joined_from_three_where_its_figures_stand_between():
    rows: Rows = [["Tỉnh", "DTI 2023"], *([name, 0.5] for name in names())]
    place = next(n for n, row in enumerate(rows) if row[0] == "Bà Rịa - Vũng Tàu")
    rows[place : place + 1] = [["Bà Rịa -", None], [None, 0.7], ["Vũng Tàu", None]]

    delivery = read_delivery(csv(rows), "dti.csv")

    (found,) = (one for one in delivery.observations if one.value == 0.7)
    assert (found.province_code, found.cell, delivery.outcome) == ("77", f"B{place + 2}", "loads")


def test_a_figure_keeps_its_cell_wherever_its_table_stands():
    rows: Rows = [["Tỉnh", "DTI 2022", None, "Tỉnh", "DTI 2023"]]
    rows += [[name, 0.5, None, name, 0.6] for name in names()]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    cells = {(one.period, one.cell) for one in delivery.observations if one.province_code == "01"}
    assert cells == {("2022", "B2"), ("2023", "E2")}


def test_figures_without_a_name_were_dropped_without_a_word():
    rows: Rows = [["Tỉnh", "DTI 2023"], *([name, 0.5] for name in names())]
    rows.insert(5, [None, 0.7])

    (issue,) = read_delivery(xlsx(rows), "dti.xlsx").issues

    assert (issue.code, issue.cell) == ("issue.row_left_out", "DTI!A6")


def test_a_year_and_a_figure_that_looks_like_one_begin_no_table():
    rows: Rows = [["Tỉnh", "Năm", "Số điểm QR"]]
    for name in names():
        rows += [[name, 2023, 1_950], [None, 2024, 2_024]]

    delivery = read_delivery(csv(rows), "qr.csv")

    figures = {(one.period, one.value) for one in delivery.observations}
    assert figures == {("2023", 1_950), ("2024", 2_024)}
    assert (delivery.outcome, len(delivery.observations)) == ("loads", 126)
