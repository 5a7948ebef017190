"""A merged cell over several figures is of nobody until somebody says so."""

from data.ingest import read_delivery
from tests.fixtures.faults import FAULTS
from tests.fixtures.workbooks import Rows, dti_rows, names, xlsx


def test_one_merged_value_erased_two_provinces():
    """C4:C6 held one value: two of three provinces loaded as missing, without a question."""
    delivery = read_delivery(FAULTS["one_value_for_three_provinces"].content, "dti.xlsx")

    assert delivery.outcome == "review"
    assert not {"01", "02", "04"} & {one.province_code for one in delivery.observations}
    assert len(delivery.observations) == 60


def test_one_value_over_two_indicators_is_asked_too():
    rows: Rows = [["Tỉnh", "DTI 2023", "Hạ tầng số 2023"]]
    rows += [[name, 0.5, 0.6] for name in names()]
    rows[3][2] = None

    issues = read_delivery(xlsx(rows, merged=["B4:C4"]), "dti.xlsx").issues

    assert [(one.code, one.expected) for one in issues if "merged" in one.code] == [
        ("issue.merged_cells", "B4:C4")
    ]


def test_merged_names_titles_and_notes_are_in_order():
    rows = dti_rows()
    rows[2].append("Ghi chú")
    rows[3].append("Nhóm dẫn đầu")

    assert read_delivery(xlsx(rows, merged=["A1:D1", "D4:D20"]), "dti.xlsx").issues == ()
