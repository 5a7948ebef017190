"""What stands in a column is never lost without a word."""

from data.ingest import message, read_delivery
from tests.fixtures.workbooks import Rows, names, xlsx


def _text(rows: list[str]) -> bytes:
    return "\n".join(rows).encode()


def test_a_decimal_comma_lost_its_decimals_in_a_comma_separated_file():
    """`Hà Nội,300,1` under two headings loaded 300 and lost the rest."""
    lines = ["Tỉnh,Dân số trung bình 2023", *(f"{name},300,1" for name in names())]

    delivery = read_delivery(_text(lines), "danso.csv")

    (issue,) = delivery.issues
    assert (delivery.outcome, issue.code, issue.cell) == (
        "refused",
        "issue.row_too_wide",
        "danso!C2",
    )
    assert "3 ô nhưng chỉ có 2 tiêu đề" in message(issue, "vi")


def test_one_split_number_is_enough_to_refuse():
    lines = ["Tỉnh,Dân số trung bình 2023", *(f"{name},300" for name in names())]
    lines[5] += ",1"

    assert read_delivery(_text(lines), "a.csv").outcome == "refused"


def test_commas_at_the_end_and_words_beside_the_table_are_harmless():
    lines = ["Tỉnh,Dân số trung bình 2023,,", *(f"{name},300,," for name in names())]
    lines[5] += "xem lại"

    assert read_delivery(_text(lines), "a.csv").outcome == "loads"


def test_figures_as_texts_under_an_unknown_heading_were_dropped_without_a_note():
    rows: Rows = [["Tỉnh", "DTI 2023", "Độ phủ mạng"], *([n, 0.5, "12,5"] for n in names())]

    (issue,) = read_delivery(xlsx(rows), "dti.xlsx").issues

    assert (issue.code, issue.found) == ("issue.column_left_out", "Độ phủ mạng")


def test_a_running_number_needs_no_heading_in_a_text_file_either():
    lines = [",Tỉnh,DTI 2023", *(f"{n},{name},0.5" for n, name in enumerate(names(), start=1))]

    assert read_delivery(_text(lines), "a.csv").issues == ()
