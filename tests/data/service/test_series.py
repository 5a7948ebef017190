"""One province over the years, with its breaks; places of a group side by side."""

from data.service.series import grid, series


def test_a_series_names_the_break_before_the_year_that_must_not_be_joined(official):
    points = series(official, "dti_total", "02", "63").points

    assert [point.period for point in points] == ["2020", "2021", "2022", "2023", "2024"]
    assert [point.break_before for point in points] == [
        "",
        "break.dti_2021",
        "",
        "",
        "break.dti_2024",
    ]
    assert [(point.rank, point.n) for point in points[2:]] == [(57, 63), (37, 63), (25, 63)]


def test_a_year_without_a_value_stays_a_gap(official):
    first = series(official, "dti_total", "02", "63").points[0]

    assert (first.value, first.status, first.rank, first.withheld) == (
        None,
        "M",
        None,
        "incomplete",
    )


def test_a_series_on_the_new_list_reaches_back_by_merging(official):
    found = series(official, "dti_total", "08", "34")

    assert [(point.value, point.status) for point in found.points[2:]] == [
        (0.5055, "D"),
        (0.67395, "D"),
        (0.6862, "D"),
    ]


def test_the_review_and_the_undated_figure_of_2021_are_parted_by_breaks(official):
    points = {
        point.period: point for point in series(official, "poverty_rate_molisa", "02", "63").points
    }

    assert points["2021"].value == 18.54
    assert points["2022"].break_before == "break.poverty_2022"


def test_a_grid_has_a_place_for_each_member_and_year_and_says_which_years_have_none(official):
    found = grid(official, "dti_total", "63", "northern-mountain-border")

    places = {line.name: [place.rank for place in line.places] for line in found.lines}
    assert places["Hà Giang"] == [None, None, 57, 37, 25]
    assert [column.withheld for column in found.columns] == ["incomplete", "incomplete", "", "", ""]
    assert [line.name for line in found.lines][:2] == ["Điện Biên", "Lạng Sơn"]
