"""Tables drawn for pictures: every word is there, inside the picture, numbers on the right."""

from defusedxml.ElementTree import fromstring

from charts import table_svg
from charts.svg import width_of
from charts.table import Cell, Column, Line, Table
from charts.theme import LIGHT

SVG = "{http://www.w3.org/2000/svg}"
LONG = "Quy đổi gần đúng theo dân số năm 2023, từ số sơ bộ của Cục Thống kê, cho từng tỉnh"
TABLE = Table(
    "Bảng",
    (Column("Tỉnh, thành phố"), Column("DTI (điểm)", is_number=True), Column("Tình trạng")),
    (
        Line((Cell("Bà Rịa - Vũng Tàu"), Cell("0,7774", 0.7774), Cell(LONG)), is_home=True),
        Line((Cell("<b>Huế</b>"), Cell("chưa có số liệu"), Cell(""))),
    ),
)


def texts(width):
    return list(fromstring(table_svg.svg(TABLE, "vi", LIGHT, width)).iter(f"{SVG}text"))


def test_every_word_is_drawn_inside_the_picture_at_any_width():
    for width in (360.0, 500.0, 900.0):
        found = texts(width)
        for one in found:
            size, x = float(one.get("font-size")), float(one.get("x"))
            wide = width_of(one.text, size)
            left = x - wide if one.get("text-anchor") == "end" else x
            assert left >= 0, one.text
            assert left + wide <= width + 1, one.text
        assert LONG in " ".join(one.text for one in found)


def test_rows_do_not_overlap_when_a_cell_wraps():
    found = [one for one in texts(420.0) if one.text in ("0,7774", "chưa có số liệu")]
    long = [float(one.get("y")) for one in texts(420.0) if one.text in LONG]

    assert len(long) > 1
    assert float(found[-1].get("y")) > max(long)


def test_cells_are_text_and_never_markup():
    assert "<b>Huế</b>" in [one.text for one in texts(600.0)]
