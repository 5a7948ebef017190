"""The workbook of two indicators: real numbers, empty cells for missing ones, the sources."""

from io import BytesIO

import openpyxl
import pytest

from briefings.relation_workbook import relation_to_xlsx
from data.service import relation

BORDER = "northern-mountain-border"


@pytest.fixture(scope="module")
def found(official):
    return relation.relation(official, "dti_total", "poverty_rate_molisa", "2023", "63", BORDER)


def test_values_are_numbers_and_missing_ones_empty(found):
    sheet = openpyxl.load_workbook(BytesIO(relation_to_xlsx(found, "vi"))).worksheets[0]
    rows = {row[1]: row for row in sheet.iter_rows(min_row=5, values_only=True)}

    assert rows["Hà Giang"][2:4] == (31.12, 0.6744)
    assert rows["Sơn La"][2:4] == (None, 0.6538)
    assert len(rows) == 7


def test_the_coefficients_and_the_sources_go_with_it(official):
    full = relation.relation(official, "dti_total", "poverty_rate_nso", "2023", "63", BORDER)
    book = openpyxl.load_workbook(BytesIO(relation_to_xlsx(full, "vi")))
    coefficients = list(book.worksheets[1].iter_rows(min_row=2, values_only=True))
    notes = " ".join(row[1] for row in book.worksheets[2].iter_rows(values_only=True))

    assert coefficients[0][2] == 63
    assert coefficients[0][3] == pytest.approx(-0.356, abs=1e-3)
    assert coefficients[2][2:4] == (7, "–")
    assert "Tương quan không phải là nguyên nhân." in notes
    assert "V14.49" in notes


def test_the_same_figures_give_the_same_bytes(found):
    assert relation_to_xlsx(found, "vi") == relation_to_xlsx(found, "vi")
