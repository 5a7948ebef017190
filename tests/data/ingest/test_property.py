"""No bytes make reading raise, and no damage changes a number unseen."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from data.ingest import message, read_delivery
from data.ingest.numerals import read_column
from tests.fixtures.workbooks import csv, dti_rows, xlsx

WORKBOOK = xlsx(dti_rows())
FIGURES = {one.province_code: one.value for one in read_delivery(WORKBOOK, "a").observations}
MARKS = [b"PK\x03\x04", b"%PDF", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"\xff\xfe", b"", b"\x09\x08"]
QUICK = settings(max_examples=40, deadline=None)


@QUICK
@given(start=st.sampled_from(MARKS), rest=st.binary(max_size=400))
@example(start=b"\xff\xfe", rest=b"\x00")
@example(start=b"", rest=b"\xef\xbb\xbf")
def test_no_bytes_raise(start: bytes, rest: bytes):
    delivery = read_delivery(start + rest, "tep.xlsx")

    assert delivery.outcome == "refused"
    assert all(message(issue, "vi") for issue in delivery.issues)


@QUICK
@given(
    rows=st.lists(
        st.lists(
            st.sampled_from(
                [
                    "Hà Giang",
                    "Cao Bằng",
                    "CẢ NƯỚC",
                    "DTI",
                    "Năm",
                    "2023",
                    "0,5",
                    "-",
                    "",
                    "Nguồn: x",
                ]
            ),
            max_size=4,
        ),
        max_size=6,
    )
)
def test_no_table_raises(rows: list[list[str]]):
    delivery = read_delivery(csv(rows), "bang.csv")

    assert delivery.outcome in {"loads", "review", "refused"}
    assert all(message(issue, "en") for issue in delivery.issues)


@QUICK
@given(place=st.integers(0, len(WORKBOOK) - 1), byte=st.integers(0, 255))
def test_damage_never_gives_another_number(place: int, byte: int):
    damaged = WORKBOOK[:place] + bytes([byte]) + WORKBOOK[place + 1 :]

    delivery = read_delivery(damaged, "dti.xlsx")

    read = {one.province_code: one.value for one in delivery.observations}
    assert delivery.outcome != "loads" or read == FIGURES


@given(
    value=st.decimals(0, 10**7, places=3),
    decimal=st.sampled_from(".,"),
    is_grouped=st.booleans(),
)
def test_a_number_as_text_is_read_rightly_or_asked(value, decimal: str, is_grouped: bool):
    thousands = "," if decimal == "." else "."
    text = f"{value:,}" if is_grouped else f"{value:f}"
    written = text.translate(str.maketrans({",": thousands, ".": decimal}))

    (figure,) = read_column([written])

    assert figure.value == float(value) or figure.problem == "decimal_unclear"
