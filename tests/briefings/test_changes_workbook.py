"""The workbook of a release's changes holds real numbers, and words that are never formulas."""

from io import BytesIO

import openpyxl

from briefings.changes_workbook import changes_to_xlsx
from data.service.preview import Differences, Extent, Line, Summary

TABLE = ("poverty_rate_nso", "2024", "63")
EXTENT = Extent(2, 54.46, 27.23, 27.23, 24.71, ("02",), 29.75, ("04",))
FOUND = Differences(
    lines=(
        Line("changed", *TABLE, "02", 28.94, "A", 24.71, "P", "Bảng 1!C5"),
        Line("unchanged", *TABLE, "04", 29.75, "A", 29.75, "A", "Bảng 1!C6"),
        Line("removed", *TABLE, "06", 26.1, "A", None, "M", "=1+1!C7"),
    ),
    summaries=(Summary(*TABLE, "mean", EXTENT, EXTENT, None, None, False, 0, 1, 1),),
    unchanged=1,
)


def sheets() -> list[list[tuple[object, ...]]]:
    content = changes_to_xlsx(FOUND, "Bản số liệu số 15", "vi")
    book = openpyxl.load_workbook(BytesIO(content))
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def test_every_change_is_a_row_with_numbers_and_the_cell():
    lines = sheets()[0]

    assert lines[0][0] == "Bản số liệu số 15"
    changed = dict(zip(lines[2], lines[3], strict=True))
    assert (changed["Trước"], changed["Sau"], changed["Chênh lệch"]) == (28.94, 24.71, -4.23)
    assert (changed["Tỉnh, thành phố"], changed["Trạng thái sau"]) == ("Hà Giang", "sơ bộ")
    assert changed["Ô trong tệp nguồn"] == "Bảng 1!C5"


def test_a_removed_figure_has_an_empty_cell_and_unchanged_ones_are_left_out():
    lines = sheets()[0]

    removed = dict(zip(lines[2], lines[4], strict=True))
    assert (removed["Thay đổi"], removed["Sau"], removed["Chênh lệch"]) == ("bỏ", None, None)
    assert len(lines) == 5


def test_a_sheet_name_that_looks_like_a_formula_stays_text():
    book = openpyxl.load_workbook(BytesIO(changes_to_xlsx(FOUND, "t", "vi")))

    assert book.worksheets[0].cell(5, 13).data_type == "s"


def test_whole_lists_have_their_extremes_and_rates_no_total():
    wholes = sheets()[1]

    after = dict(zip(wholes[2], wholes[3], strict=True))
    assert (after["Tổng"], after["Trung bình"], after["Nơi nhỏ nhất"]) == (None, 27.23, "Hà Giang")
    assert [row[3] for row in wholes[3:]] == ["Sau thay đổi", "Trước thay đổi"]


def test_the_same_changes_give_the_same_bytes():
    assert changes_to_xlsx(FOUND, "t", "en") == changes_to_xlsx(FOUND, "t", "en")
