"""The decimal mark of a column is what its clear numbers prove."""

import datetime

import pytest

from data.ingest.book import Fault
from data.ingest.numerals import Problem, read_column


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0,7292", 0.7292),
        ("0.729", 0.729),
        ("1.234.567", 1_234_567),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("42 189", 42189),
        ("42\u00a0189 (1)", 42189),
        ("12,5*", 12.5),
        ("28,94%", 28.94),
        ("\u22120,36", -0.36),
        ("12345,678", 12345.678),
        ("2024", 2024),
    ],
)
def test_a_clear_number_is_read_by_itself(text: str, value: float):
    assert [figure.value for figure in read_column([text])] == [value]


def test_a_number_with_two_readings_is_a_question():
    (figure,) = read_column(["1.234"])

    assert (figure.value, figure.problem) == (None, Problem.UNCLEAR)
    assert figure.readings == (1234.0, 1.234)


def test_a_clear_neighbour_decides():
    assert [figure.value for figure in read_column(["1.234", "0,5"])] == [1234.0, 0.5]
    assert [figure.value for figure in read_column(["1.234", "0.5"])] == [1.234, 0.5]


def test_neighbours_that_contradict_each_other_decide_nothing():
    unclear, *_ = read_column(["1.234", "0,5", "0.5"])

    assert unclear.problem == Problem.UNCLEAR


@pytest.mark.parametrize("text", ["1,23,4", "1.2345.678", "12,5 điểm", "0,72 92", "4 2189"])
def test_what_only_looks_like_a_number_is_none(text: str):
    (figure,) = read_column([text])

    assert (figure.value, figure.problem) == (None, Problem.TEXT)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        (None, Problem.BLANK),
        ("\u200b", Problem.BLANK),
        ("…", Problem.MISSING),
        (" X ", Problem.MISSING),
        ("–", Problem.DASH),
        (True, Problem.TEXT),
        ("#N/A", Problem.ERROR),
        ("(5)", Problem.TEXT),
        ("*", Problem.TEXT),
        ("%", Problem.TEXT),
        (Fault("#REF!"), Problem.ERROR),
        (Fault("", is_formula=True), Problem.FORMULA),
        (datetime.date(2024, 7, 2), Problem.DATE),
    ],
)
def test_a_cell_without_a_number_says_why(cell: object, problem: Problem):
    (figure,) = read_column([cell])  # type: ignore[list-item]

    assert (figure.value, figure.problem) == (None, problem)


def test_a_rank_and_a_score_in_one_cell_give_the_score():
    cells = ["01 (0,727)", "2 (0,71)", "…", "63 (0,4)"]

    assert [figure.value for figure in read_column(cells)] == [0.727, 0.71, None, 0.4]


def test_one_number_in_brackets_among_others_is_no_score():
    """In a column of plain numbers nobody knows what "12 (0,5)" means."""
    (figure, *_) = read_column(["12 (0,5)", "0,4"])

    assert (figure.value, figure.problem) == (None, Problem.TEXT)


def test_a_number_in_brackets_behind_a_figure_is_a_footnote():
    assert [figure.value for figure in read_column(["12 (1)", "13 (12)"])] == [12, 13]


@pytest.mark.parametrize("broken", ["0,72 92", "0, 7292", "0 ,7292", "0,7 2 9 2"])
def test_a_number_that_a_blank_broke_is_read_where_its_column_proves_it(broken: str):
    figure, *_ = read_column([broken, "0,7123", "0,5001", "0,6000"])

    assert figure.value == 0.7292


@pytest.mark.parametrize(
    "others", [[], ["0,71", "0,5", "0,6"], ["0,7123", "0,51", "0,6"]], ids=["none", "two", "mixed"]
)
def test_a_broken_number_that_does_not_fit_its_column_is_no_number(others: list[str]):
    figure, *_ = read_column(["0,72 92", *others])

    assert (figure.value, figure.problem) == (None, Problem.TEXT)
