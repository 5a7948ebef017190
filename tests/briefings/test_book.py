"""The workbook of a list: real numbers, native charts; our own reader takes it back unchanged."""

import zipfile
from datetime import date
from io import BytesIO

import openpyxl
import pytest

from briefings import book
from data import catalogue
from data.ingest import headings
from data.service import deliveries
from data.service.choices import Choice
from indicators.model import Status
from language import text

NORTH = "northern-midlands-mountains"
MADE = date(2026, 11, 23)


@pytest.fixture(scope="module")
def written(official):
    """Give the workbook of a list and language, each written once."""
    kept = {}

    def write(boundary, lang="vi", group=NORTH):
        key = (boundary, lang, group)
        if key not in kept:
            about = Choice("dti_total", "2024", boundary, group)
            kept[key] = book.workbook(official, about, lang, MADE)
        return kept[key]

    return write


@pytest.fixture(scope="module")
def sheets(written):
    return openpyxl.load_workbook(BytesIO(written("63")))


@pytest.mark.parametrize(("boundary", "lang"), [("63", "vi"), ("34", "vi"), ("63", "en")])
def test_our_own_export_loads_without_a_question_and_changes_nothing(
    official_store, written, boundary, lang
):
    release = official_store.current()

    report = deliveries.check(official_store, written(boundary, lang), "dti.xlsx")

    changes = report.changes
    assert report.delivery.outcome == "loads"
    assert report.questions == ()
    assert (changes.added, changes.changed, changes.removed) == (0, 0, 0)
    assert changes.unchanged == len(official_store.observations(release, boundary=boundary))


def test_every_dataflow_that_was_published_on_the_list_has_its_sheet(official_store, written):
    report = deliveries.check(official_store, written("63"), "dti.xlsx")

    assert report.delivery.flows == ("dti", "poverty", "qr", "population", "context")
    assert report.delivery.boundary == "63"


def test_a_figure_that_an_analyst_corrects_in_it_is_the_only_change(official_store, written):
    changed = openpyxl.load_workbook(BytesIO(written("63")))
    cells = [row for row in changed[_dti(changed)].iter_rows(min_row=6) if row[0].value == "02"]
    cells[0][3].value = 0.7301
    target = BytesIO()
    changed.save(target)

    report = deliveries.check(official_store, target.getvalue(), "sửa.xlsx")

    assert report.delivery.outcome == "loads"
    (item,) = report.changes.items
    assert (item.key.indicator_id, item.key.period, item.key.province_code) == (
        *("dti_total", "2024"),
        "02",
    )
    assert (item.before.value, item.after.value) == (0.7292, 0.7301)


def _dti(book_read):
    return next(name for name in book_read.sheetnames if name.startswith("Chỉ số chuyển đổi số"))


def test_figures_are_numbers_with_formats_and_nothing_is_a_formula(sheets):
    ha_giang = next(
        row for row in sheets[_dti(sheets)].iter_rows(min_row=6) if row[0].value == "02"
    )

    assert ha_giang[3].value == 0.7292
    assert ha_giang[3].number_format == "0.0000"
    assert not [
        cell.coordinate
        for sheet in sheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_every_table_has_filters_and_a_heading_that_stays(sheets):
    tables = [sheet for sheet in sheets if sheet.title != text("table.notes")]

    assert len(tables) == 8
    assert all(sheet.auto_filter.ref and sheet.freeze_panes for sheet in tables)


def test_charts_are_excels_own_and_read_the_numbers_of_their_sheet(sheets, total):
    ranking = sheets[text("book.ranking")]
    bars = ranking._charts[0].series[0]
    names, values = bars.cat.strRef or bars.cat.numRef, bars.val.numRef

    first, last = values.f.split("!")[1].replace("$", "").split(":")
    read = [row[0].value for row in ranking[first:last]]
    assert read == [row.value for row in total("2024", "63", NORTH).rows]
    assert names.f.split("!")[0] == f"'{text('book.ranking')}'"
    assert len(sheets[text("book.years")]._charts) == 1


def test_lines_are_not_joined_where_the_method_changed(sheets):
    """2020 | 2021, 2022, 2023 | 2024: three stretches for each of fourteen provinces."""
    chart = sheets[text("book.years")]._charts[0]

    ends = {one.yVal.numRef.f.rsplit("!", 1)[1].replace("$", "") for one in chart.series}
    assert len(chart.series) == 3 * 14
    assert {"C5:C5", "D5:F5", "G5:G5"} <= {e if ":" in e else f"{e}:{e}" for e in ends}


def test_notes_name_release_list_definitions_breaks_and_sources(sheets, official):
    notes = {(row[0].value, row[1].value) for row in sheets[text("table.notes")].iter_rows() if row}
    said = "\n".join(f"{head}: {words}" for head, words in notes)

    assert (text("field.release"), str(official.release.id)) in notes
    assert (text("field.made"), "23/11/2026") in notes
    assert "63 tỉnh, thành phố (trước ngày 01/7/2025)" in said
    assert text("break.dti_2024") in said
    assert catalogue.indicator("dti_total").definition["vi"] in said
    assert "[s03] " in said


def test_the_same_release_gives_the_same_bytes_without_author_or_path(official, written):
    about = Choice("dti_total", "2024", "34", NORTH)

    again = book.workbook(official, about, "vi", MADE)

    assert again == written("34")
    with zipfile.ZipFile(BytesIO(again)) as parts:
        properties = parts.read("docProps/core.xml").decode()
        everything = b"".join(parts.read(name) for name in parts.namelist())
    assert "<dc:creator></dc:creator>" in properties
    assert str(official.store.engine.url.database).encode() not in everything


def test_every_status_is_written_in_a_word_that_reads_back():
    for status in Status:
        if status != Status.M:
            for lang in ("vi", "en"):
                assert headings.status_of(text(f"book.status.{status}", lang)) == status


def test_a_sheet_name_is_one_that_excel_takes(official):
    from briefings.book_figures import sheet_name

    class Book:
        def worksheets(self):
            return []

    assert sheet_name("Thu nhập/người: [2024]", Book()) == "Thu nhập người 2024"
    assert len(sheet_name("a" * 60, Book())) == 31
