"""A share for a percentage is a question, be there ever so few."""

import pytest

from data.ingest import Delivery, read_delivery
from tests.fixtures.workbooks import Rows, xlsx


def _read(*values: float) -> Delivery:
    rows: Rows = [["Tỉnh", "Năm", "Tỷ lệ hộ nghèo (rà soát hằng năm) (%)"]]
    rows += [
        [name, 2023, value] for name, value in zip(("Hà Giang", "Cao Bằng"), values, strict=False)
    ]
    return read_delivery(xlsx(rows), "ngheo.xlsx")


@pytest.mark.parametrize("values", [(0.35, 0.22), (0.35,), (0.0, 0.22)])
def test_a_few_shares_were_kept_as_percentages(values: tuple[float, ...]):
    """0.35 and 0.22 under "(%)" were kept as 0.35 %: fewer than three values were not looked at."""
    delivery = _read(*values)

    assert "issue.scale_unsure" in [one.code for one in delivery.issues]
    assert [one.value for one in delivery.observations] == [value * 100 for value in values]


@pytest.mark.parametrize("values", [(0.0,), (0.0, 0.0), (35.0, 0.22)])
def test_zero_alone_and_one_small_value_among_others_are_in_order(values: tuple[float, ...]):
    delivery = _read(*values)

    assert "issue.scale_unsure" not in [one.code for one in delivery.issues]
    assert [one.value for one in delivery.observations] == list(values)


def test_a_small_rate_written_with_its_sign_is_no_share():
    rows: Rows = [["Tỉnh", "Tỷ lệ hộ nghèo (rà soát hằng năm) 2023"], ["Đà Nẵng", "0,7%"]]

    delivery = read_delivery(xlsx(rows), "ngheo.xlsx")

    assert [one.code for one in delivery.issues] == ["issue.missing_province"]
    assert [one.value for one in delivery.observations] == [0.7]
