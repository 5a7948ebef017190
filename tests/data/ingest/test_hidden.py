"""What nobody sees in a sheet is no figure."""

from data.ingest import Delivery, message, read_delivery
from data.ingest.book import Sheet
from data.ingest.hidden import without_hidden
from tests.fixtures.workbooks import Rows, dti_rows, names, part_of, with_part, xlsx


def _told(delivery: Delivery) -> list[tuple[str, str, str]]:
    return [(one.code, one.cell, one.found) for one in delivery.issues]


def test_a_hidden_column_was_read_as_figures():
    rows: Rows = [["Tỉnh", "DTI 2023", "Hạ tầng số 2023"], *([n, 0.5, 0.6] for n in names())]

    delivery = read_delivery(xlsx(rows, hidden_columns=["C:C"]), "dti.xlsx")

    assert _told(delivery) == [("issue.hidden_columns", "DTI!", "C")]
    assert {one.indicator_id for one in delivery.observations} == {"dti_total"}
    assert message(delivery.issues[0], "vi") == (
        'Trang tính "DTI": Các cột C đang ẩn nên không nạp.'
    )


def test_hidden_rows_are_named_and_their_provinces_are_asked_for():
    delivery = read_delivery(xlsx(dti_rows(), hidden_rows=[5, 6, 9]), "dti.xlsx")

    assert _told(delivery) == [
        ("issue.hidden_rows", "DTI!", "5–6, 9"),
        ("issue.missing_province", "DTI!B3", "60/63"),
    ]


def test_hidden_columns_without_anything_are_not_worth_a_word():
    delivery = read_delivery(xlsx(dti_rows(), hidden_columns=["F:H"], hidden_rows=[2]), "dti.xlsx")

    assert _told(delivery) == []


def test_a_merged_heading_that_begins_in_a_hidden_column_is_still_seen():
    rows: Rows = [
        ["Tỉnh", "Năm 2023", None, None],
        [None, "Hạ tầng số", "Chỉ số DTI", "Hoạt động xã hội số"],
        *([name, 0.5, 0.6, 0.7] for name in names()),
    ]
    content = xlsx(rows, merged=["A1:A2", "B1:D1"], hidden_columns=["B:B"])

    delivery = read_delivery(content, "dti.xlsx")

    values = {one.indicator_id: (one.value, one.period) for one in delivery.observations}
    assert values == {"dti_total": (0.6, "2023"), "dti_society_activity": (0.7, "2023")}


def test_hidden_is_read_however_the_tag_is_written():
    content = xlsx(dti_rows(), hidden_rows=[5])
    part = "xl/worksheets/sheet1.xml"
    xml = part_of(content, part).replace(b'hidden="1"', b"hidden = 'true'")

    delivery = read_delivery(with_part(content, part, xml), "dti.xlsx")

    assert ("issue.hidden_rows", "DTI!", "5") in _told(delivery)


def test_a_sheet_with_nothing_hidden_is_the_same_sheet():
    sheet = Sheet("DTI", (("Hà Nội", 0.5),))

    assert without_hidden(sheet, set(), set()) is sheet
