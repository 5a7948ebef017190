"""One fault, one finding, at the right cell."""

import pytest

from data.ingest import message, read_delivery
from tests.fixtures.faults import FAULTS, Fault


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_one_fault_is_one_finding_at_its_cell(fault: Fault):
    delivery = read_delivery(fault.content, "dti.xlsx", **fault.hints)

    told = [(one.code, one.cell, one.found, one.expected) for one in delivery.issues]
    assert told == [(f"issue.{fault.code}", fault.cell, fault.found, fault.expected)]
    assert delivery.outcome == fault.outcome


@pytest.mark.parametrize("fault", FAULTS.values(), ids=FAULTS.keys())
def test_every_finding_is_a_sentence_that_begins_with_its_place(fault: Fault):
    (issue,) = read_delivery(fault.content, "dti.xlsx", **fault.hints).issues
    cell = issue.cell.rpartition("!")[2]

    assert message(issue, "vi").startswith(f'Ô {cell} (trang tính "DTI"): ')
    assert message(issue, "en").startswith(f'Cell {cell} (sheet "DTI"): ')


def test_a_wrong_score_is_said_as_people_write_numbers():
    (issue,) = read_delivery(FAULTS["out_of_range"].content, "dti.xlsx").issues

    assert message(issue, "vi").endswith("7,292 nằm ngoài khoảng 0–1. Có phải 0,7292?")
