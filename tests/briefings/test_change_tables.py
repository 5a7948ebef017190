"""What a file changes, as tables."""

from briefings.change_tables import letters_table
from data.ingest import read_delivery
from data.reference import provinces
from tests.fixtures.old_letters import in_tcvn3


def test_old_letters_stand_beside_what_they_were_read_as():
    names = [one.name.vi for one in provinces("63").values()]
    rows = ["Tên tỉnh;DTI 2022", *(f"{name};0,5" for name in names)]
    found = read_delivery(in_tcvn3("\r\n".join(rows)).encode("latin-1"), "cu.csv")

    table = letters_table(found.issues, "vi")

    assert table is not None
    pairs = {line.cells[2].text: line.cells[1].text for line in table.lines}
    assert pairs["Hà Giang"] == in_tcvn3("Hà Giang")
    assert all(old != new for new, old in pairs.items())


def test_a_file_of_today_has_no_such_table():
    found = read_delivery("Tỉnh,DTI 2022\nHà Giang,0.5\n".encode(), "nay.csv")

    assert letters_table(found.issues, "vi") is None
