"""Who rose and fell most, in the group that is looked at."""

from dataclasses import replace

from briefings.movers import movers, movers_table


def test_the_largest_rises_come_first_and_the_largest_falls_last(total):
    table = movers_table(total("2024", "63"), "vi", home="28")
    rows = [[cell.text for cell in line.cells] for line in table.lines]

    assert len(rows) == 10
    assert {row[0] for row in rows[:2]} == {"Hòa Bình", "Bắc Kạn"}
    assert rows[0][1] == rows[1][1] == "tăng 26"
    assert rows[-1][:2] == ["Tiền Giang", "giảm 28"]


def test_both_places_stand_beside_the_change(total):
    rows = {
        line.cells[0].text: [cell.text for cell in line.cells]
        for line in movers_table(total("2024", "63", "northern-mountain-border"), "vi").lines
    }

    assert rows["Hà Giang"] == ["Hà Giang", "tăng 12", "37", "25"]


def test_who_did_not_move_is_in_neither_list(total):
    found = total("2024", "63")
    still = tuple(replace(row, rank_change=0) for row in found.everyone)

    assert movers(replace(found, everyone=still)) == ((), ())


def test_home_is_marked(total):
    table = movers_table(total("2024", "63", "northern-mountain-border"), "vi", home="02")

    assert [line.cells[0].text for line in table.lines if line.is_home] == ["Hà Giang"]


def test_no_province_stands_in_both_lists(total):
    rises, falls = movers(total("2024", "34", "northern-midlands-mountains"))

    assert not {row.province_code for row in rises} & {row.province_code for row in falls}
    assert all(row.rank_change > 0 for row in rises)
    assert all(row.rank_change < 0 for row in falls)
