"""One table in the layouts that offices use gives one set of figures."""

import datetime

import pytest

from data.ingest import Delivery, read_delivery
from data.reference import provinces, regions
from tests.fixtures.workbooks import Rows, csv, dti_rows, names, xlsx


def _values(delivery: Delivery) -> dict[tuple[str, str, str], float | None]:
    return {
        (one.province_code, one.indicator_id, one.period): one.value
        for one in delivery.observations
    }


def _score(place: int) -> float:
    return round(0.8 - place / 1000, 4)


EXPECTED = {
    (code, "dti_total", "2023"): _score(place) for place, code in enumerate(provinces("63"))
}


def _with_heading(*rows: list[object]) -> Rows:
    return [*rows, *([name, _score(place)] for place, name in enumerate(names()))]


def _long() -> Rows:
    return [
        ["Tỉnh", "Năm", "Chỉ tiêu", "Giá trị"],
        *([name, 2023, "Chỉ số DTI", _score(place)] for place, name in enumerate(names())),
    ]


def _texts(separator: str) -> Rows:
    return _with_heading(["Tỉnh", "DTI 2023"])[:1] + [
        [name, str(_score(place)).replace(".", separator)] for place, name in enumerate(names())
    ]


LAYOUTS = {
    "a title with the year": xlsx(dti_rows()),
    "the year in the heading": xlsx(_with_heading(["Tỉnh", "DTI năm 2023"])),
    "the year as a number under the name": xlsx(
        _with_heading(["Tỉnh", "Chỉ số DTI"], [None, 2023])
    ),
    "the year over the name": xlsx(
        _with_heading(["Tỉnh", "Năm 2023"], [None, "Điểm DTI"]), merged=["A1:A2"]
    ),
    "numbered columns": xlsx(_with_heading(["Tỉnh", "DTI 2023"], ["A", "1"])),
    "the name in the title": xlsx(
        _with_heading(["Chỉ số chuyển đổi số cấp tỉnh"], [], ["Đơn vị tính: điểm"], [None, "2023"])
    ),
    "the year in the name of the sheet": xlsx(_with_heading(["Tỉnh", "DTI"]), sheet="DTI 2023"),
    "the date of publication in the title": xlsx(
        dti_rows(title="DTI năm 2023 (công bố ngày 05/8/2024, Quyết định số 12/QĐ ngày 1/2/2024)")
    ),
    "rows for each year and indicator": xlsx(_long()),
    "points of 1,000, and it says so": xlsx(
        [["Tỉnh", "DTI 2023 (thang điểm 1.000)"]]
        + [[name, _score(place) * 1000] for place, name in enumerate(names())]
    ),
    "texts with decimal comma": xlsx(_texts(",")),
    "texts with decimal point": xlsx(_texts(".")),
    "footnote marks": xlsx(
        _with_heading(["Tỉnh (1)", "DTI 2023*"])[:1]
        + [[f"{name} (2)", f"{_score(place)}*"] for place, name in enumerate(names())]
    ),
    "comma separated": csv(dti_rows()),
    "semicolons and decimal commas": csv(_texts(","), ";"),
    "tabs, UTF-16": csv(dti_rows(), "\t", "utf-16"),
    "UTF-8 with a mark": csv(dti_rows(), ",", "utf-8-sig"),
}


@pytest.mark.parametrize("content", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_every_layout_gives_the_same_figures(content: bytes):
    delivery = read_delivery(content, "bang.xlsx")

    assert _values(delivery) == EXPECTED
    assert (delivery.outcome, delivery.issues) == ("loads", ())
    assert (delivery.flows, delivery.periods, delivery.boundary) == (("dti",), ("2023",), "63")


def _poor(code: str) -> float:
    return round(1.9 + int(code) / 40, 3)


def _statistics_office() -> Rows:
    """Country and regions between the provinces, and names with two spaces."""
    rows: Rows = [["Tỷ lệ hộ nghèo tiếp cận đa chiều phân theo địa phương"], []]
    rows += [[None, "Sơ bộ 2023"], ["CẢ NƯỚC", 3.1]]
    for region in regions():
        members = [one for one in provinces("63").values() if one.region.id == region]
        if members:
            rows.append([members[0].region.name.vi.upper(), _poor(members[0].code)])
            rows += [[one.name.vi.replace(" ", "  "), _poor(one.code)] for one in members]
    return rows


def test_a_statistics_office_sheet_loads_and_its_totals_are_checks_only():
    delivery = read_delivery(xlsx(_statistics_office()), "V14.49.xlsx")

    assert (delivery.outcome, delivery.issues) == ("loads", ())
    assert _values(delivery) == {
        (code, "poverty_rate_nso", "2023"): _poor(code) for code in provinces("63")
    }
    assert {one.status for one in delivery.observations} == {"P"}


def _population(country: float) -> bytes:
    rows: Rows = [["Dân số trung bình (nghìn người)"], ["Địa phương", 2022, 2023]]
    rows += [["Tổng số", country, 63 * 200.0]]
    return xlsx([*rows, *([name, 100.04, 200.0] for name in names())])


def test_a_sum_may_differ_by_rounding():
    assert read_delivery(_population(6302.5), "danso.xlsx").issues == ()


def test_a_sum_that_differs_by_more_is_asked_at_its_cell():
    (issue,) = read_delivery(_population(63 * 101), "danso.xlsx").issues

    assert (issue.code, issue.cell) == ("issue.total_differs", "DTI!B3")
    assert (issue.found, issue.expected) == ("6363", "6302.52")


def test_a_merged_heading_reaches_over_its_columns():
    rows: Rows = [
        ["Tỉnh", "Nhóm hoạt động 2023", None, "Hạ tầng số 2023"],
        [None, "Hoạt động kinh tế số", "Hoạt động xã hội số", None],
        *([name, 0.5, 0.6, 0.7] for name in names()),
    ]

    delivery = read_delivery(xlsx(rows, merged=["A1:A2", "B1:C1", "D1:D2"]), "dti.xlsx")

    values = _values(delivery)
    assert delivery.issues == ()
    assert values["02", "dti_economy_activity", "2023"] == 0.5
    assert values["02", "dti_society_activity", "2023"] == 0.6
    assert values["02", "dti_infrastructure", "2023"] == 0.7


def test_indicators_of_several_flows_stand_side_by_side():
    rows: Rows = [["Tỉnh", "DTI 2023", "Số điểm QR 31/8/2024"]]
    rows += [[name, 0.5, 1000.0] for name in names()]

    delivery = read_delivery(xlsx(rows), "chung.xlsx")

    assert delivery.flows == ("dti", "qr")
    assert delivery.periods == ("2023", "2024-08-31")


def test_dots_and_x_are_missing_and_nothing_else():
    values = {0: "...", 1: "x", 2: "…"}
    content = xlsx(dti_rows(value=lambda place: values.get(place, 0.5)))

    delivery = read_delivery(content, "dti.xlsx")

    assert delivery.outcome == "loads"
    missing = [one.province_code for one in delivery.observations if one.status == "M"]
    assert missing == list(provinces("63"))[:3]


def test_hidden_sheets_are_named_and_left_out():
    content = xlsx(dti_rows(), others={"Nháp": dti_rows()}, hidden=["Nháp"])

    delivery = read_delivery(content, "dti.xlsx")

    assert [(one.code, one.cell) for one in delivery.issues] == [("issue.hidden_sheet", "Nháp!")]
    assert {one.sheet for one in delivery.observations} == {"DTI"}


def test_two_sheets_with_two_years_are_one_delivery():
    second = dti_rows(title="DTI năm 2022")

    delivery = read_delivery(xlsx(dti_rows(), others={"2022": second}), "dti.xlsx")

    assert (delivery.outcome, delivery.periods) == ("loads", ("2022", "2023"))


def test_a_watermarked_workbook_is_illustrative_in_every_figure():
    rows = [["SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC"], *dti_rows()]

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert {one.status for one in delivery.observations} == {"X"}


def test_places_as_published_are_figures_of_their_own():
    rows: Rows = [["Tỉnh", "Thứ hạng DTI theo công bố 2021"]]
    rows += [[name, place] for place, name in enumerate(names(), start=1)]

    (first, *_) = read_delivery(xlsx(rows), "dti.xlsx").observations

    assert (first.indicator_id, first.status) == ("dti_total_rank_published", "Q")


def test_ranks_beside_values_are_no_figures_and_may_split_rounded_ties():
    rows = dti_rows(value=lambda place: 0.5 if place in (3, 4) else 0.8 - place / 100)
    rows[2].append("Xếp hạng")
    ordered = sorted(rows[3:], key=lambda row: -row[2])
    for place, row in enumerate(ordered, start=1):
        row.append(place)

    delivery = read_delivery(xlsx(rows), "dti.xlsx")

    assert delivery.issues == ()
    assert {one.indicator_id for one in delivery.observations} == {"dti_total"}


def test_a_date_in_the_period_column_is_a_period():
    rows: Rows = [["Tỉnh", "Tính đến ngày", "Số điểm QR"]]
    rows += [[name, datetime.date(2024, 8, 31), 1000] for name in names()]

    assert read_delivery(xlsx(rows), "qr.xlsx").periods == ("2024-08-31",)


@pytest.mark.parametrize("text", ["=1+1", "<script>alert(1)</script>", '=HYPERLINK("x")', "{0}"])
def test_formulas_and_markup_in_names_stay_texts(text: str):
    rows = dti_rows()
    rows[4][1] = text

    (issue,) = read_delivery(xlsx(rows), "dti.xlsx").issues

    assert (issue.code, issue.found) == ("issue.unknown_province", text)


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"%PDF-1.7", "issue.not_a_table"),
        (b"\x00\x01\x02", "issue.unreadable"),
        (b"", "issue.unreadable"),
        (xlsx([["Hàng", "Giá"], ["Gạo", 12]]), "issue.no_table"),
        (xlsx([]), "issue.no_table"),
        (b"ten,gia\ngao,12\n", "issue.no_table"),
        (xlsx([["UBND TỈNH HÀ GIANG"], ["Số hộ", 12]]), "issue.no_table"),
        (xlsx([["Tỉnh", "Giống lúa"], *[[n, "ST25"] for n in names()]]), "issue.no_indicator"),
    ],
    ids=["pdf", "bytes", "empty", "foreign", "no cell", "foreign csv", "letterhead", "no figures"],
)
def test_files_without_figures_are_refused_in_one_sentence(content: bytes, code: str):
    delivery = read_delivery(content, "la.xlsx")

    refusals = [one.code for one in delivery.issues if one.severity == "refuse"]
    assert (delivery.outcome, refusals) == ("refused", [code])


def test_hints_say_what_the_sheet_does_not():
    content = xlsx(dti_rows(title="Bảng điểm", boundary="34"))

    delivery = read_delivery(content, "dti.xlsx", flow="dti", period="2024", boundary="34")

    assert (delivery.outcome, delivery.periods, delivery.boundary) == ("loads", ("2024",), "34")


def test_a_title_may_put_an_old_year_on_the_new_list():
    content = xlsx(dti_rows(title="DTI năm 2024 theo 34 tỉnh, thành phố", boundary="34"))

    assert read_delivery(content, "dti.xlsx").issues == ()


def test_names_of_both_lists_in_one_table_are_asked_once():
    rows = dti_rows(title="DTI năm 2025", boundary="34")
    rows += [[99, name, 0.5] for name in ("Hà Giang", "Yên Bái", "Bắc Kạn", "Hòa Bình")]

    (issue,) = read_delivery(xlsx(rows), "dti.xlsx").issues

    assert (issue.code, issue.expected) == ("issue.mixed_boundary", "4")


def test_several_faults_are_told_at_once_and_always_in_the_same_order():
    rows = dti_rows()
    rows[4][1], rows[7][2], rows[9][2] = "Hà Giag", 7.1, "x?"

    first, second = (read_delivery(xlsx(rows), "dti.xlsx") for _ in range(2))

    assert [one.code for one in first.issues] == [
        "issue.unknown_province",
        "issue.not_a_number",
        "issue.out_of_range",
    ]
    assert first.issues == second.issues
