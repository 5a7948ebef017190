"""However a column of figures is written: each is read rightly, or a person is asked."""

from decimal import Decimal

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from data.ingest.book import Book, Cell, Sheet
from data.ingest.delivery import read_sheets
from data.ingest.issues import Severity
from data.ingest.numerals import read_column
from data.ingest.one_table import Hints
from data.ingest.questions import Given
from tests.fixtures.workbooks import names

KINDS = {
    "DTI 2023": ("0.02", "1", (2, 3, 4)),
    "Tỷ lệ hộ nghèo (rà soát) 2023": ("0.02", "99", (0, 1, 2, 3)),
    "Số điểm QR 31/8/2024": ("1", "4900000", (0,)),
}
"""Headings with the lowest and highest figure below them and how many decimals are printed."""
STYLES = st.tuples(
    st.sampled_from(",."), st.sampled_from(["", "other", " ", "\u00a0"]), st.booleans()
)


def written(value: Decimal, decimals: int, style: tuple[str, str, bool]) -> str:
    """Print a figure with a decimal mark, a mark between thousands, and decimals cut or not."""
    mark, thousands, is_cut = style
    plain = f"{value:,.{decimals}f}"
    if is_cut and "." in plain:
        plain = plain.rstrip("0").rstrip(".")
    between = {"other": "." if mark == "," else ","}.get(thousands, thousands)
    return plain.replace(",", "\0").replace(".", mark).replace("\0", between)


@st.composite
def columns(draw: st.DrawFn) -> tuple[str, list[Decimal], list[str]]:
    """A heading, its figures, and how they are printed; "%" and footnotes on some."""
    heading = draw(st.sampled_from(list(KINDS)))
    low, high, places = KINDS[heading]
    decimals = draw(st.sampled_from(places))
    figures = st.decimals(Decimal(low), Decimal(high), places=decimals, allow_nan=False)
    values = draw(st.lists(figures, min_size=1, max_size=8))
    style = draw(STYLES)
    mark = draw(st.sampled_from(["", "*", " (1)", "%" if "Tỷ lệ" in heading else ""]))
    return heading, values, [written(value, decimals, style) + mark for value in values]


@settings(max_examples=250, deadline=None)
@given(column=columns())
@example(column=("Số điểm QR 31/8/2024", [Decimal(1234)], ["1.234"]))
@example(column=("DTI 2023", [Decimal("1.000")], ["1.000"]))
def test_no_figure_is_ten_or_a_thousand_times_off_without_a_question(
    column: tuple[str, list[Decimal], list[str]],
):
    heading, values, cells = column

    observations, told = _read(heading, list(cells))

    assert observations == [float(value) for value in values] or _is_asked(told)


@settings(max_examples=150, deadline=None)
@given(column=columns(), factor=st.sampled_from([10, 100, 1000, 10**6]), as_text=st.booleans())
def test_another_scale_is_a_question(
    column: tuple[str, list[Decimal], list[str]], factor: int, as_text: bool
):
    """A whole column that is printed as parts of 10, 100 or 1,000."""
    heading, values, _ = column
    assume("QR" not in heading)
    moved = [value * factor for value in values]
    cells: list[Cell] = [str(one).replace(".", ",") if as_text else float(one) for one in moved]
    # Figures that are possible on both scales are what they say.
    assume(any(not 0 <= float(one) <= (1 if "DTI" in heading else 100) for one in moved))

    _, told = _read(heading, cells)

    assert _is_asked(told)


@settings(max_examples=60, deadline=None)
@given(shares=st.lists(st.decimals(Decimal("0.0001"), 1, places=4), min_size=1, max_size=8))
def test_percents_that_a_spreadsheet_holds_as_shares_are_a_question(shares: list[Decimal]):
    _, told = _read("Tỷ lệ hộ nghèo (rà soát) 2023", [float(one) for one in shares])

    assert _is_asked(told)


@settings(max_examples=200, deadline=None)
@given(column=columns(), place=st.integers(1, 8))
def test_a_number_that_a_blank_breaks_is_read_rightly_or_not_at_all(
    column: tuple[str, list[Decimal], list[str]], place: int
):
    _, values, cells = column
    first = cells[0]
    cells[0] = f"{first[:place]} {first[place:]}".strip()
    unbroken = read_column([first, *cells[1:]])[0].value

    figure = read_column(cells)[0]

    assert figure.value in (None, float(values[0]), unbroken)


def _read(heading: str, cells: list[Cell]) -> tuple[list[float | None], list[str]]:
    listed = names()[: len(cells)]
    rows: list[tuple[Cell, ...]] = [("Tỉnh", heading), *zip(listed, cells, strict=True)]
    hints = Hints(None, None, None, {})
    observations, issues = read_sheets(Book((Sheet("A", tuple(rows)),)), hints, Given())
    # That few provinces have a figure is a question of its own.
    told = [
        one.code
        for one in issues
        if one.severity != Severity.NOTE and one.code != "issue.missing_province"
    ]
    return [one.value for one in observations], told


def _is_asked(told: list[str]) -> bool:
    return bool(told)
