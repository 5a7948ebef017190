"""Findings of the published figures: what they state, what they refuse, what stands beside them."""

from contextlib import suppress

import pytest

from briefings import findings
from charts.bars import BarsFigure
from charts.lines import LinesFigure
from charts.map.figure import MapFigure
from charts.stacked import StackedFigure
from charts.stacked_svg import total_of
from charts.table import Table
from data.errors import UnknownPeriod, UnknownProvince
from data.reference import groups, provinces
from data.service import illustrative
from data.settings import settings
from tests.briefings.findings_of import BORDER, MADE, NORTH, group, province

LONGEST = 118  # letters of a title that fits the head of a slide in two lines
AREA = {"63": "north-central-and-central-coast", "34": "southeast"}


@pytest.fixture(scope="module")
def invented(tmp_path_factory):
    """Give the illustrative payments, which stand in a store of their own."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DTI_HOME", str(tmp_path_factory.mktemp("apart")))
        settings.cache_clear()
        yield illustrative.figures()
    settings.cache_clear()


def kinds(found):
    return [one.kind for one in found]


def test_a_group_of_a_full_year_is_told_in_eight_figures(official):
    found = group(official, NORTH, "34", "2024")

    assert kinds(found) == ["map", "bars", "lines", "table", "bars", "table", "scatter", "table"]
    assert len({one.id for one in found}) == 8


def test_titles_say_what_was_found(official):
    found = [one.title for one in group(official, NORTH, "34", "2024")]

    assert found[0] == "DTI năm 2024: Điện Biên dẫn đầu nhóm với 0,7651 điểm"
    assert found[2] == (
        "Từ năm 2022 đến năm 2024: Thái Nguyên tăng 18 bậc (từ thứ 26 lên thứ 8/34), "
        "nhiều nhất trong nhóm"
    )
    assert found[3] == (
        "So với năm 2023: Thái Nguyên tăng 15 bậc, Lạng Sơn giảm 8 bậc, nhiều nhất trong nhóm"
    )


def test_the_home_province_has_its_place_in_the_title(official):
    found = findings.of_figure(
        official, "map", "dti_total", "2024", "34", NORTH, "vi", MADE, home="08"
    )

    assert found.title == (
        "DTI năm 2024: Điện Biên dẫn đầu nhóm với 0,7651 điểm; Tuyên Quang xếp thứ 7/9"
    )
    assert isinstance(found.figure, MapFigure)
    assert found.figure.home == "08"


def test_a_converted_place_is_said_to_correspond(official):
    found = province(official, "08", "34", NORTH, "2024")

    assert found[0].title == (
        "Tuyên Quang đạt 0,6862 điểm DTI năm 2024, tương ứng thứ 22/34 và thứ 7/9 trong nhóm"
    )
    assert found[0].notes.marks == ("Quy đổi: trung bình cộng các tỉnh, thành phố cũ",)


@pytest.mark.parametrize(
    ("boundary", "period", "lang", "most"),
    [("63", "2023", "vi", LONGEST), ("34", "2024", "en", 125), ("63", "2021", "vi", LONGEST)],
)
def test_every_title_is_short_enough_for_a_slide(official, boundary, period, lang, most):
    there = [name for name, one in groups().items() if one.members.get(boundary)]
    found = [one for name in there for one in known(official, name, boundary, period, lang)]

    assert found
    assert [one.title for one in found if len(one.title) > most] == []


def known(official, *asked):
    """Give what there is of a group: in 2021 most have nothing."""
    with suppress(UnknownPeriod):
        return group(official, *asked)
    return ()


@pytest.mark.parametrize("boundary", ["63", "34"])
def test_titles_about_a_province_with_a_long_name_are_short_enough(official, boundary):
    long = sorted(provinces(boundary), key=lambda code: -len(provinces(boundary)[code].name["vi"]))
    found = [
        one
        for code in long[:3]
        for one in province(official, code, boundary, AREA[boundary], "2024")
    ]

    assert [one.title for one in found if len(one.title) > LONGEST] == []


def test_parts_of_the_dti_are_shown_where_the_weights_are_known_and_add_up(official):
    found = next(one for one in group(official, BORDER, "63", "2023") if one.kind == "stacked")
    figure = found.figure
    assert isinstance(figure, StackedFigure)

    published = official.table("dti_total", "2023", "63")
    for row, code in enumerate(figure.codes):
        assert total_of(figure, row) == pytest.approx(published[code].value, abs=1e-12)
    names = [part.name for part in figure.parts]
    assert names[0] == "4 chỉ số nền tảng còn lại"
    leader = figure.codes.index("20")  # Lạng Sơn: 0,8489 × 0,20
    assert figure.parts[2].values[leader] == pytest.approx(0.16978, abs=1e-9)
    assert "4 chỉ số nền tảng còn lại: tính từ số đã công bố" in found.notes.marks


def test_without_weights_a_table_of_the_indices_stands_instead_and_says_why(official):
    found = group(official, NORTH, "34", "2024")
    table = next(one for one in found if one.id.startswith("dti_indices"))

    assert "stacked" not in kinds(found)
    assert table.said[0].startswith("Chưa có trọng số năm 2024")
    assert isinstance(table.figure, Table)
    assert [cell.text for cell in table.figure.lines[0].cells][:2] == [
        "Điện Biên",
        "0,9466 (11/34)",
    ]
    assert table.figure.lines[-1].cells[0].text == "Trung vị nhóm"


def test_an_incomplete_year_has_no_leader_and_no_places(official):
    found = group(official, "country", "63", "2021")

    assert kinds(found) == ["map", "bars", "table"]
    assert found[0].title == ("DTI năm 2021: có số của 4/63 tỉnh, thành phố nên không xếp hạng")
    assert found[0].notes.marks[-1] == ("DTI, năm 2021: chưa có số liệu của 59/63 tỉnh, thành phố")


def test_whose_figure_is_missing_is_named(official):
    found = findings.of_figure(
        official, "bars", "papi_egov_responsiveness", "2024", "34", "country", "vi", MADE
    )

    names = [row.cells[0].text for row in found.numbers.lines if row.cells[1].order is None]
    assert len(names) == 2
    assert all(name in found.notes.marks[-1] for name in names)


def test_places_cross_a_change_of_method_for_reference_only_and_values_never(official):
    lines = [one for one in province(official, "08", "34", NORTH, "2024") if one.kind == "lines"]
    values, places = (one.figure for one in lines)
    assert isinstance(values, LinesFigure)
    assert isinstance(places, LinesFigure)

    assert [(mark.before, mark.joins) for mark in places.breaks] == [(2, True)]
    assert all(not mark.joins for mark in values.breaks)
    assert values.breaks
    assert places.axis.reverse
    assert lines[1].said[-1].endswith("chỉ để tham khảo.")
    assert lines[1].notes.unit == "thứ hạng"
    assert all("405/QĐ-BKHCN" in one.notes.breaks[-1] for one in lines)


def test_a_merged_province_stands_beside_its_predecessors_and_others_do_not(official):
    merged = province(official, "08", "34", NORTH, "2024")
    whole = province(official, "11", "34", NORTH, "2024")

    kin = next(one for one in merged if "before-after" in one.id)
    assert kin.title == (
        "Trước sắp xếp, năm 2024: Hà Giang (cũ) thứ 25/63; Tuyên Quang (cũ) thứ 49/63"
    )
    assert "63 tỉnh" in kin.notes.boundary
    assert not any("before-after" in one.id for one in whole)
    assert 5 <= len(whole) < len(merged) <= 7


def test_payments_stand_in_the_set_only_where_there_is_a_figure(official):
    country = [one.id for one in group(official, "country", "63", "2024")]
    north = [one.id for one in group(official, NORTH, "34", "2024")]

    assert any(name.startswith("qr_") for name in country)
    assert not any(name.startswith("qr_") for name in north)


def test_a_document_is_named_with_its_publisher_title_and_address(official):
    notes = group(official, BORDER, "63", "2024")[0].notes

    assert notes.sources == (
        "dti.gov.vn, qua bản chép của bên thứ ba: Xếp hạng chuyển đổi số năm 2024, 63 tỉnh "
        "(công bố ngày 21/10/2025). https://dti.gov.vn/xep-hang-2024-63-tinh",
    )
    assert notes.made == "23/11/2026"
    assert notes.day == MADE
    assert notes.release == official.release.id


def test_only_maps_speak_of_borders(official):
    found = group(official, NORTH, "34", "2024")

    assert "OpenStreetMap" in found[0].notes.licence
    assert found[0].notes.disclaimer == (
        "Sơ đồ minh họa, không có giá trị pháp lý về địa giới đơn vị hành chính"
    )
    assert all(not one.notes.licence and not one.notes.disclaimer for one in found[1:])


def test_the_scatter_is_of_the_newest_year_with_both_and_never_of_a_later_one(official):
    later = next(one for one in group(official, NORTH, "34", "2024") if one.kind == "scatter")

    assert later.title == (
        "Năm 2023: tỷ lệ hộ nghèo cao hơn thường đi với DTI thấp hơn, nhưng liên hệ yếu "
        "(r = −0,39; n = 34)"
    )
    assert "scatter" not in kinds(group(official, NORTH, "34", "2022"))


def test_the_same_question_gives_the_same_findings(official):
    again = findings.of_group(official, NORTH, "34", "2024", "vi", MADE)

    assert again == group(official, NORTH, "34", "2024")


def test_a_group_without_any_total_in_the_period_is_refused(official):
    """Such a deck said on three slides that there are no figures yet."""
    with pytest.raises(UnknownPeriod):
        findings.of_group(official, NORTH, "63", "2021", "vi", MADE)


def test_what_is_not_there_is_refused_by_name(official):
    with pytest.raises(UnknownPeriod):
        findings.of_group(official, NORTH, "34", "2031", "vi", MADE)
    with pytest.raises(UnknownProvince):
        findings.of_province(official, "99", "34", NORTH, "2024", "vi", MADE)
    with pytest.raises(UnknownPeriod):
        findings.of_figure(official, "stacked", "area", "2023", "34", NORTH, "vi", MADE)
    about = ("dti_total", "2021", "34", NORTH, "vi", MADE)
    with pytest.raises(UnknownPeriod):
        findings.of_figure(official, "lines", *about)


def test_illustrative_figures_are_known_as_such(invented):
    about = ("qr_acceptance_points_per_1000", "2024", "34", NORTH, "vi", MADE)
    found = findings.of_figure(invented, "bars", *about)

    assert found.notes.illustrative
    assert ("Tình trạng số liệu", "SỐ LIỆU MINH HỌA, KHÔNG PHẢI SỐ LIỆU THỰC") in (
        found.notes.fields("vi")
    )


def over_years(official, kind, indicator="dti_total", boundary="63", home="02"):
    where = (indicator, "2023", boundary, NORTH)
    return findings.of_figure(official, kind, *where, "vi", MADE, home=home)


def test_lines_of_a_page_are_of_all_years_whatever_year_is_chosen(official):
    places, values = over_years(official, "places"), over_years(official, "values")

    assert isinstance(places.figure, LinesFigure)
    assert places.figure.periods == ("2022", "2023", "2024")
    assert places.title == "So với năm 2023, Hà Giang tăng 12 bậc (từ thứ 37 lên thứ 25/63)"
    assert places.figure.axis.reverse
    assert isinstance(values.figure, LinesFigure)
    assert values.figure.periods[-1] == "2024"
    home = next(line for line in values.figure.lines if line.is_home)
    assert home.values[-3:] == (0.479, 0.6744, 0.7292)


def test_the_trend_of_a_province_is_told_by_its_own_newest_value(official):
    """Nobody published a review of 2024 and 2025 for Hà Giang; years without any are gaps."""
    found = over_years(official, "trend", "poverty_rate_molisa")

    assert found.title.startswith("Tỷ lệ hộ nghèo (rà soát) năm 2023: Hà Giang")
    assert isinstance(found.figure, LinesFigure)
    years = found.figure.periods
    assert list(years) == [str(year) for year in range(int(years[0]), 2026)]
    own = dict(zip(years, found.figure.lines[0].values, strict=True))
    assert (own["2021"], own["2022"], own["2023"], own["2025"]) == (18.54, None, 31.12, None)


def test_a_province_without_any_value_has_no_trend(official):
    with pytest.raises(UnknownPeriod):
        over_years(official, "trend", "qr_acceptance_points", home="04")


def test_bars_of_an_incomplete_list_of_payments_leave_out_who_reported_nothing(official):
    found = findings.of_figure(
        official, "bars", "qr_acceptance_points", "2024-08-31", "63", "country", "vi", MADE
    )

    assert isinstance(found.figure, BarsFigure)
    assert 0 < len(found.figure.bars) < 10
    assert len(found.numbers.lines) == 63


def test_of_many_leaders_only_the_number_is_said(official):
    where = ("dti_infrastructure", "2024", "63", "country", "vi", MADE)
    found = findings.of_figure(official, "map", *where)

    assert found.title == (
        "Hạ tầng số năm 2024: 10 tỉnh, thành phố cùng dẫn đầu 63 tỉnh, thành phố với 1,0000 điểm"
    )
