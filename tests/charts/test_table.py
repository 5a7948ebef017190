"""A table as plain values."""

import json
from dataclasses import asdict

from charts.table import Cell, Column, Line, Table, order_of
from language.sorting import sort_key

TABLE = Table(
    "Xếp hạng",
    (Column("Tỉnh"), Column("DTI", is_number=True)),
    (Line((Cell("Hà Giang"), Cell("0,7292", 0.7292, "B3")), is_home=True), Line((Cell("Huế"),))),
    is_prose=True,
)


def test_everything_in_a_table_goes_to_the_page():
    assert json.loads(json.dumps(TABLE.as_data())) == json.loads(json.dumps(asdict(TABLE)))


def test_names_are_ordered_as_the_language_does():
    assert order_of(["Đà Nẵng", "Hà Nội", "Điện Biên", "Đắk Lắk"], sort_key)["Hà Nội"] == 3
