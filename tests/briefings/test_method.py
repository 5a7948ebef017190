"""Method in words: everything of the catalogue, formulas that give the published totals."""

import pandas as pd
import pytest

from briefings import method, method_tables
from data import catalogue, reference
from data.service import derive
from indicators import aggregate


def words(table):
    return {line.cells[0].text: [cell.text for cell in line.cells] for line in table.lines}


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_indicator_stands_in_the_table_of_its_dataflow(lang):
    listed = [
        line.cells[-1].text
        for flow in catalogue.dataflows()
        for line in method.flow_table(flow, lang).lines
    ]

    assert listed == list(catalogue.indicators())


def test_a_line_says_definition_unit_direction_range_and_merge():
    poverty = words(method.flow_table("poverty", "vi"))["Tỷ lệ hộ nghèo (rà soát hằng năm)"]

    assert "Không gồm hộ cận nghèo" in poverty[1]
    assert poverty[2:5] == ["%", "giá trị thấp hơn xếp trước", "từ 0 đến 100"]
    assert poverty[5] == "Trung bình có trọng số theo dân số cùng năm (quy đổi gần đúng)."


def test_one_indicator_is_told_with_breaks_bodies_and_periods(official):
    told = words(method.indicator_table(official, "poverty_rate_nso", "vi"))

    assert "chuẩn nghèo đa chiều 2022–2025" in told["Thay đổi cách tính"][1]
    assert told["Cơ quan phụ trách"][1] == "Tổng cục Thống kê; từ năm 2025: Cục Thống kê"
    assert "2023" in told["Kỳ đã nạp"][1]
    assert told["Mã chỉ tiêu"][1] == "poverty_rate_nso"


def test_a_published_place_is_never_ranked_again():
    told = words(method.indicator_table(None, "dti_total_rank_published", "vi"))

    assert told["Xếp hạng"][1] == "Chỉ tiêu này không xếp hạng."


def test_formulas_stand_with_years_and_decision():
    rows = [[cell.text for cell in line.cells] for line in method_tables.formulas_table("vi").lines]

    assert rows[0][:2] == [
        "2020",
        "DTI = 0,40 × Trụ cột chính quyền số + 0,30 × Trụ cột kinh tế số"
        " + 0,30 × Trụ cột xã hội số",
    ]
    assert rows[1][0] == "2021, 2022, 2023"
    assert rows[1][1].startswith("DTI = 0,10 × Nhận thức số + 0,10 × Thể chế số")
    assert rows[1][2] == "Quyết định 922/QĐ-BTTTT ngày 20/5/2022"
    assert rows[2][1].startswith("Trụ cột chính quyền số = (0,10 × Nhận thức số")
    assert rows[2][1].endswith("0,20 × Hoạt động chính quyền số) / 0,70")
    assert "Hoạt động kinh tế số" not in rows[2][1]


def test_the_formula_shown_for_a_pillar_is_the_one_that_is_computed():
    """A province with eight different scores: both ways give its three pillars."""
    weights = catalogue.weights_by_year()["2023"]
    scores = {name: 0.3 + number / 17 for number, name in enumerate(weights.shares)}
    total = sum(share * scores[name] for name, share in weights.shares.items())
    for name, shares in method_tables.pillar_shares(weights).items():
        (activity,) = catalogue.indicator(name).derived.of
        shown = sum(share * scores[one] for one, share in shares.items()) / sum(shares.values())
        activities = pd.DataFrame({one: [scores[one]] for one in derive.activities()}, ["02"])
        made = aggregate.pillar(activity, pd.Series([total], ["02"]), activities, weights.shares)

        assert made["02"] == pytest.approx(shown)


def test_weights_of_a_year_sum_to_1000():
    table = method_tables.weights_table("vi")
    columns = list(zip(*[[cell.text for cell in line.cells] for line in table.lines], strict=True))
    sums = [sum(int(one) for one in column if one != "–") for column in columns[1:]]

    assert [one.label for one in table.columns[1:]] == ["2020", "2021", "2022", "2023"]
    assert sums == [1000] * 4


def test_a_year_without_weights_is_named(official):
    assert method.years_without_weights(official, "vi") == (
        "Chưa có trọng số năm 2024 trong số liệu đã nạp nên không tính trụ cột và không tách được "
        "đóng góp của năm đó.",
    )


def test_breaks_say_why_and_that_the_place_of_the_total_is_kept():
    rows = words(method_tables.breaks_table("vi"))

    assert "Quyết định 405/QĐ-BKHCN" in rows["2023 và 2024"][1]
    assert rows["2023 và 2024"][3].startswith("Thứ hạng của DTI; Thứ hạng DTI công bố vẫn so được")
    assert rows["2015 và 2016"][3] == "Không so sánh điểm, mức tăng và thứ hạng."


def test_a_transcription_is_called_one_and_every_source_is_listed():
    rows = [[cell.text for cell in line.cells] for line in method_tables.sources_table("vi").lines]
    by_id = {row[4]: row for row in rows}

    assert set(by_id) == set(catalogue.sources())
    assert by_id["s02"][2] == "bản chép của bên thứ ba từ trang chính thức, không phải bản gốc"
    assert by_id["s02"][3] == "https://dti.gov.vn/xep-hang-2023-all"


def test_groups_name_their_members_on_both_lists():
    rows = words(method_tables.groups_table("vi"))
    border = rows["Các tỉnh vùng Trung du và miền núi phía Bắc có biên giới đất liền"]

    assert border[2].startswith("7: ")
    assert "Hà Giang" in border[2]
    assert "Hà Giang" not in border[3]
    assert set(rows) == {one.name.vi for one in reference.groups().values()}


def test_all_status_marks_have_a_meaning():
    assert [line.cells[1].text for line in method_tables.statuses_table("en").lines] == list(
        "APEMDXQ"
    )


def test_a_citation_names_release_indicator_and_who_published(official):
    said = method.citation(official, "dti_total", "vi")

    assert f"bản số liệu số {official.release.id} " in said
    assert "“Chỉ số chuyển đổi số cấp tỉnh (DTI)”" in said
    assert said.endswith("Nguồn số liệu: dti.gov.vn, qua bản chép của bên thứ ba.")


def test_an_indicator_without_figures_cites_its_usual_source(official):
    assert method.citation(official, "qr_value", "vi").endswith("Ngân hàng Nhà nước Việt Nam.")
