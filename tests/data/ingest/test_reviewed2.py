"""What went wrong with workbooks of offices, found when the reading was reviewed again."""

import io
import zipfile

import pytest
import xlsxwriter

from data.ingest import Answer, Delivery, read_delivery
from data.ingest.book import Book
from data.ingest.child import read_book
from data.ingest.sniff import Kind
from tests.fixtures.workbooks import names, xlsx

SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def _with_marks(heading: list[str], *rows: list[str]) -> bytes:
    """A workbook whose texts have raised ends: what stands behind "^" is raised."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        page, raised = book.add_worksheet("Sheet1"), book.add_format({"font_script": 1})
        for row, cells in enumerate((["Năm 2023"], heading, *rows)):
            for column, cell in enumerate(cells):
                plain, _, mark = cell.partition("^")
                if mark:
                    page.write_rich_string(row, column, plain, raised, mark)
                else:
                    page.write_string(row, column, plain)
    return content.getvalue()


def _figures(delivery: Delivery) -> dict[str, float | None]:
    return {one.province_code: one.value for one in delivery.observations}


def test_a_raised_footnote_mark_made_a_number_of_3_30_and_1():
    heading = ["Tỉnh", "Tỷ lệ hộ nghèo (rà soát hằng năm) (%)^(2)"]
    rows = [[f"{name}^1", "13,30^1"] for name in names()[:3]]

    delivery = read_delivery(_with_marks(heading, *rows), "ngheo.xlsx")

    assert list(_figures(delivery).values()) == [13.3, 13.3, 13.3]


def test_a_raised_mark_in_a_text_of_the_sheet_itself_counts_too():
    heading = ["Tỉnh", "Tỷ lệ hộ nghèo (rà soát hằng năm) (%)"]
    book = _with_marks(heading, ["Hà Giang", "13,30^1"], ["Cao Bằng", "21,35^(1)"])

    delivery = read_delivery(_inline(book), "ngheo.xlsx")

    assert list(_figures(delivery).values()) == [13.3, 21.35]


def _inline(book: bytes) -> bytes:
    """The same workbook with its shared strings inside the sheet, as other programs write it."""
    archive, made = zipfile.ZipFile(io.BytesIO(book)), io.BytesIO()
    strings = archive.read(STRINGS).decode().split("<si>")[1:]
    sheet = archive.read(SHEET).decode().replace('t="s"', 't="inlineStr"')
    for number, text in enumerate(strings):
        sheet = sheet.replace(f"<v>{number}</v>", f"<is>{text.partition('</si>')[0]}</is>")
    with zipfile.ZipFile(made, "w") as out:
        for name in archive.namelist():
            out.writestr(name, sheet if name == SHEET else archive.read(name))
    return made.getvalue()


def test_a_raised_power_of_a_unit_stays():
    book = read_book(_with_marks(["Tỉnh^*", "Diện tích, km^2", "10^6 "]), Kind.XLSX)

    assert isinstance(book, Book)
    assert book.sheets[0].rows[1] == ("Tỉnh", "Diện tích, km2", "10")


def _population(*answers: Answer) -> Delivery:
    rows = [[name, 800_000 + place] for place, name in enumerate(names())]
    book = xlsx([["Dân số trung bình năm 2021"], ["Tỉnh", "Dân số trung bình"], *rows])
    return read_delivery(book, "dan_so.xlsx", answers=answers)


def test_people_for_thousands_were_divided_by_100_because_that_fits_too():
    delivery = _population()

    (question,) = delivery.questions
    assert (question.code, question.default) == ("issue.scale_unsure", None)
    assert [one.words.vi for one in question.options] == [
        "Chia cho 100",
        "Chia cho 1.000",
        "Không nạp",
    ]
    assert "nhân với bao nhiêu?" in question.words.vi
    assert delivery.observations == ()


def test_whoever_names_the_scale_has_the_figures_on_it():
    (question,) = _population().questions
    delivery = _population(Answer(question.code, question.cell, "0.001"))

    assert delivery.outcome == "loads"
    assert _figures(delivery)["01"] == 800


def test_one_impossible_figure_has_no_suggestion_where_two_scales_fit():
    rows = [[name, 80_000 if name == "Hà Nội" else 800] for name in names()]
    book = xlsx([["Dân số trung bình năm 2021"], ["Tỉnh", "Dân số trung bình"], *rows])

    (question,) = read_delivery(book, "dan_so.xlsx").questions

    assert (question.code, question.default) == ("issue.out_of_range", None)


def _index(heading: str, *cells: object, answer: str = "") -> Delivery:
    book = xlsx([["Năm 2020"], ["Tỉnh", heading], *map(list, zip(names(), cells, strict=False))])
    answers = [Answer("issue.percent_of_index", "DTI!B3", answer)] if answer else []
    return read_delivery(book, "dti.xlsx", flow="dti", answers=answers)


@pytest.mark.parametrize(
    ("heading", "cell"), [("DTI (%)", "0,6744%"), ("DTI", "0,6744%"), ("DTI (%)", 0.6744)]
)
def test_percents_of_an_index_from_0_to_1_were_taken_as_they_stand(heading: str, cell: object):
    asked = _index(heading, cell, "0,5000%")
    question = asked.questions[0]

    assert (question.code, question.default) == ("issue.percent_of_index", None)
    assert "01" not in _figures(asked)
    assert _figures(_index(heading, cell, answer="as_is")) == {"01": 0.6744}
    assert _figures(_index(heading, cell, answer="convert")) == {"01": 0.006744}


def test_an_index_in_percents_is_one_question_of_its_column():
    delivery = _index("DTI (%)", *(f"{50 + place / 10:.2f}%" for place in range(63)))

    assert [one.code for one in delivery.questions] == ["issue.scale_unsure"]
    assert _figures(delivery)["01"] == 0.5


def _dated(title: str, heading: str, *rows: list[object], answer: str = "") -> Delivery:
    book = xlsx([[title], ["Tỉnh", *(["Kỳ"] if len(rows[0]) > 2 else []), heading], *rows])
    asked = read_delivery(book, "a.xlsx").questions
    answers = [Answer(one.code, one.cell, answer) for one in asked if one.code == YEAR_OR_DAY]
    return read_delivery(book, "a.xlsx", answers=answers if answer else [])


YEAR_OR_DAY = "issue.year_or_day"
POOR = "Tỷ lệ hộ nghèo (rà soát hằng năm) (%)"
DATED = [
    ("Hộ nghèo tính đến 31/12/2024", POOR, ["Hà Giang", 20.5]),
    ("Hộ nghèo", f"{POOR} đến 31/12/2024", ["Hà Giang", 20.5]),
    ("Hộ nghèo", POOR, ["Hà Giang", "31/12/2024", 20.5]),
]


@pytest.mark.parametrize(("title", "heading", "row"), DATED)
def test_a_rate_of_a_year_was_stored_for_its_last_day(title: str, heading: str, row: list[object]):
    asked = _dated(title, heading, row)
    (question,) = [one for one in asked.questions if one.code == YEAR_OR_DAY]

    assert [one.value for one in question.options] == ["2024", "2024-12-31"]
    assert (question.default, asked.observations) == (None, ())
    for period in ("2024", "2024-12-31"):
        answered = _dated(title, heading, row, answer=period)
        assert [one.period for one in answered.observations] == [period]
        assert YEAR_OR_DAY not in [one.code for one in answered.questions]


def test_acceptance_points_on_a_day_are_of_that_day():
    delivery = _dated("Tính đến 31/12/2024", "Số điểm chấp nhận thanh toán QR", ["Hà Giang", 20])

    assert [one.period for one in delivery.observations] == ["2024-12-31"]
