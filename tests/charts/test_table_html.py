"""A table that stands still says what the page's table says, and its texts are never markup."""

from charts.table import Cell, Column, Line, Table
from charts.table_html import table_html

PROVINCES = Table(
    caption="Thứ hạng",
    columns=(
        Column("Tỉnh"),
        Column("Thứ hạng", is_number=True),
        Column("Ghi chú", sortable=False, is_long=True),
        Column("Ô", is_source=True),
    ),
    lines=(
        Line((Cell("Hà Giang"), Cell("25", 25.0), Cell(""), Cell("DTI!B7")), is_home=True),
        Line((Cell("<b>Lai Châu</b>"), Cell("–"), Cell("a & b"), Cell("DTI!B8"))),
    ),
    is_prose=True,
)


def test_rows_headings_and_the_readers_province_are_marked_as_the_style_sheet_expects():
    written = table_html(PROVINCES)

    assert '<div class="scroll prose"><table><caption>Thứ hạng</caption>' in written
    assert '<th class="number" scope="col"><span class="sorts">Thứ hạng</span></th>' in written
    assert '<tr class="home"><th scope="row">Hà Giang</th>' in written
    assert '<td class="number" data-label="Thứ hạng">25</td>' in written


def test_an_empty_cell_is_closed_as_html_wants_it():
    assert '<td class="long" data-label="Ghi chú"></td>' in table_html(PROVINCES)


def test_texts_are_never_markup():
    written = table_html(PROVINCES)

    assert "&lt;b&gt;Lai Châu&lt;/b&gt;" in written
    assert "a &amp; b" in written


def test_columns_that_open_with_a_button_are_left_out_where_no_button_is():
    assert "DTI!B7" not in table_html(PROVINCES)
