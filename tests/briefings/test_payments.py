"""QR payments in words: counts and counts for 1,000 people, growth, marks, what there is."""

from dataclasses import replace

import pytest

from briefings import payments
from briefings.payments import Pair
from briefings.payments_sentences import payments_sentences
from data.service import illustrative
from data.service.ranking import ranking
from data.settings import settings

MARK = "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"
COUNT, SHARE = "qr_acceptance_points", "qr_acceptance_points_per_1000"
NORTH = "northern-midlands-mountains"


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DTI_HOME", str(tmp_path_factory.mktemp("apart")))
        settings.cache_clear()
        yield illustrative.figures()
    settings.cache_clear()


def pair(figures, period, boundary, group="country", shown=SHARE):
    counts = ranking(figures, COUNT, period, boundary, group)
    share = ranking(figures, SHARE, period, boundary, group)
    return Pair(counts, share, share if shown == SHARE else counts)


def lines(table):
    heads = [column.label for column in table.columns]
    return {
        line.cells[0].text: dict(zip(heads, [c.text for c in line.cells], strict=True))
        for line in table.lines
    }


def test_a_measure_has_its_partner_for_1000_people():
    assert payments.partner(COUNT) == payments.partner(SHARE) == (COUNT, SHARE)


def test_a_count_stands_beside_the_same_for_1000_people(official):
    """Hà Tĩnh: 42,189 points on 31/8/2024; 1,323 to 1,360 thousand people."""
    table = payments.payments_table(pair(official, "2024-08-31", "63"), "vi")
    row = lines(table)["Hà Tĩnh"]

    assert row["Điểm chấp nhận QR (điểm chấp nhận)"] == "42.189"
    people = official.table("population", "2024", "63")["42"].value
    shown = row["Điểm QR trên 1.000 dân (điểm chấp nhận trên 1.000 dân)"]
    assert float(shown.replace(",", ".")) == pytest.approx(42189 / people, abs=0.05)


def test_in_an_incomplete_table_nobody_has_a_place_and_nobody_grew(official):
    table = payments.payments_table(pair(official, "2024-08-31", "63"), "vi")
    heads = " ".join(column.label for column in table.columns)

    assert "Thứ hạng" not in heads
    assert "Tăng trưởng" not in heads
    assert table.lines[0].cells[0].text == "Hà Tĩnh"


def test_a_missing_count_claims_no_rule_and_no_cell(official):
    table = payments.payments_table(pair(official, "2024-08-31", "63"), "vi")
    row = lines(table)["Hà Giang"]

    assert row["Tình trạng"] == "chưa có số liệu"
    assert row["Nguồn: tệp, trang tính, ô"] == ""


def test_growth_is_the_change_over_the_former_period(invented):
    found = pair(invented, "2023", "34", NORTH, COUNT)
    row = found.shown.rows[0]
    shown = lines(payments.payments_table(found, "vi"))[row.label]

    assert found.shown.former == "2022"
    rise = 100 * (row.value / row.former_value - 1)
    assert shown["Tăng trưởng so với năm 2022 (%)"] == f"+{rise:.1f}%".replace(".", ",")


def test_growth_is_withheld_with_its_reason_when_there_is_nothing_before(invented):
    first = pair(invented, "2022", "34", NORTH)

    assert payments.no_growth(first.shown, "vi").startswith("Chưa có kỳ trước")
    heads = [column.label for column in payments.payments_table(first, "vi").columns]
    assert not [one for one in heads if "Tăng trưởng" in one]
    assert payments.no_growth(pair(invented, "2023", "34").shown, "vi") == ""


def test_growth_across_a_break_is_withheld(invented):
    found = pair(invented, "2023", "34", NORTH)
    broken = replace(found.shown, change_withheld="break")
    table = payments.payments_table(replace(found, shown=broken), "vi")

    assert not [one for one in table.columns if "Tăng trưởng" in one.label]


def test_sentences_of_a_province_give_count_share_places_and_growth(invented):
    said = payments_sentences(pair(invented, "2024", "34", NORTH), "08", "vi")
    text = " ".join(said)

    assert "điểm chấp nhận thanh toán QR, tức " in text
    assert "/34 tỉnh, thành phố và thứ " in text
    assert "/9 tỉnh vùng Trung du" in text
    assert "so với năm 2023." in text


def test_illustrative_figures_are_marked_wherever_they_go(invented):
    found = pair(invented, "2024", "34", NORTH)
    table = payments.payments_table(found, "vi")

    assert payments_sentences(found, "08", "vi")[0] == f"{MARK}."
    assert table.caption.startswith(MARK)
    assert all("số liệu minh họa" in row["Tình trạng"] for row in lines(table).values())


def test_the_figures_that_exist_are_listed_with_day_source_and_cell(official):
    table = payments.existing_table(official, "vi")
    rows = [[cell.text for cell in line.cells] for line in table.lines]

    assert [row[:4] for row in rows] == [
        ["Hà Tĩnh", "Điểm chấp nhận thanh toán QR", "ngày 31/8/2024", "42.189 điểm chấp nhận"],
        [
            "Quảng Trị (cũ)",
            "Điểm chấp nhận thanh toán QR",
            "ngày 30/9/2022",
            "3.808 điểm chấp nhận",
        ],
    ]
    assert rows[0][6].startswith("Thời báo Ngân hàng: ")
    assert rows[0][7].startswith("https://thoibaonganhang.vn/")
    assert rows[0][8].startswith("qr_diem_chap_nhan.xlsx, ")


def test_the_illustrative_store_is_another_file(invented, official_store):
    assert invented.store is not official_store
    assert invented.indicators("63")[0].startswith("qr_") or "dti_total" not in invented.indicators(
        "63"
    )
