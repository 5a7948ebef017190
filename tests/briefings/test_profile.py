"""What the profile page says in words."""

import pytest

from briefings import profile_years
from briefings.profile import facts, heading, short_period
from briefings.profile_page import profile_page
from charts.trend import TrendFigure
from data.reference import groups_on, provinces
from data.service.figures import Figures
from data.service.opening import open_store
from data.service.profile import ranked_anew
from data.service.trend import trend
from data.settings import Settings

NORTH = "northern-midlands-mountains"
BORDER = "northern-mountain-border"
TODAY = "2026-11-23"


@pytest.fixture(scope="module")
def page(official):
    ranked = ranked_anew(official, "vi")

    def make(code, boundary, group, lang="vi"):
        return profile_page(official, code, boundary, group, TODAY, lang, ranked)

    return make


def cells(table, name):
    """Give the texts of the row that begins with a name."""
    return next(
        [cell.text for cell in line.cells] for line in table.lines if line.cells[0].text == name
    )


def test_the_merged_province_stands_beside_its_predecessors(page):
    kin = page("08", "34", NORTH).kin

    assert [column.label for column in kin.columns] == [
        "Tỉnh, thành phố",
        "2022",
        "2023",
        "2024 (*)",
    ]
    assert cells(kin, "Hà Giang (cũ)")[1:] == ["0,4790 (57/63)", "0,6744 (37/63)", "0,7292 (25/63)"]
    assert cells(kin, "Tuyên Quang (cũ)")[1:] == [
        "0,5320 (48/63)",
        "0,6735 (38/63)",
        "0,6432 (49/63)",
    ]
    assert cells(kin, "Tuyên Quang")[1:] == ["0,5055 (28/34)", "0,6740 (19/34)", "0,6862 (22/34)"]


def test_the_break_is_explained_and_two_lists_are_not_compared(page):
    notes = page("08", "34", NORTH).kin_notes

    assert any("hai danh sách khác nhau không so được" in note for note in notes)
    assert notes[-1].startswith("(*) Từ năm đánh giá 2024")
    assert not any("2021" in note for note in notes)  # before the first year shown


def test_an_unchanged_province_has_no_predecessors(page):
    assert page("01", "34", "country").kin is None


def test_pillars_stand_beside_activities_only_in_years_with_weights(page):
    table = page("02", "63", BORDER).pillars

    assert [column.label for column in table.columns][1:3] == [
        "Hoạt động chính quyền số",
        "Trụ cột chính quyền số",
    ]
    assert cells(table, "2023")[1:3] == ["0,5860 (58/63)", "0,7481 (39/63)"]
    assert cells(table, "2024")[2::2] == ["–", "–", "–"]
    assert page("02", "63", BORDER).no_weights.startswith("Không có trụ cột năm 2024")


def test_the_standings_name_value_place_median_gap_and_cell(page):
    row = cells(page("02", "63", BORDER).standings, "Hạ tầng số")

    assert row == [
        "Hạ tầng số",
        "2024",
        "0,7321 điểm",
        "55/63",
        "6/7",
        "0,8690",
        "−0,1369",
        "−1,2",
        "chính thức",
        "dti_2024.xlsx: DTI 2024!E7",
    ]


def test_a_converted_figure_names_all_its_cells(page):
    shown = page("08", "34", NORTH)

    assert cells(shown.standings, "Hạ tầng số")[-1] == "dti_2024.xlsx: DTI 2024!E7, E10"
    assert any("DTI 2024!E7, E10" in line.cells[-1].text for line in shown.sources.lines)


def test_an_incomplete_table_gives_no_place_and_says_how_many_figures_there_are(page):
    row = cells(page("02", "63", BORDER).standings, "Tỷ lệ hộ nghèo (rà soát hằng năm)")

    assert row[3] == "– (có số 7/63)"


def test_what_is_not_known_is_named(page):
    shown = page("08", "34", NORTH)

    assert "Nhận thức số" in shown.missing
    assert "Nhận thức số" not in [line.cells[0].text for line in shown.standings.lines]


def test_a_sentence_counts_and_names_strengths_and_weaknesses(page):
    summary, strong, weak = page("02", "63", BORDER).sentences

    assert "Trong 10 chỉ số, chỉ tiêu so sánh được, Hà Giang tốt hơn" in summary
    assert "PAPI: phúc đáp 2024 (0,45 điểm, cao hơn trung vị 0,04 điểm)" in strong
    assert "hộ có máy vi tính 2023 (9,4%, thấp hơn trung vị 6,2 điểm phần trăm)" in weak


def test_a_small_group_says_why_there_is_nothing(page):
    shown = page("79", "34", "southeast")

    assert "ít nhất 5" in shown.too_few
    assert shown.sentences == ()


def test_the_heading_names_the_parts_and_the_facts_the_kind_of_the_day():
    assert heading("08", "34", "vi") == "Tuyên Quang (gồm Hà Giang và Tuyên Quang trước sắp xếp)"
    assert facts("75", "34", "2026-04-29", "vi").startswith("Tỉnh")
    assert facts("75", "34", "2026-11-23", "vi").startswith("Thành phố")
    assert facts("75", "63", "2026-11-23", "vi").startswith("Tỉnh")  # the list ended in 2025


def test_periods_are_short_on_an_axis():
    assert [short_period(one, "vi") for one in ("2024", "2024-08-31", "2024-Q3")] == [
        "2024",
        "31/8/2024",
        "quý III năm 2024",
    ]


def test_a_trend_begins_with_the_first_figure_and_keeps_gaps(official):
    figure = profile_years.trend_figure(trend(official, "dti_total", "02", "63", BORDER), "vi")

    assert isinstance(figure, TrendFigure)
    assert [one.words for one in figure.moments] == ["2022", "2023", "2024"]
    assert [one.rank for one in figure.moments] == [57, 37, 25]
    assert [one.joined for one in figure.moments] == [True, True, False]
    assert figure.moments[2].breaks


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_province_of_both_lists_has_a_profile(page, lang):
    for boundary in ("63", "34"):
        group = next(iter(groups_on(boundary)))
        for code in list(provinces(boundary))[:: 9 if lang == "vi" else 25]:
            shown = page(code, boundary, group, lang)
            assert shown.standings.lines, (boundary, code)
            assert all(
                len(line.cells) == len(shown.standings.columns) for line in shown.standings.lines
            )


def test_what_is_copied_from_illustrative_figures_says_so(tmp_path):
    store = open_store(Settings(home=tmp_path, database_url="", published="on", demo=True))
    release = store.current()
    assert release is not None
    figures = Figures(store, release)
    shown = profile_page(figures, "08", "34", NORTH, TODAY, "vi", ranked_anew(figures, "vi"))
    store.close()

    assert shown.source.startswith("SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC. Nguồn:")
    assert shown.sentences
    assert shown.kin is None
    assert shown.pillars is None
