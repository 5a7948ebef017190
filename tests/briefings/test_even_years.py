"""Years that nobody published are seen as gaps, and no line runs across them."""

from briefings.even_years import spread
from charts.lines import Axis, BreakMark, Line, LinesFigure


def figure(periods, values, breaks=()):
    line = Line("Hà Giang", values, tuple(f"{one}" for one in values))
    return LinesFigure("", "", periods, (line,), Axis("%", 2), "", "", breaks)


def test_a_year_that_is_not_there_gets_an_empty_column():
    found = spread(figure(("2019", "2021", "2022"), (5.0, 4.0, 3.0)), ["2019", "2021", "2022"])

    assert found.periods == ("2019", "2020", "2021", "2022")
    assert found.lines[0].values == (5.0, None, 4.0, 3.0)
    assert found.lines[0].hover == ("5.0", "", "4.0", "3.0")


def test_a_break_stays_before_its_year():
    mark = BreakMark(1, "chuẩn mới")
    found = spread(figure(("2019", "2022"), (5.0, 3.0), (mark,)), ["2019", "2022"])

    assert [one.before for one in found.breaks] == [3]


def test_quarters_and_days_stay_as_they_are():
    shown = figure(("30/9/2022", "31/8/2024"), (5.0, 3.0))

    assert spread(shown, ["2022-09-30", "2024-08-31"]) is shown
