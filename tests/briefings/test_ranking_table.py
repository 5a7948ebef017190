"""The ranking as a table: which columns there are, in what order the rows stand."""

from dataclasses import replace

import pytest

from briefings.ranking_table import (
    change_words,
    close_words,
    place_words,
    ranking_table,
    status_words,
    why_no_change,
    withheld_sentences,
)

BORDER = "northern-mountain-border"
NORTH = "northern-midlands-mountains"


def heads(table):
    return [column.label for column in table.columns]


def column(table, start):
    """Give the cells under the heading that starts so."""
    place = next(place for place, label in enumerate(heads(table)) if label.startswith(start))
    return [line.cells[place] for line in table.lines]


def test_a_group_stands_best_first_with_places_of_both(total):
    table = ranking_table(total("2024", "63", BORDER), "vi", home="02")

    assert [cell.text for cell in column(table, "Tỉnh")][:3] == [
        "Điện Biên",
        "Lạng Sơn",
        "Hà Giang",
    ]
    assert [line.is_home for line in table.lines] == [False, False, True, *[False] * 4]
    assert [cell.text for cell in column(table, "Thứ hạng (trong 63)")][2] == "25"
    assert [cell.text for cell in column(table, "Trong nhóm 7")][2] == "3"


def test_points_across_the_break_have_no_column_and_places_do(total):
    assert "Thay đổi giá trị" not in heads(ranking_table(total("2024", "63"), "vi"))
    assert "Thay đổi bậc so với năm 2023" in heads(ranking_table(total("2024", "63"), "vi"))
    assert "Thay đổi giá trị" in heads(ranking_table(total("2023", "63"), "vi"))


def test_the_country_has_no_column_for_the_group(total):
    assert not [one for one in heads(ranking_table(total("2024", "63"), "vi")) if "nhóm" in one]


def test_an_incomplete_year_has_no_places_and_says_how_many_figures(total):
    found = total("2021", "63")

    assert not [one for one in heads(ranking_table(found, "vi")) if one.startswith("Thứ hạng")]
    why, instead = withheld_sentences(found, "vi")
    assert why == "Không xếp hạng: chỉ có số của 4/63 tỉnh, thành phố năm 2021."
    assert "“Thứ hạng DTI theo công bố”" in instead


def test_provinces_without_a_figure_stand_last_in_vietnamese_order(total):
    names = [cell.text for cell in column(ranking_table(total("2021", "63"), "vi"), "Tỉnh")]

    assert names.index("An Giang (cũ)") >= 4
    assert names[-3:] == ["Vĩnh Long (cũ)", "Vĩnh Phúc", "Yên Bái"]
    assert names.index("Cần Thơ (cũ)") < names.index("Đắk Lắk (cũ)") < names.index("Gia Lai (cũ)")
    assert names.index("Hà Tĩnh") < names.index("Hải Dương") < names.index("Hậu Giang")


def test_names_are_sorted_by_their_place_in_the_vietnamese_alphabet(total):
    cells = column(ranking_table(total("2022", "63"), "vi"), "Tỉnh")
    names = [cell.text for cell in sorted(cells, key=lambda cell: cell.order)]

    assert names[:4] == ["An Giang (cũ)", "Bà Rịa - Vũng Tàu", "Bạc Liêu", "Bắc Giang"]
    assert names.index("Điện Biên") == names.index("Đắk Nông") + 1
    assert names[-1] == "Yên Bái"


def test_a_missing_value_is_written_in_no_way_that_looks_like_a_number(total):
    table = ranking_table(total("2021", "63"), "vi")
    missing = [line for line in table.lines if line.cells[1].order is None]

    assert len(missing) == 59
    assert {line.cells[1].text for line in missing} == {"…"}
    assert place_words(None, False, "vi") == "–"


def test_ties_and_moves_are_said_in_words():
    assert place_words(15, True, "vi") == "15 (đồng hạng)"
    assert [change_words(one, "vi") for one in (12, -11, 0, None)] == [
        "tăng 12",
        "giảm 11",
        "giữ nguyên",
        "–",
    ]


def test_scores_within_a_hundredth_point_are_named(total):
    found = total("2023", "63", BORDER)

    assert close_words(found, found.row("02"), "vi") == "Lào Cai (cũ)"
    crowd = total("2023", "63")
    assert close_words(crowd, crowd.row("02"), "vi").endswith("tỉnh, thành phố")


def test_a_difference_of_exactly_a_hundredth_is_not_close(total):
    """0.6744 and 0.6844 differ by 0.01: "dưới 0,01" is less."""
    found = total("2023", "63", BORDER)
    home = replace(found.row("02"), value=0.6744)
    other = replace(found.row("10"), value=0.6844)
    found = replace(found, everyone=(other, home))

    assert close_words(found, home, "vi") == ""


def test_a_converted_figure_names_its_rule_and_both_cells(total):
    found = total("2022", "34", NORTH)
    table = ranking_table(found, "vi")
    name = [cell.text for cell in column(table, "Tỉnh")].index("Tuyên Quang")

    assert status_words(found.row("08"), "vi").startswith("Quy đổi: trung bình cộng")
    assert column(table, "Nguồn")[name].text.count("!") == 2


def test_poverty_has_no_close_scores(ranked):
    table = ranking_table(ranked("poverty_rate_nso", "2023", "63"), "vi")

    assert not [one for one in heads(table) if one.startswith("Sát điểm")]
    assert column(table, "Thứ hạng (trong 63)")[0].text == "1"


def test_the_reason_of_a_withheld_change_is_said_in_both_languages(total):
    assert why_no_change(total("2022", "63"), "vi").startswith("Số liệu của một trong hai kỳ")
    assert why_no_change(total("2022", "63"), "en")


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_every_published_ranking_makes_a_table(ranked, official, lang):
    """Whatever a reader can choose: as many cells as headings, no text without its blanks."""
    for boundary in ("63", "34"):
        for indicator in official.indicators(boundary):
            for period in official.periods(indicator, boundary)[-2:]:
                found = ranked(indicator, period, boundary, NORTH, lang)
                table = ranking_table(found, lang)
                assert {len(line.cells) for line in table.lines} == {len(table.columns)}
                assert len(table.lines) == found.group_size
                assert "{" not in table.caption
                if found.rank_change_withheld:
                    assert why_no_change(found, lang)
                withheld_sentences(found, lang)
