"""The published workbooks say exactly what the typed tables say, read like any upload."""

import re
import tomllib
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from data.ingest import Delivery, read_delivery
from indicators.model import Status
from tools.published import illustrative
from tools.published.build import FOLDER, build
from tools.published.deliveries import WORKBOOKS, Workbook
from tools.published.tables import Figure, figures, left_out

MANIFEST = tomllib.loads((FOLDER / "manifest.toml").read_text("utf-8"))["workbook"]
ILLUSTRATIVE = FOLDER / "illustrative" / illustrative.FILE

each = pytest.mark.parametrize("book", WORKBOOKS, ids=[book.file for book in WORKBOOKS])


@cache
def delivery(path: Path) -> Delivery:
    """Read a workbook once for all tests."""
    return read_delivery(path.read_bytes(), path.name)


def _differences(read: Delivery, expected: list[Figure]) -> list[object]:
    """Give every figure that is not the same in value, status and source."""
    wanted = {one.key: (one.value, one.status, one.source_id) for one in expected}
    found = {
        (one.province_code, one.boundary, one.indicator_id, one.period): (
            one.value,
            one.status,
            one.source_id,
        )
        for one in read.observations
        if one.status != Status.M
    }
    return sorted(set(wanted.items()) ^ set(found.items()))


@each
def test_a_workbook_reads_back_to_its_typed_tables(book: Workbook):
    assert _differences(delivery(FOLDER / book.file), figures(*book.tables)) == []


@each
def test_only_the_questions_that_the_manifest_answers_stay_open(book: Workbook):
    (row,) = (row for row in MANIFEST if row["file"] == book.file)
    read = delivery(FOLDER / book.file)

    questions = {issue.code for issue in read.issues if issue.severity != "note"}
    assert questions == set(row.get("accept", []))
    assert read.flows == (row["flow"],)


def test_the_manifest_lists_every_official_workbook_and_no_illustrative_one():
    listed = Counter(row["file"] for row in MANIFEST)

    assert listed == Counter(path.name for path in FOLDER.glob("*.xlsx"))
    assert all(row["note"] for row in MANIFEST)


def test_the_tables_hold_each_figure_once():
    keys = Counter(one.key for book in WORKBOOKS for one in figures(*book.tables))

    assert [key for key, count in keys.items() if count > 1] == []


def test_the_complete_tables_are_complete():
    found = Counter(
        (one.indicator_id, one.period, one.boundary)
        for one in figures("dti_2022", "dti_2023", "dti_2024", "poverty_nso_2023", "population")
    )

    for year in ("2022", "2023", "2024"):
        assert found["dti_total", year, "63"] == found["population", year, "63"] == 63
    assert found["poverty_rate_nso", "2023", "63"] == 63
    assert found["dti_awareness", "2022", "63"] == 5


def test_ha_giang_is_read_from_its_cell():
    (one,) = (
        one
        for one in delivery(FOLDER / "dti_2024.xlsx").observations
        if (one.province_code, one.indicator_id) == ("02", "dti_total")
    )

    assert (one.value, one.sheet, one.status) == (0.7292, "DTI 2024", Status.A)
    assert re.fullmatch(r"D\d+", one.cell)


def test_an_empty_foundation_is_missing_and_not_zero():
    """Eight components of 2022 are known for five provinces; Hà Giang's awareness is not."""
    (one,) = (
        one
        for one in delivery(FOLDER / "dti_2022.xlsx").observations
        if (one.province_code, one.indicator_id) == ("02", "dti_awareness")
    )

    assert (one.value, one.status) == (None, Status.M)


def test_the_newest_year_of_the_statistics_office_is_provisional():
    statuses = {
        one.period: one.status
        for one in delivery(FOLDER / "dan_so_dien_tich_2019_2024.xlsx").observations
    }

    assert (statuses["2023"], statuses["2024"]) == (Status.A, Status.P)


def test_rows_whose_source_contradicts_itself_are_named_and_not_published():
    """Yên Bái 2020: "27th, up 17 places, from 40th" cannot be."""
    indicators = {"dti_total_rank_published", "dti_total"}
    published = {one.key for name in ("dti_ranks_63", "dti_single_values") for one in figures(name)}
    named = _texts(FOLDER / "dti_thu_hang_63_tinh.xlsx")

    for row in left_out(indicators):
        key = (row.province_code, row.boundary, row.indicator_id, row.period)
        assert key not in published
        if row.indicator_id == "dti_total_rank_published":
            assert row.reason in named
    assert "Yên Bái" in named


def test_the_illustrative_workbook_reads_back_marked_in_every_figure():
    read = delivery(ILLUSTRATIVE)

    assert _differences(read, illustrative.invented()) == []
    assert {one.status for one in read.observations} == {Status.X}
    assert read.outcome == "loads"


def test_the_illustrative_workbook_is_watermarked_in_title_and_beside_the_table():
    assert _texts(ILLUSTRATIVE).count(illustrative.WATERMARK) >= 1
    for path in FOLDER.glob("*.xlsx"):
        assert illustrative.WATERMARK not in _texts(path)


def test_building_again_gives_the_same_files(tmp_path: Path):
    """Compared member by member: a zlib of another make may pack the same content differently."""
    for path in build(tmp_path):
        committed = FOLDER / path.relative_to(tmp_path)
        assert _members(path) == _members(committed), f"{path.name}: run tools.published.build"


def test_no_workbook_tells_who_or_where_made_it():
    for path in [*FOLDER.glob("*.xlsx"), ILLUSTRATIVE]:
        everything = b"".join(content for _, _, content in _members(path))
        for folder in (FOLDER.parents[1], Path.home()):
            assert f"{folder}/".encode() not in everything
        assert re.findall(rb"<dc:creator>([^<]*)<", everything) in ([], [b""])


def _members(path: Path) -> list[tuple[str, object, bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(one.filename, one.date_time, archive.read(one)) for one in archive.infolist()]


def _texts(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("xl/sharedStrings.xml").decode("utf-8")
