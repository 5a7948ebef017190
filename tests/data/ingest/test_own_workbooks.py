"""What our own workbooks say of themselves: computed sheets, tables of known figures only."""

from data.ingest import read_delivery
from language import text
from tests.fixtures.workbooks import xlsx

HEAD = ["Tỉnh, thành phố", "Năm", "DTI"]
ROWS = [["Hà Giang", 2024.0, 0.7292], ["Cao Bằng", 2024.0, 0.5128]]


def sheet(*lines):
    return [*([line] for line in lines), HEAD, *ROWS]


def test_a_sheet_that_says_it_was_computed_is_named_and_left_out():
    computed = sheet("Xếp hạng", text("book.computed"))
    plain = sheet("DTI, 63 tỉnh", text("book.partial"))

    delivery = read_delivery(xlsx(plain, others={"Xếp hạng": computed}), "dti.xlsx")

    assert delivery.outcome == "loads"
    assert [(one.code, one.cell) for one in delivery.issues] == [
        ("issue.sheet_computed", "Xếp hạng!")
    ]
    assert len(delivery.observations) == 2


def test_a_table_that_lists_known_figures_only_has_forgotten_no_province():
    said = read_delivery(xlsx(sheet("DTI, 63 tỉnh", text("book.partial"))), "dti.xlsx")
    silent = read_delivery(xlsx(sheet("DTI, 63 tỉnh", "Bảng số liệu")), "dti.xlsx")

    assert said.outcome == "loads"
    assert [one.code for one in silent.questions] == ["issue.missing_province"]


def test_both_languages_say_it_in_words_that_are_known():
    for lang in ("vi", "en"):
        rows = sheet("DTI, 63 provinces", text("book.partial", lang))
        computed = sheet("Ranking", text("book.computed", lang))
        delivery = read_delivery(xlsx(rows, others={"Ranking": computed}), "dti.xlsx")
        assert delivery.outcome == "loads"
        assert len(delivery.observations) == 2
