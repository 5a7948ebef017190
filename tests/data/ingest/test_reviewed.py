"""Workbooks that offices make, and what went wrong with them once."""

import pytest

from data.ingest import Answer, Delivery, message, read_delivery
from data.reference import is_total, region_of_row, resolve
from tests.fixtures.workbooks import Rows, csv, names, xlsx

TWO_LINES = [["TT", "Địa phương", "Giá trị giao dịch QR"], [None, None, "Triệu đồng"]]
ONE_LINE = [["TT", "Địa phương", "Giá trị giao dịch QR"]]
YEAR = [["Thanh toán QR năm 2024"]]


def _delivery(head: Rows, *cells: object, boundary: str = "63", below: Rows = None) -> Delivery:
    if below is None:
        below = []
    rows = [[place + 1, name, *cells] for place, name in enumerate(names(boundary))]
    return read_delivery(xlsx([*head, *rows, *below], sheet="Sheet1"), "a.xlsx")


def _stored(delivery: Delivery) -> dict[tuple[str, str], float | None]:
    """The figures of the first province."""
    first = [one for one in delivery.observations if one.province_code == "01"]
    return {(one.indicator_id, one.period): one.value for one in first}


@pytest.mark.parametrize(
    "head",
    [
        [*YEAR, *TWO_LINES],
        [["Giá trị giao dịch QR năm 2024 (triệu đồng)"], *ONE_LINE],
        [*YEAR, [None, None, "Triệu đồng"], *ONE_LINE],
        [*YEAR, [None, None, "ĐVT: Triệu đồng - Unit: Mill. dongs"], *ONE_LINE],
        [*YEAR, ["Đơn vị: triệu đồng; món"], *ONE_LINE],
        [*YEAR, ["TT", "Địa phương", "Giá trị giao dịch QR (tr.đ)"]],
        [*YEAR, ["TT", "Địa phương", "Giá trị giao dịch QR (Trđ)"]],
        [*YEAR, ["TT", "Địa phương", "Giá trị giao dịch QR [triệu đồng]"]],
        [*YEAR, ["TT", "Địa phương", "Giá trị giao dịch QR, triệu đồng"]],
    ],
)
def test_millions_were_stored_as_billions_where_the_unit_stood_elsewhere(head: Rows):
    delivery = _delivery(head, 1_500_000.0)

    assert (delivery.outcome, _stored(delivery)) == ("loads", {("qr_value", "2024"): 1_500})


def test_a_unit_below_the_table_counts_and_a_sentence_there_is_none():
    unit = _delivery([*YEAR, *ONE_LINE], 1_500_000.0, below=[["Đơn vị tính: triệu đồng"]])
    note = [["Đơn vị tính là tỷ đồng theo báo cáo; riêng Hà Nội làm tròn."]]
    words = _delivery([*YEAR, *ONE_LINE], 1_500.0, below=note)

    assert (unit.outcome, _stored(unit)) == ("loads", {("qr_value", "2024"): 1_500})
    assert [one.code for one in words.questions] == ["issue.unit_unsaid"]


def test_money_without_a_unit_counted_as_billions():
    (issue,) = _delivery([*YEAR, *ONE_LINE], 1_500_000.0).issues

    assert message(issue, "vi") == (
        'Ô C2 (trang tính "Sheet1"): Không thấy đơn vị tính của cột này (Giá trị giao dịch QR). '
        "Số ở đây tính bằng đơn vị nào? Nếu chấp nhận, số được hiểu theo đơn vị tỷ đồng."
    )
    answered = read_delivery(
        xlsx([*YEAR, *ONE_LINE, *([1, name, 1_500_000] for name in names())], sheet="Sheet1"),
        "a.xlsx",
        answers=[Answer("issue.unit_unsaid", "Sheet1!C2", "triệu đồng")],
    )
    assert _stored(answered) == {("qr_value", "2024"): 1_500}


@pytest.mark.parametrize(
    "heading",
    [
        "Số lượng giao dịch QR - nghìn món",
        "Số lượng giao dịch QR (ngàn)",
        "QR transactions (thousand)",
    ],
)
def test_thousands_of_transactions_were_stored_as_single_ones(heading: str):
    delivery = _delivery([*YEAR, ["TT", "Địa phương", heading]], 1_500.0)

    assert (delivery.outcome, _stored(delivery)) == (
        "loads",
        {("qr_transactions", "2024"): 1_500_000},
    )


@pytest.mark.parametrize("scale", ["1.000", "x1000", "k", "tr."])
def test_a_bare_thousand_in_brackets_was_passed_over(scale: str):
    head = [*YEAR, ["TT", "Địa phương", f"Số lượng giao dịch QR ({scale})"]]

    assert [one.code for one in _delivery(head, 1_500.0).questions] == ["issue.unit_unknown"]


def test_a_column_of_men_was_read_as_one_of_years():
    """ "Nam" without its accent is "năm": 1,987 thousand men became the year 1987."""
    head: Rows = [
        ["Dân số năm 2023 phân theo giới tính (nghìn người)"],
        ["TT", "Địa phương", "Dân số", "Nam", "Nữ"],
    ]
    delivery = _delivery(head, 4_000, 1_987, 2_013)

    assert (delivery.outcome, _stored(delivery)) == ("loads", {("population", "2023"): 4_000})
    assert [one.found for one in delivery.issues] == ["Nam", "Nữ"]


def test_men_below_the_population_were_a_second_population():
    head: Rows = [
        ["TT", "Địa phương", "Dân số năm 2023", None, None],
        [None, None, "Tổng số", "Nam", "Nữ"],
    ]
    assert _stored(_delivery(head, 4_000, 1_987, 2_013)) == {("population", "2023"): 4_000}


def test_a_year_without_accents_is_still_a_year():
    rows = [["Tinh", "Nam", "DTI"], *([name, 2023, 0.5] for name in names())]

    assert _stored(read_delivery(csv(rows), "a.csv")) == {("dti_total", "2023"): 0.5}


@pytest.mark.parametrize(
    "name", ["CẢ NƯỚC - WHOLE COUNTRY", "Cả nước/Whole country", "TỔNG SỐ\nTOTAL"]
)
def test_the_country_in_two_languages_was_a_row_of_headings(name: str):
    head: Rows = [
        ["Tỷ lệ hộ nghèo đa chiều phân theo địa phương"],
        [None, None, 2023, "Sơ bộ - Prel. 2024"],
        [None, name, 5.0, 4.0],
    ]
    delivery = _delivery(head, 5.0, 4.0)

    assert is_total(name)
    assert not is_total("Tổng số - Hà Nội")
    assert not is_total(" - ")
    assert delivery.outcome == "loads"
    assert _stored(delivery) == {("poverty_rate_nso", "2023"): 5, ("poverty_rate_nso", "2024"): 4}


def test_a_region_in_two_languages_was_an_unknown_province():
    long = "Bắc Trung Bộ và Duyên hải miền Trung - North Central and Central coastal areas"
    found = region_of_row(long)
    assert found
    assert found.id == "north-central-and-central-coast"
    assert region_of_row("Tây Nguyên - Gia Lai") is None

    head: Rows = [["Tỷ lệ hộ nghèo (rà soát) năm 2024"], ["TT", "Tỉnh", "Tỷ lệ hộ nghèo (%)"]]
    assert _delivery([*head, [None, long, 5.0]], 5.0).issues == ()


def test_headings_in_two_languages_name_one_indicator():
    head: Rows = [
        ["Diện tích, dân số và mật độ dân số năm 2023"],
        [None, None, "Diện tích - Area (Km2)", "Dân số trung bình\nAverage population"],
    ]
    delivery = _delivery(head, 3_000.5, 900.5)

    assert _stored(delivery) == {("area", "2023"): 3_000.5, ("population", "2023"): 900.5}


def test_the_usual_table_of_poor_households_was_refused():
    """Every decision on poor households has "Hộ nghèo" over "Số hộ" and "Tỷ lệ (%)"."""
    head: Rows = [
        ["KẾT QUẢ RÀ SOÁT HỘ NGHÈO, HỘ CẬN NGHÈO NĂM 2024"],
        ["TT", "Tỉnh, thành phố", "Hộ nghèo", None, "Hộ cận nghèo", None],
        [None, None, "Số hộ", "Tỷ lệ (%)", "Số hộ", "Tỷ lệ (%)"],
    ]
    delivery = _delivery(head, 1_200, 5.5, 900, 4.1)

    assert delivery.outcome == "loads"
    assert _stored(delivery) == {
        ("poor_households_molisa", "2024"): 1_200,
        ("poverty_rate_molisa", "2024"): 5.5,
        ("near_poor_rate_molisa", "2024"): 4.1,
    }


def test_a_total_beside_men_and_women_is_what_the_title_says():
    rows = [
        ["Dân số trung bình phân theo địa phương, giới tính"],
        ["Tỉnh, thành phố", "Năm", "Tổng số", "Nam", "Nữ"],
        *([name, 2023, 4_000, 1_987, 2_013] for name in names()),
    ]
    assert _stored(read_delivery(csv(rows, ";"), "V02.01.csv")) == {("population", "2023"): 4_000}


def test_a_file_whose_only_heading_is_unknown_could_not_be_explained():
    head: Rows = [["Năm 2024"], ["TT", "Tỉnh", "Mức độ phát triển số"]]
    rows = [*head, *([place, name, 0.5] for place, name in enumerate(names(), start=1))]
    content = xlsx(rows, sheet="Sheet1")

    asked = read_delivery(content, "a.xlsx")
    (question,) = asked.questions
    assert (asked.outcome, question.code) == ("review", "issue.column_left_out")
    assert (question.optional, question.default) == (False, None)

    told = [Answer("issue.column_left_out", "Sheet1!C2", "dti_total")]
    assert _stored(read_delivery(content, "a.xlsx", answers=told)) == {("dti_total", "2024"): 0.5}
    out = [Answer("issue.column_left_out", "Sheet1!C2", "leave_out")]
    assert read_delivery(content, "a.xlsx", answers=out).outcome == "refused"


def test_messages_wrote_lists_days_and_periods_as_programs_do():
    title = "Số lượng giao dịch QR 9 tháng năm 2026"
    rows = [[title], ["TT", "Tỉnh", "Số lượng giao dịch (món)"]]
    rows += [[place, name, 5_000] for place, name in enumerate(names(), start=1)]
    rows[5][2] = "30/8/2024"
    said = [message(one, "vi") for one in read_delivery(xlsx(rows), "a.xlsx").issues]

    assert any("63 tỉnh, thành phố" in one and "kỳ 9 tháng năm 2026" in one for one in said), said
    assert not any("2026-01" in one for one in said)


def test_income_of_a_year_was_stored_as_that_of_a_month():
    head: Rows = [["Năm 2023"], ["TT", "Tỉnh", "Thu nhập bình quân đầu người (nghìn đồng)"]]
    year = _delivery(head, 42_000.0)
    assert [one.code for one in year.questions] == ["issue.column_left_out"]

    head[1][2] = "Thu nhập bình quân đầu người một tháng (nghìn đồng)"
    assert _stored(_delivery(head, 4_200.0)) == {("monthly_income", "2023"): 4_200}


def test_a_number_with_the_mark_of_a_text_before_it_is_a_number():
    rows = [["Tỉnh", "Tỷ lệ hộ nghèo (rà soát) 2024"], *([name, "'16,89"] for name in names())]

    assert _stored(read_delivery(csv(rows, ";"), "a.csv")) == {
        ("poverty_rate_molisa", "2024"): 16.89
    }


def test_a_letter_between_two_provinces_gave_one_of_them_with_a_note():
    assert resolve("Nình Thuận", "63") is None
    for name, code in (("Ninh Thuan", "58"), ("Quãng Nam", "49"), ("Bình Thuân", "60")):
        found = resolve(name, "63")
        assert found is not None
        assert found.code == code
