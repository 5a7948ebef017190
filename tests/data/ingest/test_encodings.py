"""Letters from before Unicode become Unicode, or nothing is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.ingest import message, read_delivery
from data.ingest.book import Book, Sheet
from data.ingest.encodings import READERS, in_unicode
from data.reference import boundaries, provinces
from tests.fixtures.formats import windows_1258, xls
from tests.fixtures.old_letters import in_tcvn3, in_vni
from tests.fixtures.workbooks import Rows, csv, dti_rows, xlsx

NAMES = [one.name.vi for list_ in boundaries() for one in provinces(list_.id).values()]
LATIN = {"TCVN3 (ABC)": in_tcvn3, "VNI": in_vni}
CAPITALS = [name for name in NAMES if not in_tcvn3(name).isascii()]


def _rewritten(rows: Rows, write) -> Rows:
    return [[write(cell) if isinstance(cell, str) else cell for cell in row] for row in rows]


def _values(content: bytes, name: str = "dti") -> dict[str, float | None]:
    delivery = read_delivery(content, name)
    assert delivery.outcome == "loads", [message(issue, "vi") for issue in delivery.issues]
    return {one.province_code: one.value for one in delivery.observations}


EXPECTED = _values(xlsx(dti_rows()))


@pytest.mark.parametrize("encoding", LATIN)
def test_every_name_of_both_lists_is_read_letter_for_letter(encoding: str):
    read = {name: READERS[encoding](LATIN[encoding](name).encode("latin-1")) for name in NAMES}

    assert read == {name: name for name in NAMES}


def test_windows_1258_is_read_letter_for_letter():
    read = {name: READERS["Windows-1258"](windows_1258(name)) for name in NAMES}

    assert read == {name: name for name in NAMES}


@pytest.mark.parametrize("case", [str, str.upper, str.lower])
def test_vni_is_read_in_capitals_too(case):
    read = [READERS["VNI"](in_vni(case(name)).encode("latin-1")) for name in NAMES]

    assert read == [case(name) for name in NAMES]


@pytest.mark.parametrize(
    ("encoding", "write"),
    [
        ("TCVN3 (ABC)", lambda text: in_tcvn3(text).encode("latin-1")),
        ("VNI", lambda text: in_vni(text).encode("latin-1")),
        ("Windows-1258", windows_1258),
    ],
)
def test_a_text_file_of_an_old_encoding_loads_and_says_so(encoding: str, write):
    content = write(csv(dti_rows()).decode())

    delivery = read_delivery(content, "dti.csv")

    told = [one for one in delivery.issues if one.code == "issue.encoding_converted"]
    assert _values(content) == EXPECTED
    assert (told[0].cell, told[0].expected, told[0].about) == ("dti!B4", "Hà Nội", encoding)
    assert len(told) == 5
    assert delivery.issues[-1].code == "issue.more"


@pytest.mark.parametrize("encoding", LATIN)
def test_old_fonts_in_a_workbook_load_with_old_and_new_side_by_side(encoding: str):
    content = xlsx(_rewritten(dti_rows(), LATIN[encoding]))

    delivery = read_delivery(content, "dti.xlsx")

    assert _values(content) == EXPECTED
    assert (delivery.issues[1].found, delivery.issues[1].expected) == (
        LATIN[encoding]("Hà Giang"),
        "Hà Giang",
    )
    assert message(delivery.issues[1], "vi") == (
        f'Ô B5 (trang tính "DTI"): Chữ ghi theo bảng mã cũ ({encoding}): '
        f'"{LATIN[encoding]("Hà Giang")}" được đọc là "Hà Giang".'
    )


@pytest.mark.parametrize("codepage", ["cp1252", "cp1258"])
@pytest.mark.parametrize("encoding", LATIN)
def test_old_fonts_in_excel_95_load_whatever_code_page_it_names(encoding: str, codepage: str):
    rows = _rewritten(dti_rows(), lambda text: LATIN[encoding](text).encode("latin-1"))

    assert _values(xls(rows, biff=5, codepage=codepage)) == EXPECTED


def test_utf_8_that_a_program_took_for_its_own_letters_loads():
    def spoilt(text: str) -> str:
        return "".join(
            bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in text.encode()
        )

    assert _values(xlsx(_rewritten(dti_rows(), spoilt))) == EXPECTED


def test_a_title_in_unicode_stays_where_the_names_are_old():
    rows = dti_rows()
    old = [rows[0], *_rewritten(rows[1:], in_tcvn3)]

    assert _values(xlsx(old)) == EXPECTED


@pytest.mark.parametrize(
    "content",
    [
        "Tên,DTI\nH\u00b5 Xx,1\n".encode("latin-1"),
        "Tỉnh,Năm".encode("cp1258", "replace") + b"\xe0\xff\n1,2",
        csv(dti_rows())[:-1] + b"\xe1\xbb",  # UTF-8 that was cut off
    ],
    ids=["no name", "no letters", "cut off"],
)
def test_bytes_that_make_no_names_are_refused(content: bytes):
    delivery = read_delivery(content, "dti.csv")

    assert [issue.code for issue in delivery.issues] == ["issue.encoding"]


@given(st.lists(st.sampled_from(NAMES), min_size=1, max_size=9, unique=True))
def test_unicode_is_never_converted(names: list[str]):
    book = Book((Sheet("S", tuple((name, f"Mã {name}", 1.0) for name in names)),))

    assert in_unicode(book) == (book, [])


@given(
    st.lists(st.sampled_from(CAPITALS), min_size=1, max_size=9, unique=True),
    st.sampled_from(list(LATIN)),
)
def test_an_old_name_is_read_rightly_or_left_alone(names: list[str], encoding: str):
    old = tuple((LATIN[encoding](name),) for name in names)

    book, _ = in_unicode(Book((Sheet("S", old),)))

    assert book.sheets[0].rows in (old, tuple((name,) for name in names))
